// Memory for bodies and files of several MB, used again and again: allocated anew for each call it kept the
// garbage collector busier than everything else the emulator does (benchmarks, 20 parallel calls of 7 MB).

const STEP_BYTES = 256 * 1024;
const KEPT_BYTES = 256 * 1024 * 1024;

export interface Pooled {
	/** Valid until `release`; whoever needs it longer copies it. */
	bytes: Buffer;
	release: () => void;
}

const free: Buffer[] = [];
let freeBytes = 0;

/** @param size bytes; the content is whatever was there before. */
export function takeBuffer(size: number): Pooled {
	const whole = takeFree(size) ?? Buffer.allocUnsafeSlow(Math.max(1, Math.ceil(size / STEP_BYTES)) * STEP_BYTES);
	let released = false;
	return {
		bytes: whole.subarray(0, size),
		release() {
			if (released) return;
			released = true;
			if (freeBytes + whole.length > KEPT_BYTES) return;
			free.push(whole);
			freeBytes += whole.length;
		},
	};
}

/** The smallest that fits, unless it is more than twice too large. */
function takeFree(size: number): Buffer | undefined {
	let best = -1;
	for (const [index, { length }] of free.entries()) {
		if (length < size || length > 2 * size + STEP_BYTES) continue;
		if (best < 0 || length < (free[best]?.length ?? 0)) best = index;
	}
	if (best < 0) return undefined;
	const [found] = free.splice(best, 1);
	freeBytes -= found?.length ?? 0;
	return found;
}
