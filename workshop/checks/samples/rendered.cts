// Blocks that the node gave against the truth of a rendered document.
import type { BlockItem } from '../../harness/session.cts';
import type { Point, Quad, RenderedDocument, TruthBlock } from '../../documents/types.cts';
import { countErrors } from './characterErrors.cts';
import type { Errors } from './characterErrors.cts';

function centre(quad: Quad): Point {
	return [quad.reduce((sum, [x]) => sum + x, 0) / 4, quad.reduce((sum, [, y]) => sum + y, 0) / 4];
}

function contains(quad: Quad, [x, y]: Point): boolean {
	return quad.every(([x1, y1], index) => {
		const [x2, y2] = quad[(index + 1) % 4] as Point;
		return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) >= 0;
	});
}

/** Position of the first given block that lies where the true one does. */
function positionOf(truth: TruthBlock, blocks: readonly BlockItem[]): number | undefined {
	const position = blocks.findIndex(
		({ location }) => location !== null && (contains(truth.location, centre(location)) || contains(location, centre(truth.location))),
	);
	return position === -1 ? undefined : position;
}

export interface Order {
	/** Pairs of blocks that were both found and whose order is not a matter of taste. */
	pairs: number;
	wrong: number;
}

/** A true block and where in the given list it was found. */
interface Placed {
	truth: TruthBlock;
	position: number | undefined;
}

function comparePairs(placed: readonly Placed[]): Order {
	const order: Order = { pairs: 0, wrong: 0 };
	for (const [index, first] of placed.entries()) {
		for (const second of placed.slice(index + 1)) {
			const either = first.truth.orderGroup !== undefined && first.truth.orderGroup === second.truth.orderGroup;
			if (either || first.position === undefined || second.position === undefined || first.position === second.position) continue;
			order.pairs++;
			if (first.position > second.position) order.wrong++;
		}
	}
	return order;
}

/** Degrees between two directions, 0 to 180. */
export function angleBetween(a: number, b: number): number {
	const difference = (((a - b) % 360) + 360) % 360;
	return Math.min(difference, 360 - difference);
}

/** The true blocks; where their order is a matter of taste, in the order that was given. */
function inGivenOrder(placed: readonly Placed[]): Placed[] {
	const order = [...placed];
	for (const group of new Set(placed.map(({ truth }) => truth.orderGroup))) {
		if (group === undefined) continue;
		const slots = [...placed.keys()].filter((index) => placed[index]?.truth.orderGroup === group);
		const members = placed
			.filter(({ truth }) => truth.orderGroup === group)
			.sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || 0);
		for (const [index, member] of members.entries()) order[slots[index] ?? 0] = member;
	}
	return order;
}

/** Compares what was read from a rendered document with its truth. */
export function compareWithTruth(document: RenderedDocument, blocks: readonly BlockItem[]): { text: Errors; order: Order } {
	const placed = document.blocks
		.filter((truth) => truth.stray !== true)
		.map((truth) => ({ truth, position: positionOf(truth, blocks) }));
	const expected = inGivenOrder(placed).map(({ truth }) => truth.words);
	return { text: countErrors(expected.join(' '), blocks.map(({ words }) => words).join(' ')), order: comparePairs(placed) };
}
