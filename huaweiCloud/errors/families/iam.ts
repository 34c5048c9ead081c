import { SOURCE } from '../sources';
import type { ErrorEntry } from '../types';

const IAM = { family: 'iam', source: SOURCE.iam, reach: 'account' } as const;
const LOGIN = { family: 'login', source: SOURCE.login, reach: 'account' } as const;

const WRONG_LOGIN = {
	cause: {
		en: 'IAM does not know this combination of account name, user name and password.',
		zh: 'IAM 中不存在该账号名、用户名与密码的组合。',
	},
	remedy: {
		en: 'Correct account name, IAM user name and password in the credential; do not try more than a few times, five failures lock the user for 15 minutes. An account upgraded to HUAWEI ID and federated users need an IAM user of their own.',
		zh: '请在凭证中更正账号名、IAM 用户名和密码；请勿反复尝试，5 次失败将锁定用户 15 分钟。已升级为华为账号的账号及联邦用户需另建 IAM 用户。',
	},
} as const;

const LOCKED = {
	cause: {
		en: 'The user is locked after too many failed logins.',
		zh: '登录失败次数过多，用户已被锁定。',
	},
	remedy: {
		en: 'Wait 15 minutes without any login, correct the password in the credential, then run the node again.',
		zh: '请等待 15 分钟且期间不要登录，在凭证中更正密码后重新运行。',
	},
} as const;

const CONSOLE_ONLY = {
	cause: {
		en: 'The user may only use the web console.',
		zh: '该用户仅支持控制台访问，不支持编程访问。',
	},
	remedy: {
		en: 'Enable programmatic access for the IAM user, or use another user.',
		zh: '请为该 IAM 用户启用编程访问，或使用其他用户。',
	},
} as const;

const NO_PROJECT = {
	cause: {
		en: 'There is no such project in this account, or the user cannot see it.',
		zh: '该账号中不存在此项目，或该用户不可见。',
	},
	remedy: {
		en: 'Correct region or project ID in the credential (console: My Credentials, API Credentials).',
		zh: '请在凭证中更正区域或项目 ID（控制台：我的凭证 - API 凭证）。',
	},
} as const;

const INVALID_REQUEST = {
	cause: { en: 'A field of the login is missing or invalid.', zh: '登录请求的字段缺失或无效。' },
	remedy: {
		en: 'Fill in account name, IAM user name, password and region of the credential.',
		zh: '请填写凭证中的账号名、IAM 用户名、密码和区域。',
	},
} as const;

const DEAD_TOKEN = {
	cause: { en: 'IAM does not accept the token.', zh: 'IAM 不接受该 Token。' },
	remedy: { en: 'Run the node again: it logs in anew.', zh: '请重新运行节点，节点将重新登录。' },
} as const;

const ASK_ADMINISTRATOR = {
	en: 'Ask the administrator of the Huawei Cloud account to enable the user and give it access to the project.',
	zh: '请华为云账号管理员启用该用户并授予项目访问权限。',
} as const;

const NOT_ALLOWED = { en: 'The user is not allowed to do this.', zh: '该用户无权执行此操作。' } as const;
const DISABLED = { en: 'The user is disabled.', zh: '该用户已被停用。' } as const;

const OTHER_KEY = {
	en: 'Use another access key in the credential, one that is active and belongs to an existing user.',
	zh: '请在凭证中使用其他有效且属于现有用户的访问密钥。',
} as const;

const SLOW_DOWN = {
	cause: { en: 'Too many logins in a short time.', zh: '短时间内登录次数过多。' },
	remedy: {
		en: 'Wait a minute, then run the node again with fewer workflows at the same time.',
		zh: '请等待一分钟，并减少同时运行的工作流后重新运行。',
	},
} as const;

/** Messages of the IAM login, which come with the HTTP status as code. */
export const LOGIN_ERRORS: readonly ErrorEntry[] = [
	{
		...LOGIN,
		...WRONG_LOGIN,
		code: '401',
		variant: 'wrong user or password',
		httpStatus: [401],
		pattern: /username or password is wrong/i,
		message: 'The username or password is wrong.',
		retry: 'no',
	},
	{
		...LOGIN,
		...WRONG_LOGIN,
		code: '401',
		variant: 'wrong user information',
		pattern: /userinfo is wrong/i,
		message: 'The userInfo is wrong',
		retry: 'no',
		source: SOURCE.ocrFaq,
	},
	{
		...LOGIN,
		...LOCKED,
		code: '401',
		variant: 'user locked',
		pattern: /account is locked|account locked/i,
		message: 'The account is locked.',
		retry: 'no',
		source: SOURCE.ocrFaq,
	},
	{
		...LOGIN,
		...CONSOLE_ONLY,
		code: '403',
		variant: 'console access only',
		httpStatus: [403],
		pattern: /only supports console access/i,
		message: 'This user only supports console access, not programmatic access.',
		retry: 'no',
		source: SOURCE.ocrFaq,
	},
	{
		...LOGIN,
		code: '401',
		variant: 'second factor needed',
		pattern: /\b(mfa|totp|virtual)\b/i,
		message: '(text not documented) MFA',
		cause: {
			en: 'The user is under API login protection: a second factor would be needed at each login.',
			zh: '该用户启用了 API 登录保护，每次登录都需要第二因子。',
		},
		remedy: {
			en: 'Use access keys instead of the login, or a user without API login protection.',
			zh: '请改用访问密钥，或使用未启用 API 登录保护的用户。',
		},
		retry: 'no',
	},
	{
		...LOGIN,
		...INVALID_REQUEST,
		code: '400',
		variant: 'invalid login request',
		httpStatus: [400],
		pattern: /request body is invalid/i,
		message: 'The request body is invalid',
		retry: 'no',
	},
	{
		...LOGIN,
		...NO_PROJECT,
		code: '404',
		variant: 'unknown project',
		pattern: /could not find (project|scope)|project.*(not (be )?found|not exist)/i,
		message: '(text not documented) Could not find project: …',
		retry: 'no',
	},
];

/** `IAM.*`: flat codes of IAM. */
export const IAM_ERRORS: readonly ErrorEntry[] = [
	...(
		[
			['IAM.0007', 'Request parameter %(key)s is invalid.'],
			['IAM.0011', 'Request body is invalid.'],
			['IAM.0072', "'%(key)s' is a required property."],
			['IAM.0073', "Invalid input for field '%(key)s'. The value is '%(value)s'."],
			['IAM.1101', 'The request body size %s is invalid.'],
			['IAM.1102', 'The %s in the request body is invalid.'],
			['IAM.1103', 'The %s is required in the request body.'],
		] as const
	).map(([code, message]) => ({
		...IAM,
		...INVALID_REQUEST,
		code,
		message,
		httpStatus: [400],
		retry: 'no' as const,
	})),
	{
		...IAM,
		...DEAD_TOKEN,
		code: 'IAM.0009',
		httpStatus: [400],
		message: 'X-Subject-Token is invalid in the request.',
		retry: 'refresh',
	},
	...(
		[
			['IAM.1104', 'The access key %s is in the blacklist.'],
			['IAM.1105', 'The access key %s has expired.'],
			['IAM.1106', 'The user %s with access key %s cannot be found.'],
			['IAM.1107', 'The access key %s is inactive.'],
		] as const
	).map(([code, message]) => ({
		...IAM,
		code,
		message,
		httpStatus: [400],
		cause: { en: 'The access key cannot be used.', zh: '该访问密钥不可用。' },
		remedy: OTHER_KEY,
		retry: 'no' as const,
	})),
	{
		...IAM,
		code: 'IAM.1108',
		httpStatus: [400],
		message: 'The securitytoken has expired.',
		cause: { en: 'The temporary access keys have expired.', zh: '临时访问密钥已过期。' },
		remedy: {
			en: 'Get new temporary keys and enter all three values in the credential: access key ID, secret access key and security token.',
			zh: '请获取新的临时密钥，并在凭证中填写 AK、SK 和 Security Token 三个值。',
		},
		retry: 'refresh',
	},
	{
		...IAM,
		...NO_PROJECT,
		code: 'IAM.1109',
		httpStatus: [400],
		message: 'The project information cannot be found.',
		retry: 'no',
	},
	{
		...IAM,
		...DEAD_TOKEN,
		code: 'IAM.0001',
		httpStatus: [401],
		message: 'The request you have made requires authentication.',
		retry: 'refresh',
	},
	{ ...IAM, ...LOCKED, code: 'IAM.0061', httpStatus: [401], message: 'Account locked.', retry: 'no' },
	{
		...IAM,
		...WRONG_LOGIN,
		code: 'IAM.0062',
		httpStatus: [401],
		message: 'Incorrect password.',
		retry: 'no',
	},
	{
		...IAM,
		...DEAD_TOKEN,
		code: 'IAM.0066',
		httpStatus: [401],
		message: 'The token has expired.',
		retry: 'refresh',
	},
	{ ...IAM, ...DEAD_TOKEN, code: 'IAM.0067', httpStatus: [401], message: 'Invalid token.', retry: 'refresh' },
	...(
		[
			['IAM.0002', 'You are not authorized to perform the requested action.', NOT_ALLOWED],
			['IAM.0003', "Policy doesn't allow %(actions)s to be performed.", NOT_ALLOWED],
			['IAM.0080', 'The user %s with access key %s is disabled.', DISABLED],
			['IAM.0082', 'The user %s is disabled.', DISABLED],
		] as const
	).map(([code, message, cause]) => ({
		...IAM,
		code,
		message,
		cause,
		httpStatus: [403],
		remedy: ASK_ADMINISTRATOR,
		retry: 'no' as const,
	})),
	{
		...IAM,
		...CONSOLE_ONLY,
		code: 'IAM.0081',
		httpStatus: [403],
		message: 'This user only supports console access, not programmatic access.',
		retry: 'no',
	},
	{
		...IAM,
		...NO_PROJECT,
		code: 'IAM.0004',
		httpStatus: [404],
		message: 'Could not find %(target)s: %(target_id)s.',
		retry: 'no',
	},
	{
		...IAM,
		...SLOW_DOWN,
		code: 'IAM.0012',
		httpStatus: [429],
		message: 'The throttling threshold has been reached. Threshold: %d times per %d seconds',
		retry: 'backoff',
		reach: 'service',
	},
	{
		...IAM,
		code: 'IAM.0006',
		httpStatus: [500],
		message: 'An unexpected error prevented the server from fulfilling your request.',
		cause: { en: 'IAM has an internal fault.', zh: 'IAM 内部错误。' },
		remedy: {
			en: 'Run the node again in a few minutes; if it keeps failing, contact Huawei Cloud support.',
			zh: '请几分钟后重新运行；若仍失败，请联系华为云技术支持。',
		},
		retry: 'backoff',
		reach: 'service',
	},
];
