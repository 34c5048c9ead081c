import { block, table } from '../layout/page.cts';
import { resultOf, rowsOf } from './result.cts';

const list = (rows: string[][], top = 100) => table([20, 200, 400], rows, top);
const first = resultOf(list([['Article', 'Number', 'Price'], ['Tea', '2', '3.50'], ['Rice', '1', '7.00'], ['Milk', '6', '1.20']]));
const second = resultOf(list([['Article', 'Number', 'Price'], ['Salt', '4', '0.90'], ['Oil', '2', '8.00'], ['Flour', '3', '1.10']]));
const pages = [{ page: 1, result: first }, { page: 2, result: second }];

test('Table Format Arrays: cells as a list', () => {
	expect(rowsOf('table', first, { source: 'a.png' }, { tableFormat: 'arrays' })[0]).toStrictEqual({
		columns: ['Article', 'Number', 'Price'], cells: ['Tea', '2', '3.50'], rowIndex: 0, tableIndex: 0, source: 'a.png',
	});
});

test('Table Format Cells: one item per cell', () => {
	const cells = rowsOf('table', first, { source: 'a.png' }, { tableFormat: 'cells' });
	expect(cells).toHaveLength(9);
	expect(cells[4]).toStrictEqual({ rowIndex: 1, columnIndex: 1, column: 'Number', text: '1', tableIndex: 0, source: 'a.png' });
});

test('Join Tables: one table over pages, its repeated header left out, each row with its page', () => {
	const rows = rowsOf('table', pages, { source: 'a.pdf' }, { joinTables: true });
	expect(rows.map(({ Article, page, tableIndex }) => [Article, page, tableIndex])).toStrictEqual([
		['Tea', 1, 0], ['Rice', 1, 0], ['Milk', 1, 0], ['Salt', 2, 0], ['Oil', 2, 0], ['Flour', 2, 0],
	]);
});

test('without it each page has tables of its own', () => {
	const rows = rowsOf('table', pages, { source: 'a.pdf' });
	expect(rows.map(({ page, tableIndex }) => [page, tableIndex])).toStrictEqual([[1, 0], [1, 0], [1, 0], [2, 0], [2, 0], [2, 0]]);
});

test('Text Around Tables: what stands around is not lost', () => {
	const titled = resultOf([block('Price list of March for all branches', 20, 20), ...first.blocks]);
	const texts = rowsOf('table', titled, { source: 'a.png' }, { textAroundTables: 'beforeAndAfter' }).map((row) => JSON.stringify(row));
	expect(texts.filter((text) => text.includes('Price list of March'))).toHaveLength(1);
	expect(JSON.stringify(rowsOf('table', titled, { source: 'a.png' }))).not.toContain('Price list of March');
});

test.each([['tableFormat', 'csv'], ['textAroundTables', 'above']])('a value that %s does not have is refused', (option, value) => {
	expect(() => rowsOf('table', first, { source: 'a.png' }, { [option]: value })).toThrow(/^Correct the parameter /);
});

test('cells between ruled lines count where the picture shows them', () => {
	// The details are two texts each, which by their places alone would be two columns.
	const lines = [['Item', 'Details', '', 'Price'], ['Lamp', 'white', '40 W', '12.50'], ['Desk', 'oak', '120 cm', '310.00'], ['Chair', 'black', 'swivel', '89.90']];
	const xs = [20, 220, 320, 460];
	const blocks = lines.flatMap((line, row) => line.flatMap((words, column) => (words === '' ? [] : [block(words, xs[column] ?? 0, 100 + row * 40)])));
	const edges = [10, 200, 440, 600];
	const cells = lines.flatMap((_line, row) =>
		[0, 1, 2].map((column) => {
			const [left, right, top, bottom] = [edges[column] ?? 0, edges[column + 1] ?? 0, 95 + row * 40, 135 + row * 40];
			return { left, right, top, bottom, row, column, rowSpan: 1, columnSpan: 1, table: 0, corners: [[left, top], [right, top], [right, bottom], [left, bottom]] as never };
		}),
	);
	const read = (page: object) => rowsOf('table', [{ result: resultOf(blocks), ...page }], { source: 'a.png' });
	expect(read({ cells }).map(({ Item, Details, Price }) => [Item, Details, Price])).toStrictEqual([
		['Lamp', 'white 40 W', '12.50'], ['Desk', 'oak 120 cm', '310.00'], ['Chair', 'black swivel', '89.90'],
	]);
	expect(read({})[0]).not.toMatchObject({ Details: 'white 40 W' });
});
