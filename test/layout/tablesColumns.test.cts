// Columns of a table: what parts them, what stands beside them, what is no table at all.
import { readTables, readTablesInDetail } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import { joinTables } from '../../nodes/HuaweiOcr/layout/tables/joinTables.ts';
import type { TableCell } from '../../nodes/HuaweiOcr/layout/tables/types.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block, rightAligned, table } from './page.cts';

const HEAD = ['Goods', 'Tons', 'Rate', 'Due'];
const ROWS = [['Gravel', '14', '6.50', '91.00'], ['Cement', '3', '81.20', '243.60'], ['Bricks', '22', '4.05', '89.10'], ['Tiles', '7', '19.90', '139.30']];
const COLUMNS = [30, 330, 450, 580];

describe('columns', () => {
	const long = ['Unloading by crane including the way back', 'Storage for one week in the covered yard', '卸货及场内二次搬运费用含夜间加班补贴等'];
	test.each(long.flatMap((text) => [34, 40, 52].map((pitch) => ({ text, pitch }))))('"$text" over empty cells is one cell, rows $pitch px apart', ({ text, pitch }) => {
		const rows = [...ROWS.slice(0, 2), [text, '', '', '75.00'], ...ROWS.slice(2)];
		expect(readTables(table(COLUMNS, [HEAD, ...rows], 100, pitch), -1)).toEqual([{ columns: HEAD, rows }]);
	});

	test.each(['$', '€', '¥', 'RM'])('%s at the left of a column belongs to its amounts', (sign) => {
		const page = [
			...table(COLUMNS, [HEAD]),
			...ROWS.flatMap(([goods = '', tons = '', rate = '', due = ''], index) => {
				const top = 140 + index * 40;
				return [block(goods, 30, top), block(tons, 330, top), block(sign, 440, top), rightAligned(rate, 540, top), block(due, 580, top)];
			}),
		];
		expect(readTables(page, -1)).toEqual([{ columns: HEAD, rows: ROWS.map(([goods, tons, rate, due]) => [goods, tons, `${sign} ${rate}`, due]) }]);
	});

	test.each([0, 1, 2, 3])('row %i with two cells read as one block is cut where its columns are', (which) => {
		const page = table(COLUMNS, [HEAD, ...ROWS]).filter(({ words }) => words !== ROWS[which]?.[2] && words !== ROWS[which]?.[3]);
		const [rate = '', due = ''] = ROWS[which]?.slice(2) ?? [];
		page.push(block(`${rate} ${due}`, 450, 140 + which * 40, 20, 180));
		expect(readTables(page, -1)).toEqual([{ columns: HEAD, rows: ROWS }]);
	});
});

describe('what stands beside a table', () => {
	const PARTS = [[['Pier', '12'], ['Lock', '40'], ['Weir', '7'], ['Dam', '105']], [['Oak', '3'], ['Elm', '18'], ['Ash', '22'], ['Fir', '9']], [['Rye', '61'], ['Oats', '4'], ['Hops', '35'], ['Corn', '80']]];
	test.each([[2, 34], [2, 44], [3, 34], [3, 44]])('%i tables side by side under the same heads, rows %i px apart', (count, pitch) => {
		const parts = PARTS.slice(0, count);
		const rows = [parts.flatMap(() => ['Name', 'Pieces']), ...[0, 1, 2, 3].map((row) => parts.flatMap((part) => part[row] ?? []))];
		const columns = parts.flatMap((_, part) => [30 + part * 320, 180 + part * 320]);
		expect(readTables(table(columns, rows, 100, pitch), -1)).toEqual(parts.map((part) => ({ columns: ['Name', 'Pieces'], rows: part })));
	});

	test('running text beside a table is no column of it', () => {
		const text = ['The yard takes goods on all days but', 'Sunday. Trucks wait at the gate until', 'the scale is free, and drivers stay in', 'their cabs while the crane is at work', 'over the lorry; whoever leaves has to', 'wear a helmet and a vest of the firm', 'that can be seen from far away and is', 'handed out at the gate in the morning'];
		const rows = [...ROWS, ['Sand', '31', '2.75', '85.25'], ['Lime', '5', '44.00', '220.00'], ['Slate', '2', '98.00', '196.00']];
		const page = [...table([30, 150, 240, 340], [HEAD, ...rows], 100, 34), ...text.map((line, index) => block(line, 470, 100 + index * 34, 20, 370 + (index % 3)))];
		expect(readTables(page, -1)).toEqual([{ columns: HEAD, rows }]);
	});

	test('text around tables can be had as rows of one cell', () => {
		const page = [block('Deliveries in May', 30, 20), ...table(COLUMNS, [HEAD, ...ROWS]), block('Prices without tax', 30, 400)];
		const one = (text: string) => [text, '', '', ''];
		expect(readTables(page, -1, { textAroundTables: 'beforeAndAfter' })).toEqual([{ columns: HEAD, rows: [one('Deliveries in May'), ...ROWS, one('Prices without tax')] }]);
	});
});

describe('what is no table', () => {
	const forms = [
		[['Name', 'Ruth Klein'], ['Born', '1988-04-02'], ['Town', 'Bern'], ['Phone', '555 0147'], ['Trade', 'Baker']],
		[['Name', 'Ruth Klein', 'Phone', '555 0147'], ['Town', 'Bern', 'Born', '1988-04-02'], ['Trade', 'Baker', 'Shift', 'Night']],
		[['姓名', '孙晓云', '日期', '2024-03-18'], ['部门', '仓储部', '电话', '13900001111'], ['职务', '主管', '工号', 'C-207']],
		[['Sender', 'Ship', 'Port'], ['Marta Wolf', 'Aurora 3', 'Riga'], ['Goods', 'Weight', 'Date'], ['Timber', '12 t', '2024-06-01'], ['Insured', 'Crew', 'Berth'], ['Yes', '14', 'K 9']],
		[['Subtotal', '88.00'], ['Tax', '7.04'], ['Total', '95.04']],
		[['Milltown Supplies', 'Bank of Leith'], ['4 Quay Street', 'Account 118 204'], ['Leith', 'Sort code 40 11']],
	];
	test.each(forms.flatMap((rows) => [30, 46].map((pitch) => ({ rows, pitch }))))('$rows, $pitch px apart', ({ rows, pitch }) => {
		expect(readTables(table([30, 230, 430, 630], rows, 100, pitch), -1)).toEqual([]);
	});
});

describe('rows in detail', () => {
	test('sections and sums are marked, and all blocks of the table are known', () => {
		const rows = [['Quay', '', ''], ['Hut', '2', '40.00'], ['Net', '9', '18.00'], ['Total', '', '58.00']];
		const page = table(COLUMNS, [['Thing', 'Pieces', 'Worth'], ...rows]);
		const [found] = readTablesInDetail(page, -1);
		expect(found).toMatchObject({ rows, sections: [0], sums: [3] });
		expect(new Set(found?.blocks)).toEqual(new Set(page));
	});
});

describe('tables over pages', () => {
	const numbered = ['column1', 'column2', 'column3', 'column4'];
	test.each([
		['repeated heads are left out', HEAD, ROWS, 1],
		['without heads, columns that hold the same go on', numbered, ROWS, 1],
		['other heads begin another table', ['Goods', 'Tons', 'Rate', 'Paid'], ROWS, 2],
		['other contents without heads begin another table', numbered, [['1', 'Riga', 'May', 'Timber'], ['2', 'Oslo', 'June', 'Salt']], 2],
		['fewer columns begin another table', numbered.slice(0, 3), ROWS.map((row) => row.slice(0, 3)), 2],
	])('%s', (_, columns, rows, count) => {
		const joined = joinTables([[{ columns: HEAD, rows: ROWS }], [{ columns, rows }]]);
		expect(joined).toHaveLength(count);
		expect(joined.flatMap((each) => each.rows)).toEqual([...ROWS, ...rows]);
		expect(joined.flatMap(({ rowPages }) => rowPages)).toEqual([...ROWS.map(() => 0), ...rows.map(() => 1)]);
	});
});

describe('cells between rules', () => {
	const cell = (row: number, column: number, rowSpan = 1, columnSpan = 1): TableCell => ({
		left: 20 + column * 150, top: 80 + row * 60, right: 20 + (column + columnSpan) * 150, bottom: 80 + (row + rowSpan) * 60, row, column, rowSpan, columnSpan,
	});
	const grid = (rows: number, columns: number) => Array.from({ length: rows * columns }, (_, index) => cell(Math.floor(index / columns), index % columns));

	test('blocks belong to the cell that holds their middle, whatever their lines look like', () => {
		const page = [
			...table([30, 180, 330], [['Berth', 'Ships', 'Days']], 100),
			block('Outer', 30, 146), block('mole', 30, 172), block('12', 260, 150), block('3.5', 420, 176),
			block('Lock', 30, 220), block('7', 180, 205), block('1.0', 330, 235),
		];
		expect(readTables(page, -1, { cells: grid(3, 3) })).toEqual([{ columns: ['Berth', 'Ships', 'Days'], rows: [['Outer mole', '12', '3.5'], ['Lock', '7', '1.0']] }]);
	});

	test('merged cells of the head stand before the names below them', () => {
		const cells = [cell(0, 0, 2, 1), cell(0, 1, 1, 2), cell(1, 1), cell(1, 2), ...grid(4, 3).filter(({ row }) => row > 1)];
		const page = [block('Port', 30, 120), block('Cargo', 260, 100), block('in', 200, 160), block('out', 350, 160), ...table([30, 200, 350], [['Riga', '40', '11'], ['Oslo', '9', '63']], 220, 60)];
		expect(readTables(page, -1, { cells })).toEqual([{ columns: ['Port', 'Cargo in', 'Cargo out'], rows: [['Riga', '40', '11'], ['Oslo', '9', '63']] }]);
	});

	test('a form between rules is no table', () => {
		const page = table([30, 180, 330, 480], [['Name', 'Ruth', 'Phone', '555 0147'], ['Town', 'Bern', 'Born', '1988-04-02'], ['Trade', 'Baker', 'Shift', 'Night']], 100, 60);
		expect(readTables(page, -1, { cells: grid(3, 4) })).toEqual([]);
	});

	describe('a grid that the words contradict is left', () => {
		const HARBOURS = [['Berth', 'Ships', 'Days'], ['Lock', '12', '3.5'], ['Mole', '7', '1.0'], ['Quay', '31', '8.5'], ['Dock', '4', '2.0']];
		// Rows of 40 px, from 100 on; cells from 20 on, 150 px wide.
		const lines = table([30, 180, 330], HARBOURS, 100, 40);
		const high = (row: number, top: number, bottom: number) => [0, 1, 2].map((column) => ({ ...cell(row, column), top, bottom }));
		const all = [0, 1, 2, 3, 4].flatMap((row) => high(row, 90 + row * 40, 130 + row * 40));

		test.each<[string, WordsBlock[], TableCell[]]>([
			['the rule between two rows was not seen', lines, [...high(0, 90, 170), ...high(1, 170, 210), ...high(2, 210, 250), ...high(3, 250, 290)]],
			['words go over a border', lines.map((each) => (each.words === 'Mole' ? block('Mole of the old harbour', 30, 180) : each)), all.map((each) => ({ ...each, ...(each.column === 0 ? { right: 80 } : each.column === 1 ? { left: 80 } : {}) }))],
			['the name of a section has no rule below it', [...lines, block('East', 30, 300), ...table([30, 180, 330], [['Pier', '9', '4.5']], 340, 40)], [...all, ...high(5, 290, 370)]],
			['words stand between cells, in none', lines, all.filter(({ row, column }) => row !== 2 || column !== 1)],
		])('%s', (_, page, cells) => {
			expect(readTables(page, -1, { cells })).toEqual(readTables(page, -1));
			expect(JSON.stringify(readTables(page, -1))).toContain('31');
		});

		test('a cell of two lines, level with the first of them the others, does not contradict it', () => {
			const far = [...table([30, 180, 330], HARBOURS.slice(0, 2), 100, 40), block('Mole', 30, 180), block('on the left', 30, 214), block('7', 180, 180), block('1.0', 330, 180)];
			const cells = [...high(0, 90, 130), ...high(1, 130, 170), ...high(2, 170, 250)];
			expect(readTables(far, -1, { cells })[0]?.rows[1]).toEqual(['Mole on the left', '7', '1.0']);
		});
	});
});
