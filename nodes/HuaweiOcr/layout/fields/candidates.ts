// For each label all texts of the page that may be its value, with what speaks for and against them.
import type { Box } from '../page/frame';
import { parseDate, parseNumber } from '../values';
import type { Neighbourhood } from './cells';
import type { FieldType, Position } from './definitions';
import { isCodeLike, isNotesLabel } from './followers';
import { isTranslationOf, LABEL } from './form';
import type { FormPage } from './form';
import type { BlockPart, Label } from './labels';
import { Evidence } from './reasons';
import { hasBox, isTicked } from './typed';
import type { Segment } from './segments';
import { ALIGNED, FARTHEST_BELOW, overlap, placeOf, sortFromTheLeft } from './sheet';
import type { Place } from './sheet';
import { enumerationOf, isAmount, isFigures, isRate } from './signs';
import { beginsWithHanLabel, expectationOf, isLabelWords, meetsExpectation } from './vocabulary';
import type { Expectation } from './vocabulary';

export type Way = 'inline' | 'beside' | 'below';

export interface Candidate {
	label: Label;
	way: Way;
	/** The box that the value begins in. */
	first: Box;
	/** The value begins behind other text of that box. */
	part?: BlockPart;
	/** A currency sign that stands as a block of its own before the value. */
	currency?: Box;
	/** The first block's part of the value: what tells of what kind it is. */
	text: string;
	/** All lines of the label. */
	members: readonly Box[];
	/** Right end of the value's column, text heights. */
	end: number;
	/** What the field is set to. */
	type?: FieldType;
	/** Whether the label's own box is ticked. */
	ticked?: { value: boolean; isUnsure: boolean };
	evidence: Evidence;
}

/** How the labels of a page, and those in a label's neighbourhood, have their values. */
export interface Custom {
	beside: number;
	below: number;
	inline: number;
}

/** Boxes right of a label that are looked at. */
const MOST_BESIDE = 3;
/** Gaps up to this (text heights) are usual between a label and a value beside it. */
const USUAL_GAP = 3;
/** From here on it makes no difference how far off a text is. */
const FARTHEST_BESIDE = 15;
const USUAL_BELOW = 0.6;
/** A value may stand so much higher or lower than its label. */
const OFF_LEVEL = 0.95;
/** A value below its label reaches no further to the right of it. */
const WIDEST_COLUMN = 14;
const MOST_BELOW = 2;
/** A text is in another column only when it is as far off. */
const FAR_COLUMN = 4;
/** Words of one text stand nearer to each other. */
const WORDS_APART = 2;
/** Text behind a colon of more characters than that is no field's value. */
const SENTENCE = 25;

/** The line beside and below a label where its value is looked for. */
export interface Surroundings {
	/** The label with its further lines and languages. */
	place: Place;
	members: Box[];
	beside: Box[];
	/** The first text right of the label, but higher or lower. */
	offLevel?: Box;
	/** Rows below. */
	below: Box[][];
	/** Where the next text in the label's row begins. */
	end: number;
}

export function lookAround(label: Label): Surroundings {
	const { page, isUpright } = label;
	const { sheet } = page;
	const members = isUpright ? label.boxes : withTranslations(label);
	const place = members.length > label.boxes.length ? placeOf([label.place, ...members]) : label.place;
	const endOfCell = page.uprightRightOf(place);
	const isOthers = (box: Box) => box.left < endOfCell && !members.includes(box);
	const beside = besideIn(label, place, members).filter(isOthers);
	const solid = beside.filter((box) => !page.text(box).isSigns);
	const around = isUpright ? [] : sheet.rightBetween(place, place.top - OFF_LEVEL / 2, place.bottom + OFF_LEVEL / 2);
	const offLevel = around.find((box) => isOthers(box) && !beside.includes(box) && !page.text(box).isSigns && isNear(box, members));
	const end = Math.min(solid[0]?.left ?? Infinity, Math.max(place.right, place.left + 2) + WIDEST_COLUMN);
	const rows = isUpright ? [] : sheet.below(place, place.left - ALIGNED, end, MOST_BELOW);
	// Only further lines of the label can stand below it.
	const below = members.length === 1 ? rows : rows.map((row) => row.filter((box) => !members.includes(box))).filter((row) => row.length > 0);
	return { place, members, beside: solid, ...(offLevel ? { offLevel } : {}), below, end };
}

/** What stands right of a label with its further lines, from left to right. */
function besideIn({ page: { sheet }, boxes, place: own, isUpright }: Label, place: Place, members: readonly Box[]): Box[] {
	const last = boxes[boxes.length - 1] as Box;
	const rightOf = (member: Box) => sheet.rightInRow(member === last ? own : member, member, 8).filter((box) => box.left >= place.right - 1);
	if (!isUpright && members.length === 1) return sortFromTheLeft(rightOf(last));
	const reach = isUpright ? OFF_LEVEL / 2 : 0;
	const level = isUpright ? [] : members.flatMap(rightOf);
	return sortFromTheLeft([...new Set([...level, ...sheet.rightBetween(place, place.top - reach, place.bottom + reach)])]);
}

/** Whether a text overlaps the height of a label enough to be meant for it. */
function isNear(box: Box, members: readonly Box[]): boolean {
	return members.some((member) => {
		const lower = Math.min(box.height, member.height);
		const common = Math.min(box.bottom, member.bottom) - Math.max(box.top, member.top);
		return common > 0.15 * lower || (box.middle > member.top && box.middle < member.bottom);
	});
}

/** A label's boxes with the lines above and below it that say the same in another language. */
function withTranslations(label: Label): Box[] {
	const { page } = label;
	const boxes = [...label.boxes];
	const words = label.words;
	if (label.inline !== undefined || label.isBehindText) return boxes;
	if (label.wanted === undefined) boxes.push(...continuationOf(page, boxes[boxes.length - 1] as Box));
	for (const way of ['lineBefore', 'nextLine'] as const) {
		let last = way === 'nextLine' ? (boxes[boxes.length - 1] as Box) : (boxes[0] as Box);
		for (let count = 0; count < 3; count++) {
			const line = page.sheet[way](last);
			if (!line || boxes.includes(line) || !isTranslationOf(words, line.words) || !isLabelsTranslation(page, label, line)) break;
			if (way === 'nextLine') boxes.push(line);
			else boxes.unshift(line);
			last = line;
		}
	}
	return boxes;
}

/** Lines that go on with a label that nobody named: they begin with a small letter. */
function continuationOf(page: FormPage, label: Box): Box[] {
	const next = page.sheet.nextLine(label);
	return next && /^\p{Ll}/u.test(next.words) && !/[:：]\s*$/u.test(label.words) && !/\d/.test(next.words) ? [next] : [];
}

/** Whether a line close to a label, in another script, is part of the label rather than its value. */
function isLabelsTranslation(page: FormPage, label: Label, line: Box): boolean {
	if (/\d/.test(line.words) || /[:：]\s*\S/u.test(line.words)) return false;
	let points = 0;
	if (isLabelWords(line.words) || page.isKnown(line.words)) points += 2;
	if (page.isStacked) points += 1;
	// A value beside both shows that they belong together.
	const last = label.boxes[label.boxes.length - 1] as Box;
	const place = placeOf([label.place, line]);
	const beside = [...page.sheet.rightInRow(label.place, last, 1), ...page.sheet.rightInRow(line, line, 1), ...page.sheet.rightBetween(place, place.top, place.bottom).slice(0, 1)];
	if (beside.some((box) => page.text(box).labelness < LABEL)) points += 1;
	return points >= 2;
}

/** All candidates of a label. */
export function candidatesOf(label: Label, around: Surroundings, custom: { near: Custom; page: Custom }, type: FieldType | undefined, position: Position): Candidate[] {
	const found: Candidate[] = [];
	if (type === 'checkbox') found.push(...ownBoxOf(label, around));
	if (label.inline && position !== 'below') found.push(inline(label, label.inline, around));
	const expected = expectationOf(label.words);
	if (label.packed) {
		const packed = packedOf(label, label.packed, around);
		judgeText(packed, type, expected);
		return [packed];
	}
	const hasInline = label.inline !== undefined && label.inline.text !== '';
	// What stands behind a colon is the value; what stands behind a space may be a part of the label.
	if (position !== 'below' && !(hasInline && label.sign === 'colon')) found.push(...besideOf(label, around));
	if (position !== 'right' && !(hasInline && (label.sign === 'colon' || label.sign === 'mark'))) found.push(...belowOf(label, around));
	for (const candidate of found) {
		if (type !== undefined) candidate.type = type;
		if (candidate.ticked) continue;
		if (hasInline && candidate.way !== 'inline') candidate.evidence.add('textBehind');
		judgeLabel(candidate);
		judgeText(candidate, type, expected);
		if (position === 'auto') judgeCustom(candidate, custom);
	}
	return found;
}

function inline(label: Label, part: BlockPart, { members }: Surroundings): Candidate {
	const evidence = new Evidence();
	const { sign } = label;
	evidence.add(sign === 'colon' ? 'behindColon' : sign === 'mark' ? 'behindMark' : sign === 'figure' ? 'figureBehind' : sign === 'space' ? 'wordsBehind' : 'gluedBehind');
	evidence.add('ownLabelInside', ownLabelInside(part, label.words));
	if (sign === 'space' && /\d/.test(part.text)) evidence.add('hasFigures');
	if (label.hasLabelInside) evidence.add('labelInside', sign === 'colon' ? 1.7 : sign === 'mark' ? 1.3 : 1);
	if (isLabelWords(part.text) && sign !== 'colon') evidence.add('labelWords');
	if (sign === 'space' || sign === 'none') {
		// Heads of columns in one block, each word with a text below it, and not a label with its value.
		const under = label.page.underHeads(part.box);
		if (under) evidence.add('headRow', under.isSure ? 2 : 1);
	}
	// Words with a figure beside them are a longer label: "Total sales | 51.42" for "Total".
	const right = label.page.sheet.neighbour(part.box, 1);
	if ((sign === 'space' || sign === 'none') && right && !/\d/.test(part.text) && label.page.text(right).isFigures) evidence.add('ownValue');
	return { label, way: 'inline', first: part.box, part, text: part.text, members, end: Infinity, evidence };
}

const LABEL_INSIDE = /^(?:\p{Lu}[\p{L} .]{1,20}|\p{Script=Han}{2,6})[:：]/u;
const NO_LABEL_INSIDE = /^(?:Re|Fwd?|AW|WG|注意?|注|答复|回复|转发|https?)[:：]/iu;
/** One word by itself is a label rather than the begin of a text. */
const WORD_INSIDE = /^(?:[\p{Script=Latin}\p{M}]+|\p{Script=Han}{2,3})[:：]/u;

/** How much a value looks like the next label with its own value, behind a place that is empty. */
function ownLabelInside(part: BlockPart, label: string): number {
	if (!LABEL_INSIDE.test(part.text) || NO_LABEL_INSIDE.test(part.text)) return 0;
	if (isSetOff(part)) return 1.6;
	return WORD_INSIDE.test(part.text) && !isNotesLabel(label) ? 1.4 : 1;
}

/**
 * Whether a text behind a colon begins further off than a value does, as the next label behind an empty place: a colon
 * of full width is its own space. A text that is nothing but a label with its colon is no value at all.
 */
function isSetOff({ box, text, from }: BlockPart): boolean {
	return /[:∶︰﹕꞉]\s{2,}$|：\s+$/u.test(box.words.slice(0, from)) || /[:：]\s*$/u.test(text);
}

function packedOf(label: Label, part: BlockPart, { members }: Surroundings): Candidate {
	const evidence = new Evidence().add('packed').add('named');
	if (label.isWeaker) evidence.add('labelElsewhere');
	// A text of its own under each head: which one is reckoned from the widths of the letters.
	if (part.to - part.from === part.box.words.length) evidence.add('headRow');
	return { label, way: 'inline', first: part.box, part, text: part.text, members, end: Infinity, evidence };
}

/** A box to tick before the label, in its block or as one of its own. */
function ownBoxOf(label: Label, { members }: Surroundings): Candidate[] {
	const [box] = label.boxes;
	if (!box) return [];
	const before = label.page.sheet.neighbour(box, -1);
	const own = isTicked(box.words, label.words);
	const ticked = own ?? (before && box.left - before.right < 2 && Array.from(before.words).length <= 3 ? isTicked(`${before.words} ${label.words}`, label.words) : undefined);
	if (!ticked) return [];
	const text = own || !before ? box.words : `${before.words} ${box.words}`;
	return [{ label, way: 'inline', first: box, part: { box, text, from: 0, to: box.words.length }, text, members, end: Infinity, ticked, evidence: new Evidence().add('ownBox') }];
}

/** Texts right of a label, the nearest first, until another label ends the cell. */
function besideOf(label: Label, { place, members, beside, offLevel, below, end }: Surroundings): Candidate[] {
	const { page } = label;
	const found: Candidate[] = [];
	let currency: Box | undefined;
	let count = 0;
	for (const box of beside) {
		if (count === MOST_BESIDE) break;
		const text = page.text(box);
		if (text.isCurrency && currency === undefined) {
			currency = box;
			continue;
		}
		const isTranslated = isTranslationOf(label.words, box.words) && box.left - place.right < 1.5 && !/\d/.test(box.words) && isLabelWords(box.words) && members.length === label.boxes.length;
		if (isTranslated) continue;
		const evidence = new Evidence().add(label.isUpright ? 'besideUpright' : 'beside');
		// Where in its cell a text stands makes no difference.
		const isNextCell = cellAt(label, box) === 'right';
		if (!isNextCell) evidence.add('farRight', Math.max(0, Math.min(FARTHEST_BESIDE, box.left - place.right) - USUAL_GAP));
		if (label.sign === 'colon') evidence.add('colonBeside');
		if (count > 0) evidence.add('textBetween', count);
		judgeBeside(evidence, label, box, below, isNextCell);
		const candidate = candidateAt(label, 'beside', box, members, Infinity, evidence);
		if (currency) candidate.currency = currency;
		found.push(candidate);
		currency = undefined;
		if (page.askew.has(box)) continue;
		if (text.labelness >= LABEL || page.isUpright(box) || (evidence.has('otherColumn') && evidence.has('ownValue'))) break;
		count++;
	}
	const higherOrLower = offLevel && offLevelOf(label, offLevel, place, beside[0]);
	if (higherOrLower) found.push(candidateAt(label, 'beside', offLevel, members, end, higherOrLower));
	// A currency by itself is better than nothing, when nothing else stands there.
	if (found.length === 0 && currency) found.push({ label, way: 'beside', first: currency, text: currency.words, members, end: Infinity, evidence: new Evidence().add('beside').add('rateOnly') });
	return found;
}

/** What speaks for a text right of a label that stands higher or lower; undefined when a text level with it stands between them. */
function offLevelOf({ page, sign }: Label, box: Box, place: Place, level: Box | undefined): Evidence | undefined {
	if (level && level.left <= box.left && page.text(level).labelness < LABEL) return undefined;
	const before = page.sheet.neighbour(box, -1);
	const isOthers = before && before.right > place.left && before.left >= place.left - ALIGNED && page.text(before).labelness >= LABEL;
	const evidence = new Evidence().add('notLevel');
	if (sign === 'colon') evidence.add('colonBeside');
	if (isOthers || (level && level.left < box.left)) evidence.add('textBetween');
	const line = page.sheet.nextLine(box);
	if (line && !isLabelWords(box.words) && box.middle < place.middle && line.middle > place.middle && page.sheet.isFreeBefore(line, place.left)) evidence.add('linesAround');
	evidence.add('farRight', Math.max(0, Math.min(FARTHEST_BESIDE, box.left - place.right) - USUAL_GAP));
	return evidence;
}

/** A candidate that begins with a box, or with what stands in it before the next label. */
function candidateAt(label: Label, way: Way, first: Box, members: readonly Box[], end: number, evidence: Evidence): Candidate {
	const { text, part } = valueOf(label.page, first);
	const candidate: Candidate = { label, way, first, text, members, end, evidence };
	if (part) candidate.part = part;
	return candidate;
}

/** How the ruled cell of a text lies to that of a label. */
function cellAt({ page, boxes }: Label, box: Box): Neighbourhood | undefined {
	return page.cells.between(boxes[boxes.length - 1] as Box, box);
}

/** What the columns show about a text beside a label. */
function judgeBeside(evidence: Evidence, label: Label, box: Box, below: readonly Box[][], isNextCell: boolean): void {
	const { page } = label;
	const { sheet } = page;
	const mates = sheet.inColumn(box, 8);
	const labels = mates.filter((mate) => page.isLabel(mate)).length;
	const values = mates.filter((mate) => isBehindLabel(page, mate)).length;
	if (labels >= 2 && labels > values && !page.text(box).isFigures) evidence.add('labelColumn');
	else if ((values > 0 && labels === 0) || isInFigureColumn(label, box)) evidence.add('valueColumn');
	const [own] = label.boxes;
	const next = sheet.neighbour(box, 1);
	if (next && !page.text(box).isFigures && isInFigureColumn(label, next)) evidence.add('figureBeyond');
	if (own && !label.isUpright && label.sign !== 'colon' && page.isOverValues(own)) evidence.add('besideInUpperRow', below.length > 0 || /\d/.test(box.words) ? 1 : 2.5);
	if (own && label.sign !== 'colon' && isNextInRow(page, own, box)) evidence.add('evenRow');
	if (!isNextCell && isBeyondColumn(label, box)) {
		evidence.add('otherColumn');
		if (next && !page.isLabel(box) && !page.text(box).isFigures && next.left - box.right < box.left - label.place.right) evidence.add('ownValue');
	}
	if (!label.isUpright && isLabelAbove(label, box, below)) evidence.add('ownValue', page.cells.between(label.boxes[0] as Box, box) === undefined ? 1 : 1.5);
	// Labels side by side with figures below each.
	const [under] = below[0] ?? [];
	const text = page.text(box);
	if (under && !text.isFigures && page.text(under).isFigures && !page.isLabel(under)) {
		const end = sheet.neighbour(box, 1)?.left ?? box.right + WIDEST_COLUMN;
		const own = sheet.below(box, box.left - ALIGNED, Math.min(end, box.right + WIDEST_COLUMN), 1)[0]?.find((other) => other !== under);
		if (own && page.text(own).isFigures && own.middle - under.middle < 0.5) evidence.add('ownValue');
	}
}

/** Whether a figure ends where those of the labels above and below end: two at least, right beside their labels. */
function isInFigureColumn({ page, boxes, isUpright }: Label, figure: Box): boolean {
	const [own] = boxes;
	if (!own || isUpright || !page.text(figure).isFigures) return false;
	const isMate = (mate: Box): boolean => {
		const value = page.sheet.rightOf(mate).find((other, index) => index < 3 && !page.text(other).isCurrency);
		return value !== undefined && value !== figure && page.text(value).isFigures && Math.abs(value.right - figure.right) < ALIGNED;
	};
	return page.sheet.inColumn(own, 6).filter((mate) => !page.text(mate).isFigures && isMate(mate)).length >= 2;
}

/** Whether a label stands as far behind another one of its row, which has nothing behind it either, as a text behind the label: three heads. */
function isNextInRow(page: FormPage, label: Box, box: Box): boolean {
	const before = page.sheet.neighbour(label, -1);
	if (!before || page.text(box).isFigures || page.sheet.neighbour(label, 1) !== box) return false;
	const { labelness, segments, valueAt } = page.text(before);
	if (labelness < LABEL || valueAt !== undefined || segments.some(({ value, label: own }) => own !== undefined && value !== '')) return false;
	return Math.abs(box.left - label.left - (label.left - before.left)) < ALIGNED;
}

/** Whether the labels above and below a label have their values nearer than a text beside it. */
function isBeyondColumn({ page, boxes, isUpright }: Label, box: Box): boolean {
	const [first] = boxes;
	if (!first || isUpright || box.left - first.right <= FAR_COLUMN) return false;
	const ends: number[] = [];
	const isText = (other: Box) => !page.text(other).isSigns && !page.text(other).isCurrency;
	for (const mate of page.sheet.inColumn(first, 6)) {
		const row = page.sheet.rightOf(mate);
		const right = row.find(isText);
		if (!right || right === box || page.isLabel(right) || mate.right >= box.left) continue;
		// Mates without a value have the same column beside them as this label.
		if (Math.abs(right.left - box.left) < ALIGNED && page.sheet.neighbour(right, 1)) continue;
		// Figures in the same column as this one: sums of several columns.
		ends.push(page.text(right).isFigures && row.some((other) => other !== right && page.text(other).isFigures && isText(other) && overlap(other, box) > 0) ? Infinity : right.right);
	}
	return ends.length >= 2 && ends.filter((end) => end < box.left).length * 3 >= ends.length * 2;
}

/**
 * Whether a text beside a label is a label itself, with its own value below it, in a row of labels: it is nearer to
 * that than to anything else, and nothing as near stands below the label.
 */
function isLabelAbove({ page, place }: Label, box: Box, below: readonly Box[][]): boolean {
	const own = page.sheet.firstBelow(box, box.left - ALIGNED, page.sheet.neighbour(box, 1)?.left ?? box.right + WIDEST_COLUMN);
	if (!own || page.isLabel(own) || page.text(box).isFigures) return false;
	if (page.sheet.pairing(box, own) <= 0.3 && !(page.isOverValues(box) && page.sheet.rowIndex(own) === page.sheet.rowIndex(box) + 1) && page.cells.between(box, own) !== 'below') return false;
	return below[0]?.some((other) => other.left < place.right && other.top < own.bottom) !== true;
}

/** Whether the text left of a box in its row is a label. */
function isBehindLabel(page: FormPage, box: Box): boolean {
	const before = page.sheet.neighbour(box, -1);
	return before !== undefined && page.isLabel(before);
}

function belowOf(label: Label, { place, members, beside, below, end }: Surroundings): Candidate[] {
	const { page } = label;
	const { sheet } = page;
	const found: Candidate[] = [];
	const next = beside[0];
	let order = 0;
	for (const row of below) {
		const box = nearestUnder(place, row, next);
		// What stands under the next label is not between this one and its value.
		if (!box) continue;
		const text = page.text(box);
		if (text.isSigns) {
			order++;
			continue;
		}
		const evidence = new Evidence().add('below');
		const gap = box.top - place.bottom;
		evidence.add('farBelow', Math.max(0, Math.min(FARTHEST_BELOW, gap) - USUAL_BELOW));
		if (label.sign === 'colon') evidence.add('colonBelow');
		if (order > 0) evidence.add('textBetween', order);
		if (Math.abs(box.left - place.left) < ALIGNED) evidence.add('aligned');
		else if (Math.abs(box.left + box.right - place.left - place.right) < 2 * ALIGNED) evidence.add('centred');
		else if (overlap(box, place) > 0.3) evidence.add('underLabel');
		// Where in the cell below it stands makes no difference.
		else if (!text.isFigures && cellAt(label, box) !== 'below') evidence.add('atRight');
		judgeBelow(evidence, label, place, box, beside);
		const currency = text.isCurrency ? sheet.neighbour(box, 1) : undefined;
		const first = currency && currency.left < end && !page.isLabel(currency) ? currency : box;
		const candidate = candidateAt(label, 'below', first, members, end, evidence);
		if (first === currency) candidate.currency = box;
		order++;
		found.push(candidate);
		if (text.labelness >= LABEL) break;
	}
	return found;
}

/** The text of a row that stands under a label, rather than under the next one. */
function nearestUnder(place: Place, row: readonly Box[], next: Box | undefined): Box | undefined {
	let best: { box: Box; points: number } | undefined;
	for (const box of row) {
		const shared = Math.min(box.right, place.right) - Math.max(box.left, place.left);
		const own = Math.max(shared, 0) / Math.max(Math.min(box.right - box.left, place.right - place.left), 0.1);
		const others = next ? overlap(box, next) : 0;
		if (own < 0.12 && box.left < place.left - ALIGNED) continue;
		if (others > own && others > 0.3) continue;
		const edge = Math.min(Math.abs(box.left - place.left), Math.abs(box.left + box.right - place.left - place.right) / 2);
		const points = own - edge * 0.15;
		if (!best || points > best.points) best = { box, points };
	}
	return best?.box;
}

function judgeBelow(evidence: Evidence, label: Label, place: Place, box: Box, beside: readonly Box[]): void {
	const { page } = label;
	const { sheet } = page;
	const text = page.text(box);
	const pairing = sheet.pairing(place, box);
	const [first] = label.boxes;
	const isListed = first !== undefined && label.sign !== 'colon' && isInList(page, first, box);
	if (pairing > 0 && !isListed) evidence.add('pairedBelow', pairing);
	else if (pairing < 0 && label.sign !== 'colon') evidence.add('notPaired', -pairing);
	if (first && !page.isOverValues(first) && (isListed || ((pairing <= 0 || text.valueAt !== undefined) && isNextEntry(page, first, box)))) evidence.add('nextEntry', isListed ? 1.5 : 1);
	if (first && page.isOverValues(first)) {
		if (isInRowUnder(page, first, box)) evidence.add('upperRow');
		else addOtherRow(evidence, page, place, box);
	}
	if (first && box.height > 1.12 * first.height && box.height < 1.7 * first.height) evidence.add('largerType');
	// Figures one below the other: a column, of which the label is the head.
	if (isHeadOf(page, place, box)) evidence.add('listColumn');
	// A text that has figures of its own beside it is a label, unless the figures stand under the next label.
	const right = sheet.rightOf(box).find((other, index) => index < 3 && !page.text(other).isSigns && !page.text(other).isCurrency);
	if (right && !text.isFigures && !/\d/.test(box.words) && page.text(right).isFigures) {
		const isOthers = beside.some((other) => !page.text(other).isFigures && other.left - ALIGNED <= right.right && other.right > box.right - ALIGNED);
		if (!isOthers) evidence.add('ownValue');
	}
	else if (right && !text.isFigures && Math.abs(box.left - place.left) < ALIGNED && hasOwnBeside(label, box, right, beside)) evidence.add('ownValue');
	const further = sheet.under(box);
	if (further && !text.isFigures && further.middle - box.middle < 0.8 * (box.middle - place.middle) && box.top - place.bottom > 0.5 && Math.abs(further.height - box.height) > 0.12 * box.height) evidence.add('nearerToNext');
	if (/^\p{Ll}/u.test(box.words) && /^\P{Ll}/u.test(label.words) && box.top - place.bottom < 0.7) evidence.add('continued');
	// More lines of text under it: an address, a note.
	const line = sheet.nextLine(box);
	if (line && (label.sign === 'colon' || pairing > 0) && !page.isLabel(line) && !text.isFigures && !page.text(line).isFigures && Math.abs(line.left - box.left) < ALIGNED) evidence.add('furtherLines');
	// The same kind of text at the same edge: an entry of a list, as the label is one.
	if (Math.abs(box.left - place.left) < ALIGNED && shapeOf(box.words) !== '' && shapeOf(box.words) === shapeOf(label.words) && /\d/.test(box.words)) evidence.add('sameShape');
}

/**
 * Whether a text below a label at the same edge is the next entry of a list of labels: others at that edge have their
 * values in their own blocks, or beside them where those of all begin.
 */
function isNextEntry(page: FormPage, label: Box, box: Box): boolean {
	if (Math.abs(box.left - label.left) > ALIGNED) return false;
	const mates = page.sheet.inColumn(label, 6);
	if (mates.some((mate) => mate !== box && page.text(mate).valueAt !== undefined)) return true;
	const own = page.sheet.neighbour(label, 1);
	const values = mates.flatMap((mate) => {
		const right = page.text(mate).isFigures ? undefined : page.sheet.neighbour(mate, 1);
		const isValue = right && right.left - label.right < FARTHEST_BESIDE && !page.isLabel(right) && (!own || own.left > right.right);
		return isValue ? [right] : [];
	});
	const middle = (right: Box) => (right.left + right.right) / 2;
	return values.some((right) => values.filter((other) => Math.abs(other.left - right.left) < ALIGNED || Math.abs(middle(other) - middle(right)) < ALIGNED).length >= 2);
}

/**
 * Whether a text below a label has its own value beside it, in a place that is empty beside the label: nothing stands
 * above that text in the label's row, and it is nearer than what does stand there.
 */
function hasOwnBeside({ page, place, sign, isUpright }: Label, box: Box, right: Box, beside: readonly Box[]): boolean {
	if (sign === 'colon' || isUpright || page.isLabel(right) || page.text(right).valueAt !== undefined) return false;
	const gap = right.left - box.right;
	if (gap < WORDS_APART || gap > FARTHEST_BESIDE) return false;
	return right.left > place.right && beside.every((other) => other.left > right.right);
}

/** Entries of a list that show that it is one. */
const ENOUGH_ENTRIES = 3;
const ENOUGH_GLUED = 2;

/**
 * Whether a label and a text below it are entries of a list whose entries have their values in their own blocks:
 * nothing stands beside any of them, and several are more than a word, one with a word that labels fields, or begin
 * with such a word without a space.
 */
function isInList(page: FormPage, label: Box, box: Box): boolean {
	if (Math.abs(box.left - label.left) > ALIGNED) return false;
	const isAlone = (each: Box) => page.sheet.neighbour(each, 1) === undefined && page.sheet.neighbour(each, -1) === undefined;
	const mates = page.sheet.inColumn(label, 8);
	if (![label, ...mates].every(isAlone)) return false;
	if (mates.filter(({ words }) => beginsWithHanLabel(words)).length >= ENOUGH_GLUED) return true;
	const entries = mates.filter(({ words }) => /\S\s+\S/u.test(words));
	return entries.length >= ENOUGH_ENTRIES && entries.some((mate) => mate !== box && page.text(mate).valueAt !== undefined);
}

/** A text below a label is in another row than the label's values; one that is the next label all the more. */
export function addOtherRow(evidence: Evidence, page: FormPage, place: Place, box: Box): void {
	evidence.add('otherRow');
	if (isNearerBelow(page, place, box)) evidence.add('ownValue', 0.4);
}

/** Whether a text of a further row below a label is nearer to what stands below it: it is the next label. */
function isNearerBelow(page: FormPage, place: Place, box: Box): boolean {
	const own = page.text(box).isFigures ? undefined : page.sheet.under(box);
	return own !== undefined && own.top - box.bottom < 0.5 * (box.top - place.bottom);
}

/** Whether a text stands in the row right below that of a label. */
function isInRowUnder({ sheet }: FormPage, label: Box, box: Box): boolean {
	const next = sheet.rows[sheet.rowIndex(label) + 1];
	return !next || box.middle - next.middle < 1;
}

/** Whether a label is the head of a column of figures that begins with a text. */
export function isHeadOf(page: FormPage, place: Place, box: Box): boolean {
	const { sheet } = page;
	const under = sheet.under(box);
	if (!under || !page.text(box).isFigures || !page.text(under).isFigures || isAmount(box.words) !== isAmount(under.words)) return false;
	return under.middle - box.middle < 1.6 * (box.middle - place.middle) && sheet.rowIndex(box) !== sheet.rowIndex(under);
}

/** The kind of a text: words and figures in their order. */
function shapeOf(text: string): string {
	const kinds = text.split(/\s+/).map((word) => (/^\d+$/.test(word) ? '0' : /^\p{Lu}[\p{L}.]*$/u.test(word) ? 'A' : /^\p{L}+$/u.test(word) ? 'a' : '?'));
	return kinds.includes('0') && kinds.some((kind) => kind === 'A' || kind === 'a') && !kinds.includes('?') ? kinds.join('') : '';
}

/** The text of a block as a value: without the label of the next value at its end. */
export function valueOf(page: FormPage, box: Box): { text: string; part?: BlockPart } {
	const { segments } = page.text(box);
	const [first, second] = segments;
	if (first && first.label === undefined && second) return { text: first.value, part: { box, text: first.value, from: 0, to: first.valueTo } };
	return { text: box.words };
}

function judgeLabel({ label, way, evidence }: Candidate): void {
	if (label.mistakes > 0) evidence.add('misreadLabel', label.mistakes);
	if (label.alternative > 0) evidence.add('laterAlternative', label.alternative);
	if (label.isWeaker) evidence.add('labelElsewhere');
	if (label.isBehindText) evidence.add('labelBehindText', label.isAmongText ? 3 : 1);
	else if (way !== 'inline' && label.cost % 10 >= 1) evidence.add('unsureLabel', label.cost % 10);
	if (label.page.order > 0) evidence.add('otherPart', Math.min(2, label.page.order));
	if (label.wanted !== undefined) evidence.add('named');
}

/** @param expected what the label says about its value */
function judgeText({ label, way, first, text, evidence }: Candidate, type: FieldType | undefined, expected: Expectation): void {
	const { page } = label;
	if (way !== 'inline') {
		const role = page.text(first);
		const [segment] = role.segments;
		if (page.isUpright(first) && !label.boxes.includes(first)) evidence.add('uprightText');
		else if (segment?.label !== undefined) judgeOwnLabel(evidence, page, segment, role.labelness, way);
		else if (page.isKnown(first.words)) evidence.add('isLabel');
		else if (role.valueAt !== undefined) evidence.add('ownLabel', role.labelness >= LABEL || isTold(first, role.valueAt) ? 1.2 : 0.8);
		else if (role.labelness >= LABEL) evidence.add('labelWords');
		const gap = Math.max(first.left - label.place.right, first.top - label.place.bottom);
		if (page.isStacked && gap < 0.6 && isTranslationOf(label.words, text)) evidence.add('translation', 0.5);
		if (page.isBilingual && isTranslationOf(label.words, text) && way === 'beside' && gap < 1.2) evidence.add('translation');
	}
	if (way !== 'inline' && isCountedLike(label, first)) evidence.add('counted');
	const cell = way === 'inline' ? undefined : cellAt(label, first);
	if (cell === 'same') evidence.add('sameCell');
	else if (cell !== undefined) {
		evidence.add(cell === (way === 'beside' ? 'right' : 'below') ? 'nextCell' : 'otherCell');
	}
	if (page.askew.has(first)) evidence.add('askew');
	if (way !== 'inline' && /^[（(【[][^\d()（）]*[)）\]】]$/u.test(text)) evidence.add('remark');
	if (isRate(text)) evidence.add('rateOnly');
	if (type === 'number') {
		if (parseNumber(text, { amounts: page.words }) !== undefined) evidence.add('isNumber');
		else evidence.add(/\d/.test(text.normalize('NFKC')) && isFigures(text) ? 'unclearNumber' : 'noNumber');
	} else if (type === 'date') evidence.add(parseDate(text, { pageDates: page.words }) === undefined && !isDateLike(text) ? 'noDate' : 'isDate');
	else if (type === 'checkbox') evidence.add(hasBox(text) ? 'hasBox' : 'noBox');
	else if (expected !== undefined) evidence.add(meetsExpectation(text) ? 'hasFigures' : 'noFigures');
}

/** Whether a text is a label that asks for a figure, and the figure: "Order number AB-1", but not "No 5 Church Lane". */
function isTold({ words }: Box, valueAt: number): boolean {
	const label = words.slice(0, valueAt).trim();
	return !/^(?:no|nr)\.?$/iu.test(label) && expectationOf(label) !== undefined && isCodeLike(words.slice(valueAt));
}

/** Words with a number behind them: "Box 12". */
const NUMBERED = /^(.*\p{L}[^\d]*)(\d{1,3})$/u;

/** Whether a label and a text are counted up in the same way: "15 State" and "16 Wages", or "Box 12" and "Box 14". */
function isCountedLike({ boxes, isBehindText, words }: Label, first: Box): boolean {
	const [, stem, number] = NUMBERED.exec(words.trim()) ?? [];
	const [, otherStem, otherNumber] = NUMBERED.exec(first.words.trim()) ?? [];
	if (stem !== undefined && stem === otherStem && number !== otherNumber) return true;
	const own = isBehindText ? undefined : enumerationOf(boxes[0]?.words ?? '');
	const other = own && enumerationOf(first.words);
	if (!own || !other || own.kind !== other.kind) return false;
	return own.kind !== 'figure' || (own.number !== other.number && Math.abs(own.number - other.number) <= 4);
}

/** A text that begins with a label and a colon: another label with its value, or a sentence with a colon. */
function judgeOwnLabel(evidence: Evidence, page: FormPage, { label = '', value }: Segment, labelness: number, way: Way): void {
	if (value === '' || page.isKnown(label)) evidence.add('isLabel');
	else if (Array.from(value).length > SENTENCE || (/[，。；、,;]/u.test(value) && Array.from(value).length > SENTENCE / 2)) evidence.add('ownLabel', 0.5);
	// Below a label a first line may begin like that ("Attn: …"); what stands beside it is another pair.
	else evidence.add('ownLabel', (labelness >= LABEL + 0.5 ? 1.2 : labelness >= LABEL ? 0.8 : 0.3) * (way === 'beside' ? 1.9 : 1));
}

const MONTH = /(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|okt|oct|nov|dec|dez|janv|févr|mars|avr|juin|juil|août)/iu;

function isDateLike(text: string): boolean {
	const plain = text.normalize('NFKC');
	const figures = plain.match(/\d+/g) ?? [];
	return figures.length >= 3 || (figures.length >= 1 && MONTH.test(plain)) || /[年月]/u.test(plain) || /^\d{8}$/.test(plain.trim());
}

function judgeCustom({ label, way, first, evidence }: Candidate, { near, page }: { near: Custom; page: Custom }): void {
	if (way === 'inline') return;
	const balance = (custom: Custom) => (way === 'beside' ? custom.beside - custom.below : custom.below - custom.beside);
	const [nearby, everywhere] = [Math.max(-2, Math.min(2, balance(near))), balance(page)];
	// Another column than that of the neighbours' values is not the same place. Sums stand further right, and so do values
	// in the middle of wider cells, which begin no column.
	if (evidence.has('otherColumn') && !label.page.text(first).isFigures && label.page.sheet.inColumn(first, 1).length > 0) return;
	if (nearby > 0) evidence.add('neighboursSame', nearby);
	else if (nearby < 0) evidence.add('neighboursOther', -nearby);
	if (everywhere >= 2) evidence.add('pageSame');
	else if (everywhere <= -2) evidence.add('pageOther');
	if (!label.isUpright && near.inline >= 2 && near.inline > near.beside + near.below) evidence.add('neighboursInline', Math.min(3, near.inline) * (way === 'below' ? 1.2 : 0.6));
	if (label.sign === 'colon' && page.inline >= 3 && page.inline > 2 * (page.beside + page.below)) evidence.add('pageInline', way === 'below' ? 1.5 : 1);
}
