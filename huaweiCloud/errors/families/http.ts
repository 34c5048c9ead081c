import { SOURCE } from '../sources';
import type { ErrorRow } from '../types';
import { rowsOf } from './rowsOf';
import { ASK_FOR_RIGHTS, LET_BODY_PASS, SLOW_DOWN, TOKEN_TOO_LONG, TOO_MANY_CALLS, USE_SMALLER_FILE } from './texts';

const common = { family: 'http', source: SOURCE.status } as const;
const image = rowsOf({ ...common, reach: 'image', retry: 'no' });
const account = rowsOf({ ...common, reach: 'account', retry: 'no' });
const service = rowsOf({ ...common, reach: 'service', retry: 'backoff' });

const NOT_NOW = 'The service or something in front of it does not work at the moment.';
const WAIT = 'Run the node again in a few minutes.';
const CHECK_ENDPOINT = 'Check Region and {endpoint} of the credential.';

/** For statuses that no other row covers. */
export const UNKNOWN_STATUS = image(
	'unknown',
	'(any other status)',
	'The answer carries no code that is known.',
	'Check endpoint and proxy; if they are right, contact Huawei Cloud support with the request ID.',
);

/** For an answer with a success status that can't be read. */
export const UNREADABLE_ANSWER = image(
	'Node.UnreadableAnswer',
	'(status 2xx, but no result in the answer)',
	'A proxy or gateway in between may have cut or changed the answer. The call may have been billed, so it is not repeated by itself.',
	"Try this image again, and check {endpoint} and proxy if it always happens: the answer can't be read.",
);

/** What a status alone tells, for answers without a code that we know: proxies, load balancers. */
export const STATUS_ERRORS: readonly ErrorRow[] = [
	...[301, 302, 303, 307, 308].map((status) =>
		account(
			String(status),
			'(redirect)',
			'The endpoint sends the call to another address. It is not followed, so that no secret reaches another host.',
			'Enter the address of the service itself as {endpoint} of the credential, with https.',
		),
	),
	image('400', 'Bad Request', 'The service refused the request.', 'Check the options of this node and the file.'),
	account(
		'401',
		'Unauthorized',
		'The service does not accept token, keys or login.',
		'Check the credential: account, user, password or keys, Region and endpoints.',
		{ retry: 'refresh', failure: 'credential-invalid' },
	),
	account('403', 'Forbidden', 'The user may not do this, or a proxy on the way forbids it.', ASK_FOR_RIGHTS),
	account('404', 'Not Found', 'There is no such address on this host.', CHECK_ENDPOINT),
	account('405', 'Method Not Allowed', 'The address exists, but does not take this call.', CHECK_ENDPOINT),
	account(
		'407',
		'Proxy Authentication Required',
		'The proxy between n8n and Huawei Cloud wants a login of its own.',
		"Correct the proxy settings of n8n's machine: user and password of the proxy.",
	),
	service('408', 'Request Timeout', 'The upload took too long.', 'Use a smaller image or a faster connection.'),
	image('413', 'Request Entity Too Large', 'The file is too large for the service or for a proxy.', USE_SMALLER_FILE),
	account('414', 'URI Too Long', 'The address is too long.', CHECK_ENDPOINT),
	image('415', 'Unsupported Media Type', 'The service does not take the content type.', LET_BODY_PASS),
	service('429', 'Too Many Requests', TOO_MANY_CALLS, SLOW_DOWN, { limit: 'throttled' }),
	account('494', 'Request Header Too Large', 'The token makes the headers too long.', TOKEN_TOO_LONG),
	service('500', 'Internal Server Error', NOT_NOW, WAIT),
	service('502', 'Bad Gateway', NOT_NOW, WAIT),
	service('503', 'Service Unavailable', NOT_NOW, WAIT),
	service('504', 'Gateway Timeout', NOT_NOW, WAIT),
];

export const HTTP_ERRORS: readonly ErrorRow[] = [...STATUS_ERRORS, UNREADABLE_ANSWER, UNKNOWN_STATUS];
