// Verifies `Authorization: SDK-HMAC-SHA256 …` (section 4, 15.2 rows 6a to 6d).
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.cts';
import type { Directory, KeyOwner } from '../iam/directory.cts';
import type { KeyGuard } from './keyGuard.cts';
import { canonicalRequest, headerValue, PAYLOAD_HEADER, sha256Hex, type SignedRequest } from './canonicalRequest.cts';

export const ALGORITHM = 'SDK-HMAC-SHA256';
const MAX_SKEW_MS = 15 * 60 * 1000;

export type Verdict =
	| { ok: true; owner: KeyOwner }
	/** `reason` is the suffix of APIG.0301 (7.3). */
	| { ok: false; reason: string };

interface Authorization {
	accessKeyId: string;
	signedNames: string[];
	signature: string;
}

export interface VerifierParts {
	directory: Directory;
	keyGuard: KeyGuard;
	clock: Clock;
}

export function verifySignature(parts: VerifierParts, request: SignedRequest, authorization: string): Verdict {
	const given = parseAuthorization(authorization);
	if (!given) return { ok: false, reason: 'verify aksk signature fail' };
	// Row 6a
	const owner = parts.directory.findKey(given.accessKeyId);
	if (!owner || owner.user.state !== 'active') return { ok: false, reason: `ak ${given.accessKeyId} not exist` };
	// Row 6b
	if (parts.keyGuard.isLocked(given.accessKeyId)) {
		return { ok: false, reason: 'AK access failed to reach the limit,forbidden.' };
	}
	// Row 6c
	if (!isFresh(parts.clock, headerValue(request, 'x-sdk-date'), given.signedNames)) {
		return { ok: false, reason: 'calc ak sk signature fail:signature expired' };
	}
	// Row 6d
	const canonical = canonicalRequest(request, given.signedNames);
	const reason = signatureProblem(parts, request, given, owner, canonical);
	if (reason) {
		parts.keyGuard.failed(given.accessKeyId);
		return { ok: false, reason };
	}
	parts.keyGuard.succeeded(given.accessKeyId);
	return { ok: true, owner };
}

/** Hex HMAC of a canonical request (4.2 steps 2 and 3). */
export function signatureOf(canonical: string, sdkDate: string, secretAccessKey: string): string {
	const stringToSign = [ALGORITHM, sdkDate, sha256Hex(canonical)].join('\n');
	return createHmac('sha256', secretAccessKey).update(stringToSign).digest('hex');
}

function signatureProblem(
	parts: VerifierParts,
	request: SignedRequest,
	given: Authorization,
	{ key }: KeyOwner,
	canonical: string,
): string | undefined {
	const sdkDate = headerValue(request, 'x-sdk-date') ?? '';
	const expected = signatureOf(canonical, sdkDate, key.secretAccessKey);
	// Newer gateways append the canonical request, with | for line breaks (4.4).
	const failed = `verify aksk signature fail,canonicalRequest:${canonical.replaceAll('\n', '|')}`;
	if (!equalText(expected, given.signature)) return failed;
	if (!isPayloadHeaderTrue(request, given.signedNames)) return failed;
	const securityToken = headerValue(request, 'x-security-token');
	if (key.securityToken === undefined) return undefined;
	if (!given.signedNames.includes('x-security-token')) return 'verify aksk signature fail';
	if (!equalText(key.securityToken, securityToken ?? '')) return 'verify aksk signature fail';
	if ((key.expiresAt ?? Number.POSITIVE_INFINITY) <= parts.clock.now()) return 'The securitytoken has expired.';
	return undefined;
}

/** A hash in the header that is neither of the body nor UNSIGNED-PAYLOAD would let a body be swapped. */
function isPayloadHeaderTrue(request: SignedRequest, signedNames: string[]): boolean {
	if (!signedNames.includes(PAYLOAD_HEADER)) return true;
	const value = headerValue(request, PAYLOAD_HEADER);
	return value === 'UNSIGNED-PAYLOAD' || value === sha256Hex(request.body);
}

function parseAuthorization(text: string): Authorization | undefined {
	const match = /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/.exec(text);
	const [, accessKeyId, names, signature] = match ?? [];
	if (!accessKeyId || !names || !signature) return undefined;
	return { accessKeyId, signedNames: names.toLowerCase().split(';'), signature };
}

/** `YYYYMMDDTHHMMSSZ`, signed, at most 15 minutes off (4.1, 4.2). */
function isFresh(clock: Clock, sdkDate: string | undefined, signedNames: string[]): boolean {
	if (!sdkDate || !signedNames.includes('x-sdk-date')) return false;
	const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(sdkDate);
	if (!match) return false;
	const [, year, month, day, hour, minute, second] = match;
	const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
	return Math.abs(clock.now() - time) <= MAX_SKEW_MS;
}

/** Same time whatever the difference. */
function equalText(a: string, b: string): boolean {
	const left = Buffer.from(a);
	const right = Buffer.from(b);
	return left.length === right.length && timingSafeEqual(left, right);
}
