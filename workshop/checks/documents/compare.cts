// A specimen's truth against the result of its operation: every field that the truth names, every line of its lists.
import type { Truth, TruthValue } from '../../documents/specimens/specimen.cts';

export interface Difference {
	/** `front.name`, `item_list[1].amount` */
	field: string;
	wanted: string;
	got: string;
}

export interface Score {
	fields: number;
	fieldsRight: number;
	/** Lines of lists: right when each of its fields is. */
	lines: number;
	linesRight: number;
	differences: Difference[];
}

export const emptyScore = (): Score => ({ fields: 0, fieldsRight: 0, lines: 0, linesRight: 0, differences: [] });

export function add(total: Score, more: Score): void {
	total.fields += more.fields;
	total.fieldsRight += more.fieldsRight;
	total.lines += more.lines;
	total.linesRight += more.linesRight;
	total.differences.push(...more.differences);
}

/** Full-width and half-width signs are the same sign to a reader. */
const shown = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFKC') : value === undefined ? '(absent)' : JSON.stringify(value));

const isList = (value: TruthValue): value is ReadonlyArray<{ readonly [name: string]: TruthValue }> =>
	Array.isArray(value) && value.some((entry) => typeof entry === 'object' && !Array.isArray(entry));
const isNested = (value: TruthValue): value is Truth => typeof value === 'object' && !Array.isArray(value);

function entriesOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** @param result of the operation; names that the truth does not have are not looked at. */
export function compare(truth: Truth, result: unknown, path = ''): Score {
	const score = emptyScore();
	const got = entriesOf(result);
	for (const [name, wanted] of Object.entries(truth)) {
		const field = path + name;
		if (isList(wanted)) add(score, compareLines(wanted, got[name], field));
		else if (isNested(wanted)) add(score, compare(wanted, got[name], `${field}.`));
		else {
			const same = shown(wanted) === shown(got[name]);
			score.fields++;
			if (same) score.fieldsRight++;
			else score.differences.push({ field, wanted: shown(wanted), got: shown(got[name]) });
		}
	}
	return score;
}

function compareLines(wanted: ReadonlyArray<{ readonly [name: string]: TruthValue }>, got: unknown, path: string): Score {
	const score = emptyScore();
	const lines: unknown[] = Array.isArray(got) ? got : [];
	for (const [index, line] of wanted.entries()) {
		const { differences } = compare(line, lines[index], `${path}[${index}].`);
		score.lines++;
		if (differences.length === 0) score.linesRight++;
		score.differences.push(...differences);
	}
	// A line too many is as wrong as one that is missing.
	const invented = Math.max(0, lines.length - wanted.length);
	score.lines += invented;
	if (invented > 0) score.differences.push({ field: path, wanted: `${wanted.length} lines`, got: `${lines.length}` });
	return score;
}
