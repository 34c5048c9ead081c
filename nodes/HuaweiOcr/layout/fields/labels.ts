// Where on a page labels stand: those that are named, and those that nobody named.
import { eachInSteps, type Steps } from '../../turns/steps';
import type { Box } from '../page/frame';
import { characterWidth, mayHoldLetters } from '../characters';
import { foldText, labelDistance, labelKey, printedKeys } from './keys';
import type { FoldedText, WantedLabel } from './keys';
import { codeRun, countTold, followerWithin, isCodeLike, isLetterheadLabel } from './followers';
import { isTranslationOf, LABEL } from './form';
import type { Chain, FormPage } from './form';
import { endOfValue, readSegments, withoutSeparator } from './segments';
import type { Segment } from './segments';
import { isAligned, overlap, placeOf } from './sheet';
import type { Place } from './sheet';
import { cleanValue, enumerationLength, isNoWord, readBehind } from './signs';
import type { Sign } from './signs';
import { expectationOf, isLabelWords } from './vocabulary';

/** A part of a block. */
export interface BlockPart {
	box: Box;
	text: string;
	/** Code units of the block's words. */
	from: number;
	to: number;
}

/** A place where a label stands. */
export interface Label {
	page: FormPage;
	/** Which of the wanted labels it is; undefined for a label that nobody named. */
	wanted?: number;
	alternative: number;
	/** What was asked for, as it is compared; absent for a label that nobody named. */
	key?: string;
	/** As printed. */
	words: string;
	boxes: Box[];
	place: Place;
	sign: Sign;
	/** What stands behind the label in its own block. */
	inline?: BlockPart;
	/** Its value among those of other labels, in one block below. */
	packed?: BlockPart;
	/** The label begins behind other text of its block. */
	isBehindText: boolean;
	/** Free text stands before the label, and only the figures behind it tell that it is one. */
	isAmongText?: true;
	/** The value holds what looks like the next label with its own value. */
	hasLabelInside?: true;
	/** Characters that stand one below the other: the value is beside all of them. */
	isUpright: boolean;
	/** Wrong characters. */
	mistakes: number;
	/** Misread, or with words behind it, and elsewhere the label stands right and by itself. */
	isWeaker?: boolean;
	/** The section's name is part of the printed label. */
	hasSection?: true;
	/** Less is better; 0 for a block that is the label and nothing else. */
	cost: number;
}

/** Costs of places that are less sure to be the label; a wrong character weighs more than all of them. */
const COST = { partOfLabel: 1, putTogether: 2, behindText: 3, glued: 4, mistake: 10 };
/** Parts of a label stand at most this far apart; single characters spread over a cell further. */
const PART_GAP = 1.5;
const SECTION_GAP = 2.5;
const SPREAD_GAP = 9;
const MOST_PARTS = 8;
const STACK_GAP = 0.7;
const MOST_LINES = 4;
const MOST_OCCURRENCES = 3;
/** No form has a label at so many places: it is looked for no further. Those that count are taken from among the first. */
const MOST_PLACES = 1000;
/** So many texts are compared with the labels in one step. */
const IN_ONE_STEP = 16;
const UNNAMED_IN_ONE_STEP = 256;

/** A function of a text that reckons once for each text. */
function remember<Result>(reckon: (text: string) => Result): (text: string) => Result {
	const known = new Map<string, Result>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const result = reckon(text);
		known.set(text, result);
		return result;
	};
}

/** Label texts by which a block part is compared: without enumeration, rate and currency. */
function comparedKeys(label: string): string[] {
	const plain = label.slice(enumerationLength(label));
	const bare = plain.replace(/\s*[@＠]?\s*\d{1,3}(?:[.,]\d{1,3})?\s*[%％]\s*$/u, '').replace(/\s*[(（]?\s*(?:\p{Sc}|USD|EUR|CNY|RMB|RM|GBP|CHF|INR|MYR|SGD)\s*[)）]?\s*$/u, '');
	const texts = [label, plain, bare].filter((text, index, all) => text !== '' && all.indexOf(text) === index);
	return [...new Set(texts.flatMap(printedKeys))];
}

/**
 * All places of the wanted labels on a page.
 * @param wanted the alternatives of each label
 */
export function* findNamedLabels(page: FormPage, wanted: readonly (readonly WantedLabel[])[]): Steps<Label[]> {
	const keys = new WantedKeys(wanted);
	const finder = new LabelFinder(page, keys);
	yield* eachInSteps(page.sheet.boxes, (box) => finder.addBox(box), IN_ONE_STEP);
	for (const chain of page.chains) finder.addChain(chain);
	for (const box of page.uprights) finder.addUpright(box);
	return finder.best();
}

interface WantedKey {
	key: string;
	wanted: number;
	alternative: number;
	/** The key holds the section's name, too. */
	hasSection?: true;
}

class WantedKeys {
	readonly entries: WantedKey[] = [];
	readonly longest: number;
	/** No text without a letter can be one of them, misread or not. */
	readonly areWords: boolean;

	constructor(wanted: readonly (readonly WantedLabel[])[]) {
		for (const [index, alternatives] of wanted.entries()) {
			for (const [alternative, { key, section }] of alternatives.entries()) {
				this.entries.push({ key, wanted: index, alternative });
				// "Seller > Name" may be printed as one label.
				if (section !== undefined) this.entries.push({ key: section + key, wanted: index, alternative, hasSection: true });
			}
		}
		this.longest = Math.max(0, ...this.entries.map(({ key }) => key.length));
		this.areWords = this.entries.every(({ key }) => /\p{L}{2}/u.test(key) && (key.match(/\p{L}/gu) ?? []).length * 2 > key.length);
	}
}

type Found = Omit<Label, 'page' | 'wanted' | 'key' | 'alternative' | 'mistakes'>;

class LabelFinder {
	private readonly found = new Map<string, Label>();
	private readonly ids = new Map<Box, number>();
	/** Keys that are still looked for. */
	private open: readonly WantedKey[];
	/** Places of each wanted label. */
	private readonly counts = new Map<number, number>();
	/** Of texts that were seen before, since forms and tables repeat them. */
	private readonly folded = remember(foldText);
	private readonly comparedKeys = remember(comparedKeys);

	constructor(
		private readonly page: FormPage,
		private readonly keys: WantedKeys,
	) {
		this.open = keys.entries;
		for (const [index, box] of page.sheet.boxes.entries()) this.ids.set(box, index);
	}

	best(): Label[] {
		const found = [...this.found.values()];
		const packed = new Set(found.flatMap((label) => (label.packed ? [`${label.wanted} ${this.ids.get(label.boxes[0] as Box)}`] : [])));
		const labels = found.filter((label) => label.packed !== undefined || !packed.has(`${label.wanted} ${this.ids.get(label.boxes[0] as Box)}`));
		const isWhole = ({ sign, inline, packed, isAmongText }: Label) => !isAmongText && ((inline === undefined && packed === undefined) || sign === 'colon' || sign === 'mark');
		const whole = new Set(labels.filter((label) => label.mistakes === 0 && isWhole(label)).map((label) => label.wanted));
		const isWeaker = (label: Label) => whole.has(label.wanted) && (label.mistakes > 0 || !isWhole(label)) && (label.sign !== 'figure' || label.isAmongText === true);
		return labels.map((label) => (isWeaker(label) ? { ...label, isWeaker: true } : label));
	}

	addBox(box: Box): void {
		if (this.open.length === 0 || (this.keys.areWords && !mayHoldLetters(box.words))) return;
		const folded = this.folded(box.words);
		const text = this.page.text(box);
		const exact = new Set<string>();
		for (const entry of this.open) {
			if (folded.key.length < entry.key.length) continue;
			for (const found of this.occurrences(box, folded, entry.key)) {
				exact.add(entry.key);
				this.add(found, entry, 0);
			}
		}
		for (const segment of text.segments) {
			const words = segment.label ?? (text.segments.length === 1 ? box.words : undefined);
			if (words === undefined) continue;
			this.addPiece(box, words, segment, exact);
		}
		this.addPacked(box, folded);
		this.addHeads(box, folded);
		this.addSpread(box);
		this.addStack(box);
	}

	/** A whole label of a block, one character in five may be wrong. */
	private addPiece(box: Box, words: string, segment: Segment, exact: ReadonlySet<string>): void {
		for (const [order, key] of this.comparedKeys(words).entries()) {
			if (key.length > this.keys.longest * 1.25 + 1) continue;
			for (const entry of this.open) {
				const distance = labelDistance(entry.key, key);
				if (distance === undefined || (distance > 0 && exact.has(entry.key))) continue;
				const isLabel = segment.label !== undefined;
				const from = isLabel ? segment.labelFrom : 0;
				this.add(
					{
						words,
						boxes: [box],
						place: isLabel ? partPlace(box, from, segment.labelTo) : box,
						sign: isLabel ? 'colon' : 'none',
						...(isLabel && segment.value !== '' ? { inline: { box, text: segment.value, from: segment.valueFrom, to: segment.valueTo } } : {}),
						isBehindText: from > 0,
						isUpright: false,
						cost: order > 0 ? COST.partOfLabel : 0,
					},
					entry,
					distance,
				);
			}
		}
	}

	/** Places of a key in a block where a label may begin and end. */
	private *occurrences(box: Box, folded: FoldedText, key: string): Generator<Found> {
		let at = -1;
		for (let count = 0; count < MOST_OCCURRENCES; count++) {
			at = folded.key.indexOf(key, at + 1);
			if (at < 0) return;
			const from = folded.from[at] ?? 0;
			const to = folded.to[at + key.length - 1] ?? box.words.length;
			const found = this.occurrence(box, from, to);
			if (found) yield found;
		}
	}

	private occurrence(box: Box, from: number, to: number): Found | undefined {
		const { words } = box;
		const [before, rest] = [words.slice(0, from), words.slice(to)];
		const starts = isNoWord(before);
		const start = starts ? 'free' : boundary(before, words.slice(from));
		const end = rest === '' ? 'free' : boundary(words.slice(0, to), rest);
		const behind = readBehind(rest);
		const isCode = behind.sign !== 'colon' && behind.sign !== 'mark' && isCodeLike(behind.value);
		const base = { words: words.slice(from, to), boxes: [box], isUpright: false };
		const place = partPlace(box, starts ? 0 : from, to);
		const own = labelKey(words.slice(from, to));
		const inlineOf = (value: string, offset: number) => {
			const length = (behind.sign === 'figure' || isCode) && !starts ? codeRun(value) : endOfValue(value, this.page.isKnown, (next) => labelKey(next) === own || this.page.begun.has(labelKey(next)));
			const text = withoutSeparator(cleanValue(value.slice(0, length)), length < value.length);
			return text === '' ? {} : { inline: { box, text, from: to + offset, to: to + offset + length } };
		};
		if (end === 'none' || start === 'none') return undefined;
		if (!starts) {
			const isAmongText = isCode && this.isToldByFigures(box, from, words.slice(from, to));
			// Behind a text in another script the label is the second half of one in two languages.
			const isHalf = isTranslationOf(before, words.slice(from, to)) && behind.sign !== 'space';
			const isBehindValue = /[\d)\]%]\s*[,;，；、]?\s*$/u.test(before) || (start === 'glued' && behind.sign === 'colon' && /[\d年月日元]$/u.test(before)) || this.isOpen(box, from);
			// An alternative with a box to tick before it.
			if (/[□☐☑☒■◻◼√✓✔]\s*$/u.test(before)) return { ...base, place, sign: 'none', isBehindText: true, cost: COST.behindText };
			if (!isHalf && !isBehindValue && !isAmongText) return undefined;
			if (!isHalf && behind.value !== '' && behind.sign !== 'colon' && behind.sign !== 'figure' && !isCode) return undefined;
			if (isHalf) return { ...base, place: partPlace(box, 0, to), sign: behind.sign, ...inlineOf(behind.value, behind.at), isBehindText: false, cost: COST.partOfLabel };
			const sign = isCode ? 'figure' : behind.sign;
			const isUnsure = isCode && (isAmongText || this.isOpen(box, from)) && !/[\d)%]\s*[,;，；、]?\s*$/u.test(before) && countTold(words) < 2;
			return { ...base, place, sign, ...inlineOf(behind.value, behind.at), isBehindText: true, ...(isUnsure ? { isAmongText: true as const } : {}), cost: COST.behindText };
		}
		if (end === 'glued' && behind.sign === 'none') {
			if (isLabelWords(words) || isLabelWords(behind.value) || words.length > 20) return undefined;
			return { ...base, place, sign: 'none', ...inlineOf(behind.value, behind.at), isBehindText: false, cost: COST.glued };
		}
		if (behind.value === '') return { ...base, place: partPlace(box, 0, words.length), sign: behind.sign, isBehindText: false, cost: rest === '' ? 0 : 0.5 };
		if (behind.sign !== 'colon') {
			const next = readSegments(behind.value, this.page.isKnown)[0];
			if (next?.label !== undefined && next.labelFrom === 0) {
				// The label goes on ("Invoice Date:" for "Invoice"), or the next label follows at once.
				return this.page.isKnown(next.label) ? { ...base, place, sign: 'none', isBehindText: false, cost: COST.partOfLabel } : undefined;
			}
			if (behind.sign === 'space' || behind.sign === 'none') {
				if (isTranslationOf(words.slice(from, to), behind.value) && (this.page.isBilingual || isLabelWords(behind.value))) {
					return { ...base, place: box, sign: 'none', isBehindText: false, cost: COST.partOfLabel };
				}
				if (isLabelWords(behind.value) || this.page.isKnown(behind.value)) return undefined;
				if (this.beginsWithKnown(behind.value)) return { ...base, place, sign: 'none', isBehindText: false, cost: COST.partOfLabel };
			}
		}
		return { ...base, place, sign: behind.sign, ...inlineOf(behind.value, behind.at), isBehindText: false, cost: behind.sign === 'colon' || behind.sign === 'mark' ? 0.5 : COST.putTogether };
	}

	private beginsWithKnown(text: string): boolean {
		return [...text.matchAll(/\S+/gu)].slice(0, 4).some((word) => this.page.isKnown(text.slice(0, word.index + word[0].length)));
	}

	/**
	 * Labels side by side in one block over a block with their values: as many words as labels, so that they pair in
	 * their order.
	 */
	private addPacked(box: Box, folded: FoldedText): void {
		const places: (WantedKey & { from: number; to: number })[] = [];
		for (const entry of this.open) {
			const own = wordsAt(box, folded, entry.key);
			if (own && !places.some((other) => own.from < other.to && own.to > other.from)) places.push({ ...entry, ...own });
		}
		places.sort((a, b) => a.from - b.from);
		// A label in two languages is one label, and what has a value behind a colon needs none below.
		const labels = places.filter(({ key, from }, index) => {
			const before = places[index - 1];
			return !before || !isTranslationOf(before.key, key) || !/^[\s/|｜(（]*$/u.test(box.words.slice(before.to, from));
		});
		const isTold = this.page.text(box).segments.some(({ label, value }) => label !== undefined && value !== '');
		if (isTold || new Set(labels.map(({ wanted }) => wanted)).size < 2) return;
		const values = this.page.sheet.below(box, box.left, box.right, 1)[0]?.reduce((widest, other) => (overlap(other, box) > overlap(widest, box) ? other : widest));
		if (!values) return;
		const wordsIn = (text: string) => (text.match(/[^\s:：|｜,;，；.]+/gu) ?? []).length;
		const tokens = [...values.words.matchAll(/\S+/gu)];
		let [before, end] = [0, 0];
		const order = places.map((place) => {
			before += wordsIn(box.words.slice(end, place.from));
			end = place.to;
			return before++;
		});
		// Words that end in a colon are labels themselves.
		if (before + wordsIn(box.words.slice(end)) !== tokens.length || tokens.some(([token]) => /.[:：]$/u.test(token))) return;
		for (const [index, place] of places.entries()) {
			const token = tokens[order[index] ?? -1];
			if (!token) continue;
			const packed = { box: values, text: token[0], from: token.index, to: token.index + token[0].length };
			this.add({ words: box.words.slice(place.from, place.to), boxes: [box], place: partPlace(box, place.from, place.to), sign: 'none', packed, isBehindText: place.from > 0, isUpright: false, cost: COST.putTogether }, place, 0);
		}
	}

	/** Heads of columns in one block over one row of values, each under its head. */
	private addHeads(box: Box, folded: FoldedText): void {
		if (!this.keys.entries.some(({ key }) => folded.key.includes(key))) return;
		const { cells = [], isTable = false, isSure = false } = this.page.underHeads(box) ?? {};
		if (cells.length < 2 || isTable) return;
		for (const entry of this.keys.entries) {
			const own = wordsAt(box, folded, entry.key);
			if (!own || (own.from === 0 && own.to === box.words.length)) continue;
			const { from, to } = own;
			const place = partPlace(box, from, to);
			const cell = isSure ? nthCell(box.words.slice(0, from), box.words.slice(from, to)) : onlyCell(place, from, to);
			if (!cell) continue;
			const packed = { box: cell, text: cell.words, from: 0, to: cell.words.length };
			this.add({ words: box.words.slice(from, to), boxes: [box], place, sign: 'none', packed, isBehindText: from > 0, isUpright: false, cost: COST.putTogether }, entry, 0);
		}

		/** With a text for each word, they pair in their order. */
		function nthCell(before: string, words: string): Box | undefined {
			return /\s/u.test(words.trim()) ? undefined : cells[before.trim() === '' ? 0 : before.trim().split(/\s+/u).length];
		}

		/** The only text under a head, which stands under no other one. */
		function onlyCell(place: Place, from: number, to: number): Box | undefined {
			const [cell, ...more] = cells.filter((each) => overlap(each, place) > 0.5);
			const isOthers = [...box.words.matchAll(/\S+/gu)].some((word) => {
				const end = word.index + word[0].length;
				return (end <= from || word.index >= to) && cell !== undefined && overlap(partPlace(box, word.index, end), cell) > 0.4;
			});
			return more.length > 0 || isOthers ? undefined : cell;
		}
	}

	/** Whether a label behind free text is one that figures follow: "Norwich Tel 01603 555014". */
	private isToldByFigures({ words }: Box, from: number, label: string): boolean {
		if (isLetterheadLabel(label)) return true;
		const isGlued = boundary(words.slice(0, from), label) === 'glued';
		return !isGlued && expectationOf(label) !== undefined && /^[\p{Lu}\p{Script=Han}]/u.test(label);
	}

	/** Whether a place in a block lies in the value of another label. */
	private isOpen(box: Box, from: number): boolean {
		return this.page.text(box).segments.some(({ label, valueFrom }) => label !== undefined && valueFrom < from);
	}

	/** A label in several blocks of a row: "姓" and "名：". */
	private addSpread(first: Box): void {
		const parts = [first];
		let joined = labelKey(first.words);
		for (let step = 1; step < MOST_PARTS && joined.length <= this.keys.longest + 2; step++) {
			const box = this.page.sheet.neighbour(first, step);
			const last = parts[parts.length - 1];
			if (!box || !last || /[:：]/u.test(last.words)) return;
			const segment = this.page.text(box).segments[0];
			const label = segment?.label ?? box.words;
			const isShort = Array.from(last.words).length <= 2 && Array.from(label).length <= 3;
			const gap = box.left - last.right;
			const isSection = gap <= SECTION_GAP && segment?.label !== undefined;
			if (gap > (isShort ? SPREAD_GAP : isSection ? SECTION_GAP : PART_GAP)) return;
			parts.push(box);
			joined += labelKey(label);
			this.addParts(parts, joined);
		}
	}

	/** A label in several lines of a cell. */
	private addStack(first: Box): void {
		const parts = [first];
		let joined = labelKey(first.words);
		while (parts.length < MOST_LINES && joined.length <= this.keys.longest + 2) {
			const last = parts[parts.length - 1];
			if (!last || /[:：]/u.test(last.words)) return;
			const next = this.page.sheet.below(last, last.left, last.right, 1, STACK_GAP)[0]?.find((box) => isAligned(box, last) || overlap(box, last) > 0.7);
			if (!next || (first.words.length === 1 && next.words.length === 1)) return;
			parts.push(next);
			joined += labelKey(this.page.text(next).segments[0]?.label ?? next.words);
			this.addParts(parts, joined);
		}
	}

	private addParts(parts: readonly Box[], key: string): void {
		if (key.length > this.keys.longest * 1.25 + 1) return;
		for (const entry of this.open) {
			const distance = labelDistance(entry.key, key);
			// Put together and misread is too much to forgive.
			if (distance === undefined || distance * 8 > key.length) continue;
			const box = parts[parts.length - 1] as Box;
			const segment = this.page.text(box).segments[0];
			const isLabel = segment?.label !== undefined;
			this.add(
				{
					words: parts.map(({ words }) => words).join(' '),
					boxes: [...parts],
					place: placeOf(parts),
					sign: isLabel ? 'colon' : 'none',
					...(isLabel && segment.value !== '' ? { inline: { box, text: segment.value, from: segment.valueFrom, to: segment.valueTo } } : {}),
					isBehindText: false,
					isUpright: false,
					cost: COST.putTogether,
				},
				entry,
				distance,
			);
		}
	}

	/** A label whose characters stand one below the other, or the end of such a chain. */
	addChain(chain: Chain): void {
		for (const entry of this.open) {
			const characters = Array.from(entry.key);
			for (let from = 0; from + characters.length <= chain.length; from++) {
				const boxes = chain.slice(from, from + characters.length);
				if (characters.length < 2 || boxes.map(({ words }) => words).join('') !== entry.key) continue;
				this.add({ words: entry.key, boxes, place: placeOf(boxes), sign: 'none', isBehindText: false, isUpright: true, cost: COST.putTogether }, entry, 0);
			}
		}
	}

	/** A label that runs up or down as one block. */
	addUpright(box: Box): void {
		for (const key of printedKeys(box.words)) {
			for (const entry of this.open) {
				const distance = labelDistance(entry.key, key);
				if (distance !== undefined) this.add({ words: box.words, boxes: [box], place: box, sign: 'none', isBehindText: false, isUpright: true, cost: COST.putTogether }, entry, distance);
			}
		}
	}

	private add(found: Found, { key, wanted, alternative, hasSection }: WantedKey, mistakes: number): void {
		const id = `${wanted} ${found.boxes.map((box) => this.ids.get(box)).join(',')} ${found.packed ? 'packed' : ''}${found.inline?.from ?? (found.isBehindText ? 'behind' : '')}`;
		const cost = found.cost + mistakes * COST.mistake;
		const before = this.found.get(id);
		if (before && (before.alternative < alternative || (before.alternative === alternative && before.cost <= cost))) return;
		if (!before) this.count(wanted);
		this.found.set(id, { ...withoutFollower(found), page: this.page, wanted, key, alternative, mistakes, cost, ...(hasSection ? { hasSection } : {}) });
	}

	private count(wanted: number): void {
		const count = (this.counts.get(wanted) ?? 0) + 1;
		this.counts.set(wanted, count);
		if (count === MOST_PLACES) this.open = this.open.filter((entry) => entry.wanted !== wanted);
	}
}

/** Where a key of two characters or more first stands in a block, as words of their own. */
function wordsAt({ words }: Box, folded: FoldedText, key: string): { from: number; to: number } | undefined {
	const at = folded.key.indexOf(key);
	const [from, to] = [folded.from[at], folded.to[at + key.length - 1]];
	if (at < 0 || from === undefined || to === undefined || key.length < 2) return undefined;
	return /[\p{L}\p{N}]$/u.test(words.slice(0, from)) || /^[\p{L}\p{N}]/u.test(words.slice(to)) ? undefined : { from, to };
}

/** A label whose value ends where the next label begins, though no sign tells that one. */
function withoutFollower<T extends { words: string; sign: Sign; inline?: BlockPart }>(label: T): T & { hasLabelInside?: true } {
	const { inline, words } = label;
	const follower = inline && followerWithin(inline.text, words);
	if (!follower || (follower.isWeak && label.sign === 'colon')) return label;
	if (!follower.isSure) return { ...label, hasLabelInside: true };
	const text = withoutSeparator(cleanValue(inline.text.slice(0, follower.at)), true);
	return { ...label, inline: { ...inline, text, to: inline.from + follower.at } };
}

/** How a text ends before another one: with a space or sign, with another kind of letter, within a word. */
function boundary(before: string, after: string): 'word' | 'glued' | 'none' {
	const last = Array.from(before.slice(-2)).pop() ?? '';
	const [next = ''] = Array.from(after.slice(0, 2));
	const kind = (character: string) =>
		/\p{Script=Han}/u.test(character) ? 'han' : /\p{L}|\p{M}/u.test(character) ? 'letter' : /\p{N}/u.test(character) ? 'figure' : 'sign';
	if (kind(last) === 'sign' || kind(next) === 'sign' || kind(last) !== kind(next)) return 'word';
	return kind(last) === 'han' ? 'glued' : 'none';
}

/** The place of a part of a block, by the usual width of its characters. */
export function partPlace(box: Box, from: number, to: number): Place {
	if (from <= 0 && to >= box.words.length) return box;
	const width = (text: string) => Array.from(text).reduce((sum, character) => sum + characterWidth(character), 0);
	const all = Math.max(width(box.words), 0.5);
	const at = (index: number) => box.left + ((box.right - box.left) * width(box.words.slice(0, index))) / all;
	return { left: at(Math.max(0, from)), right: at(to), top: box.top, bottom: box.bottom, middle: box.middle };
}

function signedSegment({ words }: Box, valueAt: number): Segment {
	const value = cleanValue(words.slice(valueAt));
	return { label: cleanLabel(words.slice(0, valueAt)), labelFrom: 0, labelTo: valueAt, value, valueFrom: value === '' ? valueAt : words.indexOf(value, valueAt), valueTo: words.length };
}

/** A label as it is told: without enumeration, signs and brackets around it. */
export function cleanLabel(text: string): string {
	return cleanValue(text.slice(enumerationLength(text))).replace(/[\s:：∶;；=＝|｜–—―-]+$/u, '').trim();
}

/** Labels further off than this from all named ones (text heights) compete with none of them. */
const COMPETING = 20;

/** Which heights of a page are near a named label. */
export function nearLabels(named: readonly Label[]): (middle: number) => boolean {
	const bands = new Set(named.flatMap(({ place }) => [-1, 0, 1].map((step) => Math.floor(place.middle / COMPETING) + step)));
	return (middle) => bands.has(Math.floor(middle / COMPETING));
}

export function labelsByPage(labels: readonly Label[]): Map<FormPage, Label[]> {
	const byPage = new Map<FormPage, Label[]>();
	for (const label of labels) {
		const own = byPage.get(label.page);
		if (own) own.push(label);
		else byPage.set(label.page, [label]);
	}
	return byPage;
}

function unnamedLabel(page: FormPage, box: Box, { label: words = '', labelFrom, labelTo, value, valueFrom, valueTo }: Segment, sign: Sign): Label {
	const label: Label = { page, alternative: 0, words, boxes: [box], place: partPlace(box, labelFrom, labelTo), sign, isBehindText: labelFrom > 0, isUpright: false, mistakes: 0, cost: 0 };
	if (value !== '') label.inline = { box, text: value, from: valueFrom, to: valueTo };
	return withoutFollower(label);
}

/**
 * Labels that nobody named, by their words: they compete for the texts beside and below them.
 * @param near which heights are of interest; all unless given
 */
export function* findUnnamedLabels(page: FormPage, named: readonly Label[], near?: (middle: number) => boolean): Steps<Label[]> {
	const taken = new Set(named.flatMap(({ boxes }) => boxes));
	const found: Label[] = [];
	yield* eachInSteps(page.sheet.boxes, (box) => {
		if (near && !near(box.middle)) return;
		const text = page.text(box);
		if (taken.has(box) || (text.labelness < LABEL && text.valueAt === undefined)) return;
		if (text.valueAt !== undefined) found.push(unnamedLabel(page, box, signedSegment(box, text.valueAt), text.labelness >= LABEL ? 'mark' : 'space'));
		else if (text.segments.some(({ label }) => label !== undefined)) {
			for (const segment of text.segments) if (segment.label !== undefined) found.push(unnamedLabel(page, box, segment, 'colon'));
		} else if (!text.isFigures) found.push({ page, alternative: 0, words: box.words, boxes: [box], place: box, sign: 'none', isBehindText: false, isUpright: false, mistakes: 0, cost: 0 });
	}, UNNAMED_IN_ONE_STEP);
	for (const chain of page.chains) {
		if (chain.some((box) => taken.has(box))) continue;
		found.push({ page, alternative: 0, words: chain.map(({ words }) => words).join(''), boxes: chain, place: placeOf(chain), sign: 'none', isBehindText: false, isUpright: true, mistakes: 0, cost: 0 });
	}
	return found;
}
