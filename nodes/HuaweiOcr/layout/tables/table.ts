// One run of lines → head and rows.
import { joinWrapped } from '../characters';
import { mapInSteps, type Steps } from '../../turns/steps';
import type { Box } from '../page/frame';
import type { Row } from '../page/rows';
import { columnAt, findGaps, withLoneColumns } from './columns';
import type { Gap } from './columns';
import { gridInSteps, KnownLines, toGrid, toLine, profilesOf, whole, withoutSignColumns } from './grid';
import type { Cell, GridLine } from './grid';
import { withHeadedColumns } from './headedColumns';
import { bodyProfiles, countHeadLines, headness } from './heads';
import { figureShare, isFigure, kindOf } from './kinds';
import type { Profile } from './kinds';
import { groupLines } from './rowGroups';
import { isPairs } from './runs';
import type { Run } from './runs';
import { readHeads } from './storeys';
import type { Extent } from './storeys';
import type { FoundTable } from './types';
import { isTable } from './verdict';
import { withGapsInBlocks } from './withinBlocks';

export type { FoundTable } from './types';

/** Distances are text heights. The step below the head may be this large: a rule often stands there. */
const BELOW_HEAD = 5;
/** A head further off than this names each column. */
const FAR_HEAD = 2.6;
/** Lines of a head stand at most this far apart; one text over several columns nearer than that. */
const WITHIN_HEAD = 1.9;
const NEAR_HEAD = 1.45;
const OVER_ALL = 1.3;
/** So many of a column's texts may reach out of it. */
const FAR_OUT = 0.12;
/** Lines nearer than this stand beside each other. */
const NEARLY = 0.85;
const MOST_HEAD_LINES = 9;
const MOST_HEADS = 64;
/** A head over several columns may stand off their middle by this part of their width. */
const OFF_MIDDLE = 0.05;
/** Lone lines between head and first row, and below the last row. */
const MOST_LONE = 4;
const LONE_STEP = 3;
/** A line that is a head by so much begins a table, whatever stands above. */
const SURELY_HEAD = 2;
/** … and a row by so much, though the name of a section stands below it. */
const SURELY_ROW = -3;
const IN_LINE = 0.7;
/** Texts that stand above each other by less than this only touch. */
const TOUCHING = 0.3;
/** Cells of one column begin or end so near to each other. */
const EDGE = 0.3;
/** Lines of one text stand this near, in heights of their own. */
const DENSE = 1.3;
/** So many rows that keep to the columns say more about them than lines between them. */
const FEWEST_OWN = 3;
/** So many lines above a row say what its table looks like. */
const MOST_ABOVE = 16;
/** So many lines of something else that keep to the columns may stand above the table. */
const MOST_BEFORE = 60;

/**
 * @param rows of a region
 * @param floor index of the first row that may be part of the table
 * @param ceiling index behind the last one
 */
export function* readTable(rows: readonly Row[], run: Run, floor: number, ceiling: number, firstRowIsHeader: boolean): Steps<FoundTable | undefined> {
	const slice = (from: number, to: number) => rows.slice(from, to + 1);
	const boxesAt = (index: number) => rows[index]?.boxes ?? [];
	const rowsAt = (indices: readonly number[]) => new Set(indices.flatMap((index) => rows[index] ?? []));
	let fitted = run.fitted.filter((index) => index >= floor && index < ceiling);
	if (fitted.length < 1) return undefined;
	const known = new KnownLines();
	const loneBoxes = () => {
		return slice(fitted[0] ?? 0, fitted[fitted.length - 1] ?? 0).flatMap((row) => (row.boxes.length === 1 ? row.boxes : []));
	};
	const gapsOf = (indices: readonly number[]) => withLoneColumns(findGaps(indices.map(boxesAt)), indices.map(boxesAt), loneBoxes());
	// Heads keep to other edges than what stands below them: the first lines do not say where the columns are.
	const roughGaps = () => gapsOf(fitted.slice(Math.min(3, Math.floor(fitted.length / 3))));
	let gaps = roughGaps();
	if (gaps.length === 0) return undefined;
	yield;
	const start = beginsAt(rows, fitted, gaps);
	yield;
	if (start > 0) {
		fitted = fitted.slice(start);
		gaps = roughGaps();
	}
	let first = fitted[0] ?? 0;
	let last = fitted[fitted.length - 1] ?? first;

	// The head, first as the lines of the run show it, then with the columns that the rows below have.
	let headLines = 0;
	if (firstRowIsHeader) {
		const { lines } = yield* gridInSteps(slice(first, last), gaps, known);
		headLines = countHeadLines({ lines, count: gaps.length + 1, own: rowsAt(fitted) });
		const top = headBegins(lines, headLines);
		first += top;
		headLines -= top;
		fitted = fitted.filter((index) => index >= first);
	}
	const own = rowsAt(fitted);
	const body = fitted.filter((index) => index >= first + headLines);
	yield;
	if (body.length >= 3 || (body.length === 2 && headLines > 0 && sameFill(body.map(boxesAt)))) gaps = gapsOf(body);
	yield;
	gaps = withoutSignColumns(gaps, (yield* gridInSteps(body.flatMap((index) => rows[index] ?? []), gaps, known)).lines);
	if (gaps.length === 0) return undefined;

	if (firstRowIsHeader) {
		const upper = yield* extendUp(rows, first, headLines, gaps, floor, last, known);
		if (upper.first < first) {
			first = upper.first;
			if (upper.headLines === 0) headLines = 0;
			const { lines } = yield* gridInSteps(slice(first, last), gaps, known);
			if (upper.headLines > 0) headLines = Math.max(upper.headLines, countHeadLines({ lines, count: gaps.length + 1, own }));
		}
	}
	yield;
	if (headLines > 0) {
		const [heads, below] = [slice(first, first + headLines - 1), slice(first + headLines, last)].map((lines) => lines.map(({ boxes }) => boxes));
		gaps = withHeadedColumns(withGapsInBlocks(gaps, below ?? [], heads ?? []), below ?? [], heads ?? []);
	} else gaps = withGapsInBlocks(gaps, fitted.map(boxesAt), []);
	first = withFirstLone(rows, first, headLines, floor, gaps, last);
	last = extendDown(rows, first, last, ceiling, gaps);

	const bodyRows = slice(first + headLines, last);
	yield;
	let grid = yield* gridInSteps(bodyRows, gaps, known);
	yield;
	let head = new Array<string>(gaps.length + 1).fill('');
	let contrast = 0;
	if (headLines > 0) {
		const headRows = slice(first, first + headLines - 1);
		const read = readHeads(headRows, gaps, inkOf(grid.lines, gaps));
		contrast = contrastOf(headRows, grid.lines, gaps, own);
		if (read.gaps.length !== gaps.length) grid = yield* gridInSteps(bodyRows, read.gaps, known);
		gaps = read.gaps;
		head = read.names;
	}
	const count = gaps.length + 1;
	const profiles = profilesOf(grid.lines, count);
	yield;
	let groups = yield* groupLines(grid.lines, profiles);
	yield;
	let texts = yield* mapInSteps(groups, function* ({ lines }): Steps<string[]> {
		yield;
		return rowOf(lines, count, profiles);
	});
	let headStandsOut = false;
	if (firstRowIsHeader && headLines === 0 && mayBeHead(texts)) {
		const [headGroup] = groups;
		const lines = headGroup?.lines ?? [];
		headStandsOut = standsOut(lines, grid.lines.slice(lines.length));
		head = readHeads(lines.map(({ row }) => row), gaps, inkOf(grid.lines.slice(lines.length), gaps)).names.slice(0, count);
		headLines = lines.length;
		groups = groups.slice(1);
		texts = texts.slice(1);
	} else if (headLines > 0) headStandsOut = standsOut(slice(first, first + headLines - 1).map((row) => toLine(row, gaps, whole)), grid.lines);
	yield;
	const aligned = alignedShare(grid.lines);
	// Lines of something else between the rows say nothing about the columns.
	const isOwn = texts.map((_, index) => groups[index]?.lines.some(({ row }) => own.has(row)) ?? true);
	const ofTable = texts.filter((_, index) => isOwn[index] || groups[index]?.lines.every(({ row }) => row.boxes.length < 2));
	if (!isTable({ head, contrast, rows: isOwn.filter(Boolean).length < FEWEST_OWN ? texts : ofTable, all: texts, aligned, headStandsOut, dense: isDense(groups.map(({ lines }) => lines[0]?.row)), mayHaveHead: firstRowIsHeader })) return undefined;
	return { head, rows: texts, first, last, headLines, boxes: slice(first, last).flatMap(({ boxes }) => boxes), aligned, lines: grid.lines };
}

function sameFill(lines: readonly (readonly Box[])[]): boolean {
	return lines.every((line) => line.length === lines[0]?.length);
}

/** Index within `fitted` of a line that is a head beyond doubt though rows of something else stand above it. */
function beginsAt(rows: readonly Row[], fitted: readonly number[], gaps: readonly Gap[]): number {
	const lines = toGrid(fitted.slice(0, MOST_BEFORE).flatMap((index) => rows[index] ?? []), gaps).lines;
	const view = { lines, count: gaps.length + 1 };
	let start = 0;
	let hasRows = false;
	const { profiles, keyed } = bodyProfiles(view);
	for (const [index, line] of lines.slice(0, Math.max(1, Math.ceil(lines.length / 2))).entries()) {
		const weight = headness(line, profiles, keyed);
		const words = line.cells.every(({ text }) => !isFigure(kindOf(text)));
		if (hasRows && words && weight >= SURELY_HEAD && line.cells.length * 2 > view.count) {
			start = index;
			hasRows = false;
		}
		if (weight < 0 || (weight === 0 && index === 0)) hasRows = true;
	}
	return start;
}

/** Index of the head's first line: lines further above that do not stand near are something else. */
function headBegins(lines: readonly GridLine[], headLines: number): number {
	let top = Math.max(headLines - 1, 0);
	while (top > 0 && isNear(lines[top - 1], lines[top])) top--;
	return top;
}

/** Lines of heads stand near; those with a text over several columns may stand a little further off. */
function isNear(upper: GridLine | undefined, lower: GridLine | undefined): boolean {
	if (!upper || !lower) return false;
	const spans = upper.cells.some(({ first, last }) => first !== last);
	return lower.middle - upper.middle <= (spans ? WITHIN_HEAD : NEAR_HEAD + 0.15);
}

/** Lines above the run that are its head. */
function* extendUp(rows: readonly Row[], first: number, headLines: number, gaps: readonly Gap[], floor: number, last: number, known: KnownLines): Steps<{ first: number; headLines: number }> {
	const body = (yield* gridInSteps(rows.slice(first + headLines, last + 1), gaps, known)).lines;
	yield;
	const count = gaps.length + 1;
	const profiles = profilesOf(body.filter(({ cells }) => cells.length > 1), count);
	const keyed = body.filter(({ cells }) => cells.length > 1).every(({ cells }) => cells[0]?.first === 0);
	const ink = inkOf(body, gaps);
	const table: Extent = { left: Math.min(...ink.map(({ left }) => left)), right: Math.max(...ink.map(({ right }) => right)) };
	// Of a table of words, any full line of words may be the head.
	const words = profiles.every(({ kind, share }) => !isFigure(kind) || share < 0.5);
	const rowStep = Math.max((rows[first + 1]?.middle ?? Infinity) - (rows[first]?.middle ?? 0), usualStep(body), 1);
	let top = first;
	let lines = headLines;
	let lone = 0;
	const headRows = () => rows.slice(top, Math.max(top + lines, first + headLines));
	for (let index = first - 1; index >= floor && lines < MOST_HEAD_LINES; index--) {
		const row = rows[index];
		const below = rows[index + 1];
		if (!row || !below || (isPairs(row) && (lines > 0 || row.boxes.length > 1))) break;
		const step = below.middle - row.middle;
		const line = toLine(row, gaps, whole);
		const weight = headness(line, profiles, keyed);
		const ofWords = line.cells.every(({ text }) => !isFigure(kindOf(text)));
		const within = row.boxes.every((box) => box.right > table.left - 2 && box.left < table.right + 2);
		if (lines === 0) {
			const isFar = step > FAR_HEAD && line.cells.length < count - (line.cells[0]?.first === 0 ? 0 : 1);
			if (line.cells.length > 1 && step <= BELOW_HEAD && !isFar && within && (weight > 0 || (words && weight === 0 && line.cells.length >= count - 1)) && (ofWords || weight >= 1)) {
				lines = 1;
				top = index;
				// Lines between the head and the first row are rows.
				continue;
			}
			if (line.cells.length > 1 && weight < (lone > 0 ? SURELY_ROW : 0) && within && step <= (lone > 0 ? LONE_STEP : 1.25 * rowStep) && (line.cells.reduce((sum, cell) => sum + cell.last - cell.first + 1, 0) * 2 > count || keepsToEdges(line, body))) {
				// A row that did not seem to keep to the columns: cells read as one block.
				top = index;
				lone = 0;
				continue;
			}
			if (line.cells.length === 1 && step <= LONE_STEP && lone < MOST_LONE && within) {
				lone++;
				continue;
			}
			break;
		}
		const [cell] = line.cells;
		if (!within || (line.cells.length > 1 && !isNear(line, { row: below, middle: below.middle, cells: [] }) && !(step <= WITHIN_HEAD && isStorey(row, below)))) break;
		const isHead = line.cells.length > 1 ? weight > 0 || (weight === 0 && ofWords && (isStorey(row, below) || step < NEARLY)) : cell !== undefined && isLoneHead(cell, withHeads(below, headRows()), { step, within: largestStep(headRows()) }, gaps, table, weight);
		if (!isHead) break;
		lines += 1;
		top = index;
	}
	return { first: top, headLines: lines };
}

/** The usual step between lines of several texts. */
function usualStep(lines: readonly GridLine[]): number {
	const several = lines.filter(({ cells }) => cells.length > 1);
	const steps = several.slice(1).map((line, index) => line.middle - (several[index]?.middle ?? line.middle)).sort((a, b) => a - b);
	return steps[steps.length >> 1] ?? 0;
}

/** Whether each text of a line begins or ends where texts of the rows do, the first and the last column's among them. */
function keepsToEdges({ cells }: GridLine, body: readonly GridLine[]): boolean {
	const near = (a: number, b: number) => Math.abs(a - b) < EDGE;
	const hasEdge = (cell: Cell) => body.filter((line) => line.cells.some((other) => near(other.left, cell.left) || near(other.right, cell.right))).length > 1;
	const [first, last] = [cells[0], cells[cells.length - 1]];
	return first?.first === 0 && last?.last === Math.max(...body.map((line) => line.cells[line.cells.length - 1]?.last ?? 0)) && cells.every(hasEdge);
}

/** The largest step between neighbouring lines; 0 for one line. */
function largestStep(rows: readonly Row[]): number {
	return rows.slice(1).reduce((most, row, index) => Math.max(most, row.middle - (rows[index]?.middle ?? row.middle)), 0);
}

/**
 * Whether one text above the head belongs to it: over one of its texts, over several columns, or over all of them and near.
 * @param step to the line below, and the largest one within the head so far
 */
function isLoneHead(cell: Cell, below: Row, { step, within }: { step: number; within: number }, gaps: readonly Gap[], table: Extent, weight: number): boolean {
	if (step > WITHIN_HEAD) return false;
	const isOverAll = cell.first === 0 && cell.last === gaps.length;
	const middle = (cell.left + cell.right) / 2;
	const height = Math.max(...cell.boxes.map((box) => box.height));
	const usual = Math.max(...below.boxes.map((box) => box.height));
	if (height > 1.25 * usual) return false;
	const isCentred = Math.abs(middle - (table.left + table.right) / 2) < 1.5;
	if (isOverAll || (isCentred && cell.last - cell.first + 1 >= gaps.length)) return step <= OVER_ALL && isCentred;
	// A caption begins where the table does.
	if (Math.abs(cell.left - table.left) < IN_LINE && cell.last > cell.first) return false;
	if (cell.last > cell.first) return isOverMiddle(cell, below);
	if (step < NEARLY) return true;
	const under = below.boxes.filter((box) => box.left < cell.right && box.right > cell.left);
	const isBetween = under.every((box) => Math.min(box.right, cell.right) - Math.max(box.left, cell.left) < TOUCHING);
	const isOver = isBetween && below.boxes.length > 1 && isOverMiddle(cell, below);
	if (isOver || (under.length === 0 && below.boxes.length > 1)) return isOver;
	// Texts of the rows are often narrower than their heads: those say what it stands over.
	if (under.length > 1 && step <= Math.max(NEAR_HEAD, 1.1 * within) && isOverMiddle(cell, below)) return true;
	if (step > NEAR_HEAD) return false;
	const inLine = under.some((box) => Math.abs((box.left + box.right) / 2 - middle) <= IN_LINE || Math.abs(box.left - cell.left) <= IN_LINE / 2);
	if (under.length > 0) return inLine && (cell.first > 0 || step <= 1.2);
	// Over a column that has no text in the line below, or between two columns.
	return weight > 0 || columnAt(gaps, middle) > 0;
}

/** All texts of the head's lines so far, as one line. */
function withHeads(below: Row, lines: readonly Row[]): Row {
	const boxes = lines.length > 1 ? lines.flatMap((line) => line.boxes).sort((a, b) => a.left - b.left) : below.boxes;
	return { ...below, boxes };
}

/** Whether a line has fewer texts than the one below it, and one of them stands over several of those. */
function isStorey({ boxes }: Row, below: Row): boolean {
	return boxes.length < below.boxes.length && boxes.some((box) => below.boxes.filter(({ left, right }) => left < box.right && right > box.left).length > 1 || isOverMiddle(box, below));
}

/** Whether a text stands in the middle of two or more neighbours of the line below that it reaches over. */
function isOverMiddle(cell: Extent, { boxes }: Pick<Row, 'boxes'>): boolean {
	const under = boxes.flatMap((box, index) => (box.left < cell.right && box.right > cell.left ? [index] : []));
	// Between two: those two at least.
	const before = boxes.filter(({ right }) => right <= cell.left).length;
	const [from, to] = [under[0] ?? Math.max(before - 1, 0), under[under.length - 1] ?? before];
	if (boxes.length > MOST_HEADS) return false;
	for (let first = 0; first <= from; first++) {
		for (let last = Math.max(to, first + 1); last < boxes.length; last++) {
			const [left, right] = [boxes[first]?.left ?? 0, boxes[last]?.right ?? 0];
			if (Math.abs(cell.left + cell.right - left - right) / 2 <= Math.max(1, OFF_MIDDLE * (right - left))) return true;
		}
	}
	return false;
}

/** Where each row has a line above it, the first row has one, too. */
function withFirstLone(rows: readonly Row[], first: number, headLines: number, floor: number, gaps: readonly Gap[], last: number): number {
	const above = rows[first - 1];
	if (headLines > 0 || !above || first - 1 < floor || above.boxes.length !== 1 || isPairs(above)) return first;
	const steps: number[] = [];
	for (let index = first + 1; index < last; index++) {
		const [row, next] = [rows[index], rows[index + 1]];
		if (row && next && row.boxes.length === 1 && next.boxes.length > 1) steps.push(next.middle - row.middle);
	}
	const step = (rows[first]?.middle ?? 0) - above.middle;
	const [lineCell] = toLine(above, gaps, whole).cells;
	const isLike = steps.length > 0 && step <= 1.25 * Math.max(...steps) && step >= 0.75 * Math.min(...steps);
	return isLike && lineCell?.first === 0 ? first - 1 : first;
}

/** Lone lines below the last row that are like those between the rows, or lines of its cells. */
function extendDown(rows: readonly Row[], first: number, last: number, ceiling: number, gaps: readonly Gap[]): number {
	const between = new Map<number, { step: number; most: number }>();
	for (let index = first + 1, runLength = 0; index <= last; index++) {
		const row = rows[index];
		if (!row || row.boxes.length !== 1) {
			runLength = 0;
			continue;
		}
		runLength++;
		const [cell] = toLine(row, gaps, whole).cells;
		const step = row.middle - (rows[index - 1]?.middle ?? row.middle);
		const known = between.get(cell?.first ?? 0) ?? { step: 0, most: 0 };
		between.set(cell?.first ?? 0, { step: Math.max(known.step, step), most: Math.max(known.most, runLength) });
	}
	let end = last;
	for (let index = last + 1; index < ceiling && index - last <= 40; index++) {
		const row = rows[index];
		const before = rows[index - 1];
		if (row && before && row.boxes.length > 1 && (isCutRow(rows, first, index, gaps) || isRowOverColumns(rows, first, index, gaps))) {
			end = index;
			continue;
		}
		if (!row || !before || row.boxes.length > 1) break;
		const [cell] = toLine(row, gaps, whole).cells;
		if (!cell) break;
		const step = row.middle - before.middle;
		const known = between.get(cell.first);
		if (known && step <= 1.15 * known.step && index - last <= known.most) end = index;
		else if (goesOn(before, cell, step, gaps)) end = index;
		else break;
	}
	return end;
}

/** Whether a line is a row of which cells were read as one block: cut at the columns, it fills them as the rows above do. */
function isCutRow(rows: readonly Row[], first: number, index: number, gaps: readonly Gap[]): boolean {
	const [row, before, earlier] = [rows[index], rows[index - 1], rows[index - 2]];
	if (!row || !before || !earlier || row.middle - before.middle > 1.25 * (before.middle - earlier.middle)) return false;
	const cells = toGrid(rows.slice(Math.max(first, index - 8), index + 1), gaps).lines.pop()?.cells ?? [];
	return cells.length > row.boxes.length && cells.length * 2 > gaps.length + 1 && cells.every((cell) => cell.first === cell.last);
}

/** Whether a line is a row that keeps to the outer columns' edges, though its first text reaches over empty cells. */
function isRowOverColumns(rows: readonly Row[], first: number, index: number, gaps: readonly Gap[]): boolean {
	const [row, before] = [rows[index], rows[index - 1]];
	if (!row || !before || isPairs(row)) return false;
	const above = toGrid(rows.slice(Math.max(first, index - MOST_ABOVE), index), gaps).lines;
	const line = toLine(row, gaps, whole);
	return row.middle - before.middle <= 1.25 * usualStep(above) && line.cells.some((cell) => cell.last > cell.first) && keepsToEdges(line, above);
}

/** A line that goes on with a cell of the line above: near, below its text, as wide as the column at most. */
function goesOn(before: Row, cell: Cell, step: number, gaps: readonly Gap[]): boolean {
	if (step > 1.3 || cell.first !== cell.last) return false;
	const above = toLine(before, gaps, whole).cells.find(({ first }) => first === cell.first);
	if (!above || Math.abs(above.left - cell.left) > IN_LINE) return false;
	return step < 1.05 || /^\p{Ll}/u.test(cell.text);
}

/** Whether rows stand as near as the lines of one text. */
function isDense(rows: ReadonlyArray<Row | undefined>): boolean {
	const steps = rows
		.flatMap((row, index) => {
			const before = rows[index - 1];
			return row && before ? [(row.middle - before.middle) / Math.max(...row.boxes.map(({ height }) => height))] : [];
		})
		.sort((a, b) => a - b);
	return (steps[steps.length >> 1] ?? Infinity) < DENSE;
}

/** Where the columns have text, without the few that reach far out. */
function inkOf(lines: readonly GridLine[], gaps: readonly Gap[]): Extent[] {
	const edges = Array.from({ length: gaps.length + 1 }, () => ({ lefts: [] as number[], rights: [] as number[] }));
	for (const { cells } of lines) {
		for (const cell of cells) {
			const own = cell.first === cell.last ? edges[cell.first] : undefined;
			// A text alone on its line may be as wide as the table.
			if (!own || (cells.length === 1 && own.lefts.length > 0)) continue;
			own.lefts.push(cell.left);
			own.rights.push(cell.right);
		}
	}
	return edges.map(({ lefts, rights }, column) => {
		const out = Math.floor(lefts.length * FAR_OUT);
		const left = lefts.sort((a, b) => a - b)[out];
		const right = rights.sort((a, b) => b - a)[out];
		if (left !== undefined && right !== undefined && left <= right) return { left, right };
		const [before, after] = [gaps[column - 1], gaps[column]];
		const place = before && after ? (before.to + after.from) / 2 : (before?.to ?? after?.from ?? 0);
		return { left: place, right: place };
	});
}

function contrastOf(headRows: readonly Row[], lines: readonly GridLine[], gaps: readonly Gap[], own: ReadonlySet<Row>): number {
	const several = lines.filter(({ cells }) => cells.length > 1);
	const kept = several.filter(({ row }) => own.has(row));
	const body = kept.length < FEWEST_OWN ? several : kept;
	const profiles = profilesOf(body.length > 0 ? body : lines, gaps.length + 1);
	return headRows.reduce((sum, row) => sum + headness(toLine(row, gaps, whole), profiles, false), 0);
}

/** Where nothing is figures, or the first row says nothing: a full first row of words is the head. */
function mayBeHead(texts: readonly (readonly string[])[]): boolean {
	const [head, ...body] = texts;
	if (!head || body.length === 0) return false;
	const empty = head.filter((cell) => cell === '').length;
	if (empty > 1 || (empty === 1 && head[0] !== '' && head[head.length - 1] !== '')) return false;
	if (head.some((cell) => isFigure(kindOf(cell)))) return false;
	const columns = head.map((_, column) => body.map((row) => row[column] ?? ''));
	if (columns.some((cells) => figureShare(cells) > 0.5 && cells.filter((cell) => cell !== '').length > 0)) return false;
	return !head.some((cell, column) => cell !== '' && columns[column]?.includes(cell));
}

/** Heads in the middle over texts at the left. */
function standsOut(head: readonly GridLine[], body: readonly GridLine[]): boolean {
	const cells = head.flatMap(({ cells: own }) => own);
	const below = new Map<number, Cell[]>(cells.map(({ first }) => [first, []]));
	for (const line of body) for (const cell of line.cells) below.get(cell.first)?.push(cell);
	const out = cells.filter((cell) => {
		const own = below.get(cell.first)?.filter(({ last }) => last === cell.last) ?? [];
		if (own.length < 3) return false;
		const lefts = own.map(({ left }) => left).sort((a, b) => a - b);
		const usual = lefts[lefts.length >> 1] ?? 0;
		const isLeft = own.filter(({ left }) => Math.abs(left - usual) < IN_LINE).length >= 0.8 * own.length;
		return isLeft && Math.abs(cell.left - usual) > 1;
	});
	return out.length * 2 >= cells.length && out.length > 0;
}

/** Part of the cells in line with others of their column. */
function alignedShare(lines: readonly GridLine[]): number {
	const columns = new Map<number, Cell[]>();
	for (const { cells } of lines) {
		for (const cell of cells) {
			const known = columns.get(cell.first);
			if (cell.first !== cell.last) continue;
			if (known) known.push(cell);
			else columns.set(cell.first, [cell]);
		}
	}
	let [all, aligned] = [0, 0];
	for (const cells of columns.values()) {
		const best = Math.max(...[({ left }: Cell) => left, ({ right }: Cell) => right, ({ left, right }: Cell) => (left + right) / 2].map((edge) => {
			const places = cells.map(edge).sort((a, b) => a - b);
			const usual = places[places.length >> 1] ?? 0;
			return places.filter((place) => Math.abs(place - usual) < IN_LINE).length;
		}));
		all += cells.length;
		aligned += best;
	}
	return aligned / Math.max(all, 1);
}

/** The column that a text over several belongs to: figures where they end, words where they begin. */
function homeOf(cell: Cell, profiles: readonly Profile[]): number {
	if (cell.first === cell.last || !isFigure(kindOf(cell.text))) return cell.first;
	const last = profiles[cell.last];
	return last && isFigure(last.kind) ? cell.last : cell.first;
}

function rowOf(lines: readonly GridLine[], count: number, profiles: readonly Profile[]): string[] {
	const texts = new Array<string>(count).fill('');
	for (const { cells } of lines) {
		for (const cell of cells) {
			const column = homeOf(cell, profiles);
			texts[column] = joinWrapped(texts[column] ?? '', cell.text);
		}
	}
	return texts;
}
