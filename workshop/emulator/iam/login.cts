// POST /v3/auth/tokens: checks in the order of section 15.3, answer of section 2.2.
import type { Cloud } from '../cloud.cts';
import { retryAfterHeaders } from '../gateway/throttle.cts';
import { type Answer, jsonAnswer } from '../http/answers.cts';
import type { Call } from '../http/call.cts';
import { refuse } from '../http/errorCatalogue.cts';
import { type EmulatorProject, type EmulatorUser, regionOfProject } from '../users.cts';
import { findProject } from './directory.cts';
import { type LoginRequest, readLoginRequest } from './loginRequest.cts';
import { tokenBody } from './tokenBody.cts';
import { isTotpCode } from './totp.cts';

export function login(cloud: Cloud, call: Call): Answer {
	// Row 2
	const request = readLoginRequest(call.body) ?? refuse('Keystone.400', call.requestId);
	const account = `${request.domainName}/${request.userName}`;
	call.record.user = account;

	checkRate(cloud, call, account); // Row 3
	const user = cloud.directory.findUser(request.domainName, request.userName);
	// Row 4
	if (user?.state === 'locked' || cloud.loginGuard.isLocked(account)) {
		refuse('Keystone.401.locked', call.requestId);
	}
	// Row 5. Unknown users count too: the answer must not tell whether a user exists.
	if (!user || user.huaweiId || user.password !== request.password) {
		cloud.loginGuard.failed(account);
		return refuse('Keystone.401', call.requestId);
	}
	// Row 6
	if (user.state === 'disabled') refuse('Keystone.403.disabled', call.requestId);
	if (!user.programmaticAccess) refuse('Keystone.403.console', call.requestId);
	checkMfa(cloud, call, user, request); // Row 7
	const project = scopeProject(call, user, request); // Row 8
	cloud.loginGuard.succeeded(account);
	return issue(cloud, call, user, request, project); // Row 9
}

function checkRate(cloud: Cloud, call: Call, account: string): void {
	const stopped = cloud.loginThrottle.take(account);
	if (!stopped) return;
	const { calls, seconds } = stopped.rule;
	refuse('IAM.0012', call.requestId, {
		message: `The throttling threshold has been reached. Threshold: ${calls} times per ${seconds} seconds`,
		headers: retryAfterHeaders(cloud.settings.retryAfter, stopped.waitMs, cloud.clock),
	});
}

function checkMfa(cloud: Cloud, call: Call, user: EmulatorUser, request: LoginRequest): void {
	if (!user.mfaSecret) return;
	const { totp } = request;
	if (totp?.id === user.id && isTotpCode(totp.passcode, user.mfaSecret, cloud.clock.now())) return;
	refuse('Keystone.401.mfa', call.requestId);
}

/** Project scope wins over domain scope (2.1); a project that the user can't see does not exist for it. */
function scopeProject(call: Call, user: EmulatorUser, request: LoginRequest): EmulatorProject | undefined {
	if (!request.project) return undefined;
	const wanted = request.project;
	const project = findProject(user, wanted);
	if (project) return project;
	return refuse('Keystone.404.project', call.requestId, {
		message: `Could not find project: ${String(wanted.id ?? wanted.name)}.`,
	});
}

function issue(
	cloud: Cloud,
	call: Call,
	user: EmulatorUser,
	request: LoginRequest,
	project: EmulatorProject | undefined,
): Answer {
	const text = cloud.tokens.issue(
		{
			user,
			...(project ? { project } : {}),
			domainScope: !project && request.domainScope,
			methods: request.methods,
			mfa: user.mfaSecret !== undefined,
		},
		cloud.settings.tokenLifeMs,
		cloud.settings.tokenLength,
	);
	const token = cloud.tokens.find(text);
	if (!token) throw new Error('A token just issued is not known');
	const withCatalog = !new URLSearchParams(call.query).get('nocatalog');
	const region = project ? regionOfProject(project.name) : cloud.settings.region;
	return jsonAnswer(201, tokenBody(token, withCatalog ? region : undefined), { 'X-Subject-Token': text });
}

