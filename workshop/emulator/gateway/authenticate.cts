// Who is calling: rows 4 to 6 of section 15.2.
import type { Cloud } from '../cloud.cts';
import { type Call, header } from '../http/call.cts';
import { IAM_AUTH_PREFIX, refuse } from '../http/errorCatalogue.cts';
import { iamTime, type IssuedToken } from '../iam/tokens.cts';
import { type EmulatorProject, type EmulatorUser, regionOfProject } from '../users.cts';
import { ALGORITHM, verifySignature } from './signature.cts';

export interface Caller {
	user: EmulatorUser;
	/** Project of the token; undefined when the token has none. */
	project?: EmulatorProject;
	via: 'token' | 'signature';
}

/** `family` is APIG for OCR and APIGW for IAM (7.3). */
export function authenticate(cloud: Cloud, call: Call, family: 'APIG' | 'APIGW'): Caller {
	const tokenText = header(call, 'x-auth-token');
	const authorization = header(call, 'authorization');
	const signed = authorization?.startsWith(`${ALGORITHM} `) ?? false;
	const unauthenticated = (suffix: string): never =>
		refuse(`${family}.0301`, call.requestId, { message: `${IAM_AUTH_PREFIX}${suffix}` });

	if (tokenText !== undefined && tokenText !== '') {
		// A stray Authorization header beside the token is seen to end like this (section 3).
		if (authorization !== undefined && !signed) unauthenticated('decrypt token fail');
		const token = checkToken(cloud, call, tokenText, family, unauthenticated);
		return {
			user: token.user,
			...(token.project ? { project: token.project } : {}),
			via: 'token',
		};
	}
	if (!signed || authorization === undefined) return unauthenticated('x-auth-token not found'); // Row 4
	const verdict = verifySignature(cloud, call, authorization); // Rows 6a to 6d
	if (!verdict.ok) return unauthenticated(verdict.reason);
	return { user: verdict.owner.user, via: 'signature' };
}

function checkToken(
	cloud: Cloud,
	call: Call,
	text: string,
	family: 'APIG' | 'APIGW',
	unauthenticated: (suffix: string) => never,
): IssuedToken {
	const token = cloud.tokens.find(text) ?? unauthenticated('decrypt token fail'); // Row 5a
	if (cloud.tokens.isExpired(token)) {
		unauthenticated(`token expires, expires_at: ${iamTime(token.expiresAt)}`); // Row 5b
	}
	// Row 5c
	const foreign =
		family === 'APIG' && token.project !== undefined && regionOfProject(token.project.name) !== cloud.settings.region;
	if (token.revoked || token.user.state !== 'active' || foreign) refuse(`${family}.0307`, call.requestId);
	return token;
}
