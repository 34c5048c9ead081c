// Angles and lengths of quadrilaterals. Angles are radians, clockwise on screen, since y runs downwards.
import type { Quad, WordsBlock } from '../../result/types';

/** A words block as it stands in the image. */
export interface MeasuredBlock {
	block: WordsBlock;
	/** Middle, px. */
	x: number;
	y: number;
	/** Extent along and across the text, px. */
	length: number;
	height: number;
	/** Angle of the text. */
	angle: number;
	/** Whether the shape says something about the angle: clearly longer than high, more than one character. */
	steady: boolean;
}

/** From this ratio on the longer side of several characters is the one that they follow. */
const TALL = 2;
const STEADY = 1.4;

/**
 * Turning a page leaves errors in the last digits. Comparisons give way by this much, so that they
 * do not decide where two lengths are equal.
 */
export const ROUNDING = 1e-6;

/** Wraps an angle into (-π, π]. */
export function wrapAngle(angle: number): number {
	// Nearly all are within already, and a remainder takes long.
	if (angle > -Math.PI && angle <= Math.PI) return angle;
	const wrapped = angle % (2 * Math.PI);
	if (wrapped > Math.PI) return wrapped - 2 * Math.PI;
	return wrapped <= -Math.PI ? wrapped + 2 * Math.PI : wrapped;
}

/**
 * Reads place, size and angle of a block from its four corners.
 * A high and narrow block of several characters is taken as text that runs downwards: a column of
 * Chinese, or turned text whose corners were listed from the image's point of view.
 */
export function measureBlock(block: WordsBlock): MeasuredBlock {
	const [a, b, c, d] = clockwise(block.location);
	const [alongX, alongY] = [(b[0] - a[0] + c[0] - d[0]) / 2, (b[1] - a[1] + c[1] - d[1]) / 2];
	const [downX, downY] = [(d[0] - a[0] + c[0] - b[0]) / 2, (d[1] - a[1] + c[1] - b[1]) / 2];
	const long = Math.hypot(alongX, alongY);
	const high = Math.hypot(downX, downY);
	const several = hasSeveralCharacters(block.words.trim());
	const downwards = several && high >= TALL * long * (1 - ROUNDING) && high > 0;
	const [length, height] = downwards ? [high, long] : [long, high];
	return {
		block,
		x: (a[0] + b[0] + c[0] + d[0]) / 4,
		y: (a[1] + b[1] + c[1] + d[1]) / 4,
		length,
		height,
		angle: downwards ? Math.atan2(downY, downX) : Math.atan2(alongY, alongX),
		steady: several && length >= STEADY * height * (1 - ROUNDING) && length > 0,
	};
}

/** The middle of a block, px. */
export function middleOf({ location }: WordsBlock): [x: number, y: number] {
	const mean = (axis: 0 | 1) => location.reduce((sum, point) => sum + point[axis], 0) / location.length;
	return [mean(0), mean(1)];
}

/** Corners in clockwise order, whichever way they were listed. */
function clockwise(quad: Quad): Quad {
	const [a, b, c, d] = quad;
	const area =
		a[0] * b[1] - b[0] * a[1] + b[0] * c[1] - c[0] * b[1] + c[0] * d[1] - d[0] * c[1] + d[0] * a[1] - a[0] * d[1];
	return area < 0 ? [a, d, c, b] : quad;
}

/** Two code units may be one character. */
function hasSeveralCharacters(text: string): boolean {
	return text.length > 2 || (text.length === 2 && (text.codePointAt(0) ?? 0) <= 0xffff);
}
