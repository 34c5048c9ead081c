import { mapBack as mapInSteps } from '../../nodes/HuaweiOcr/pictures/mapBack.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';

const mapBack = (result: unknown, scale: number): unknown => runAtOnce(mapInSteps(result, scale));

const quad = (left: number, top: number, right: number, bottom: number) => [[left, top], [right, top], [right, bottom], [left, bottom]];

test.each<[string, unknown, unknown]>([
	[
		'words blocks and their characters',
		{ words_block_count: 1, direction: 90.5, words_block_list: [{ words: '12', confidence: 0.5, location: quad(10, 20, 30, 41), char_list: [{ char: '1', char_location: quad(10, 20, 20, 41), char_confidence: 0.25 }] }] },
		{ words_block_count: 1, direction: 90.5, words_block_list: [{ words: '12', confidence: 0.5, location: quad(20, 40, 60, 82), char_list: [{ char: '1', char_location: quad(20, 40, 40, 82), char_confidence: 0.25 }] }] },
	],
	[
		'table cells',
		{ words_region_list: [{ words_block_list: [{ rows: [0], columns: [1], cell_location: quad(1, 2, 3, 4) }] }] },
		{ words_region_list: [{ words_block_list: [{ rows: [0], columns: [1], cell_location: quad(2, 4, 6, 8) }] }] },
	],
	[
		'fields of a document, empty ones among them',
		{ number: '77', text_location: { number: quad(5, 5, 9, 9), name: [] } },
		{ number: '77', text_location: { number: quad(10, 10, 18, 18), name: [] } },
	],
	['a place that is a word', { location: 'Tianjin', code: 12 }, { location: 'Tianjin', code: 12 }],
	['a flat list of numbers', { location: [1, 2, 3, 4] }, { location: [2, 4, 6, 8] }],
	['positions behind the edge', { plate_location: quad(-3, 0, 1, 1) }, { plate_location: quad(-6, 0, 2, 2) }],
	['the size of the picture', { image_size: { width: 50, height: 40 } }, { image_size: { width: 100, height: 80 } }],
	['a list of results', [{ layout_block_list: [{ location: quad(1, 1, 2, 2), words_ids: [3] }] }], [{ layout_block_list: [{ location: quad(2, 2, 4, 4), words_ids: [3] }] }],],
	['what is no position', { relocation: [1], rows: [1], word_location_count: 3 }, { relocation: [1], rows: [1], word_location_count: 3 }],
	['nothing', { location: null, words: undefined }, { location: null, words: undefined }],
])('%s', (_name, sent, own) => {
	const before = structuredClone(sent);
	expect(mapBack(sent, 0.5)).toEqual(own);
	expect(sent).toEqual(before);
});

test('rounds to whole px', () => {
	expect(mapBack({ location: [[10, 11]] }, 0.3)).toEqual({ location: [[33, 37]] });
});

test('without scaling the very same object comes back', () => {
	const result = { location: [[1, 2]] };
	expect(mapBack(result, 1)).toBe(result);
});
