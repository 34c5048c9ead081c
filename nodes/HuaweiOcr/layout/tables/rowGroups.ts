// Lines of a table → its rows. What speaks for a line going on with the row above it, and against it,
// is weighed in one place (EVIDENCE), and lines of one kind are judged together over the whole table.
import type { Steps } from '../../turns/steps';
import { endsInCjk, isLabelled, startsWithCjk } from '../characters';
import type { Cell, GridLine } from './grid';
import { hasAmount, isFigure, kindOf } from './kinds';
import type { Profile } from './kinds';
import { countWhile } from '../sorted';

/** Distances are text heights. */
const EVIDENCE = {
	/** How near the line stands to the text above it, against the step from row to row: at most that part. */
	stepOfRow: [
		{ upTo: 0.75, weight: 2 },
		{ upTo: 0.88, weight: 1 },
		{ upTo: 0.94, weight: 0.3 },
		{ upTo: 0.97, weight: 0 },
		{ upTo: 1.12, weight: -1 },
		{ upTo: Infinity, weight: -2 },
	],
	/** Nearer, or not, than the steps that clearly stand out as those within cells. */
	withinCells: 1.5,
	beyondCells: -1.5,
	/** Wider than lines of one text ever stand apart. */
	loose: -1,
	/** Lone lines stand as far from the row above as from the row below. */
	evenSteps: -1,
	/** The next line stands so near that it is of one row with this one, and the line above does not. */
	ofNext: -3,
	/** Side by side, one a little lower: the middle of one cell beside the lines of another. */
	interleaved: 3,
	/** … and many rows of two full lines have such a middle. */
	ofTwoLines: 4,
	nearlyInterleaved: 1.5,
	/** … in a loose table: clearly nearer to the line above than half of the way to the next row. */
	withinStep: 1.5,
	/** The word would have fitted into the line above; or it would not. */
	hadRoom: -1.5,
	ranOut: 1,
	/** Begins as the middle of a sentence does, or the line above ends so. */
	goesOn: 1.5,
	endsOpen: 1,
	ends: -0.5,
	/** "Label: text", a list's dot. */
	beginsAnew: -2,
	/** A row below nothing but such lines, which are remarks to the row above them. */
	belowRemarks: -4,
	/** Alone in its column, between two rows that have nothing there: it belongs to both, and stands with the first. */
	betweenRows: 4,
	/** A figure below a figure, or a figure below words. */
	figureBelowFigure: -2,
	/** … that is whole, as amounts are, or of another kind: a date below a number. */
	figureBelowWhole: -8,
	figureBelowWords: -0.5,
	/** … with no edge and no middle in line; and words below such a figure. */
	figureOutOfLine: -2.5,
	/** The line fills most columns, as rows do. */
	fillsMost: -2,
	fillsHalf: -0.5,
	/** … or lacks what each row begins with. */
	noKey: 0.4,
} as const;

const INTERLEAVED = 0.6;
const NEARLY = 0.85;
const WITHIN_STEP = 0.45;
/** A text is in the middle between two rows when it is off by no more, and the rows are no further apart than others. */
const OFF_MIDDLE = 0.25;
const LARGEST_BETWEEN = 1.15;
/** Lines of one row stand nearer to each other than to others by this factor at least. */
const NEARER = 0.88;
const FEWEST_OF_TWO_LINES = 3;
const LOOSE = 1.9;
/** Edges of lines of one text differ by no more. */
const IN_LINE = 0.7;
/** Steps within cells stand out when the next larger ones are larger by this factor. */
const JUMP = 1.18;
const LARGEST_WITHIN = 1.8;
/** Steps are as large as others from this part of them on. */
const EVEN = 0.92;
/** Rows fill as many columns as the fuller lines do. */
const USUAL = 0.8;
const MOST = 0.75;
const HALF = 0.5;
const KEYED = 0.75;
/** A column shows what fits into it when so much of it has several words. */
const LONG_TEXT = 5;
/** No more lines above are asked, however long a cell is. */
const FARTHEST_LINES = 40;

/** So many lines are weighed in one step. */
const IN_ONE_STEP = 64;

export interface RowGroup {
	lines: GridLine[];
}

interface Table {
	lines: readonly GridLine[];
	profiles: readonly Profile[];
	/** Widest text of each column. */
	widths: number[];
	/** Widest text that stands alone on its line, by the column where it begins. */
	wide: number[];
	/** Columns that each row fills. */
	usual: number;
	keyed: boolean;
	/** Usual step between neighbouring lines that are surely rows; undefined where no two are neighbours. */
	rowStep: number | undefined;
	/** Steps up to here are those within cells; undefined where none stand out. */
	within: number | undefined;
	/** Two full lines this near are one row, as a text stands level with the middle between many such; undefined where none do. */
	twoLines: number | undefined;
	/** Whether lone lines stand as far from the row above as from the row below. */
	isEven: boolean;
	/** Part of the texts of a column that begin small whatever stands above. */
	small: number[];
}

/** Puts the lines of one row together. @param lines below the head @param profiles of the columns */
export function* groupLines(lines: readonly GridLine[], profiles: readonly Profile[]): Steps<RowGroup[]> {
	const table = measure(lines, profiles);
	// Each line for itself first; what that says about lines of one kind then counts for each of them.
	const means = new Map<string, { sum: number; count: number }>();
	const kinds: string[] = [];
	const known: Weighed[] = [];
	yield;
	yield* group(table, known, (index, own) => {
		const kind = (kinds[index] = kindOfLine(table, index));
		const mean = means.get(kind) ?? { sum: 0, count: 0 };
		mean.sum += own;
		mean.count++;
		means.set(kind, mean);
		return own > 0;
	});
	return yield* group(table, known, (index, own) => {
		const line = table.lines[index];
		// A full line is a row, or the middle of one, by what is beside it alone.
		const mean = line && isFull(table, line) ? undefined : means.get(kinds[index] ?? kindOfLine(table, index));
		return own + (mean ? mean.sum / mean.count : own) > 0;
	});
}

/** What a line weighed against a group that begins at one line. */
interface Weighed {
	begin: number;
	weight: number;
}

/** @param known what each line weighed last: in most groups the same is asked again */
function* group(table: Table, known: Weighed[], goesOn: (index: number, own: number) => boolean): Steps<RowGroup[]> {
	const groups: RowGroup[] = [];
	let begin = 0;
	for (const [index, line] of table.lines.entries()) {
		if (index % IN_ONE_STEP === IN_ONE_STEP - 1) yield;
		const open = groups[groups.length - 1];
		if (open) {
			const before = known[index];
			const weight = before?.begin === begin ? before.weight : weigh(table, open.lines, index, line);
			known[index] = { begin, weight };
			if (goesOn(index, weight)) {
				open.lines.push(line);
				continue;
			}
		}
		groups.push({ lines: [line] });
		begin = index;
	}
	return groups;
}

function isFull(table: Pick<Table, 'usual'>, { cells }: GridLine): boolean {
	return cells.length >= Math.max(2, MOST * table.usual);
}

function measure(lines: readonly GridLine[], profiles: readonly Profile[]): Table {
	const count = profiles.length;
	const fills = lines.map(({ cells }) => cells.length).filter((filled) => filled > 1).sort((a, b) => a - b);
	const usual = fills[Math.floor(fills.length * USUAL)] ?? 1;
	const widths = new Array<number>(count).fill(0);
	const wide = new Array<number>(count).fill(0);
	const begins = new Array<number>(count).fill(0);
	const filled = new Array<number>(count).fill(0);
	for (const [index, line] of lines.entries()) {
		const above = lines[index - 1]?.cells ?? [];
		for (const { first, last, left, right, text } of line.cells) {
			if (line.cells.length === 1) wide[first] = Math.max(wide[first] ?? 0, right - left);
			if (first !== last) continue;
			widths[first] = Math.max(widths[first] ?? 0, right - left);
			// What stands below a lone text may go on with it.
			if (!isFull({ usual }, line) || (above.length === 1 && above[0]?.first === first)) continue;
			filled[first] = (filled[first] ?? 0) + 1;
			if (beginsSmall(text)) begins[first] = (begins[first] ?? 0) + 1;
		}
	}
	const full = lines.filter((line) => isFull({ usual }, line));
	const keyed = full.filter(({ cells }) => cells[0]?.first === 0).length >= KEYED * full.length;
	const rowSteps = lines
		.flatMap((line, index) => {
			const before = lines[index - 1];
			return before && isFull({ usual }, line) && isFull({ usual }, before) && line.middle - before.middle >= NEARLY ? [line.middle - before.middle] : [];
		})
		.sort((a, b) => a - b);
	const rowStep = rowSteps[rowSteps.length >> 1];
	return {
		lines,
		profiles,
		widths,
		wide,
		usual,
		keyed,
		rowStep,
		within: stepsWithin(lines, usual, rowStep),
		twoLines: stepOfTwoLines(lines, usual, profiles),
		isEven: isEven(lines, usual),
		small: begins.map((small, column) => small / Math.max(filled[column] ?? 0, 1)),
	};
}

/**
 * The largest of the steps that stand out as those within cells, a little added. Where they would put
 * two rows together, they are no such steps.
 */
function stepsWithin(lines: readonly GridLine[], usual: number, rowStep = Infinity): number | undefined {
	const last = new Map<number, GridLine>();
	const steps: number[] = [];
	const isSureRow = (line: GridLine) => isFull({ usual }, line);
	// From each row to the next over lines in between, the largest step: below the limit, the two would be one.
	const around: number[] = [];
	let largest = 0;
	let between = 0;
	for (const [index, line] of lines.entries()) {
		for (const { first } of line.cells) {
			const above = last.get(first);
			if (above && !(isSureRow(above) && isSureRow(line))) steps.push(line.middle - above.middle);
			last.set(first, line);
		}
		largest = Math.max(largest, line.middle - (lines[index - 1]?.middle ?? line.middle));
		if (!isSureRow(line)) {
			between++;
			continue;
		}
		if (between > 0) around.push(largest);
		largest = 0;
		between = 0;
	}
	steps.sort((a, b) => a - b);
	for (let index = 1; index < steps.length; index++) {
		const [step, next] = [steps[index - 1] ?? 0, steps[index] ?? 0];
		if (step < NEARLY) continue;
		if (step > LARGEST_WITHIN) return undefined;
		if (next < JUMP * step) continue;
		// As far as from row to row: the name of a section stands so over its first row.
		if (step > EVEN * rowStep) return undefined;
		const limit = (step + next) / 2;
		return around.filter((each) => each < limit).length * 4 > around.length ? undefined : limit;
	}
	return undefined;
}

/**
 * Rows of two full lines with a text in the middle of them, as the lessons of a timetable: lines come in
 * pairs nearer than others. Never where figures would be put together.
 */
function stepOfTwoLines(lines: readonly GridLine[], usual: number, profiles: readonly Profile[]): number | undefined {
	if (profiles.filter(({ kind, share }) => kind === 'words' && share >= MOST).length < 2) return undefined;
	const full = lines.filter((line) => isFull({ usual }, line));
	const stepAt = (index: number) => (full[index]?.middle ?? Infinity) - (full[index - 1]?.middle ?? -Infinity);
	const position = new Map(full.map((line, index) => [line, index]));
	const steps: number[] = [];
	const others: number[] = [];
	for (const [index, line] of lines.entries()) {
		const [before, next] = [lines[index - 1], lines[index + 1]];
		const at = next && position.get(next);
		if (isFull({ usual }, line) && before && isFull({ usual }, before)) others.push(line.middle - before.middle);
		if (!before || at === undefined || !position.has(before) || isFull({ usual }, line) || shared([before], line).length > 0) continue;
		const step = stepAt(at);
		const isMiddle = Math.abs(2 * line.middle - before.middle - (next?.middle ?? 0)) < 0.2 * step;
		if (isMiddle && step < NEARER * Math.min(stepAt(at - 1), stepAt(at + 1))) steps.push(step);
	}
	const largest = Math.max(...steps, 0);
	if (steps.length < FEWEST_OF_TWO_LINES || steps.length * 3 < full.length) return undefined;
	const hasFigures = full.some((line, index) => {
		const above = full[index - 1];
		return above && stepAt(index) <= largest && shared([above], line).some((pair) => kindOf(pair.above.text) === 'number' && kindOf(pair.cell.text) === 'number');
	});
	return hasFigures || others.filter((step) => step <= largest).length * 2 > others.length ? undefined : largest;
}

/** Steps from rows to lone lines are as large as those from lone lines to rows. */
function isEven(lines: readonly GridLine[], usual: number): boolean {
	const steps = { after: [] as number[], before: [] as number[] };
	for (const [index, line] of lines.entries()) {
		const before = lines[index - 1];
		if (!before || isFull({ usual }, before) === isFull({ usual }, line)) continue;
		(isFull({ usual }, line) ? steps.before : steps.after).push(line.middle - before.middle);
	}
	const [after, before] = [steps.after, steps.before].map((each) => each.sort((a, b) => a - b)[each.length >> 1]);
	return after !== undefined && before !== undefined && after >= NEARLY && after >= EVEN * before;
}

interface Pair {
	above: Cell;
	cell: Cell;
	step: number;
	/** Whether both stand alone on their lines, and may be as wide as the table. */
	alone: boolean;
}

/** Columns that a line shares with a group, with the last text above. */
function shared(lines: readonly GridLine[], line: GridLine): Pair[] {
	const group = lines.slice(-FARTHEST_LINES);
	return line.cells.flatMap((cell) => {
		for (let index = group.length - 1; index >= 0; index--) {
			const before = group[index];
			const above = before && cellOver(before.cells, cell);
			if (before && above) return [{ above, cell, step: line.middle - before.middle, alone: before.cells.length === 1 && line.cells.length === 1 }];
		}
		return [];
	});
}

/** The first cell of a line that stands in one of the columns of another cell. */
function cellOver(cells: readonly Cell[], { first, last }: Cell): Cell | undefined {
	const cell = cells[countWhile(cells, (each) => each.last < first)];
	return cell && cell.first <= last ? cell : undefined;
}

/** What speaks for a line going on with the row above it, above 0, or against it. */
function weigh(table: Table, group: readonly GridLine[], index: number, line: GridLine): number {
	const before = table.lines[index - 1];
	const next = table.lines[index + 1];
	const stepUp = line.middle - (before?.middle ?? line.middle);
	const stepDown = (next?.middle ?? Infinity) - line.middle;
	const pairs = shared(group, line);
	let place = 0;
	if (pairs.length < line.cells.length && pairs.length === 0) {
		if (stepUp < INTERLEAVED) place += EVIDENCE.interleaved;
		else if (stepUp < NEARLY) place += EVIDENCE.nearlyInterleaved;
		else if (table.rowStep !== undefined && stepUp <= WITHIN_STEP * table.rowStep) place += EVIDENCE.withinStep;
		else place += EVIDENCE.loose;
	} else {
		const isBeside = before !== undefined && shared([before], line).length === 0;
		if (stepUp < INTERLEAVED && isBeside) place += EVIDENCE.interleaved;
		else if (stepUp < NEARLY && isBeside) place += EVIDENCE.nearlyInterleaved;
		else if (stepUp < INTERLEAVED) place += EVIDENCE.nearlyInterleaved;
		if (table.isEven && line.cells.length === 1) place += EVIDENCE.evenSteps;
		const step = Math.min(...pairs.map((pair) => pair.step));
		if (table.rowStep !== undefined) place += EVIDENCE.stepOfRow.find(({ upTo }) => step <= upTo * (table.rowStep ?? 1))?.weight ?? 0;
		if (table.within !== undefined) place += step <= table.within ? EVIDENCE.withinCells : EVIDENCE.beyondCells;
		if (step > LOOSE) place += EVIDENCE.loose;
	}
	const fill = line.cells.length / Math.max(table.usual, 1);
	if (fill >= MOST && table.usual > 1) {
		const groupFull = group.slice(-FARTHEST_LINES).some((each) => isFull(table, each));
		place += groupFull ? EVIDENCE.fillsMost : EVIDENCE.fillsMost / 2;
	} else if (fill >= HALF && line.cells.length > 1) place += EVIDENCE.fillsHalf;
	if (table.keyed && line.cells[0]?.first !== 0) place += EVIDENCE.noKey;
	if (isFull(table, line) && group.every(({ cells }) => cells.length === 1 && beginsAnew(cells[0]?.text ?? ''))) place += EVIDENCE.belowRemarks;
	if (isBetweenRows(table, before, line, next)) place += EVIDENCE.betweenRows;
	if (stepDown < NEARLY && stepUp >= NEARLY && stepDown < 0.75 * stepUp && next && shared([line], next).length === 0) place += EVIDENCE.ofNext;
	if (table.twoLines !== undefined && isFull(table, line) && pairs.length > 0) {
		const fulls = group.slice(-FARTHEST_LINES).filter((each) => isFull(table, each));
		const [only] = fulls;
		return only && fulls.length === 1 && line.middle - only.middle <= table.twoLines ? EVIDENCE.ofTwoLines : -EVIDENCE.ofTwoLines;
	}
	return place + pairs.reduce((sum, pair) => sum + weighText(table, pair), 0);
}

function weighText(table: Table, { above, cell, alone }: Pair): number {
	let sum = 0;
	const profile = table.profiles[cell.first];
	const [upper, lower] = [kindOf(above.text), kindOf(cell.text)];
	const opens = /^[(（[/)）\],;]/u.test(cell.text);
	if (isFigure(lower) && !opens) {
		if (isWhole(above.text, cell.text)) sum += EVIDENCE.figureBelowWhole;
		else if (isFigure(upper) || (profile && isFigure(profile.kind))) sum += EVIDENCE.figureBelowFigure;
		else sum += isInLine(above, cell) ? EVIDENCE.figureBelowWords : EVIDENCE.figureOutOfLine;
	} else if (lower === 'words' && isFigure(upper) && !isInLine(above, cell)) sum += EVIDENCE.figureOutOfLine;
	if (beginsAnew(cell.text)) sum += EVIDENCE.beginsAnew;
	if (opens || (beginsSmall(cell.text) && (table.small[cell.first] ?? 0) < 0.3)) sum += EVIDENCE.goesOn;
	if (/[-‐–/&,，、+(（]$/u.test(above.text) || isOpen(above.text)) sum += EVIDENCE.endsOpen;
	else if (/[.。:：;；!?]$/u.test(above.text)) sum += EVIDENCE.ends;
	sum += weighRoom(table, above, cell, alone);
	return sum;
}

/** Whether the first word of a text would have fitted behind the text above it. */
function weighRoom(table: Table, above: Cell, cell: Cell, alone: boolean): number {
	// A text that reaches over its column is not the end of one that keeps to it.
	if (cell.first !== cell.last && above.first === above.last) return EVIDENCE.hadRoom;
	const width = Math.max(table.widths[cell.first] ?? 0, alone ? (table.wide[cell.first] ?? 0) : 0);
	const characters = Array.from(cell.text);
	const word = startsWithCjk(cell.text) ? 1 : Array.from(/^\S+/u.exec(cell.text)?.[0] ?? '').length + 0.5;
	const needed = above.right - above.left + ((cell.right - cell.left) * word) / Math.max(characters.length, 1);
	if (needed < 0.85 * width) return EVIDENCE.hadRoom;
	const isLong = above.right - above.left >= LONG_TEXT && (/\s/u.test(above.text) || endsInCjk(above.text));
	return needed > width && isLong ? EVIDENCE.ranOut : 0;
}

/** Whether a lone text stands in the middle between two rows that both lack it, and nearer to them than the next rows stand. */
function isBetweenRows(table: Table, before: GridLine | undefined, line: GridLine, next: GridLine | undefined): boolean {
	if (!before || !next || line.cells.length !== 1 || !isFull(table, before) || !isFull(table, next)) return false;
	if (shared([before], line).length > 0 || shared([next], line).length > 0) return false;
	const [up, down] = [line.middle - before.middle, next.middle - line.middle];
	return Math.abs(up - down) < OFF_MIDDLE && up + down < LARGEST_BETWEEN * (table.rowStep ?? up + down);
}

function isInLine(above: Cell, { left, right }: Cell): boolean {
	return Math.min(Math.abs(above.left - left), Math.abs(above.right - right), Math.abs(above.left + above.right - left - right) / 2) <= IN_LINE;
}

/** Whether a figure does not go on in the one below it: an amount is whole, and a number never ends in a date or a code. */
function isWhole(upper: string, lower: string): boolean {
	if (kindOf(upper) !== 'number' || /[-‐–/,.(（+]$/u.test(upper)) return false;
	return kindOf(lower) !== 'number' || (hasAmount(upper) && hasAmount(lower));
}

function beginsAnew(text: string): boolean {
	return isLabelled(text) || /^[•·●▪■◦○-]\s/u.test(text);
}

function beginsSmall(text: string): boolean {
	return /^\p{Ll}/u.test(text);
}

/** A bracket that is still open at the end. */
function isOpen(text: string): boolean {
	return (text.match(/[(（]/gu)?.length ?? 0) > (text.match(/[)）]/gu)?.length ?? 0);
}

/** From the last text above in a lone line's column to the line. */
function stepIn(table: Table, index: number): number {
	const line = table.lines[index];
	const [cell] = line?.cells ?? [];
	for (let above = index - 1; line && cell && above >= Math.max(0, index - FARTHEST_LINES); above--) {
		const before = table.lines[above];
		if (before && cellOver(before.cells, cell)) return line.middle - before.middle;
	}
	return Infinity;
}

/** Lines of one kind: those that fill just the same columns, below a line of the same fill. */
function kindOfLine(table: Table, index: number): string {
	const line = table.lines[index];
	const before = table.lines[index - 1];
	// Lone lines in one column are of one kind, wherever they stand, unless their steps clearly are of two kinds.
	if (line?.cells.length === 1) return `alone ${line.cells[0]?.first ?? 0} ${table.within !== undefined && stepIn(table, index) > table.within ? 'beyond' : 'within'}`;
	return `${line?.cells.map(({ first }) => first).join(' ') ?? ''}/${before && isFull(table, before) ? 'full' : 'part'}`;
}
