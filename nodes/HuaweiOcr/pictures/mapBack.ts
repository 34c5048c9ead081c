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
export function mapBack<Result>(result: Result, scale: number): Result {
	return scale === 1 ? result : (copy(result, scale, false) as Result);
}

function copy(value: unknown, scale: number, isPosition: boolean): unknown {
	if (typeof value === 'number') return isPosition ? Math.round(value / scale) : value;
	if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
	if (Array.isArray(value)) return value.map((each: unknown) => copy(each, scale, isPosition));
	return Object.fromEntries(
		Object.entries(value).map(([key, each]) => {
			// How sure the service is of a field called location is no position.
			if (key === CONFIDENCE_KEY) return [key, each];
			return [key, copy(each, scale, isPosition || POSITION_KEY.test(key) || key === SIZE_KEY)];
		}),
	);
}
