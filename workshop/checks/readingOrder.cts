// `node --require tsx/cjs workshop/checks/readingOrder.cts [seed]`: order of reading on generated pages
// with columns, sidebars, headings, footnotes and boxes, askew and turned. Prints pairs of blocks in the
// right order by layout; ends non-zero below the bar.
import { compose } from '../documents/compose.cts';
import { COLUMN_LAYOUTS, columnPage } from '../documents/kinds/columns.cts';
import { inTurn } from '../documents/kinds/recipe.cts';
import { Random } from '../documents/random.cts';
import { Texts } from '../documents/texts.cts';
import { readLines } from '../../nodes/HuaweiOcr/layout/lines.ts';
import { ratio, scoreOrder } from '../harness/layoutScore.cts';

const PAGES = 100;
const BAR = 0.98;
const TURNS = [0, 0, 2.5, -6, 90, 0, 181] as const;

function main(): void {
	const [seed = '1'] = process.argv.slice(2);
	const sums = new Map<string, { pairs: number; right: number }>();
	for (let number = 0; number < PAGES; number++) {
		const random = new Random(`${seed}/columns/${number}`);
		const page = columnPage({ random, texts: new Texts(random, Math.floor(number / COLUMN_LAYOUTS.length) % 2 === 0 ? 'en' : 'zh'), ordinal: number });
		const document = compose(page, { name: `columns-${number}`, kind: 'two-columns', turn: inTurn(TURNS, number) });
		const place = new Map(readLines(document.blocks, -1).flatMap(({ blocks }) => blocks).map((block, index) => [block as unknown, index]));
		const { pairs = 0, pairsRight = 0 } = scoreOrder(document.blocks.map((block) => place.get(block)), document.blocks.map(({ orderGroup }) => orderGroup));
		const layout = inTurn(COLUMN_LAYOUTS, number);
		const sum = sums.get(layout) ?? { pairs: 0, right: 0 };
		sums.set(layout, { pairs: sum.pairs + pairs, right: sum.right + pairsRight });
		if (pairsRight < pairs) console.log(`  page ${number} (${layout}): ${pairsRight} of ${pairs} pairs`);
	}
	let [pairs, right] = [0, 0];
	for (const [layout, sum] of sums) {
		pairs += sum.pairs;
		right += sum.right;
		console.log(`${layout.padEnd(20)} ${(ratio(sum.right, sum.pairs) * 100).toFixed(2)} %`);
	}
	console.log(`pairs in order ${(ratio(right, pairs) * 100).toFixed(2)} %, bar ${BAR * 100} %`);
	process.exitCode = ratio(right, pairs) >= BAR ? 0 : 1;
}

main();
