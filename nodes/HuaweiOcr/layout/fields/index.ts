// Words blocks → the values of a form's fields.
import { isLabelled, joinWrapped } from '../characters';
import { readFrames } from '../page/frame';
import type { Box } from '../page/frame';
import type { WordsBlock } from '../../result/types';
import { alternatives, inlineLabels, labelAtEnd, labelDistance, labelKey, printedKeys } from './labels';
import { parseNumber } from './number';
import { readRegion } from './region';
import type { PageSize } from './region';
import { placeOf, Sheet } from './sheet';
import type { Place } from './sheet';
import { LabelIndex } from './spots';
import type { Spot } from './spots';

/** One entry of the node's parameter `fieldDefinitions`. */
export interface FieldDefinition {
	name: string;
	findBy: 'label' | 'region';
	/** As printed; alternatives parted by `|`. */
	label?: string;
	/** Where the value stands; `auto` takes what stands in the label's own block, beside it or below it. */
	position?: 'auto' | 'right' | 'below';
	/** Edges of the region in percent of the upright page. */
	left?: number;
	top?: number;
	right?: number;
	bottom?: number;
	type?: 'text' | 'number';
}

export interface FoundField {
	name: string;
	/** As recognised; undefined when the field was not found. */
	text?: string;
	/** Whether a number was asked for. */
	isNumber: boolean;
	/** For fields of type number whose text is one. */
	number?: number;
}

/** A page with all that is looked up in it. */
interface FormPage {
	sheet: Sheet;
	labels: LabelIndex;
	/** Boxes that are, or begin with, a label of any of the fields. */
	known: ReadonlySet<Box>;
	/** Keys of all labels that are looked for. */
	wanted: readonly string[];
	/** Above 0 when labels stand beside labels, so that values are below; under 0 when they stand below each other. */
	votesForBelow: number;
}

/** A page as one field sees it. */
interface FieldPage extends FormPage {
	/** Boxes with another alternative of the field's own label: lines of one label in two languages. */
	siblings: ReadonlySet<Box>;
}

/**
 * Finds the values of fields on a page. A label is matched without regard to case, width, spaces and
 * punctuation, with one wrong character in five forgiven.
 * @param direction the service's `direction` in degrees; negative when unknown
 * @param size of the image in px; without it, percent refer to the extent of the text
 * @returns one entry per definition, in their order
 */
export function readFields(
	blocks: readonly WordsBlock[],
	direction: number,
	definitions: readonly FieldDefinition[],
	size?: PageSize,
): FoundField[] {
	const frames = readFrames(blocks, direction);
	const wanted = definitions.map(({ label = '' }) => alternatives(label));
	const needsLabels = definitions.some(({ findBy }) => findBy === 'label');
	const pages = needsLabels ? frames.map(({ boxes }) => toFormPage(boxes, wanted.flat())) : [];
	return definitions.map((definition, index) => {
		const text =
			definition.findBy === 'region'
				? readRegion(frames, definition, size)
				: findByLabel(pages, wanted[index] ?? [], definition.position ?? 'auto');
		return toField(definition, text);
	});
}

function toField({ name, type }: FieldDefinition, text: string | undefined): FoundField {
	const isNumber = type === 'number';
	if (text === undefined || text === '') return { name, isNumber };
	const number = isNumber ? parseNumber(text) : undefined;
	return { name, isNumber, text, ...(number === undefined ? {} : { number }) };
}

function toFormPage(boxes: readonly Box[], wanted: readonly string[]): FormPage {
	const sheet = new Sheet(boxes);
	const labels = new LabelIndex(sheet);
	const known = new Set(boxes.filter(({ words }) => beginsWithLabel(words, wanted)));
	return { sheet, labels, known, wanted, votesForBelow: votesForBelow(sheet, known) };
}

function beginsWithLabel(words: string, wanted: readonly string[]): boolean {
	return inlineLabels(words)
		.filter(({ isOpen }) => !isOpen)
		.some(({ label }) => printedKeys(label).some((key) => wanted.some((other) => labelDistance(other, key) !== undefined)));
}

/** Labels beside labels have their values below; labels below labels have them beside. */
function votesForBelow(sheet: Sheet, known: ReadonlySet<Box>): number {
	let votes = 0;
	for (const box of known) {
		if (/[:：]/u.test(box.words)) continue;
		const beside = firstBeside(sheet, box, box, (other) => !known.has(other));
		const below = sheet.firstBelow(box);
		if (beside && known.has(beside)) votes++;
		if (below && known.has(below)) votes--;
	}
	return votes;
}

function findByLabel(pages: readonly FormPage[], wanted: readonly string[], position: 'auto' | 'right' | 'below'): string | undefined {
	const fieldPages = pages.map((page): FieldPage => {
		const siblings = new Set([...page.known].filter(({ words }) => beginsWithLabel(words, wanted)));
		return { ...page, siblings };
	});
	for (const key of wanted) {
		for (const page of fieldPages) {
			for (const spot of page.labels.find(key)) {
				const text = valueAt(page, spot, position);
				if (text !== undefined && text !== '') return text;
			}
		}
	}
	return undefined;
}

function valueAt(page: FieldPage, spot: Spot, position: 'auto' | 'right' | 'below'): string | undefined {
	const own = position === 'below' ? '' : withoutNextLabel(page, spot);
	if (own !== '') return joinWords(page.sheet.following(spot.box, (box) => !isLabelLike(page, box)), own);
	const beside = position === 'below' ? undefined : valueBeside(page, spot);
	const below = position === 'right' ? undefined : valueBelow(page, spot);
	if (beside === undefined || below === undefined) return beside ?? below;
	if (spot.hasColon || page.votesForBelow < 0) return beside;
	return page.sheet.isPairedBelow(spot.place) && !isBetweenLines(page, spot) ? below : beside;
}

/** The value behind a label in its own block, without the label of the next value. */
function withoutNextLabel({ wanted }: FormPage, { value, isFollowed }: Spot): string {
	if (!isFollowed) return value;
	if (wanted.some((key) => labelDistance(key, labelKey(value)) !== undefined)) return '';
	const starts = wanted.flatMap((key) => labelAtEnd(value, key) ?? []);
	const end = starts.length > 0 ? Math.min(...starts) : value.search(/[\s,;，；、]\S{1,20}\s*$/u);
	return end < 0 ? value : value.slice(0, end).replace(/[\s,;，；、]+$/u, '');
}

function valueBeside(page: FieldPage, { place, box }: Spot): string | undefined {
	const { sheet } = page;
	const isFree = (other: Box) => !isLabelLike(page, other);
	const first = firstBeside(sheet, place, box, (other) => isOfSameLabel(page, other));
	if (!first || !isFree(first)) return undefined;
	const line = sheet.following(first, isFree);
	const more = sheet.linesBelow(first, place.left, isFree);
	return joinLines([line, ...more.map((next) => sheet.following(next, isFree))]);
}

/** Whether the value beside a label stands between two lines of it, so that the text below is label, too. */
function isBetweenLines(page: FieldPage, { place, box }: Spot): boolean {
	const beside = firstBeside(page.sheet, place, box, (other) => isOfSameLabel(page, other));
	return beside !== undefined && beside !== page.sheet.rightInRow(place, box);
}

/** Whether a line above or below a label may belong to it: it is no label, or says the same in other words. */
function isOfSameLabel(page: FieldPage, other: Box): boolean {
	return page.siblings.has(other) || !isLabelLike(page, other);
}

/** What stands right of a label; beside a label of several lines it may stand between two of them. */
function firstBeside(sheet: Sheet, place: Place, box: Box, isPart: (box: Box) => boolean): Box | undefined {
	const level = sheet.rightInRow(place, box);
	const between = sheet.rightOf(placeOf(sheet.stackOf(box, isPart)));
	return !level || (between && between.right <= level.left) ? between : level;
}

function valueBelow(page: FormPage, { place, box }: Spot): string | undefined {
	const { sheet } = page;
	const isFree = (other: Box) => !isLabelLike(page, other);
	const first = sheet.firstBelow(place);
	if (!first || !isFree(first)) return undefined;
	// What stands under the next label belongs to that one.
	const end = sheet.rightInRow(place, box)?.left ?? Infinity;
	const isOwn = (other: Box) => isFree(other) && other.left < end;
	const more = sheet.linesBelow(first, place.left, (line) => isOwn(line) && !sheet.beginsRow(line, first));
	return joinLines([first, ...more].map((next) => sheet.following(next, isOwn)));
}

function isLabelLike({ known }: FormPage, box: Box): boolean {
	return known.has(box) || isLabelled(box.words);
}

function joinLines(lines: readonly Box[][]): string {
	return lines.map((line) => joinWords(line)).reduce(joinWrapped, '');
}

/** @param start taken instead of the first box's words */
function joinWords(boxes: readonly Box[], start?: string): string {
	return boxes.map(({ words }, index) => (index === 0 && start !== undefined ? start : words)).join(' ');
}
