import { SOURCE } from '../sources';
import type { ErrorRow } from '../types';
import { CONSOLE_ONLY, DISABLED, INVALID_LOGIN, LOCKED, NO_PROJECT, WRONG_LOGIN } from './login';
import { rowsOf } from './rowsOf';
import { WAIT_THEN_SUPPORT } from './texts';

const common = { family: 'iam', source: SOURCE.iam } as const;
const account = rowsOf({ ...common, reach: 'account', retry: 'no' });
const caller = rowsOf({ ...common, reach: 'account', retry: 'no', failure: 'credential-invalid' });
const service = rowsOf({ ...common, reach: 'service', retry: 'backoff' });

const DEAD_TOKEN = ['IAM does not accept the token.', 'Run the node again: it logs in anew.'] as const;
const OTHER_KEY = [
	'The access key cannot be used.',
	'Use another access key in the credential, one that is active and belongs to an existing user.',
] as const;
const NOT_ALLOWED = [
	'The user is not allowed to do this.',
	'Ask the administrator of the Huawei Cloud account to give the user access to the project.',
] as const;

const bad = { httpStatus: [400] };
const refused = { httpStatus: [401] };
const forbidden = { httpStatus: [403] };

/** `IAM.*`: flat codes of IAM. */
export const IAM_ERRORS: readonly ErrorRow[] = [
	caller('IAM.0001', 'The request you have made requires authentication.', ...DEAD_TOKEN, { ...refused, retry: 'refresh' }),
	account('IAM.0002', 'You are not authorized to perform the requested action.', ...NOT_ALLOWED, forbidden),
	account('IAM.0003', "Policy doesn't allow %(actions)s to be performed.", ...NOT_ALLOWED, forbidden),
	account('IAM.0004', 'Could not find %(target)s: %(target_id)s.', ...NO_PROJECT, { httpStatus: [404] }),
	service(
		'IAM.0006',
		'An unexpected error prevented the server from fulfilling your request.',
		'IAM has an internal fault.',
		WAIT_THEN_SUPPORT,
		{ httpStatus: [500] },
	),
	account('IAM.0007', 'Request parameter %(key)s is invalid.', ...INVALID_LOGIN, bad),
	caller('IAM.0009', 'X-Subject-Token is invalid in the request.', ...DEAD_TOKEN, { ...bad, retry: 'refresh' }),
	account('IAM.0011', 'Request body is invalid.', ...INVALID_LOGIN, bad),
	service(
		'IAM.0012',
		'The throttling threshold has been reached. Threshold: %d times per %d seconds',
		'Too many logins in a short time.',
		'Wait a minute, then run the node again with fewer workflows at the same time.',
		{ httpStatus: [429] },
	),
	caller('IAM.0061', 'Account locked.', ...LOCKED, refused),
	caller('IAM.0062', 'Incorrect password.', ...WRONG_LOGIN, refused),
	caller('IAM.0066', 'The token has expired.', ...DEAD_TOKEN, { ...refused, retry: 'refresh' }),
	caller('IAM.0067', 'Invalid token.', ...DEAD_TOKEN, { ...refused, retry: 'refresh' }),
	account('IAM.0072', "'%(key)s' is a required property.", ...INVALID_LOGIN, bad),
	account('IAM.0073', "Invalid input for field '%(key)s'. The value is '%(value)s'.", ...INVALID_LOGIN, bad),
	caller('IAM.0080', 'The user %s with access key %s is disabled.', ...DISABLED, forbidden),
	caller('IAM.0081', 'This user only supports console access, not programmatic access.', ...CONSOLE_ONLY, forbidden),
	caller('IAM.0082', 'The user %s is disabled.', ...DISABLED, forbidden),
	account('IAM.1101', 'The request body size %s is invalid.', ...INVALID_LOGIN, bad),
	account('IAM.1102', 'The %s in the request body is invalid.', ...INVALID_LOGIN, bad),
	account('IAM.1103', 'The %s is required in the request body.', ...INVALID_LOGIN, bad),
	caller('IAM.1104', 'The access key %s is in the blacklist.', ...OTHER_KEY, bad),
	caller('IAM.1105', 'The access key %s has expired.', ...OTHER_KEY, bad),
	caller('IAM.1106', 'The user %s with access key %s cannot be found.', ...OTHER_KEY, bad),
	caller('IAM.1107', 'The access key %s is inactive.', ...OTHER_KEY, bad),
	caller(
		'IAM.1108',
		'The securitytoken has expired.',
		'The temporary access keys have expired.',
		'Get new temporary keys and enter all three values in the credential: access key ID, secret access key and security token.',
		{ ...bad, retry: 'refresh' },
	),
	account('IAM.1109', 'The project information cannot be found.', ...NO_PROJECT, bad),
];
