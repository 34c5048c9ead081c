import type { Budget } from './budget';
import { PdfSyntaxError } from './damage';
import { PdfName, PdfRef, PdfString, type PdfDict, type PdfValue } from './values';

/** Readers that draw pages stop at 64 levels; what is deeper was made to break them. */
const MAX_DEPTH = 64;

/** Tokens of one object: more than the widths of all characters of a font. */
const MAX_TOKENS = 150_000;

/** Entries of one dictionary; a list of all pictures of a long document has some thousand. */
const MAX_KEYS = 20_000;

/** bytes of one object without its stream */
const MAX_OBJECT_BYTES = 2 * 1024 * 1024;

const BYTES_PER_STEP = 32;

/** Digits of a string with anything else between them, such as the line breaks of a signature */
const MAX_SPACED_HEX = 256 * 1024;

/** An error costs more than what it tells of. */
const STEPS_PER_FAILURE = 20;

const enum Kind {
	Regular = 0,
	White = 1,
	Delimiter = 2,
}

/** What each byte is between tokens (ISO 32000-1, 7.2.2). */
const KINDS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KINDS[byte] = Kind.White;
for (const character of '()<>[]{}/%') KINDS[character.charCodeAt(0)] = Kind.Delimiter;

const SLASH = 0x2f;
const PERCENT = 0x25;
const OPEN_ROUND = 0x28;
const CLOSE_ROUND = 0x29;
const LESS = 0x3c;
const GREATER = 0x3e;
const OPEN_SQUARE = 0x5b;
const CLOSE_SQUARE = 0x5d;
const BACKSLASH = 0x5c;
const LETTER_R = 0x52;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** The first byte from `at` on that is neither white space nor part of a comment. */
export function skipWhite(bytes: Uint8Array, at: number, end = bytes.length): number {
	let position = at;
	while (position < end) {
		const byte = bytes[position] as number;
		if (byte === PERCENT) {
			while (position < end && bytes[position] !== 10 && bytes[position] !== 13) position++;
		} else if (KINDS[byte] === Kind.White) position++;
		else break;
	}
	return position;
}

/** Whether a word stands here, whatever follows it. */
export function standsAt(bytes: Uint8Array, word: string, at: number): boolean {
	for (let index = 0; index < word.length; index++) {
		if (bytes[at + index] !== word.charCodeAt(index)) return false;
	}
	return true;
}

export interface Parsed<T> {
	value: T;
	/** The byte behind it. */
	end: number;
}

/** A whole number without a sign, of at most 10 digits. */
export function readWhole(bytes: Uint8Array, at: number): Parsed<number> | undefined {
	let end = at;
	let value = 0;
	while (end < at + 10 && isDigit(bytes[end])) value = value * 10 + (bytes[end++] as number) - 0x30;
	return end === at || isDigit(bytes[end]) ? undefined : { value, end };
}

export interface ObjectHead {
	number: number;
	generation: number;
	/** The byte behind `obj`. */
	end: number;
}

/** `12 0 obj`, which begins an indirect object. */
export function readObjectHead(bytes: Uint8Array, at: number): ObjectHead | undefined {
	const number = readWhole(bytes, skipWhite(bytes, at, at + 256));
	if (!number) return undefined;
	const generation = readWhole(bytes, skipWhite(bytes, number.end, number.end + 256));
	if (!generation || generation.end === number.end) return undefined;
	const word = skipWhite(bytes, generation.end, generation.end + 256);
	if (!standsAt(bytes, 'obj', word)) return undefined;
	return { number: number.value, generation: generation.value, end: word + 3 };
}

/**
 * Reads one value: number, string, name, reference, array, dictionary.
 * @throws PdfSyntaxError when there is none, or one deeper or larger than any honest one
 */
export function parseValue(bytes: Buffer, at: number, budget: Budget): Parsed<PdfValue> {
	const parser = new Parser(bytes, at);
	let failed = 1;
	try {
		const value = parser.value(0);
		failed = 0;
		return { value, end: parser.at };
	} finally {
		budget.spend(parser.tokens + (parser.at - at) / BYTES_PER_STEP + failed * STEPS_PER_FAILURE);
	}
}

class Parser {
	tokens = 0;

	readonly #end: number;

	constructor(
		readonly bytes: Buffer,
		public at: number,
	) {
		this.#end = Math.min(bytes.length, at + MAX_OBJECT_BYTES);
	}

	value(depth: number): PdfValue {
		this.at = skipWhite(this.bytes, this.at, this.#end);
		if (++this.tokens > MAX_TOKENS) throw new PdfSyntaxError('An object without end', this.at);
		if (this.at >= this.#end) throw new PdfSyntaxError('An object that is cut off', this.at);
		switch (this.bytes[this.at]) {
			case SLASH:
				return this.name();
			case OPEN_ROUND:
				return this.literalString();
			case OPEN_SQUARE:
				return this.array(depth + 1);
			case LESS:
				return this.bytes[this.at + 1] === LESS ? this.dict(depth + 1) : this.hexString();
			default:
				return this.numberOrWord();
		}
	}

	private array(depth: number): PdfValue[] {
		if (depth > MAX_DEPTH) throw new PdfSyntaxError('Too many levels', this.at);
		this.at++;
		const list: PdfValue[] = [];
		for (;;) {
			this.at = skipWhite(this.bytes, this.at, this.#end);
			if (this.bytes[this.at] === CLOSE_SQUARE) break;
			list.push(this.value(depth));
		}
		this.at++;
		return list;
	}

	private dict(depth: number): PdfDict {
		if (depth > MAX_DEPTH) throw new PdfSyntaxError('Too many levels', this.at);
		this.at += 2;
		const dict: PdfDict = new Map();
		for (;;) {
			this.at = skipWhite(this.bytes, this.at, this.#end);
			const byte = this.bytes[this.at];
			if (byte === GREATER && this.bytes[this.at + 1] === GREATER) break;
			if (byte !== SLASH) throw new PdfSyntaxError('A dictionary without a key', this.at);
			const key = this.name().value;
			this.at = skipWhite(this.bytes, this.at, this.#end);
			// A key without a value at the end of the dictionary is null to every reader.
			if (this.bytes[this.at] === GREATER && this.bytes[this.at + 1] === GREATER) break;
			dict.set(key, this.value(depth));
			if (dict.size > MAX_KEYS) throw new PdfSyntaxError('A dictionary without end', this.at);
		}
		this.at += 2;
		return dict;
	}

	private name(): PdfName {
		const start = ++this.at;
		let hasEscape = false;
		while (this.at < this.#end && KINDS[this.bytes[this.at] as number] === Kind.Regular) {
			if (this.bytes[this.at] === 0x23) hasEscape = true;
			this.at++;
		}
		const text = this.bytes.toString('latin1', start, this.at);
		return new PdfName(hasEscape ? unescapeName(text) : text);
	}

	private literalString(): PdfString {
		const start = ++this.at;
		let open = 1;
		let hasEscape = false;
		const { bytes } = this;
		const end = this.#end;
		let at = start;
		for (; at < end; at++) {
			const byte = bytes[at];
			if (byte === BACKSLASH) {
				hasEscape = true;
				at++;
			} else if (byte === OPEN_ROUND) open++;
			else if (byte === CLOSE_ROUND && --open === 0) break;
		}
		this.at = at;
		if (open > 0) throw new PdfSyntaxError('A string without end', start);
		const inner = this.bytes.subarray(start, this.at++);
		return new PdfString(hasEscape || inner.includes(13) ? unescapeString(inner) : inner);
	}

	private hexString(): PdfString {
		const start = this.at + 1;
		const end = this.bytes.indexOf(GREATER, start);
		if (end < 0 || end >= this.#end) throw new PdfSyntaxError('A string without end', start);
		this.at = end + 1;
		let digits = this.bytes.toString('latin1', start, end);
		if (!/^[0-9A-Fa-f]*$/.test(digits)) {
			if (digits.length > MAX_SPACED_HEX) throw new PdfSyntaxError('A string that is too long', start);
			digits = digits.replace(/[^0-9A-Fa-f]+/g, '');
		}
		if (digits.length % 2 === 1) digits += '0';
		return new PdfString(Buffer.from(digits, 'hex'));
	}

	private numberOrWord(): PdfValue {
		const start = this.at;
		while (this.at < this.#end && KINDS[this.bytes[this.at] as number] === Kind.Regular) this.at++;
		if (this.at === start) throw new PdfSyntaxError('A stray delimiter', start);
		const first = this.bytes[start] as number;
		if (!isDigit(first) && first !== 0x2b && first !== 0x2d && first !== 0x2e) return this.word(start);
		const text = this.bytes.toString('latin1', start, Math.min(this.at, start + 64));
		const number = Number(text);
		if (isDigit(first) && Number.isSafeInteger(number) && !text.includes('.')) {
			return this.reference(number) ?? number;
		}
		// Odd numbers such as --5 or 1.2.3 are read as far as they go.
		return Number.isFinite(number) ? number : Number.parseFloat(text.replace(/^[+-]+(?=[+-])/, '')) || 0;
	}

	private word(start: number): PdfValue {
		const text = this.bytes.toString('latin1', start, Math.min(this.at, start + 12));
		if (text === 'true') return true;
		if (text === 'false') return false;
		if (text === 'null') return null;
		throw new PdfSyntaxError('An unknown word', start);
	}

	/** Looks whether `0 R` follows a number. */
	private reference(number: number): PdfRef | undefined {
		const at = skipWhite(this.bytes, this.at, Math.min(this.#end, this.at + 16));
		if (at === this.at || !isDigit(this.bytes[at])) return undefined;
		const generation = readWhole(this.bytes, at);
		if (!generation) return undefined;
		const letter = skipWhite(this.bytes, generation.end, Math.min(this.#end, generation.end + 16));
		if (letter === generation.end || this.bytes[letter] !== LETTER_R) return undefined;
		const behind = this.bytes[letter + 1];
		if (behind !== undefined && KINDS[behind] === Kind.Regular) return undefined;
		this.at = letter + 1;
		return new PdfRef(number, generation.value);
	}
}

/** #20 is a space (ISO 32000-1, 7.3.5). */
export function unescapeName(text: string): string {
	return text.replace(/#([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function unescapeString(inner: Buffer): Buffer {
	const out = Buffer.alloc(inner.length);
	let length = 0;
	for (let at = 0; at < inner.length; at++) {
		let byte = inner[at] as number;
		if (byte === 13) {
			if (inner[at + 1] === 10) at++;
			byte = 10;
		} else if (byte === BACKSLASH) {
			const next = inner[++at];
			if (next === undefined) break;
			if (next === 13 || next === 10) {
				if (next === 13 && inner[at + 1] === 10) at++;
				continue;
			}
			if (next >= 0x30 && next <= 0x37) {
				let code = 0;
				let digits = 0;
				while (digits < 3 && (inner[at] ?? 0) >= 0x30 && (inner[at] ?? 0) <= 0x37) {
					code = code * 8 + (inner[at++] as number) - 0x30;
					digits++;
				}
				at--;
				byte = code & 0xff;
			} else byte = ESCAPES[String.fromCharCode(next)] ?? next;
		}
		out[length++] = byte;
	}
	return out.subarray(0, length);
}
