import { HuaweiCloudError, type HuaweiCloudProblem } from '../../huaweiCloud/huaweiCloudError.ts';
import { LoginSession } from '../../huaweiCloud/iam/loginSession.ts';
import type { PasswordLogin } from '../../huaweiCloud/iam/passwordLogin.ts';

const login: PasswordLogin = {
	iamOrigin: 'https://iam.example.com',
	domainName: 'Account',
	username: 'user',
	password: 'first password',
	region: 'cn-north-4',
	projectId: '',
};

const errorOf = (problem: HuaweiCloudProblem, message: string): HuaweiCloudError =>
	new HuaweiCloudError({ problem, message, description: 'd', errorCode: 'x', verdict: 'no', reach: 'account' });

const DAY = 24 * 60 * 60_000;

function setUp() {
	let now = 1_000_000;
	let issued = 0;
	const session = new LoginSession(
		() => now,
		() => now,
	);
	const issue = () => Promise.resolve({ token: `token ${++issued}`, lifetime: DAY, projectId: 'p' });
	return {
		session,
		logIn: (heldSince = 0, who = login) => session.logIn(who, { heldToken: heldSince, issue }),
		pass: (ms: number) => {
			now += ms;
		},
		logins: () => issued,
	};
}

test('calls that come together share one login', async () => {
	const { logIn, logins } = setUp();
	const results = await Promise.all(Array.from({ length: 10 }, () => logIn()));
	expect(new Set(results.map(({ token }) => token))).toEqual(new Set(['token 1']));
	expect(logins()).toBe(1);
});

test('a straggler with the old token gets the new one, for ten seconds', async () => {
	const { logIn, logins, pass } = setUp();
	const old = await logIn();
	pass(DAY);
	await logIn(old.tokenIssuedAt);
	pass(9_000);
	expect((await logIn(old.tokenIssuedAt)).token).toBe('token 2');
	pass(2_000);
	await logIn(old.tokenIssuedAt);
	expect(logins()).toBe(3);
});

test('a token that was itself rejected is not handed out again', async () => {
	const { session, logIn, logins, pass } = setUp();
	const first = await logIn();
	session.reportRejected(login, first.tokenIssuedAt);
	pass(1);
	const second = await logIn(0);
	expect(second.token).toBe('token 2');
	expect(session.isRejected(login, first.tokenIssuedAt)).toBe(true);
	expect(session.isRejected(login, second.tokenIssuedAt)).toBe(false);
	expect(logins()).toBe(2);
});

test('different login data never share a token', async () => {
	const { logIn } = setUp();
	const a = await logIn();
	const b = await logIn(0, { ...login, password: 'edited' });
	const c = await logIn(0, { ...login, projectId: 'a'.repeat(32) });
	expect([a.token, b.token, c.token]).toEqual(['token 1', 'token 2', 'token 3']);
	expect(new Set([a.tokenFor, b.tokenFor, c.tokenFor]).size).toBe(3);
});

test('a refused login is not repeated for five minutes, since five failures lock the user', async () => {
	const { session, pass } = setUp();
	let calls = 0;
	const issue = () => {
		calls += 1;
		return Promise.reject(errorOf('loginRefused', 'no'));
	};
	for (let item = 0; item < 200; item++) {
		await expect(session.logIn(login, { heldToken: 0, issue })).rejects.toThrow('no');
	}
	expect(calls).toBe(1);
	pass(5 * 60_000);
	await expect(session.logIn(login, { heldToken: 0, issue })).rejects.toMatchObject({
		details: { description: expect.stringMatching(/^d This was answered 5 minutes ago/) as string },
	});
	expect(calls).toBe(1);
	pass(1);
	await expect(session.logIn(login, { heldToken: 0, issue })).rejects.toThrow('no');
	expect(calls).toBe(2);
});

test('a login that was taken in between ends the memory of its refusal', async () => {
	const { session, logIn, pass } = setUp();
	const refuse = () => Promise.reject(errorOf('loginRefused', 'no'));
	await expect(session.logIn(login, { heldToken: 0, issue: refuse })).rejects.toThrow('no');
	pass(5 * 60_000 + 1);
	await logIn();
	pass(60_000);
	await expect(session.logIn(login, { heldToken: 0, issue: refuse })).rejects.toThrow('no');
	pass(5 * 60_000 + 1);
	expect((await logIn()).token).toBe('token 2');
});

test('a login that failed for another reason is tried again by the next call', async () => {
	const { session, logIn } = setUp();
	const fail = () => Promise.reject(errorOf('failed', 'down'));
	await expect(session.logIn(login, { heldToken: 0, issue: fail })).rejects.toThrow('down');
	expect((await logIn()).token).toBe('token 1');
});

test('a token is to be renewed five minutes before its end, a short-lived one at nine tenths', async () => {
	const { session, logIn } = setUp();
	const stored = await logIn();
	expect(stored.tokenRenewAt - stored.tokenIssuedAt).toBe(DAY - 5 * 60_000);
	const short = await session.logIn(
		{ ...login, username: 'other' },
		{ heldToken: 0, issue: () => Promise.resolve({ token: 't', lifetime: 60_000, projectId: 'p' }) },
	);
	expect(short.tokenRenewAt - short.tokenIssuedAt).toBe(54_000);
});

test('what is stored says nothing about the password', async () => {
	const { logIn } = setUp();
	expect(JSON.stringify(await logIn())).not.toContain('first password');
});
