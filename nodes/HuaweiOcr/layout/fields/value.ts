// From the box that a value begins in to all of the value: words that follow, further lines, its frame.
import { joinLines } from '../characters';
import type { Box } from '../page/frame';
import type { Quad } from '../../result/types';
import type { Candidate } from './candidates';
import { valueOf } from './candidates';
import type { PixelBox } from './definitions';
import type { BlockPart, Label } from './labels';
import { partPlace } from './labels';
import type { Place } from './sheet';
import { cleanValue, isAmount, isFigures } from './signs';
import { hasBox } from './typed';

export interface Value {
	text: string;
	parts: BlockPart[];
}

/** Words of one text stand at most this far apart … */
const WORD_GAP = 1.25;
/** … below a label, where nothing else shares the line, a little more … */
const LOOSE_WORD_GAP = 1.6;
/** … figures less, since two numbers stand side by side more often than one number is torn apart. */
const FIGURE_GAP = 0.5;
const CURRENCY_GAP = 12;
/** Alternatives with a box each. */
const CHOICE_GAP = 10;
/** Figures in clearly larger or smaller type are another number. */
const OTHER_TYPE = 1.35;
const MOST_LINES = 12;
/** White between lines of a text of which more than one line is known, text heights. */
const FURTHER_GAP = 0.7;
/** A line as long as this (text heights) that the next one is not longer than was wrapped; more white may be between them. */
const FULL_LINE = 12;
const WRAPPED_GAP = 0.95;
/** Where a value begins within its block is reckoned, not measured: further lines may be off by this. */
const RECKONED = 1.2;
const INDENTED = 1.5;
/** Edges of texts that stand below each other may differ by this. */
const SHAKY = 0.6;

/** Reads all of a candidate's text. `isFree` tells which boxes may be part of it. */
export function readValue(candidate: Candidate, isFree: (box: Box) => boolean): Value {
	const { label, first, way } = candidate;
	const { sheet } = label.page;
	const start = candidate.part ?? { box: first, text: first.words, from: 0, to: first.words.length };
	if (candidate.ticked || label.packed) return { text: start.text, parts: [start] };
	const inCell = cellLines(candidate, start, isFree);
	if (inCell) return valueFrom(candidate, inCell);
	const lines = [withFollowing(candidate, start, isFree)];
	// A label that ends the block ends the value, too.
	const isWhole = start.to >= start.box.words.length;
	if (isWhole) {
		const limit = way === 'below' ? candidate.end : Infinity;
		const from = Math.min(label.place.left, first.left);
		let last = first;
		for (let count = 0; count < MOST_LINES; count++) {
			const next = way === 'inline' && count === 0 ? lineUnder(start, sheet.below(first, first.left, first.right, 1, 0.5)[0]) : sheet.nextLine(last, lines.length > 1 ? FURTHER_GAP : undefined) ?? wrapped(last, lines[lines.length - 1] ?? []);
			if (!next || label.page.cells.isApart(last, next) || !isFree(next) || next.left >= limit - SHAKY) break;
			const edge = way === 'below' ? next.left : from;
			if (way !== 'below' && !sheet.isFreeBefore(next, edge)) break;
			if (way === 'below' && (beginsPair(candidate, last, next) || sheet.beginsRow(next, first, (box) => label.page.isLabel(box)))) break;
			// Amounts one below the other are a column, not one value.
			if (isAmount(last.words) && isAmount(next.words)) break;
			const value = valueOf(label.page, next);
			lines.push(withFollowing(candidate, value.part ?? { box: next, text: next.words, from: 0, to: next.words.length }, isFree));
			last = next;
			if (value.part) break;
		}
	}
	function wrapped(line: Box, parts: readonly BlockPart[]): Box | undefined {
		const right = parts[parts.length - 1]?.box.right ?? line.right;
		const next = right - line.left >= FULL_LINE ? sheet.nextLine(line, WRAPPED_GAP) : undefined;
		return next && next.right <= right + 1 ? next : undefined;
	}

	return valueFrom(candidate, lines);
}

function valueFrom(candidate: Candidate, lines: readonly BlockPart[][]): Value {
	const text = joinLines(lines.map((line) => line.map((part) => part.text).join(' ')));
	const currency = candidate.currency ? [{ box: candidate.currency, text: candidate.currency.words, from: 0, to: candidate.currency.words.length }] : [];
	return { text: cleanValue([...currency.map((part) => part.text), text].join(' ')), parts: [...currency, ...lines.flat()] };
}

/** All texts of the cell that a value stands in, when the label stands in another one. */
function cellLines({ label, first, way }: Candidate, start: BlockPart, isFree: (box: Box) => boolean): BlockPart[][] | undefined {
	const { cells, sheet } = label.page;
	if (way === 'inline' || start.to < first.words.length || !label.boxes.every((box) => cells.isApart(box, first))) return undefined;
	const isPart = (box: Box) => box === first || isFree(box);
	const lines = cells.linesWith(first, sheet)?.map((line) => line.filter(isPart).map((box): BlockPart => ({ box, text: box.words, from: 0, to: box.words.length })));
	return lines?.filter((line) => line.length > 0);
}

/** The next line of a value that begins behind its label: it begins where the value begins, not under the label. */
function lineUnder(start: BlockPart, row: readonly Box[] | undefined): Box | undefined {
	const begin = partPlace(start.box, start.from, start.to).left;
	if (begin - start.box.left < INDENTED) return undefined;
	return row?.find((box) => Math.abs(box.left - begin) < RECKONED && box.top - start.box.bottom < 0.5);
}

/** A part of a value with the words that follow it closely. */
function withFollowing({ label, end, way, type }: Candidate, start: BlockPart, isFree: (box: Box) => boolean): BlockPart[] {
	const { page } = label;
	const parts = [start];
	if (start.to < start.box.words.length) return parts;
	for (let last = start.box; ; ) {
		const next = page.sheet.neighbour(last, 1);
		if (!next || page.cells.isApart(last, next) || !isFree(next) || (way === 'below' && next.left >= end - SHAKY)) return parts;
		const text = page.text(next);
		if (text.isSigns && next.left - last.right > WORD_GAP) return parts;
		const lastWords = parts[parts.length - 1]?.text ?? '';
		const isPair = /\d$/.test(lastWords) && /^\d/.test(next.words);
		const gap = page.text(last).isCurrency && parts.length === 1 ? CURRENCY_GAP : isPair ? FIGURE_GAP : type === 'checkbox' && hasBox(next.words) ? CHOICE_GAP : way === 'below' ? LOOSE_WORD_GAP : WORD_GAP;
		if (next.left - last.right > gap) return parts;
		const ratio = Math.max(last.height, next.height) / Math.min(last.height, next.height);
		if (isFigures(lastWords) && text.isFigures && ratio > OTHER_TYPE) return parts;
		if (next.left - last.right > 0.5 && beginsColumn(page, next, last)) return parts;
		const value = valueOf(page, next);
		parts.push(value.part ?? { box: next, text: next.words, from: 0, to: next.words.length });
		if (value.part) return parts;
		last = next;
	}
}

/** Whether a line under a value is the next label, in a row of labels over values: in smaller type than those, or further off than a value is from its label. */
function beginsPair({ label: { page, place }, first }: Candidate, last: Box, next: Box): boolean {
	return page.isOverValues(next) && (page.sheet.isOverLarger(page.sheet.rowIndex(next)) || next.middle - last.middle > 1.1 * (first.middle - place.middle));
}

/** Whether a box is the first of a column of texts, so that it does not go on with what stands left of it. */
function beginsColumn(page: Label['page'], box: Box, last: Box): boolean {
	const under = page.sheet.nextLine(box);
	if (!under || under.left <= last.right) return false;
	const further = page.sheet.nextLine(under);
	return further !== undefined && Math.abs(further.left - box.left) < 0.6 && Math.abs(under.left - box.left) < 0.6;
}

/** The frame around parts of blocks, px of the image. */
export function pixelBox(parts: readonly BlockPart[]): PixelBox {
	const box: PixelBox = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
	for (const part of parts) {
		for (const [x, y] of partQuad(part)) {
			box.left = Math.min(box.left, x);
			box.top = Math.min(box.top, y);
			box.right = Math.max(box.right, x);
			box.bottom = Math.max(box.bottom, y);
		}
	}
	return box;
}

/** The corners of a part of a block, by the usual width of its characters. */
function partQuad({ box, from, to }: BlockPart): Quad {
	const { location } = box.block;
	const width = box.right - box.left;
	if ((from <= 0 && to >= box.words.length) || !(width > 0)) return location;
	const place: Place = partPlace(box, from, to);
	const [begin, end] = [(place.left - box.left) / width, (place.right - box.left) / width];
	const [a, b, c, d] = location;
	const between = (p: Quad[0], q: Quad[0], share: number): Quad[0] => [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share];
	return [between(a, b, begin), between(a, b, end), between(d, c, end), between(d, c, begin)];
}

/** The lowest confidence of the blocks, where the service gives one. */
export function lowestConfidence(parts: readonly BlockPart[]): number | undefined {
	const known = parts.flatMap(({ box }) => box.block.confidence ?? []);
	return known.length > 0 ? known.reduce((least, value) => Math.min(least, value), 1) : undefined;
}
