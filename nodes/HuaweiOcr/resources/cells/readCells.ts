import { UnexpectedAnswer } from '../../errors/unexpectedAnswer';
import type { Quad } from '../../result/types';
import { collectInSteps, type Steps } from '../../turns/steps';
import { isRecord, toNumber, toQuad, toWords } from '../answerValues';

/** A cell of a table as an answer lists it (operations 3 and 4). */
export interface ReadCell {
	/** Ascending, 0-based, each once; several of a merged cell, none where the answer gives no place. */
	rows: number[];
	columns: number[];
	/** Its lines, joined by line feeds. */
	text: string;
	/** 0–1; of a cell with several texts that of the least sure. */
	confidence?: number;
	location?: Quad;
}

/** Whether an entry of a list of blocks is a cell and no text on its own. */
export function isCell(entry: unknown): boolean {
	return isRecord(entry) && Array.isArray(entry.rows) && Array.isArray(entry.columns);
}

/** Cells of a table; a page of the service has 1,800 characters at most (operations 4). */
export const MOST_CELLS = 20_000;

/** So many cells are read in one step. */
const IN_ONE_STEP = 256;

/**
 * @param listed entries of `words_block_list` of a table; each comes out
 * @throws UnexpectedAnswer for more than a page can hold, before any is read
 */
export function* readCells(listed: readonly unknown[]): Steps<ReadCell[]> {
	if (listed.length > MOST_CELLS) throw new UnexpectedAnswer('a table of it has more cells than a page can hold');
	return yield* collectInSteps(listed, readCell, IN_ONE_STEP);
}

/** With positions a cell has a list of its texts and no words of its own (operations 3). */
function readCell(entry: unknown): ReadCell {
	if (!isRecord(entry)) return { rows: [], columns: [], text: tidy(toWords(entry)) };
	const texts = Array.isArray(entry.words_list) ? entry.words_list.filter(isRecord) : [];
	const own = toWords(entry.words);
	const confidence = toNumber(entry.confidence) ?? leastOf(texts.map((text) => toNumber(text.confidence)));
	const location = toQuad(entry.cell_location) ?? toQuad(entry.location);
	return {
		rows: toIndices(entry.rows),
		columns: toIndices(entry.columns),
		text: tidy(own.trim() === '' ? texts.map(({ words }) => toWords(words)).join('\n') : own),
		...(confidence === undefined ? {} : { confidence }),
		...(location ? { location } : {}),
	};
}

/** Lines of a cell come with spaces at their ends, and a line feed behind the last. */
function tidy(text: string): string {
	if (!text.includes('\n')) return text.trim();
	return text
		.split('\n')
		.map((line) => line.trimEnd())
		.join('\n')
		.trim();
}

/** @throws UnexpectedAnswer for more than a table can have */
function toIndices(value: unknown): number[] {
	if (Array.isArray(value) && value.length > MOST_CELLS) throw new UnexpectedAnswer('a cell of it stands in more rows or columns than a table can have');
	const listed = (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => {
		const number = toNumber(each);
		return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : [];
	});
	return listed.length < 2 ? listed : [...new Set(listed)].sort((a, b) => a - b);
}

function leastOf(values: ReadonlyArray<number | undefined>): number | undefined {
	return values.reduce((least, value) => (value === undefined || (least !== undefined && least <= value) ? least : value), undefined);
}
