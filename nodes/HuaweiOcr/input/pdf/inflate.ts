// Deflate (RFC 1951), unpacked piece by piece. The libraries at hand unpack in one go, or can't be told
// how much may come out; from untrusted files both is what the attacker wants.

/** Bits of a code that one look into a table decodes; longer codes, which are rare, go bit by bit. */
const FAST_BITS = 9;
const FAST_SIZE = 1 << FAST_BITS;
const MAX_BITS = 15;

const END_OF_BLOCK = 256;
const MAX_MATCH = 258;

/** Order in which the lengths of the code lengths' own codes are stored (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const LENGTH_BASE = new Uint16Array([3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]);
const LENGTH_BITS = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]);
const DISTANCE_BASE = new Uint16Array([1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577]);
const DISTANCE_BITS = new Uint8Array([0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]);

/** A Huffman code, given by the lengths of its words (RFC 1951, 3.2.2). */
class Code {
	/** By the next bits: symbol × 16 + length; 0 where the word is longer or there is none. */
	readonly fast = new Uint16Array(FAST_SIZE);

	/** How many words there are of each length. */
	readonly counts = new Uint16Array(MAX_BITS + 1);

	/** Symbols in the order of their words. */
	readonly symbols = new Uint16Array(288);

	/** Takes over another code. @returns false when the lengths promise more words than there can be */
	set(lengths: Uint8Array, from: number, to: number): boolean {
		const { counts, symbols, fast } = this;
		counts.fill(0);
		for (let at = from; at < to; at++) takeNext(counts, lengths[at] as number);
		counts[0] = 0;
		const offsets = new Uint16Array(MAX_BITS + 2);
		const next = new Uint16Array(MAX_BITS + 2);
		let left = 1;
		for (let bits = 1; bits <= MAX_BITS; bits++) {
			const count = counts[bits] as number;
			left = left * 2 - count;
			if (left < 0) return false;
			offsets[bits + 1] = (offsets[bits] as number) + count;
			next[bits + 1] = ((next[bits] as number) + count) << 1;
		}
		fast.fill(0);
		for (let at = from; at < to; at++) {
			const bits = lengths[at] as number;
			if (bits === 0) continue;
			symbols[takeNext(offsets, bits)] = at - from;
			const word = takeNext(next, bits);
			if (bits > FAST_BITS) continue;
			const entry = ((at - from) << 4) | bits;
			for (let slot = reversed(word, bits); slot < FAST_SIZE; slot += 1 << bits) fast[slot] = entry;
		}
		return true;
	}
}

/** Counts one on. @returns the number there was */
function takeNext(numbers: Uint16Array, index: number): number {
	const number = numbers[index] as number;
	numbers[index] = number + 1;
	return number;
}

function reversed(word: number, bits: number): number {
	let turned = 0;
	for (let bit = 0; bit < bits; bit++) turned |= ((word >> bit) & 1) << (bits - 1 - bit);
	return turned;
}

/** Lengths of the words of the fixed codes (RFC 1951, 3.2.6). */
const FIXED_LENGTHS = Uint8Array.from({ length: 288 + 30 }, (_, symbol) =>
	symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : symbol < 288 ? 8 : 5,
);

/** Unpacks one stream, as far as it is asked to. */
export class Inflater {
	/** Whether nothing more can come: the end, or damage. */
	isDone = false;

	/** Blocks begun so far, each of which costs something by itself. */
	blocks = 0;

	#out: Buffer;

	#length = 0;

	#bits = 0;

	#bitCount = 0;

	/** Whether more bits were taken than there are. */
	#isOverrun = false;

	#isInBlock = false;

	#isLast = false;

	readonly #literals = new Code();

	readonly #distances = new Code();

	readonly #lengths = new Uint8Array(320);

	#at: number;

	/**
	 * @param at where the packed data begin
	 * @param out memory to unpack into, as long as it is enough
	 */
	constructor(
		readonly input: Buffer,
		at: number,
		out: Buffer = Buffer.alloc(4096),
	) {
		this.#at = at;
		this.#out = out;
	}

	/** bytes unpacked so far */
	get length(): number {
		return this.#length;
	}

	/** The memory that it unpacks into, which may have become larger. */
	get memory(): Buffer {
		return this.#out;
	}

	/** A copy of what was unpacked. */
	result(): Buffer {
		return Buffer.from(this.#out.subarray(0, this.#length));
	}

	/** Goes on until so many bytes are there, a few blocks are done, or nothing more comes. */
	run(target: number): void {
		for (let block = 0; block < 64 && !this.isDone && this.#length < target; block++) {
			if (!this.#isInBlock && !this.#beginBlock()) {
				this.isDone = true;
				return;
			}
			if (this.#isInBlock) this.#readBlock(target);
			if (!this.#isInBlock && this.#isLast) this.isDone = true;
		}
	}

	/** @returns false for damage; a block that is stored plain is read at once */
	#beginBlock(): boolean {
		this.blocks++;
		this.#isLast = this.#take(1) === 1;
		switch (this.#take(2)) {
			case 0:
				return this.#copyStored();
			case 1:
				this.#isInBlock = this.#literals.set(FIXED_LENGTHS, 0, 288) && this.#distances.set(FIXED_LENGTHS, 288, 318);
				return this.#isInBlock;
			case 2:
				this.#isInBlock = this.#readCodes();
				return this.#isInBlock;
			default:
				return false;
		}
	}

	#copyStored(): boolean {
		// Bytes that were taken into the bit buffer belong to the block again.
		this.#at -= this.#bitCount >> 3;
		this.#bits = this.#bitCount = 0;
		if (this.#at + 4 > this.input.length) return false;
		const length = this.input.readUInt16LE(this.#at);
		if ((this.input.readUInt16LE(this.#at + 2) ^ 0xffff) !== length) return false;
		const from = this.#at + 4;
		const part = this.input.subarray(from, from + length);
		this.#reserve(part.length);
		part.copy(this.#out, this.#length);
		this.#length += part.length;
		this.#at = from + part.length;
		return part.length === length;
	}

	#readCodes(): boolean {
		const literals = this.#take(5) + 257;
		const distances = this.#take(5) + 1;
		const own = this.#take(4) + 4;
		const lengths = this.#lengths;
		lengths.fill(0);
		for (let index = 0; index < own; index++) lengths[LENGTH_ORDER[index] as number] = this.#take(3);
		if (!this.#literals.set(lengths, 0, 19)) return false;
		lengths.fill(0);
		for (let at = 0; at < literals + distances; ) {
			const symbol = this.#symbol(this.#literals);
			if (symbol < 0) return false;
			if (symbol < 16) {
				lengths[at++] = symbol;
				continue;
			}
			if (symbol === 16 && at === 0) return false;
			const value = symbol === 16 ? (lengths[at - 1] as number) : 0;
			const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
			if (at + times > literals + distances) return false;
			lengths.fill(value, at, at + times);
			at += times;
		}
		return (
			literals <= 286 &&
			this.#literals.set(lengths, 0, literals) &&
			this.#distances.set(lengths, literals, literals + distances)
		);
	}

	#readBlock(target: number): void {
		while (this.#length < target) {
			const symbol = this.#symbol(this.#literals);
			if (symbol < END_OF_BLOCK) {
				if (symbol < 0) {
					this.isDone = true;
					return;
				}
				this.#reserve(1);
				this.#out[this.#length++] = symbol;
			} else if (symbol === END_OF_BLOCK) {
				this.#isInBlock = false;
				return;
			} else if (!this.#copyMatch(symbol - 257)) {
				this.isDone = true;
				return;
			}
		}
	}

	#copyMatch(code: number): boolean {
		if (code >= LENGTH_BASE.length) return false;
		const length = (LENGTH_BASE[code] as number) + this.#take(LENGTH_BITS[code] as number);
		const far = this.#symbol(this.#distances);
		if (far < 0 || far >= DISTANCE_BASE.length) return false;
		const distance = (DISTANCE_BASE[far] as number) + this.#take(DISTANCE_BITS[far] as number);
		// Of a match that is cut off nobody knows how long it was, or where it came from.
		if (this.#isOverrun || distance > this.#length) return false;
		this.#reserve(MAX_MATCH);
		const out = this.#out;
		let to = this.#length;
		if (distance === 1) out.fill(out[to - 1] as number, to, to + length);
		else for (let from = to - distance, end = from + length; from < end; ) out[to++] = out[from++] as number;
		this.#length += length;
		return true;
	}

	/** @returns -1 for damage and at the end of the data */
	#symbol(code: Code): number {
		this.#fill();
		const entry = code.fast[this.#bits & (FAST_SIZE - 1)] as number;
		if (entry !== 0) {
			const bits = entry & 15;
			if (bits > this.#bitCount) return -1;
			this.#bits >>>= bits;
			this.#bitCount -= bits;
			return entry >> 4;
		}
		let word = 0;
		let first = 0;
		let index = 0;
		for (let bits = 1; bits <= MAX_BITS && bits <= this.#bitCount; bits++) {
			word |= (this.#bits >>> (bits - 1)) & 1;
			const count = code.counts[bits] as number;
			if (word - count < first) {
				this.#bits >>>= bits;
				this.#bitCount -= bits;
				return code.symbols[index + word - first] as number;
			}
			index += count;
			first = (first + count) << 1;
			word <<= 1;
		}
		return -1;
	}

	/** Bits behind the end of the data are zeros; the next symbol then ends the reading. */
	#take(bits: number): number {
		if (bits === 0) return 0;
		this.#fill();
		const value = this.#bits & ((1 << bits) - 1);
		this.#bits >>>= bits;
		if (bits > this.#bitCount) this.#isOverrun = true;
		this.#bitCount = Math.max(0, this.#bitCount - bits);
		return value;
	}

	#fill(): void {
		while (this.#bitCount <= 23 && this.#at < this.input.length) {
			this.#bits |= (this.input[this.#at++] as number) << this.#bitCount;
			this.#bitCount += 8;
		}
	}

	#reserve(bytes: number): void {
		if (this.#length + bytes <= this.#out.length) return;
		const larger = Buffer.alloc(Math.max(this.#out.length * 2, this.#length + bytes));
		this.#out.copy(larger, 0, 0, this.#length);
		this.#out = larger;
	}
}
