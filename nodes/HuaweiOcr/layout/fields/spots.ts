// Where on a page a label stands.
import type { Box } from '../page/frame';
import { inlineLabels, labelAtEnd, labelDistance, labelKey, printedKeys } from './labels';
import type { InlineLabel } from './labels';
import { placeOf } from './sheet';
import type { Place, Sheet } from './sheet';

/** A place where a label was found. */
export interface Spot {
	place: Place;
	/** The last box of the label. */
	box: Box;
	/** What stands behind the label in its own block, up to the next colon. */
	value: string;
	/** True when the next label, up to its colon, is still in `value`. */
	isFollowed: boolean;
	hasColon: boolean;
	/** Less is better. */
	cost: number;
}

interface Entry {
	key: string;
	boxes: Box[];
	inline: InlineLabel;
	cost: number;
}

/** A wrong character weighs more than any of the other costs. */
const PER_MISTAKE = 10;
const PART_OF_LABEL = 1;
const PUT_TOGETHER = 2;
const BEFORE_FIGURE = 3;
const BEHIND_VALUE = 4;
/** Parts of a label stand at most this far apart; single characters spread over a cell further. */
const PART_GAP = 1.5;
const SPREAD_GAP = 3.5;
const MOST_PARTS = 4;

/** All texts of a page that may be labels. */
export class LabelIndex {
	private readonly entries: Entry[] = [];
	private readonly open: Entry[] = [];

	constructor(sheet: Sheet) {
		for (const { boxes } of sheet.rows) {
			for (const [index, box] of boxes.entries()) {
				this.addBox(box);
				this.addSpread(boxes, index);
				this.addStack(sheet, box);
			}
		}
	}

	/** Places of a label, the best first, then in reading order. */
	find(wanted: string): Spot[] {
		const found: Spot[] = [];
		for (const { key, boxes, inline, cost } of this.entries) {
			const distance = labelDistance(wanted, key);
			if (distance !== undefined) found.push(toSpot(boxes, inline, cost + distance * PER_MISTAKE));
		}
		for (const { boxes, inline, cost } of this.open) {
			if (labelAtEnd(inline.label, wanted) !== undefined) found.push(toSpot(boxes, inline, cost));
		}
		return found.sort((a, b) => a.cost - b.cost);
	}

	private addBox(box: Box): void {
		for (const inline of inlineLabels(box.words)) {
			const extra = inline.mark === 'figure' ? BEFORE_FIGURE : 0;
			for (const [order, key] of printedKeys(inline.label).entries()) {
				this.entries.push({ key, boxes: [box], inline, cost: extra + (order > 0 ? PART_OF_LABEL : 0) });
			}
			if (inline.isOpen) this.open.push({ key: '', boxes: [box], inline, cost: BEHIND_VALUE });
		}
	}

	/** A label in several blocks of a row: "姓" and "名：". */
	private addSpread(row: readonly Box[], from: number): void {
		const parts: Box[] = [];
		for (const box of row.slice(from, from + MOST_PARTS)) {
			const last = parts[parts.length - 1];
			const isShort = last && Array.from(last.words).length <= 2 && Array.from(box.words).length <= 3;
			if (last && box.left - last.right > (isShort ? SPREAD_GAP : PART_GAP)) break;
			parts.push(box);
			if (parts.length > 1) this.addParts([...parts]);
		}
	}

	/** A label in several lines of a cell. */
	private addStack(sheet: Sheet, box: Box): void {
		const lines = sheet.linesBelow(box, Infinity, () => true);
		for (let count = 1; count <= Math.min(lines.length, MOST_PARTS - 1); count++) this.addParts([box, ...lines.slice(0, count)]);
	}

	private addParts(parts: Box[]): void {
		const words = parts.map((part) => part.words).join(' ');
		const colon = /^([^:：]*)[:：](.*)$/u.exec(words);
		const inline: InlineLabel = colon
			? { label: colon[1] ?? '', value: (colon[2] ?? '').trim(), mark: 'colon', isOpen: false, isFollowed: false }
			: { label: words, value: '', mark: 'none', isOpen: false, isFollowed: false };
		const key = labelKey(inline.label);
		// A colon before the last part ends the label there; the parts behind it are its value.
		const isWhole = !colon || /[:：]/u.test(parts[parts.length - 1]?.words ?? '');
		if (key !== '' && isWhole) this.entries.push({ key, boxes: parts, inline, cost: PUT_TOGETHER });
	}
}

function toSpot(boxes: readonly Box[], { value, mark, isFollowed }: InlineLabel, cost: number): Spot {
	const box = boxes[boxes.length - 1] as Box;
	return { place: placeOf(boxes), box, value, isFollowed, hasColon: mark === 'colon', cost };
}
