import type { IHttpRequestOptions } from 'n8n-workflow';

import { explain, type Explanation, type Situation } from '../errors/explain';
import { readServiceFailure, type ServiceFailure } from '../errors/readFailure';
import { ANSWER_OPTIONS, type HttpAnswer } from '../httpAnswer';
import { configurationError, explainedError, type HuaweiCloudError } from '../huaweiCloudError';

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
export function loginRequest(login: PasswordLogin): IHttpRequestOptions & { timeout: number } {
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
		...ANSWER_OPTIONS,
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
		throw configurationError(
			'Fill in the Project ID: Huawei Cloud IAM issued a token without a project',
			`Project "${login.region}" was asked for by the Region's name. Copy the ID from the console, My Credentials, API Credentials.`,
		);
	}
	return { token, lifetime: details.lifetime ?? DEFAULT_LIFETIME, projectId };
}

/**
 * The lifetime is taken from the difference of two times of the same server, so that a wrong clock
 * on this machine doesn't matter.
 */
function tokenDetails(body: string): { projectId?: string; lifetime?: number } {
	const token = field(parseJson(body), 'token');
	const projectId = field(field(token, 'project'), 'id');
	const lifetime = Date.parse(String(field(token, 'expires_at'))) - Date.parse(String(field(token, 'issued_at')));
	return {
		...(typeof projectId === 'string' && projectId !== '' ? { projectId } : {}),
		...(lifetime > 0 ? { lifetime } : {}),
	};
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** Undefined where there is no such field, or nothing that has fields. */
function field(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** An account that logs in as itself, or a mail address or phone number: what a HUAWEI ID has. */
function isAccountAsUser({ domainName, username }: PasswordLogin): boolean {
	return username === domainName || username.includes('@') || /^\+?\d{6,}$/.test(username);
}

/** What is known about a login beside the answer to it. */
export function loginSituation(login: PasswordLogin): Situation {
	return {
		call: 'login',
		host: new URL(login.iamOrigin).host,
		project: login.projectId === '' ? `project named "${login.region}"` : `project ${login.projectId}`,
		accountAsUser: isAccountAsUser(login),
	};
}

function loginError(failure: ServiceFailure, login: PasswordLogin): HuaweiCloudError {
	const explanation = explain(failure, loginSituation(login));
	return explainedError(isRefusal(failure, explanation) ? 'loginRefused' : 'failed', explanation);
}

/** Whether IAM itself has judged the login and would judge it so again. */
function isRefusal({ httpStatus, bodyKind }: ServiceFailure, { verdict }: Explanation): boolean {
	const isIam = bodyKind === 'iam' || bodyKind === 'service';
	return verdict === 'no' && isIam && httpStatus >= 400 && httpStatus < 500 && httpStatus !== 407;
}
