import { Inflate } from 'pako';

/** Bytes as they come out of a packing, or undefined as a place for a pause. Each valid until the next step. */
export type ByteSteps = Generator<Uint8Array | undefined, void>;

/** Bytes given out in one step. */
const OUT_STEP = 65_536;

/** bytes put into the inflater in one step; deflate gives at most 1032 times as many. */
const DEFLATED_STEP = 4096;

/**
 * Unpacks zlib data. Ends at their end, or where they make no sense.
 * @param parts the data, cut anywhere
 */
export function* inflated(parts: Iterable<Uint8Array>): ByteSteps {
	let out: Uint8Array[] = [];
	const inflater = new Inflate({ chunkSize: OUT_STEP });
	inflater.onData = (data) => out.push(data as Uint8Array);
	for (const portion of inPortions(parts, DEFLATED_STEP)) {
		inflater.push(portion);
		yield* out;
		out = [];
		if (inflater.ended) return;
		yield undefined;
	}
	// Without an end mark, what was unpacked last is still to be had.
	inflater.push(new Uint8Array(), true);
	yield* out;
}

/** The same bytes in portions of one size, each valid until the next: a file of tiny chunks would cost more. */
function* inPortions(parts: Iterable<Uint8Array>, size: number): Generator<Uint8Array, void> {
	const portion = new Uint8Array(size);
	let have = 0;
	for (const part of parts) {
		for (let at = 0; at < part.length; ) {
			const taken = Math.min(size - have, part.length - at);
			portion.set(part.subarray(at, at + taken), have);
			have += taken;
			at += taken;
			if (have < size) continue;
			yield portion;
			have = 0;
		}
	}
	if (have > 0) yield portion.subarray(0, have);
}

/** Unpacks PackBits (TIFF 6.0, section 9). */
export function* packBits(data: Uint8Array): ByteSteps {
	const out = new Uint8Array(OUT_STEP);
	let size = 0;
	for (let at = 0; at < data.length; ) {
		const head = data[at++] as number;
		const length = head < 128 ? head + 1 : head === 128 ? 0 : 257 - head;
		if (size + length > OUT_STEP) {
			yield out.subarray(0, size);
			size = 0;
		}
		if (head < 128) {
			const literal = data.subarray(at, at + length);
			out.set(literal, size);
			size += literal.length;
			at += length;
		} else if (length > 0) {
			if (at >= data.length) break;
			out.fill(data[at++] as number, size, size + length);
			size += length;
		}
	}
	if (size > 0) yield out.subarray(0, size);
}

const CLEAR = 256;
const END = 257;
const MOST_CODES = 4096;

/** Unpacks LZW with codes from the highest bit on (TIFF 6.0, section 13). Ends where codes make no sense. */
export function* lzw(data: Uint8Array): ByteSteps {
	const prefix = new Uint16Array(MOST_CODES);
	const suffix = new Uint8Array(MOST_CODES);
	const lengths = new Uint16Array(MOST_CODES);
	for (let code = 0; code < 256; code++) {
		suffix[code] = code;
		lengths[code] = 1;
	}
	const out = new Uint8Array(OUT_STEP);
	let size = 0;
	let next = END + 1;
	let width = 9;
	let before = -1;
	let bits = 0;
	let count = 0;
	let at = 0;
	for (;;) {
		while (count < width && at < data.length) {
			bits = ((bits & 0xffff) << 8) | (data[at++] as number);
			count += 8;
		}
		if (count < width) break;
		count -= width;
		const code = (bits >>> count) & ((1 << width) - 1);
		if (code === END) break;
		if (code === CLEAR) {
			next = END + 1;
			width = 9;
			before = -1;
			continue;
		}
		if (code > next || (code === next && before < 0) || (code > END && code > next)) break;
		// The code that is just being made: the text before, and its first byte once more.
		const isNew = code === next;
		if (isNew && next >= MOST_CODES) break;
		const known = isNew ? before : code;
		const length = (lengths[known] as number) + (isNew ? 1 : 0);
		if (size + length > OUT_STEP) {
			yield out.subarray(0, size);
			size = 0;
		}
		let to = size + (lengths[known] as number) - 1;
		let walk = known;
		for (; to > size; to--) {
			out[to] = suffix[walk] as number;
			walk = prefix[walk] as number;
		}
		const first = suffix[walk] as number;
		out[size] = first;
		if (isNew) out[size + length - 1] = first;
		size += length;
		if (before >= 0 && next < MOST_CODES) {
			prefix[next] = before;
			suffix[next] = first;
			lengths[next] = (lengths[before] as number) + 1;
			next++;
			// TIFF's writers widen the codes one code early.
			if (next + 1 >= 1 << width && width < 12) width++;
		}
		before = code;
	}
	if (size > 0) yield out.subarray(0, size);
}

/** Cuts bytes into rows. A last row that isn't whole is left out. */
export function* rowsOf(bytes: Iterable<Uint8Array | undefined>, rowBytes: number): ByteSteps {
	const partial = new Uint8Array(rowBytes);
	let have = 0;
	for (const chunk of bytes) {
		if (!chunk) {
			yield undefined;
			continue;
		}
		let at = 0;
		if (have > 0) {
			at = Math.min(rowBytes - have, chunk.length);
			partial.set(chunk.subarray(0, at), have);
			have += at;
			if (have < rowBytes) continue;
			yield partial;
			have = 0;
		}
		for (; at + rowBytes <= chunk.length; at += rowBytes) yield chunk.subarray(at, at + rowBytes);
		if (at < chunk.length) {
			partial.set(chunk.subarray(at));
			have = chunk.length - at;
		}
	}
}
