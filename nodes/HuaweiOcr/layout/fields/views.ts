// The parts of a page that are read in one direction, with labels that stand askew or upright put to the text
// that they belong to.
import type { Box, Frame } from '../page/frame';
import { wrapAngle } from '../page/geometry';
import { readSegments } from './segments';
import type { IsKnown } from './segments';

/** Texts of one direction. */
export interface View {
	/** Radians, clockwise on screen. */
	angle: number;
	boxes: Box[];
	/** Labels that run up or down beside them. */
	uprights: Box[];
	/** Of `boxes` those that lie askew: stamps, and short words of which the corners were not found well. */
	askew: ReadonlySet<Box>;
}

/** Text that was taken for a stamp is tilted less than that, radians. */
const TILTED = 0.4;
/** … and one that runs up or down differs by less than that from a right angle. */
const UPRIGHT = 0.3;

/** @param isKnown whether a text is a label that is looked for */
export function viewsOf(frames: readonly Frame[], isKnown: IsKnown): View[] {
	const [main, ...others] = frames;
	if (!main) return [];
	const askew = new Set<Box>();
	const first: View = { angle: main.angle, boxes: [...main.boxes], uprights: [], askew };
	const rest = others.map((frame): View => {
		const angle = Math.abs(wrapAngle(frame.angle - main.angle));
		const isTilted = angle < TILTED;
		const isUpright = Math.abs(angle - Math.PI / 2) < UPRIGHT;
		const stays = (box: Box) => {
			const isALabel = isLabel(box.words, isKnown);
			if (!isTilted && !(isUpright && isALabel)) return true;
			const moved = intoFrame(box, main);
			if (isTilted && !isALabel) askew.add(moved);
			(isTilted ? first.boxes : first.uprights).push(moved);
			return false;
		};
		return { angle: frame.angle, boxes: frame.boxes.filter(stays), uprights: [], askew: new Set() };
	});
	first.boxes.sort((a, b) => a.middle - b.middle || a.left - b.left);
	return [first, ...rest.filter(({ boxes }) => boxes.length > 0)];
}

function isLabel(words: string, isKnown: IsKnown): boolean {
	return isKnown(words) || readSegments(words, isKnown).some(({ label }) => label !== undefined && isKnown(label));
}

/** Where a block of another direction stands among the texts of a frame. */
function intoFrame(box: Box, { angle, unit, originX, originY }: Frame): Box {
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const xs = box.block.location.map(([x, y]) => (x * cos + y * sin - originX) / unit).sort((a, b) => a - b);
	const ys = box.block.location.map(([x, y]) => (y * cos - x * sin - originY) / unit).sort((a, b) => a - b);
	const mean = (values: readonly number[], from: number) => ((values[from] ?? 0) + (values[from + 1] ?? 0)) / 2;
	const [top, bottom] = [mean(ys, 0), mean(ys, 2)];
	return { ...box, left: mean(xs, 0), right: mean(xs, 2), top, bottom, middle: (top + bottom) / 2, height: Math.max(bottom - top, 1 / 64) };
}
