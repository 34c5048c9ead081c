import type { HttpAnswer } from '../../huaweiCloud/httpAnswer.ts';
import { loginRequest, loginSituation, readLoginAnswer, type PasswordLogin } from '../../huaweiCloud/iam/passwordLogin.ts';
import { thrownBy } from '../support/thrown.cts';

const PROJECT = 'a'.repeat(32);
const DAY = 24 * 60 * 60_000;

const login: PasswordLogin = {
	iamOrigin: 'https://iam.example.com:8443',
	domainName: 'account',
	username: 'user',
	password: 'pass word',
	region: 'cn-north-4',
	projectId: '',
};

const answer = (status: number, body: unknown, headers: Record<string, string> = { 'x-subject-token': 'MII' }): HttpAnswer => ({
	status,
	headers,
	body: typeof body === 'string' ? body : JSON.stringify(body),
});

test.each([
	['', { name: 'cn-north-4' }],
	[PROJECT, { id: PROJECT }],
])('the login of contract 2.1, as JSON and without following a redirect, project ID "%s"', (projectId, project) => {
	const { body, ...rest } = loginRequest({ ...login, projectId });
	expect(rest).toEqual({
		method: 'POST',
		url: 'https://iam.example.com:8443/v3/auth/tokens?nocatalog=true',
		headers: { 'Content-Type': 'application/json;charset=utf8' },
		timeout: 30_000,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	});
	expect(JSON.parse(body as string)).toEqual({
		auth: {
			identity: {
				methods: ['password'],
				password: { user: { name: 'user', password: 'pass word', domain: { name: 'account' } } },
			},
			scope: { project },
		},
	});
});

describe('the answer to a login', () => {
	const times = (issued: unknown, expires: unknown) => ({ token: { issued_at: issued, expires_at: expires, project: { id: PROJECT } } });

	test.each([
		['2020-01-03T09:05:22.701000Z', '2020-01-03T10:05:22.701000Z', 60 * 60_000],
		['2020-01-03T09:05:22.701000Z', '2020-01-03T09:05:22.702000Z', 1],
		['2020-01-03T09:05:22.701000Z', '2020-01-03T09:05:22.701000Z', DAY],
		['2020-01-03T10:05:22.701000Z', '2020-01-03T09:05:22.701000Z', DAY],
		['soon', '2020-01-03T09:05:22.701000Z', DAY],
		['2020-01-03T09:05:22.701000Z', undefined, DAY],
	])('a token issued at %s that expires at %s lives %i ms', (issued, expires, lifetime) => {
		expect(readLoginAnswer(answer(201, times(issued, expires)), login)).toEqual({ token: 'MII', lifetime, projectId: PROJECT });
	});

	test.each([
		'',
		'not JSON',
		'null',
		'7',
		'"text"',
		'[]',
		'{}',
		'{"token":null}',
		'{"token":"text"}',
		'{"token":{}}',
		'{"token":{"project":null}}',
		'{"token":{"project":"text"}}',
		'{"token":{"project":{}}}',
		'{"token":{"project":{"id":""}}}',
		'{"token":{"project":{"id":7}}}',
	])('a token whose project is not told, as in %s, is for the project that was asked for', (body) => {
		expect(readLoginAnswer(answer(201, body), { ...login, projectId: PROJECT })).toEqual({ token: 'MII', lifetime: DAY, projectId: PROJECT });
		const unknown = thrownBy(() => readLoginAnswer(answer(201, body), login));
		expect(unknown.details.problem).toBe('configuration');
		expect(unknown.message).toMatch(/^Fill in the Project ID/);
		expect(unknown.description).toContain('"cn-north-4"');
	});

	test('the project that IAM names counts, whatever was asked for', () => {
		const other = 'b'.repeat(32);
		expect(readLoginAnswer(answer(201, { token: { project: { id: other } } }), { ...login, projectId: PROJECT }).projectId).toBe(other);
	});

	test.each([
		['a status that is not 201', answer(200, times('x', 'y'))],
		['an empty token', answer(201, times('x', 'y'), { 'x-subject-token': '' })],
		['no token', answer(201, times('x', 'y'), {})],
	])('%s is no login', (_name, given) => {
		expect(thrownBy(() => readLoginAnswer(given, login)).details.problem).toBe('failed');
	});
});

describe('a login that failed counts as refused only where IAM itself has judged it and would do so again', () => {
	const iam = (message: string) => ({ error: { code: 400, message, title: 'x' } });
	const coded = (code: string) => ({ error_code: code, error_msg: 'x' });

	test.each([
		[400, iam('something new'), 'loginRefused'],
		[401, iam('The username or password is wrong.'), 'loginRefused'],
		[401, iam('The account is locked.'), 'loginRefused'],
		[403, coded('IAM.0081'), 'loginRefused'],
		[499, iam('something new'), 'loginRefused'],
		[399, iam('something new'), 'failed'],
		[302, iam('moved'), 'failed'],
		[407, iam('proxy'), 'failed'],
		[408, iam('slow'), 'failed'],
		[429, iam('The account is locked.'), 'failed'],
		[500, coded('IAM.0081'), 'failed'],
		[503, iam('The account is locked.'), 'failed'],
		[401, '<html>Log in</html>', 'failed'],
		[401, '', 'failed'],
		[401, 'The account is locked.', 'failed'],
	])('HTTP %i with %j: %s', (status, body, problem) => {
		const error = thrownBy(() => readLoginAnswer(answer(status, body, {}), login));
		expect(error.details).toMatchObject({ problem, httpStatus: status });
	});

	test('what the service echoes of the password is not told', () => {
		const error = thrownBy(() => readLoginAnswer(answer(400, iam('bad: pass word'), {}), login));
		expect(error.description).toContain('bad: …');
		expect(JSON.stringify(error.details)).not.toContain('pass word');
	});
});

describe('what is known about a login', () => {
	test('names host and project for the messages', () => {
		expect(loginSituation(login)).toEqual({ call: 'login', host: 'iam.example.com:8443', project: 'project named "cn-north-4"', accountAsUser: false });
		expect(loginSituation({ ...login, projectId: PROJECT }).project).toBe(`project ${PROJECT}`);
	});

	test.each([
		['account', true],
		['Account', false],
		['me@example.com', true],
		['123456', true],
		['+123456', true],
		['12345', false],
		['++123456', false],
		['user123456', false],
		['123456user', false],
	])('a user named "%s" in the account "account" looks like a HUAWEI ID: %p', (username, looks) => {
		expect(loginSituation({ ...login, username }).accountAsUser).toBe(looks);
	});
});
