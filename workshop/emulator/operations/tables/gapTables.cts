// Tables without ruled lines: rows of texts that leave the same gaps free.
import { around } from '../../engine/levelFrame.cts';
import type { RuledLine } from '../../engine/ruledLines.cts';
import { textLines } from './textLines.cts';
import type { Cell, PlacedText, Table } from './types.cts';

/** All of these in text heights of the page. Nearer texts of a line are one. */
const ONE_TEXT = 0.8;
/** White between two rows of a table, at most. */
const ROW_GAP = 2.6;
/** A gap between columns. */
const COLUMN_GAP = 0.7;
/** Lines this much nearer than the rows usually are go on with the row above. */
const WRAPPED = 0.75;
/** So much of a table's rows may reach over a gap between columns: merged cells. */
const REACHING = 0.25;
/** Texts of usually more than this width in two or three columns are columns of running text. */
const RUNNING_TEXT = 13;
/** A first step this many times as high as the others usually are is no head. */
const HIGH_STEP = 2.2;
/** More lines of text between two rules are several rows. */
const MOST_ROW_LINES = 4;
const FEWEST = { rows: 2, columns: 2, cells: 6 };

/** Texts that are one within their line. */
interface Run {
	left: number;
	right: number;
	texts: PlacedText[];
}

interface Line {
	runs: Run[];
	top: number;
	bottom: number;
}

interface Gap {
	from: number;
	to: number;
}

/**
 * @param em px; usual height of the page's text
 * @param rules lines on the page; level ones may part rows
 */
export function gapTables(texts: readonly PlacedText[], em: number, rules: readonly RuledLine[] = []): Table[] {
	const ladders = laddersOf(rules, em).flatMap((ladder) => ladderTable(ladder, texts, em) ?? []);
	const taken = new Set(ladders.flatMap(({ cells }) => cells.flatMap((cell) => cell.texts)));
	return [...ladders, ...freeTables(texts.filter((text) => !taken.has(text)), em)];
}

/** Level lines of one length below each other, from top to bottom. */
function laddersOf(rules: readonly RuledLine[], em: number): RuledLine[][] {
	const ladders: RuledLine[][] = [];
	for (const rule of rules.filter(({ isLevel }) => isLevel).sort((a, b) => a.at - b.at)) {
		const known = ladders.find(([first]) => first && Math.abs(first.from - rule.from) <= em && Math.abs(first.to - rule.to) <= em);
		if (known) known.push(rule);
		else ladders.push([rule]);
	}
	return ladders.map(withoutLetterhead).filter((ladder) => ladder.length > FEWEST.rows);
}

/** A head is not much higher than the rows: what stands above a table may have a line of the same length on top. */
function withoutLetterhead(ladder: RuledLine[]): RuledLine[] {
	const steps = ladder.slice(1).map(({ at }, index) => at - (ladder[index]?.at ?? at));
	const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1] ?? 0;
	return (steps[0] ?? 0) > HIGH_STEP * usual ? ladder.slice(1) : ladder;
}

/** A table with a line between any two rows; none where lines only stand above, below and under its head. */
function ladderTable(ladder: readonly RuledLine[], texts: readonly PlacedText[], em: number): Table | undefined {
	const rows = ladder.slice(1).map((bottom, index) => {
		const top = ladder[index]?.at ?? 0;
		const own = texts.filter((text) => middleOf(text) > top && middleOf(text) < bottom.at && text.right > bottom.from && text.left < bottom.to);
		return textLines(own).map((line) => toLine(line, em));
	});
	if (rows.some((lines) => lines.length === 0 || lines.length > MOST_ROW_LINES)) return undefined;
	const gaps = columnGaps(rows.flat(), em);
	return gaps.length === 0 ? undefined : toTable(rows, gaps);
}

function freeTables(texts: readonly PlacedText[], em: number): Table[] {
	const lines = textLines(texts).map((line) => toLine(line, em));
	const tables: Table[] = [];
	for (let first = 0; first < lines.length; first++) {
		const last = endOfBand(lines, first, em);
		const band = trimmed(lines.slice(first, last + 1));
		const above = band[0] && lines[lines.indexOf(band[0]) - 1];
		const table = tableOf(band, above, em);
		if (table) tables.push(table);
		first = last;
	}
	return tables;
}

function toLine(texts: readonly PlacedText[], em: number): Line {
	const runs: Run[] = [];
	for (const text of texts) {
		const run = runs.at(-1);
		if (run && text.left - run.right < ONE_TEXT * em) {
			run.right = Math.max(run.right, text.right);
			run.texts.push(text);
		} else runs.push({ left: text.left, right: text.right, texts: [text] });
	}
	const { top, bottom } = around(texts);
	return { runs, top, bottom };
}

/** Last line of a stretch that may be a table: no wide white, no two lines after each other that are one text. */
function endOfBand(lines: readonly Line[], first: number, em: number): number {
	let last = first;
	let isFound = (lines[first]?.runs.length ?? 0) > 1;
	for (let index = first + 1; index < lines.length; index++) {
		const [before, line, next] = [lines[index - 1], lines[index], lines[index + 1]];
		if (!before || !line || line.top - before.bottom > ROW_GAP * em) break;
		const isLone = line.runs.length === 1;
		// A lone text above the first row is a title; two below each other are no rows.
		if (isLone && !isFound) break;
		if (isLone && before.runs.length === 1 && next?.runs.length !== 2) break;
		isFound ||= !isLone;
		last = index;
	}
	return last;
}

/** Without lone texts above and below. */
function trimmed(lines: readonly Line[]): Line[] {
	const isRow = ({ runs }: Line): boolean => runs.length > 1;
	const first = lines.findIndex(isRow);
	const last = lines.findLastIndex(isRow);
	return first < 0 ? [] : lines.slice(first, last + 1);
}

/** @param above the line above them, which may be a head over several columns */
function tableOf(body: readonly Line[], above: Line | undefined, em: number): Table | undefined {
	if (body.length < FEWEST.rows) return undefined;
	const gaps = columnGaps(body, em);
	if (gaps.length + 1 < FEWEST.columns || isProse(body, gaps, em) || isForm(body)) return undefined;
	const lines = above && isUpperHead(above, body, gaps) ? [above, ...body] : body;
	return toTable(rowsOf(lines, gaps), gaps);
}

function toTable(rows: readonly Line[][], gaps: readonly Gap[]): Table | undefined {
	if (rows.length < FEWEST.rows) return undefined;
	const box = around(rows.flat().flatMap(({ runs }) => runs.flatMap(({ texts }) => texts)));
	const cells = rows.flatMap((row, index) => cellsOf(row, index, rows, gaps, box));
	if (cells.length < FEWEST.cells) return undefined;
	return { isRuled: false, box, cells, rowCount: rows.length, columnCount: gaps.length + 1 };
}

/** A lone text near above the columns that it reaches over, the first one not among them. */
function isUpperHead(line: Line, body: readonly Line[], gaps: readonly Gap[]): boolean {
	const [run] = line.runs;
	const [first, second] = body;
	if (line.runs.length !== 1 || !run || !first || !second || !gaps[0] || run.left < gaps[0].to) return false;
	return columnsOf(run, gaps).length > 1 && middleOf(first) - middleOf(line) <= 1.5 * (middleOf(second) - middleOf(first));
}

/** Stretches of x that all but a few lines leave free, between others that are filled. */
function columnGaps(lines: readonly Line[], em: number): Gap[] {
	const edges = lines.flatMap(({ runs }) => runs.flatMap(({ left, right }) => [{ x: left, step: 1 }, { x: right, step: -1 }])).sort((a, b) => a.x - b.x || b.step - a.step);
	const most = Math.floor(REACHING * lines.length);
	const gaps: Gap[] = [];
	let filled = 0;
	let hasText = false;
	let from: number | undefined;
	for (const { x, step } of edges) {
		const before = filled;
		filled += step;
		if (before > most && filled <= most) from = x;
		else if (before <= most && filled > most) {
			if (hasText && from !== undefined && x - from >= COLUMN_GAP * em) gaps.push(freeOf({ from, to: x }, lines));
			hasText = true;
			from = undefined;
		}
	}
	return gaps;
}

/** What texts that end or begin within a gap leave of it; others reach over all of it. */
function freeOf(gap: Gap, lines: readonly Line[]): Gap {
	const runs = lines.flatMap((line) => line.runs);
	const from = Math.max(gap.from, ...runs.flatMap(({ left, right }) => (left < gap.from && right < gap.to ? [right] : [])));
	const to = Math.min(gap.to, ...runs.flatMap(({ left, right }) => (left > gap.from && right > gap.to ? [left] : [])));
	return to > from ? { from, to } : gap;
}

/** Columns of running text fill most of their width. */
function isProse(lines: readonly Line[], gaps: readonly Gap[], em: number): boolean {
	if (gaps.length > 2) return false;
	const widths = lines.flatMap(({ runs }) => runs.map(({ left, right }) => right - left)).sort((a, b) => a - b);
	return (widths[widths.length >> 1] ?? 0) > RUNNING_TEXT * em;
}

/** Labels with colons beside their values. */
function isForm(lines: readonly Line[]): boolean {
	const labelled = lines.filter(({ runs }) => runs.some(({ texts }) => texts.some(({ block }) => /[:：]/u.test(block.words) && !/\d[:：]\d/u.test(block.words))));
	return labelled.length * 2 >= lines.length;
}

/** Lines put together where one goes on with the row above it: near, and without a text in the first column. */
function rowsOf(lines: readonly Line[], gaps: readonly Gap[]): Line[][] {
	const steps = lines.slice(1).map((line, index) => middleOf(line) - middleOf(lines[index] ?? line));
	const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1] ?? 0;
	const most = Math.max(usual, ...steps.filter((_, index) => startsRow(lines[index + 1], gaps)).map((step) => Math.min(step, 2 * usual)));
	const rows: Line[][] = [];
	for (const [index, line] of lines.entries()) {
		const row = rows.at(-1);
		const isNear = (steps[index - 1] ?? Infinity) < WRAPPED * most;
		if (row && isNear && !startsRow(line, gaps) && line.runs.length <= gaps.length) row.push(line);
		else rows.push([line]);
	}
	return rows;
}

const middleOf = ({ top, bottom }: Pick<Line, 'top' | 'bottom'>): number => (top + bottom) / 2;

function startsRow(line: Line | undefined, [first]: readonly Gap[]): boolean {
	const left = line?.runs[0]?.left;
	return left !== undefined && first !== undefined && left < first.from;
}

function cellsOf(row: readonly Line[], index: number, rows: readonly Line[][], gaps: readonly Gap[], box: Table['box']): Cell[] {
	const byPlace = new Map<string, { columns: number[]; texts: PlacedText[] }>();
	for (const { runs } of row) {
		for (const run of runs) {
			const columns = columnsOf(run, gaps);
			const key = columns.join();
			const cell = byPlace.get(key) ?? { columns, texts: [] };
			cell.texts.push(...run.texts);
			byPlace.set(key, cell);
		}
	}
	// A place is empty where no text reaches over it.
	const taken = new Set([...byPlace.values()].flatMap(({ columns }) => columns));
	for (let column = 0; column <= gaps.length; column++) if (!taken.has(column)) byPlace.set(String(column), { columns: [column], texts: [] });
	const edge = (line: number, side: 'top' | 'bottom'): number => {
		const [above, below] = [rows[line - 1], rows[line]];
		if (!above || !below) return box[side];
		return (Math.max(...above.map(({ bottom }) => bottom)) + Math.min(...below.map(({ top }) => top))) / 2;
	};
	const [top, bottom] = [edge(index, 'top'), edge(index + 1, 'bottom')];
	const place = (gap: Gap | undefined, outer: number): number => (gap ? (gap.from + gap.to) / 2 : outer);
	return [...byPlace.values()]
		.sort((a, b) => (a.columns[0] ?? 0) - (b.columns[0] ?? 0))
		.map(({ columns, texts }) => ({
			rows: [index],
			columns,
			box: { top, bottom, left: place(gaps[(columns[0] ?? 0) - 1], box.left), right: place(gaps[columns.at(-1) ?? 0], box.right) },
			texts,
		}));
}

/** A text that reaches over a gap stands in all columns that it reaches. */
function columnsOf({ left, right }: Run, gaps: readonly Gap[]): number[] {
	const first = gaps.filter(({ from, to }) => left >= (from + to) / 2).length;
	const last = gaps.filter(({ from, to }) => right > (from + to) / 2).length;
	return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index);
}

