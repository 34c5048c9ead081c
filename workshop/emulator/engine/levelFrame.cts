// The level frame of a page: coordinates in which its text and its rules run along the axes. Its origin is the
// middle of the picture; x runs along the text, y down the lines.
import type { Corner, Corners } from './engine.cts';
import type { Vector } from './pixels.cts';

export interface LevelFrame {
	/** px of the picture as sent. */
	width: number;
	height: number;
	/** Clockwise tilt of the text on the picture, degrees. */
	degrees: number;
}

/** An area along the axes of the level frame. */
export interface LevelBox {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

function turned({ x, y }: Vector, degrees: number): Vector {
	const radians = (degrees * Math.PI) / 180;
	const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
	return { x: x * cos - y * sin, y: x * sin + y * cos };
}

/** Centres of pixels are at whole numbers, so the picture's middle is at (size - 1) / 2. */
export function toLevel({ width, height, degrees }: LevelFrame, { x, y }: Vector): Vector {
	return turned({ x: x - (width - 1) / 2, y: y - (height - 1) / 2 }, -degrees);
}

export function toPicture({ width, height, degrees }: LevelFrame, point: Vector): Vector {
	const { x, y } = turned(point, degrees);
	return { x: x + (width - 1) / 2, y: y + (height - 1) / 2 };
}

export function levelBox(frame: LevelFrame, corners: Corners): LevelBox {
	const points = corners.map(([x, y]) => toLevel(frame, { x, y }));
	const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
	return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Corners on the picture, whole px, clockwise from the box's own top left. */
export function pictureCorners(frame: LevelFrame, { left, top, right, bottom }: LevelBox): Corners {
	const corner = (x: number, y: number): Corner => {
		const point = toPicture(frame, { x, y });
		return [within(point.x, frame.width), within(point.y, frame.height)];
	};
	return [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)];
}

function within(place: number, size: number): number {
	return Math.min(size - 1, Math.max(0, Math.round(place)));
}

/** Beyond this, degrees, nothing is known of the sheet on a picture. */
const MOST_SKEW = 20;

/**
 * The sheet of paper in the level frame: of a skewed page, whose corners touch the edges of the picture, smaller than
 * the picture.
 */
export function sheetBox({ width, height, degrees }: LevelFrame): LevelBox {
	const quarters = Math.round(degrees / 90);
	const [across, down] = quarters % 2 === 0 ? [width, height] : [height, width];
	const skew = (Math.abs(degrees - quarters * 90) * Math.PI) / 180;
	const [cos, sin] = skew < (MOST_SKEW * Math.PI) / 180 ? [Math.cos(skew), Math.sin(skew)] : [1, 0];
	const spread = cos * cos - sin * sin;
	const [right, bottom] = [(across * cos - down * sin) / spread / 2, (down * cos - across * sin) / spread / 2];
	return { left: -right, top: -bottom, right, bottom };
}

/** The smallest box around others. @throws RangeError for none */
export function around(boxes: readonly LevelBox[]): LevelBox {
	if (boxes.length === 0) throw new RangeError('Nothing to be around of');
	const most = (values: number[], better: (a: number, b: number) => number): number => values.reduce((a, b) => better(a, b));
	return {
		left: most(boxes.map(({ left }) => left), Math.min),
		top: most(boxes.map(({ top }) => top), Math.min),
		right: most(boxes.map(({ right }) => right), Math.max),
		bottom: most(boxes.map(({ bottom }) => bottom), Math.max),
	};
}
