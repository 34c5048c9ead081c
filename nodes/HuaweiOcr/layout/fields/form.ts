// A page as form fields see it: its texts with what each of them can be.
import { eachInSteps, type Steps } from '../../turns/steps';
import { mayHoldLetters } from '../characters';
import type { Box } from '../page/frame';
import { Cells } from './cells';
import type { PlacedCell } from '../rules/corners';
import { labelKey, printedKeys } from './keys';
import type { WantedLabel } from './keys';
import { readSegments } from './segments';
import type { IsKnown, Segment } from './segments';
import { ALIGNED, Sheet, isAligned, listFor, placeOf } from './sheet';
import type { Place } from './sheet';
import { cleanValue, enumerationLength, isCurrency, isFigures, isRate, isSigns } from './signs';
import type { View } from './views';
import { isLabelWords, labelAtStart } from './vocabulary';
import { countWhile } from '../sorted';

/** What one block can be, by its words alone. */
export interface FormText {
	box: Box;
	segments: Segment[];
	/** A colon, a leader, a line to write on: passed over between label and value. */
	isSigns: boolean;
	isCurrency: boolean;
	/** An amount, a date, a number. */
	isFigures: boolean;
	isRate: boolean;
	/** Where the value begins behind a label that no colon ends: "Order number AB-1", "Crew - North". */
	valueAt?: number;
	/** How much speaks for a label; from `LABEL` on it is taken for one. */
	labelness: number;
}

/** What stands under the heads of columns that came as one block. */
export interface UnderHeads {
	cells: Box[];
	/** Further rows of the same kind stand below. */
	isTable: boolean;
	/** There is one text for each word. */
	isSure: boolean;
}

/** From here on a text is taken for a label. */
export const LABEL = 3;
const ENDS_IN_COLON = 4;
/** A label in front of a colon is at most this long when what follows is no other label's value. */
const SHORT_LABEL = 24;
const SECTIONED = 1.5;
/** Chains of single characters from top to bottom: gaps between them, in text heights. */
const UPRIGHT_GAP = 2.5;
const UPRIGHT_MOST = 12;
/** A row of more texts is no row of labels. */
const MOST_COLUMNS = 12;
/** Values stand no further below heads that came as one block, text heights. */
const HEAD_GAP = 2;
/** So many texts are looked at in one step. */
const IN_ONE_STEP = 256;
const ROWS_IN_ONE_STEP = 32;

/** Characters of one upright label, from top to bottom. */
export type Chain = Box[];

export class FormPage {
	/** Labels of this page come in two languages in one block: "日期 DATE". */
	isBilingual = false;
	/** Labels of this page come in two languages, one below the other. */
	isStacked = false;
	chains: readonly Chain[] = [];
	/** Keys of named labels that a block begins with. */
	readonly begun = new Set<string>();
	/** All texts: they tell how numbers and dates are written here. */
	readonly words: readonly string[];
	/** From left to right. */
	private uprightPlaces: readonly Place[] = [];
	/** By the boxes' numbers. */
	private readonly texts: (FormText | undefined)[];
	private readonly upright = new Set<Box>();
	private upperRows: ReadonlySet<number> = new Set();

	/** @param order place of the page among the frames of an image: 0 for that with most text */
	static *of({ boxes, uprights, askew, angle }: View, isKnown: IsKnown, order: number, cells: readonly PlacedCell[] = []): Steps<FormPage> {
		const page = new FormPage(yield* Sheet.of(boxes), uprights, askew, isKnown, order, new Cells(boxes, cells, angle));
		yield;
		yield* page.look();
		return page;
	}

	private constructor(
		readonly sheet: Sheet,
		readonly uprights: readonly Box[],
		/** Stamps, or short words whose corners were not found well: never a part of other text. */
		readonly askew: ReadonlySet<Box>,
		readonly isKnown: IsKnown,
		readonly order: number,
		readonly cells: Cells,
	) {
		this.texts = listFor(sheet.boxes);
		this.words = sheet.boxes.map(({ words }) => words);
	}

	private *look(): Steps<void> {
		const { sheet: { boxes }, uprights, isKnown } = this;
		yield* eachInSteps(boxes, (box) => {
			this.texts[box.id] = this.toText(box);
		}, IN_ONE_STEP);
		this.chains = yield* this.findChains();
		yield;
		this.uprightPlaces = [...uprights, ...this.chains.map((chain) => placeOf(chain))].sort((a, b) => a.left - b.left);
		for (const chain of this.chains) for (const box of chain) this.upright.add(box);
		const bilingual = boxes.filter(({ words }) => isInTwoLanguages(words));
		this.isBilingual = bilingual.length >= 3 && bilingual.filter(({ words }) => isBilingualLabel(words) || isKnown(words)).length >= 2;
		if (this.isBilingual) for (const box of bilingual) this.raise(box);
		yield;
		yield* this.markSigned();
		yield;
		yield* this.markEntries();
		yield;
		yield* this.markSpread();
		yield;
		let stacked = 0;
		for (const [index, box] of boxes.entries()) {
			if (index % IN_ONE_STEP === 0) yield;
			if (this.isStackedLabel(box) && ++stacked === 2) break;
		}
		this.isStacked = stacked >= 2;
	}

	text(box: Box): FormText {
		return this.texts[box.id] ?? this.toText(box);
	}

	isUpright(box: Box): boolean {
		return this.upright.has(box);
	}

	/** Where the next upright label right of a place begins: what stands behind it belongs to that one. */
	uprightRightOf({ right, middle }: Place): number {
		const low = countWhile(this.uprightPlaces, ({ left }) => left <= right);
		for (let index = low; index < this.uprightPlaces.length; index++) {
			const place = this.uprightPlaces[index];
			if (place && place.top - 0.5 < middle && place.bottom + 0.5 > middle) return place.left;
		}
		return Infinity;
	}

	/** Whether a text is taken for a label by its words. */
	isLabel(box: Box): boolean {
		return this.text(box).labelness >= LABEL;
	}

	private toText(box: Box): FormText {
		const { words } = box;
		const segments = readSegments(words, this.isKnown);
		const first = segments[0];
		const figures = isFigures(words);
		const text = { box, segments, isSigns: isSigns(words), isCurrency: isCurrency(words), isFigures: figures, isRate: isRate(words), labelness: 0 };
		if (text.isSigns || text.isCurrency || !first) return text;
		const whole = first.label ?? words;
		if (this.isKnown(whole)) this.begun.add(labelKey(whole));
		if (this.isKnown(words)) text.labelness = ENDS_IN_COLON;
		else if (first.label !== undefined) {
			const isShort = Array.from(first.label).length <= SHORT_LABEL;
			text.labelness = first.value === '' ? (isShort || segments.length > 1 ? ENDS_IN_COLON : LABEL) : isLabelWords(first.label) || this.isKnown(first.label) ? LABEL + 0.5 : isShort ? LABEL : SECTIONED;
		} else if (isLabelWords(words.slice(enumerationLength(words))) || (isBilingualLabel(words) && !figures)) text.labelness = LABEL;
		return text;
	}

	/** Takes a text for a label. */
	raise(box: Box, valueAt?: number): void {
		const text = this.text(box);
		text.labelness = Math.max(text.labelness, LABEL);
		if (valueAt !== undefined) text.valueAt = valueAt;
	}

	/** Where one sign other than a colon parts label and value in several blocks, it does so in all. */
	private *markSigned(): Steps<void> {
		const found = new Map<string, { box: Box; valueAt: number }[]>();
		yield* eachInSteps(this.sheet.boxes, (box) => {
			const parts = SIGNED.exec(box.words);
			const [whole = '', label = '', sign = ''] = parts ?? [];
			if (!parts || isFigures(label) || this.text(box).segments.some((segment) => segment.label !== undefined)) return;
			const kind = /[-–—―－]/u.test(sign) ? '-' : /[.…·_]/u.test(sign) ? '.' : (sign.normalize('NFKC').trim()[0] ?? '');
			const own = found.get(kind);
			if (own) own.push({ box, valueAt: whole.length });
			else found.set(kind, [{ box, valueAt: whole.length }]);
		});
		for (const boxes of found.values()) {
			// A single one tells it where its words label fields.
			for (const { box, valueAt } of boxes) if (boxes.length >= 3 || isLabelWords(cleanValue(box.words.slice(0, valueAt)))) this.raise(box, valueAt);
		}
		yield* eachInSteps(this.sheet.boxes, (box) => {
			const text = this.text(box);
			if (text.valueAt !== undefined || text.segments.some(({ label }) => label !== undefined) || text.labelness >= LABEL || text.isFigures) return;
			const known = this.knownAtStart(box.words);
			if (known !== undefined) {
				this.begun.add(labelKey(box.words.slice(0, known)));
				this.raise(box, known);
				return;
			}
			const at = labelAtStart(box.words.slice(enumerationLength(box.words)));
			if (at !== undefined && box.words.length <= 60) text.valueAt = at + enumerationLength(box.words);
		}, IN_ONE_STEP);
	}

	/** Where the value begins behind a label that is looked for, without a sign: "Crew North" for "Crew". */
	private knownAtStart(words: string): number | undefined {
		const begin = enumerationLength(words);
		for (const space of [...words.slice(begin).matchAll(/\s+/gu)].slice(0, 5)) {
			if (this.isKnown(words.slice(begin, begin + space.index))) return begin + space.index + space[0].length;
		}
		return undefined;
	}

	/** Where several entries of a list are a Chinese word, a space and more, all are. */
	private *markEntries(): Steps<void> {
		const seen = new Set<Box>();
		yield* eachInSteps(this.sheet.boxes, (box) => {
			if (seen.has(box) || !ENTRY.test(box.words)) return;
			const mates = [box, ...this.sheet.inColumn(box, MOST_ENTRIES)].filter((mate) => ENTRY.test(mate.words));
			for (const mate of mates) seen.add(mate);
			const isTold = mates.some((mate) => this.text(mate).valueAt !== undefined);
			const words = new Set(mates.map((mate) => ENTRY.exec(mate.words)?.[0]));
			if (words.size < (isTold ? 3 : ENOUGH_ENTRIES)) return;
			for (const mate of mates) {
				const text = this.text(mate);
				text.valueAt ??= ENTRY.exec(mate.words)?.[0].length ?? 0;
			}
		}, IN_ONE_STEP);
	}

	/** Single characters that stand evenly far apart at an edge where others do: labels set wide. */
	private *markSpread(): Steps<void> {
		const runs: Box[][] = [];
		for (const [index, row] of this.sheet.rows.entries()) {
			if (index % IN_ONE_STEP === 0) yield;
			let run: Box[] = [];
			const end = () => {
				if (run.length >= 2) runs.push(run);
				run = [];
			};
			for (const box of row.boxes) {
				const last = run[run.length - 1];
				const gap = last ? box.left - last.right : 0;
				if (!isHanCharacter(box.words)) end();
				else if (!last || (gap > 0.4 && gap < SPREAD && (run.length < 2 || Math.abs(gap - (last.left - (run[run.length - 2] as Box).right)) < 1))) run.push(box);
				else {
					end();
					run = [box];
				}
			}
			end();
		}
		yield;
		runs.sort((a, b) => (a[0] as Box).left - (b[0] as Box).left);
		const leftOf = (index: number) => runs[index]?.[0]?.left ?? Infinity;
		for (const [index, run] of runs.entries()) {
			// Of the others the nearest stand beside it in this order.
			const hasMate = [index - 1, index + 1].some((other) => Math.abs(leftOf(other) - leftOf(index)) < 0.6);
			if (hasMate) for (const box of run) this.raise(box);
		}
	}

	/**
	 * What stands under a block that may be the heads of columns in one: words without a sign or figure, over a row of several
	 * texts, or over a text of as many words, none of which is a label and some of which are figures.
	 */
	underHeads(box: Box): UnderHeads | undefined {
		const { words } = box;
		const { segments, isSigns: isSign } = this.text(box);
		const parts = words.trim().split(/\s+/u);
		if (isSign || /\p{N}/u.test(words) || parts.length < 2 || parts.length > MOST_COLUMNS || segments.some(({ label }) => label !== undefined)) return undefined;
		const inside = (from: Box) => (this.sheet.below(from, box.left - ALIGNED, box.right + ALIGNED, 1, HEAD_GAP)[0] ?? []).filter((cell) => cell.left > box.left - ALIGNED && (cell.left + cell.right) / 2 < box.right + ALIGNED && !this.text(cell).isSigns);
		const cells = inside(box);
		const isTable = cells.some((cell) => inside(cell).some((next) => Math.abs(next.left - cell.left) < ALIGNED && this.text(next).isFigures === this.text(cell).isFigures));
		const isPlain = cells.every((cell) => !this.isLabel(cell) && this.text(cell).valueAt === undefined && !this.isKnown(cell.words));
		if (!isPlain || cells.length > parts.length) return undefined;
		if (cells.length >= 2) return cells.some((cell) => this.text(cell).isFigures) ? { cells, isTable, isSure: cells.length === parts.length } : undefined;
		const [only] = cells;
		const under = only?.words.trim().split(/\s+/u) ?? [];
		return only && parts.length >= 3 && under.length === parts.length && under.some((word) => isFigures(word)) && Math.abs(only.left - box.left) < ALIGNED ? { cells, isTable, isSure: false } : undefined;
	}

	/** Whether a label stands in a row of labels over a row of their values. To be asked after `lookForUpperRows`. */
	isOverValues(box: Box): boolean {
		return this.upperRows.has(this.sheet.rowIndex(box));
	}

	/** Looks for rows of labels over rows of values, when all that is a label by its place is known. */
	*lookForUpperRows(): Steps<void> {
		this.upperRows = yield* this.findUpperRows();
	}

	/**
	 * Rows of labels over values. Besides those that show it by themselves: rows with a text at each edge of a grid, in
	 * which every second row is in larger type and has gaps or figures, and rows at the edges of other rows of labels with few values below.
	 */
	private *findUpperRows(): Steps<Set<number>> {
		const { rows } = this.sheet;
		const found = new Set<number>();
		const isWords = (index: number) => {
			const boxes = rows[index]?.boxes ?? [];
			return boxes.length >= 3 && boxes.length <= MOST_COLUMNS && !boxes.some((box) => this.text(box).isFigures || this.text(box).valueAt !== undefined || this.text(box).segments.some(({ label }) => label !== undefined));
		};
		const isAlike = (index: number, other: number) => (rows[index]?.boxes ?? []).filter((box) => rows[other]?.boxes.some(({ left }) => Math.abs(left - box.left) < ALIGNED)).length >= 3;
		for (const index of rows.keys()) {
			if (index % ROWS_IN_ONE_STEP === 0) yield;
			if (found.has(index - 1)) continue;
			const isOfGrid = isWords(index) && !isWords(index + 1) && [index - 2, index + 2].some((other) => isWords(other) && isAlike(index, other)) && this.sheet.isOverLarger(index) && this.sheet.isOverColumns(index, (box) => this.text(box).isFigures);
			if (isOfGrid || this.sheet.isUpperRow(index, (box) => this.text(box).isFigures, (box) => this.isLabel(box))) found.add(index);
		}
		yield;
		const edges = new Set([...found].flatMap((index) => (rows[index]?.boxes ?? []).map(({ left }) => Math.round(left))));
		const isAtEdge = ({ left }: Box) => [-1, 0, 1].some((off) => edges.has(Math.round(left) + off));
		const alike = [...rows.keys()].filter((index) => !found.has(index - 1) && !found.has(index) && isWords(index) && rows[index]?.boxes.every(isAtEdge));
		for (const index of alike) if (!found.has(index - 1)) found.add(index);
		return found;
	}

	private isStackedLabel(box: Box): boolean {
		if (!mayBeTranslated(box.words)) return false;
		const below = this.sheet.nextLine(box);
		return below !== undefined && isTranslationOf(box.words, below.words) && isLabelWords(box.words) && isLabelWords(below.words);
	}

	/** Whether a character is the first or last one of a word set wide apart, as those of "名 称" over "住 所". */
	private isSpread(box: Box): boolean {
		return [-1, 1].some((step) => {
			const other = this.sheet.neighbour(box, step);
			return other !== undefined && isHanCharacter(other.words[0] ?? '') && Array.from(other.words).length <= 2 && Math.max(other.left - box.right, box.left - other.right) < SPREAD;
		});
	}

	/** Single Chinese characters one below the other. */
	private *findChains(): Steps<Chain[]> {
		const characters = this.sheet.boxes.filter(({ words }) => isHanCharacter(words));
		yield;
		const isCharacter = new Set(characters);
		/** For each character the one below it. */
		const below = new Map<Box, Box>();
		yield* eachInSteps(characters, (box) => {
			const next = this.sheet.firstBelow(box, box.left, box.right, UPRIGHT_GAP);
			if (next && isCharacter.has(next) && isAligned(next, box)) below.set(box, next);
		}, IN_ONE_STEP);
		const spread = new Set<Box>();
		yield* eachInSteps(characters, (box) => {
			if (this.isSpread(box)) spread.add(box);
		}, IN_ONE_STEP);
		const chains: Chain[] = [];
		const used = new Set<Box>();
		yield* eachInSteps(characters, (box) => {
			if (used.has(box)) return;
			const chain = [box];
			for (let next = below.get(box); next && !used.has(next) && chain.length < UPRIGHT_MOST; next = below.get(next)) chain.push(next);
			if (chain.length < 2 || chain.filter((each) => spread.has(each)).length * 2 >= chain.length) return;
			for (const each of chain) used.add(each);
			chains.push(chain);
		}, IN_ONE_STEP);
		return chains;
	}
}

/** Further than this from each other single characters of a row are no word. */
const SPREAD = 9;

function isHanCharacter(words: string): boolean {
	return /^\p{Script=Han}$/u.test(words);
}

/** An entry of a list: a short word, a space, and what follows; Latin letters may be the label in another language. */
const ENTRY = /^\p{Script=Han}{2,6}\s+(?=[^\s\p{Script=Latin}])/u;
const MOST_ENTRIES = 24;
/** So many entries tell themselves, though the words of none are known. */
const ENOUGH_ENTRIES = 4;

/** A short label, a sign that is no colon, and what follows. */
const SIGNED = /^(\S.{0,23}?)(\s+[-–—―－]\s+|[-–—―－]\s+|\s*[-–—―－]$|\s*[=＝|｜;；]\s*|\s*(?:[.·_]\s*){2,}|\s*…+\s*)/u;

const LATIN_ONLY = /^[^\p{Script=Han}\d]*\p{Script=Latin}[^\p{Script=Han}\d]*$/u;
const HAN_ONLY = /^[^\p{Script=Latin}\d]*\p{Script=Han}[^\p{Script=Latin}\d]*$/u;

/** Whether a text is in one language, as both of a label's must be. */
function mayBeTranslated(words: string): boolean {
	return HAN_ONLY.test(words) || LATIN_ONLY.test(words);
}

/** Whether two texts may say the same in two languages: one in Chinese, one in Latin letters, no figures. */
export function isTranslationOf(a: string, b: string): boolean {
	return (HAN_ONLY.test(a) && LATIN_ONLY.test(b)) || (LATIN_ONLY.test(a) && HAN_ONLY.test(b));
}

const TWO_LANGUAGES = /^(\p{Script=Han}[\p{Script=Han}、&\s]*)[\s(（/:：]*(\p{Script=Latin}[\p{Script=Latin}\s.&'/-]*)[)）:：]*$|^(\p{Script=Latin}[\p{Script=Latin}\s.&'/-]*)[\s(（/]*(\p{Script=Han}+)[)）:：]*$/u;

/** Chinese words and Latin ones in one block, no figures. */
function isInTwoLanguages(words: string): boolean {
	return words.length <= 40 && TWO_LANGUAGES.test(words);
}

/** A short label in two languages in one block: "座位号 SEAT NO", "Name 姓名", "有效期（EXPIRY)". */
function isBilingualLabel(words: string): boolean {
	const parts = TWO_LANGUAGES.exec(words);
	if (!parts || words.length > 40) return false;
	const [, han = parts[4] ?? '', latin = parts[3] ?? ''] = parts;
	return isLabelWords(han) || isLabelWords(latin);
}

/** Tells whether a text is one of the labels that are looked for. */
export function knownLabels(wanted: readonly WantedLabel[]): IsKnown {
	const known = new Set(wanted.map(({ key }) => key));
	const longest = Math.max(0, ...wanted.map(({ key }) => key.length));
	const haveLetters = wanted.every(({ key }) => /\p{L}/u.test(key));
	return (text) => known.size > 0 && text.length <= 3 * longest + 8 && (!haveLetters || mayHoldLetters(text)) && printedKeys(text).some((key) => known.has(key));
}
