// What a rendered document knows about itself. Shared by demo, checks, tests and benchmarks.

/** px; origin top left, y downwards. */
export type Point = [x: number, y: number];
/** Clockwise from the text's own top left corner. */
export type Quad = [Point, Point, Point, Point];

/** A run of text as it stands on the page: what an ideal OCR service would return as one block. */
export interface TruthBlock {
	words: string;
	location: Quad;
	/**
	 * The text of a stamp: it belongs to no line, cell or field, and its place in the reading order
	 * (last here) is not to be scored.
	 */
	stray?: true;
	/**
	 * Blocks of one table row whose middle-aligned lines do not line up: the order among blocks with
	 * the same number is a matter of taste and is not to be scored.
	 */
	orderGroup?: number;
}

export interface TruthTable {
	/** Header cells, left to right. */
	header: string[];
	/** Body rows; an empty cell is ''. A cell that wraps over lines is joined with one space (none between CJK characters). */
	rows: string[][];
}

/** Kinds of documents that the generator can render. */
export type DocumentKind =
	| 'form-zh'
	| 'form-en'
	| 'invoice'
	| 'price-list'
	| 'table-lineless'
	| 'table-ruled'
	| 'table-wrapped'
	| 'table-empty-cells'
	| 'two-columns'
	| 'receipt'
	| 'plain-text';

export interface RenderedDocument {
	/** Unique within a run, fit for a file name. */
	name: string;
	kind: DocumentKind | 'specimen';
	/** Encoded image (PNG unless the recipe says JPEG). */
	image: Buffer;
	mimeType: 'image/png' | 'image/jpeg';
	width: number;
	height: number;
	/** Clockwise tilt of the text on screen in degrees, [0, 360): what `direction` has to be. */
	direction: number;
	/** All runs of text in reading order, in pixels of the image as rendered (after turning). */
	blocks: TruthBlock[];
	/** Text line by line in reading order; runs of one line joined by a space. */
	lines: string[];
	tables: TruthTable[];
	/** Form fields: label as printed (without colon) → value as printed. */
	fields: Record<string, string>;
	/** Labels with nothing filled in: a search for them must come back empty. */
	emptyFields?: string[];
}
