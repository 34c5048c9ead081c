// The neighbours of the login (2.7): token check, projects, domains and temporary keys.
import { randomBytes } from 'node:crypto';
import type { Cloud } from '../cloud.cts';
import { authenticate } from '../gateway/authenticate.cts';
import { type Answer, jsonAnswer } from '../http/answers.cts';
import { type Call, header } from '../http/call.cts';
import { refuse } from '../http/errorCatalogue.cts';
import type { EmulatorAccessKey, EmulatorUser } from '../users.cts';
import { tokenBody } from './tokenBody.cts';
import { iamTime } from './tokens.cts';

/** GET /v3/auth/tokens: is `X-Subject-Token` good? */
export function checkToken(cloud: Cloud, call: Call): Answer {
	authenticate(cloud, call, 'APIGW');
	const text = header(call, 'x-subject-token') ?? '';
	const token = cloud.tokens.find(text);
	if (!token) return refuse('IAM.0009', call.requestId);
	if (token.revoked || cloud.tokens.isExpired(token)) return refuse('IAM.0066', call.requestId);
	return jsonAnswer(200, tokenBody(token, undefined), { 'X-Subject-Token': text });
}

/** GET /v3/projects?name= and GET /v3/auth/projects */
export function listProjects(cloud: Cloud, call: Call): Answer {
	const { user } = authenticate(cloud, call, 'APIGW');
	const name = new URLSearchParams(call.query).get('name');
	const projects = user.projects.filter((project) => name === null || project.name === name);
	const self = `https://iam.myhuaweicloud.com${call.path}`;
	return jsonAnswer(200, {
		projects: projects.map((project) => ({
			domain_id: user.domainId,
			is_domain: false,
			parent_id: user.domainId,
			name: project.name,
			description: '',
			links: { next: null, previous: null, self: `https://iam.myhuaweicloud.com/v3/projects/${project.id}` },
			id: project.id,
			enabled: true,
		})),
		links: { next: null, previous: null, self },
	});
}

/** GET /v3/auth/domains */
export function listDomains(cloud: Cloud, call: Call): Answer {
	const { user } = authenticate(cloud, call, 'APIGW');
	return jsonAnswer(200, {
		domains: [{ id: user.domainId, name: user.domainName, enabled: true, description: '', links: { self: '' } }],
		links: { next: null, previous: null, self: 'https://iam.myhuaweicloud.com/v3/auth/domains' },
	});
}

const DEFAULT_KEY_LIFE_S = 15 * 60;
const MAX_KEY_LIFE_S = 24 * 60 * 60;

/** POST /v3.0/OS-CREDENTIAL/securitytokens: temporary keys, 15 min to 24 h. */
export function issueTemporaryKey(cloud: Cloud, call: Call): Answer {
	const { user } = authenticate(cloud, call, 'APIGW');
	const seconds = requestedSeconds(call.body);
	if (seconds === undefined || seconds < DEFAULT_KEY_LIFE_S || seconds > MAX_KEY_LIFE_S) {
		return refuse('IAM.0011', call.requestId);
	}
	const key = newTemporaryKey(user, cloud.clock.now() + seconds * 1000);
	return jsonAnswer(201, {
		credential: {
			access: key.accessKeyId,
			secret: key.secretAccessKey,
			securitytoken: key.securityToken,
			expires_at: iamTime(key.expiresAt),
		},
	});
}

type TemporaryKey = Required<EmulatorAccessKey>;

function newTemporaryKey(user: EmulatorUser, expiresAt: number): TemporaryKey {
	const key: TemporaryKey = {
		accessKeyId: randomBytes(10).toString('hex').toUpperCase(),
		secretAccessKey: randomBytes(20).toString('hex'),
		securityToken: randomBytes(300).toString('base64'),
		expiresAt,
	};
	user.accessKeys.push(key);
	return key;
}

function requestedSeconds(body: Buffer): number | undefined {
	try {
		const value = JSON.parse(body.toString('utf8')) as {
			auth?: { identity?: { token?: { duration_seconds?: unknown } } };
		};
		const seconds = value.auth?.identity?.token?.duration_seconds ?? DEFAULT_KEY_LIFE_S;
		return typeof seconds === 'number' ? seconds : undefined;
	} catch {
		return undefined;
	}
}
