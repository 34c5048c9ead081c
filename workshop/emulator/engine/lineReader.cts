// Reads one line of text cut out of a page.
import { type DecodedLine, decodeCtc } from './ctc.cts';
import { inkColumns, widestGap } from './inkGaps.cts';
import { Image, type Models, runModel } from './models.cts';
import type { Pixels, Vector } from './pixels.cts';

export type Quad = [Vector, Vector, Vector, Vector];

/** Height in px that the recogniser was trained on, and the least width it gets. */
const LINE_HEIGHT = 48;
const MIN_LINE_WIDTH = 320;
const MIDDLE_GREY = 127.5;

export interface Line {
	/** On the level page, clockwise from the text's own top left. */
	quad: Quad;
	read: ReadLine;
}

export interface ReadLine extends DecodedLine {
	/** Steps of the model's time axis that the crop covers: step / steps = place along the text. */
	steps: number;
}

export function toImage(page: Pixels): Image {
	return new Image(page.width, page.height, 3, page.data);
}

/** The pixels inside a quad, straightened. A crop at least 1.5 times as tall as wide comes turned by 90°. */
export function cut(page: Image, quad: Quad): Image {
	return page.cropRotated(quad);
}

export async function readLine(models: Models, crop: Image): Promise<ReadLine> {
	const width = Math.max(1, Math.ceil((LINE_HEIGHT * crop.width) / crop.height));
	const padded = Math.max(MIN_LINE_WIDTH, width);
	const line = crop.resize({ width, height: LINE_HEIGHT });
	const tensor = padRight(normalised(line), width, LINE_HEIGHT, padded);
	const { data, dims } = await runModel(models.recogniser, tensor, [1, 3, LINE_HEIGHT, padded]);
	const [, steps = 0, classes = 0] = dims;
	let ink: boolean[] | undefined;
	const gapBetween = (from: number, to: number): number => {
		ink ??= inkColumns(line);
		return widestGap(ink, ((from + 0.5) * padded) / steps, ((to + 0.5) * padded) / steps);
	};
	const decoded = decodeCtc(data, steps, classes, models.characters, models.spaceClass, gapBetween);
	return { ...decoded, steps: (steps * width) / padded };
}

const TURN_HEIGHT = 48;
const TURN_WIDTH = 192;

/** Probability that the crop is upside down, 0 to 1. */
export async function upsideDown(models: Models, crop: Image): Promise<number> {
	const width = Math.min(TURN_WIDTH, Math.max(1, Math.ceil((TURN_HEIGHT * crop.width) / crop.height)));
	const pixels = normalised(crop.resize({ width, height: TURN_HEIGHT }));
	const tensor = padRight(pixels, width, TURN_HEIGHT, TURN_WIDTH);
	const { data } = await runModel(models.lineTurn, tensor, [1, 3, TURN_HEIGHT, TURN_WIDTH]);
	return data[1] ?? 0;
}

/** -1 to 1, blue first, planes one after the other. */
function normalised(image: Image): Float32Array {
	return image.tensor({
		mean_values: [MIDDLE_GREY, MIDDLE_GREY, MIDDLE_GREY],
		norm_values: [1 / MIDDLE_GREY, 1 / MIDDLE_GREY, 1 / MIDDLE_GREY],
		channel_order: 'bgr',
	});
}

function padRight(source: Float32Array, width: number, height: number, padded: number): Float32Array {
	if (width === padded) return source;
	const target = new Float32Array(3 * height * padded);
	for (let row = 0; row < 3 * height; row++) {
		target.set(source.subarray(row * width, (row + 1) * width), row * padded);
	}
	return target;
}
