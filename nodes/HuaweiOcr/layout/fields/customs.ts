// How the labels of a page have their values: beside, below or behind a colon. Labels whose place leaves
// only one way tell it for those whose place leaves two.
import type { Box } from '../page/frame';
import { isHeadOf } from './candidates';
import type { Custom, Surroundings } from './candidates';
import type { Label } from './labels';
import { ALIGNED } from './sheet';
import { countWhile } from '../sorted';

interface Vote {
	way: keyof Custom;
	left: number;
	row: number;
	middle: number;
}

/** Labels of one row or edge that are asked; more tell nothing new. */
const MOST_ASKED = 24;
/** Labels further up and down than this (text heights) belong to another part of the page. */
const NEAR = 16;

export class Customs {
	readonly page: Custom = { beside: 0, below: 0, inline: 0 };
	private readonly byRow = new Map<number, Vote[]>();
	private readonly byLeft: Vote[] = [];

	constructor(labels: readonly Label[], around: ReadonlyMap<Label, Surroundings>) {
		const seen = new Set<Box>();
		for (const label of labels) {
			const surroundings = around.get(label);
			const [box] = label.boxes;
			if (!surroundings || !box || seen.has(box)) continue;
			seen.add(box);
			const way = wayOf(label, surroundings);
			if (!way) continue;
			this.page[way]++;
			const vote: Vote = { way, left: label.place.left, row: label.page.sheet.rowIndex(box), middle: box.middle };
			const row = this.byRow.get(vote.row) ?? [];
			row.push(vote);
			this.byRow.set(vote.row, row);
			this.byLeft.push(vote);
		}
		this.byLeft.sort((a, b) => a.left - b.left || a.row - b.row);
	}

	/** What the labels in the row and at the left edge of a label tell, without its own vote. */
	near(label: Label): Custom {
		const custom: Custom = { beside: 0, below: 0, inline: 0 };
		const row = label.page.sheet.rowIndex(label.boxes[0] as Box);
		const { left } = label.place;
		const count = (vote: Vote) => {
			if (vote.row !== row || Math.abs(vote.left - left) > ALIGNED) custom[vote.way]++;
		};
		for (const vote of (this.byRow.get(row) ?? []).slice(0, MOST_ASKED)) count(vote);
		const low = countWhile(this.byLeft, (vote) => vote.left < left - ALIGNED);
		for (let index = low, asked = 0; index < this.byLeft.length && asked < MOST_ASKED; index++, asked++) {
			const vote = this.byLeft[index];
			if (!vote || vote.left > left + ALIGNED) break;
			if (vote.row !== row && Math.abs(vote.middle - label.place.middle) < NEAR) count(vote);
		}
		return custom;
	}
}

/** The only way in which a label can have its value; undefined when it has several ways, or none. */
function wayOf(label: Label, { beside, below, place }: Surroundings): keyof Custom | undefined {
	const { page } = label;
	if (label.inline && label.inline.text !== '') return 'inline';
	const free = (box: Box | undefined) => box !== undefined && !page.isLabel(box) && !page.isUpright(box) && page.text(box).valueAt === undefined;
	const right = beside.find((box) => !page.text(box).isCurrency);
	const under = below[0]?.find((box) => box.left < place.right);
	const canRight = free(right);
	const canBelow = free(under);
	if (canRight === canBelow) return undefined;
	// The head of a column is no label of a field.
	if (canBelow && under && isHeadOf(page, place, under)) return undefined;
	// An entry of a list has the next one below it, which is no value.
	const [first] = label.boxes;
	if (canBelow && under && label.sign !== 'colon' && page.sheet.pairing(place, under) < 0.3 && !(first && page.isOverValues(first))) return undefined;
	// With a gap as wide as that, a text beside a label is no sign of anything.
	if (canRight && right && right.left - place.right > 15 && !page.text(right).isFigures) return undefined;
	return canRight ? 'beside' : 'below';
}
