// Transcriptions of the shared sample images; the images themselves are no part of the project.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { comparable, countErrors, editDistance } from './characterErrors.cts';
import type { Errors } from './characterErrors.cts';

/** Beside the checkout; only some machines have it. */
export const SAMPLES = path.join(__dirname, '../../../../shared/samples');

export function haveSamples(): boolean {
	return existsSync(SAMPLES);
}

const TYPED_TEXT = [
	'This is a lot of 12 point text to test the',
	'ocr code and see if it works on all types',
	'of file format.',
	'The quick brown dog jumped over the',
	'lazy fox. The quick brown dog jumped',
	'over the lazy fox. The quick brown dog',
	'jumped over the lazy fox. The quick',
	'brown dog jumped over the lazy fox.',
].join(' ');

/** The header of this table has merged cells, so its order is a matter of taste: cells are compared one by one. */
const MERGED_HEADER_CELLS = [
	'果园收成表', '名称', '产量（吨）', '环比', '增长量（吨）', '增长率（%）',
	'荔枝', '11', '1', '10', '芒果', '9', '-1', '-10', '香蕉', '6', '1', '20',
];

export interface Transcription {
	file: string;
	/** Clockwise tilt of the text, where it is known. */
	direction?: number;
	compare: (words: readonly string[]) => Promise<Errors>;
}

function text(expected: string): Transcription['compare'] {
	return (words) => Promise.resolve(countErrors(expected, words.join(' ')));
}

/** Each cell against the block most like it; what is left over counts as inserted. */
function compareCells(cells: readonly string[], words: readonly string[]): Errors {
	const left = words.map(comparable);
	const errors: Errors = { errors: 0, characters: 0 };
	for (const cell of cells.map(comparable)) {
		const distances = left.map((block) => editDistance(cell, block));
		const best = Math.min(...distances, [...cell].length);
		errors.errors += best;
		errors.characters += [...cell].length;
		const index = distances.indexOf(best);
		if (index !== -1) left.splice(index, 1);
	}
	errors.errors += left.reduce((sum, block) => sum + [...block].length, 0);
	return errors;
}

interface LabelledBox {
	words: string;
	left: number;
	top: number;
	bottom: number;
}

/** Lines `x1,y1,…,x4,y4,text` in reading order: boxes that overlap by more than half their height share a line. */
function inReadingOrder(csv: string): string {
	const boxes = csv.split(/\r?\n/).flatMap((line): LabelledBox[] => {
		const parts = line.split(',');
		const numbers = parts.slice(0, 8).map(Number);
		if (parts.length < 9 || numbers.some(Number.isNaN)) return [];
		const ys = numbers.filter((_, index) => index % 2 === 1);
		return [{ words: parts.slice(8).join(','), left: numbers[0] ?? 0, top: Math.min(...ys), bottom: Math.max(...ys) }];
	});
	const lines: LabelledBox[][] = [];
	for (const box of boxes.sort((a, b) => a.top + a.bottom - b.top - b.bottom)) {
		const line = lines.at(-1);
		const last = line?.at(-1);
		const overlap = last ? Math.min(box.bottom, last.bottom) - Math.max(box.top, last.top) : 0;
		if (line && last && overlap > Math.min(box.bottom - box.top, last.bottom - last.top) / 2) line.push(box);
		else lines.push([box]);
	}
	return lines.flatMap((line) => line.sort((a, b) => a.left - b.left).map(({ words }) => words)).join(' ');
}

/** The receipts' transcription is in capitals throughout, so cases are not compared. */
function receipt(csvFile: string): Transcription['compare'] {
	return async (words) => {
		const expected = inReadingOrder(await readFile(path.join(SAMPLES, csvFile), 'utf8'));
		return countErrors(expected.toUpperCase(), words.join(' ').toUpperCase());
	};
}

export const TRANSCRIPTIONS: Transcription[] = [
	{ file: 'typed-text.tif', direction: 0, compare: text(TYPED_TEXT) },
	{ file: 'typed-text-upside-down.png', direction: 180, compare: text(TYPED_TEXT) },
	{ file: 'single-word.webp', compare: text('Tesseract.js') },
	{ file: 'single-word.bmp', compare: text('Tesseract.js') },
	{ file: 'merged-header-table.png', compare: (words) => Promise.resolve(compareCells(MERGED_HEADER_CELLS, words)) },
	{ file: 'receipt-a.jpg', compare: receipt('receipt-a.csv') },
	{ file: 'receipt-b.jpg', compare: receipt('receipt-b.csv') },
];

/** Images without a transcription: they have to be read, and their words are counted. */
export const UNTRANSCRIBED = [
	'vehicle-request-form.jpg', 'customs-declaration-form.jpg', 'lineless-table.jpg', 'product-leaflet.jpg',
	'care-label-rotated.jpg', 'bank-statement.png', 'exif-orientation-3.jpg',
];
