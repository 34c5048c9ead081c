// Which lines of a table are one row: wrapped cells, cells in the middle of their row, details, sections.
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block, rightAligned } from './page.cts';

interface Item {
	lines: string[];
	figures: [count: string, price: string, sum: string];
}

const LEFT = 30;
const RIGHTS = [430, 560, 700] as const;
const HEADS = ['Article', 'Pieces', 'Each', 'Sum'];

const TOOLS: Item[] = [
	{ lines: ['Folding ladder with', 'four wide steps'], figures: ['3', '48.20', '144.60'] },
	{ lines: ['Spirit level'], figures: ['12', '9.75', '117.00'] },
	{ lines: ['Hand saw for wet', 'and dry timber of', 'up to ten inches'], figures: ['5', '17.40', '87.00'] },
	{ lines: ['Chalk line'], figures: ['8', '4.15', '33.20'] },
];
const KITCHEN: Item[] = [
	{ lines: ['Bread box made of', 'bamboo, two trays'], figures: ['2', '31.90', '63.80'] },
	{ lines: ['Cast iron pan with', 'a wooden handle'], figures: ['7', '22.00', '154.00'] },
	{ lines: ['Egg timer'], figures: ['40', '3.05', '122.00'] },
	{ lines: ['Sieve'], figures: ['9', '6.60', '59.40'] },
];
const OFFICE: Item[] = [
	{ lines: ['可升降办公桌配电动', '双电机及记忆面板'], figures: ['4', '980.00', '3920.00'] },
	{ lines: ['文件柜'], figures: ['6', '415.50', '2493.00'] },
	{ lines: ['人体工学转椅带头枕', '和腰托可后仰一百三', '十度'], figures: ['11', '730.00', '8030.00'] },
	{ lines: ['台灯'], figures: ['15', '88.00', '1320.00'] },
];
const LISTS = { TOOLS, KITCHEN, OFFICE };

/** Items whose figures stand at a part of the height of their lines: 0 at the first line, 1 at the last. */
function page(items: readonly Item[], { leading, gap, place }: { leading: number; gap: number; place: number }): WordsBlock[] {
	const blocks = [block(HEADS[0] ?? '', LEFT, 60), ...HEADS.slice(1).map((head, index) => rightAligned(head, RIGHTS[index] ?? 0, 60))];
	let top = 110;
	for (const { lines, figures } of items) {
		blocks.push(...lines.map((line, index) => block(line, LEFT, top + index * leading)));
		const at = top + (lines.length - 1) * leading * place;
		blocks.push(...figures.map((figure, index) => rightAligned(figure, RIGHTS[index] ?? 0, at)));
		top += (lines.length - 1) * leading + gap;
	}
	return blocks;
}

const rowsOf = (items: readonly Item[]) => items.map(({ lines, figures }) => [lines.join(/[\u4e00-\u9fff]/u.test(lines[0] ?? '') ? '' : ' '), ...figures]);

describe('wrapped cells', () => {
	const layouts = [
		{ leading: 23, gap: 46, place: 0 },
		{ leading: 25, gap: 40, place: 0 },
		{ leading: 24, gap: 50, place: 0.5 },
		{ leading: 27, gap: 44, place: 0.5 },
		{ leading: 26, gap: 60, place: 1 },
	];
	const cases = Object.entries(LISTS).flatMap(([name, items]) => layouts.map((layout) => ({ name, items, layout })));
	test.each(cases)('$name, lines $layout.leading px and items $layout.gap px apart, figures at $layout.place', ({ items, layout }) => {
		expect(readTables(page(items, layout), -1)).toEqual([{ columns: HEADS, rows: rowsOf(items) }]);
	});

	test('a wrapped label beside one row does not put other rows together', () => {
		const items = [...TOOLS.slice(1, 2), ...TOOLS.slice(3), ...KITCHEN.slice(0, 1), ...KITCHEN.slice(2)];
		expect(readTables(page(items, { leading: 22, gap: 48, place: 0.5 }), -1)[0]?.rows).toEqual(rowsOf(items));
	});
});

describe('lines between rows', () => {
	const details = [
		['Colour: grey', 'Warranty: two years'],
		['Serial: 44-A'],
		['Order of: 3 May', 'Shelf: B12', 'Packed by: Mia'],
		['产地：宁波', '质保：两年'],
	];
	const steps = [26, 30];
	test.each(details.flatMap((lines) => steps.map((step) => ({ lines, step }))))('details $lines, $step px apart, stay rows of one cell', ({ lines, step }) => {
		let top = 110;
		const blocks = [block('Article', LEFT, 60), ...HEADS.slice(1).map((head, index) => rightAligned(head, RIGHTS[index] ?? 0, 60))];
		const rows: string[][] = [];
		for (const { lines: [name = ''], figures } of [...TOOLS, ...KITCHEN]) {
			blocks.push(block(name, LEFT, top), ...figures.map((figure, index) => rightAligned(figure, RIGHTS[index] ?? 0, top)));
			rows.push([name, ...figures]);
			for (const line of lines) {
				top += step;
				blocks.push(block(line, LEFT, top));
				rows.push([line, '', '', '']);
			}
			top += step + 4;
		}
		expect(readTables(blocks, -1)).toEqual([{ columns: HEADS, rows }]);
	});

	const sections = [
		[['Cellar', 2], ['Roof', 3]],
		[['North wing', 1], ['South wing', 1], ['Court', 4]],
		[['一楼', 2], ['二楼', 2]],
	] as const;
	test.each(sections.flatMap((parts) => [32, 44].map((pitch) => ({ parts, pitch }))))('sections $parts, rows $pitch px apart', ({ parts, pitch }) => {
		let top = 110;
		const blocks = [block('Room', LEFT, 60), rightAligned('Area', 430, 60), rightAligned('Rent', 560, 60)];
		const rows: string[][] = [];
		let number = 0;
		for (const [name, count] of parts) {
			blocks.push(block(name, LEFT, top));
			rows.push([name, '', '']);
			for (let index = 0; index < count; index++) {
				top += pitch;
				number++;
				const row = [`Room ${number}`, `${number * 7}.50`, `${number * 120}.00`];
				rows.push(row);
				blocks.push(block(row[0] ?? '', LEFT, top), rightAligned(row[1] ?? '', 430, top), rightAligned(row[2] ?? '', 560, top));
			}
			top += pitch;
		}
		expect(readTables(blocks, -1)).toEqual([{ columns: ['Room', 'Area', 'Rent'], rows }]);
		const wanted: string[][] = [];
		let section = '';
		for (const row of rows) {
			if (row[1] === '') section = row[0] ?? '';
			else wanted.push([section, ...row]);
		}
		expect(readTables(blocks, -1, { sectionColumn: true })).toEqual([{ columns: ['section', 'Room', 'Area', 'Rent'], rows: wanted }]);
	});
});
