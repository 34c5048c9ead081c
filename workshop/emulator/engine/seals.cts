// Red seals on a page.
import type { Pixels } from './pixels.cts';

/** Red is so much stronger than green and blue, of 255. */
const RED = 40;

/** A copy of the page with everything red made white. */
export function withoutSeals({ width, height, data }: Pixels): Pixels {
	const copy = data.slice();
	for (let at = 0; at < copy.length; at += 3) {
		const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
		if (red - Math.max(green, blue) >= RED) copy.fill(255, at, at + 3);
	}
	return { width, height, data: copy };
}
