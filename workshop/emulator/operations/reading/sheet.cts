// A page as a place to look things up: printed labels, and what stands right of, below and between them.
import type { Below, Beside } from '../../../documents/specimens/printed.cts';
import type { PageResult } from '../../engine/engine.cts';
import type { Found } from './found.cts';
import { findLabels, type Spot } from './labels.cts';
import { type Box, type Glyph, isCjk, levelTexts, type LevelTexts, type Run, TYPE_HEIGHT } from './level.cts';

/** Part of the lower one's height by which two things of one line overlap. */
const SAME_LINE = 0.45;
/** Distance of a line's middle from that of the line before it, em. */
const NEXT_LINE = 2.1;
/** Wider gaps part one text from the next, em. */
const VALUE_GAP = 3;
/** How far the lines of one value may differ at their left edges, em. */
const FLUSH = 1.3;

export interface RightOf extends Beside {
	/** Nothing beyond is taken, px. */
	to?: number;
}

export class Sheet {
	readonly runs: readonly Run[];
	readonly #toPicture: LevelTexts['toPicture'];
	readonly #known: readonly string[];
	readonly #spots: readonly Spot[];
	readonly #labelled: ReadonlySet<Glyph>;

	/** @param labels all that may be printed on this kind of page: where one begins, the value before it ends. */
	static of(page: PageResult, labels: readonly string[]): Sheet {
		return new Sheet(levelTexts(page), labels);
	}

	private constructor({ runs, toPicture }: LevelTexts, labels: readonly string[]) {
		this.#toPicture = toPicture;
		this.#known = labels;
		const found = findLabels(runs, labels);
		this.runs = found.runs;
		this.#spots = found.spots;
		this.#labelled = new Set(found.spots.flatMap((spot) => spot.glyphs));
	}

	/** All places of a label, from the top down. */
	labels(...texts: string[]): Spot[] {
		return this.#spots.filter((spot) => texts.includes(spot.label)).sort((a, b) => a.top - b.top || a.left - b.left);
	}

	/** The first of them from the top. */
	label(...texts: string[]): Spot | undefined {
		return this.labels(...texts)[0];
	}

	/** How many different labels of these are there. */
	count(texts: readonly string[]): number {
		return new Set(this.#spots.map((spot) => spot.label).filter((label) => texts.includes(label))).size;
	}

	/** The value behind a label. */
	rightOf(spot: Spot | undefined, { to = Infinity, lines = 1, gap = VALUE_GAP, reach = Infinity }: RightOf = {}): Found | undefined {
		if (!spot) return undefined;
		const next = this.#spots.filter((other) => other !== spot && sameLine(other, spot) && other.left > spot.right - spot.em * 0.3);
		const end = Math.min(to, ...next.map((other) => other.left));
		const line = this.#line(spot, spot.right - spot.em * 0.3, end);
		const from = line[0]?.left ?? 0;
		const first = from - spot.right > reach * spot.em ? [] : untilGap(line, from, gap * spot.em);
		const taken = [first];
		while (first.length > 0 && taken.length < lines) {
			const more = this.#continuation(taken.at(-1) ?? [], first, spot, end);
			if (more.length === 0) break;
			taken.push(untilGap(more, more[0]?.left ?? 0, gap * spot.em));
		}
		return this.#found(taken);
	}

	/** The value under a label. */
	below(spot: Spot | undefined, { lines = 1, within = 2.5, left = 1, gap = 1.5 }: Below = {}): Found | undefined {
		if (!spot) return undefined;
		const bottom = spot.bottom + (within + lines * 2) * spot.em;
		const area = { left: spot.left - left * spot.em, right: Infinity, top: spot.bottom - spot.em * 0.3, bottom };
		const taken: Glyph[][] = [];
		let edge = spot.bottom + within * spot.em;
		for (const line of this.#lines(area)) {
			const first = line[0];
			if (!first || first.left > spot.right + spot.em) continue;
			const value = untilGap(line, first.left, gap * spot.em);
			const box = unionOf(value);
			if (taken.length >= lines || box.top > edge) break;
			taken.push(value);
			edge = box.bottom + spot.em * 0.9;
		}
		return this.#found(taken);
	}

	/** Everything but labels whose middle is in the area, line by line. */
	within(area: Box): Found | undefined {
		return this.#found(this.#lines(area));
	}

	/** The same, each line by itself. */
	linesWithin(area: Box): Found[] {
		return this.#lines(area).flatMap((line) => this.#found([line]) ?? []);
	}

	/** All lines of the page, labels included, as text to search: a tab between runs, a space at smaller gaps. */
	matches(pattern: RegExp, area: Box = EVERYWHERE): Found[] {
		return linesOf(this.runs.flatMap((run) => run.glyphs.filter((glyph) => isWithin(glyph, area)).map((glyph) => ({ glyph, run })))).flatMap((line) =>
			matchesIn(line, pattern).flatMap((glyphs) => this.#found([glyphs]) ?? []),
		);
	}

	match(pattern: RegExp, area: Box = EVERYWHERE): Found | undefined {
		return this.matches(pattern, area)[0];
	}

	/** Around all that was read; undefined on a page without text. */
	extent(): Box | undefined {
		return this.runs.length === 0 ? undefined : unionOf(this.runs);
	}

	/** Only what has its middle in the area: one of several documents on a page. */
	part(area: Box): Sheet {
		return new Sheet({ runs: this.runs.filter((run) => isWithin(run, area)), toPicture: this.#toPicture }, this.#known);
	}

	/** Corners of a place in px of the picture. */
	toPicture(box: Box): Found['location'] {
		return this.#toPicture(box);
	}

	#line(beside: Box, from: number, to: number): Glyph[] {
		return this.runs
			.filter((run) => sameLine(run, beside))
			.flatMap((run) => run.glyphs)
			.filter((glyph) => !this.#labelled.has(glyph) && middleX(glyph) > from && middleX(glyph) < to)
			.sort((a, b) => a.left - b.left);
	}

	#continuation(last: readonly Glyph[], first: readonly Glyph[], spot: Spot, end: number): Glyph[] {
		const above = unionOf(last);
		const left = unionOf(first).left;
		// A value may be printed larger than its label.
		const em = Math.max(spot.em, (above.bottom - above.top) * TYPE_HEIGHT);
		const line = this.runs.find((run) => {
			const middle = middleY(run) - middleY(above);
			if (middle <= em * 0.5 || middle > NEXT_LINE * em || Math.abs(run.left - left) > FLUSH * em) return false;
			// A label before it, in the column of ours, says that it is another value.
			return !this.#spots.some((other) => sameLine(other, run) && other.right < run.right && other.right > spot.left - spot.em);
		});
		return line ? this.#line(line, left - FLUSH * em, end) : [];
	}

	#lines(area: Box): Glyph[][] {
		const inside = this.runs.flatMap((run) =>
			run.glyphs.filter((glyph) => !this.#labelled.has(glyph) && isWithin(glyph, area)).map((glyph) => ({ glyph, run })),
		);
		return linesOf(inside).map((line) => line.map(({ glyph }) => glyph));
	}

	#found(lines: ReadonlyArray<readonly Glyph[]>): Found | undefined {
		const glyphs = lines.flat();
		if (glyphs.length === 0) return undefined;
		const box = unionOf(glyphs);
		return {
			words: lines.map(wordsOf).reduce(joined, ''),
			confidence: glyphs.reduce((sum, glyph) => sum + glyph.confidence, 0) / glyphs.length,
			location: this.#toPicture(box),
			box,
		};
	}
}

export const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

interface Placed {
	glyph: Glyph;
	run: Run;
}

const middleX = (box: Box): number => (box.left + box.right) / 2;
const middleY = (box: Box): number => (box.top + box.bottom) / 2;

function isWithin(box: Box, { left, top, right, bottom }: Box): boolean {
	const [x, y] = [middleX(box), middleY(box)];
	return x > left && x < right && y > top && y < bottom;
}

export function unionOf(boxes: readonly Box[]): Box {
	return {
		left: Math.min(...boxes.map((box) => box.left)),
		top: Math.min(...boxes.map((box) => box.top)),
		right: Math.max(...boxes.map((box) => box.right)),
		bottom: Math.max(...boxes.map((box) => box.bottom)),
	};
}

export function sameLine(a: Box, b: Box): boolean {
	const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	return overlap > SAME_LINE * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** Whole runs belong to lines; the last run of a line decides, since what is left of a tilt adds up. */
function linesOf(placed: readonly Placed[]): Placed[][] {
	const runs = [...new Set(placed.map(({ run }) => run))].sort((a, b) => a.left - b.left);
	const lines: Run[][] = [];
	for (const run of runs) {
		const line = lines.find((other) => sameLine(other.at(-1) ?? run, run));
		if (line) line.push(run);
		else lines.push([run]);
	}
	lines.sort((a, b) => middleY(unionOf(a)) - middleY(unionOf(b)));
	return lines.map((line) => placed.filter(({ run }) => line.includes(run)).sort((a, b) => a.glyph.left - b.glyph.left));
}

function untilGap(line: readonly Glyph[], from: number, gap: number): Glyph[] {
	let edge = from;
	const taken: Glyph[] = [];
	for (const glyph of line) {
		if (glyph.left - edge > gap) break;
		taken.push(glyph);
		edge = glyph.right;
	}
	return taken;
}

function wordsOf(line: readonly Glyph[]): string {
	return line.reduce((words, glyph, index) => {
		const before = line[index - 1];
		const parted = before !== undefined && (glyph.spaced || glyph.left - before.right > (glyph.bottom - glyph.top) * 0.3);
		return parted && !(isCjk(before.text) && isCjk(glyph.text)) ? `${words} ${glyph.text}` : words + glyph.text;
	}, '');
}

/** Lines of one value: no space where either side is Chinese. */
function joined(above: string, below: string): string {
	const apart = above !== '' && below !== '' && !isCjk(above.slice(-1)) && !isCjk(below.slice(0, 1));
	return apart ? `${above} ${below}` : above + below;
}

function matchesIn(line: readonly Placed[], pattern: RegExp): Glyph[][] {
	const glyphs: Array<Glyph | undefined> = [];
	let text = '';
	for (const [index, { glyph, run }] of line.entries()) {
		const before = line[index - 1];
		if (before && before.run !== run) {
			text += '\t';
			glyphs.push(undefined);
		} else if (before && glyph.spaced) {
			text += ' ';
			glyphs.push(undefined);
		}
		text += glyph.text;
		glyphs.push(...Array.from({ length: glyph.text.length }, () => glyph));
	}
	const global = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
	return [...text.matchAll(global)].map((match) => {
		// Of a pattern with a group, the group is what was meant.
		const [whole, group] = match;
		const from = group === undefined ? match.index : match.index + whole.indexOf(group);
		return glyphs.slice(from, from + (group ?? whole).length).filter((glyph) => glyph !== undefined);
	});
}
