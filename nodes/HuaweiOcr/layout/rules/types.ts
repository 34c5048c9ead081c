// What the finder of ruled lines takes and gives.
import type { Quad } from '../../result/types';

/** A picture in brightness alone, rows from the top, 0 black. About two million pixels are enough. */
export interface GreyImage {
	width: number;
	height: number;
	data: Uint8Array;
	/** Pixels of this picture per pixel of the image as sent; at most 1. */
	scale: number;
}

/** A straight line that was printed or drawn. All lengths are px of the image as sent. */
export interface Rule {
	/** Whether it runs more along x than along y; then x1 < x2, else y1 < y2. */
	isHorizontal: boolean;
	x1: number;
	y1: number;
	x2: number;
	y2: number;
	/** By how much its place may be off. */
	tolerance: number;
	/** Where along it, from 0 to 1, something was seen; gaps are bridged, but part no cells. */
	seen: ReadonlyArray<readonly [from: number, to: number]>;
}

/** A cell between ruled lines; a merged one spans several rows or columns. px of the image as sent. */
export interface RuledCell {
	/** The box around its corners: of a page that lies askew, it reaches into the neighbours. */
	left: number;
	top: number;
	right: number;
	bottom: number;
	/** Upper left, upper right, lower right, lower left as the image lies. */
	corners: Quad;
	/** 0-based, as the image lies. */
	row: number;
	column: number;
	rowSpan: number;
	columnSpan: number;
	/** 0-based number of the grid on the page, from top to bottom. */
	table: number;
}

/** Lets other work of the process go on. */
export type Pause = () => Promise<void>;
