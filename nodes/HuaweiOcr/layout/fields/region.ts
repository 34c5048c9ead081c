// Fields that are found by their place on the page.
import { mapInSteps, type Steps } from '../../turns/steps';
import type { Box, Frame } from '../page/frame';
import { groupRows } from '../page/rows';

/** px of the image as sent. */
export interface PageSize {
	width: number;
	height: number;
}

/** Edges in percent of the page's width and height as it is read: upright. Absent edges are those of the page. */
export interface Region {
	left?: number;
	top?: number;
	right?: number;
	bottom?: number;
}

/**
 * The text whose blocks have their middle in a region: lines joined by line feeds, '' when there is
 * none. The page is taken upright, however the image was turned, and straightened around its middle.
 * @param size of the image; when it is unknown (the service fetched the image itself), percent refer
 * to the extent of the text instead
 */
export function* readRegion(frames: readonly Frame[], region: Region, size?: PageSize): Steps<string> {
	const lines = yield* mapInSteps(frames, function* (frame): Steps<string[]> {
		const toPercent = percentOf(frame, size);
		const inside = frame.boxes.filter((box) => {
			const [x, y] = toPercent(box);
			return (
				x >= (region.left ?? 0) && x <= (region.right ?? 100) && y >= (region.top ?? 0) && y <= (region.bottom ?? 100)
			);
		});
		return (yield* groupRows(inside)).map(({ boxes }) => boxes.map(({ words }) => words).join(' '));
	});
	return lines.flat().join('\n');
}

function percentOf({ boxes, angle, unit, originX, originY }: Frame, size: PageSize | undefined): (box: Box) => [number, number] {
	const middleOf = (box: Box) => (box.left + box.right) / 2;
	if (!size || !(size.width > 0) || !(size.height > 0)) {
		const right = boxes.reduce((most, box) => Math.max(most, box.right), 0);
		const bottom = boxes.reduce((most, box) => Math.max(most, box.bottom), 0);
		return (box) => [(100 * middleOf(box)) / right, (100 * box.middle) / bottom];
	}
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const isSideways = Math.abs(sin) > Math.abs(cos);
	const [width, height] = isSideways ? [size.height, size.width] : [size.width, size.height];
	// Middle of the image on the straightened page, px.
	const x = (size.width * cos + size.height * sin) / 2;
	const y = (size.height * cos - size.width * sin) / 2;
	return (box) => [
		50 + (100 * (middleOf(box) * unit + originX - x)) / width,
		50 + (100 * (box.middle * unit + originY - y)) / height,
	];
}
