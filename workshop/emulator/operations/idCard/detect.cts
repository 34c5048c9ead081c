// `detect_*_result` and `score_info`. Copies and cards that leave the picture are told from the pixels; the rest is
// chosen: never found.
import type { Pixels } from '../../engine/pixels.cts';
import type { Asked } from '../reading/documentOperation.cts';
import type { Detection, IdCardParameters } from './parameters.cts';

/** Saturation, 0 to 255, up to which a pixel is grey; a copy has hardly any others. */
const GREY = 18;
const COLOURED_PART = 0.01;
const SAMPLES = 40_000;

export async function detections(names: readonly Detection[], { picture }: Asked<IdCardParameters>): Promise<Record<string, unknown>> {
	if (names.length === 0) return {};
	const copied = names.includes('detect_copy') && isGrey(await picture.pixels());
	const results = names.map((name): [Detection, boolean] => [name, name === 'detect_copy' && copied]);
	return {
		...Object.fromEntries(results.map(([name, found]) => [`${name}_result`, found])),
		score_info: Object.fromEntries(results.map(([name, found]) => [`${name.replace('detect_', '')}_score`, found ? 95 : 5])),
	};
}

function isGrey({ data, width, height }: Pixels): boolean {
	const step = Math.max(1, Math.floor((width * height) / SAMPLES)) * 3;
	let [coloured, looked] = [0, 0];
	for (let at = 0; at + 2 < data.length; at += step, looked++) {
		const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
		if (Math.max(red, green, blue) - Math.min(red, green, blue) > GREY) coloured++;
	}
	return coloured < looked * COLOURED_PART;
}
