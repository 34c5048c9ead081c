// Cells and texts as answers list them (operations 3 and 4).
import type { FoundCharacter } from '../../engine/engine.cts';
import { type LevelFrame, pictureCorners } from '../../engine/levelFrame.cts';
import { round4 } from '../wordsBlocks.cts';
import { confidenceOf, wordsOf } from './textLines.cts';
import type { Cell, PlacedText, Region, Table } from './types.cts';
import { type SheetCell, xlsx } from './xlsx.cts';

/** What an answer says of texts and cells. */
export interface Details {
	location: boolean;
	characters: boolean;
	confidence: boolean;
}

/** A text on its own, or within a cell. */
export function textAnswer({ block }: PlacedText, { location, characters, confidence }: Details): Record<string, unknown> {
	return {
		words: block.words,
		...(confidence ? { confidence: round4(block.confidence) } : {}),
		...(location ? { location: block.location } : {}),
		...(characters && block.characters ? { char_list: block.characters.map(characterAnswer) } : {}),
	};
}

export function characterAnswer({ text, location, confidence }: FoundCharacter): Record<string, unknown> {
	return { char: text, char_location: location, char_confidence: round4(confidence) };
}

/** With positions, a cell has a list of its texts and no words of its own. */
export function cellAnswer(frame: LevelFrame, { rows, columns, box, texts }: Cell, details: Details): Record<string, unknown> {
	if (details.location) {
		return { rows, columns, cell_location: pictureCorners(frame, box), words_list: texts.map((text) => textAnswer(text, details)) };
	}
	return { words: wordsOf(texts), ...(details.confidence ? { confidence: round4(confidenceOf(texts)) } : {}), rows, columns };
}

/** A workbook of regions, one below the other. @returns base64 */
export function workbookOf(regions: readonly Region[]): string {
	const cells: SheetCell[] = [];
	let row = 0;
	for (const region of regions) {
		if (region.type === 'table') {
			cells.push(...sheetCells(region.table, row));
			row += region.table.rowCount;
			continue;
		}
		for (const text of wordsOf(region.texts).split('\n')) cells.push({ row: row++, column: 0, rowSpan: 1, columnSpan: 1, text });
	}
	return xlsx(cells);
}

/** A workbook of one table. @returns base64 */
export function workbookOfTable(table: Table): string {
	return xlsx(sheetCells(table, 0));
}

function sheetCells({ cells }: Table, first: number): SheetCell[] {
	return cells.map(({ rows, columns, texts }) => ({
		row: first + (rows[0] ?? 0),
		column: columns[0] ?? 0,
		rowSpan: rows.length,
		columnSpan: columns.length,
		text: wordsOf(texts),
	}));
}
