import type { IHttpRequestOptions } from 'n8n-workflow';

import { explain } from '../errors/catalogue';
import { readServiceFailure, type ServiceFailure } from '../errors/readFailure';
import { HuaweiCloudError } from '../huaweiCloudError';
import type { HttpAnswer } from '../httpAnswer';

/** Everything that decides which token IAM issues. */
export interface PasswordLogin {
	/** Origin of IAM, for example https://iam.cn-north-4.myhuaweicloud.com. */
	readonly iamOrigin: string;
	readonly domainName: string;
	readonly username: string;
	readonly password: string;
	/** Region ID; names the project when `projectId` is empty. */
	readonly region: string;
	/** 32 hex characters, or empty. */
	readonly projectId: string;
}

/** A token as IAM issued it. */
export interface IssuedToken {
	token: string;
	/** How long the token lives from its issue on, ms. */
	lifetime: number;
	/** The project the token is for; goes into the OCR path. */
	projectId: string;
}

/** Used where IAM's answer has no readable times; tokens live 24 hours (contract 2.4). */
const DEFAULT_LIFETIME = 24 * 60 * 60 * 1000;

/** ms; a login is a small request, so a host that takes longer is not going to answer. */
const LOGIN_TIMEOUT = 30_000;

/**
 * The login call of contract 2.1. `nocatalog` keeps the answer small. The scope is always a
 * project, since OCR refuses tokens without one (ModelArts.0212).
 */
export function loginRequest(login: PasswordLogin): IHttpRequestOptions {
	return {
		method: 'POST',
		url: `${login.iamOrigin}/v3/auth/tokens?nocatalog=true`,
		headers: { 'Content-Type': 'application/json;charset=utf8' },
		body: JSON.stringify({
			auth: {
				identity: {
					methods: ['password'],
					password: {
						user: {
							name: login.username,
							password: login.password,
							domain: { name: login.domainName },
						},
					},
				},
				scope: {
					project: login.projectId === '' ? { name: login.region } : { id: login.projectId },
				},
			},
		}),
		timeout: LOGIN_TIMEOUT,
		// A redirect would take the password to wherever it points.
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		encoding: 'text',
	};
}

/**
 * Reads IAM's answer to a login.
 * @throws HuaweiCloudError when no token was issued
 */
export function readLoginAnswer(answer: HttpAnswer, login: PasswordLogin): IssuedToken {
	const token = answer.headers['x-subject-token'];
	if (answer.status !== 201 || !token) {
		// A gateway may echo what it was sent.
		throw loginError(readServiceFailure(answer, { secrets: [login.password] }), login);
	}

	const details = tokenDetails(answer.body);
	const projectId = details.projectId ?? login.projectId;
	if (projectId === '') {
		throw new HuaweiCloudError(
			'Fill in the Project ID: Huawei Cloud IAM issued a token without a project',
			`Project "${login.region}" was asked for by the Region's name. Copy the ID from the console, My Credentials, API Credentials.`,
			{ problem: 'service' },
		);
	}
	return { token, lifetime: details.lifetime ?? DEFAULT_LIFETIME, projectId };
}

/**
 * The lifetime is taken from the difference of two times of the same server, so that a wrong clock
 * on this machine doesn't matter.
 */
function tokenDetails(body: string): { projectId?: string; lifetime?: number } {
	const token = parseObject(body)?.token;
	if (!isRecord(token)) return {};
	const projectId = isRecord(token.project) ? token.project.id : undefined;
	const lifetime = Date.parse(String(token.expires_at)) - Date.parse(String(token.issued_at));
	return {
		...(typeof projectId === 'string' && projectId !== '' ? { projectId } : {}),
		...(lifetime > 0 ? { lifetime } : {}),
	};
}

function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFromIam({ bodyKind }: ServiceFailure): boolean {
	return bodyKind === 'iam' || bodyKind === 'service';
}

/** The four usual mistakes each get their own first sentence; all else is explained by its code. */
function loginError(failure: ServiceFailure, login: PasswordLogin): HuaweiCloudError {
	const { httpStatus, errorMsg } = failure;
	const host = new URL(login.iamOrigin).host;
	const said = errorMsg ? ` IAM said: ${errorMsg}` : '';
	if (httpStatus === 401) {
		return new HuaweiCloudError(
			/locked/i.test(errorMsg ?? '')
				? 'Wait 15 minutes, then check the password: the account is locked after too many failed logins'
				: 'Check Account Name, IAM User Name and IAM Password: Huawei Cloud refused the login',
			`The login is not repeated by itself, because five failures within 15 minutes lock the user.${said}`,
			{ problem: 'loginRefused', failure },
		);
	}
	if (httpStatus === 404 && !/^APIG/.test(failure.errorCode ?? '') && isFromIam(failure)) {
		const asked =
			login.projectId === '' ? `project named "${login.region}"` : `project ${login.projectId}`;
		return new HuaweiCloudError(
			`Check Project ID and Region: Huawei Cloud has no ${asked} for this user`,
			`The Project ID is listed in the console under My Credentials, API Credentials, in the row of the region.${said}`,
			{ problem: 'loginRefused', failure },
		);
	}
	if (httpStatus >= 300 && httpStatus < 400) {
		return new HuaweiCloudError(
			`Check IAM Endpoint and Region: ${host} redirects to another address, and a password never follows a redirect`,
			'Enter the final host name as IAM Endpoint, or leave it empty to use the one of the region.',
			{ problem: 'service', failure },
		);
	}
	if (!isFromIam(failure) && httpStatus < 500 && httpStatus !== 429) {
		return new HuaweiCloudError(
			`Check IAM Endpoint and Region: ${host} does not answer like Huawei Cloud IAM`,
			`It answered with HTTP status ${httpStatus} and no login result.`,
			{ problem: 'service', failure },
		);
	}
	if (httpStatus === 400 && failure.bodyKind === 'iam') {
		return new HuaweiCloudError(
			'Check the fields of the credential: Huawei Cloud IAM can not read the login',
			`A field may be empty or hold a character that IAM does not accept.${said}`,
			{ problem: 'loginRefused', failure },
		);
	}
	const { remedy, cause } = explain(failure, 'iam');
	return new HuaweiCloudError(remedy, `${cause}.${said}`, {
		problem: httpStatus === 403 ? 'loginRefused' : 'service',
		failure,
	});
}
