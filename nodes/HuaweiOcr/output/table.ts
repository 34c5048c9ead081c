import type { IDataObject } from 'n8n-workflow';

import { confidentBlocks } from '../layout/confidence';
import { readTables } from '../layout/tables';
import type { TableOptions } from '../layout/tables';
import type { GeneralTextResult } from '../result/types';
import type { OutputContext } from './context';

export interface TableOutputOptions extends TableOptions {
	/** 0–1; blocks below are left out. */
	minConfidence?: number;
}

/**
 * One object per table row (public output mode `table`): the cells by the heads of their columns, ''
 * for an empty cell; then `tableIndex` (0-based on the page), `page` and `source`. A column with one
 * of these three names keeps it, and the page's own is left out. An image without a table gives none.
 */
export function tableToJson(
	result: GeneralTextResult,
	context: OutputContext,
	{ minConfidence = 0, ...options }: TableOutputOptions = {},
): IDataObject[] {
	const tables = readTables(confidentBlocks(result.blocks, minConfidence), result.direction, options);
	return tables.flatMap(({ columns, rows }, tableIndex) => {
		const about: IDataObject = {
			tableIndex,
			...(context.page === undefined ? {} : { page: context.page }),
			source: context.source,
		};
		const aboutRest = Object.entries(about).filter(([key]) => !columns.includes(key));
		return rows.map((row) =>
			Object.fromEntries([...columns.map((column, index) => [column, row[index] ?? ''] as const), ...aboutRest]),
		);
	});
}
