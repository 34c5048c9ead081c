// Everything that was read of a page, each part where its switch asks for it (operations 4).
import type { FoundBlock, PageResult } from '../../engine/engine.cts';
import { type LevelBox, pictureCorners, sheetBox } from '../../engine/levelFrame.cts';
import { pictureAreas } from '../../engine/pictureAreas.cts';
import type { Pixels } from '../../engine/pixels.cts';
import { cellAnswer, characterAnswer, workbookOfTable } from '../tables/cellAnswers.cts';
import { readTables } from '../tables/readTables.cts';
import { wordsOf } from '../tables/textLines.cts';
import type { PlacedText, Table, TablePage } from '../tables/types.cts';
import { round4, wordsBlock } from '../wordsBlocks.cts';
import { isForm } from './forms.cts';
import { layoutOf } from './layout.cts';
import { nameOf, pairsOf } from './pairs.cts';
import type { SmartDocumentParameters } from './parameters.cts';

type Part = Record<string, unknown>;

/** @returns one element of the result list */
export function answer(page: PageResult, pixels: Pixels | undefined, parameters: SmartDocumentParameters): Part {
	const read = readTables(page, pixels);
	const tables = read.regions.flatMap((region) => (region.type === 'table' ? [region.table] : []));
	const forms = parameters.form ? tables.filter(isForm) : [];
	const others = tables.filter((table) => !forms.includes(table));
	return {
		ocr_result: ocrResult(page, parameters),
		...(parameters.kv ? { kv_result: kvResult(read, parameters) } : {}),
		...(parameters.table ? { table_result: { table_count: others.length, table_list: others.map((table) => tableAnswer(read, table, parameters.returnExcel)) } } : {}),
		...(parameters.form ? { form_result: { form_count: forms.length, form_list: forms.map((table) => tableAnswer(read, table, false)) } } : {}),
		...(parameters.layout ? { layout_result: layoutResult(read, page.blocks, pixels, { tables: parameters.table ? others : [], forms }) } : {}),
		// The engine reads no formulas.
		...(parameters.formula ? { formula_result: { formula_count: 0, formula_list: [] } } : {}),
	};
}

/** The same, each part in an element of its own: the other form that is documented. */
export function spread(element: Part): Part[] {
	return Object.entries(element).map(([key, value]) => ({ [key]: value }));
}

function ocrResult({ blocks, direction }: PageResult, { characterMode }: SmartDocumentParameters): Part {
	return {
		direction: round4(direction),
		words_block_count: blocks.length,
		words_block_list: blocks.map((block) => ({
			...wordsBlock(block),
			...(characterMode && block.characters ? { char_list: block.characters.map(characterAnswer) } : {}),
		})),
	};
}

function kvResult({ frame, regions, em }: TablePage, { kvMap }: SmartDocumentParameters): Part {
	const texts = regions.flatMap((region) => (region.type === 'text' ? region.texts : []));
	const list = pairsOf(frame, texts, em).map(({ key, value }) => {
		const block = (text: PlacedText, type: 'key' | 'value'): Part => ({ words: type === 'key' ? nameOf(text) : text.block.words, location: text.block.location, type });
		const blocks = [block(key, 'key'), ...(value ? [block(value, 'value')] : [])];
		const name = nameOf(key);
		return { key: kvMap.get(name) ?? name, value: value?.block.words ?? '', words_block_count: blocks.length, words_block_list: blocks };
	});
	return { kv_block_count: list.length, kv_block_list: list };
}

function tableAnswer({ frame }: TablePage, table: Table, withExcel: boolean): Part {
	const details = { location: false, characters: false, confidence: false };
	return {
		location: pictureCorners(frame, table.box),
		words_block_count: table.cells.length,
		words_block_list: table.cells.map((cell) => cellAnswer(frame, cell, details)),
		...(withExcel ? { excel: workbookOfTable(table) } : {}),
	};
}

function layoutResult(read: TablePage, blocks: readonly FoundBlock[], pixels: Pixels | undefined, { tables, forms }: { tables: Table[]; forms: Table[] }): Part {
	const { frame, regions } = read;
	const taken: LevelBox[] = regions.flatMap((region) => (region.type === 'table' ? [region.box] : region.texts));
	const images = pixels ? pictureAreas(pixels, frame, taken) : [];
	const list = layoutOf(read, new Set(forms), images, sheetBox(frame)).map((block) => {
		const texts = block.lines.flat();
		const [table, form] = block.table ? [tables.indexOf(block.table), forms.indexOf(block.table)] : [-1, -1];
		return {
			location: pictureCorners(frame, block),
			type: block.type,
			text: wordsOf(texts),
			words_ids: texts.map(({ source }) => blocks.indexOf(source)),
			...(table >= 0 ? { table_id: table } : {}),
			...(form >= 0 ? { form_id: form } : {}),
		};
	});
	return { layout_block_count: list.length, layout_block_list: list };
}
