// Answers that no sane service gives. Each takes a good 200 answer of OCR (or 201 of IAM) and makes it odd
// in one way; an answer that is no JSON object stays as it is.
import type { Answer } from '../http/answers.cts';

type Json = Record<string, unknown>;
type Block = Record<string, unknown>;

function resultOf(body: Json): Json {
	return (body.result ?? {}) as Json;
}

function blocksOf(body: Json): Block[] {
	return (resultOf(body).words_block_list ?? []) as Block[];
}

function eachBlock(body: Json, change: (block: Block, index: number) => void): Json {
	blocksOf(body).forEach(change);
	return body;
}

function setResult(body: Json, change: (result: Json) => void): Json {
	change(resultOf(body));
	return body;
}

function tokenOf(body: Json): Json {
	return (body.token ?? {}) as Json;
}

function setToken(body: Json, change: (token: Json) => void): Json {
	change(tokenOf(body));
	return body;
}

type Corners = number[][];

/** Nested arrays, deep enough to end a naive recursive reader. */
const DEPTH = 20_000;

/** Changes of the parsed body. */
const BODY_CHANGES = {
	'count-too-high': (body: Json) => setResult(body, (r) => (r.words_block_count = blocksOf(body).length + 3)),
	'count-too-low': (body: Json) => setResult(body, (r) => (r.words_block_count = Math.max(0, blocksOf(body).length - 1))),
	'count-negative': (body: Json) => setResult(body, (r) => (r.words_block_count = -1)),
	'count-text': (body: Json) => setResult(body, (r) => (r.words_block_count = 'many')),
	'count-missing': (body: Json) => setResult(body, (r) => delete r.words_block_count),
	'list-missing': (body: Json) => setResult(body, (r) => delete r.words_block_list),
	'list-null': (body: Json) => setResult(body, (r) => (r.words_block_list = null)),
	'list-object': (body: Json) => setResult(body, (r) => (r.words_block_list = { 0: blocksOf(body)[0] })),
	'list-text': (body: Json) => setResult(body, (r) => (r.words_block_list = 'none')),
	'list-with-nulls': (body: Json) => setResult(body, (r) => (r.words_block_list = [null, ...blocksOf(body), 7, 'x'])),
	'list-empty': (body: Json) =>
		setResult(body, (r) => Object.assign(r, { words_block_list: [], words_block_count: 0 })),
	'result-missing': (): Json => ({}),
	'result-null': (): Json => ({ result: null }),
	'result-array': (body: Json): Json => ({ result: [resultOf(body)] }),
	'result-text': (): Json => ({ result: 'ok' }),
	'error-in-result': (): Json => ({
		result: { error_code: 'AIS.0103', error_msg: 'The image size does not meet the requirements.' },
	}),
	'error-with-200': (): Json => ({ error_code: 'AIS.0105', error_msg: 'Recognition failed.' }),
	'negative-corners': (body: Json) =>
		eachBlock(body, (b) => (b.location = (b.location as Corners).map(([x, y]) => [-(x ?? 0) - 1, -(y ?? 0) - 1]))),
	'fractional-corners': (body: Json) =>
		eachBlock(body, (b) => (b.location = (b.location as Corners).map(([x, y]) => [(x ?? 0) + 0.25, (y ?? 0) + 0.75]))),
	'huge-corners': (body: Json) =>
		eachBlock(body, (b) => (b.location = (b.location as Corners).map(() => [1e308, 2 ** 60]))),
	'text-corners': (body: Json) =>
		eachBlock(body, (b) => (b.location = (b.location as Corners).map(([x, y]) => [String(x), String(y)]))),
	'null-corners': (body: Json) => eachBlock(body, (b) => (b.location = [null, null, null, null])),
	'flat-corners': (body: Json) => eachBlock(body, (b) => (b.location = (b.location as Corners).flat())),
	'three-corners': (body: Json) => eachBlock(body, (b) => (b.location as Corners).pop()),
	'five-corners': (body: Json) => eachBlock(body, (b) => (b.location as Corners).push([1, 1])),
	'one-number-corners': (body: Json) =>
		eachBlock(body, (b) => (b.location = (b.location as Corners).map(([x]) => [x]))),
	'location-missing': (body: Json) => eachBlock(body, (b) => delete b.location),
	'location-null': (body: Json) => eachBlock(body, (b) => (b.location = null)),
	'words-missing': (body: Json) => eachBlock(body, (b) => delete b.words),
	'words-null': (body: Json) => eachBlock(body, (b) => (b.words = null)),
	'words-number': (body: Json) => eachBlock(body, (b, i) => (b.words = i)),
	'words-object': (body: Json) => eachBlock(body, (b) => (b.words = { text: b.words })),
	'words-empty': (body: Json) => eachBlock(body, (b) => (b.words = '')),
	'words-control-characters': (body: Json) => eachBlock(body, (b) => (b.words = `a\u0000b\u202e\ud800\r\n${String(b.words)}`)),
	'words-long': (body: Json) => eachBlock(body, (b, i) => (b.words = i === 0 ? 'x'.repeat(5_000_000) : b.words)),
	'direction-missing': (body: Json) => setResult(body, (r) => delete r.direction),
	'direction-text': (body: Json) => setResult(body, (r) => (r.direction = 'upright')),
	'direction-null': (body: Json) => setResult(body, (r) => (r.direction = null)),
	'direction-huge': (body: Json) => setResult(body, (r) => (r.direction = 1e12)),
	'confidence-text': (body: Json) => eachBlock(body, (b) => (b.confidence = '0.9')),
	'confidence-null': (body: Json) => eachBlock(body, (b) => (b.confidence = null)),
	'confidence-above-one': (body: Json) => eachBlock(body, (b) => (b.confidence = 97.5)),
	'characters-text': (body: Json) => eachBlock(body, (b) => (b.char_list = 'abc')),
	'characters-odd': (body: Json) => eachBlock(body, (b) => (b.char_list = [null, 3, {}, { char: 5, char_location: 'x' }])),
	'extra-fields': (body: Json) => {
		Object.assign(body, { trace: { id: 1 }, 中文: true });
		Object.assign(resultOf(body), { score: [1], image_type: 'jpg' });
		return eachBlock(body, (b) => Object.assign(b, { language: 'zh', json: { a: 1 }, pairedItem: 99, blockIndex: -5 }));
	},
	'missing-fields': (body: Json) => setResult(body, (r) => (r.words_block_list = blocksOf(body).map(() => ({})))),
	'deep-block': (body: Json) => eachBlock(body, (b) => (b.extra = 0)),
	'many-blocks': (body: Json) =>
		setResult(body, (r) => {
			const first = blocksOf(body)[0];
			r.words_block_list = Array.from({ length: 150_000 }, () => first);
			r.words_block_count = 150_000;
		}),
	'markdown-number': (body: Json) => setResult(body, (r) => (r.markdown_result = 12)),
	'token-body-empty': (): Json => ({}),
	'token-body-null': (): Json => ({ token: null }),
	'token-project-missing': (body: Json) => setToken(body, (t) => delete t.project),
	'token-project-id-odd': (body: Json) => setToken(body, (t) => (t.project = { id: '../../x', name: 7 })),
	'token-expires-missing': (body: Json) => setToken(body, (t) => delete t.expires_at),
	'token-expires-odd': (body: Json) => setToken(body, (t) => (t.expires_at = 'tomorrow')),
	'token-expires-past': (body: Json) => setToken(body, (t) => (t.expires_at = '2001-01-01T00:00:00.000000Z')),
} satisfies Record<string, (body: Json) => Json>;

/** Changes of the text that is sent. */
const TEXT_CHANGES = {
	'not-json': () => 'upstream connect error or disconnect/reset before headers',
	'root-array': (text: string) => `[${text}]`,
	'root-null': () => 'null',
	'root-text': () => '"ok"',
	'root-number': () => '200',
	'byte-order-mark': (text: string) => `\ufeff${text}`,
	'white-space-around': (text: string) => `\r\n\t ${text} \r\n`,
	'prototype-keys': (text: string) =>
		text
			.replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},')
			.replaceAll('"words":', '"__proto__":{"polluted":true},"toString":"x","hasOwnProperty":1,"words":'),
	'duplicate-keys': (text: string) => text.replace('"words_block_count"', '"words_block_count":-7,"words_block_count"'),
	'deep': (text: string) => text.replace('{', `{"deep":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)},`),
	'infinite-number': (text: string) => text.replace(/"direction":[^,]+/, '"direction":1e999'),
	'invalid-utf8': (text: string) => Buffer.from(text.replace('"words":"', '"words":"\u00ff'), 'latin1'),
	'oversized': (text: string) => text.replace(/\}\s*$/, `,"padding":"${'x'.repeat(30_000_000)}"}`),
} satisfies Record<string, (text: string) => string | Buffer>;

/** Changes of header and status; the body stays. */
const ANSWER_CHANGES = {
	'status-204': (answer: Answer): Answer => ({ ...answer, status: 204, body: '' }),
	'status-202': (answer: Answer): Answer => ({ ...answer, status: 202 }),
	'no-content-type': (answer: Answer): Answer => without(answer, 'Content-Type'),
	'token-header-missing': (answer: Answer): Answer => without(answer, 'X-Subject-Token'),
	'token-header-empty': (answer: Answer): Answer => withHeader(answer, 'X-Subject-Token', ''),
	'token-header-long': (answer: Answer): Answer => withHeader(answer, 'X-Subject-Token', `MII${'A'.repeat(14_000)}`),
	'status-200-on-login': (answer: Answer): Answer => ({ ...answer, status: 200 }),
} satisfies Record<string, (answer: Answer) => Answer>;

function without(answer: Answer, name: string): Answer {
	const headers = { ...answer.headers };
	delete headers[name];
	return { ...answer, headers };
}

function withHeader(answer: Answer, name: string, value: string): Answer {
	return { ...answer, headers: { ...answer.headers, [name]: value } };
}

export type OddAnswerName = keyof typeof BODY_CHANGES | keyof typeof TEXT_CHANGES | keyof typeof ANSWER_CHANGES;

export const ODD_ANSWERS = [
	...Object.keys(BODY_CHANGES),
	...Object.keys(TEXT_CHANGES),
	...Object.keys(ANSWER_CHANGES),
] as OddAnswerName[];

export function isOddAnswerName(name: string): name is OddAnswerName {
	return (ODD_ANSWERS as string[]).includes(name);
}

/** The answer made odd; an error answer stays an error answer. */
export function makeOdd(answer: Answer, name: OddAnswerName): Answer {
	if (answer.status >= 300) return answer;
	if (Object.hasOwn(ANSWER_CHANGES, name)) {
		return ANSWER_CHANGES[name as keyof typeof ANSWER_CHANGES](answer);
	}
	const text = answer.body.toString();
	if (Object.hasOwn(TEXT_CHANGES, name)) {
		return { ...answer, body: TEXT_CHANGES[name as keyof typeof TEXT_CHANGES](text) };
	}
	const body = JSON.parse(text) as Json;
	const changed = JSON.stringify(BODY_CHANGES[name as keyof typeof BODY_CHANGES](body));
	if (name !== 'deep-block') return { ...answer, body: changed };
	// JSON.stringify itself would end on this depth.
	return { ...answer, body: changed.replace('"extra":0', `"extra":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`) };
}
