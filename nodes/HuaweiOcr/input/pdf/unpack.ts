import type { Budget } from './budget';
import { PdfSyntaxError } from './damage';
import { Inflater } from './inflate';
import { countOf, isDict, nameOf, type PdfDict, type PdfValue } from './values';

/** Getting ready to unpack costs something, however little comes out. */
const STEPS_PER_STREAM = 200;

/** A block brings its own codes, however little it holds. */
const STEPS_PER_BLOCK = 10;

/** bytes that come out between two looks at the budget */
const PIECE = 128 * 1024;

/**
 * Unpacks a stream that is plain or packed by Flate, with or without a predictor.
 * @param most bytes that may come out
 * @returns undefined for other filters
 * @throws PdfSyntaxError when more comes out, OverBudget
 */
export async function unpackStream(
	dict: PdfDict,
	data: Buffer,
	most: number,
	budget: Budget,
): Promise<Buffer | undefined> {
	budget.spend(STEPS_PER_STREAM);
	const filters = listOf(dict.get('Filter')).map(nameOf);
	if (filters.length === 0) return data.length <= most ? data : undefined;
	const [filter] = filters;
	if (filters.length > 1 || (filter !== 'FlateDecode' && filter !== 'Fl')) return undefined;
	const unpacked = await inflate(data, most, budget);
	const [parameters] = listOf(dict.get('DecodeParms'));
	return isDict(parameters) ? await undoPredictor(unpacked, parameters, budget) : unpacked;
}

/** One value or a list of them. */
export function listOf(value: PdfValue | undefined): PdfValue[] {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value : [value];
}

async function inflate(data: Buffer, most: number, budget: Budget): Promise<Buffer> {
	// Damaged data end early: what came out before is what readers show, too.
	const inflater = new Inflater(data, hasZlibHead(data) ? 2 : 0, budget.borrowMemory());
	try {
		while (!inflater.isDone) {
			const before = { length: inflater.length, blocks: inflater.blocks };
			inflater.run(inflater.length + PIECE);
			budget.unpack(inflater.length - before.length);
			budget.spend((inflater.blocks - before.blocks) * STEPS_PER_BLOCK);
			if (inflater.length > most) throw new PdfSyntaxError('A packed part that is too large', inflater.length);
			await budget.rest();
		}
		return inflater.result();
	} finally {
		budget.returnMemory(inflater.memory);
	}
}

/** RFC 1950: the method in the low half of the first byte, and both bytes a multiple of 31. */
function hasZlibHead(data: Buffer): boolean {
	const [first = 0, second = 0] = data;
	return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

/** bytes of a row; more is no picture and no table */
const MAX_ROW = 1 << 20;

const FIRST_PNG_PREDICTOR = 10;

const BYTES_AT_ONCE = 64 * 1024;

async function undoPredictor(
	data: Buffer,
	parameters: PdfDict,
	budget: Budget,
): Promise<Buffer | undefined> {
	const number = (key: string, without: number) => countOf(parameters.get(key) ?? without) ?? 0;
	const predictor = number('Predictor', 1);
	if (predictor <= 1) return data;
	const colors = number('Colors', 1);
	const bits = number('BitsPerComponent', 8);
	const rowBytes = Math.ceil((colors * bits * number('Columns', 1)) / 8);
	if (predictor < FIRST_PNG_PREDICTOR || rowBytes < 1 || rowBytes > MAX_ROW) return undefined;
	const pixelBytes = Math.max(1, (colors * bits) >> 3);
	const rows = Math.floor(data.length / (rowBytes + 1));
	const out = Buffer.alloc(rows * rowBytes);
	const rowsAtOnce = Math.ceil(BYTES_AT_ONCE / rowBytes);
	for (let row = 0; row < rows; row += rowsAtOnce) {
		budget.spend((rowsAtOnce * rowBytes) / 32);
		undoPngFilters(data, out, { from: row, to: Math.min(rows, row + rowsAtOnce), rowBytes, pixelBytes });
		await budget.rest();
	}
	return out;
}

interface Rows {
	from: number;
	to: number;
	rowBytes: number;
	pixelBytes: number;
}

/** Each row begins with the number of its filter (PNG specification, 9.2). */
function undoPngFilters(data: Buffer, out: Buffer, { from, to, rowBytes, pixelBytes }: Rows): void {
	for (let row = from; row < to; row++) {
		const source = row * (rowBytes + 1);
		const filter = data[source];
		const target = row * rowBytes;
		for (let x = 0; x < rowBytes; x++) {
			const left = x >= pixelBytes ? (out[target + x - pixelBytes] as number) : 0;
			const up = row > 0 ? (out[target + x - rowBytes] as number) : 0;
			const corner = row > 0 && x >= pixelBytes ? (out[target + x - rowBytes - pixelBytes] as number) : 0;
			out[target + x] = (data[source + 1 + x] as number) + predicted(filter, left, up, corner);
		}
	}
}

function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
	switch (filter) {
		case 1:
			return left;
		case 2:
			return up;
		case 3:
			return (left + up) >> 1;
		case 4: {
			const guess = left + up - corner;
			const [dLeft, dUp, dCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
			if (dLeft <= dUp && dLeft <= dCorner) return left;
			return dUp <= dCorner ? up : corner;
		}
		default:
			return 0;
	}
}
