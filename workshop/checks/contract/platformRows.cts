// Section 15.2, rows 8 to 19: platform, body and parameters.
import type { Emulator } from '../../emulator/server.cts';
import { GOOD_PROJECT_ID, stableId } from '../../emulator/users.cts';
import { ocr, type Reply, type LoginOptions, type OcrOptions, send } from '../../emulator/client.cts';
import { call, signedCall, tokenFor, withImage } from './calls.cts';
import { type Check, type Expected, serviceError } from './check.cts';

const NO_PROJECT = serviceError(
	400,
	'ModelArts.0212',
	'Invalid Token header. The Token not contain project item.',
);
const DENIED = serviceError(403, 'ModelArts.4203', 'Access denied! You do not have permission.');
const LENGTH = serviceError(400, 'ModelArts.4104', 'Invalid Request Content Length.');
const JSON_FORMAT = serviceError(400, 'ModelArts.4105', 'The JSON format of the input data is incorrect.');
const PARAMETER = serviceError(400, 'AIS.0101', 'The input parameter is invalid.');
const GOOD: Expected = { status: 200 };

function check(row: string, name: string, sendIt: Check['send'], expected: Expected): Check {
	return { row: `15.2 row ${row}`, name, send: sendIt, expected };
}

function as(login: LoginOptions, options: OcrOptions = {}): Check['send'] {
	return async (emulator) => ocr(emulator, withImage(), { token: await tokenFor(emulator, login), ...options });
}

function fields(body: Record<string, unknown>): Check['send'] {
	return (emulator) => call(emulator, body);
}

function raw(body: string | Buffer, headers: Record<string, string> = {}): Check['send'] {
	return (emulator) => call(emulator, {}, { body, headers });
}

async function inProfile(emulator: Emulator, sendIt: Check['send']): Promise<Reply> {
	emulator.control.set({ profile: 'seed' });
	const reply = await sendIt(emulator);
	emulator.control.set({ profile: 'current' });
	return reply;
}

const seed =
	(sendIt: Check['send']): Check['send'] =>
	(emulator) =>
		inProfile(emulator, sendIt);

/** Two calls at once where one is allowed: one of both is refused. */
async function parallel(emulator: Emulator): Promise<Reply> {
	emulator.control.set({ maxParallel: 1, latencyMs: 300 });
	const replies = await Promise.all([call(emulator, withImage()), call(emulator, withImage())]);
	emulator.control.set({ maxParallel: Number.POSITIVE_INFINITY, latencyMs: 0 });
	const [refused] = replies.filter((reply) => reply.status !== 200);
	if (!refused || replies.every((reply) => reply.status !== 200)) throw new Error('Not exactly one was refused');
	return refused;
}

/** Chunked, so that there is no Content-Length. */
async function chunked(emulator: Emulator): Promise<Reply> {
	return send(`${emulator.url}/v2/${GOOD_PROJECT_ID}/ocr/general-text`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-auth-token': await tokenFor(emulator),
			'transfer-encoding': 'chunked',
		},
		body: JSON.stringify(withImage()),
	});
}

const OTHER_PROJECT = stableId('emulator-account/cn-north-4_invoices');
const TEN_MB = 10 * 1024 * 1024;

export const PLATFORM_CHECKS: Check[] = [
	check('8', 'token of the account', as({ scope: { domain: { name: 'emulator-account' } } }), NO_PROJECT),
	check('8', 'token without scope', as({ scope: null }), NO_PROJECT),
	check('8', 'user without a project', as({ user: 'no-project-user', scope: null }), NO_PROJECT),
	check('9', "the user's other project in the URL", as({}, { projectId: OTHER_PROJECT }), DENIED),
	check('9', 'unknown project in the URL', as({}, { projectId: 'f'.repeat(32) }), DENIED),
	check('9', 'signed, project of nobody', (e) => signedCall(e, { projectId: 'f'.repeat(32) }), DENIED),
	check('9', 'signed, own sub-project', (e) => signedCall(e, { projectId: OTHER_PROJECT }), GOOD),
	check('9', 'token of the sub-project with it in the URL', as({ scope: { project: { id: OTHER_PROJECT } } }, { projectId: OTHER_PROJECT }), GOOD),
	check('10', 'restricted account', as({ account: 'restricted-account' }, { projectId: stableId('restricted-account/cn-north-4') }), serviceError(400, 'ModelArts.4106', 'Invalid authorization request.')),
	check('10', 'frozen account', as({ account: 'frozen-account' }, { projectId: stableId('frozen-account/cn-north-4') }), serviceError(403, 'ModelArts.6201', 'The account is frozen.')),
	check('11', 'user without OCR rights', as({ user: 'no-rights-user' }), DENIED),
	check('12', 'account that did not subscribe', as({ account: 'unsubscribed-account' }, { projectId: stableId('unsubscribed-account/cn-north-4') }), serviceError(400, 'ModelArts.4204', 'Request api error! The API recognize-general-text is not subscribed.')),
	check('12', 'the same in the older wording', seed(as({ account: 'unsubscribed-account' }, { projectId: stableId('unsubscribed-account/cn-north-4') })), serviceError(400, 'ModelArts.4204', 'Access api error! Not subscribe this api.')),
	check('12', 'another operation', as({}, { operation: 'household-register' }), serviceError(400, 'ModelArts.4204', 'Request api error! The API recognize-household-register is not subscribed.')),
	check('13', 'two at once where one is allowed', parallel, serviceError(429, 'ModelArts.4401', 'Max concurrency error.')),
	check('14', 'empty body', raw(''), LENGTH),
	check('14', 'no Content-Length', chunked, LENGTH),
	check('14', 'over 10 MB and the envelope', raw(Buffer.alloc(TEN_MB + 70_000, 0x20)), LENGTH),
	check('15', 'text/plain', raw(JSON.stringify(withImage()), { 'content-type': 'text/plain' }), JSON_FORMAT),
	check('15', 'no content type', raw(JSON.stringify(withImage()), { 'content-type': '' }), JSON_FORMAT),
	check('15', 'with charset', raw(JSON.stringify(withImage()), { 'content-type': 'application/json; charset=UTF-8' }), GOOD),
	check('15', 'in capitals', raw(JSON.stringify(withImage()), { 'content-type': 'Application/JSON;charset=utf8' }), GOOD),
	check('16', 'broken JSON', raw('{"image":"abcd"'), JSON_FORMAT),
	check('16', 'array', raw('[]'), JSON_FORMAT),
	check('16', 'null', raw('null'), JSON_FORMAT),
	check('16', 'string', raw('"image"'), JSON_FORMAT),
	check('16', 'not UTF-8', raw(Buffer.from('{"url":"\xe4"}', 'latin1')), JSON_FORMAT),
	check('16', 'line break inside the base64', raw('{"image":"abcd\nefgh"}'), JSON_FORMAT),
	check('17', 'image as number', fields({ image: 7 }), PARAMETER),
	check('17', 'image as array', fields({ image: ['abcd'] }), PARAMETER),
	check('17', 'url as object', fields({ url: {} }), PARAMETER),
	check('17', 'detect_direction as text', fields(withImage({ detect_direction: 'true' })), PARAMETER),
	check('17', 'quick_mode as number', fields(withImage({ quick_mode: 1 })), PARAMETER),
	check('17', 'character_mode as text', fields(withImage({ character_mode: 'false' })), PARAMETER),
	check('17', 'language as number', fields(withImage({ language: 1 })), PARAMETER),
	check('17', 'pdf_page_number 0', fields(withImage({ pdf_page_number: 0 })), PARAMETER),
	check('17', 'pdf_page_number as text', fields(withImage({ pdf_page_number: '1' })), PARAMETER),
	check('17', 'pdf_page_number with a fraction', fields(withImage({ pdf_page_number: 1.5 })), PARAMETER),
	check('17', 'newer field of a wrong type, seed profile: unknown there', seed(fields(withImage({ character_mode: 'x' }))), GOOD),
	check('18', 'neither image nor url', fields({ detect_direction: true }), PARAMETER),
	check('18', 'both', fields(withImage({ url: 'https://example.com/a.png' })), PARAMETER),
	check('18', 'both empty', fields({ image: '', url: '' }), PARAMETER),
	check('18', 'an empty url beside the image', fields(withImage({ url: '' })), GOOD),
	check('18', 'unknown fields', fields(withImage({ more: { a: 1 } })), GOOD),
	check('19', 'unknown language', fields(withImage({ language: 'en' })), PARAMETER),
	check('19', 'language zh', fields(withImage({ language: 'zh' })), GOOD),
	check('19', 'language auto', fields(withImage({ language: 'auto' })), GOOD),
];
