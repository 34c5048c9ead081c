// Blocks near a block, found by an index, are those that a look at all of them finds.
import { LevelBlocks, NearestBlocks } from '../../nodes/HuaweiOcr/layout/page/neighbours.ts';
import type { MeasuredBlock } from '../../nodes/HuaweiOcr/layout/page/geometry.ts';
import { Random } from '../../workshop/documents/random.cts';

const blockAt = (x: number, y: number): MeasuredBlock => ({
	block: { words: 'a', location: [[x, y], [x, y], [x, y], [x, y]] },
	x,
	y,
	length: 40,
	height: 10,
	angle: 0,
	steady: true,
});

/** Pages of several shapes: spread, one row, a few spots with many blocks each, one far off. */
function pages(): Array<[string, MeasuredBlock[]]> {
	const random = new Random('neighbours');
	const some = (make: () => MeasuredBlock) => Array.from({ length: 150 }, make);
	return [
		['spread', some(() => blockAt(random.between(0, 900), random.between(0, 1200)))],
		['one row', some(() => blockAt(random.between(0, 9000), 5))],
		['spots', some(() => blockAt(100 * Math.floor(random.between(0, 3)), 100 * Math.floor(random.between(0, 3))))],
		['one far off', [blockAt(1e6, 1e6), ...some(() => blockAt(random.between(0, 90), random.between(0, 120)))]],
		['one spot', some(() => blockAt(7, 7))],
	];
}

describe.each(pages())('%s', (_name, blocks) => {
	it('finds the nearest blocks, of equally near ones the first', () => {
		const nearest = new NearestBlocks(blocks);
		for (const block of blocks) {
			const all = blocks
				.filter((other) => other !== block)
				.map((other) => ({ other, distance: Math.hypot(other.x - block.x, other.y - block.y) }))
				.sort((a, b) => a.distance - b.distance);
			const wanted = all.slice(0, 3).map(({ other }) => blocks.indexOf(other));
			expect(nearest.nearestTo(block, 3).map((other) => blocks.indexOf(other))).toEqual(wanted);
		}
	});

	it('looks at all blocks of about the same height', () => {
		const angle = 0.1;
		const across = ({ x, y }: MeasuredBlock) => y * Math.cos(angle) - x * Math.sin(angle);
		const level = new LevelBlocks(blocks, angle);
		for (const block of blocks) {
			const seen = new Set<MeasuredBlock>();
			level.some(block, 15, (other) => {
				seen.add(other);
				return false;
			});
			expect(blocks.filter((other) => Math.abs(across(other) - across(block)) <= 15 && !seen.has(other))).toEqual([]);
		}
	});
});

it('finds nothing where nothing is', () => {
	expect(new NearestBlocks([]).nearestTo(blockAt(1, 1), 3)).toEqual([]);
	expect(new LevelBlocks([], 0).some(blockAt(1, 1), 10, () => true)).toBe(false);
});
