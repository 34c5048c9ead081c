// How far the text of a page is tilted.
import type { Quad } from './lineReader.cts';
import { axisOf, halfTurn, heightOf, weightedMedian, widthOf } from './quads.cts';

/** Boxes squarer than this say little about where text runs. */
const LINE_RATIO = 1.5;

/**
 * Axis of the page's text in degrees, (-90, 90]: the median over all lines, long lines counting more. Whether
 * the text runs forwards or backwards along it is not known yet.
 */
export function textAxis(quads: Quad[]): number {
	const lines = quads.filter((quad) => longSide(quad) >= LINE_RATIO * shortSide(quad));
	const used = lines.length > 0 ? lines : quads;
	if (used.length === 0) return 0;
	// Angles of lines live on a circle of 180°: find the rough axis first, then the median around it.
	const rough = roughAxis(used);
	const around = used.map((quad) => ({
		value: halfTurn(axisOf(quad) - rough),
		weight: longSide(quad) - shortSide(quad) + 1,
	}));
	return halfTurn(rough + weightedMedian(around));
}

function roughAxis(quads: Quad[]): number {
	let x = 0;
	let y = 0;
	for (const quad of quads) {
		const doubled = (axisOf(quad) * 2 * Math.PI) / 180;
		x += Math.cos(doubled) * longSide(quad);
		y += Math.sin(doubled) * longSide(quad);
	}
	return halfTurn((Math.atan2(y, x) * 180) / Math.PI / 2);
}

export function longSide(quad: Quad): number {
	return Math.max(widthOf(quad), heightOf(quad));
}

export function shortSide(quad: Quad): number {
	return Math.min(widthOf(quad), heightOf(quad));
}
