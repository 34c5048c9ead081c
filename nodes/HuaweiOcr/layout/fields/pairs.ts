// All labels of a page with their values, without names given: what a new form has to offer.
import { eachInSteps, mapInSteps, runAtOnce, type Steps } from '../../turns/steps';
import { readFrames } from '../page/frame';
import type { Box } from '../page/frame';
import type { WordsBlock } from '../../result/types';
import { boundedWords } from './longest';
import { choose } from './choose';
import type { Choice } from './choose';
import type { FoundPair, PageAround } from './definitions';
import { FormPage, LABEL } from './form';
import { cleanLabel, findUnnamedLabels } from './labels';
import { readingOrder } from './order';
import type { PageSize } from './region';
import { readTyped } from './typed';
import { lowestConfidence, pixelBox } from './value';
import { viewsOf } from './views';

/** A text this long (characters) is told as a label by its words only. */
const LONGEST_BY_PLACE = 24;
/** So many texts are looked at in one step. */
const IN_ONE_STEP = 256;

/**
 * All pairs of a label and a value that are found on a page, in reading order. Labels are told by a colon or another
 * sign behind them, by their words, and by standing where other labels stand.
 * @param direction the service's `direction` in degrees; negative when unknown
 * @param around what else is known of the page
 */
export function* pairsInSteps(blocks: readonly WordsBlock[], direction: number, _size?: PageSize, around: PageAround = {}): Steps<FoundPair[]> {
	const isKnown = () => false;
	const frames = yield* readFrames(boundedWords(blocks), direction);
	const pages = yield* mapInSteps(viewsOf(frames, isKnown), (view, order) => FormPage.of(view, isKnown, order, around.cells));
	for (const page of pages) {
		yield* raiseByPlace(page);
	}
	const labels = (yield* mapInSteps(pages, (page) => findUnnamedLabels(page, []))).flat();
	const { others, taken } = yield* choose(labels, [], readingOrder);
	yield;
	const kept = others
		.filter(({ candidate: { label, way } }) => way !== 'inline' || !label.boxes.some((box) => taken.has(box)))
		.sort((a, b) => readingOrder(a.candidate.label) - readingOrder(b.candidate.label));
	const pairs: FoundPair[] = [];
	yield* eachInSteps(kept, (choice) => {
		const pair = toPair(choice);
		if (pair) pairs.push(pair);
	}, IN_ONE_STEP);
	return pairs;
}

/** The same in one piece. */
export function readPairs(...page: Parameters<typeof pairsInSteps>): FoundPair[] {
	return runAtOnce(pairsInSteps(...page));
}

/** Takes for labels the texts in a column of labels that have a text beside them, as the labels have. */
function* raiseByPlace(page: FormPage): Steps<void> {
	const { sheet } = page;
	const isFree = (text: ReturnType<FormPage['text']> | undefined) => text !== undefined && text.labelness < LABEL && !text.isSigns;
	const isPlaced = (box: Box): boolean => {
		const text = page.text(box);
		if (!isFree(text) || text.isFigures || text.valueAt !== undefined || text.isCurrency || Array.from(box.words).length > LONGEST_BY_PLACE || /\d/.test(box.words)) return false;
		const beside = sheet.neighbour(box, 1);
		if (!beside || !isFree(page.text(beside))) return false;
		const mates = sheet.inColumn(box, 6).filter((mate) => page.isLabel(mate));
		return mates.filter((mate) => { const next = sheet.neighbour(mate, 1); return next !== undefined && isFree(page.text(next)); }).length >= 2;
	};
	const found: Box[] = [];
	yield* eachInSteps(sheet.boxes, (box) => {
		if (isPlaced(box)) found.push(box);
	}, IN_ONE_STEP);
	for (const box of found) page.raise(box);
}

function toPair({ candidate: { label }, value, doubt }: Choice): FoundPair | undefined {
	const typed = readTyped(value.text, {}, label.page.words);
	const words = cleanLabel(label.words);
	if (typed.text === undefined || words === '') return undefined;
	const confidence = lowestConfidence(value.parts);
	const reason = doubt ?? typed.doubt;
	return {
		label: words,
		value: typed.text,
		...(confidence === undefined ? {} : { confidence }),
		box: pixelBox(value.parts),
		labelBox: pixelBox(label.boxes.map((box) => ({ box, text: box.words, from: 0, to: box.words.length }))),
		needsReview: reason !== undefined,
		...(reason === undefined ? {} : { reason }),
	};
}
