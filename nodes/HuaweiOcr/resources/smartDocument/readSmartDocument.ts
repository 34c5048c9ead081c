import { UnexpectedAnswer } from '../../errors/unexpectedAnswer';
import type { Quad, WordsBlock } from '../../result/types';
import { eachInSteps, mapInSteps, type Steps } from '../../turns/steps';
import { resultOf } from '../answer';
import { takeFiles, type WithoutFiles } from '../answerFiles';
import { isRecord, toNumber, toQuad, toWords } from '../answerValues';
import { toGrid, type Grid } from '../cells/grid';
import { readCells } from '../cells/readCells';
import { listOf } from '../generalTable/readGeneralTable';
import type { OcrResult } from '../operation';
import { readBlocks } from '../words/readWords';
import { readLatex } from './latex';

/** Words that may consist of several texts of the page. */
export interface PlacedWords {
	words: string;
	/** Corners of each of the texts. */
	location: Quad[];
}

/** A key and its value (`kv_block_list`). */
export interface SmartPair {
	key: PlacedWords;
	value: PlacedWords;
}

/** A table or a form (`table_list`, `form_list`). */
export interface SmartTable {
	grid: Grid;
	location?: Quad;
	/** Name of its workbook among the files. */
	excel?: string;
}

/** A part of the page (`layout_block_list`). */
export interface LayoutBlock {
	/** As the service calls it: title, text, table … */
	type: string;
	text: string;
	location?: Quad;
	/** Indices of its texts in `blocks`, each once. */
	words: number[];
	/** Indices in `tables`, `forms`, `formulas`. */
	table?: number;
	form?: number;
	formula?: number;
}

/** What was read of a page, its parts put together over the elements of the list (operations 4). */
export interface SmartResult extends OcrResult, WithoutFiles {
	/** Degrees counter-clockwise, or -1. */
	direction: number;
	blocks: WordsBlock[];
	pairs: SmartPair[];
	tables: SmartTable[];
	forms: SmartTable[];
	/** LaTeX */
	formulas: string[];
	/** In the order in which the page is read. */
	layout: LayoutBlock[];
}

const PARTS = ['ocr_result', 'kv_result', 'table_result', 'form_result', 'layout_result', 'formula_result'] as const;
type Parts = Partial<Record<(typeof PARTS)[number], Record<string, unknown>>>;

/**
 * Reads the body of a successful answer: a list with the parts of a page in one element or spread over several,
 * or one such element alone.
 * @throws UnexpectedAnswer when it has no result, or elements without any known part
 */
export function* readSmartDocument(body: string): Steps<SmartResult> {
	const raw = yield* resultOf(body);
	const files = yield* takeFiles(raw);
	const elements = (Array.isArray(raw) ? (raw as unknown[]) : [raw]).filter(isRecord);
	const pages = pagesOf(elements);
	if (elements.length > 0 && pages.length === 0) throw new UnexpectedAnswer('it holds no part of a page');
	const content: PageContent = { direction: -1, blocks: [], pairs: [], tables: [], forms: [], formulas: [], layout: [] };
	for (const page of pages) yield* addPage(content, page);
	const { blocks, pairs, tables, forms, formulas, layout, direction } = content;
	const hasText = blocks.some(({ words }) => words !== '') || layout.some(({ text }) => text !== '') || formulas.length > 0;
	const hasCells = [...tables, ...forms].some(({ grid }) => grid.cells.some(({ text }) => text !== ''));
	return {
		...content,
		...files,
		isEmpty: !hasText && !hasCells && pairs.length === 0,
		facts: { blockCount: blocks.length, direction },
		raw,
	};
}

type PageContent = Pick<SmartResult, 'direction' | 'blocks' | 'pairs' | 'tables' | 'forms' | 'formulas' | 'layout'>;

/** Parts by page: a part that comes again begins the next page. */
function pagesOf(elements: ReadonlyArray<Record<string, unknown>>): Parts[] {
	const pages: Parts[] = [];
	for (const element of elements) {
		const parts: Parts = {};
		for (const name of PARTS) {
			const part = element[name];
			if (isRecord(part)) parts[name] = part;
		}
		if (Object.keys(parts).length === 0) continue;
		const page = pages[pages.length - 1];
		if (page && PARTS.every((name) => !page[name] || !parts[name])) Object.assign(page, parts);
		else pages.push(parts);
	}
	return pages;
}

/** Indices of the layout are those of the page's own lists; the lists of further pages go behind. */
function* addPage(content: PageContent, { ocr_result: ocr, kv_result: kv, table_result: table, form_result: form, layout_result: layout, formula_result: formula }: Parts): Steps<void> {
	const [blocksBefore, tablesBefore, formsBefore, formulasBefore] = [content.blocks.length, content.tables.length, content.forms.length, content.formulas.length];
	if (content.direction < 0) content.direction = toNumber(ocr?.direction) ?? -1;
	const push = <Entry>(to: Entry[], entries: readonly Entry[]): void => {
		for (const entry of entries) to.push(entry);
	};
	if (ocr) push(content.blocks, yield* readBlocks(listOf(ocr.words_block_list, ocr.words_block_count, 'words_block_list')));
	if (kv) yield* eachInSteps(listOf(kv.kv_block_list, kv.kv_block_count, 'kv_block_list'), (entry) => push(content.pairs, readPair(entry)));
	yield;
	if (table) push(content.tables, (yield* mapInSteps(listOf(table.table_list, table.table_count, 'table_list'), readTable)).flat());
	if (form) push(content.forms, (yield* mapInSteps(listOf(form.form_list, form.form_count, 'form_list'), readTable)).flat());
	if (formula) push(content.formulas, yield* mapInSteps(listOf(formula.formula_list, formula.formula_count, 'formula_list'), readFormula));
	if (!layout) return;
	const at = (value: unknown, before: number, after: number): number | undefined => {
		const index = toNumber(value);
		return index !== undefined && Number.isInteger(index) && index >= 0 && before + index < after ? before + index : undefined;
	};
	for (const entry of listOf(layout.layout_block_list, layout.layout_block_count, 'layout_block_list')) {
		yield;
		if (!isRecord(entry)) continue;
		const words = new Set<number>();
		yield* eachInSteps(Array.isArray(entry.words_ids) ? (entry.words_ids as unknown[]) : [], (id) => {
			const index = at(id, blocksBefore, content.blocks.length);
			if (index !== undefined) words.add(index);
		});
		const [tableAt, formAt, formulaAt] = [
			at(entry.table_id, tablesBefore, content.tables.length),
			at(entry.form_id, formsBefore, content.forms.length),
			at(entry.formula_id, formulasBefore, content.formulas.length),
		];
		const location = toQuad(entry.location);
		content.layout.push({
			type: toWords(entry.type) || 'text',
			text: toWords(entry.text).trim(),
			words: [...words],
			...(location ? { location } : {}),
			...(tableAt === undefined ? {} : { table: tableAt }),
			...(formAt === undefined ? {} : { form: formAt }),
			...(formulaAt === undefined ? {} : { formula: formulaAt }),
		});
	}
}

function* readFormula(entry: unknown): Steps<string> {
	yield;
	return readLatex(toWords(isRecord(entry) ? entry.formula : entry));
}

function readPair(entry: unknown): SmartPair[] {
	if (!isRecord(entry)) return [];
	const texts = Array.isArray(entry.words_block_list) ? entry.words_block_list.filter(isRecord) : [];
	const placed = (type: 'key' | 'value'): PlacedWords => ({
		words: toWords(entry[type]).trim(),
		location: texts.filter((text) => text.type === type).map(({ location }) => toQuad(location)).filter((quad): quad is Quad => quad !== undefined),
	});
	return [{ key: placed('key'), value: placed('value') }];
}

function* readTable(entry: unknown): Steps<SmartTable[]> {
	if (!isRecord(entry)) return [];
	const location = toQuad(entry.location);
	yield;
	return [
		{
			grid: yield* toGrid(yield* readCells(listOf(entry.words_block_list, entry.words_block_count, 'words_block_list'))),
			...(location ? { location } : {}),
			...(typeof entry.excel === 'string' && entry.excel !== '' ? { excel: entry.excel } : {}),
		},
	];
}
