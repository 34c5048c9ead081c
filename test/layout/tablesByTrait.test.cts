// Tables of the generator with one trait each of those that strangers' tables have, read back row by row.
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import { addScore, emptyScore, scoreTables } from '../../workshop/harness/layoutScore.cts';
import { composePagesWithoutTables } from '../../workshop/documents/kinds/noTables.cts';
import { composeTables, TABLE_KINDS } from '../../workshop/documents/kinds/tablesByTrait.cts';

// Measuring fonts takes its time on a busy machine.
jest.setTimeout(60_000);

const EACH = 10;
/** Rows of so many in a hundred are right; with running text beside the table less is reached (docs/layout/tables.md). */
const BARS: Partial<Record<string, number>> = { textBeside: 90 };
const BAR = 97;

test.each(TABLE_KINDS)('rows of tables: %s', (kind) => {
	const total = emptyScore();
	for (const { blocks, tables } of composeTables({ seed: 'tests', count: EACH, kinds: [kind] })) {
		addScore(total, { ...emptyScore(), ...scoreTables(readTables(blocks, -1), tables, (a, b) => a === b) });
	}
	expect(total.rowsTrue).toBeGreaterThan(EACH);
	expect((100 * total.rowsRight) / total.rowsTrue).toBeGreaterThanOrEqual(BARS[kind] ?? BAR);
});

test('one page without a table in twenty may give one', () => {
	const pages = composePagesWithoutTables({ seed: 'tests', count: 60 });
	expect(pages.filter(({ blocks }) => readTables(blocks, -1).length > 0).length).toBeLessThanOrEqual(3);
});
