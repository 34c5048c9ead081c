import type { Vertex } from '../../result/types';
import type { PreviewMark } from '../previewMark';
import type { Steps } from '../../turns/steps';
import type { Canvas, Colour } from './canvas';
import { drawable } from './glyphs';

/** Colours that people with red-green blindness can tell apart, too (Okabe and Ito), save for the blocks' red. */
const COLOURS: Record<PreviewMark['kind'], Colour> = {
	block: [214, 40, 40],
	label: [0, 114, 178],
	value: [0, 158, 115],
	doubt: [230, 97, 0],
	cell: [120, 94, 160],
};

/** px; wider pages get thicker lines. */
const WIDE_PAGE = 800;

/** Marks drawn between two pauses. */
const MARKS_PER_STEP = 20;

/** Marks drawn at all; nobody sees more on a page. */
const MOST_MARKS = 20_000;

/**
 * Draws each mark as a frame with its text at its top left corner, and arrows from labels to values.
 * Doubt comes last, so that nothing lies over it.
 * @param scale of the canvas to the px of the marks
 */
export function* drawMarks(canvas: Canvas, marks: readonly PreviewMark[], scale: number): Steps<void> {
	const isWide = canvas.width > WIDE_PAGE;
	const thickness = isWide ? 2 : 1;
	const order = [...marks.slice(0, MOST_MARKS)].sort((a, b) => Number(a.kind === 'doubt') - Number(b.kind === 'doubt'));
	let count = 0;
	for (const mark of order) {
		const colour = COLOURS[mark.kind];
		const corners = scaledCorners(mark, scale);
		if (!corners) continue;
		canvas.drawPolygon(corners, mark.kind === 'doubt' ? thickness + 1 : thickness, colour);
		const origin = mark.from === undefined ? undefined : marks[mark.from];
		const from = origin && scaledCorners(origin, scale);
		if (from) canvas.drawArrow(...nearestSides(from, corners), thickness, colour);
		const text = drawable(mark.text ?? '');
		if (text !== undefined) {
			const left = Math.min(...corners.map(([x]) => x));
			const top = Math.min(...corners.map(([, y]) => y));
			canvas.drawText(text, left, top, isWide ? 2 : 1, colour);
		}
		if (++count % MARKS_PER_STEP === 0) yield undefined;
	}
}

/** @returns undefined where a position is no number */
function scaledCorners({ corners }: PreviewMark, scale: number): Vertex[] | undefined {
	const scaled = corners.map(([x, y]): Vertex => [x * scale, y * scale]);
	return scaled.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)) ? scaled : undefined;
}

/** From the middle of one frame's side to the middle of another's, where they are nearest. */
function nearestSides(a: readonly Vertex[], b: readonly Vertex[]): [Vertex, Vertex] {
	let best: [Vertex, Vertex] = [[0, 0], [0, 0]];
	let shortest = Infinity;
	for (const from of middles(a)) {
		for (const to of middles(b)) {
			const distance = Math.hypot(to[0] - from[0], to[1] - from[1]);
			if (distance >= shortest) continue;
			shortest = distance;
			best = [from, to];
		}
	}
	return best;
}

function middles(corners: readonly Vertex[]): Vertex[] {
	return corners.map(([x, y], index): Vertex => {
		const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
		return [(x + nextX) / 2, (y + nextY) / 2];
	});
}
