import type { Steps } from '../turns/steps';

/** Keys under which answers hold positions, whichever operation gave them (API pages: `location`, `cell_location` …). */
const POSITION_KEY = /(?:^|_)location$/;

/** Key of `{ width, height }` of the image as the service saw it. */
const SIZE_KEY = 'image_size';

/** Key of an object that has the same keys as the fields beside it. */
const CONFIDENCE_KEY = 'confidence';

/**
 * A result as if the service had seen the user's own picture instead of one scaled down: every position in
 * it, of blocks, characters, cells or fields, is divided by `scale` and rounded to whole px. The rest stays
 * as it is; what came is not changed.
 * @param result of any operation, nested at most 64 deep (`resultOf`)
 * @param scale of what was sent, above 0, at most 1
 */
export function* mapBack<Result>(result: Result, scale: number): Steps<Result> {
	return scale === 1 ? result : ((yield* copy(result, scale, false)) as Result);
}

/** Entries of longer lists are a step each. */
const SHORT_LIST = 16;

function* copy(value: unknown, scale: number, isPosition: boolean): Steps<unknown> {
	if (typeof value === 'number') return isPosition ? Math.round(value / scale) : value;
	if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
	if (Array.isArray(value)) {
		const copied: unknown[] = [];
		for (const each of value as unknown[]) {
			if (value.length > SHORT_LIST) yield;
			copied.push(yield* copy(each, scale, isPosition));
		}
		return copied;
	}
	const entries: Array<[string, unknown]> = [];
	for (const [key, each] of Object.entries(value)) {
		// How sure the service is of a field called location is no position.
		const copied = key === CONFIDENCE_KEY ? each : yield* copy(each, scale, isPosition || POSITION_KEY.test(key) || key === SIZE_KEY);
		entries.push([key, copied]);
	}
	return Object.fromEntries(entries);
}
