// Tables of the generator with one trait each of those that strangers' tables have: read back cell by cell.
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import { composePagesWithoutTables } from '../../workshop/documents/kinds/noTables.cts';
import { composeTables, TABLE_KINDS } from '../../workshop/documents/kinds/tablesByTrait.cts';

// Measuring fonts takes its time on a busy machine.
jest.setTimeout(60_000);

const EACH = 10;

describe.each(TABLE_KINDS)('%s', (kind) => {
	test.each(composeTables({ seed: 'tests', count: EACH, kinds: [kind] }))('$name', ({ blocks, tables }) => {
		const found = readTables(blocks, -1).map(({ columns, rows }) => ({ header: columns.map((name, index) => (name === `column${index + 1}` ? '' : name)), rows }));
		expect(found).toEqual(tables);
	});
});

test('one page without a table in twenty may give one', () => {
	const pages = composePagesWithoutTables({ seed: 'tests', count: 60 });
	expect(pages.filter(({ blocks }) => readTables(blocks, -1).length > 0).length).toBeLessThanOrEqual(3);
});
