import { createHmac, randomBytes } from 'crypto';

import type { PasswordLogin } from './passwordLogin';

/** Differs in each process, so that a key in memory says nothing about the password. */
const PROCESS_SECRET = randomBytes(32).toString('hex');

function hash(secret: string, login: PasswordLogin): string {
	const { iamOrigin, domainName, username, password, region, projectId } = login;
	return createHmac('sha256', secret)
		.update(JSON.stringify([iamOrigin, domainName, username, password, region, projectId]))
		.digest('hex');
}

/** Hashing for every call would cost as much as the rest of the credential's work. */
const keys = new WeakMap<PasswordLogin, string>();

/** Names a login inside this process. */
export function loginKey(login: PasswordLogin): string {
	const known = keys.get(login);
	if (known !== undefined) return known;
	const key = hash(PROCESS_SECRET, login);
	keys.set(login, key);
	return key;
}

/**
 * A salted fingerprint that is stored beside a token, to notice that the token belongs to login
 * data that has been edited since.
 */
export function loginFingerprint(login: PasswordLogin): string {
	const salt = randomBytes(16).toString('hex');
	return `${salt}:${hash(salt, login)}`;
}

/** The fingerprint that a login was last found to match. */
const matched = new WeakMap<PasswordLogin, string>();

export function matchesFingerprint(fingerprint: string, login: PasswordLogin): boolean {
	if (matched.get(login) === fingerprint) return true;
	const [salt = '', expected] = fingerprint.split(':');
	const matches = hash(salt, login) === expected;
	if (matches) matched.set(login, fingerprint);
	return matches;
}
