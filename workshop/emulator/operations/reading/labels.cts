// Printed labels within runs of text, which may begin in one run and end in the next ("名" and "称:").
import type { Box, Glyph, Run } from './level.cts';

/** A place where a label is printed. */
export interface Spot extends Box {
	/** As it was asked for. */
	label: string;
	glyphs: Glyph[];
	em: number;
}

/** From this length on, one character may have been read wrongly. */
const TOLERANT_FROM = 4;
/** Widest gap between the two parts of a label that is printed in wide spacing, em. */
const SPREAD = 6;

/** Letters and digits only: spaces and punctuation inside labels are a matter of the printer. */
const keyOf = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** @returns the runs, those joined that share a label, and all places of labels. */
export function findLabels(runs: readonly Run[], labels: readonly string[]): { runs: Run[]; spots: Spot[] } {
	const wanted = labels.map((label) => ({ label, key: Array.from(keyOf(label)) })).sort((a, b) => b.key.length - a.key.length);
	const joined = joinParted(runs, wanted.map(({ key }) => key.join('')));
	return { runs: joined, spots: joined.flatMap((run) => spotsIn(run, wanted)) };
}

/** Joins a run that is the beginning of a label with its neighbour that begins with the rest. */
function joinParted(runs: readonly Run[], keys: readonly string[]): Run[] {
	const left = [...runs];
	const result: Run[] = [];
	for (let run = left.shift(); run; run = left.shift()) {
		const start = keyOf(run.glyphs.map((glyph) => glyph.text).join(''));
		const rests = start === '' ? [] : keys.filter((key) => key.length > start.length && key.startsWith(start)).map((key) => key.slice(start.length));
		const mine = run;
		const next = rests.length === 0 ? undefined : nextOf(mine, [...left, ...result], rests);
		if (!next) {
			result.push(run);
			continue;
		}
		for (const list of [left, result]) if (list.includes(next)) list.splice(list.indexOf(next), 1);
		left.unshift({
			left: mine.left,
			right: next.right,
			top: Math.min(mine.top, next.top),
			bottom: Math.max(mine.bottom, next.bottom),
			em: next.em,
			glyphs: [...mine.glyphs, ...next.glyphs],
		});
	}
	return result;
}

function nextOf(run: Run, others: readonly Run[], rests: readonly string[]): Run | undefined {
	const height = run.bottom - run.top;
	return others.find((other) => {
		const overlap = Math.min(run.bottom, other.bottom) - Math.max(run.top, other.top);
		const gap = other.left - run.right;
		if (overlap < height * 0.5 || gap < -run.em * 0.5 || gap > SPREAD * run.em) return false;
		const key = keyOf(other.glyphs.map((glyph) => glyph.text).join(''));
		return rests.some((rest) => key.startsWith(rest));
	});
}

interface Wanted {
	label: string;
	key: string[];
}

function spotsIn(run: Run, wanted: readonly Wanted[]): Spot[] {
	const spots: Spot[] = [];
	let at = 0;
	while (at < run.glyphs.length) {
		const spot = beginsAt(run, at, spots.at(-1)) ? spotAt(run, at, wanted) : undefined;
		if (spot) spots.push(spot);
		at += spot?.glyphs.length ?? 1;
	}
	return spots;
}

/** Not in the middle of a word: at a run's beginning, after a gap, a sign, a number or another label. */
function beginsAt(run: Run, at: number, last: Spot | undefined): boolean {
	const [before, glyph] = [run.glyphs[at - 1], run.glyphs[at]];
	if (!glyph) return false;
	return !before || glyph.spaced || !/\p{L}/u.test(before.text) || last?.glyphs.at(-1) === before;
}

/** What is printed exactly comes before what may have been misread. */
function spotAt(run: Run, at: number, wanted: readonly Wanted[]): Spot | undefined {
	return labelAt(run, at, wanted, () => 0) ?? labelAt(run, at, wanted, ({ key }) => (key.length >= TOLERANT_FROM ? 1 : 0));
}

function labelAt(run: Run, at: number, wanted: readonly Wanted[], mistakes: (one: Wanted) => number): Spot | undefined {
	for (const one of wanted) {
		const end = endOf(run.glyphs, at, one.key, mistakes(one));
		if (end === undefined) continue;
		const { label } = one;
		const glyphs = run.glyphs.slice(at, end);
		return { label, glyphs, em: run.em, left: glyphs[0]?.left ?? 0, right: glyphs.at(-1)?.right ?? 0, top: run.top, bottom: run.bottom };
	}
	return undefined;
}

/** @returns where the label and the colon behind it end. */
function endOf(glyphs: readonly Glyph[], at: number, key: readonly string[], allowed: number): number | undefined {
	let mistakes = allowed;
	let index = at;
	for (const [place, wanted] of key.entries()) {
		while (index < glyphs.length && index > at && keyOf(glyphs[index]?.text ?? '') === '') index++;
		const read = keyOf(glyphs[index]?.text ?? '');
		if (read !== wanted && (read === '' || place === 0 || --mistakes < 0)) return undefined;
		index++;
	}
	while (index < glyphs.length && /^[:：;；.。)）】\]]$/.test(glyphs[index]?.text ?? '')) index++;
	return index;
}
