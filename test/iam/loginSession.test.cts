import { HuaweiCloudError, type HuaweiCloudProblem } from '../../huaweiCloud/huaweiCloudError.ts';
import { LoginSession } from '../../huaweiCloud/iam/loginSession.ts';
import type { PasswordLogin } from '../../huaweiCloud/iam/passwordLogin.ts';
import { keptIn } from '../support/kept.cts';

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

test.each([
	[9_999, 'token 1'],
	[10_000, 'token 2'],
])('a login serves those that come %i ms later: %s', async (ms, token) => {
	const { logIn, pass } = setUp();
	await logIn();
	pass(ms);
	expect((await logIn()).token).toBe(token);
});

test.each([
	[-1, 'token 1'],
	[0, 'token 2'],
	[1, 'token 2'],
])('who holds a token of a number that differs by %i from the one just issued gets %s', async (difference, token) => {
	const { logIn } = setUp();
	const { tokenIssuedAt } = await logIn();
	expect((await logIn(tokenIssuedAt + difference)).token).toBe(token);
});

test.each([
	[4_499, 't1'],
	[4_500, 't2'],
])('a token that lives five seconds is handed out until it is to be renewed: after %i ms, %s', async (ms, token) => {
	const { session, pass } = setUp();
	let issued = 0;
	const issue = () => Promise.resolve({ token: `t${++issued}`, lifetime: 5_000, projectId: 'p' });
	await session.logIn(login, { heldToken: 0, issue });
	pass(ms);
	expect((await session.logIn(login, { heldToken: 0, issue })).token).toBe(token);
});

test('what is stored: token, project, and a number that is the time of issue', async () => {
	const { logIn } = setUp();
	expect(await logIn()).toEqual({
		token: 'token 1',
		tokenFor: expect.stringMatching(/^[0-9a-f]{32}:[0-9a-f]{64}$/) as string,
		tokenIssuedAt: 1_000_000,
		tokenRenewAt: 1_000_000 + DAY - 5 * 60_000,
		tokenProjectId: 'p',
	});
});

describe('a later token has a higher number although the clock was set back', () => {
	const lateClock = () => {
		let wall = 50_000;
		let steady = 0;
		const session = new LoginSession(() => wall, () => steady);
		const issue = () => Promise.resolve({ token: 't', lifetime: DAY, projectId: 'p' });
		return { session, issue, setBack: () => void (wall = 1_000), pass: (ms: number) => void (steady += ms) };
	};

	test('than the one that the caller holds', async () => {
		const { session, issue } = lateClock();
		expect((await session.logIn(login, { heldToken: 60_000, issue })).tokenIssuedAt).toBe(60_001);
	});

	test('than any that was refused', async () => {
		const { session, issue } = lateClock();
		session.reportRejected(login, 70_000);
		session.reportRejected(login, 65_000);
		expect([65_000, 70_000, 70_001].map((token) => session.isRejected(login, token))).toEqual([true, true, false]);
		expect((await session.logIn(login, { heldToken: 0, issue })).tokenIssuedAt).toBe(70_001);
	});

	test('than the one that was just issued', async () => {
		const { session, issue, setBack } = lateClock();
		const first = await session.logIn(login, { heldToken: 0, issue });
		setBack();
		expect((await session.logIn(login, { heldToken: first.tokenIssuedAt, issue })).tokenIssuedAt).toBe(50_001);
	});
});

test('a refusal of a token is known for two days, also while others log in', async () => {
	const { session, logIn, pass } = setUp();
	session.reportRejected(login, 5);
	pass(2 * DAY - 1);
	await logIn(0, { ...login, username: 'b' });
	expect(session.isRejected(login, 5)).toBe(true);
	pass(1);
	await logIn(0, { ...login, username: 'c' });
	expect(session.isRejected(login, 5)).toBe(false);
});

test('a login of someone else leaves the recent one at hand', async () => {
	const { logIn, pass } = setUp();
	await logIn();
	pass(1_000);
	await logIn(0, { ...login, username: 'other' });
	expect((await logIn()).token).toBe('token 1');
});

test('what is kept does not grow with the number of logins', async () => {
	const { session, logIn, pass } = setUp();
	for (let day = 0; day < 20; day++) {
		const who = { ...login, username: `user ${day}` };
		const { tokenIssuedAt } = await logIn(0, who);
		session.reportRejected(who, tokenIssuedAt);
		pass(DAY);
	}
	expect(keptIn(session)).toBeLessThanOrEqual(4);
});

test('only a refusal of the login itself keeps it from being tried, and someone at the dialog has three tries', async () => {
	const { session } = setUp();
	let calls = 0;
	const issue = () => {
		calls += 1;
		return Promise.reject(errorOf('loginRefused', 'no'));
	};
	for (let tries = 0; tries < 5; tries++) {
		await expect(session.logIn(login, { heldToken: 0, byHand: true, issue })).rejects.toThrow('no');
	}
	expect(calls).toBe(3);
});
