import type { IDataObject } from 'n8n-workflow';

import type { ReadResult } from '../result/readResult';
import type { OutputContext } from './context';

/** The service's `result` object untouched, plus where it comes from (public output mode `raw`). */
export function rawToJson(result: ReadResult, context: OutputContext): IDataObject {
	return {
		...result.raw,
		...(context.page === undefined ? {} : { page: context.page }),
		source: context.source,
	};
}
