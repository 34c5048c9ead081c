// Tables on receipts, statements and timetables: what stands near a table and is not of it, lines that belong together.
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block, rightAligned, table, widthOf } from './page.cts';

const UNNAMED = ['column1', 'column2', 'column3'];

const SLIPS = [
	{ items: [['Paint brush', '0417 PC', '2x3.20', '6.40'], ['Sand paper', '0522 PC', '1x1.10', '1.10'], ['Wood glue', '0618 PC', '3x2.00', '6.00']], sums: [['Goods 3', 'Before tax', '13.50'], ['Pieces 6', 'Reduced', '0.00'], ['', 'To pay', '13.50'], ['', 'Given', '20.00'], ['', 'Back', '6.50']] },
	{ items: [['Rye bread', '2201 PC', '1x4.80', '4.80'], ['Oat milk', '2317 PC', '2x1.95', '3.90'], ['Plum jam', '2409 PC', '1x3.25', '3.25'], ['Green tea', '2555 PC', '4x2.10', '8.40']], sums: [['Goods 4', 'Before tax', '20.35'], ['Pieces 8', 'Reduced', '1.00'], ['', 'To pay', '19.35'], ['', 'Given', '20.00'], ['', 'Back', '0.65']] },
];

/** Items of two lines each, line by line; sums below a gap; a second till line above another one; taxes at the foot. */
function slip({ items, sums }: (typeof SLIPS)[number], { pitch, gap }: { pitch: number; gap: number }): WordsBlock[] {
	let top = 40;
	const blocks = [block('0091(HARBOUR-2)', 20, top), rightAligned('4', 580, top), block('012', 20, (top += pitch)), rightAligned('04/03/2021 11:02', 580, top)];
	top += gap;
	for (const [name = '', code = '', count = '', amount = ''] of items) {
		blocks.push(block(name, 20, top), block(code, 30, top + pitch), block(count, 360, top + pitch), rightAligned(amount, 580, top + pitch));
		top += 2 * pitch;
	}
	top += gap - pitch;
	for (const [left = '', label = '', amount = ''] of sums) {
		if (left !== '') blocks.push(block(left, 20, top));
		blocks.push(rightAligned(label, 340, top), rightAligned(amount, 580, top));
		top += pitch;
	}
	top += gap - pitch;
	blocks.push(block('Tax', 20, top), rightAligned('Net', 260, top), rightAligned('Part', 580, top));
	return [...blocks, block('T(7%)', 20, top + pitch), rightAligned('12.62', 260, top + pitch), rightAligned('0.88', 580, top + pitch)];
}

describe('receipts', () => {
	const layouts = [{ pitch: 23, gap: 48 }, { pitch: 25, gap: 50 }, { pitch: 24, gap: 46 }];
	test.each(SLIPS.flatMap((each) => layouts.map((layout) => ({ ...each, ...layout }))))('items, sums and taxes are three tables, lines $pitch px and parts $gap px apart', ({ items, sums, pitch, gap }) => {
		const tables = readTables(slip({ items, sums }, { pitch, gap }), -1);
		expect(tables[0]).toEqual({ columns: UNNAMED, rows: items.flatMap(([name, code, count, amount]) => [[name, '', ''], [code, count, amount]]) });
		expect(tables[1]).toEqual({ columns: UNNAMED, rows: sums });
		expect(tables[2]).toEqual({ columns: ['Tax', 'Net', 'Part'], rows: [['T(7%)', '12.62', '0.88']] });
	});
});

describe('blocks that reach over the next one', () => {
	const rows = [['03May2022', 'Parcel', '12.40'], ['03May2022', '7 Stamps', '5.60'], ['04May2022', 'Registered letter', '4.25'], ['05May2022', '2 Boxes', '8.00'], ['06May2022', 'Parcel', '9.10'], ['09May2022', 'Customs', '31.75'], ['09May2022', 'Parcel', '14.00']];
	test.each([2, 7, 12])('dates reach %i px into the texts beside them in some rows', (over) => {
		const page = [
			...table([20, 114, 420], [['Date', 'Text', 'Paid']]),
			...rows.flatMap(([date = '', text = '', paid = ''], index) => {
				const left = index % 3 === 1 ? 110 - over : 112;
				return [block(date, 20, 140 + index * 24), block(text, left, 140 + index * 24), rightAligned(paid, 460, 140 + index * 24)];
			}),
		];
		expect(readTables(page, -1)).toEqual([{ columns: ['Date', 'Text', 'Paid'], rows }]);
	});
});

describe('one line of heads over one of values', () => {
	const lines = [
		[['Plate 车牌', 'Driver', 'Telephone', 'Meeting point'], ['LK 4471', 'Nils Moor', '030-5550142', 'Gate 7']],
		[['Ship', 'Captain', 'Call sign', 'Agent'], ['Sea Fern', 'J. Tamm', 'DK2207', '040-555017']],
		[['房号', '客人', '入住', '退房'], ['1208', '林可', '3月4日', '3月6日']],
	];
	test.each(lines)('%j is a table of one row', (heads, row) => {
		expect(readTables(table([30, 260, 470, 690], [heads, row]), -1)).toEqual([{ columns: heads, rows: [row] }]);
	});

	test.each(lines)('%j is none with two labels only, or a label without a value', (heads, row) => {
		expect(readTables(table([30, 260], [heads.slice(0, 2), row.slice(0, 2)]), -1)).toEqual([]);
		expect(readTables(table([30, 260, 470, 690], [heads, [...row.slice(0, 3), '']]), -1)).toEqual([]);
	});
});

describe('upper names', () => {
	const centred = (words: string, middle: number, top: number) => block(words, middle - widthOf(words) / 2, top);

	test.each([0, 4, 8])('over two heads that are wider than the figures below, %i px off their middle', (off) => {
		const page = [
			centred('Deliveries of the yard', 260, 10),
			centred('Change', 430 - off, 64),
			...['Load', 'Tons'].map((head, index) => block(head, 30 + index * 130, 84)),
			...['by weight (t)', 'by share (%)'].map((head, index) => centred(head, 350 + index * 160, 110)),
			...[['Gravel', '14', '2', '15'], ['Cement', '8', '-2', '-20'], ['Bricks', '7', '2', '40']].flatMap((row, index) => row.map((cell, column) => block(cell, [30, 160, 290, 450][column] ?? 0, 150 + index * 32))),
		];
		expect(readTables(page, -1)[0]?.columns).toEqual(['Load', 'Tons', 'Change by weight (t)', 'Change by share (%)']);
	});
});

describe('timetables', () => {
	const DAYS = ['节', '时间', '周一', '周二', '周三'];
	const lessons = [[['8:00', '8:45'], ['数学', '何欣'], ['音乐', '方远'], ['美术', '白晨']], [['8:55', '9:40'], ['英语', '孟平'], ['数学', '何欣'], ['体育', '高峰']], [['9:50', '10:35'], ['美术', '白晨'], ['英语', '孟平'], ['数学', '何欣']], [['10:55', '11:40'], ['体育', '高峰'], ['美术', '白晨'], ['音乐', '方远']]];
	const page = (cells: string[][][], inner: number, outer: number) => [
		...table([20, 90, 200, 330, 460], [DAYS], 60),
		...cells.flatMap((lesson, index) => {
			const top = 110 + index * (inner + outer);
			return [block(String(index + 1), 20, top + inner / 2), ...lesson.flatMap(([upper = '', lower = ''], column) => [block(upper, [90, 200, 330, 460][column] ?? 0, top), block(lower, [90, 200, 330, 460][column] ?? 0, top + inner)])];
		}),
	];

	test.each([[20, 26], [19, 24], [22, 28]])('lessons of two lines with their number in the middle, %i and %i px apart', (inner, outer) => {
		expect(readTables(page(lessons, inner, outer), -1)).toEqual([{ columns: DAYS, rows: lessons.map((lesson, index) => [String(index + 1), ...lesson.map((lines, column) => lines.join(column === 0 ? ' ' : ''))]) }]);
	});

	test('figures are never put together so', () => {
		const counts = [[['31', '45'], ['6', '12'], ['oak', 'elm'], ['ash', 'fir']], [['28', '70'], ['9', '14'], ['elm', 'yew'], ['fir', 'oak']], [['55', '23'], ['8', '11'], ['yew', 'ash'], ['oak', 'elm']]];
		const cells = readTables(page(counts, 20, 26), -1).flatMap(({ rows }) => rows.flat());
		expect(cells.filter((cell) => /\d \d/.test(cell))).toEqual([]);
	});
});
