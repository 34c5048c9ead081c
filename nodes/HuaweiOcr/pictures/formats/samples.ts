/**
 * Reads samples of 1, 2, 4, 8 or 16 bits, from the highest bit on, to one byte each. Of 16 bits the
 * higher eight are taken; fewer than 8 stay as they are.
 * @param count how many to read
 * @param little whether 16-bit samples have their lower byte first
 */
export function readSamples(row: Uint8Array, depth: number, count: number, target: Uint8Array, little = false): void {
	if (depth === 8) {
		target.set(row.subarray(0, count));
	} else if (depth === 16) {
		for (let i = 0, at = little ? 1 : 0; i < count; i++, at += 2) target[i] = row[at] as number;
	} else {
		const most = (1 << depth) - 1;
		for (let i = 0, bit = 0; i < count; i++, bit += depth) {
			target[i] = ((row[bit >> 3] as number) >> (8 - depth - (bit & 7))) & most;
		}
	}
}

/** What a sample of so many bits is as a byte. */
export function toByte(depth: number): (sample: number) => number {
	if (depth >= 8) return (sample) => sample;
	const factor = 255 / ((1 << depth) - 1);
	return (sample) => sample * factor;
}

/** A colour of a palette or a key, laid on white. */
export function onWhite(sample: number, alpha: number): number {
	return alpha === 255 ? sample : Math.round((sample * alpha + 255 * (255 - alpha)) / 255);
}
