import { readFieldDefinitions } from '../../nodes/HuaweiOcr/resources/words/fieldDefinitions.ts';
import { readTableRowsIn } from '../../nodes/HuaweiOcr/resources/words/tableRowsIn.ts';
import { readCellSettings, readTableSettings } from '../../nodes/HuaweiOcr/resources/words/tableOptions.ts';
import { readCellTableSettings } from '../../nodes/HuaweiOcr/resources/cells/mergedCells.ts';
import { refusalOf } from '../support/refusal.cts';

const readAll = (values: Record<string, unknown>) => readFieldDefinitions({ get: (name, fallback) => (name in values ? values[name] : fallback), options: {} });
const read = (...field: unknown[]) => readAll({ fieldDefinitions: { field } });

describe('a field', () => {
	const PLAIN = { name: 'total', findBy: 'label', type: 'text', label: 'Total', position: 'auto' };

	test.each<[object, object]>([
		[{ name: 'total', label: 'Total' }, PLAIN],
		[{ name: ' total ', label: ' Total ' }, PLAIN],
		[{ name: 'total', label: 'Total', findBy: 'label', type: 'text', position: 'auto' }, PLAIN],
		[{ name: 'total', label: 'Total', position: 'right' }, { ...PLAIN, position: 'right' }],
		[{ name: 'total', label: 'Total', position: 'below' }, { ...PLAIN, position: 'below' }],
		[{ name: 'total', label: 'Total', type: 'number' }, { ...PLAIN, type: 'number' }],
		[{ name: 'total', label: 'Total', type: 'checkbox' }, { ...PLAIN, type: 'checkbox' }],
		[{ name: 'total', label: 'Total', type: 'date' }, { ...PLAIN, type: 'date', dateOrder: 'auto' }],
		[{ name: 'total', label: 'Total', type: 'date', dateOrder: 'yearMonthDay' }, { ...PLAIN, type: 'date', dateOrder: 'yearMonthDay' }],
		// Belongs to dates alone.
		[{ name: 'total', label: 'Total', type: 'number', dateOrder: 'nonsense' }, { ...PLAIN, type: 'number' }],
		[{ label: 'Total' }, { ...PLAIN, name: 'Total' }],
		[{ name: 'total' }, { ...PLAIN, label: 'total' }],
		[{ name: 7, label: 8 }, { ...PLAIN, name: '7', label: '8' }],
		[{}, { ...PLAIN, name: 'field1', label: 'field1' }],
		[{ name: null, label: ['Total'] }, { ...PLAIN, name: 'field1', label: 'field1' }],
		[{ name: 'corner', findBy: 'region' }, { name: 'corner', findBy: 'region', type: 'text', left: 0, top: 0, right: 100, bottom: 100 }],
		[{ name: 'corner', findBy: 'region', type: 'number', left: 10, top: '20', right: 30.5, bottom: 40, label: 'Total' }, { name: 'corner', findBy: 'region', type: 'number', left: 10, top: 20, right: 30.5, bottom: 40 }],
		[{ name: 'corner', findBy: 'region', left: -5, top: -5, right: 400, bottom: 400 }, { name: 'corner', findBy: 'region', type: 'text', left: 0, top: 0, right: 100, bottom: 100 }],
	])('%j', (given, definition) => {
		expect(read(given)).toStrictEqual([definition]);
	});

	test.each([['total'], [7], [null]])('that is no object (%j) is called by its number', (given) => {
		expect(read({ name: 'a' }, given)[1]).toStrictEqual({ ...PLAIN, name: 'field2', label: 'field2' });
	});

	test.each<[object, string]>([
		[{ name: 'total', findBy: 'colour' }, 'Correct the parameter Find By: its expression must give one of label, region'],
		[{ name: 'total', type: 'money' }, 'Correct the parameter Type: its expression must give one of text, number, date, checkbox'],
		[{ name: 'total', type: 'date', dateOrder: 'dmy' }, 'Correct the parameter Date Order: its expression must give one of '],
		[{ name: 'total', position: 'left' }, 'Correct the parameter Position: its expression must give one of auto, right, below'],
	])('%j is refused', (given, message) => {
		expect(refusalOf(() => read(given)).message).toStrictEqual(expect.stringContaining(message));
	});

	test.each([
		[{ left: 50, right: 50 }],
		[{ left: 60, right: 50 }],
		[{ top: 50, bottom: 50 }],
		[{ top: 60, bottom: 50 }],
		[{ left: 100 }],
		[{ bottom: 0 }],
	])('a region without a place, %j, is refused', (edges) => {
		expect(refusalOf(() => read({ name: 'corner', findBy: 'region', ...edges }))).toStrictEqual({
			message: 'Correct the region of the field "corner": left must be less than right, and top less than bottom',
			description: 'The edges are percent of the page, counted from its top left corner.',
		});
	});
});

describe('the list of fields', () => {
	test.each([[undefined], [null], [{}], [{ field: [] }], [{ field: 'total' }], [{ field: { name: 'total' } }], ['total']])('%j names none', (fieldDefinitions) => {
		expect(refusalOf(() => readAll({ fieldDefinitions }))).toStrictEqual({
			message: 'Add at least one field to the parameter Fields: there is nothing to look for',
			description: 'Each field has a name and either the label that is printed beside it or a region of the page.',
		});
	});

	test('not given at all, names none either', () => {
		expect(refusalOf(() => readAll({})).message).toMatch(/^Add at least one field/);
	});

	test('with one name for two is refused', () => {
		expect(refusalOf(() => read({ name: 'a' }, { name: 'b' }, { name: ' b ' }))).toStrictEqual({
			message: 'Give each entry of the parameter Fields a name of its own: "b" is there twice',
			description: 'Alternatives of one label are separated by |, so that one entry is enough.',
		});
	});

	test('counts from where Fields From says', () => {
		const both = { fieldDefinitions: { field: [{ name: 'a' }] }, fieldExample: '{"B": 1}' };
		expect(readAll({ ...both, fieldsFrom: 'list' }).map(({ name }) => name)).toStrictEqual(['a']);
		expect(readAll({ ...both, fieldsFrom: 'example' }).map(({ name, type }) => [name, type])).toStrictEqual([['B', 'number']]);
		expect(refusalOf(() => readAll({ ...both, fieldsFrom: 'file' })).message).toBe('Correct the parameter Fields From: its expression must give one of list, example');
	});

	test('an example that is none is refused', () => {
		for (const example of [{}, { fieldExample: '' }, { fieldExample: '{' }]) {
			const { message, description } = refusalOf(() => readAll({ fieldsFrom: 'example', ...example }));
			expect([message, description]).toStrictEqual([expect.stringMatching(/^Correct the JSON Example: ./), '']);
		}
	});
});

describe('options of tables', () => {
	const CELLS = { typed: false, totals: 'keep' };
	const READING = { firstRowIsHeader: true, sectionColumn: false, textAroundTables: 'none' };
	const DEFAULTS = { reading: READING, joins: false, format: 'objects', cells: CELLS, origin: true };

	test.each<[object, object]>([
		[{}, {}],
		[{ firstRowIsHeader: false }, { reading: { ...READING, firstRowIsHeader: false } }],
		[{ firstRowIsHeader: true }, {}],
		[{ sectionColumn: true }, { reading: { ...READING, sectionColumn: true } }],
		[{ sectionColumn: 'true' }, {}],
		[{ textAroundTables: 'beforeAndAfter' }, { reading: { ...READING, textAroundTables: 'beforeAndAfter' } }],
		[{ textAroundTables: 'none' }, {}],
		[{ joinTables: true }, { joins: true }],
		[{ joinTables: false }, {}],
		[{ tableFormat: 'arrays' }, { format: 'arrays' }],
		[{ tableFormat: 'cells' }, { format: 'cells' }],
		[{ tableFormat: 'objects' }, {}],
		[{ rowOrigin: false }, { origin: false }],
		[{ rowOrigin: true }, {}],
		[{ typedValues: true }, { cells: { ...CELLS, typed: true } }],
		[{ typedValues: 'true' }, {}],
		[{ totalRows: 'mark' }, { cells: { ...CELLS, totals: 'mark' } }],
		[{ totalRows: 'leaveOut' }, { cells: { ...CELLS, totals: 'leaveOut' } }],
		[{ totalRows: 'keep' }, {}],
	])('%j', (options, more) => {
		const settings = { ...DEFAULTS, ...more };
		expect(readTableSettings(options as never)).toStrictEqual(settings);
		expect(readCellSettings(options as never)).toStrictEqual(settings.cells);
		const { reading, ...rows } = settings;
		expect(readCellTableSettings(options as never)).toStrictEqual({
			grid: { firstRowIsHeader: reading.firstRowIsHeader, sectionColumn: reading.sectionColumn, mergedCells: 'firstCell' },
			withTextAround: reading.textAroundTables === 'beforeAndAfter',
			rows,
		});
	});

	test.each(['firstCell', 'repeat'])('Merged Cells %s', (mergedCells) => {
		expect(readCellTableSettings({ mergedCells }).grid).toStrictEqual({ firstRowIsHeader: true, sectionColumn: false, mergedCells });
	});

	test.each<[object, string]>([
		[{ textAroundTables: 'above' }, 'Correct the parameter Text Around Tables: its expression must give one of none, beforeAndAfter'],
		[{ tableFormat: 'csv' }, 'Correct the parameter Table Format: its expression must give one of objects, arrays, cells'],
		[{ totalRows: 'drop' }, 'Correct the parameter Total Rows: its expression must give one of keep, mark, leaveOut'],
		[{ mergedCells: 'last' }, 'Correct the parameter Merged Cells: its expression must give one of firstCell, repeat'],
	])('%j is refused', (options, message) => {
		expect(refusalOf(() => readCellTableSettings(options as never)).message).toBe(message);
	});

	test.each<[unknown, string]>([[undefined, 'none'], [null, 'none'], ['none', 'none'], ['list', 'list'], ['items', 'items']])('Table Rows In %j is %s', (tableRowsIn, read) => {
		expect(readTableRowsIn({ tableRowsIn } as never)).toBe(read);
	});

	test('Table Rows In another place is refused', () => {
		expect(refusalOf(() => readTableRowsIn({ tableRowsIn: 'rows' })).message).toBe('Correct the parameter Table Rows In: its expression must give one of none, list, items');
	});
});
