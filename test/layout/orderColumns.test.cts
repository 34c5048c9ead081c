// Columns of text are read one after the other, whatever stands above, between and below them.
import { readLines } from '../../nodes/HuaweiOcr/layout/lines.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block } from './page.cts';

const texts = (blocks: Parameters<typeof readLines>[0]) => readLines(blocks, -1).map(({ text }) => text);
const set = (lines: readonly string[], left: number, top: number, pitch = 28): WordsBlock[] => lines.map((words, index) => block(words, left, top + index * pitch));

const A = ['Our garden opens every day at', 'nine, and on the last Friday of', 'the month it stays open until', 'the evening, when lamps along', 'the paths are lit.'];
const B = ['Visitors may bring dogs as long', 'as they are kept on a lead and', 'do not enter the herb beds. A', 'bowl of water stands beside the', 'gate for them.'];
const C = ['Plants are sold from a stall', 'near the pond, where a gardener', 'answers questions about soil,', 'pruning and pests in the early', 'afternoon.'];
const WIDE = ['The society was founded long ago by neighbours who wanted a place to rest and to', 'grow what the markets of the town did not sell, and it has not changed much since.'];

describe('columns of text', () => {
	test.each<[string, WordsBlock[], string[]]>([
		['two', [...set(A, 40, 100), ...set(B, 420, 100)], [...A, ...B]],
		['three', [...set(A, 40, 100), ...set(B, 420, 100), ...set(C, 800, 100)], [...A, ...B, ...C]],
		['with lines at other heights', [...set(A, 40, 100), ...set(B, 420, 111)], [...A, ...B]],
		['with another leading', [...set(A, 40, 100), ...set(B, 420, 100, 31)], [...A, ...B]],
		['after a narrow gutter', [...set(A, 40, 100), ...set(B, 362, 100)], [...A, ...B]],
		['of two lines each', [...set(A.slice(0, 2), 40, 100), ...set(B.slice(0, 2), 420, 100)], [...A.slice(0, 2), ...B.slice(0, 2)]],
		['below a full width', [...set(WIDE, 40, 40), ...set(A, 40, 110), ...set(B, 480, 110)], [...WIDE, ...A, ...B]],
		['between full widths', [...set(WIDE, 40, 40), ...set(A, 40, 110), ...set(B, 480, 110), ...set(WIDE, 40, 264)], [...WIDE, ...A, ...B, ...WIDE]],
		['twice on a page', [...set(A, 40, 40), ...set(B, 480, 40), ...set(WIDE, 40, 194), ...set(B, 40, 264), ...set(C, 480, 264)], [...A, ...B, ...WIDE, ...B, ...C]],
		['with a heading in one of them', [...set(A, 40, 100), block('Opening hours', 40, 250, 24), ...set(C, 40, 284), ...set([...B, ...B], 420, 100)], [...A, 'Opening hours', ...C, ...B, ...B]],
		['with a sidebar', [...set([...A, ...C], 40, 100), ...set(['Ask at the gate', 'for a map of all', 'paths and ponds', 'in the park.'], 410, 130)], [...A, ...C, 'Ask at the gate', 'for a map of all', 'paths and ponds', 'in the park.']],
		['below a centred title', [block('Garden news', 330, 30, 34), ...set(A, 40, 100), ...set(B, 420, 100)], ['Garden news', ...A, ...B]],
		['over a page number', [...set(A, 40, 100), ...set(B, 420, 100), block('12', 380, 290)], [...A, ...B, '12']],
		['of Chinese', [...set(['本周末将在中心广场举办', '旧书交换活动，欢迎大家', '带上读过的书前来参加。'], 40, 100), ...set(['活动当天设有儿童阅读区', '和手工摊位，家长可以陪', '同孩子一起体验。'], 330, 100)], ['本周末将在中心广场举办', '旧书交换活动，欢迎大家', '带上读过的书前来参加。', '活动当天设有儿童阅读区', '和手工摊位，家长可以陪', '同孩子一起体验。']],
	])('%s', (_, page, wanted) => {
		expect(texts(page)).toEqual(wanted);
	});

	test.each<[string, [string, string][]]>([
		['names and amounts', [['Office rent for the quarter', '4,500'], ['Repairs to the roof', '1,120'], ['Insurance of the building', '890']]],
		['short words side by side', [['Colour', 'Blue'], ['Size', 'Large'], ['Material', 'Cotton']]],
		['labels with colons', [['Customer: North Mill', 'Order: KX-1021'], ['Street: Long Lane 4', 'Date: 3 May'], ['City: Harbour Town', 'Agent: P. Moss']]],
	])('%s are read across', (_, rows) => {
		const page = rows.flatMap(([name, value], index) => [block(name, 40, 100 + index * 30), block(value, 420, 100 + index * 30)]);
		expect(texts(page)).toEqual(rows.map((row) => row.join(' ')));
	});
});
