// Which text is the value of which label: all labels of all pages choose together, the surest first.
import { eachInSteps, mapInSteps, type Steps } from '../../turns/steps';
import type { Box } from '../page/frame';
import { addOtherRow, candidatesOf, lookAround } from './candidates';
import type { Candidate, Surroundings } from './candidates';
import { Customs } from './customs';
import type { FieldType, Position } from './definitions';
import { isTranslationOf } from './form';
import { labelsByPage } from './labels';
import type { Label } from './labels';
import { CLEARLY_BETTER, SURE_FROM, TAKEN_FROM } from './reasons';
import { orderBy } from '../sorted';
import { readValue } from './value';
import type { Value } from './value';

export interface Choice {
	candidate: Candidate;
	value: Value;
	/** Why a person should look; undefined when the value is sure. */
	doubt?: string;
}

export interface Wish {
	type?: FieldType;
	position: Position;
}

export interface Chosen {
	/** For each wanted label its value, if it has one. */
	wanted: (Choice | undefined)[];
	/** Values of labels that nobody named. */
	others: Choice[];
	/** Boxes that are values. */
	taken: ReadonlyMap<Box, unknown>;
}

/** Scores of places that are as good as each other differ by less. */
const SAME_CLASS = 2.2;
/** So many candidates or labels are looked at in one step. */
const IN_ONE_STEP = 16;
const DOUBTS_IN_ONE_STEP = 256;
const ANY: Wish = { position: 'auto' };

/**
 * @param labels all labels of all pages, named and not
 * @param wishes for each wanted label what its field is set to
 */
export function* choose(labels: readonly Label[], wishes: readonly Wish[], orderOf: (label: Label) => number): Steps<Chosen> {
	const candidates = yield* gather(labels, wishes);
	yield;
	preferFirst(candidates, wishes.length, orderOf);
	yield;
	const sorted = bestFirst(candidates, orderOf);
	/** Boxes that are values, with the places whose value they are. */
	const taken = new Map<Box, Candidate>();
	/** Boxes of which only the begin is a value: a label stands behind it. */
	const takenBefore = new Set<Box>();
	/** Where the values within blocks begin that a named label has. */
	const told = new Map<Box, Candidate[]>();
	const isTold = ({ label, way, first, part }: Candidate) =>
		way === 'inline' && part !== undefined && told.get(first)?.some((other) => other.part?.from === part.from && !areOne(label, other.label)) === true;
	const used = new Set<Box>();
	const served = new Set<Label>();
	const values = new Map<Candidate, Value>();
	const wanted: (Choice | undefined)[] = wishes.map(() => undefined);
	const others: Choice[] = [];
	yield;
	for (let index = 0; index < sorted.length; index++) {
		if (index % IN_ONE_STEP === IN_ONE_STEP - 1) yield;
		const candidate = sorted[index] as Candidate;
		const { label, first, way, evidence } = candidate;
		if (evidence.score < TAKEN_FROM) break;
		if (served.has(label) || (!label.isBehindText && label.boxes.some((box) => taken.has(box)))) continue;
		if (way !== 'inline' && (candidate.part ? takenBefore.has(first) : used.has(first) || takenBefore.has(first)) || !isFor(candidate, taken.get(first))) continue;
		if (label.wanted !== undefined && (wanted[label.wanted] || isTold(candidate))) continue;
		const isFree = (box: Box) => !label.page.isLabel(box) && !label.page.isUpright(box) && !label.page.askew.has(box) && isFor(candidate, taken.get(box)) && !used.has(box) && !label.boxes.includes(box);
		const value = readValue(candidate, isFree);
		if (value.text === '') continue;
		values.set(candidate, value);
		served.add(label);
		claim();
		const choice: Choice = { candidate, value };
		if (label.wanted === undefined) others.push(choice);
		else wanted[label.wanted] = choice;

		function claim(): void {
			// A label of which nobody knows and its value in one block: they may be another label's value.
			if (label.wanted === undefined && way === 'inline') return;
			for (const box of label.boxes) used.add(box);
			if (candidate.part) told.set(first, [...(told.get(first) ?? []), candidate]);
			for (const { box, to } of value.parts) {
				if (to < box.words.length) takenBefore.add(box);
				else if (box !== first || way !== 'inline') taken.set(box, candidate);
			}
		}
	}
	yield;
	const byPlace = new Map<Label | number, Candidate[]>();
	for (const candidate of candidates) {
		const place = candidate.label.wanted ?? candidate.label;
		const own = byPlace.get(place);
		if (own) own.push(candidate);
		else byPlace.set(place, [candidate]);
	}
	for (const [index, choice] of [...others, ...wanted].entries()) {
		if (index % DOUBTS_IN_ONE_STEP === 0) yield;
		if (choice) addDoubt(choice, byPlace.get(choice.candidate.label.wanted ?? choice.candidate.label) ?? [], taken);
	}
	return { wanted, others, taken };
}

/** The surest first; of equally sure ones those of the label that is read first, then those further up. */
function bestFirst(candidates: readonly Candidate[], orderOf: (label: Label) => number): Candidate[] {
	const [scores, orders, rows] = [new Float64Array(candidates.length), new Float64Array(candidates.length), new Float64Array(candidates.length)];
	let last: Label | undefined;
	let order = 0;
	for (const [index, candidate] of candidates.entries()) {
		// Those of one label mostly follow each other.
		if (candidate.label !== last) order = orderOf(candidate.label);
		last = candidate.label;
		scores[index] = -candidate.evidence.score;
		orders[index] = order;
		rows[index] = orderOfBox(candidate);
	}
	return Array.from(orderBy(scores, orders, rows), (index) => candidates[index] as Candidate);
}

/** Of several places of a label that are all likely, the first one is meant: it gets what the best one has more. */
function preferFirst(candidates: readonly Candidate[], count: number, orderOf: (label: Label) => number): void {
	const places: Map<Label, Candidate>[] = Array.from({ length: count }, () => new Map());
	for (const candidate of candidates) {
		const own = candidate.label.wanted === undefined ? undefined : places[candidate.label.wanted];
		const before = own?.get(candidate.label);
		if (own && (!before || before.evidence.score < candidate.evidence.score)) own.set(candidate.label, candidate);
	}
	for (const own of places) {
		if (own.size < 2) continue;
		const sorted = [...own.values()].sort((a, b) => orderOf(a.label) - orderOf(b.label));
		const { label: best, evidence: { score: top } } = sorted.reduce((most, next) => (next.evidence.score > most.evidence.score ? next : most));
		const [first] = sorted.filter(({ label, evidence }) => evidence.score >= SURE_FROM && evidence.score >= top - SAME_CLASS && label.mistakes <= best.mistakes && label.alternative <= best.alternative);
		if (first && first.evidence.score < top) first.evidence.add('firstPlace', top - first.evidence.score + 0.1);
	}
}

function orderOfBox({ label, first }: Candidate): number {
	return label.page.sheet.rowIndex(first);
}

/** Whether two labels that were asked for are one printed label in two languages. */
function areOne(a: Label, b: Label): boolean {
	return a.key !== undefined && b.key !== undefined && isTranslationOf(a.key, b.key) && a.boxes.some((box) => b.boxes.includes(box));
}

/** Whether a text that may have been taken is free for a candidate: the labels are one in two languages. */
function isFor({ label }: Candidate, taker: Candidate | undefined): boolean {
	return taker === undefined || (label.wanted !== undefined && taker.members.some((box) => label.boxes.includes(box)));
}

/** All candidates of labels that may be taken, judged. */
export function* gather(labels: readonly Label[], wishes: readonly Wish[]): Steps<Candidate[]> {
	const gathered = yield* mapInSteps([...labelsByPage(labels)], function* ([page, members]): Steps<Candidate[]> {
		yield* page.lookForUpperRows();
		const around = new Map<Label, Surroundings>();
		yield* eachInSteps(members, (label) => around.set(label, lookAround(label)), IN_ONE_STEP);
		yield;
		const customs = new Customs(members, around);
		yield;
		// Further lines of a named label are no labels of their own.
		const lines = new Set(members.flatMap((label) => (label.wanted === undefined ? [] : (around.get(label)?.members ?? []))));
		const rivals = members.filter((label) => label.wanted !== undefined || !label.boxes.some((box) => lines.has(box)));
		const found: Candidate[] = [];
		yield* eachInSteps(rivals, (label) => {
			const { type, position } = label.wanted === undefined ? ANY : (wishes[label.wanted] ?? ANY);
			// The weakest ones are never taken, and make no other doubtful.
			const all = candidatesOf(label, around.get(label) as Surroundings, { near: customs.near(label), page: customs.page }, type, position);
			for (const candidate of all) if (candidate.evidence.score >= TAKEN_FROM) found.push(candidate);
		}, IN_ONE_STEP);
		yield;
		judgeRows(found);
		return found;
	});
	return gathered.flat();
}

/**
 * Labels side by side have their values side by side: what stands a row further down than the values
 * of the neighbours belongs to something else.
 */
function judgeRows(candidates: readonly Candidate[]): void {
	const nearest = new Map<number, { first: Box; label: Label }>();
	const below = candidates.filter(({ way, evidence }) => way === 'below' && evidence.score >= TAKEN_FROM);
	const rowOf = ({ label }: Candidate) => label.page.sheet.rowIndex(label.boxes[0] as Box);
	for (const candidate of below) {
		const best = nearest.get(rowOf(candidate));
		if (!best || candidate.first.middle < best.first.middle) nearest.set(rowOf(candidate), candidate);
	}
	for (const candidate of below) {
		const best = nearest.get(rowOf(candidate));
		if (!best || best.label === candidate.label) continue;
		if (candidate.first.top <= best.first.bottom - 0.3 * best.first.height) continue;
		addOtherRow(candidate.evidence, candidate.label.page, candidate.label.place, candidate.first);
	}
}

/** Notes why a choice is unsure: it is weak, or another text of the page is nearly as likely. */
function addDoubt(choice: Choice, rivals: readonly Candidate[], taken: ReadonlyMap<Box, unknown>): void {
	const { candidate } = choice;
	const { label, evidence } = candidate;
	if (evidence.score < SURE_FROM) {
		choice.doubt = evidence.doubt() ?? 'the place of the value is unusual';
		return;
	}
	for (const other of rivals) {
		if (other === candidate || evidence.score - other.evidence.score >= CLEARLY_BETTER || other.text === candidate.text || other.evidence.score < TAKEN_FROM) continue;
		if (other.label !== label) {
			if (other.label.boxes.some((box) => label.boxes.includes(box))) continue;
			choice.doubt = 'the label stands on the page more than once';
		} else if (other.first !== candidate.first && !taken.has(other.first)) choice.doubt = 'another text is nearly as likely';
	}
}
