/** One corner in px; origin is the image's top left corner, y runs downwards (API page, table 6). */
export type Vertex = [x: number, y: number];

/** Four corners of a text area, clockwise on screen, beginning where the text begins. */
export type Quad = [Vertex, Vertex, Vertex, Vertex];

/** One character of a block; only with `character_mode` (newer edition of the API). */
export interface CharBlock {
	char: string;
	char_location?: Quad;
	/** 0–1 */
	char_confidence?: number;
}

/** One words block (API page, table 6). */
export interface WordsBlock {
	words: string;
	location: Quad;
	/** Set when the service gave no readable location; `location` is then only a place in the order. */
	unlocated?: true;
	/** 0–1; absent in the seed edition of the API. */
	confidence?: number;
	char_list?: CharBlock[];
}

/** One recognised image or page (API page, table 5). */
export interface GeneralTextResult {
	/** Degrees 0–360 by which the image has to be turned counter-clockwise to stand upright, or -1. */
	direction: number;
	blocks: WordsBlock[];
}
