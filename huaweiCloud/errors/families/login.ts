import { SOURCE } from '../sources';
import type { ErrorRow } from '../types';
import { rowsOf } from './rowsOf';

const common = { family: 'login', source: SOURCE.login, reach: 'account', retry: 'no' } as const;
const login = rowsOf({ ...common, failure: 'credential-invalid' });
const setting = rowsOf(common);

/** Cause and remedy of what IAM says in more than one way. */
type Texts = readonly [cause: string, remedy: string];

const NOT_REPEATED = 'The login is not repeated by itself, because five failures within 15 minutes lock the user.';

export const WRONG_LOGIN: Texts = [
	`IAM knows no such combination of account, user and password. ${NOT_REPEATED} Federated users, and accounts that were upgraded to a HUAWEI ID, can't log in here at all: create an IAM user for n8n.`,
	'Check Account Name, IAM User Name and IAM Password: Huawei Cloud refused the login.',
];

export const LOCKED: Texts = [
	'The user is locked after too many failed logins. Nobody can unlock it earlier, and each further try may make it longer.',
	'Wait 15 minutes without any login, then check the password: the account is locked after too many failed logins.',
];

export const DISABLED: Texts = [
	'An administrator has disabled the IAM user.',
	'Ask the administrator to enable the IAM user, or enter another user: this one is disabled.',
];

export const CONSOLE_ONLY: Texts = [
	'The user may only use the web console.',
	'Enable programmatic access for the IAM user, or enter another user.',
];

export const NO_PROJECT: Texts = [
	'The Project ID is listed in the console under My Credentials, API Credentials, in the row of the region.',
	'Check Project ID and Region: Huawei Cloud has no {project} for this user.',
];

export const INVALID_LOGIN: Texts = [
	'A field may be empty, too long, or hold a character that IAM does not accept.',
	'Check the fields of the credential: Huawei Cloud IAM cannot read the login.',
];

const SECOND_FACTOR: Texts = [
	'The IAM user is under login protection (MFA) for API logins: each login would need a code. Further tries can lock the user.',
	'Use an access key (credential "Huawei Cloud OCR Access Key API") instead of the login, or another user without login protection: this one needs a second factor.',
];

const HUAWEI_ID: Texts = [
	`An account that was upgraded to a HUAWEI ID, and a federated user, can't log in by password here. ${NOT_REPEATED}`,
	'Create an IAM user for n8n in the console and enter its name as IAM User Name, next to the Account Name: a HUAWEI ID cannot log in here.',
];

const OTHER_HOST: Texts = [
	'It answered without a login result. A proxy, a firewall or a login page of the network may have answered in its place.',
	'Check IAM Endpoint and Region, and the proxy of this machine: {host} does not answer like Huawei Cloud IAM.',
];

/** What answers instead of IAM. Looked at before anything else that the answer says. */
export const BEFORE_IAM: readonly ErrorRow[] = [
	setting(
		'407',
		'Proxy Authentication Required',
		'The proxy between n8n and Huawei Cloud IAM wants a login of its own; the password of the credential did not reach Huawei Cloud.',
		"Correct the proxy settings of n8n's machine (user and password of the proxy): the proxy refused to let the login through to {host}.",
		{ variant: 'proxy before IAM', httpStatus: [407] },
	),
	...[301, 302, 303, 307, 308].map((status) =>
		setting(
			String(status),
			'(redirect)',
			'Enter the final host name as IAM Endpoint, or leave it empty to use the one of the region.',
			'Check IAM Endpoint and Region: {host} redirects to another address, and a password never follows a redirect.',
			{ variant: 'redirect of the login', httpStatus: [status] },
		),
	),
	setting('web page', '(HTML or no JSON at all)', ...OTHER_HOST, { situation: 'webPage' }),
];

/**
 * What IAM says to a login; its status is the code. Rows are ordered from special to general. Texts of
 * several mistakes are not documented (contract 2.6), so patterns are wide.
 */
export const LOGIN_MESSAGES: readonly ErrorRow[] = [
	login('401', '(text not documented) … MFA …', ...SECOND_FACTOR, {
		variant: 'second factor needed',
		pattern:
			/\b(mfa|totp|otp|passcode)\b|(multi|two)-?\s?factor|second factor|(login|logon|sign-?in) protection|verification code|additional authentication/i,
	}),
	login('401', 'The account is locked.', ...LOCKED, {
		variant: 'user locked',
		pattern: /\blocked\b|too many (failed|wrong|incorrect|unsuccessful)/i,
		source: SOURCE.ocrFaq,
	}),
	login('403', '(text not documented) The user is disabled.', ...DISABLED, {
		variant: 'user disabled',
		pattern: /\b(is|was|been|user|account)\b.{0,80}\b(disabled|deactivated|suspended|stopped|not enabled)\b|\bdisabled user\b/i,
	}),
	login('403', 'This user only supports console access, not programmatic access.', ...CONSOLE_ONLY, {
		variant: 'console access only',
		pattern: /only supports console access|console access only|programmatic access/i,
		source: SOURCE.ocrFaq,
	}),
	login('401', '(text not documented) … HUAWEI ID …', ...HUAWEI_ID, {
		variant: 'HUAWEI ID',
		pattern: /huawei ?id\b|\bhwid\b|upgraded|federated/i,
	}),
	login(
		'404',
		'(text not documented) Could not find domain: …',
		'The Account Name is the name of the account that owns the user, as shown under My Credentials; it is neither an e-mail address nor the name of the IAM user.',
		'Check Account Name (the account) and IAM User Name (the user in it): Huawei Cloud knows no account of this name.',
		{
			variant: 'unknown account',
			pattern:
				/could not find (the )?(domain|account|tenant)|\b(domain|account|tenant)\b.{0,80}(not (be )?found|does ?n.t exist|not exist|unknown)|(unknown|no such|invalid) (domain|account|tenant)/i,
		},
	),
	setting('404', '(text not documented) Could not find project: …', ...NO_PROJECT, {
		variant: 'unknown project',
		pattern: /could not find (the )?(project|scope)|project.{0,80}(not (be )?found|not exist|does ?n.t exist|invalid|unknown)/i,
	}),
	login(
		'401',
		'The userInfo is wrong',
		`Account and user do not fit together. ${NOT_REPEATED}`,
		'Check that Account Name holds the account and IAM User Name the user in it, not the other way round: Huawei Cloud refused the login.',
		{ variant: 'wrong user information', pattern: /user ?info/i, source: SOURCE.ocrFaq },
	),
	login('401', 'The username or password is wrong. (account or e-mail address as user)', ...HUAWEI_ID, {
		variant: 'account as user',
		situation: 'accountAsUser',
		remedy:
			'Check Account Name, IAM User Name and IAM Password: Huawei Cloud refused the login. The names must be those of the account and of an IAM user in it; if the account was upgraded to a HUAWEI ID, create such a user.',
		pattern: /user ?name or password|(incorrect|wrong|invalid) (user|password|credential)/i,
	}),
	login('401', 'The username or password is wrong.', ...WRONG_LOGIN, {
		variant: 'wrong user or password',
		pattern: /user ?name or password|(incorrect|wrong|invalid) (user|password|credential)/i,
	}),
	setting('400', 'The request body is invalid', ...INVALID_LOGIN, {
		variant: 'invalid login request',
		pattern: /request body is invalid/i,
	}),
];

/** Refused logins whose message says nothing that we know. */
export const LOGIN_STATUSES: readonly ErrorRow[] = [
	setting('400', '(any other message)', ...INVALID_LOGIN, { httpStatus: [400] }),
	login('401', '(any other message)', ...WRONG_LOGIN, { httpStatus: [401] }),
	login(
		'403',
		'(any other message)',
		'IAM knows the user, but does not let it log in by password from here.',
		'Ask the administrator whether the IAM user is enabled, has programmatic access and may log in from this address, or enter another user.',
		{ httpStatus: [403] },
	),
	setting('404', '(any other message)', ...NO_PROJECT, { httpStatus: [404] }),
];

/** An answer to the test of a credential that is not the OCR service's. */
export const NO_CODE = setting(
	'no code',
	'(credential test: an answer without a code of the service)',
	'It answered without an error code of the service. A proxy, a firewall or a login page of the network may have answered in its place.',
	'Check OCR Endpoint and Region: {host} does not answer like Huawei Cloud OCR.',
);

/** What the test of a credential adds to the meaning of an answer. */
export const PROBE_ERRORS: readonly ErrorRow[] = [
	setting(
		'ModelArts.4204',
		'Request api error! The API XXX is not subscribed. (in the credential test)',
		'Other OCR operations may be subscribed: then the credential can be used for them as it is.',
		'The {proof} right, but {operation} is not subscribed in this region: subscribe to it in the OCR console if you want to use it.',
		{ variant: 'credential test', source: SOURCE.ocr },
	),
	setting(
		'APIG.0101',
		'The API does not exist or has not been published in the environment. (in the credential test)',
		'Other OCR operations may be offered there: then the credential can be used for them as it is.',
		'Check Region and OCR Endpoint: {host} offers no {operation}, so the test cannot go further.',
		{ variant: 'credential test', httpStatus: [404], source: SOURCE.gateway },
	),
];

export const LOGIN_ERRORS: readonly ErrorRow[] = [...LOGIN_MESSAGES, ...LOGIN_STATUSES, ...BEFORE_IAM, ...PROBE_ERRORS, NO_CODE];
