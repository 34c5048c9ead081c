// Fields and tables between ruled lines, however the page lies.
import { readFields, readPairs } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { RuledCell } from '../../nodes/HuaweiOcr/layout/rules/index.ts';
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { Quad, WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block, moved, turn, type Move } from './page.cts';

/** [row, column, rowSpan, columnSpan] */
type Span = readonly [number, number, number, number];

/** Cells between lines at these places, px; `merged` ones stand for those that they cover. */
function grid(xs: readonly number[], ys: readonly number[], merged: readonly Span[] = []): RuledCell[] {
	const isCovered = (row: number, column: number) => merged.some(([r, c, height, width]) => row >= r && row < r + height && column >= c && column < c + width);
	const single = ys.slice(1).flatMap((_, row) => xs.slice(1).flatMap((_x, column): Span[] => (isCovered(row, column) ? [] : [[row, column, 1, 1]])));
	return [...single, ...merged].map(([row, column, rowSpan, columnSpan]) => {
		const [left = 0, right = 0, top = 0, bottom = 0] = [xs[column], xs[column + columnSpan], ys[row], ys[row + rowSpan]];
		return { left, top, right, bottom, corners: [[left, top], [right, top], [right, bottom], [left, bottom]], row, column, rowSpan, columnSpan, table: 0 };
	});
}

/** The same cells as they are found in a picture that lies turned: rows and columns are those of the picture. */
function found(cells: readonly RuledCell[], move: Move, quarters: number): RuledCell[] {
	const [rows, columns] = [Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan)), Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan))];
	return cells.map((cell) => {
		const { row, column, rowSpan, columnSpan } = cell;
		const turned = cell.corners.map(move);
		const corners = turned.map((_, index) => turned[(index + 4 - quarters) % 4]) as unknown as Quad;
		const [xs, ys] = [turned.map(([x]) => x), turned.map(([, y]) => y)];
		const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys), corners, table: 0 };
		if (quarters === 1) return { ...box, row: column, column: rows - row - rowSpan, rowSpan: columnSpan, columnSpan: rowSpan };
		if (quarters === 2) return { ...box, row: rows - row - rowSpan, column: columns - column - columnSpan, rowSpan, columnSpan };
		if (quarters === 3) return { ...box, row: columns - column - columnSpan, column: row, rowSpan: columnSpan, columnSpan: rowSpan };
		return { ...box, row, column, rowSpan, columnSpan };
	});
}

const TURNS: [name: string, degrees: number, quarters: number][] = [
	['upright', 0, 0],
	['a little askew', 6, 0],
	['on its right side', 90, 1],
	['on its right side, askew', 86, 1],
	['on its head', 180, 2],
	['on its left side', 270, 3],
];

/** A form of two labels a row; the last two rows have one wide cell each, with its text in the middle. */
const FORM = [
	block('Berth', 20, 20), block('Pier 4', 240, 20), block('Draught', 520, 20), block('4.2 m', 720, 20),
	block('Master', 20, 80), block('Ingrid Holm', 240, 80), block('Flag', 520, 80), block('Norway', 720, 80),
	block('Crew list', 20, 140), block('handed in and stamped', 500, 140),
	block('Cargo', 20, 200), block('timber', 600, 200),
];
const FORM_CELLS = grid([0, 200, 500, 700, 1000], [0, 60, 120, 180, 240], [[2, 1, 1, 3], [3, 1, 1, 3]]);
const VALUES = { Berth: 'Pier 4', Draught: '4.2 m', Master: 'Ingrid Holm', Flag: 'Norway', 'Crew list': 'handed in and stamped', Cargo: 'timber' };

describe.each(TURNS)('a page that lies %s', (_name, degrees, quarters) => {
	const move = turn(degrees);

	test('the value is in the cell right of its label, wherever in it', () => {
		const definitions = Object.keys(VALUES).map((label) => ({ name: label, findBy: 'label' as const, label }));
		const fields = readFields(moved(FORM, move), -1, definitions, undefined, { cells: found(FORM_CELLS, move, quarters) });
		expect(Object.fromEntries(fields.map(({ name, text }) => [name, text]))).toEqual(VALUES);
		expect(fields.filter(({ needsReview }) => needsReview)).toEqual([]);
	});

	test('an empty cell is an empty field: the text behind it belongs to the next label', () => {
		const page = FORM.filter(({ words }) => words !== 'Pier 4' && words !== 'timber');
		const fields = readFields(moved(page, move), -1, ['Berth', 'Cargo', 'Flag'].map((label) => ({ name: label, findBy: 'label' as const, label })), undefined, { cells: found(FORM_CELLS, move, quarters) });
		expect(fields.map(({ text }) => text)).toEqual([undefined, undefined, 'Norway']);
	});

	test('pairs of labels that nobody named', () => {
		const page = [
			block('Name', 20, 20), block('Ingrid Holm', 240, 20), block('Phone', 520, 20), block('4711', 720, 20),
			block('Address', 20, 80), block('Pier 4, Bergen', 240, 80), block('Country', 520, 80), block('Norway', 720, 80),
			block('Remarks', 20, 140), block('handed in and stamped', 500, 140),
			block('Status', 20, 200), block('Partner', 600, 200),
		];
		const pairs = readPairs(moved(page, move), -1, undefined, { cells: found(FORM_CELLS, move, quarters) });
		expect(pairs.map(({ label, value }) => [label, value])).toEqual([
			['Name', 'Ingrid Holm'], ['Phone', '4711'], ['Address', 'Pier 4, Bergen'], ['Country', 'Norway'], ['Remarks', 'handed in and stamped'], ['Status', 'Partner'],
		]);
	});

	test('a table keeps rows of several lines together, and merged cells in their places', () => {
		const blocks = [
			block('Knot', 20, 20), block('Use', 220, 20), block('Turns', 520, 20),
			block('Bowline', 20, 70), block('a loop that', 220, 60), block('does not slip', 220, 84), block('2', 520, 70),
			block('Hitches', 20, 150), block('to a post', 220, 120), block('3', 520, 120),
			block('to a ring', 220, 180), block('4', 520, 180),
		];
		const cells = grid([0, 200, 500, 650], [0, 50, 112, 170, 230], [[2, 0, 2, 1]]);
		const [table, ...more] = readTables(moved(blocks, move), -1, { cells: found(cells, move, quarters) });
		expect(table).toEqual({
			columns: ['Knot', 'Use', 'Turns'],
			rows: [['Bowline', 'a loop that does not slip', '2'], ['Hitches', 'to a post', '3'], ['', 'to a ring', '4']],
		});
		expect(more).toEqual([]);
	});
});

describe('a stamp over a cell', () => {
	/** A block turned around its own middle. */
	function tilted(each: WordsBlock, degrees: number): WordsBlock {
		const [x, y] = [0, 1].map((axis) => each.location.reduce((sum, point) => sum + (point[axis] ?? 0) / 4, 0)) as [number, number];
		return moved(moved(moved([each], ([px, py]) => [px - x, py - y]), turn(degrees)), ([px, py]) => [px + x, py + y])[0] as WordsBlock;
	}
	const stamp = tilted(block('PAID IN FULL', 350, 16, 30), -9);

	test('is no part of a value', () => {
		const [field] = readFields([...FORM, stamp], -1, [{ name: 'Berth', findBy: 'label', label: 'Berth' }], undefined, { cells: FORM_CELLS });
		expect(field?.text).toBe('Pier 4');
	});

	test('is no part of a table', () => {
		const blocks = [
			block('Knot', 20, 20), block('Use', 220, 20), block('Turns', 720, 20),
			block('Bowline', 20, 80), block('a loop', 220, 80), block('2', 720, 80),
			block('Clove hitch', 20, 140), block('a post', 220, 140), block('3', 720, 140),
		];
		const cells = grid([0, 200, 700, 850], [0, 60, 120, 180]);
		expect(readTables([...blocks, tilted(block('SEEN BY ME', 420, 72, 30), -9)], -1, { cells })).toEqual([{ columns: ['Knot', 'Use', 'Turns'], rows: [['Bowline', 'a loop', '2'], ['Clove hitch', 'a post', '3']] }]);
	});

	test('text that is a little askew, as corners are found, stays', () => {
		const off = tilted(block('north', 320, 20), 3);
		const [field] = readFields([...FORM, off], -1, [{ name: 'Berth', findBy: 'label', label: 'Berth' }], undefined, { cells: FORM_CELLS });
		expect(field?.text).toBe('Pier 4 north');
	});
});
