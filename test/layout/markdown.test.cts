import * as fc from 'fast-check';
import { toMarkdown } from '../../nodes/HuaweiOcr/layout/markdown/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block, moved, table, turn } from './page.cts';

const markdown = (...pages: WordsBlock[][]) => toMarkdown(pages.map((blocks) => ({ blocks, direction: -1 })));
const body = (lines: readonly string[], top: number) => lines.map((words, index) => block(words, 40, top + index * 28));

const TEXT = ['The workshop will be closed for', 'two weeks in August. Orders that', 'reach us before are sent in time.'];

describe('markdown', () => {
	test('nothing gives nothing', () => {
		expect(markdown()).toBe('');
		expect(markdown([], [block(' ', 0, 0)])).toBe('');
	});

	test('lines of a paragraph become one text', () => {
		expect(markdown(body(TEXT, 100))).toBe('The workshop will be closed for two weeks in August. Orders that reach us before are sent in time.');
	});

	test('large text is a heading, the larger the higher', () => {
		expect(markdown([block('Summer notice', 40, 20, 44), block('Dates', 40, 90, 26), ...body(TEXT, 140)])).toMatch(/^# Summer notice\n\n### Dates\n\nThe workshop/);
	});

	test('white space parts paragraphs', () => {
		expect(markdown([...body(TEXT, 100), ...body(TEXT, 220)]).split('\n\n')).toHaveLength(2);
	});

	test('a parted word is put together', () => {
		expect(markdown(body(['Please send all of your docu-', 'ments to the office by Friday.'], 100))).toBe('Please send all of your documents to the office by Friday.');
	});

	test('lines of an address stay lines', () => {
		expect(markdown([block('North Mill', 40, 100), block('Long Lane 4', 40, 126), block('Harbour Town and County', 40, 152)])).toBe('North Mill  \nLong Lane 4  \nHarbour Town and County');
	});

	test.each([
		['• Gloves', '- Gloves'],
		['- Gloves', '- Gloves'],
		['1. Gloves', '1. Gloves'],
		['(2) Gloves', '2. Gloves'],
		['-3.80', '-3.80'],
		['12.50', '12.50'],
	])('%s is written as %s', (printed, written) => {
		expect(markdown([block(printed, 40, 100)])).toBe(written);
	});

	test('items of a list follow each other', () => {
		expect(markdown([block('• Gloves', 40, 100), block('• Two scarves', 40, 128), block('• A hat', 40, 156)])).toBe('- Gloves\n- Two scarves\n- A hat');
	});

	test.each([
		['# 7', '\\# 7'],
		['*net*', '\\*net\\*'],
		['_net_', '\\_net\\_'],
		['part_no', 'part_no'],
		['<b>net', '\\<b>net'],
		['`net`', '\\`net\\`'],
		['[net](x)', '[net\\](x)'],
		['> net', '\\> net'],
		['a & b', 'a & b'],
		['&amp;', '\\&amp;'],
		['---', '\\---'],
		['c:\\temp', 'c:\\\\temp'],
	])('%s shows as it is printed', (printed, written) => {
		expect(markdown([block(printed, 40, 100)])).toBe(written);
	});

	test('a table stands where it stood, with its heads', () => {
		const page = [
			block('Price list', 40, 20, 40),
			...table([40, 300, 420], [['Item', 'Qty', 'Price'], ['Hammer', '2', '14.50'], ['Saw | long', '1', '22.00'], ['Pliers', '3', '9.75']], 100),
			block('Prices without tax', 40, 330),
		];
		expect(markdown(page)).toBe('# Price list\n\n| Item | Qty | Price |\n| --- | --- | --- |\n| Hammer | 2 | 14.50 |\n| Saw \\| long | 1 | 22.00 |\n| Pliers | 3 | 9.75 |\n\nPrices without tax');
	});

	test('pages are parted by a rule', () => {
		expect(markdown([block('one', 40, 100)], [block('two', 40, 100)])).toBe('one\n\n---\n\ntwo');
	});

	test('every block is there exactly once', () => {
		const cell = fc.constantFrom('', 'x', 'y');
		const pages = fc.record({
			rows: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 0, maxLength: 6 }),
			lines: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
			columns: fc.integer({ min: 1, max: 2 }),
			degrees: fc.constantFrom(0, 3, -6, 90, 180),
			side: fc.boolean(),
		});
		fc.assert(
			fc.property(pages, ({ rows, lines, columns, degrees, side }) => {
				let count = 0;
				const name = () => `w${String(count++).padStart(3, '0')}q`;
				const grid = table([40, 260, 480], rows.map((row, index) => row.map((each, column) => (each === '' ? '' : column > 0 && index > 0 ? `${name()}7` : name()))), 60);
				const text = lines.map((length, index) => block(`${name()} ${'a'.repeat(length)}`, 40 + (index % columns) * 420, 400 + Math.floor(index / columns) * 28));
				const beside = side ? moved([block(name(), 40, -30)], turn(90)) : [];
				const written = markdown(moved([...grid, ...text, ...beside], turn(degrees)));
				expect((written.match(/w\d{3}q/gu) ?? []).sort()).toEqual(Array.from({ length: count }, (_, index) => `w${String(index).padStart(3, '0')}q`));
			}),
			{ numRuns: 300 },
		);
	});
});
