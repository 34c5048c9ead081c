// JSON of any size in steps: `JSON.parse` alone holds the event loop the longer the larger the text is.
import type { Steps } from '../turns/steps';

/** Lists and objects nested deeper than this are no answer of the service, and would overflow the nodes behind this one. */
const DEEPEST = 64;
/** Numbers, texts, lists and objects of an answer; a dense page with single characters has less than a million, 150,000 words blocks have 2.4. */
const MOST_VALUES = 3_000_000;
/** Characters of one text; the Markdown of a dense page has far less, a picture without its seals can be a file of 6 MB. */
const LONGEST_TEXT = 8_000_000;
/** Names of one object: a document has some hundred fields, and objects of very many names are slow wherever they go. */
const MOST_NAMES = 20_000;
/** Characters that are parsed in one step, about. */
const CHUNK = 16_384;
/** Characters that are looked through in one step. */
const LOOKED_THROUGH = 1 << 18;

/** Why a text can't be taken; ends "The service answered with success, but …". */
export class UnusableJson extends Error {}

const notJson = (): UnusableJson => new UnusableJson('it is not JSON, or cut off');

const [QUOTE, COMMA, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x2c, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** A list or object that is not closed yet. Places are indices in the text. */
interface Open {
	isList: boolean;
	/** Of its bracket. */
	start: number;
	/** Where the text begins that was not parsed yet. */
	pending: number;
	/** Where the entry begins that is being read. */
	entry: number;
	/** What was parsed of it; undefined while it is short enough to be parsed together with what is around it. */
	value?: unknown[] | Record<string, unknown>;
	/** Name of the entry that is being parsed by itself. */
	name?: string;
	/** Commas that were seen in it. */
	commas: number;
	/** Whether such an entry has just ended, so that only a comma or the end may follow. */
	hasEntry: boolean;
}

/**
 * The same as `JSON.parse`, in steps: long lists and objects are parsed by a few entries at a time.
 * @param chunk characters that are parsed in one step
 * @throws UnusableJson for what is no JSON, and for what is too deep, too long or of too many values
 */
export function* parseJson(text: string, chunk = CHUNK): Steps<unknown> {
	const reader = new Reader(text, chunk);
	let looked = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) at = endOfString(text, at);
		else if (code === COMMA) reader.comma(at);
		else if (code === OPEN_LIST || code === OPEN_OBJECT) reader.open(at, code === OPEN_LIST);
		else if (code === CLOSE_LIST || code === CLOSE_OBJECT) reader.close(at, code === CLOSE_LIST);
		if (reader.hasParsed || at - looked > LOOKED_THROUGH) {
			reader.hasParsed = false;
			looked = at;
			yield;
		}
	}
	return reader.end();
}

class Reader {
	/** Whether something was parsed since it was set to false. */
	hasParsed = false;

	readonly #open: Open[] = [];

	#values = 0;

	/** Where the outermost list or object ends. */
	#end: number | undefined;

	#result: unknown;

	readonly #most: number;

	constructor(
		private readonly text: string,
		private readonly chunk: number,
	) {
		// One text, and less than a chunk on each level.
		this.#most = LONGEST_TEXT + DEEPEST * chunk;
	}

	open(at: number, isList: boolean): void {
		this.#count();
		if (this.#end !== undefined) throw notJson();
		if (this.#open.length === 0) this.#expectBlank(0, at);
		if (this.#open.length === DEEPEST) throw new UnusableJson('its lists are nested too deep');
		this.#open.push({ isList, start: at, pending: at + 1, entry: at + 1, commas: 0, hasEntry: false });
	}

	comma(at: number): void {
		this.#count();
		const depth = this.#open.length - 1;
		const own = this.#open[depth];
		if (!own) throw notJson();
		if (++own.commas >= MOST_NAMES && !own.isList) throw new UnusableJson(`an object in it has more than ${MOST_NAMES} fields`);
		if (own.hasEntry) {
			this.#expectBlank(own.pending, at);
			own.hasEntry = false;
			own.pending = at + 1;
		} else if (at - own.pending >= this.chunk) {
			this.#begin(depth);
			this.#parse(own, at);
			own.pending = at + 1;
		}
		own.entry = at + 1;
	}

	close(at: number, isList: boolean): void {
		const own = this.#open.pop();
		if (own?.isList !== isList) throw notJson();
		const around = this.#open[this.#open.length - 1];
		if (own.value !== undefined) {
			// Behind a comma there has to be an entry.
			if (own.hasEntry) this.#expectBlank(own.pending, at);
			else this.#parse(own, at);
			if (around) {
				addTo(around, around.name ?? '', own.value);
				around.hasEntry = true;
				around.pending = at + 1;
				delete around.name;
			}
		}
		if (around) return;
		this.#result = own.value;
		this.#end = at + 1;
	}

	end(): unknown {
		if (this.#open.length > 0) throw notJson();
		if (this.#end !== undefined && this.#result !== undefined) {
			this.#expectBlank(this.#end, this.text.length);
			return this.#result;
		}
		return this.#parsed(this.text);
	}

	#count(): void {
		if (++this.#values > MOST_VALUES) throw new UnusableJson(`it holds more than ${MOST_VALUES / 1_000_000} million values`);
	}

	/** From here on the list or object of this depth is put together piece by piece, and so are those around it. */
	#begin(depth: number): void {
		for (const [index, own] of this.#open.slice(0, depth + 1).entries()) {
			own.value ??= own.isList ? [] : {};
			const inner = this.#open[index + 1];
			if (index === depth || !inner || own.name !== undefined) continue;
			if (own.entry > own.pending) this.#parse(own, own.entry - 1);
			own.pending = own.entry;
			own.name = own.isList ? '' : this.#nameIn(own.entry, inner.start);
			if (own.isList) this.#expectBlank(own.entry, inner.start);
		}
	}

	/** The entries from what is pending up to a place, which a comma or bracket follows. */
	#parse(own: Open, end: number): void {
		const inner = this.text.slice(own.pending, end);
		const entries = Object.entries(this.#parsed(own.isList ? `[${inner}]` : `{${inner}}`) as object);
		if (entries.length === 0) throw notJson();
		for (const [name, entry] of entries) addTo(own, name, entry);
	}

	#nameIn(from: number, to: number): string {
		const parsed = this.#parsed(`{${this.text.slice(from, to)}0}`) as Record<string, unknown>;
		const [name, ...more] = Object.keys(parsed);
		if (name === undefined || more.length > 0) throw notJson();
		return name;
	}

	#parsed(json: string): unknown {
		if (json.length > this.#most) throw new UnusableJson(`it holds a value of more than ${LONGEST_TEXT / 1_000_000} million characters`);
		this.hasParsed = true;
		try {
			return JSON.parse(json) as unknown;
		} catch {
			throw notJson();
		}
	}

	#expectBlank(from: number, to: number): void {
		// White space of JSON, no other.
		if (/[^ \t\r\n]/.test(this.text.slice(from, to))) throw notJson();
	}
}

/** As own property, whatever the name: `__proto__` would set something else. */
function addTo({ value }: Open, name: string, entry: unknown): void {
	if (Array.isArray(value)) value.push(entry);
	else if (name === '__proto__') Object.defineProperty(value, name, { value: entry, writable: true, enumerable: true, configurable: true });
	else if (value) value[name] = entry;
}

/**
 * @param start place of the opening quotation mark
 * @returns place of the closing one; the end of the text where there is none
 */
function endOfString(text: string, start: number): number {
	const end = Math.min(text.length, start + LONGEST_TEXT + 2);
	for (let at = start + 1; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === BACKSLASH) at++;
		else if (code === QUOTE) return at;
	}
	if (end < text.length) throw new UnusableJson(`it holds a text of more than ${LONGEST_TEXT / 1_000_000} million characters`);
	return text.length;
}
