// Where on a page tables may be: runs of lines whose texts stand in the same columns.
import { isLabelled } from '../characters';
import { isFigure, kindOf } from './kinds';
import type { Box } from '../page/frame';
import type { Row } from '../page/rows';

/** Lines of one region that belong together, by their indices in it. */
export interface Run {
	first: number;
	last: number;
	/** Lines of several texts that keep to each other's columns. */
	fitted: number[];
}

/** Distances are text heights. Texts nearer than this are one: a block cut within a cell. */
const ONE_TEXT = 0.35;
/** Edges of one column differ by less than this from line to line. */
const ALIGNED = 0.7;
/** Texts stand above each other from this on. */
const OVERLAP = 0.3;
/** So many of a line's texts are in line with those above. */
const IN_LINE = 0.5;
/** So many lines of the run are asked whether another one keeps to their columns. */
const ASKED = 4;
/** So many lines between two of a run may keep to other columns, or have one text. */
const MOST_STRAYS = 2;
/** Behind a first row a line of something else may stand when the next line fills so many of its columns again. */
const FEWEST_AGAIN = 3;
const MOST_LONE = 24;
/** A step this much larger than all before ends a run; steps are never larger than this. */
const LARGER_STEP = 2.2;
const TAIL_STEP = 1.5;
const EVEN = 1.25;
/** Lines of a run stand this far apart at least, and with more gaps those are between its items. */
const SMALLEST_USUAL = 0.9;
const MOST_GAPS = 4;
const FEWEST_STEPS = 2;
const MOST_STEPS = 24;
const FIRST_STEP = 5;
const LARGEST_STEP = 7;
const SMALLEST_LIMIT = 3.2;

/** Rows of a form: at least half of their blocks are a label with a colon. */
export function isPairs({ boxes }: Row): boolean {
	return boxes.filter(({ words }) => isLabelled(words)).length * 2 >= boxes.length;
}

/** A text of a line. */
interface Piece {
	left: number;
	right: number;
	/** Whether it is a figure or words; undefined for a dash, which stands for either. */
	figure: boolean | undefined;
}

function piecesOf(boxes: readonly Box[]): Piece[] {
	return boxes.map(({ left, right, words }) => {
		const kind = kindOf(words);
		return { left, right, figure: kind === 'dash' ? undefined : isFigure(kind) };
	});
}

interface Link {
	/** Texts that stand over several of the other line. */
	bridges: number;
	/** How many texts of the lower line stand below one of the upper line. */
	paired: number;
	/** Which of those are in line with it. */
	aligned: number[];
}

/** Stands for more than one text. */
const SEVERAL: Piece = { left: NaN, right: NaN, figure: undefined };

function link(upper: readonly Piece[], lower: readonly Piece[]): Link {
	const result: Link = { bridges: 0, paired: 0, aligned: [] };
	for (const partner of partners(upper, lower)) if (partner === SEVERAL) result.bridges++;
	for (const [at, partner] of partners(lower, upper).entries()) {
		const piece = lower[at];
		if (partner === SEVERAL) result.bridges++;
		if (!piece || !partner || partner === SEVERAL) continue;
		result.paired++;
		if (isAligned(piece, partner)) result.aligned.push(at);
	}
	return result;
}

/** The text of another line that each text of a line stands above or below. */
function partners(line: readonly Piece[], other: readonly Piece[]): Array<Piece | undefined> {
	let from = 0;
	return line.map((piece) => {
		while (from < other.length && (other[from]?.right ?? 0) <= piece.left) from++;
		let over = 0;
		let partner: Piece | undefined;
		for (let next = from; next < other.length; next++) {
			const each = other[next];
			if (!each || each.left >= piece.right) break;
			if (Math.min(piece.right, each.right) - Math.max(piece.left, each.left) < Math.min(OVERLAP, (each.right - each.left) / 2)) continue;
			// A block cut within a cell, or columns that touch.
			if (!partner || each.left - partner.right >= ONE_TEXT) over++;
			partner = each;
		}
		return over > 1 ? SEVERAL : partner;
	});
}

function isAligned(a: Piece, b: Piece): boolean {
	if (a.figure !== undefined && b.figure !== undefined && a.figure !== b.figure) return false;
	return (
		Math.abs(a.left - b.left) < ALIGNED || Math.abs(a.right - b.right) < ALIGNED || Math.abs(a.left + a.right - b.left - b.right) < ALIGNED
	);
}

/**
 * Heads and the only row below them: as many texts, words over figures, each figure between the left
 * edge of its head and the next one, though heads stand at the left and figures at the right.
 */
export function isHeadOf(heads: Row | undefined, { boxes }: Row): boolean {
	if (!heads || heads.boxes.length < 3 || heads.boxes.length !== boxes.length) return false;
	if (heads.boxes.some(({ words }) => isFigure(kindOf(words))) || boxes.filter(({ words }) => isFigure(kindOf(words))).length < 2) return false;
	return boxes.every((box, index) => {
		const [head, next] = [heads.boxes[index], heads.boxes[index + 1]];
		return head !== undefined && box.right > head.left && (!next || box.right <= next.left + OVERLAP);
	});
}

/** Whether a line keeps to the columns of the lines before it: the nearest ones are asked together. */
function fitsTo(lines: readonly (readonly Piece[])[], line: readonly Piece[]): boolean {
	const aligned = new Set<number>();
	let [clean, asked] = [0, 0];
	let isOver = false;
	for (let at = lines.length - 1; at >= 0 && asked < ASKED; at--) {
		const found = link(lines[at] ?? [], line);
		asked++;
		if (found.bridges > 0) continue;
		clean++;
		for (const piece of found.aligned) aligned.add(piece);
		if (found.paired === line.length && line.length > 2) isOver = true;
	}
	return clean * 2 > asked && (aligned.size >= IN_LINE * line.length || (isOver && aligned.size * 3 >= line.length));
}

/** @param rows of one region, from top to bottom */
export function findRuns(rows: readonly Row[]): Run[] {
	const pieces = rows.map(({ boxes }) => piecesOf(boxes));
	return scan(rows, pieces, 0, rows.length, true);
}

/** Runs of the rows from one index to the one before another; `parts` says whether gaps within a run may part it. */
function scan(rows: readonly Row[], pieces: readonly (readonly Piece[])[], from: number, to: number, parts: boolean): Run[] {
	const runs: Run[] = [];
	let open: OpenRun | undefined;
	const close = () => {
		if (open && open.fitted.length > 1) {
			const { fitted } = open;
			const [first, last] = [fitted[0] ?? 0, fitted[fitted.length - 1] ?? 0];
			const cuts = parts ? gapsWithin(open, rows, pieces) : [];
			if (cuts.length === 0) runs.push({ first, last, fitted });
			else for (const [at, begin] of [first, ...cuts].entries()) runs.push(...scan(rows, pieces, begin, cuts[at] ?? last + 1, false));
		}
		open = undefined;
	};
	for (let index = from; index < to; index++) {
		const row = rows[index];
		const line = pieces[index];
		if (!row || !line) continue;
		if (open && stepsAway(open, rows, index)) close();
		// The step from the head says little about the others: a rule often stands there.
		if (open && index > 0 && (open.fitted.length > 1 || index - 1 > (open.fitted[0] ?? 0))) open.steps.push(row.middle - (rows[index - 1]?.middle ?? row.middle));
		if (line.length < 2) {
			if (open) {
				open.loneLines++;
				if (++open.lone > MOST_LONE) close();
			}
			continue;
		}
		const isForm = isPairs(row);
		if (open && !isForm && (fitsTo(open.pieces, line) || (open.fitted.length === 1 && isHeadOf(rows[open.fitted[0] ?? 0], row)))) {
			open.widest = Math.max(open.widest, line.length);
			// What stands above a head says nothing about the steps below it.
			if (line.length > 2 && line.every(({ figure }) => figure === false) && open.pieces[open.pieces.length - 1]?.some(({ figure }) => figure)) open.steps = [];
			open.fitted.push(index);
			open.pieces.push(line);
			open.strays = 0;
			open.lone = 0;
			continue;
		}
		const mayGoOn = open && (open.fitted.length > 1 || isAgain(open.pieces[0], pieces[index + 1]));
		if (open && mayGoOn && open.strays < MOST_STRAYS && goesOn(open, rows, pieces, index, to)) {
			open.strays++;
			continue;
		}
		close();
		if (!isForm) open = { fitted: [index], pieces: [line], strays: 0, lone: 0, loneLines: 0, steps: [], widest: line.length };
	}
	close();
	return runs;
}

/**
 * Items with lines between them stand line by line. The few gaps in such an even run part the items from
 * the sums below, and from the number and date of a receipt above. Heads above a gap stay with their rows,
 * and so do items of one row each.
 * @returns indices of the first rows below such gaps
 */
function gapsWithin({ fitted, loneLines }: OpenRun, rows: readonly Row[], pieces: readonly (readonly Piece[])[]): number[] {
	const [first, last] = [fitted[0] ?? 0, fitted[fitted.length - 1] ?? 0];
	if (loneLines < 2 || areEven(fitted, rows)) return [];
	const stepTo = (index: number) => (rows[index]?.middle ?? 0) - (rows[index - 1]?.middle ?? 0);
	const indices = Array.from({ length: last - first }, (_, at) => first + 1 + at);
	const steps = indices.map(stepTo).sort((a, b) => a - b);
	const usual = steps[steps.length >> 1] ?? 0;
	const gaps = indices.filter((index) => stepTo(index) > EVEN * TAIL_STEP * usual);
	const largest = steps[steps.length - gaps.length - 1] ?? 0;
	if (usual < SMALLEST_USUAL || gaps.length > MOST_GAPS || largest > EVEN * usual) return [];
	const several = (from: number, to: number) => pieces.slice(from, to).filter((line) => line.length > 1);
	const cuts: number[] = [];
	for (const [at, gap] of gaps.entries()) {
		const above = several(cuts[cuts.length - 1] ?? first, gap);
		const isHead = cuts.length === 0 && !above.some((line) => line.some(({ figure }) => figure));
		if (!isHead && above.length > 1 && several(gap, gaps[at + 1] ?? last + 1).length > 1) cuts.push(gap);
	}
	return cuts;
}

interface OpenRun {
	fitted: number[];
	pieces: Array<readonly Piece[]>;
	strays: number;
	lone: number;
	loneLines: number;
	/** From each line to the next, without the first. */
	steps: number[];
	widest: number;
}

function stepsAway(open: OpenRun, rows: readonly Row[], index: number): boolean {
	const step = (rows[index]?.middle ?? 0) - (rows[index - 1]?.middle ?? 0);
	if (step > LARGEST_STEP) return true;
	const steps = open.steps.slice(-MOST_STEPS);
	const usual = steps.reduce((most, each) => Math.max(most, each), 0);
	// Items with lines between them stand line by line: a gap parts them from the sums.
	const isGap = steps.length > 3 && usual >= SMALLEST_USUAL && step > EVEN * TAIL_STEP * usual && steps.every((each) => each * EVEN > usual);
	if (isGap && open.loneLines > 1 && !areEven([...open.fitted, index], rows)) return true;
	if (open.steps.length < 1) return step > FIRST_STEP;
	const texts = rows[index]?.boxes.length ?? 0;
	const few = texts > 1 && texts * 2 <= open.widest;
	return step > Math.max((few ? TAIL_STEP : LARGER_STEP) * usual, few ? 0 : SMALLEST_LIMIT);
}

/** Whether lines of several texts stand as far from each other as all the others do, with or without a text between them. */
function areEven(fitted: readonly number[], rows: readonly Row[]): boolean {
	// The step from the head says little about the others.
	const asked = fitted.slice(Math.max(1, fitted.length - MOST_STEPS - 1));
	const own = asked.slice(1).map((index, at) => (rows[index]?.middle ?? 0) - (rows[asked[at] ?? index]?.middle ?? 0));
	return own.length >= FEWEST_STEPS && Math.max(...own) <= EVEN * Math.min(...own);
}

/** Whether two lines are rows beyond doubt though another line stands between them: text below text in all of three columns or more, figures among them. */
function isAgain(row: readonly Piece[] | undefined, next: readonly Piece[] | undefined): boolean {
	if (!row || !next || row.length < FEWEST_AGAIN || next.length !== row.length || !next.some(({ figure }) => figure)) return false;
	const { bridges, aligned } = link(row, next);
	return bridges === 0 && aligned.length === next.length;
}

/** Whether the run goes on behind a line that keeps to other columns. */
function goesOn(open: OpenRun, rows: readonly Row[], pieces: readonly (readonly Piece[])[], index: number, to: number): boolean {
	let last = pieces[index] ?? [];
	for (let next = index + 1, tried = 0; next < to && tried < MOST_STRAYS; next++) {
		const row = rows[next];
		const line = pieces[next];
		if (!row || !line || stepsAway(open, rows, next)) return false;
		if (line.length < 2) continue;
		tried++;
		if (isPairs(row)) return false;
		if (fitsTo(open.pieces, line)) {
			// A line that the next one keeps to better begins a table of its own.
			const own = link(last, line);
			return !(own.bridges === 0 && own.aligned.length === last.length && last.length === line.length && last.length >= open.widest);
		}
		last = line;
	}
	return false;
}
