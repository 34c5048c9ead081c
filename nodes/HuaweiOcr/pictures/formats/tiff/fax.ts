import type { ByteSteps } from '../unpack';
import { CODE_BITS, faxTables, Mode, type CodeTable } from './faxCodes';

export interface FaxOptions {
	/** px */
	width: number;
	/** Rows to read. */
	height: number;
	/** `rle`: TIFF's compression 2; `group3` and `group3TwoDimensional`: 3; `group4`: 4 */
	kind: 'rle' | 'group3' | 'group3TwoDimensional' | 'group4';
}

/** Rows decoded between two pauses. */
const ROWS_PER_STEP = 32;

/** Bits of "end of line": eleven zeros and a one. */
const END_OF_LINE_ZEROS = 11;

/**
 * Decodes fax data (ITU-T T.4 and T.6) to rows of one bit a pixel, black as 1. Ends where the data end or
 * make no sense; group 3 goes on at the next line that can be read.
 */
export function* faxRows(data: Uint8Array, { width, height, kind }: FaxOptions): ByteSteps {
	const reader = new FaxReader(data, width, kind === 'group3TwoDimensional');
	const row = new Uint8Array(Math.ceil(width / 8));
	for (let y = 0; y < height; y++) {
		const isRead = kind === 'group4' ? reader.readTwoDimensional() : reader.readLine(kind === 'rle');
		if (!isRead) return;
		reader.paint(row);
		yield row;
		if (y % ROWS_PER_STEP === 0) yield undefined;
	}
}

class FaxReader {
	/** px where the colour changes, white first; behind them the width. */
	private changes: Int32Array;
	private above: Int32Array;
	private count = 0;
	/** Position of the next bit. */
	private at = 0;
	private readonly end: number;

	constructor(
		private readonly data: Uint8Array,
		private readonly width: number,
		private readonly isTwoDimensional: boolean,
	) {
		// Damaged data may name more changes than there are pixels; those are refused.
		this.changes = new Int32Array(width + 8).fill(width);
		this.above = new Int32Array(width + 8).fill(width);
		this.end = data.length * 8;
	}

	/** The next bits, zeros behind the end. */
	private peek(): number {
		const { data, at } = this;
		const byte = at >> 3;
		const bits = ((data[byte] ?? 0) << 16) | ((data[byte + 1] ?? 0) << 8) | (data[byte + 2] ?? 0);
		return (bits >> (24 - CODE_BITS - (at & 7))) & ((1 << CODE_BITS) - 1);
	}

	/** @returns -1 where there is no code */
	private code(table: CodeTable): number {
		const entry = table[this.peek()] as number;
		if (entry === 0 || this.at >= this.end) return -1;
		this.at += entry & 15;
		return entry >> 4;
	}

	/** A run, with the multiples of 64 before it. @returns -1 where there is none */
	private run(isBlack: boolean): number {
		const tables = faxTables();
		const table = isBlack ? tables.black : tables.white;
		for (let total = 0; ; ) {
			const part = this.code(table);
			if (part < 0) return -1;
			total += part;
			if (part < 64) return total;
			if (total > this.width) return total;
		}
	}

	private begin(): void {
		[this.changes, this.above] = [this.above, this.changes];
		this.count = 0;
	}

	private add(position: number): boolean {
		if (this.count > this.width) return false;
		const least = this.count === 0 ? 0 : (this.changes[this.count - 1] as number);
		this.changes[this.count++] = Math.max(least, Math.min(position, this.width));
		return true;
	}

	private finish(): void {
		this.changes.fill(this.width, this.count, Math.min(this.changes.length, this.count + 4));
	}

	/** A line of group 4, coded by what changes against the line above. */
	readTwoDimensional(): boolean {
		const { modes } = faxTables();
		const { width } = this;
		this.begin();
		const { above } = this;
		let position = -1;
		let isBlack = false;
		/** Index in `above` of the first change to the right, of the other colour. */
		let next = 0;
		while (position < width) {
			while (next >= 2 && (above[next - 2] as number) > position) next -= 2;
			while ((above[next] as number) <= position && (above[next] as number) < width) next += 2;
			const mode = this.code(modes);
			if (mode < 0) return false;
			if (mode === Mode.Pass) {
				position = above[next + 1] as number;
			} else if (mode === Mode.Horizontal) {
				const first = this.run(isBlack);
				const second = first < 0 ? -1 : this.run(!isBlack);
				if (second < 0) return false;
				const start = Math.max(0, position) + first;
				if (!this.add(start) || !this.add(start + second)) return false;
				position = Math.max(0, position) + first + second;
			} else {
				const shift = mode <= Mode.Right3 ? mode : Mode.Right3 - mode;
				position = Math.max(0, (above[next] as number) + shift);
				if (!this.add(position)) return false;
				isBlack = !isBlack;
				next = isBlack ? next + 1 : Math.max(0, next - 1);
			}
		}
		this.finish();
		return true;
	}

	/** A line of group 3, or of TIFF's own kind without marks between the lines. */
	readLine(isRle: boolean): boolean {
		if (isRle) {
			this.at = Math.ceil(this.at / 8) * 8;
			return this.readOneDimensional();
		}
		for (let isSearching = false; ; isSearching = true) {
			const isMarked = this.skipEndOfLine(isSearching);
			if (this.at >= this.end) return false;
			// Behind the mark a bit tells whether the line is coded by itself.
			const isAlone = !this.isTwoDimensional || !isMarked || this.bit() === 1;
			if (isAlone ? this.readOneDimensional() : this.readTwoDimensional()) return true;
		}
	}

	private bit(): number {
		const bit = ((this.data[this.at >> 3] ?? 0) >> (7 - (this.at & 7))) & 1;
		this.at++;
		return bit;
	}

	/**
	 * Goes over an "end of line" and the zeros before it.
	 * @param search whether to look for one further on, after damage
	 */
	private skipEndOfLine(search: boolean): boolean {
		let zeros = 0;
		for (let at = this.at; at < this.end; at++) {
			const bit = ((this.data[at >> 3] as number) >> (7 - (at & 7))) & 1;
			if (bit === 0) {
				zeros++;
			} else if (zeros >= END_OF_LINE_ZEROS) {
				this.at = at + 1;
				return true;
			} else if (search) {
				zeros = 0;
			} else {
				return false;
			}
		}
		this.at = this.end;
		return false;
	}

	private readOneDimensional(): boolean {
		this.begin();
		let position = 0;
		for (let isBlack = false; position < this.width; isBlack = !isBlack) {
			const run = this.run(isBlack);
			if (run < 0) return false;
			position += run;
			if (!this.add(position)) return false;
		}
		this.finish();
		return true;
	}

	/** Sets the bits of the black runs. */
	paint(row: Uint8Array): void {
		row.fill(0);
		for (let i = 0; i < this.count; i += 2) {
			const from = this.changes[i] as number;
			const to = i + 1 < this.count ? (this.changes[i + 1] as number) : this.width;
			setBits(row, from, to);
		}
	}
}

function setBits(row: Uint8Array, from: number, to: number): void {
	if (to <= from) return;
	const first = from >> 3;
	const last = (to - 1) >> 3;
	const left = 0xff >> (from & 7);
	const right = (0xff << (7 - ((to - 1) & 7))) & 0xff;
	if (first === last) {
		row[first] = (row[first] as number) | (left & right);
		return;
	}
	row[first] = (row[first] as number) | left;
	row.fill(0xff, first + 1, last);
	row[last] = (row[last] as number) | right;
}
