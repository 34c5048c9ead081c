import type { IDataObject } from 'n8n-workflow';

import { UnexpectedAnswer } from '../../errors/unexpectedAnswer';
import type { Quad, WordsBlock } from '../../result/types';
import { mapInSteps, type Steps } from '../../turns/steps';
import { resultOf } from '../answer';
import { takeFiles, type WithoutFiles } from '../answerFiles';
import { isRecord, toNumber, toQuad } from '../answerValues';
import { toGrid, type Grid } from '../cells/grid';
import { isCell, readCells } from '../cells/readCells';
import type { OcrResult } from '../operation';
import { readBlocks } from '../words/readWords';

export interface TextRegion {
	type: 'text';
	blocks: WordsBlock[];
}

export interface TableRegion {
	type: 'table';
	grid: Grid;
	/** Where the table stands; Financial Statement only. */
	location?: Quad;
}

/** A result of the class "tables" (operations 3): regions in the order of the page. */
export interface TablesResult extends OcrResult, WithoutFiles {
	regions: Array<TextRegion | TableRegion>;
	raw: IDataObject;
	/** Name of the workbook among the files. */
	excel?: string;
}

/**
 * Reads the body of a successful answer. Lists are the truth, counts are hints (operations 3).
 * @throws UnexpectedAnswer when it has no result, or announces regions and lists none
 */
export function* readGeneralTable(body: string): Steps<TablesResult> {
	const raw = yield* resultOf(body);
	if (!isRecord(raw)) throw new UnexpectedAnswer('it has no result');
	const files = yield* takeFiles(raw);
	const listed = listOf(raw.words_region_list, raw.words_region_count, 'words_region_list');
	const regions = yield* mapInSteps(listed, readRegion);
	return {
		regions,
		...files,
		...(typeof raw.excel === 'string' && raw.excel in files.files ? { excel: raw.excel } : {}),
		isEmpty: regions.every((region) => (region.type === 'text' ? region.blocks.length === 0 : region.grid.cells.every(({ text }) => text === ''))),
		facts: { tableCount: regions.filter(({ type }) => type === 'table').length },
		raw: raw as IDataObject,
	};
}

/** The tables of a page, from top to bottom. */
export function gridsOf({ regions }: TablesResult): Grid[] {
	return regions.flatMap((region) => (region.type === 'table' ? [region.grid] : []));
}

/**
 * A list of an answer; a missing one is empty, where nothing speaks against it.
 * @param count what the answer says of its length
 * @throws UnexpectedAnswer when it is no list, or empty where entries are announced
 */
export function listOf(value: unknown, count: unknown, name: string): unknown[] {
	if (value !== undefined && value !== null && !Array.isArray(value)) throw new UnexpectedAnswer(`its ${name} is not a list`);
	const list: unknown[] = value ?? [];
	const announced = toNumber(count) ?? 0;
	if (list.length === 0 && announced > 0) throw new UnexpectedAnswer(`it announces ${announced} entries of ${name} and lists none`);
	return list;
}

function* readRegion(entry: unknown): Steps<TextRegion | TableRegion> {
	if (!isRecord(entry)) return { type: 'text', blocks: yield* readBlocks([entry]) };
	const listed = listOf(entry.words_block_list, entry.words_block_count, 'words_block_list');
	if (entry.type !== 'table' && !listed.some(isCell)) return { type: 'text', blocks: yield* readBlocks(listed) };
	const location = toQuad(entry.table_location);
	yield;
	return { type: 'table', grid: yield* toGrid(yield* readCells(listed)), ...(location ? { location } : {}) };
}
