// Which alternatives of a printed group are ticked: "□ single ☑ married", "male [ ] female [x]".
import { toPieces } from './marks';
import type { Mark, Piece } from './marks';

export interface CheckboxReading {
	/** Texts of the ticked alternatives in their order; empty texts for boxes without one. */
	ticked: string[];
	unticked: string[];
	/** Whether a mark may have been misread, or it is open to which text a mark belongs. */
	unsure: boolean;
	/** For a single box: whether it is ticked; absent when that is unsure. */
	value?: boolean;
}

interface Alternative {
	text: string;
	marks: Mark[];
}

const MOST_CHARACTERS = 2000;

/**
 * Reads the boxes of one line, or of several blocks in reading order.
 * @returns undefined when there is no box or tick in it
 */
export function readCheckbox(texts: string | readonly string[]): CheckboxReading | undefined {
	const line = typeof texts === 'string' ? texts : texts.join('  ');
	if (line.length > MOST_CHARACTERS) return undefined;
	const pieces = toPieces(withoutLabel(line));
	const marks = pieces.flatMap((piece) => ('mark' in piece ? [piece.mark] : []));
	if (marks.length === 0) return undefined;
	const { alternatives, isOpen } = assign(pieces, marks);
	return judge(alternatives, marks, isOpen || isDoubtful(marks) || hidesBox(alternatives));
}

/** "口公路口铁路": the second 口 may be a box, or the end of 路口. */
function hidesBox(alternatives: readonly Alternative[]): boolean {
	return alternatives.some(({ text, marks }) => marks.some(({ kind }) => kind === 'lookalike') && /\p{Script=Han}口\p{Script=Han}/u.test(text));
}

/** The group's label up to its colon: "性别：□男 ☑女". */
function withoutLabel(line: string): string {
	const label = /^[^:：]{1,30}[:：]\s*(?=\S)/u.exec(line)?.[0] ?? '';
	const hasMark = toPieces(label).some((piece) => 'mark' in piece);
	return hasMark ? line : line.slice(label.length);
}

interface Assigned {
	alternatives: Alternative[];
	/** Whether marks could belong to other texts as well. */
	isOpen: boolean;
}

function assign(pieces: readonly Piece[], marks: readonly Mark[]): Assigned {
	const [first] = pieces;
	const last = pieces[pieces.length - 1];
	const beginsWithText = first !== undefined && 'text' in first;
	const endsWithText = last !== undefined && 'text' in last;
	if (!beginsWithText) return marksBefore(pieces);
	if (!endsWithText) return marksBehind(pieces);
	// Text at both ends: the first is the group's label, or the last has no mark.
	const towardsBefore = marks.filter(({ touchesBefore, touchesBehind }) => touchesBefore && !touchesBehind).length;
	const towardsBehind = marks.filter(({ touchesBefore, touchesBehind }) => touchesBehind && !touchesBefore).length;
	if (towardsBefore > towardsBehind) return { ...marksBehind(pieces), isOpen: true };
	const { alternatives, isOpen } = marksBefore(pieces.slice(1));
	return { alternatives, isOpen: isOpen || marks.length === 1 };
}

function marksBefore(pieces: readonly Piece[]): Assigned {
	const alternatives: Alternative[] = [];
	let waiting: Mark[] = [];
	let isOpen = false;
	for (const piece of pieces) {
		if ('mark' in piece) {
			const previous = alternatives[alternatives.length - 1];
			const begun = waiting[waiting.length - 1];
			// A box behind a tick begins the next alternative: the tick was written behind the last one.
			if (begun && isEmptyBox(piece.mark) && !isEmptyBox(begun)) {
				if (previous) previous.marks.push(...waiting);
				// "□ rail √□ road": written beside either.
				isOpen ||= previous !== undefined && begun.touchesBehind && !begun.touchesBefore;
				waiting = previous ? [] : waiting;
			} else if (begun && isEmptyBox(begun) && isEmptyBox(piece.mark)) isOpen = true;
			waiting.push(piece.mark);
		} else {
			alternatives.push({ text: piece.text, marks: waiting });
			waiting = [];
		}
	}
	const previous = alternatives[alternatives.length - 1];
	if (waiting.length > 0 && previous && !waiting.some(isEmptyBox)) previous.marks.push(...waiting);
	else if (waiting.length > 0) {
		alternatives.push({ text: '', marks: waiting });
		isOpen ||= alternatives.length > 1 || waiting.filter(isEmptyBox).length > 1;
	}
	return { alternatives, isOpen };
}

function marksBehind(pieces: readonly Piece[]): Assigned {
	const alternatives: Alternative[] = [];
	for (const piece of pieces) {
		if ('text' in piece) alternatives.push({ text: piece.text, marks: [] });
		else alternatives[alternatives.length - 1]?.marks.push(piece.mark);
	}
	const isOpen = alternatives.some(({ marks }) => marks.length !== 1 && marks.filter(isEmptyBox).length !== 1);
	return { alternatives, isOpen };
}

function isEmptyBox({ state }: Mark): boolean {
	return state === 'empty';
}

/** What the marks of a group say about each other. */
function isDoubtful(marks: readonly Mark[]): boolean {
	const isTicked = ({ state }: Mark) => state === 'ticked';
	const sureTicks = marks.filter((mark) => isTicked(mark) && mark.kind !== 'lookalike');
	if (marks.some(({ state, kind }) => state === 'unknown' || (kind === 'lookalike' && state === 'ticked'))) return true;
	// Engines lose a tick in its box: beside a sure one, a letter for a box is an empty box.
	if (sureTicks.length === 0 && marks.some(({ kind }) => kind === 'lookalike')) return true;
	// A row of filled signs is a list; a row of crosses may mean "no".
	const hasEmpty = marks.some(isEmptyBox);
	const areFilled = sureTicks.length > 1 && sureTicks.every(({ kind }) => kind === 'fill' || kind === 'cross');
	if (!hasEmpty && areFilled) return true;
	return false;
}

/** Where ticks and crosses stand side by side, a cross means "no". */
function isChosen(marks: readonly Mark[], group: readonly Mark[]): boolean {
	const crossMeansNo = group.some(({ kind }) => kind === 'tick');
	return marks.some(({ state, kind }) => state === 'ticked' && !(kind === 'cross' && crossMeansNo));
}

function judge(alternatives: readonly Alternative[], group: readonly Mark[], unsure: boolean): CheckboxReading {
	const chosen = alternatives.filter(({ marks }) => isChosen(marks, group));
	const others = alternatives.filter((alternative) => !chosen.includes(alternative));
	const isOpen = unsure || alternatives.some(({ marks }) => marks.some(({ state }) => state === 'unknown') || marks.length === 0);
	return {
		ticked: chosen.map(({ text }) => withoutPunctuation(text)),
		unticked: others.map(({ text }) => withoutPunctuation(text)),
		unsure: isOpen,
		...(alternatives.length === 1 && !isOpen ? { value: chosen.length === 1 } : {}),
	};
}

function withoutPunctuation(text: string): string {
	return text.replace(/^[\s、，,;；/|:：.]+|[\s、，,;；/|:：_]+$/gu, '');
}
