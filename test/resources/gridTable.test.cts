// Rows of a table that the service lists cell by cell.
import type { Grid } from '../../nodes/HuaweiOcr/resources/cells/grid.ts';
import { confidentGrid, noteUnplaced } from '../../nodes/HuaweiOcr/resources/cells/confidentCells.ts';
import { gridTable, type GridTableOptions } from '../../nodes/HuaweiOcr/resources/cells/gridTable.ts';
import { readReturnExcel, withExcel } from '../../nodes/HuaweiOcr/resources/cells/withExcel.ts';
import { FileRow } from '../../nodes/HuaweiOcr/resources/row.ts';
import { Report } from '../../nodes/HuaweiOcr/report/report.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';

/** [text, row, column, rowSpan, columnSpan] */
type Place = [text: string, row: number, column: number, rowSpan?: number, columnSpan?: number];

function grid(...cells: Place[]): Grid {
	const placed = cells.map(([text, row, column, rowSpan = 1, columnSpan = 1]) => ({ text, row, column, rowSpan, columnSpan }));
	return {
		rowCount: Math.max(0, ...placed.map(({ row, rowSpan }) => row + rowSpan)),
		columnCount: Math.max(0, ...placed.map(({ column, columnSpan }) => column + columnSpan)),
		cells: placed,
		unplacedCount: 0,
	};
}

const read = (table: Grid, options: Partial<GridTableOptions> = {}) =>
	runAtOnce(gridTable(table, { firstRowIsHeader: true, sectionColumn: false, mergedCells: 'firstCell', ...options }));

const HEAD: Place[] = [['Item', 0, 0], ['Price', 0, 1]];
const down = (cells: Place[], rows: number): Place[] => cells.map(([text, row, ...rest]) => [text, row + rows, ...rest]);
const TABLE: Place[] = [...HEAD, ['Tea', 1, 0], ['3.20', 1, 1], ['Rice', 2, 0], ['7.00', 2, 1]];

describe('a title across the whole table', () => {
	const NAMED = { columns: ['Item', 'Price'], rows: [['Tea', '3.20'], ['Rice', '7.00']] };

	test('is no head', () => {
		expect(read(grid(['Prices', 0, 0, 1, 2], ...down(TABLE, 1)))).toStrictEqual(NAMED);
	});

	test('nor are two of them, one over two rows', () => {
		expect(read(grid(['Shop', 0, 0, 2, 2], ['Prices', 2, 0, 1, 2], ...down(TABLE, 3)))).toStrictEqual(NAMED);
	});

	test('is a row above the others where text around is wanted, behind the text before the table', () => {
		expect(read(grid(['Prices', 0, 0, 1, 2], ['', 1, 0, 1, 2], ...down(TABLE, 2)), { around: { above: ['Spring', ''], below: ['End'] } })).toStrictEqual({
			...NAMED,
			rows: [['Spring', ''], ['Prices', ''], ...NAMED.rows, ['End', '']],
		});
	});

	test('is a row where no head is wanted', () => {
		expect(read(grid(['Prices', 0, 0, 1, 2], ...down(TABLE, 1)), { firstRowIsHeader: false })).toStrictEqual({
			columns: ['column1', 'column2'],
			rows: [['Prices', ''], ['Item', 'Price'], ['Tea', '3.20'], ['Rice', '7.00']],
		});
	});

	test('is a row like the others where no table is left below it', () => {
		expect(read(grid(['Prices', 0, 0, 1, 2], ['Tea', 1, 0], ['3.20', 1, 1])).rows).toStrictEqual([['Prices', ''], ['Tea', '3.20']]);
	});

	test('that does not reach over all columns is a head', () => {
		expect(read(grid(['Prices', 0, 0, 1, 2], ['Note', 0, 2, 2, 1], ...down(TABLE, 1), ['x', 2, 2], ['y', 3, 2])).columns).toStrictEqual(['Prices Item', 'Prices Price', 'Note']);
	});

	test('there is none in a table of one column, nor a head', () => {
		expect(read(grid(['Item', 0, 0], ['Tea', 1, 0], ['Rice', 2, 0]))).toStrictEqual({ columns: ['column1'], rows: [['Item'], ['Tea'], ['Rice']] });
	});
});

test.each<[string, Place[], object]>([
	['in one column, with a gap below it', [['A', 0, 0], ['B', 2, 0], ['C', 3, 0]], { columns: ['column1'], rows: [['A'], ['B'], ['C']] }],
	['with a gap above it', [['A', 1, 0, 1, 2], ...down(TABLE, 2)], { columns: ['column1', 'column2'], rows: [['A', ''], ['Item', 'Price'], ['Tea', '3.20'], ['Rice', '7.00']] }],
	['that stands to the right', [['A', 0, 1, 1, 2], ['Item', 1, 0], ['Price', 1, 1], ['Note', 1, 2], ['Tea', 2, 0], ['3.20', 2, 1], ['x', 2, 2]], { columns: ['Item', 'A Price', 'A Note'], rows: [['Tea', '3.20', 'x']] }],
])('what looks like a title, but is none: %s', (_name, cells, table) => {
	expect(read(grid(...cells))).toStrictEqual(table);
});

describe('rows', () => {
	test('without any text are left out', () => {
		expect(read(grid(...HEAD, ['', 1, 0], ['', 1, 1], ...down(TABLE.slice(2), 1))).rows).toStrictEqual([['Tea', '3.20'], ['Rice', '7.00']]);
		expect(read(grid(...HEAD, [' \n ', 1, 0], ['', 1, 1], ['Tea', 2, 0])).rows).toStrictEqual([['Tea', '']]);
	});

	test('of a cell that reaches from the head into them say nothing twice', () => {
		const { columns, rows } = read(grid(['Item', 0, 0], ['Price', 0, 1], ['in CNY', 0, 2, 2, 1], ['Tea', 1, 0], ['3.20', 1, 1], ['Rice', 2, 0], ['7.00', 2, 1], ['x', 2, 2]), { mergedCells: 'repeat' });
		expect([columns.length, rows.flat().filter((text) => text === 'in CNY')]).toStrictEqual([3, []]);
	});

	const MERGED: Place[] = [['A', 0, 0], ['B', 0, 1], ['C', 0, 2], ['x', 1, 0, 2, 2], ['1', 1, 2], ['2', 2, 2]];

	test('of merged cells: in the first of them', () => {
		expect(read(grid(...MERGED)).rows).toStrictEqual([['x', '', '1'], ['', '', '2']]);
	});

	test('or in each', () => {
		expect(read(grid(...MERGED), { mergedCells: 'repeat' }).rows).toStrictEqual([['x', 'x', '1'], ['x', 'x', '2']]);
	});

	test('two texts in one place are one', () => {
		expect(read(grid(...TABLE, ['green', 1, 0])).rows[0]).toStrictEqual(['Tea green', '3.20']);
	});

	test('sections become a column of their own', () => {
		expect(read(grid(...HEAD, ['Drinks', 1, 0, 1, 2], ...down(TABLE.slice(2), 1)), { sectionColumn: true })).toStrictEqual({
			columns: ['section', 'Item', 'Price'],
			rows: [['Drinks', 'Tea', '3.20'], ['Drinks', 'Rice', '7.00']],
		});
	});

	test('text around a table with a section column stands in its first column', () => {
		expect(read(grid(...HEAD, ['Drinks', 1, 0, 1, 2], ...down(TABLE.slice(2), 1)), { sectionColumn: true, around: { above: [], below: ['End'] } }).rows[2]).toStrictEqual(['End', '', '']);
	});

	test('of a table without cells there are none', () => {
		expect(read(grid())).toStrictEqual({ columns: [], rows: [] });
	});
});

describe('Min Confidence', () => {
	const sure = (confidence: number | undefined, text = 'x') => ({ text, row: 0, column: 0, rowSpan: 1, columnSpan: 1, ...(confidence === undefined ? {} : { confidence }) });
	const table = { ...grid(), cells: [sure(0.9), sure(0.3), sure(undefined), sure(0.1, '')] };

	test('empties cells below it and counts those that had a text', () => {
		const report = new Report();
		expect(confidentGrid(table, 0.5, report)).toStrictEqual({ ...table, cells: [sure(0.9), sure(0.3, ''), sure(undefined), sure(0.1, '')] });
		expect(report.facts.blocksLeftOut).toBe(1);
	});

	test.each([0, -1])('%d: all as it is', (least) => {
		const report = new Report();
		expect(confidentGrid(table, least, report)).toBe(table);
		expect(report.facts.blocksLeftOut).toBe(0);
	});
});

test.each<[number[], string[]]>([
	[[], []],
	[[0, 0], []],
	[[1, 0], ['A cell of a table in "a.png" came without a place, and stands below its other rows.']],
	[[1, 2], ['3 cells of a table in "a.png" came without a place, and stand below its other rows.']],
])('cells without a place, %j in each table, are told', (counts, remarks) => {
	const report = new Report();
	noteUnplaced(counts.map((unplacedCount) => ({ ...grid(), unplacedCount })), report, 'a.png');
	expect(report.facts.remarks).toStrictEqual(remarks);
});

describe('Excel files beside rows', () => {
	const file = (key: string) => ({ key, content: Buffer.from(key), extension: 'xlsx', mimeType: 'x' });
	const [first, second] = [{ a: 1 }, { a: 2 }];

	test.each<[unknown, boolean]>([[true, true], ['true', true], [false, false], ['false', false], [undefined, false], [1, false]])('%j asks for them: %p', (returnExcel, asks) => {
		expect(readReturnExcel({ returnExcel } as never)).toBe(asks);
	});

	test('stand with the first row under names of their own', () => {
		const report = new Report();
		expect(withExcel([first, second], [file('x'), file('y'), file('z')], { report, source: 'a.png' })).toStrictEqual([new FileRow(first, { excel: file('x'), excel_2: file('y'), excel_3: file('z') }), second]);
		expect(report.facts.remarks).toStrictEqual([]);
	});

	test('are told where there are none, unless there are no rows either', () => {
		const report = new Report();
		expect(withExcel([], [], { report, source: 'a.png' })).toStrictEqual([]);
		expect(report.facts.remarks).toStrictEqual([]);
		expect(withExcel([first, second], [], { report, source: 'a.png' })).toStrictEqual([first, second]);
		expect(report.facts.remarks).toStrictEqual(['"a.png": the service sent no Excel file that can be opened.']);
	});
});
