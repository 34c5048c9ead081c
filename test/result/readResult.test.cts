import fc from 'fast-check';

import { OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import { blocksToJson } from '../../nodes/HuaweiOcr/output/blocks.ts';
import { readResult } from '../../nodes/HuaweiOcr/result/readResult.ts';

const answer = (result: unknown) => JSON.stringify({ result });
const square = [
	[10, 20],
	[110, 20],
	[110, 50],
	[10, 50],
];

test("the API page's own example", () => {
	const result = readResult(
		'{"result":{"direction":-1,"words_block_count":1,"words_block_list":[{"words":"文字区域识别文字块1","location":[[15,15],[30,15],[30,30],[15,30]]}]}}',
	);
	expect(blocksToJson(result, { source: 'a.png' })).toEqual([
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
	const result = readResult(
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
		const result = readResult(
			answer({ words_block_list: [{ words: 'a', location: [10, 20, '110', 20, 110, 50, 10, 50] }] }),
		);
		expect(result.blocks[0]?.location).toEqual(square);
		expect(result.direction).toBe(-1);
		expect(result.blockCount).toBe(1);
	});

	test('negative and fractional corners stay as they are', () => {
		const location = [[-3.5, -2], [10, -2], [10, 7.25], [-3.5, 7.25]];
		const [block] = blocksToJson(readResult(answer({ words_block_list: [{ words: 'a', location }] })), { source: 's' });
		expect(block).toMatchObject({ location, left: -3.5, top: -2, width: 13.5, height: 9.25 });
	});

	test('a block without readable location still comes out, with empty coordinates', () => {
		const result = readResult(
			answer({ words_block_list: [{ words: 'a', location: square }, { words: 'b', location: [[1, 2]] }, { words: 'c' }] }),
		);
		const blocks = blocksToJson(result, { source: 's' });
		expect(blocks.map(({ words }) => words)).toEqual(['a', 'b', 'c']);
		expect(blocks[1]).toMatchObject({ location: null, x1: null, left: null, height: null });
		expect(Object.keys(blocks[1] ?? {})).toEqual(Object.keys(blocks[0] ?? {}));
	});

	test('a count that disagrees with the list: every listed block comes out, the count stays visible', () => {
		const result = readResult(
			answer({ words_block_count: 7, words_block_list: [{ words: 'a', location: square }] }),
		);
		expect(blocksToJson(result, { source: 's' })).toHaveLength(1);
		expect(result.blockCount).toBe(7);
	});

	test('the count 0 is an image without text, also without a list', () => {
		expect(readResult(answer({ direction: -1, words_block_list: [] })).blocks).toEqual([]);
		expect(readResult(answer({ words_block_count: 0, words_block_list: null })).blocks).toEqual([]);
	});
});

test.each([
	['an empty body', '', /answer can't be read/],
	['HTML', '<html>ok</html>', /answer can't be read/],
	['JSON that is cut off', '{"result":{"words_block_list":[{"wor', /answer can't be read/],
	['no result', '{"ok":true}', /answer can't be read/],
	['a list as result', '{"result":[]}', /answer can't be read/],
	['announced blocks that are not there', answer({ words_block_count: 3 }), /answer can't be read/],
	['announced blocks and an empty list', answer({ words_block_count: 3, words_block_list: [] }), /answer can't be read/],
	['neither list nor count', answer({ direction: -1 }), /answer can't be read/],
	['an error in its place', answer({ error_code: 'AIS.0103', error_msg: 'x' }), /^Scale the image/],
	['an error beside success', '{"error_code":"AIS.0105","error_msg":"x"}', /^Try again/],
	['a list of another type', answer({ words_block_count: 3, words_block_list: {} }), /answer can't be read/],
])('%s is a clear error', (_name, body, message) => {
	expect(() => readResult(body)).toThrow(message);
});

test('names of the prototype chain in an answer stay plain data', () => {
	const result = readResult(
		'{"result":{"__proto__":{"polluted":1},"constructor":{"x":1},"words_block_list":[{"words":"a","__proto__":{"words":"b"},"toString":1}]}}',
	);
	expect(result.blocks[0]?.words).toBe('a');
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('20,000 generated answers: an OcrError, or every listed block in order', () => {
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
				const result = readResult(text);
				const sent = (JSON.parse(text) as { result: { words_block_list?: unknown[] | null } }).result;
				const output = blocksToJson(result, { source: 's' });
				expect(output).toHaveLength(sent.words_block_list?.length ?? 0);
				output.forEach((row, index) => expect(row.blockIndex).toBe(index));
			} catch (error) {
				if (!(error instanceof OcrError)) throw error;
			}
		}),
		{ numRuns: 20_000 },
	);
});
