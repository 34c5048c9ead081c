// What must not change what is read: the order of the blocks, the place, size and turn of the page.
import * as fc from 'fast-check';
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { readLines } from '../../nodes/HuaweiOcr/layout/lines.ts';
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block, moved, table, toPixels, turn, widthOf } from './page.cts';

/** Of each property; `npm run check:cases` draws many more. */
const CASES = Number(process.env.PROPERTY_CASES ?? 300);

const word = fc.oneof(
	fc.constantFrom('Name', 'Total', 'Order number', 'Scissors', 'Greenfield Ltd', '金额', '项目', '联系电话', '上海工业园区', '氯雷他定片'),
	fc.integer({ min: 1, max: 99999 }).map(String),
	fc.double({ min: 0.01, max: 9999, noNaN: true }).map((value) => value.toFixed(2)),
	fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefgh XYZ0189-.,:：一二三四') }).filter((text) => text.trim() !== ''),
);

/** A table with empty and wrapped cells between a title and a note. */
const tablePage = fc
	.record({
		rows: fc.array(fc.array(fc.oneof(word, word, word, fc.constant('')), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 8 }),
		pitch: fc.integer({ min: 26, max: 60 }),
		wrapped: fc.boolean(),
		title: word,
	})
	.map(({ rows, pitch, wrapped, title }) => [
		block(title, 150, 20, 30),
		...table([20, 260, 480], rows, 100, wrapped ? pitch + 26 : pitch),
		...(wrapped ? rows.flatMap((_, index) => (index % 2 === 0 ? [block('zweite Zeile', 260, 126 + index * (pitch + 26))] : [])) : []),
		block('Note: printed on recycled paper', 20, 160 + rows.length * (pitch + 26)),
	]);

/** Running text in one to three columns. */
const columnPage = fc
	.record({ columns: fc.integer({ min: 1, max: 3 }), lines: fc.array(fc.integer({ min: 5, max: 22 }), { minLength: 6, maxLength: 24 }), shift: fc.integer({ min: 0, max: 20 }) })
	.map(({ columns, lines, shift }) => [
		block('A headline over all of it', 100, 20, 36),
		...lines.map((length, index) => {
			const [column, row] = [index % columns, Math.floor(index / columns)];
			return block(`${index} ${'x'.repeat(length)}`, 20 + column * 290, 110 + row * 30 + column * shift);
		}),
	]);

/** Labels and values, of several sizes, and one text up the margin. */
const formPage = fc
	.array(fc.record({ label: word, value: word, size: fc.integer({ min: 16, max: 40 }) }), { minLength: 1, maxLength: 10 })
	.map((entries) => [
		...entries.flatMap(({ label, value, size }, index) => [block(label, 60, 40 + index * 60), block(value, 320, 40 + index * 60, size)]),
		...moved([block('text up the margin', 40, -30)], turn(90)),
	]);

/** Texts scattered over a grid: no sense in it, but no two on top of each other. */
const scatteredPage = fc
	.array(fc.record({ words: word, dx: fc.integer({ min: 0, max: 60 }), dy: fc.integer({ min: 0, max: 14 }), size: fc.constantFrom(14, 20, 20, 24, 44) }), { minLength: 1, maxLength: 24 })
	.map((texts) => texts.map(({ words, dx, dy, size }, index) => block(words, (index % 3) * 300 + dx, Math.floor(index / 3) * 60 + dy, size, Math.min(widthOf(words), 220))));

const anyPage = fc.oneof(tablePage, columnPage, formPage, scatteredPage);

/** Everything that is read, as one text: much quicker to compare than objects. */
function read(blocks: readonly WordsBlock[]): string {
	return JSON.stringify({
		lines: readLines(blocks, -1).map(({ text }) => text),
		tables: readTables(blocks, -1),
		fields: readFields(blocks, -1, [
			{ name: 'a', findBy: 'label', label: 'Total' },
			{ name: 'b', findBy: 'label', label: 'Order number|联系电话' },
			{ name: 'c', findBy: 'region', left: 0, top: 0, right: 51, bottom: 49 },
		]).map(({ text, needsReview, reason }) => ({ text, needsReview, reason })),
	}, undefined, 1);
}

function sameAfter<T>(change: fc.Arbitrary<T>, apply: (blocks: WordsBlock[], change: T) => WordsBlock[], pages: fc.Arbitrary<WordsBlock[]> = anyPage): void {
	fc.assert(
		fc.property(pages, change, (blocks, how) => {
			const [found, expected] = [read(apply(blocks, how)), read(blocks)];
			if (found !== expected) expect(found).toBe(expected);
		}),
		{ numRuns: CASES },
	);
}

describe('what is read stays the same', () => {
	test('when the blocks come in another order', () => {
		fc.assert(
			fc.property(
				anyPage.chain((blocks) => fc.tuple(fc.constant(blocks), fc.shuffledSubarray(blocks, { minLength: blocks.length }))),
				([blocks, shuffled]) => {
					const [found, expected] = [read(shuffled), read(blocks)];
					if (found !== expected) expect(found).toBe(expected);
				},
			),
			{ numRuns: CASES },
		);
	});

	test('when the page is moved', () => {
		sameAfter(fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.double({ min: -500, max: 500, noNaN: true })), (blocks, [dx, dy]) =>
			moved(blocks, ([x, y]) => [x + dx, y + dy]),
		);
	});

	test('when the page is scaled', () => {
		sameAfter(fc.double({ min: 0.2, max: 8, noNaN: true }), (blocks, factor) => moved(blocks, ([x, y]) => [x * factor, y * factor]));
	});

	test('when the page is turned by quarters', () => {
		sameAfter(fc.constantFrom(90, 180, 270), (blocks, degrees) => moved(blocks, turn(degrees)));
	});

	test('when the page lies up to 8° askew', () => {
		sameAfter(fc.double({ min: -8, max: 8, noNaN: true }), (blocks, degrees) => moved(blocks, turn(degrees)));
	});

	test('when it is turned by anything and cut to whole pixels', () => {
		// Only pages that make sense: where everything is a matter of a pixel, a pixel may matter.
		const pages = fc
			.record({
				names: fc.array(fc.constantFrom('Scissors', 'Stapler', 'Desk lamp', '文件夹', '签字笔', '矿泉水'), { minLength: 2, maxLength: 8 }),
				seed: fc.integer({ min: 1, max: 900 }),
			})
			.map(({ names, seed }) => [
				block('Delivery Note', 200, 20, 30),
				block('Total: 12.50', 20, 80),
				...table([20, 260, 380, 500], [['Item', 'Qty', 'Price', 'Amount'], ...names.map((name, index) => [name, `${seed + index}`, '2.50', index % 3 === 1 ? '' : '13.90'])], 140),
				block('Order number', 20, 240 + names.length * 40),
				block('KX-53107', 260, 240 + names.length * 40),
			]);
		sameAfter(
			fc.tuple(fc.constantFrom(0, 90, 180, 270), fc.double({ min: -8, max: 8, noNaN: true })),
			(blocks, [quarter, skew]) => moved(moved(blocks, turn(quarter + skew)), toPixels),
			pages,
		);
	});
});
