// Section 15.3, in order.
import type { Emulator } from '../../emulator/server.cts';
import { totpCode } from '../../emulator/iam/totp.cts';
import { GOOD_PROJECT_ID, MFA_SECRET, seededUsers } from '../../emulator/users.cts';
import { login, loginBody, type LoginOptions, type Reply, send } from '../../emulator/client.cts';
import { tokenFor } from './calls.cts';
import { type Check, type Expected, gatewayError, keystoneError } from './check.cts';

const NOT_FOUND = gatewayError(
	404,
	'APIGW.0101',
	'The API does not exist or has not been published in the environment.',
);
const INVALID = keystoneError(400, 'The request body is invalid', 'Bad Request');
const WRONG = keystoneError(401, 'The username or password is wrong.', 'Unauthorized');
const LOCKED = keystoneError(401, 'The account is locked.', 'Unauthorized');

function post(body: string | Buffer): (emulator: Emulator) => Promise<Reply> {
	return (emulator) =>
		send(`${emulator.url}/v3/auth/tokens`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

function check(row: string, name: string, sendIt: Check['send'], expected: Expected): Check {
	return { row: `15.3 row ${row}`, name, send: sendIt, expected };
}

function loginCheck(row: string, name: string, options: LoginOptions, expected: Expected): Check {
	return check(row, name, (emulator) => login(emulator, options), expected);
}

function without(path: string[]): string {
	const body = loginBody() as Record<string, never>;
	const last = path.at(-1) ?? '';
	const parent = path.slice(0, -1).reduce<Record<string, never>>((value, name) => value[name] ?? value, body);
	delete parent[last];
	return JSON.stringify(body);
}

/** Five wrong passwords, then the right one. */
async function lockedOut(emulator: Emulator): Promise<Reply> {
	for (let i = 0; i < 5; i++) await login(emulator, { user: 'second-user', password: 'wrong' });
	const reply = await login(emulator, { user: 'second-user' });
	emulator.control.unlock();
	return reply;
}

async function afterLock(emulator: Emulator): Promise<Reply> {
	for (let i = 0; i < 5; i++) await login(emulator, { user: 'second-user', password: 'wrong' });
	emulator.control.shiftClock(15 * 60 * 1000 + 1);
	const reply = await login(emulator, { user: 'second-user' });
	emulator.control.shiftClock(-15 * 60 * 1000 - 1);
	emulator.control.unlock();
	return reply;
}

async function tooManyLogins(emulator: Emulator): Promise<Reply> {
	emulator.control.set({ loginThrottle: [{ calls: 2, seconds: 60 }] });
	await login(emulator, { user: 'second-user' });
	await login(emulator, { user: 'second-user' });
	const reply = await login(emulator, { user: 'second-user' });
	emulator.control.set({ loginThrottle: [] });
	return reply;
}

function mfaLogin(code: (emulator: Emulator) => string): Check['send'] {
	const id = seededUsers().find((user) => user.name === 'mfa-user')?.id;
	return (emulator) => {
		const body = loginBody({ user: 'mfa-user' }) as { auth: { identity: Record<string, unknown> } };
		Object.assign(body.auth.identity, {
			methods: ['password', 'totp'],
			totp: { user: { id, passcode: code(emulator) } },
		});
		return post(JSON.stringify(body))(emulator);
	};
}

interface TokenAnswer {
	token: {
		catalog: unknown[];
		expires_at: string;
		issued_at: string;
		methods: string[];
		project?: { id: string; name: string; domain: { name: string } };
		domain?: { name: string };
		roles: Array<{ id: string; name: string }>;
		user: { name: string; password_expires_at: string };
	};
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}000Z$/;

/** Header, times and names of section 2.2. */
function isGoodLogin(reply: Reply): string | undefined {
	const token = reply.headers['x-subject-token'];
	if (typeof token !== 'string' || !/^MII[A-Za-z0-9+/]+={0,2}$/.test(token)) return 'no token in X-Subject-Token';
	if (token.length < 4096 || token.length > 9216) return `token of ${token.length} characters`;
	if (reply.text.includes(token)) return 'token in the body';
	const { token: body } = reply.json as unknown as TokenAnswer;
	if (!TIME.test(body.expires_at) || !TIME.test(body.issued_at)) return `time ${body.expires_at}`;
	const life = Date.parse(body.expires_at) - Date.parse(body.issued_at);
	if (life !== 24 * 60 * 60 * 1000) return `life of ${life} ms`;
	if (body.methods.join() !== 'password') return `methods ${body.methods.join()}`;
	if (body.roles.some((role) => role.id !== '0')) return 'a role with an id';
	return undefined;
}

function goodLogin(more: (token: TokenAnswer['token']) => string | undefined): Expected {
	return {
		status: 201,
		also: (reply) => isGoodLogin(reply) ?? more((reply.json as unknown as TokenAnswer).token),
	};
}

const isHomeProject = (token: TokenAnswer['token']): string | undefined =>
	token.project?.id === GOOD_PROJECT_ID && token.project.name === 'cn-north-4' && token.project.domain.name !== ''
		? undefined
		: `project ${JSON.stringify(token.project)}`;

export const IAM_CHECKS: Check[] = [
	check('1', 'unknown path', (e) => send(`${e.url}/v3/auth/nothing`, { method: 'POST', body: '{}' }), NOT_FOUND),
	check('1', 'PUT', (e) => send(`${e.url}/v3/auth/tokens`, { method: 'PUT', body: '{}' }), NOT_FOUND),
	check('2', 'no body', post(''), INVALID),
	check('2', 'no JSON', post('{"auth":'), INVALID),
	check('2', 'JSON array', post('[]'), INVALID),
	check('2', 'body over 32 KB', post(JSON.stringify({ ...loginBody(), more: 'x'.repeat(33_000) })), INVALID),
	check('2', 'no methods', post(without(['auth', 'identity', 'methods'])), INVALID),
	check('2', 'no user name', post(without(['auth', 'identity', 'password', 'user', 'name'])), INVALID),
	check('2', 'no password', post(without(['auth', 'identity', 'password', 'user', 'password'])), INVALID),
	check('2', 'no domain', post(without(['auth', 'identity', 'password', 'user', 'domain'])), INVALID),
	check('3', 'third login where two are allowed', tooManyLogins, {
		status: 429,
		body: {
			error_msg: 'The throttling threshold has been reached. Threshold: 2 times per 60 seconds',
			error_code: 'IAM.0012',
		},
	}),
	loginCheck('4', 'locked user', { user: 'locked-user' }, LOCKED),
	loginCheck('4', 'locked user, wrong password', { user: 'locked-user', password: 'wrong' }, LOCKED),
	loginCheck('5', 'wrong password', { user: 'second-user', password: 'wrong' }, WRONG),
	loginCheck('5', 'unknown user', { user: 'nobody' }, WRONG),
	loginCheck('5', 'unknown account', { account: 'nobody' }, WRONG),
	check('5', 'right password after five wrong ones', lockedOut, LOCKED),
	check('5', 'right password 15 minutes later', afterLock, goodLogin(() => undefined)),
	loginCheck(
		'6',
		'console-only user',
		{ user: 'console-user' },
		keystoneError(403, 'This user only supports console access, not programmatic access.', 'Forbidden'),
	),
	loginCheck('6', 'disabled user', { user: 'disabled-user' }, keystoneError(403, 'The user is disabled.', 'Forbidden')),
	loginCheck('6', 'disabled user, wrong password', { user: 'disabled-user', password: 'wrong' }, WRONG),
	loginCheck(
		'7',
		'MFA user without a code',
		{ user: 'mfa-user' },
		keystoneError(401, 'The virtual MFA code is missing or wrong.', 'Unauthorized'),
	),
	check(
		'7',
		'MFA user, wrong code',
		mfaLogin(() => '000000'),
		keystoneError(401, 'The virtual MFA code is missing or wrong.', 'Unauthorized'),
	),
	check('7', 'MFA user, right code', mfaLogin((e) => totpCode(MFA_SECRET, e.control.now())), {
		status: 201,
		also: (reply) =>
			TIME.test(String((reply.json as { token: { mfa_authn_at?: string } }).token.mfa_authn_at)) ? undefined : 'no mfa_authn_at',
	}),
	loginCheck(
		'8',
		'unknown project name',
		{ scope: { project: { name: 'cn-nowhere-1' } } },
		keystoneError(404, 'Could not find project: cn-nowhere-1.', 'Not Found'),
	),
	loginCheck(
		'8',
		'unknown project id',
		{ scope: { project: { id: 'f'.repeat(32) } } },
		keystoneError(404, `Could not find project: ${'f'.repeat(32)}.`, 'Not Found'),
	),
	loginCheck(
		'8',
		"another account's project",
		{ account: 'frozen-account', scope: { project: { id: GOOD_PROJECT_ID } } },
		keystoneError(404, `Could not find project: ${GOOD_PROJECT_ID}.`, 'Not Found'),
	),
	loginCheck('9', 'project by name, nocatalog', {}, goodLogin((token) =>
		token.catalog.length === 0 ? isHomeProject(token) : 'a catalog in spite of nocatalog',
	)),
	loginCheck('9', 'project by id', { scope: { project: { id: GOOD_PROJECT_ID } } }, goodLogin(isHomeProject)),
	loginCheck('9', 'with catalog', { query: '' }, goodLogin((token) => (token.catalog.length > 0 ? undefined : 'no catalog'))),
	loginCheck(
		'9',
		'project and domain: project wins',
		{ scope: { project: { name: 'cn-north-4' }, domain: { name: 'emulator-account' } } },
		goodLogin((token) => isHomeProject(token) ?? (token.domain ? 'a domain beside the project' : undefined)),
	),
	loginCheck('9', 'domain scope', { scope: { domain: { name: 'emulator-account' } } }, goodLogin((token) =>
		token.project === undefined && token.domain?.name === 'emulator-account' ? undefined : 'not the domain alone',
	)),
	loginCheck('9', 'no scope', { scope: null }, goodLogin((token) =>
		token.project === undefined && token.domain === undefined ? undefined : 'a scope nobody asked for',
	)),
	check('9', 'two logins, two tokens, both valid', twoTokens, { status: 200 }),
];

async function twoTokens(emulator: Emulator): Promise<Reply> {
	const first = (await login(emulator)).headers['x-subject-token'];
	const second = (await login(emulator)).headers['x-subject-token'];
	if (first === second) throw new Error('The same token twice');
	return send(`${emulator.url}/v3/auth/tokens`, {
		headers: { 'x-auth-token': String(first), 'x-subject-token': await tokenFor(emulator) },
	});
}
