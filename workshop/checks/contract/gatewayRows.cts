// Section 15.2, rows 1 to 7: edge and gateway.
import type { Emulator } from '../../emulator/server.cts';
import { TEMPORARY_ACCESS_KEY, TEMPORARY_SECRET_KEY, TEMPORARY_SECURITY_TOKEN } from '../../emulator/users.cts';
import { ocr, type Reply, send, tokenOf } from '../../emulator/client.cts';
import { call, signedCall, type SignOptions, tokenFor, withImage } from './calls.cts';
import { type Check, type Expected, gatewayError, unauthenticated } from './check.cts';

const NOT_PUBLISHED = gatewayError(
	404,
	'APIG.0101',
	'The API does not exist or has not been published in the environment.',
);
const MUST_BE_UPDATED = gatewayError(401, 'APIG.0307', 'The token must be updated.');
const GOOD: Expected = { status: 200 };

function check(row: string, name: string, sendIt: Check['send'], expected: Expected): Check {
	return { row: `15.2 row ${row}`, name, send: sendIt, expected };
}

/** APIG.0201 stands for many things; only its status tells which. */
function tooLarge(status: number): Expected {
	return { status, also: (reply) => (reply.json?.error_code === 'APIG.0201' ? undefined : `code ${String(reply.json?.error_code)}`) };
}

async function withOldToken(emulator: Emulator, age: (emulator: Emulator) => void): Promise<Reply> {
	const token = await tokenOf(emulator, { user: 'second-user' });
	age(emulator);
	return ocr(emulator, withImage(), { token });
}

const EXPIRES = /^Incorrect IAM authentication information: token expires, expires_at: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

async function throttled(emulator: Emulator, rule: { calls: number; seconds: number }): Promise<Reply> {
	emulator.control.set({ throttle: [rule] });
	for (let i = 0; i < rule.calls; i++) await call(emulator, withImage());
	const reply = await call(emulator, withImage());
	emulator.control.set({ throttle: [] });
	return reply;
}

function overLimit(text: string): Expected {
	return gatewayError(
		429,
		'APIG.0308',
		`The throttling threshold has been reached: policy user over ratelimit,${text}`,
	);
}

const signed =
	(options: SignOptions = {}): Check['send'] =>
	(emulator) =>
		signedCall(emulator, options);

/** Newer gateways append the canonical request they computed (4.4). */
const SIGNATURE_FAILS: Expected = {
	status: 401,
	also: ({ json }) =>
		json?.error_code === 'APIG.0301' &&
		String(json.error_msg).startsWith(
			'Incorrect IAM authentication information: verify aksk signature fail,canonicalRequest:POST|/v2/',
		)
			? undefined
			: `body ${JSON.stringify(json)}`,
};

const WRONG_SECRET = { accessKeyId: 'EMULATORACCESSKEY002', secretAccessKey: 'wrong' };
const SECOND_SECRET = { accessKeyId: 'EMULATORACCESSKEY002', secretAccessKey: 'EmulatorSecretKey00000000000000000000004' };

async function afterFailures(emulator: Emulator, failures: number, laterMs = 0): Promise<Reply> {
	emulator.control.unlock();
	for (let i = 0; i < failures; i++) await signedCall(emulator, WRONG_SECRET);
	emulator.control.shiftClock(laterMs);
	const sdkDate = sdkTime(emulator.control.now());
	const reply = await signedCall(emulator, { ...SECOND_SECRET, sdkDate });
	emulator.control.shiftClock(-laterMs);
	emulator.control.unlock();
	return reply;
}

const MINUTE = 60_000;
const at = (offsetMs: number): string => sdkTime(Date.now() + offsetMs);

/** `20260115T083000Z` */
function sdkTime(ms: number): string {
	return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

const SIGNATURE_EXPIRED = unauthenticated('calc ak sk signature fail:signature expired');
const TEMPORARY = { accessKeyId: TEMPORARY_ACCESS_KEY, secretAccessKey: TEMPORARY_SECRET_KEY };

export const GATEWAY_CHECKS: Check[] = [
	check('1', 'one header over 32 KB', (e) => call(e, withImage(), { headers: { 'x-long': 'x'.repeat(33_000) } }), tooLarge(494)),
	check('1', 'headers over 128 KB', (e) => call(e, withImage(), { headers: manyHeaders() }), tooLarge(494)),
	check('1', 'headers over everything', (e) => call(e, withImage(), { headers: manyHeaders(20) }), tooLarge(494)),
	check('1', 'URI over 32 KB', (e) => send(`${e.url}/v2/${'a'.repeat(33_000)}/ocr/general-text`, { method: 'POST', body: '{}' }), tooLarge(414)),
	check('1', 'a token of 9 KB is no problem', (e) => ocr(e, withImage(), { token: `MII${'A'.repeat(9_200)}` }), unauthenticated('decrypt token fail')),
	check('2', 'unknown operation', (e) => call(e, withImage(), { operation: 'specific-text' }), NOT_PUBLISHED),
	check('2', 'unknown path', (e) => send(`${e.url}/v2/ocr/general-text`, { method: 'POST', body: '{}' }), NOT_PUBLISHED),
	check('2', 'GET', (e) => send(`${e.url}/v2/p/ocr/general-text`), NOT_PUBLISHED),
	check('2', 'PUT', (e) => send(`${e.url}/v2/p/ocr/general-text`, { method: 'PUT', body: '{}' }), NOT_PUBLISHED),
	check('3', 'body over 12 MB', (e) => call(e, {}, { body: Buffer.alloc(12 * 1024 * 1024 + 1, 0x20) }), gatewayError(413, 'APIG.0201', 'Request entity too large.')),
	check('3', 'body over 12 MB without a token: row 3 first', (e) => ocr(e, {}, { body: Buffer.alloc(12 * 1024 * 1024 + 1, 0x20) }), gatewayError(413, 'APIG.0201', 'Request entity too large.')),
	check('4', 'no token', (e) => ocr(e, withImage()), unauthenticated('x-auth-token not found')),
	check('4', 'another kind of Authorization', (e) => ocr(e, withImage(), { headers: { authorization: 'Basic YTpi' } }), unauthenticated('x-auth-token not found')),
	check('4', 'no token, no JSON: row 4 first', (e) => ocr(e, {}, { body: 'nothing' }), unauthenticated('x-auth-token not found')),
	check('5a', 'invented token', (e) => ocr(e, withImage(), { token: 'MIIinvented' }), unauthenticated('decrypt token fail')),
	check('5a', 'one character of a token changed', async (e) => ocr(e, withImage(), { token: changed(await tokenFor(e)) }), unauthenticated('decrypt token fail')),
	check('5a', 'token and a stray Authorization', (e) => call(e, withImage(), { headers: { authorization: 'Bearer x' } }), unauthenticated('decrypt token fail')),
	check('5b', 'expired token', (e) => withOldToken(e, ({ control }) => control.expireTokens('second-user')), {
		status: 401,
		also: ({ json }) => (EXPIRES.test(String(json?.error_msg)) && json?.error_code === 'APIG.0301' ? undefined : JSON.stringify(json)),
	}),
	check('5c', 'revoked token', (e) => withOldToken(e, ({ control }) => control.revokeTokens('second-user')), MUST_BE_UPDATED),
	check('5c', 'token of another region', async (e) => ocr(e, withImage(), { token: await tokenFor(e, { scope: { project: { name: 'cn-east-3' } } }) }), MUST_BE_UPDATED),
	check('6a', 'unknown access key', signed({ accessKeyId: 'UNKNOWNACCESSKEY0001' }), unauthenticated('ak UNKNOWNACCESSKEY0001 not exist')),
	check('6a', 'access key of a disabled user', signed({ accessKeyId: 'EMULATORDISABLED0001', secretAccessKey: 'EmulatorSecretKey00000000000000000000005' }), unauthenticated('ak EMULATORDISABLED0001 not exist')),
	check('6b', 'right after six failures in a row', (e) => afterFailures(e, 6), unauthenticated('AK access failed to reach the limit,forbidden.')),
	check('6b', 'right after five failures in a row', (e) => afterFailures(e, 5), GOOD),
	check('6b', 'five minutes later', (e) => afterFailures(e, 6, 5 * MINUTE + 1), GOOD),
	check('6c', 'X-Sdk-Date absent', signed({ tamper: ({ headers }) => delete headers['X-Sdk-Date'] }), SIGNATURE_EXPIRED),
	check('6c', 'X-Sdk-Date in another form', signed({ tamper: ({ headers }) => (headers['X-Sdk-Date'] = '2026-01-15T08:30:00Z') }), SIGNATURE_EXPIRED),
	check('6c', '16 minutes old', signed({ sdkDate: at(-16 * MINUTE) }), SIGNATURE_EXPIRED),
	check('6c', '16 minutes ahead', signed({ sdkDate: at(16 * MINUTE) }), SIGNATURE_EXPIRED),
	check('6c', '14 minutes old', signed({ sdkDate: at(-14 * MINUTE) }), GOOD),
	check('6c', '14 minutes ahead', signed({ sdkDate: at(14 * MINUTE) }), GOOD),
	check('6c', 'X-Sdk-Date not signed', signed({ tamper: ({ headers }) => (headers.Authorization = headers.Authorization?.replace(';x-sdk-date', '') ?? '') }), SIGNATURE_EXPIRED),
	check('6d', 'good signature', signed(), GOOD),
	check('6d', 'with X-Project-Id and Enterprise-Project-Id signed', signed({ headers: { 'X-Project-Id': 'p', 'Enterprise-Project-Id': '0' } }), GOOD),
	check('6d', 'wrong secret key', signed({ secretAccessKey: 'wrong' }), SIGNATURE_FAILS),
	check('6d', 'body changed after signing', signed({ tamper: (sent) => (sent.body += ' ') }), SIGNATURE_FAILS),
	check('6d', 'signed header changed after signing', signed({ tamper: ({ headers }) => (headers['content-type'] = 'application/json;charset=utf8') }), SIGNATURE_FAILS),
	check('6d', 'header not signed may change', signed({ tamper: ({ headers }) => (headers['User-Agent'] = 'other') }), GOOD),
	check('6d', 'UNSIGNED-PAYLOAD, body changed', signed({ headers: { 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' }, tamper: (sent) => (sent.body += ' ') }), GOOD),
	check('6d', 'a made-up hash in X-Sdk-Content-Sha256', signed({ headers: { 'X-Sdk-Content-Sha256': '0'.repeat(64) } }), SIGNATURE_FAILS),
	check('6d', 'temporary key with its token', signed({ ...TEMPORARY, headers: { 'X-Security-Token': TEMPORARY_SECURITY_TOKEN } }), GOOD),
	check('6d', 'temporary key without its token', signed(TEMPORARY), unauthenticated('verify aksk signature fail')),
	check('6d', 'temporary key with another token', signed({ ...TEMPORARY, headers: { 'X-Security-Token': 'other' } }), unauthenticated('verify aksk signature fail')),
	check('6d', 'no signature that could be read', signed({ tamper: ({ headers }) => (headers.Authorization = 'SDK-HMAC-SHA256 Access=a') }), unauthenticated('verify aksk signature fail')),
	check('7', 'third call where two a minute are allowed', (e) => throttled(e, { calls: 2, seconds: 60 }), overLimit('limit:2,time:1 minute')),
	check('7', 'fourth call where three in 10 s are allowed', (e) => throttled(e, { calls: 3, seconds: 10 }), overLimit('limit:3,time:10 second')),
];

/** Together over 128 KB (default) or over what the parser takes; each below 32 KB. */
function manyHeaders(count = 5): Record<string, string> {
	return Object.fromEntries(Array.from({ length: count }, (_, i) => [`x-long-${i}`, 'x'.repeat(30_000)]));
}

function changed(token: string): string {
	const middle = token.length >> 1;
	return token.slice(0, middle) + (token[middle] === 'A' ? 'B' : 'A') + token.slice(middle + 1);
}
