// What is found on a page that holds tables. All boxes lie in its level frame.
import type { FoundBlock } from '../../engine/engine.cts';
import type { LevelBox, LevelFrame } from '../../engine/levelFrame.cts';

/** A text in its place. */
export interface PlacedText extends LevelBox {
	block: FoundBlock;
	/** What the page lists: the block itself, or the one that it was cut out of. */
	source: FoundBlock;
}

export interface Cell {
	/** From 0; several of a merged cell. */
	rows: number[];
	columns: number[];
	box: LevelBox;
	/** Line by line, each from left to right. */
	texts: PlacedText[];
}

export interface Table {
	/** Whether its cells stand between ruled lines. */
	isRuled: boolean;
	box: LevelBox;
	/** Row by row; of a ruled table they tile it. */
	cells: Cell[];
	rowCount: number;
	columnCount: number;
}

export type Region = { type: 'text'; box: LevelBox; texts: PlacedText[] } | { type: 'table'; box: LevelBox; table: Table };

export interface TablePage {
	frame: LevelFrame;
	/** px */
	em: number;
	/** From top to bottom. */
	regions: Region[];
}
