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

/** Names a login inside this process. */
export function loginKey(login: PasswordLogin): string {
	return hash(PROCESS_SECRET, login);
}

/**
 * A salted fingerprint that is stored beside a token, to notice that the token belongs to login
 * data that has been edited since.
 */
export function loginFingerprint(login: PasswordLogin): string {
	const salt = randomBytes(16).toString('hex');
	return `${salt}:${hash(salt, login)}`;
}

export function matchesFingerprint(fingerprint: string, login: PasswordLogin): boolean {
	const [salt, expected] = fingerprint.split(':');
	return Boolean(salt) && hash(salt ?? '', login) === expected;
}
