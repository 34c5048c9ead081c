// Which lines of a table are its head, and which columns they name.
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block, rightAligned, table, widthOf } from './page.cts';

const COLUMNS = [30, 240, 380, 520, 660];

const ROWS = {
	amounts: [['Wharf', '12.40', '8.15', '3.90'], ['Depot', '7.00', '91.25', '44.10'], ['Silo', '63.75', '5.05', '18.60'], ['Crane', '20.10', '14.80', '2.35']],
	counts: [['Linz', '41', '7', '380'], ['Graz', '9', '65', '12'], ['Wels', '120', '33', '5'], ['Steyr', '8', '210', '96']],
	shares: [['青岛', '12%', '30%', '58%'], ['烟台', '45%', '5%', '50%'], ['威海', '33%', '41%', '26%'], ['日照', '9%', '80%', '11%']],
};

function centred(words: string, middle: number, top: number): WordsBlock {
	return block(words, middle - widthOf(words) / 2, top);
}

describe('heads by contrast', () => {
	const heads = [['Place', 'Spring', 'Summer', 'Autumn'], ['', '2021', '2022', '2023'], ['', 'FY 2021', 'FY 2022', 'FY 2023'], ['地点', '春', '夏', '秋'], ['Yard', 'Q1', 'Q2', 'Q3'], ['地点', '9月', '10月', '11月'], ['Site', 'Lot 1', 'Lot 2', 'Lot 12']];
	const cases = Object.entries(ROWS).flatMap(([name, rows]) => heads.map((head) => ({ name, rows, head })));
	test.each(cases)('$head over $name', ({ rows, head }) => {
		const columns = head.map((each, index) => each || `column${index + 1}`);
		expect(readTables(table(COLUMNS, [head, ...rows]), -1)).toEqual([{ columns, rows }]);
	});

	const pages = [
		[['2201', 'Lund', 'paid', '14'], ['2202', 'Malmö', 'open', '3'], ['2203', 'Ystad', 'paid', '27'], ['2204', 'Eslöv', 'late', '8']],
		[['Nora', 'Lab', '5120', 'Kiel'], ['Paul', 'Dock', '5121', 'Jena'], ['Rita', 'Mill', '5122', 'Hof'], ['Sven', 'Yard', '5123', 'Ulm']],
		[['03/11/2023', 'Transfer in', '80', 'Bank'], ['04/11/2023', 'Fee', '2', 'Bank'], ['07/11/2023', 'Cash', '45', 'Desk'], ['09/11/2023', 'Card', '16', 'Shop']],
		[['A-14', '6.50', '3', '19.50'], ['A-15', '2.10', '8', '16.80'], ['B-02', '11.00', '1', '11.00'], ['B-07', '0.95', '20', '19.00']],
		// The same unit in each cell is none of a series; nor is a currency that stands in the first row only.
		[['Rope', '5 m', '12 m', '7 m'], ['Cord', '140 m', '9 m', '310 m'], ['Wire', '80 m', '65 m', '4 m'], ['Cable', '22 m', '100 m', '51 m']],
		[['租金', '500元', '620元', '480元'], ['水费', '75', '81', '9'], ['电费', '130', '204', '66'], ['物业', '40', '40', '41']],
		[['螺丝', '120', '0.15', '18.00'], ['垫片', '300', '0.05', '15.00'], ['螺母', '80', '0.20', '16.00'], ['弹簧', '25', '1.10', '27.50']],
	];
	test.each(pages.flatMap((rows) => [34, 44].map((pitch) => ({ rows, pitch }))))('no row is taken for a head: $rows, $pitch px apart', ({ rows, pitch }) => {
		expect(readTables(table(COLUMNS, rows, 100, pitch), -1)).toEqual([{ columns: ['column1', 'column2', 'column3', 'column4'], rows }]);
	});
});

describe('heads of several lines', () => {
	const groups = [
		{ upper: [['Inland', [1, 2]]], lower: ['Town', 'Rail', 'Road', 'Sea'] },
		{ upper: [['North', [1, 1]], ['South', [2, 3]]], lower: ['Town', 'Rail', 'Road', 'Air'] },
		{ upper: [['上半年', [1, 2]]], lower: ['城市', '一季度', '二季度', '全年'] },
	] as const;
	const cases = groups.flatMap((group) => Object.entries(ROWS).map(([name, rows]) => ({ ...group, name, rows })));
	test.each(cases)('$upper over $lower, $name', ({ upper, lower, rows }) => {
		const middles = COLUMNS.map((left) => left + 50);
		const page = [
			...upper.map(([words, [from, to]]) => centred(words, ((middles[from] ?? 0) + (middles[to] ?? 0)) / 2, 100)),
			...lower.map((words, column) => centred(words, middles[column] ?? 0, 126)),
			...rows.flatMap((row, index) => row.map((cell, column) => centred(cell, middles[column] ?? 0, 170 + index * 36))),
		];
		const columns = lower.map((name, column) => [...upper.filter(([, [from, to]]) => column >= from && column <= to).map(([words]) => words), name].join(' '));
		expect(readTables(page, -1)).toEqual([{ columns, rows }]);
	});

	const wrapped = [
		[['Freight', 'with toll', 'per ton'], ['Load', 'in tons'], ['Days']],
		[['Net'], ['Gross', 'weight'], ['Rate', 'for each']],
		[['含税', '单价'], ['数量'], ['合计', '金额', '元']],
	];
	test.each(wrapped.flatMap((heads) => [24, 27].map((leading) => ({ heads, leading }))))('lines of $heads, $leading px apart, are one name', ({ heads, leading }) => {
		const most = Math.max(...heads.map((lines) => lines.length));
		const rights = [340, 500, 660];
		const page = [
			block('Item', 30, 100 + (most - 1) * leading),
			...heads.flatMap((lines, column) => lines.map((line, index) => rightAligned(line, rights[column] ?? 0, 100 + (most - lines.length + index) * leading))),
			...ROWS.amounts.flatMap((row, index) => [block(row[0] ?? '', 30, 200 + index * 40), ...rights.map((right, column) => rightAligned(row[column + 1] ?? '', right, 200 + index * 40))]),
		];
		const names = heads.map((lines) => lines.join(/[\u4e00-\u9fff]/u.test(lines[0] ?? '') ? '' : ' '));
		expect(readTables(page, -1)).toEqual([{ columns: ['Item', ...names], rows: ROWS.amounts }]);
	});

	test.each([[18, '数', '量'], [40, '单', '价'], [60, '金', '额']])('characters %i px apart are one word', (apart, first, second) => {
		const page = [
			block('品名', 30, 100), block(first, 240, 100), block(second, 260 + apart, 100), block('备注', 520, 100),
			...[['钉子', '15', '无'], ['胶带', '230', '急'], ['油漆', '8', '无']].flatMap(([name = '', count = '', note = ''], index) => [
				block(name, 30, 140 + index * 40), block(count, 255, 140 + index * 40), block(note, 520, 140 + index * 40),
			]),
		];
		expect(readTables(page, -1)[0]?.columns).toEqual(['品名', first + second, '备注']);
	});
});

describe('heads at the left of wide columns, figures at the right: nearer to the next head', () => {
	const [lefts, rights] = [[20, 300, 520, 740], [0, 500, 720, 940]];
	const pages = [
		{ head: ['Part', 'Pieces', 'Each', 'Sum'], rows: [['Hinge', '4', '€ 2.10', '€ 8.40'], ['Latch', '1', '€ 7.95', '€ 7.95'], ['Bolt', '12', '€ 0.35', '€ 4.20']] },
		{ head: ['Ware', 'Anzahl', 'Preis', 'Betrag'], rows: [['Leiter', '2', '89,90', '179,80'], ['Eimer', '6', '3,50', '21,00'], ['Besen', '3', '7,20', '21,60'], ['Kelle', '1', '12,00', '12,00']] },
		{ head: ['品名', '数量', '单价', '金额'], rows: [['台灯', '3', '¥45.00', '¥135.00'], ['地毯', '1', '¥260.00', '¥260.00'], ['窗帘', '8', '¥32.50', '¥260.00']] },
	];
	test.each(pages)('$head', ({ head, rows }) => {
		const heads = head.map((words, column) => block(words, lefts[column] ?? 0, 60));
		const cells = rows.flatMap((row, index) => row.map((words, column) => (column === 0 ? block(words, 20, 96 + 36 * index) : rightAligned(words, rights[column] ?? 0, 96 + 36 * index))));
		expect(readTables([...heads, ...cells], -1)).toEqual([{ columns: head, rows }]);
	});
});
