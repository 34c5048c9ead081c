// What a login may be answered with beside the mistakes that the seeded users make: texts that IAM has in
// use for cases whose body is not documented (2.6), and what stands between n8n and IAM in company networks.
import type { Answer } from '../http/answers.cts';

const keystone = (code: number, message: string, title: string): Answer => ({
	status: code,
	headers: { 'Content-Type': 'application/json' },
	body: JSON.stringify({ error: { code, message, title } }),
});

const page = (status: number, title: string, headers: Record<string, string> = {}): Answer => ({
	status,
	headers: { 'Content-Type': 'text/html', ...headers },
	body: `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
});

const LOGIN_ANSWERS = {
	'login-protection': keystone(401, 'Login protection is enabled for the user. A verification code is required.', 'Unauthorized'),
	'mfa-needed': keystone(401, 'Multi-factor authentication (MFA) is required for this user.', 'Unauthorized'),
	'user-disabled': keystone(401, 'The user is disabled, please contact the administrator.', 'Unauthorized'),
	'user-locked': keystone(401, 'The user is locked because of too many failed attempts.', 'Unauthorized'),
	'unknown-account': keystone(404, 'Could not find domain: no-such-account.', 'Not Found'),
	'wrong-order': keystone(401, 'The userInfo is wrong', 'Unauthorized'),
	'huawei-id': keystone(401, 'The account has been upgraded to a HUAWEI ID and cannot log in with a password.', 'Unauthorized'),
	'federated-user': keystone(401, 'Federated users cannot obtain tokens by password.', 'Unauthorized'),
	'unknown-project': keystone(404, 'Could not find project: no-such-project.', 'Not Found'),
	'proxy-login': page(407, 'Proxy Authentication Required', { 'Proxy-Authenticate': 'Basic realm="proxy"' }),
	'block-page': page(403, 'Access to this site is blocked'),
	'portal-page': page(200, 'Welcome to the guest network'),
} satisfies Record<string, Answer>;

export type LoginAnswerName = keyof typeof LOGIN_ANSWERS;

export const LOGIN_ANSWER_NAMES = Object.keys(LOGIN_ANSWERS) as LoginAnswerName[];

export function isLoginAnswerName(name: string): name is LoginAnswerName {
	return Object.hasOwn(LOGIN_ANSWERS, name);
}

export function loginAnswer(name: LoginAnswerName): Answer {
	return LOGIN_ANSWERS[name];
}
