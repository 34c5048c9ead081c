// Odd answers of any shape: each changes one kind of thing everywhere in a good answer, however it is built.
import type { OddAnswerName } from '../../emulator/control/oddAnswers.cts';
import type { Expectation, MatrixFault } from './faultList.cts';

type Json = Record<string, unknown>;

/** @returns what stands in its place; undefined leaves the key out */
type Change = (value: unknown, key: string) => unknown;

/** Nested arrays, deep enough to end a naive recursive reader. */
const DEPTH = 20_000;
const DEEP = `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`;

function isRecord(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Changes every value below, from the outside in; what a change has made is not gone into. */
function everywhere(value: unknown, change: Change, key = ''): unknown {
	const changed = change(value, key);
	if (changed !== value) return changed;
	if (Array.isArray(value)) return value.map((each: unknown) => everywhere(each, change, key)).filter((each) => each !== undefined);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, each]): [string, unknown] => [name, everywhere(each, change, name)]).filter(([, each]) => each !== undefined),
	);
}

const lists = (make: (list: unknown[]) => unknown): Change => (value, key) => (Array.isArray(value) && key !== '' && !isPlace(value) ? make(value) : value);
const texts = (make: (text: string) => unknown): Change => (value) => (typeof value === 'string' ? make(value) : value);
const numbers = (make: (number: number) => unknown): Change => (value) => (typeof value === 'number' ? make(value) : value);
const places = (make: (place: unknown[]) => unknown): Change => (value) => (isPlace(value) ? make(value) : value);
const counts = (make: (count: number) => unknown): Change => (value, key) => (typeof value === 'number' && key.endsWith('_count') ? make(value) : value);
/** Objects within the result. */
const objects = (make: (object: Json) => unknown): Change => (value, key) => (isRecord(value) && key !== '' ? make(value) : value);

function isPlace(value: unknown): value is unknown[] {
	return Array.isArray(value) && value.length === 4 && value.every((each) => Array.isArray(each));
}

/** Further keys in every object; none of them is a key that the answers use. */
function withMore(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withMore);
	if (!isRecord(value)) return value;
	const inner = Object.fromEntries(Object.entries(value).map(([key, each]): [string, unknown] => [key, withMore(each)]));
	return { ...inner, trace: { id: 1 }, 中文: true, pairedItem: 99, json: [1, 'x', null] };
}

/** Read without loss: no value that counts is touched. */
const KEEP: Record<string, (result: unknown) => unknown> = {
	'counts too high': (result) => everywhere(result, counts((count) => count + 3)),
	'counts too low': (result) => everywhere(result, counts((count) => Math.max(0, count - 1))),
	'counts below zero': (result) => everywhere(result, counts(() => -1)),
	'counts as words': (result) => everywhere(result, counts(() => 'many')),
	'counts missing': (result) => everywhere(result, counts(() => undefined)),
	'further keys': withMore,
};

/** Read or refused, as the answer allows. */
const EITHER: Record<string, (result: unknown) => unknown> = {
	'lists null': (result) => everywhere(result, lists(() => null)),
	'lists missing': (result) => everywhere(result, lists(() => undefined)),
	'lists as objects': (result) => everywhere(result, lists((list) => ({ ...list }))),
	'lists as text': (result) => everywhere(result, lists(() => 'none')),
	'lists empty': (result) => everywhere(result, lists(() => [])),
	'lists with junk': (result) => everywhere(result, lists((list) => [null, ...list, 7, 'x', [[]]])),
	'lists in lists': (result) => everywhere(result, lists((list) => [list])),
	'texts null': (result) => everywhere(result, texts(() => null)),
	'texts as numbers': (result) => everywhere(result, texts(() => 12)),
	'texts as objects': (result) => everywhere(result, texts((text) => ({ text }))),
	'texts as lists': (result) => everywhere(result, texts((text) => [text, [text]])),
	'texts empty': (result) => everywhere(result, texts(() => '')),
	'texts long': (result) => everywhere(result, texts((text) => text + 'x'.repeat(200_000))),
	'texts with control characters': (result) => everywhere(result, texts((text) => `a\u0000b\u202e\ud800\r\n${text}`)),
	'numbers null': (result) => everywhere(result, numbers(() => null)),
	'numbers as text': (result) => everywhere(result, numbers(() => 'one')),
	'numbers huge': (result) => everywhere(result, numbers(() => 1e308)),
	'places null': (result) => everywhere(result, places(() => null)),
	'places flat': (result) => everywhere(result, places((place) => place.flat())),
	'places of three corners': (result) => everywhere(result, places((place) => place.slice(1))),
	'objects null': (result) => everywhere(result, objects(() => null)),
	'objects as text': (result) => everywhere(result, objects(() => 'x')),
	'objects empty': (result) => everywhere(result, objects(() => ({}))),
	'objects as lists': (result) => everywhere(result, objects((object) => [object])),
	'result in a list': (result) => [result],
	'result of a list': (result) => (Array.isArray(result) ? (result as unknown[])[0] : result),
	'result empty': (result) => (Array.isArray(result) ? [] : {}),
};

/** Those of the words blocks that act on the body as a whole. */
const OF_THE_BODY: ReadonlyArray<readonly [Expectation, readonly OddAnswerName[]]> = [
	['reads', ['white-space-around', 'byte-order-mark']],
	['fails', ['result-missing', 'result-null', 'result-text', 'error-in-result', 'error-with-200', 'not-json', 'root-null', 'root-text', 'root-number']],
	['either', ['root-array', 'deep', 'status-204', 'status-202']],
];

function changed(name: string, expect: Expectation, change: (result: unknown) => unknown): MatrixFault {
	return {
		name: `odd answer: ${name}`,
		on: 'ocr',
		fault: {
			kind: 'change',
			change: (answer) => {
				if (answer.status !== 200) return answer;
				const { result } = JSON.parse(answer.body.toString()) as Json;
				return { ...answer, body: JSON.stringify({ result: change(result) }) };
			},
		},
		expect,
	};
}

function changedText(name: string, expect: Expectation, change: (text: string) => string): MatrixFault {
	return {
		name: `odd answer: ${name}`,
		on: 'ocr',
		fault: { kind: 'change', change: (answer) => (answer.status === 200 ? { ...answer, body: change(answer.body.toString()) } : answer) },
		expect,
	};
}

/** For each class of answers that has no words blocks. */
export const ODD_DOCUMENTS: readonly MatrixFault[] = [
	...Object.entries(KEEP).map(([name, change]) => changed(name, 'keeps', change)),
	changedText('keys of the prototype', 'keeps', (text) => text.replaceAll('{', '{"__proto__":{"polluted":true},').replaceAll(',}', '}')),
	...Object.entries(EITHER).map(([name, change]) => changed(name, 'either', change)),
	changedText('deep values', 'either', (text) => text.replaceAll('{', `{"deep":${DEEP},`).replaceAll(',}', '}')),
	changedText('numbers beyond all numbers', 'either', (text) => text.replace(/:\d+(\.\d+)?/g, ':1e999')),
	...OF_THE_BODY.flatMap(([expect, names]) => names.map((name): MatrixFault => ({ name: `odd answer: ${name}`, on: 'ocr', fault: { kind: 'odd', name }, expect }))),
];
