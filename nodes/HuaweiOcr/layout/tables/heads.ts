// What a head is: lines at the top of a table that differ from what stands below them.
import type { GridLine } from './grid';
import { hasAmount, isCurrency, isFigure, isMarked, isYear, kindOf, shapeOf } from './kinds';
import type { Profile } from './kinds';
import { profilesOf } from './grid';
import type { Row } from '../page/rows';

/** No head has more lines than this. */
const MOST_LINES = 8;
/** Columns of figures, of words: so many of their cells are. */
const CLEARLY = 0.6;
/** So many lines below the head say what the columns hold. */
const SAMPLE = 200;
/** … or so many that keep to the columns, where others stand between them. */
const FEWEST_KEPT = 2;
/** The key column is filled in so many rows. */
const KEYED = 0.8;
/** Lines nearer than this, in text heights, and than this part of the next step stand beside each other. */
const BESIDE = 0.75;

/** What speaks for a line being part of the head (above 0) or a row (below 0). */
const EVIDENCE = {
	/** Words over a column of figures. */
	wordsOverFigures: 1,
	/** … with a figure in it. */
	mixedOverFigures: 0.5,
	/** A year over a column of other figures. */
	yearOverFigures: 0.8,
	/** A line of figures of one shape, as years are, over figures of other shapes. */
	ofOneShape: 0.8,
	/** A round figure over amounts says little, a figure over figures of its own kind much. */
	plainOverMarked: -0.15,
	figureOverFigures: -1.2,
	/** An amount over amounts is a value, whatever stands beside it. */
	amountOverAmounts: -3,
	/** What stands in the column again below is a value. */
	again: -0.9,
	/** A figure where words stand. */
	figureOverWords: -0.5,
	/** One text over several columns that have texts of their own below. */
	overSeveral: 0.7,
	/** No text in the column that each row begins with. */
	noKey: 0.5,
};

export interface HeadView {
	lines: readonly GridLine[];
	/** Number of columns. */
	count: number;
	/** Lines that keep to the columns, where they are known: others say nothing about what these hold. */
	own?: ReadonlySet<Row>;
}

/** What the columns hold below a line that may be the head's last. */
export function bodyProfiles({ lines, count, own }: HeadView): { profiles: Profile[]; keyed: boolean } {
	const from = Math.min(MOST_LINES, Math.ceil(lines.length / 2), Math.max(lines.length - 1, 0));
	const several = lines.slice(from, from + SAMPLE).filter(({ cells }) => cells.length > 1);
	const kept = several.filter(({ row }) => own?.has(row) ?? true);
	const body = kept.length < FEWEST_KEPT ? several : kept;
	const sample = body.length > 0 ? body : lines.slice(from, from + SAMPLE);
	const keyed = sample.filter(({ cells }) => cells[0]?.first === 0).length;
	return { profiles: profilesOf(sample, count), keyed: keyed >= KEYED * sample.length };
}

/**
 * Weighs one line: above 0 it is more like a head, below 0 more like a row; 0 says nothing.
 * @param below lines right below it that the profiles do not know
 */
export function headness({ cells }: GridLine, profiles: readonly Profile[], keyed: boolean, below: readonly GridLine[] = []): number {
	let sum = 0;
	const isOneShape = areOfOneShape(cells, profiles);
	for (const { first, last, text } of cells) {
		if (last > first && cells.length > 1) {
			// Figures of several columns, read as one block, are values.
			const isValues = text.split(/\s+/u).filter((word) => isFigure(kindOf(word))).length > last - first;
			sum += isValues ? EVIDENCE.figureOverFigures : EVIDENCE.overSeveral;
			continue;
		}
		const profile = profiles[first];
		if (!profile || profile.filled === 0) continue;
		const kind = kindOf(text);
		if (kind !== 'dash' && (profile.texts.has(text) || standsIn(below, first, text))) {
			sum += EVIDENCE.again;
			continue;
		}
		const figures = profile.figures >= CLEARLY;
		if (figures && kind === 'words') sum += /\p{Nd}/u.test(text) ? EVIDENCE.mixedOverFigures : EVIDENCE.wordsOverFigures;
		else if (figures && isFigure(kind)) {
			if (isYear(text) && profile.years < 0.5) sum += EVIDENCE.yearOverFigures;
			else if (hasAmount(text) && profile.marked > 0.7) sum += EVIDENCE.amountOverAmounts;
			else if (isOneShape) sum += EVIDENCE.ofOneShape;
			else if (kind === 'number' && !isMarked(text) && profile.marked > 0.7) sum += EVIDENCE.plainOverMarked;
			else if (kind === 'code' && profile.kind === 'number') continue;
			else sum += EVIDENCE.figureOverFigures;
		} else if (profile.kind === 'words' && profile.share >= CLEARLY && isFigure(kind)) sum += EVIDENCE.figureOverWords;
	}
	if (keyed && cells.length > 1 && cells[0]?.first !== 0) sum += EVIDENCE.noKey;
	return sum;
}

function standsIn(lines: readonly GridLine[], column: number, text: string): boolean {
	return lines.some(({ cells }) => cells.some((cell) => cell.first === column && cell.last === column && cell.text === text));
}

/** Figures of one line that are all alike, and unlike those of their columns. */
function areOfOneShape(cells: GridLine['cells'], profiles: readonly Profile[]): boolean {
	const figures = cells.filter(({ first, last, text }) => first === last && isFigure(kindOf(text)) && (profiles[first]?.filled ?? 0) > 0);
	const [one] = figures;
	if (figures.length < 3 || !one) return false;
	const letters = lettersOf(one.text);
	if (letters !== '') return areOfOneSeries(figures, letters, profiles);
	const shape = shapeOf(one.text);
	// Beside a row's first text, figures of one length may be values.
	if (cells[0]?.first === 0 && !/[-–—/]/u.test(shape)) return false;
	if (shape.length < 4 || figures.some(({ text }) => shapeOf(text) !== shape)) return false;
	const [alike, all] = figures.reduce(([like, sum], { first }) => [like + (profiles[first]?.countOfShape(shape) ?? 0), sum + (profiles[first]?.filled ?? 0)], [0, 0]);
	return alike * 10 <= all;
}

/** "Q1", "Q2", "Q3" or "1月", "2月", "3月": the same letters beside figures that are all different, and in no cell below. */
function areOfOneSeries(figures: GridLine['cells'], letters: string, profiles: readonly Profile[]): boolean {
	if (isCurrency(letters) || figures.some(({ text }) => lettersOf(text) !== letters)) return false;
	if (new Set(figures.map(({ text }) => text)).size < figures.length) return false;
	return figures.every(({ first }) => [...(profiles[first]?.texts.keys() ?? [])].every((text) => lettersOf(text) !== letters));
}

function lettersOf(text: string): string {
	return text.replace(/[^\p{L}]/gu, '');
}

/**
 * How many of the first lines are the head, by contrast with what stands below. Lines that say nothing
 * belong to the head when they stand between its lines.
 * @returns 0 where the first line is like those below
 */
export function countHeadLines(view: HeadView): number {
	const { profiles, keyed } = bodyProfiles(view);
	let head = 0;
	let open = 0;
	let hasRow = false;
	const lone = new Set(view.lines.slice(Math.ceil(view.lines.length / 3)).slice(0, SAMPLE).flatMap(({ cells }) => (cells.length === 1 ? [cells[0]?.first] : [])));
	for (const [index, line] of view.lines.slice(0, Math.min(MOST_LINES, view.lines.length - 1)).entries()) {
		// Lone lines between the rows stand between the head and the first row as well.
		const [only, ...others] = line.cells;
		if (head > 0 && only && others.length === 0 && lone.has(only.first) && index + 1 < view.lines.length) {
			const step = line.middle - (view.lines[index - 1]?.middle ?? line.middle);
			if (step > 0.9) break;
		}
		const weight = headness(line, profiles, keyed, view.lines.slice(index + 1, index + 1 + MOST_LINES));
		if (weight < 0) break;
		if (head > 0 && head === index && weight >= 0 && isBeside(view.lines[index - 1], line, view.lines[index + 1])) {
			head = index + 1;
			continue;
		}
		// Below a row, a line that only lacks the row's first text goes on with it.
		if (weight > (hasRow ? EVIDENCE.noKey : 0)) {
			head = index + 1;
			open = 0;
		} else {
			if (keyed && line.cells.length > 1 && line.cells[0]?.first === 0) hasRow = true;
			if (++open > 2) break;
		}
	}
	return head;
}

/** Whether a line stands beside the one above it, a little lower: in other columns, and nearer than to the next. */
function isBeside(above: GridLine | undefined, line: GridLine, next: GridLine | undefined): boolean {
	if (!above || !next) return false;
	const step = line.middle - above.middle;
	if (step >= BESIDE || step >= BESIDE * (next.middle - line.middle)) return false;
	return !line.cells.some((cell) => above.cells.some(({ first, last }) => first <= cell.last && last >= cell.first));
}
