// Lists sorted by plain numbers, and what is looked up in them, are those that sorting the entries themselves gives.
import { Sheet } from '../../nodes/HuaweiOcr/layout/fields/sheet.ts';
import type { Box } from '../../nodes/HuaweiOcr/layout/page/frame.ts';
import { WeightedNumbers } from '../../nodes/HuaweiOcr/layout/page/weighted.ts';
import { orderBy } from '../../nodes/HuaweiOcr/layout/sorted.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';
import { Random } from '../../workshop/documents/random.cts';

const random = new Random('sorted');
const some = (count: number, most: number) => Array.from({ length: count }, () => Math.floor(random.between(0, most)));

describe('orderBy', () => {
	it.each([0, 1, 2, 3, 7, 64, 1000])('keeps the order of equal entries among %i', (count) => {
		const [first, second] = [some(count, 9), some(count, 5)];
		const expected = first.map((_, index) => index).sort((a, b) => (first[a] ?? 0) - (first[b] ?? 0) || (second[a] ?? 0) - (second[b] ?? 0));
		expect([...orderBy(new Float64Array(first), new Float64Array(second))]).toEqual(expected);
	});
});

describe('weighted median', () => {
	it('has half of the weight on either side, and takes the lower of two', () => {
		const numbers = new WeightedNumbers(4);
		expect(numbers.median()).toBeUndefined();
		numbers.add(30, 1);
		numbers.add(10, 1);
		expect(numbers.median()).toBe(10);
		numbers.add(20, 3);
		expect(numbers.median()).toBe(20);
		expect(numbers.distancesFrom(25).median()).toBe(5);
		numbers.add(40, 9);
		expect(numbers.median()).toBe(40);
	});
});

describe('boxes of one column', () => {
	/** So many boxes that begin where a box begins are asked, those furthest left and up. */
	const ASKED = 240;
	const boxAt = (id: number, left: number, middle: number): Box => ({
		id,
		words: 'a',
		left,
		right: left + 4,
		top: middle - 0.5,
		bottom: middle + 0.5,
		middle,
		height: 1,
		block: { words: 'a', location: [[0, 0], [0, 0], [0, 0], [0, 0]] },
	});
	const pages: Array<[string, Box[]]> = [
		['of one edge', Array.from({ length: 120 }, (_, id) => boxAt(id, 3, id * 2))],
		['of shaky edges, several at one height', some(150, 60).map((place, id) => boxAt(id, random.between(3, 5), place * 2))],
		['longer than is asked for', Array.from({ length: 400 }, (_, id) => boxAt(id, 3, id * 2))],
	];

	it.each(pages)('%s: the nearest ones, of equally near ones those furthest left and up', (_name, boxes) => {
		const sorted = [...boxes].sort((a, b) => a.middle - b.middle || a.left - b.left);
		const sheet = runAtOnce(Sheet.of(sorted));
		for (const box of boxes) {
			const asked = sorted.filter((other) => other !== box && Math.abs(other.left - box.left) <= 0.6).sort((a, b) => a.left - b.left || a.middle - b.middle).slice(0, ASKED);
			const nearest = asked.sort((a, b) => Math.abs(a.middle - box.middle) - Math.abs(b.middle - box.middle)).slice(0, 8);
			expect(sheet.inColumn(box, 8).map(({ id }) => id)).toEqual(nearest.map(({ id }) => id));
		}
	});
});
