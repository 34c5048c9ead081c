import fc from 'fast-check';

import { parseJson, UnusableJson } from '../../nodes/HuaweiOcr/resources/parseJson.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';

const parse = (text: string, chunk?: number): unknown => runAtOnce(parseJson(text, chunk));

/** What `JSON.parse` says; undefined for what is no JSON. */
function native(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch {
		return undefined;
	}
}

function ours(text: string, chunk: number): { value: unknown } | undefined {
	try {
		return { value: parse(text, chunk) };
	} catch (error) {
		if (error instanceof UnusableJson) return undefined;
		throw error;
	}
}

const spaced = fc.tuple(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t')).map(([value, space]) => JSON.stringify(value, null, space));

test('gives what JSON.parse gives, however small the pieces are', () => {
	fc.assert(
		fc.property(spaced, fc.integer({ min: 1, max: 30 }), (text, chunk) => {
			expect(ours(text, chunk)).toStrictEqual(native(text));
		}),
		{ numRuns: 300 },
	);
});

test('refuses what JSON.parse refuses', () => {
	fc.assert(
		fc.property(spaced, fc.nat(), fc.constantFrom('', ',', '[', ']', '{', '}', ':', '"', '1', '\u00a0', ' '), fc.integer({ min: 1, max: 20 }), (text, place, put, chunk) => {
			const at = place % (text.length + 1);
			const damaged = text.slice(0, at) + put + text.slice(at + (place % 2));
			expect(ours(damaged, chunk)).toStrictEqual(native(damaged));
		}),
		{ numRuns: 1000 },
	);
});

test.each(['[1,2,]', '[,1]', '[1,,2]', '{"a":1,}', '{"a":[1,2],}', '[[1,2],]', '[[1,2] [3]]', '[[1,2] 3]', '{"a":[1,2] "b":[3]}', '{"a" "b":[1]}', '{"a":[1,2}', '[1]]', '[1][2]', '1 2', ''])('%s is no JSON', (text) => {
	for (const chunk of [1, 2, 5, 100]) expect(() => parse(text, chunk)).toThrow('it is not JSON, or cut off');
});

test('keeps names of the prototype as names', () => {
	const text = '{"__proto__":{"polluted":true},"a":[1,2],"constructor":1,"a":3}';
	const parsed = parse(text, 1) as object;
	expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
	expect(Object.entries(parsed)).toStrictEqual(Object.entries(JSON.parse(text) as object));
});

test.each([
	['nested deeper than 64', '['.repeat(65) + ']'.repeat(65), 'nested too deep'],
	['of too many values', `[${'0,'.repeat(3_000_000)}0]`, 'more than 3 million values'],
	['with an object of very many names', `{"result":{${Array.from({ length: 20_001 }, (_, index) => `"n${index}":0`).join()}}}`, 'an object in it has more than 20000 fields'],
	['with a text without end', `["${'x'.repeat(8_000_001)}"]`, 'a text of more than 8 million characters'],
	['with a number without end', `[${'1'.repeat(10_000_000)}]`, 'a value of more than 8 million characters'],
])('refuses an answer %s', (_name, text, why) => {
	expect(() => parse(text)).toThrow(why);
});

test('never parses much in one step', () => {
	const original = JSON.parse;
	let longest = 0;
	const spy = jest.spyOn(JSON, 'parse').mockImplementation((text: string) => {
		longest = Math.max(longest, text.length);
		return original(text) as unknown;
	});
	const list = Array.from({ length: 20_000 }, (_, index) => ({ words: `word ${index}`, location: [[index, 1], [9, 1], [9, 9], [1, 9]] }));
	const text = JSON.stringify({ result: { words_block_list: list } });
	const parsed = parse(text);
	spy.mockRestore();
	expect(parsed).toStrictEqual({ result: { words_block_list: list } });
	expect(longest).toBeLessThan(20_000);
});
