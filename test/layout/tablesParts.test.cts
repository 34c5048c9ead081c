// The steps behind a table that was found: names of columns, repeated heads, sections and sums, merged heads, pages joined.
import { joinTables } from '../../nodes/HuaweiOcr/layout/tables/joinTables.ts';
import { countHeadRows, headTexts, type SpannedText } from '../../nodes/HuaweiOcr/layout/tables/mergedHead.ts';
import { columnNames, safeName } from '../../nodes/HuaweiOcr/layout/tables/names.ts';
import { markRows, withSectionColumn } from '../../nodes/HuaweiOcr/layout/tables/sections.ts';
import { partRepeated, periodOf } from '../../nodes/HuaweiOcr/layout/tables/sideBySide.ts';
import type { FoundTable } from '../../nodes/HuaweiOcr/layout/tables/types.ts';

describe('heads that begin again', () => {
	test.each([
		[['Item', 'Price', 'Item', 'Price'], 2],
		[['Item', 'Unit', 'Price', 'Item', 'Unit', 'Price'], 3],
		[['Item', 'Price', 'Item', 'Price', 'Item', 'Price'], 2],
		// Three columns and less, an odd rest, and heads that only look alike.
		[['Item', 'Item'], undefined],
		[['Item', 'Price', 'Item'], undefined],
		[['Item', 'Price', 'Item', 'Price', 'Item'], undefined],
		[['Item', 'Price', 'Item', 'Sum'], undefined],
		[['Item', 'Price', 'Unit', 'Sum'], undefined],
		[['Item', 'Item', 'Item', 'Item'], undefined],
		[['', 'Price', '', 'Price'], undefined],
		[['Item', '', 'Item', ''], undefined],
		[['Item', 'Item', 'Sum', 'Item', 'Item', 'Sum'], undefined],
	])('%j: after %p', (head, period) => {
		expect(periodOf(head)).toBe(period);
	});

	const found = (head: string[], rows: string[][]): FoundTable => ({ head, rows, first: 3, last: 9, headLines: 1, boxes: [], aligned: 0.9, lines: [] });

	test('are as many tables, without the rows that a part has nothing of', () => {
		const whole = found(['Item', 'Price', 'Item', 'Price'], [['Nail', '1', 'Rope', '7'], ['Screw', '2', 'Cord', ''], ['Bolt', '3', '', '']]);
		expect(partRepeated(whole)).toEqual([
			{ ...whole, head: ['Item', 'Price'], rows: [['Nail', '1'], ['Screw', '2'], ['Bolt', '3']] },
			{ ...whole, head: ['Item', 'Price'], rows: [['Rope', '7'], ['Cord', '']] },
		]);
	});

	test('others stay one table', () => {
		const whole = found(['Item', 'Price', 'Unit', 'Sum'], [['Nail', '1', 'kg', '7']]);
		expect(partRepeated(whole)).toEqual([whole]);
	});
});

describe('names of columns', () => {
	test.each([
		[['Item', 'Price'], ['Item', 'Price']],
		[['', ' ', 'Price'], ['column1', 'column2', 'Price']],
		[[' Item ', 'Price'], ['Item', 'Price']],
		[['Item', 'Item', 'Item'], ['Item', 'Item 2', 'Item 3']],
		[['Item', 'Item 2', 'Item'], ['Item', 'Item 2', 'Item 3']],
		[['Item 2', 'Item', 'Item', 'Item'], ['Item 2', 'Item', 'Item 3', 'Item 4']],
		[['column2', ''], ['column2', 'column2 2']],
		[['__proto__', 'constructor', 'prototype'], ['__proto___', 'constructor_', 'prototype_']],
		[['toString'], ['toString']],
		[[], []],
	])('%j', (heads, names) => {
		expect(columnNames(heads)).toEqual(names);
	});

	test.each([['constructor', 'constructor_'], ['Constructor', 'Constructor'], ['a', 'a']])('%s is stored as %s', (name, safe) => {
		expect(safeName(name)).toBe(safe);
	});
});

describe('sections and sums', () => {
	test.each([
		{ what: 'a lone text over rows', rows: [['Coast', '', ''], ['Hull', '3', '4']], sections: [0], sums: [] },
		{ what: 'a section within a section', rows: [['North', '', ''], ['Coast', '', ''], ['Hull', '3', '4']], sections: [0, 1], sums: [] },
		{ what: 'two remarks below it', rows: [['North', '', ''], ['Coast', '', ''], ['Inland', '', ''], ['Hull', '3', '4']], sections: [1, 2], sums: [] },
		{ what: 'a lone text in another column', rows: [['', 'Coast', ''], ['Hull', '3', '4']], sections: [], sums: [] },
		{ what: 'a lone text over one in another column', rows: [['North', '', ''], ['', 'Coast', ''], ['Hull', '3', '4']], sections: [], sums: [] },
		{ what: 'a lone figure', rows: [['2023', '', ''], ['Hull', '3', '4']], sections: [], sums: [] },
		{ what: 'a label with its value', rows: [['Batch: A7', '', ''], ['Hull', '3', '4']], sections: [], sums: [] },
		{ what: 'a label that ends in its colon', rows: [['Coast:', '', ''], ['Hull', '3', '4']], sections: [0], sums: [] },
		{ what: 'a text behind the last row', rows: [['Hull', '3', '4'], ['Prices in euro', '', '']], sections: [], sums: [] },
		{ what: 'sums', rows: [['Hull', '3', '4'], ['Subtotal', '3', '4'], ['Grand total', '', '7'], ['合 计', '3', ''], ['— Total', '1', '']], sections: [], sums: [1, 2, 3, 4] },
		{ what: 'a sum behind an empty cell', rows: [['', 'Total', '7']], sections: [], sums: [0] },
		{ what: 'words that only begin so', rows: [['Totally new', '3', '4'], ['合计划', '3', '4'], ['Sums', '3', '4']], sections: [], sums: [] },
		{ what: 'a sum without a figure is none', rows: [['Total', '', ''], ['Hull', '3', '4']], sections: [0], sums: [] },
	])('$what', ({ rows, sections, sums }) => {
		expect(markRows(rows)).toEqual({ sections, sums });
	});

	const table = { columns: ['Town', 'A'], blocks: [], confidence: 1 };

	test('names of sections as a column', () => {
		const rows = [['Leeds', '1'], ['Coast', ''], ['Hull', '3'], ['Total', '3'], ['Inland', ''], ['York', '5']];
		expect(withSectionColumn({ ...table, rows, ...markRows(rows) })).toEqual({
			...table,
			columns: ['section', 'Town', 'A'],
			rows: [['', 'Leeds', '1'], ['Coast', 'Hull', '3'], ['Coast', 'Total', '3'], ['Inland', 'York', '5']],
			sections: [],
			sums: [2],
		});
	});

	test('no column where there are no sections', () => {
		const plain = { ...table, rows: [['Leeds', '1']], sections: [], sums: [] };
		expect(withSectionColumn(plain)).toBe(plain);
	});

	test('a column that is called section keeps its name', () => {
		const rows = [['Coast', ''], ['Hull', '3']];
		expect(withSectionColumn({ ...table, columns: ['section', 'A'], rows, sections: [0], sums: [] }).columns).toEqual(['section', 'section 2', 'A']);
	});
});

describe('heads of known cells', () => {
	/** Rows of texts; `>` goes on with the cell to the left, `^` with the one above. */
	function cellsOf(...rows: string[][]): SpannedText[] {
		const cells: SpannedText[] = [];
		const at = (row: number, column: number) => cells.find((cell) => cell.row <= row && row < cell.row + cell.rowSpan && cell.column <= column && column < cell.column + cell.columnSpan);
		for (const [row, texts] of rows.entries()) {
			for (const [column, text] of texts.entries()) {
				const left = at(row, column - 1);
				const above = cells.find((cell) => cell.column === column && cell.row + cell.rowSpan === row);
				if (text === '>' && left) left.columnSpan = column - left.column + 1;
				else if (text === '^' && above) above.rowSpan++;
				else cells.push({ row, column, rowSpan: 1, columnSpan: 1, text });
			}
		}
		return cells;
	}

	test.each([
		{ what: 'one row', rows: [['Town', 'Rail', 'Road'], ['Hull', '3', '4'], ['York', '5', '6']], head: 1, names: ['Town', 'Rail', 'Road'] },
		{ what: 'a cell over two columns', rows: [['Town', 'Land', '>'], ['^', 'Rail', 'Road'], ['Hull', '3', '4']], head: 2, names: ['Town', 'Land Rail', 'Land Road'] },
		{ what: 'a cell over two columns, none over two rows', rows: [['', 'Land', '>'], ['Town', 'Rail', 'Road'], ['Hull', '3', '4']], head: 2, names: ['Town', 'Land Rail', 'Land Road'] },
		{ what: 'three storeys', rows: [['Town', 'Land', '>', '>'], ['^', 'Rail', '>', 'Road'], ['^', 'In', 'Out', '^'], ['Hull', '3', '4', '5']], head: 3, names: ['Town', 'Land Rail In', 'Land Rail Out', 'Land Road'] },
		{ what: 'a title over all columns is no storey', rows: [['Traffic', '>', '>'], ['Town', 'Rail', 'Road'], ['Hull', '3', '4']], head: 0, names: ['', '', ''] },
		{ what: 'figures over figures', rows: [['7', '3', '4'], ['8', '5', '6'], ['9', '7', '1']], head: 0, names: ['', '', ''] },
		{ what: 'years over figures', rows: [['Town', '2021', '2022'], ['Hull', '3', '4'], ['York', '5', '6']], head: 1, names: ['Town', '2021', '2022'] },
		{ what: 'a third of figures is still a head', rows: [['Town', 'Rail', '12'], ['Hull', '3', '4'], ['York', '5', '6']], head: 1, names: ['Town', 'Rail', '12'] },
		{ what: 'figures over words', rows: [['1', '2', '3'], ['Hull', 'wet', 'cold'], ['York', 'dry', 'mild']], head: 1, names: ['1', '2', '3'] },
		{ what: 'figures over empty cells', rows: [['Town', '7', '8'], ['Hull', '', ''], ['York', '', '']], head: 1, names: ['Town', '7', '8'] },
		{ what: 'a single text', rows: [['Town', '', ''], ['Hull', '3', '4']], head: 0, names: ['', '', ''] },
		{ what: 'the last row is never part of it', rows: [['Town', 'Land', '>'], ['Hull', '3', '4']], head: 1, names: ['Town', 'Land', 'Land'] },
	])('$what', ({ rows, head, names }) => {
		const cells = cellsOf(...rows);
		expect(countHeadRows(cells, rows.length, 3 + Number(names.length > 3))).toBe(head);
		expect(headTexts(cells, head, names.length)).toEqual(names);
	});

	test('no more than eight rows', () => {
		const rows = [...Array.from({ length: 10 }, (_, row) => [row === 0 ? 'Town' : '^', `part ${'abcdefghij'[row] ?? ''}`, '>']), ['Hull', '3', '4'], ['York', '5', '6']];
		expect(countHeadRows(cellsOf(...rows), rows.length, 3)).toBe(8);
	});
});

describe('tables over pages', () => {
	const first = { columns: ['Town', 'Sum'], rows: [['Hull', '3'], ['York', '5']] };

	test.each([
		{ what: 'the same heads', next: { columns: ['Town', 'Sum'], rows: [['Leeds', '7']] }, joined: true },
		{ what: 'heads that differ in width and space', next: { columns: ['T own', 'ＳＵＭ'], rows: [['Leeds', '7']] }, joined: true },
		{ what: 'no heads and the same contents', next: { columns: ['column1', 'column2'], rows: [['Leeds', '7']] }, joined: true },
		{ what: 'no heads and other contents', next: { columns: ['column1', 'column2'], rows: [['7', 'Leeds']] }, joined: false },
		{ what: 'no heads and an empty column', next: { columns: ['column1', 'column2'], rows: [['Leeds', '']] }, joined: true },
		{ what: 'other heads', next: { columns: ['Town', 'Cost'], rows: [['Leeds', '7']] }, joined: false },
		{ what: 'another number of columns', next: { columns: ['column1', 'column2', 'column3'], rows: [['Leeds', '7', '8']] }, joined: false },
	])('$what', ({ next, joined }) => {
		expect(joinTables([[first], [next]])).toEqual(
			joined
				? [{ columns: ['Town', 'Sum'], rows: [...first.rows, ...next.rows], rowPages: [0, 0, ...next.rows.map(() => 1)] }]
				: [{ ...first, rowPages: [0, 0] }, { ...next, rowPages: next.rows.map(() => 1) }],
		);
	});

	test('without heads on either page, the contents decide', () => {
		const plain = (rows: string[][]) => ({ columns: ['column1', 'column2'], rows });
		expect(joinTables([[plain([['a', '1']])], [plain([['b', '2']])]])).toHaveLength(1);
		expect(joinTables([[plain([['a', '1']])], [plain([['2', 'b']])]])).toHaveLength(2);
	});

	test('three columns of four that hold the same are enough, two are not', () => {
		const page = (...row: string[]) => ({ columns: ['column1', 'column2', 'column3', 'column4'], rows: [row] });
		expect(joinTables([[page('a', '1', '2', '3')], [page('b', '4', '5', 'c')]])).toHaveLength(1);
		expect(joinTables([[page('a', '1', '2', '3')], [page('b', '4', 'd', 'c')]])).toHaveLength(2);
	});

	test('only the first table of a page goes on, and only with the last one of the page before', () => {
		const one = (town: string) => ({ columns: ['Town', 'Sum'], rows: [[town, '1']] });
		expect(joinTables([[one('a'), one('b')], [one('c'), one('d')], [], [one('e')]]).map(({ rows, rowPages }) => [rows.map(([town]) => town).join(''), rowPages])).toEqual([
			['a', [0]],
			['bc', [0, 1]],
			['d', [1]],
			['e', [3]],
		]);
	});

	test('the tables that were given stay as they are', () => {
		const rows = [['Hull', '3']];
		joinTables([[{ columns: ['Town', 'Sum'], rows }], [{ columns: ['Town', 'Sum'], rows: [['York', '5']] }]]);
		expect(rows).toEqual([['Hull', '3']]);
	});
});
