// A page as its tables and the texts around them.
import type { PageResult } from '../../engine/engine.cts';
import { around, type LevelBox, type LevelFrame, levelBox } from '../../engine/levelFrame.cts';
import type { Pixels } from '../../engine/pixels.cts';
import { findRuledLines } from '../../engine/ruledLines.cts';
import { cutText } from './cutTexts.cts';
import { gapTables } from './gapTables.cts';
import { type Grid, gridsOf } from './ruledGrids.cts';
import { textLines } from './textLines.cts';
import type { Cell, PlacedText, Region, Table, TablePage } from './types.cts';

/** px; of a page without text. */
const SMALL_PRINT = 16;
/** Boxes of texts are so much higher than what a line of print takes. */
const BOX_HEIGHTS = 1.15;

/**
 * @param pixels undefined where there is no picture behind the texts: then there are no ruled lines
 * @param ruledOnly without looking for tables that have no ruled lines
 */
export function readTables(page: PageResult, pixels: Pixels | undefined, ruledOnly = false): TablePage {
	const heights = page.blocks.map(({ location: [a, , , d] }) => Math.hypot(d[0] - a[0], d[1] - a[1])).sort((a, b) => a - b);
	const em = (heights[heights.length >> 1] ?? SMALL_PRINT) / BOX_HEIGHTS;
	const { lines, ...frame } = pixels ? findRuledLines(pixels, page.direction, em) : { lines: [], ...frameOf(page) };
	const texts = page.blocks.map((block): PlacedText => ({ ...levelBox(frame, block.location), block, source: block }));
	const inGrids = fillGrids(frame, gridsOf(lines, em), texts);
	const tables = [...inGrids.tables, ...(ruledOnly ? [] : gapTables(inGrids.rest, em, lines))].sort((a, b) => a.box.top - b.box.top);
	const inTables = new Set(tables.flatMap(({ cells }) => cells.flatMap((cell) => cell.texts)));
	const outside = inGrids.rest.filter((text) => !inTables.has(text));
	return { frame, em, regions: regionsOf(tables, outside) };
}

/** The frame of a page without a picture: as large as its texts reach. */
function frameOf({ blocks, direction }: PageResult): LevelFrame {
	const reach = (axis: 0 | 1): number => blocks.flatMap(({ location }) => location.map((corner) => corner[axis])).reduce((most, place) => Math.max(most, place + 1), 1);
	return { width: reach(0), height: reach(1), degrees: direction };
}

/** Texts put into the cells that hold their middles; what was read across a border is cut there. */
function fillGrids(frame: LevelFrame, grids: readonly Grid[], texts: readonly PlacedText[]): { tables: Table[]; rest: PlacedText[] } {
	let rest = [...texts];
	const tables: Table[] = [];
	for (const grid of grids) {
		const cells = grid.cells.map((cell): Cell => ({ ...cell, texts: [] }));
		const box = around(cells.map((cell) => cell.box));
		const outside: PlacedText[] = [];
		for (const text of rest) {
			const parts = isWithin(box, text) ? cutText(frame, text, bordersAt(cells, text)) : [text];
			for (const part of parts) {
				const cell = cells.find((each) => isWithin(each.box, part));
				if (cell) cell.texts.push(part);
				else outside.push(part);
			}
		}
		// A grid without texts is a drawing.
		if (cells.every((cell) => cell.texts.length === 0)) continue;
		rest = outside;
		tables.push({
			isRuled: true,
			box,
			cells: cells.map((cell) => ({ ...cell, texts: textLines(cell.texts).flat() })),
			rowCount: grid.ys.length - 1,
			columnCount: grid.xs.length - 1,
		});
	}
	return { tables, rest };
}

/** Left borders of the cells that stand at a text's height. */
function bordersAt(cells: readonly Cell[], { top, bottom }: PlacedText): number[] {
	const middle = (top + bottom) / 2;
	return [...new Set(cells.filter(({ box }) => box.top <= middle && middle < box.bottom).map(({ box }) => box.left))].sort((a, b) => a - b);
}

function isWithin(box: LevelBox, text: LevelBox): boolean {
	const [x, y] = [(text.left + text.right) / 2, (text.top + text.bottom) / 2];
	return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
}

/** Tables, and between them the texts that stand above each. */
function regionsOf(tables: readonly Table[], texts: readonly PlacedText[]): Region[] {
	const regions: Region[] = [];
	let above = -Infinity;
	const text = (from: number, to: number): void => {
		const own = textLines(texts.filter(({ top, bottom }) => (top + bottom) / 2 >= from && (top + bottom) / 2 < to)).flat();
		if (own.length > 0) regions.push({ type: 'text', box: around(own), texts: own });
	};
	for (const table of tables) {
		text(above, table.box.top);
		regions.push({ type: 'table', box: table.box, table });
		above = Math.max(above, table.box.top);
	}
	text(above, Infinity);
	return regions;
}
