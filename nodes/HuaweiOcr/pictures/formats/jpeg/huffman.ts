import { PictureError } from '../../rows';

/** Codes up to this length are looked up in one step. */
const FAST_BITS = 9;
const FAST_MASK = (1 << FAST_BITS) - 1;

/** A Huffman table of a JPEG (ITU-T T.81, annexes C and F.2.2.3). */
export class HuffmanTable {
	/** By the next nine bits: length of the code << 8 | symbol; 0 for longer codes. */
	readonly fast = new Uint16Array(1 << FAST_BITS);
	/** By length: the first code that is longer, aligned to 16 bits. */
	readonly ends = new Int32Array(18);
	/** By length: what to add to a code to get the index of its symbol. */
	readonly offsets = new Int32Array(17);

	/**
	 * @param counts how many codes there are of each length 1–16
	 * @param symbols in the order of their codes
	 */
	constructor(
		counts: Uint8Array,
		readonly symbols: Uint8Array,
	) {
		let code = 0;
		let index = 0;
		for (let length = 1; length <= 16; length++) {
			const count = counts[length - 1] ?? 0;
			this.offsets[length] = index - code;
			if (length <= FAST_BITS) this.fillFast(code, count, length, index);
			code += count;
			index += count;
			if (code > 1 << length) throw new PictureError('damaged', 'a Huffman table with too many codes');
			this.ends[length] = code << (16 - length);
			code <<= 1;
		}
		this.ends[17] = 0x7fffffff;
	}

	private fillFast(code: number, count: number, length: number, index: number): void {
		const span = 1 << (FAST_BITS - length);
		for (let i = 0; i < count; i++) {
			const entry = (length << 8) | (this.symbols[index + i] ?? 0);
			this.fast.fill(entry, (code + i) * span, (code + i + 1) * span);
		}
	}
}

/**
 * Reads the bits of one scan. Behind the data, or at a marker, it reads zeros; `isOverrun` tells.
 */
export class BitReader {
	private bits = 0;
	private count = 0;
	/** Zero bytes put in behind the data. */
	private invented = 0;

	constructor(
		private readonly bytes: Uint8Array,
		/** Position of the next byte. */
		public at: number,
	) {}

	/** Whether bits were read that the file doesn't have. */
	get isOverrun(): boolean {
		return this.invented * 8 > this.count;
	}

	/** Lets the bits up to the next byte go. */
	align(): void {
		this.bits = 0;
		this.count = 0;
		this.invented = 0;
	}

	private fill(): void {
		const { bytes } = this;
		while (this.count <= 24) {
			let byte = 0;
			if (this.at >= bytes.length) {
				this.invented++;
			} else {
				byte = bytes[this.at] as number;
				if (byte !== 0xff) {
					this.at++;
				} else if (bytes[this.at + 1] === 0) {
					this.at += 2;
				} else {
					byte = 0;
					this.invented++;
				}
			}
			this.bits = (this.bits << 8) | byte;
			this.count += 8;
		}
	}

	/** @param length 1–16 */
	receive(length: number): number {
		if (this.count < length) this.fill();
		this.count -= length;
		return (this.bits >>> this.count) & ((1 << length) - 1);
	}

	/** A signed number of so many bits (T.81, F.2.2.1). */
	receiveSigned(length: number): number {
		const value = this.receive(length);
		return value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
	}

	/** The symbol of the next code. */
	symbol(table: HuffmanTable): number {
		if (this.count < 16) this.fill();
		const entry = table.fast[(this.bits >>> (this.count - FAST_BITS)) & FAST_MASK] as number;
		if (entry !== 0) {
			this.count -= entry >> 8;
			return entry & 0xff;
		}
		return this.longSymbol(table);
	}

	private longSymbol(table: HuffmanTable): number {
		const next = (this.bits >>> (this.count - 16)) & 0xffff;
		let length = FAST_BITS + 1;
		while (length < 17 && next >= (table.ends[length] as number)) length++;
		// No such code: the data are damaged. One bit is taken, so that reading comes to an end.
		if (length > 16) {
			this.count -= 1;
			return 0;
		}
		this.count -= length;
		return table.symbols[(next >> (16 - length)) + (table.offsets[length] as number)] ?? 0;
	}
}
