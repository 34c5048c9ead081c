import { UnexpectedAnswer } from '../../nodes/HuaweiOcr/errors/unexpectedAnswer.ts';
import { resultOf as resultInSteps } from '../../nodes/HuaweiOcr/resources/answer.ts';
import { isRecord, toNumber, toQuad, toWords } from '../../nodes/HuaweiOcr/resources/answerValues.ts';
import { boxFields, cornerFields } from '../../nodes/HuaweiOcr/resources/boxFields.ts';
import { pageFields, pageFieldsWithCount } from '../../nodes/HuaweiOcr/resources/outputFields.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';

const resultOf = (body: string) => runAtOnce(resultInSteps(body));

test.each<[string, string, unknown]>([
	['an object', '{"result":{"a":1},"more":2}', { a: 1 }],
	['a list', ' {"result":[1]} ', [1]],
	['an empty object', '{"result":{}}', {}],
])('the result is %s', (_name, body, result) => {
	expect(resultOf(body)).toStrictEqual(result);
});

test.each([
	['', 'it is empty'],
	['  \n\t', 'it is empty'],
	['x', 'it is not JSON, or cut off'],
	['{"result":{"a":1}', 'it is not JSON, or cut off'],
	['null', 'it has no result'],
	['7', 'it has no result'],
	['"result"', 'it has no result'],
	['[{"result":{}}]', 'it has no result'],
	['{}', 'it has no result'],
	['{"result":null}', 'it has no result'],
	['{"result":"text"}', 'it has no result'],
	['{"result":0}', 'it has no result'],
	['{"result":{},"error_code":"AIS.0104"}', 'it holds an error code beside its result'],
	['{"result":{"error_code":"AIS.0104"}}', 'it holds an error code beside its result'],
])('%j is refused: %s', (body, why) => {
	expect(() => resultOf(body)).toThrow(new UnexpectedAnswer(why));
	expect(() => resultOf(body)).toThrow(UnexpectedAnswer);
});

test.each<[unknown, string]>([['a', 'a'], [' a ', ' a '], [7, '7'], [0, '0'], [true, 'true'], [false, 'false'], [null, ''], [undefined, ''], [['a'], ''], [{}, '']])('the words of %j are "%s"', (value, words) => {
	expect(toWords(value)).toBe(words);
});

test.each<[unknown, number | undefined]>([
	[7, 7], [0, 0], [-1.5, -1.5], ['7', 7], [' 7.5 ', 7.5], ['0', 0],
	[NaN, undefined], [Infinity, undefined], ['Infinity', undefined], ['', undefined], [' ', undefined], ['7px', undefined],
	[null, undefined], [undefined, undefined], [true, undefined], [[7], undefined], [{}, undefined],
])('the number of %j is %s', (value, number) => {
	expect(toNumber(value)).toBe(number);
});

test.each<[unknown, boolean]>([[{}, true], [{ a: 1 }, true], [[], false], [null, false], [undefined, false], ['a', false], [7, false]])('%j is a record: %p', (value, is) => {
	expect(isRecord(value)).toBe(is);
});

const QUAD = [[1, 2], [3, 4], [5, 6], [7, 8]];

test.each<[unknown, unknown]>([
	[QUAD, QUAD],
	[[1, 2, 3, 4, 5, 6, 7, 8], QUAD],
	[[['1', '2'], [3, 4], [5, 6], [7, 8]], QUAD],
	[[[1, 2], [3, 4], [5, 6]], undefined],
	[[...QUAD, [9, 10]], undefined],
	[[[1, 2], [3, 4], [5, 6], [7, 'x']], undefined],
	[[[1, 2], [3, 4], [5, 6], [7, null]], undefined],
	[[1, 2, 3, 4, 5, 6, 7, 8, 9], undefined],
	[[[[1], 2], [3, 4], [5, 6], [7, 8]], undefined],
	// Eight numbers, but in more entries than corners have.
	[[1, 2, 3, 4, 5, 6, 7, 8, []], undefined],
	[[], undefined],
	['1,2,3,4,5,6,7,8', undefined],
	[null, undefined],
	[{ x: 1 }, undefined],
])('the corners of %j are %j', (value, quad) => {
	expect(toQuad(value)).toStrictEqual(quad);
});

const LOCATED = { location: [[10, 30], [50, 20], [60, 45], [20, 55]] as [[number, number], [number, number], [number, number], [number, number]] };

test('a box and its corners, flat', () => {
	expect(boxFields(LOCATED)).toStrictEqual({ left: 10, top: 20, right: 60, bottom: 55, width: 50, height: 35 });
	expect(cornerFields(LOCATED)).toStrictEqual({ x1: 10, y1: 30, x2: 50, y2: 20, x3: 60, y3: 45, x4: 20, y4: 55 });
});

test('what has no place has the same keys with nothing in them', () => {
	expect(boxFields({ ...LOCATED, unlocated: true })).toStrictEqual({ left: null, top: null, right: null, bottom: null, width: null, height: null });
	expect(cornerFields({ ...LOCATED, unlocated: true })).toStrictEqual({ x1: null, y1: null, x2: null, y2: null, x3: null, y3: null, x4: null, y4: null });
});

test.each([
	[{ source: 'a.png' }, { source: 'a.png' }, { source: 'a.png' }],
	[{ source: 'a.pdf', page: 2 }, { page: 2, source: 'a.pdf' }, { page: 2, source: 'a.pdf' }],
	[{ source: 'a.pdf', page: 2, pageCount: 9 }, { page: 2, source: 'a.pdf' }, { page: 2, pageCount: 9, source: 'a.pdf' }],
	[{ source: 'a.pdf', pageCount: 0 }, { source: 'a.pdf' }, { pageCount: 0, source: 'a.pdf' }],
])('the last fields of items from %j', (origin, fields, withCount) => {
	expect(Object.entries(pageFields(origin))).toStrictEqual(Object.entries(fields));
	expect(Object.entries(pageFieldsWithCount(origin))).toStrictEqual(Object.entries(withCount));
});
