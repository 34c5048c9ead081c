// Pages of every kind that the generator draws, with exact corners and with corners a pixel off: each is read as it was
// drawn, down to the last cell. The benches count how many are, over hundreds of pages; here each has to stay right.
import { shaken } from '../../workshop/bench/shaken.cts';
import { compose, type ComposedDocument } from '../../workshop/documents/compose.cts';
import { composeDocuments } from '../../workshop/documents/generator.cts';
import { COLUMN_LAYOUTS, columnPage } from '../../workshop/documents/kinds/columns.cts';
import { composeForms, FORM_KINDS } from '../../workshop/documents/kinds/formsByTrait.cts';
import { composePagesWithoutTables } from '../../workshop/documents/kinds/noTables.cts';
import { inTurn } from '../../workshop/documents/kinds/recipe.cts';
import { composeTables, TABLE_KINDS } from '../../workshop/documents/kinds/tablesByTrait.cts';
import { Random } from '../../workshop/documents/random.cts';
import { Texts } from '../../workshop/documents/texts.cts';
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { readLines } from '../../nodes/HuaweiOcr/layout/lines.ts';
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { scoreOrder } from '../../workshop/harness/layoutScore.cts';

const SEED = 'kept';

/** Pages that are not read as they were drawn. One that is read now comes off the list. */
const NOT_YET = {
	tables: {
		'askew-2': 'a short figure is taken for a stamp, and left out',
		'textBeside-3': 'the paragraph beside the table comes in as a column',
		'words-7': 'columns of sentences: no table is found',
	},
	fields: {
		'form-en-005': 'the word of a stamp stands between label and value: nothing is found',
		'receipt-005': 'the word of a stamp stands between label and value: nothing is found',
		'receipt-010': 'the word of a stamp stands between label and value: nothing is found',
		'severalLines-2': 'the last line of the addresses is left out',
		'boxesBelow-6': 'asked for alone, a label and its value below are too far apart',
	},
	order: {
		'short parts 29': 'columns of few lines',
		'sidebar left 6': 'a sidebar of few lines',
	},
} as const;

/** Parts the pages of a set. */
function parted<T extends { name: string }>(set: keyof typeof NOT_YET, pages: readonly T[]): { read: T[]; notYet: T[] } {
	const isRead = ({ name }: T) => !(name in NOT_YET[set]);
	return { read: pages.filter(isRead), notYet: pages.filter((page) => !isRead(page)) };
}

/** Every other page of a kind with corners that are moved at random. */
function blocksOf({ name, blocks }: ComposedDocument, index: number): readonly WordsBlock[] {
	return index % 2 === 0 ? blocks : shaken(blocks, new Random(`${SEED}/${name}/shaken`), 1);
}

/** Columns without a printed name get one: none is meant. */
function asPrinted(blocks: readonly WordsBlock[]): unknown {
	return readTables(blocks, -1).map(({ columns, rows }) => ({ header: columns.map((name, index) => (name === `column${index + 1}` ? '' : name)), rows }));
}

describe('tables', () => {
	const pages = [
		...composeTables({ seed: SEED, count: 5 * TABLE_KINDS.length }),
		...composeDocuments({ seed: SEED, count: 30, kinds: ['invoice', 'receipt', 'price-list', 'table-lineless', 'table-ruled', 'table-wrapped', 'table-empty-cells'] }),
	].map((document, index) => ({ name: document.name, blocks: blocksOf(document, Math.floor(index / TABLE_KINDS.length)), tables: document.tables }));
	const { read, notYet } = parted('tables', pages);
	test.each(read)('$name', ({ blocks, tables }) => {
		expect(asPrinted(blocks)).toEqual(tables);
	});
	test.each(notYet)('$name is not read yet', ({ blocks, tables }) => {
		expect(asPrinted(blocks)).not.toEqual(tables);
	});
});

describe('pages without a table', () => {
	test.each(composePagesWithoutTables({ seed: SEED, count: 30 }))('$name', ({ blocks }) => {
		expect(readTables(blocks, -1)).toEqual([]);
	});
});

describe('fields', () => {
	const pages = [
		...composeForms({ seed: SEED, count: 6 * FORM_KINDS.length }),
		...composeDocuments({ seed: SEED, count: 40, kinds: ['form-zh', 'form-en', 'invoice', 'receipt'] }),
	].map((document, index) => ({ ...document, blocks: blocksOf(document, Math.floor(index / FORM_KINDS.length)) }));
	const wanted = (label: string) => ({ name: label, findBy: 'label' as const, label });
	const valuesOf = ({ fields, emptyFields = [] }: (typeof pages)[number]) => [...Object.entries(fields), ...emptyFields.map((label) => [label, undefined] as const)];
	const together = (page: (typeof pages)[number]) => readFields(page.blocks, -1, valuesOf(page).map(([label]) => wanted(label)));
	const oneByOne = (page: (typeof pages)[number]) => valuesOf(page).flatMap(([label]) => readFields(page.blocks, -1, [wanted(label)]));
	const { read, notYet } = parted('fields', pages);
	test.each(read)('$name, all together', (page) => {
		expect(together(page).map(({ name, text, needsReview }) => [name, text, needsReview])).toEqual(valuesOf(page).map(([label, text]) => [label, text, false]));
	});
	test.each(read)('$name, one at a time', (page) => {
		expect(oneByOne(page).map(({ name, text }) => [name, text])).toEqual(valuesOf(page));
	});
	test.each(notYet)('$name is not read yet', (page) => {
		const values = [...together(page), ...oneByOne(page)].map(({ name, text }) => [name, text]);
		expect(values).not.toEqual([...valuesOf(page), ...valuesOf(page)]);
	});
});

describe('reading order', () => {
	const pages = Array.from({ length: 3 * COLUMN_LAYOUTS.length }, (_, number) => {
		const random = new Random(`${SEED}/columns/${number}`);
		const page = columnPage({ random, texts: new Texts(random, Math.floor(number / COLUMN_LAYOUTS.length) % 2 === 0 ? 'en' : 'zh'), ordinal: number });
		return compose(page, { name: `${inTurn(COLUMN_LAYOUTS, number)} ${number}`, kind: 'two-columns', turn: inTurn([0, 0, 2.5, -6, 90, 0, 181], number) });
	});
	const pairsOf = ({ blocks }: (typeof pages)[number]) => {
		const place = new Map(readLines(blocks, -1).flatMap((line) => line.blocks).map((block, index) => [block as unknown, index]));
		return scoreOrder(blocks.map((block) => place.get(block)), blocks.map(({ orderGroup }) => orderGroup));
	};
	const { read, notYet } = parted('order', pages);
	test.each(read)('$name', (page) => {
		const { pairs, pairsRight } = pairsOf(page);
		expect(pairsRight).toBe(pairs);
	});
	test.each(notYet)('$name is not read yet', (page) => {
		const { pairs, pairsRight } = pairsOf(page);
		expect(pairsRight).toBeLessThan(pairs ?? 0);
	});
});
