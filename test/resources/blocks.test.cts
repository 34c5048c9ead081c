import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block } from '../layout/page.cts';
import { resultOf, rowsOf } from './result.cts';

/** Corners as the service gives them for a line that rises to the right. */
const tilted: WordsBlock = { words: '合计', location: [[100, 60], [180, 40], [185, 60], [105, 80]], confidence: 0.87 };

test('a tilted block: corners as they are, flat as well, and the upright box around them', () => {
	expect(rowsOf('blocks', resultOf([tilted], { direction: 346.2 }), { source: 'scan.png' })).toStrictEqual([
		{
			words: '合计',
			location: [[100, 60], [180, 40], [185, 60], [105, 80]],
			x1: 100, y1: 60, x2: 180, y2: 40, x3: 185, y3: 60, x4: 105, y4: 80,
			left: 100, top: 40, right: 185, bottom: 80, width: 85, height: 40,
			confidence: 0.87,
			blockIndex: 0, blockCount: 1, direction: 346.2, source: 'scan.png',
		},
	]);
});

test("blocks keep the service's order, wherever they stand on the page", () => {
	const rows = rowsOf('blocks', resultOf([block('below', 20, 90), block('right', 300, 20), block('left', 20, 20)]), { source: 's' });
	expect(rows.map(({ words, blockIndex, blockCount }) => [words, blockIndex, blockCount])).toStrictEqual([
		['below', 0, 3],
		['right', 1, 3],
		['left', 2, 3],
	]);
});

test('Min Confidence leaves out unsure blocks; the others keep their number, and the count stays', () => {
	const unsure = { ...block('smudge', 20, 60), confidence: 0.49 };
	const exact = { ...block('sure', 20, 90), confidence: 0.5 };
	const unsaid = block('unsaid', 20, 120);
	const rows = rowsOf('blocks', resultOf([tilted, unsure, exact, unsaid]), { source: 's' }, { minConfidence: 0.5 });
	expect(rows.map(({ words, blockIndex, blockCount }) => [words, blockIndex, blockCount])).toStrictEqual([
		['合计', 0, 4],
		['sure', 2, 4],
		['unsaid', 3, 4],
	]);
});

test('what the service does not give is absent; the page is there for PDF alone', () => {
	const [plain = {}] = rowsOf('blocks', resultOf([block('a', 20, 20)]), { source: 's' });
	for (const name of ['confidence', 'char_list', 'page']) expect(plain).not.toHaveProperty(name);
	const [ofPdf] = rowsOf('blocks', resultOf([block('a', 20, 20)]), { source: 'a.pdf', page: 7 });
	expect(ofPdf).toMatchObject({ page: 7, source: 'a.pdf' });
});

test('a block of blank words is a block', () => {
	expect(rowsOf('blocks', resultOf([block(' ', 20, 20)]), { source: 's' })).toHaveLength(1);
});

test('no blocks, no rows', () => {
	expect(rowsOf('blocks', resultOf([]), { source: 's' })).toStrictEqual([]);
});
