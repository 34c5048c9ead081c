import fc from 'fast-check';

import { UnexpectedAnswer } from '../../nodes/HuaweiOcr/errors/unexpectedAnswer.ts';
import { blocksToJson as blocksInSteps } from '../../nodes/HuaweiOcr/resources/words/operations/blocks.ts';
import { readWords as readInSteps, type WordsResult } from '../../nodes/HuaweiOcr/resources/words/readWords.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';

const readWords = (body: string): WordsResult => runAtOnce(readInSteps(body));
const blocksToJson = (...page: Parameters<typeof blocksInSteps>) => runAtOnce(blocksInSteps(...page));

const answer = (result: unknown) => JSON.stringify({ result });
const square = [
	[10, 20],
	[110, 20],
	[110, 50],
	[10, 50],
];

test("the API page's own example", () => {
	const result = readWords(
		'{"result":{"direction":-1,"words_block_count":1,"words_block_list":[{"words":"文字区域识别文字块1","location":[[15,15],[30,15],[30,30],[15,30]]}]}}',
	);
	expect(blocksToJson(result, { source: 'a.png' })).toStrictEqual([
		{
			words: '文字区域识别文字块1',
			location: [[15, 15], [30, 15], [30, 30], [15, 30]],
			x1: 15, y1: 15, x2: 30, y2: 15, x3: 30, y3: 30, x4: 15, y4: 30,
			left: 15, top: 15, right: 30, bottom: 30, width: 15, height: 15,
			blockIndex: 0, blockCount: 1, direction: -1, source: 'a.png',
		},
	]);
});

test('newer fields are passed on as the service gives them', () => {
	const char_list = [{ char: 'A', char_location: square, char_confidence: 0.9 }];
	const result = readWords(
		answer({
			direction: 67.6506,
			words_block_count: 1,
			words_block_list: [{ words: 'A', location: square, confidence: 0.9999, char_list, colour: 'red' }],
			markdown_result: 'A',
		}),
	);
	expect(result.markdown).toBe('A');
	expect(blocksToJson(result, { source: 's', page: 3 })[0]).toMatchObject({
		confidence: 0.9999,
		char_list,
		direction: 67.6506,
		page: 3,
	});
});

describe('odd answers are read as far as they can be', () => {
	test('a flat list of eight numbers, and numbers as text', () => {
		const result = readWords(
			answer({ words_block_list: [{ words: 'a', location: [10, 20, '110', 20, 110, 50, 10, 50] }] }),
		);
		expect(result.blocks[0]?.location).toStrictEqual(square);
		expect(result.direction).toBe(-1);
		expect(result.blockCount).toBe(1);
	});

	test('negative and fractional corners stay as they are', () => {
		const location = [[-3.5, -2], [10, -2], [10, 7.25], [-3.5, 7.25]];
		const [block] = blocksToJson(readWords(answer({ words_block_list: [{ words: 'a', location }] })), { source: 's' });
		expect(block).toMatchObject({ location, left: -3.5, top: -2, width: 13.5, height: 9.25 });
	});

	test('a block without readable location still comes out, with empty coordinates', () => {
		const result = readWords(
			answer({ words_block_list: [{ words: 'a', location: square }, { words: 'b', location: [[1, 2]] }, { words: 'c' }] }),
		);
		const blocks = blocksToJson(result, { source: 's' });
		expect(blocks.map(({ words }) => words)).toStrictEqual(['a', 'b', 'c']);
		expect(blocks[1]).toMatchObject({ location: null, x1: null, left: null, height: null });
		expect(Object.keys(blocks[1] ?? {})).toStrictEqual(Object.keys(blocks[0] ?? {}));
	});

	test('a count that disagrees with the list: every listed block comes out, the count stays visible', () => {
		const result = readWords(
			answer({ words_block_count: 7, words_block_list: [{ words: 'a', location: square }] }),
		);
		expect(blocksToJson(result, { source: 's' })).toHaveLength(1);
		expect(result.blockCount).toBe(7);
	});

	test('the count 0 is an image without text, also without a list', () => {
		expect(readWords(answer({ direction: -1, words_block_list: [] })).blocks).toStrictEqual([]);
		expect(readWords(answer({ words_block_count: 0, words_block_list: null })).blocks).toStrictEqual([]);
	});
});

test.each([
	['an empty body', '', 'it is empty'],
	['HTML', '<html>ok</html>', 'it is not JSON, or cut off'],
	['JSON that is cut off', '{"result":{"words_block_list":[{"wor', 'it is not JSON, or cut off'],
	['no result', '{"ok":true}', 'it has no result'],
	['a list as result', '{"result":[]}', 'it has no result'],
	['announced blocks that are not there', answer({ words_block_count: 3 }), 'it announces 3 words blocks and lists none'],
	['announced blocks and an empty list', answer({ words_block_count: 3, words_block_list: [] }), 'it announces 3 words blocks and lists none'],
	['neither list nor count', answer({ direction: -1 }), 'it announces no number of words blocks and lists none'],
	['a count that is no number of JSON', '{"result":{"words_block_count":1e400,"words_block_list":null}}', 'it announces no number of words blocks and lists none'],
	['a list of another type', answer({ words_block_count: 3, words_block_list: {} }), 'its words_block_list is not a list'],
	['lists that are nested without end', `{"result":{"words_block_list":[],"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`, 'its lists are nested too deep'],
])('%s: refused, and the reason said', (_name, body, why) => {
	expect(() => readWords(body)).toThrow(new UnexpectedAnswer(why));
});

test('names of the prototype chain in an answer stay plain data', () => {
	const result = readWords(
		'{"result":{"__proto__":{"polluted":1},"constructor":{"x":1},"words_block_list":[{"words":"a","__proto__":{"words":"b"},"toString":1}]}}',
	);
	expect(result.blocks[0]?.words).toBe('a');
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('2,000 generated answers: refused as unexpected, or every listed block in order', () => {
	const corner = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null));
	const block = fc.oneof(
		fc.record(
			{
				words: fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string())),
				location: fc.oneof(fc.array(fc.array(corner)), fc.constant(square), fc.anything()),
				confidence: fc.anything(),
				char_list: fc.anything(),
			},
			{ requiredKeys: [] },
		),
		fc.anything(),
	);
	const body = fc.oneof(
		fc.record(
			{
				result: fc.record(
					{
						direction: fc.oneof(fc.double(), fc.anything()),
						words_block_count: fc.oneof(fc.nat(), fc.anything()),
						words_block_list: fc.oneof(fc.array(block), fc.anything()),
						markdown_result: fc.anything(),
					},
					{ requiredKeys: [] },
				),
			},
			{ requiredKeys: [] },
		),
		fc.anything(),
	);
	fc.assert(
		fc.property(body, (value) => {
			const text = JSON.stringify(value) ?? '';
			try {
				const result = readWords(text);
				const sent = (JSON.parse(text) as { result: { words_block_list?: unknown[] | null } }).result;
				const output = blocksToJson(result, { source: 's' });
				expect(output).toHaveLength(sent.words_block_list?.length ?? 0);
				output.forEach((row, index) => expect(row.blockIndex).toBe(index));
			} catch (error) {
				if (!(error instanceof UnexpectedAnswer)) throw error;
			}
		}),
		{ numRuns: 2_000 },
	);
});
