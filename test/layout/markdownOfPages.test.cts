// The Markdown of a page of each kind that the generator draws, askew and turned ones among them: headings, paragraphs and
// tables in their places. `EXPECTED=write npx jest test/layout/markdownOfPages` writes what is expected anew: read what has
// changed before you keep it.
import { join } from 'node:path';
import { compose } from '../../workshop/documents/compose.cts';
import { composeDocuments, DOCUMENT_KINDS } from '../../workshop/documents/generator.cts';
import { COLUMN_LAYOUTS, columnPage } from '../../workshop/documents/kinds/columns.cts';
import { composePagesWithoutTables } from '../../workshop/documents/kinds/noTables.cts';
import { inTurn } from '../../workshop/documents/kinds/recipe.cts';
import { composeTables, TABLE_KINDS } from '../../workshop/documents/kinds/tablesByTrait.cts';
import { Random } from '../../workshop/documents/random.cts';
import { Texts } from '../../workshop/documents/texts.cts';
import { toMarkdown } from '../../nodes/HuaweiOcr/layout/markdown/index.ts';
import { expectFile } from '../support/expectedFile.cts';
import { SEED } from './generatedPages.cts';

const FOLDER = join(__dirname, 'expected', 'markdown');
const TURNS = [0, 3, -5, 90, 0, 182, 270] as const;

const columns = COLUMN_LAYOUTS.map((layout, number) => {
	const random = new Random(`${SEED}/markdown/${number}`);
	const page = columnPage({ random, texts: new Texts(random, number % 2 === 0 ? 'en' : 'zh'), ordinal: number });
	return compose(page, { name: `columns-${layout.replaceAll(' ', '-')}`, kind: 'two-columns', turn: inTurn(TURNS, number) });
});
const pages = [
	...columns,
	...composeDocuments({ seed: SEED, count: DOCUMENT_KINDS.length }),
	...composeTables({ seed: SEED, count: TABLE_KINDS.length }),
	...composePagesWithoutTables({ seed: SEED, count: 3 }),
];

test.each(pages)('$name', ({ name, blocks }) => {
	expectFile(join(FOLDER, `${name}.md`), `${toMarkdown([{ blocks, direction: -1 }])}\n`);
});
