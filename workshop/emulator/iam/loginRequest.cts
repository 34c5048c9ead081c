// The body of a login, read strictly (15.3 row 2).

export interface LoginRequest {
	methods: string[];
	userName: string;
	password: string;
	domainName: string;
	totp?: { id: unknown; passcode: unknown };
	/** Exactly one of both is a string. */
	project?: { id?: string; name?: string };
	domainScope: boolean;
}

/** IAM refuses longer bodies (2.6, IAM.1101). */
const MAX_LOGIN_BYTES = 32 * 1024;

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectAt(value: Json | undefined, name: string): Json | undefined {
	const member = value?.[name];
	return isObject(member) ? member : undefined;
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

/** @returns undefined when anything required is missing or of another type. */
export function readLoginRequest(body: Buffer): LoginRequest | undefined {
	const auth = parseAuth(body);
	const identity = objectAt(auth, 'identity');
	const methods = identity?.methods;
	if (!Array.isArray(methods) || !methods.every(isText) || !methods.includes('password')) return undefined;
	const user = objectAt(objectAt(identity, 'password'), 'user');
	const domain = objectAt(user, 'domain');
	if (!isText(user?.name) || !isText(user.password) || !isText(domain?.name)) return undefined;
	const scope = auth?.scope;
	if (scope !== undefined && !isObject(scope)) return undefined;
	const project = readScope(scope?.project);
	if (project === 'invalid') return undefined;
	const totp = objectAt(objectAt(identity, 'totp'), 'user');
	return {
		methods,
		userName: user.name,
		password: user.password,
		domainName: domain.name,
		...(totp ? { totp: { id: totp.id, passcode: totp.passcode } } : {}),
		...(project ? { project } : {}),
		domainScope: isObject(scope?.domain),
	};
}

function parseAuth(body: Buffer): Json | undefined {
	if (body.length === 0 || body.length > MAX_LOGIN_BYTES) return undefined;
	try {
		const value: unknown = JSON.parse(body.toString('utf8'));
		return isObject(value) ? objectAt(value, 'auth') : undefined;
	} catch {
		return undefined;
	}
}

/** An id wins over a name when both are given. */
function readScope(project: unknown): { id?: string; name?: string } | 'invalid' | undefined {
	if (project === undefined) return undefined;
	if (!isObject(project)) return 'invalid';
	if (isText(project.id)) return { id: project.id };
	if (isText(project.name)) return { name: project.name };
	return 'invalid';
}
