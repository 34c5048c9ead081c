// Asks the emulator without our node: what the service itself says about an image.
import { GOOD_ACCOUNT, GOOD_PASSWORD, GOOD_PROJECT_ID, GOOD_USER, HOME_REGION } from '../../emulator/users.cts';

export interface ServiceBlock {
	words: string;
	location: Array<[number, number]>;
}

export interface ServiceResult {
	direction: number;
	words_block_count: number;
	words_block_list: ServiceBlock[];
}

async function post(url: string, headers: Record<string, string>, body: unknown): Promise<Response> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
	return response;
}

/** The service's `result` for an image. */
export async function askService(
	url: string,
	image: Buffer,
	parameters: Record<string, unknown> = {},
): Promise<ServiceResult> {
	const user = { name: GOOD_USER, password: GOOD_PASSWORD, domain: { name: GOOD_ACCOUNT } };
	const login = await post(`${url}/v3/auth/tokens?nocatalog=true`, {}, {
		auth: {
			identity: { methods: ['password'], password: { user } },
			scope: { project: { name: HOME_REGION } },
		},
	});
	const token = login.headers.get('x-subject-token') ?? '';
	const answer = await post(
		`${url}/v2/${GOOD_PROJECT_ID}/ocr/general-text`,
		{ 'x-auth-token': token },
		{ image: image.toString('base64'), ...parameters },
	);
	return ((await answer.json()) as { result: ServiceResult }).result;
}
