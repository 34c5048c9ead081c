// A plain HTTP client for the emulator's own tests: nothing of the node, nothing that retries or hides.
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { Emulator } from './server.cts';
import { GOOD_ACCOUNT, GOOD_PASSWORD, GOOD_PROJECT_ID, GOOD_USER, HOME_REGION } from './users.cts';

export interface Reply {
	status: number;
	headers: IncomingHttpHeaders;
	text: string;
	/** Parsed body; undefined when it is no JSON. */
	json: Record<string, unknown> | undefined;
}

export interface SendOptions {
	method?: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
}

/** @throws Error with Node's code when the connection ends before the answer does. */
export function send(url: string, { method = 'GET', headers = {}, body }: SendOptions = {}): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const known = body !== undefined && headers['transfer-encoding'] === undefined;
		const length = !known ? {} : { 'content-length': String(Buffer.byteLength(body)) };
		const request = httpRequest(
			url,
			{ method, headers: { ...length, ...headers }, agent: false, maxHeaderSize: 65_536 },
			(response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('error', reject);
				response.on('end', () => {
					const text = Buffer.concat(parts).toString('utf8');
					resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parse(text) });
				});
			},
		);
		request.on('error', reject);
		request.end(body);
	});
}

function parse(text: string): Record<string, unknown> | undefined {
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch {
		return undefined;
	}
}

export interface LoginOptions {
	account?: string;
	user?: string;
	password?: string;
	/** `null` = no scope. */
	scope?: unknown;
	query?: string;
}

export function loginBody(options: LoginOptions = {}): Record<string, unknown> {
	const { account = GOOD_ACCOUNT, user = GOOD_USER, password = GOOD_PASSWORD } = options;
	const scope = options.scope === undefined ? { project: { name: HOME_REGION } } : options.scope;
	return {
		auth: {
			identity: { methods: ['password'], password: { user: { name: user, password, domain: { name: account } } } },
			...(scope === null ? {} : { scope }),
		},
	};
}

export function login(emulator: Emulator, options: LoginOptions = {}): Promise<Reply> {
	return send(`${emulator.url}/v3/auth/tokens${options.query ?? '?nocatalog=true'}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(loginBody(options)),
	});
}

/** @throws Error when the login is refused. */
export async function tokenOf(emulator: Emulator, options: LoginOptions = {}): Promise<string> {
	const reply = await login(emulator, options);
	const token = reply.headers['x-subject-token'];
	if (typeof token !== 'string') throw new Error(`No token, but ${reply.status}`);
	return token;
}

export interface OcrOptions {
	token?: string;
	projectId?: string;
	operation?: string;
	headers?: Record<string, string>;
	/** Replaces the serialised `fields`. */
	body?: string | Buffer;
}

export function ocr(emulator: Emulator, fields: unknown, options: OcrOptions = {}): Promise<Reply> {
	const { token, projectId = GOOD_PROJECT_ID, operation = 'general-text' } = options;
	return send(`${emulator.url}/v2/${projectId}/ocr/${operation}`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			...(token === undefined ? {} : { 'x-auth-token': token }),
			...options.headers,
		},
		body: options.body ?? JSON.stringify(fields),
	});
}

export interface ReplyBlock {
	words: string;
	location: Array<[number, number]>;
	confidence?: number;
	char_list?: Array<{ char: string; char_location: Array<[number, number]>; char_confidence: number }>;
}

export interface ReplyResult {
	direction: number;
	words_block_count: number;
	words_block_list: ReplyBlock[];
	markdown_result?: string;
}

/** @throws Error with the body when the answer is no result. */
export function resultOf(reply: Reply): ReplyResult {
	if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text.slice(0, 200)}`);
	return (reply.json as { result: ReplyResult }).result;
}
