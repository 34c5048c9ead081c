import { loginFingerprint, loginKey, matchesFingerprint } from '../../huaweiCloud/iam/loginKey.ts';
import type { PasswordLogin } from '../../huaweiCloud/iam/passwordLogin.ts';

const login: PasswordLogin = {
	iamOrigin: 'https://iam.example.com',
	domainName: 'account',
	username: 'user',
	password: 'secret password',
	region: 'cn-north-4',
	projectId: '',
};

const EDITS = Object.keys(login).map((name) => [name, { ...login, [name]: 'edited' }] as const);

test('the same login data have the same key, and say nothing about the password', () => {
	expect(loginKey({ ...login })).toBe(loginKey(login));
	expect(loginKey(login)).toMatch(/^[0-9a-f]{64}$/);
});

test.each(EDITS)('login data with another %s have another key and do not match the stored token', (_name, edited) => {
	const fingerprint = loginFingerprint(login);
	expect(loginKey(edited)).not.toBe(loginKey(login));
	expect(matchesFingerprint(fingerprint, login)).toBe(true);
	expect(matchesFingerprint(fingerprint, edited)).toBe(false);
	expect(matchesFingerprint(fingerprint, edited)).toBe(false);
	expect(matchesFingerprint(fingerprint, login)).toBe(true);
});

test('each fingerprint has a salt of its own, and all of them match', () => {
	const [first, second] = [loginFingerprint(login), loginFingerprint(login)];
	expect(first).not.toBe(second);
	expect(first).toMatch(/^[0-9a-f]{32}:[0-9a-f]{64}$/);
	for (const fingerprint of [first, second, first]) expect(matchesFingerprint(fingerprint, login)).toBe(true);
});

test.each(['', ':', 'abc', 'abc:', ':abc', `${'0'.repeat(32)}:${'0'.repeat(64)}`])(
	'the fingerprint "%s" matches no login, also after another one did',
	(fingerprint) => {
		expect(matchesFingerprint(fingerprint, login)).toBe(false);
		matchesFingerprint(loginFingerprint(login), login);
		expect(matchesFingerprint(fingerprint, login)).toBe(false);
	},
);
