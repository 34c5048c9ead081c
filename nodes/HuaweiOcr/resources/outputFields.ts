import type { IDataObject } from 'n8n-workflow';

import type { OutputContext } from './operation';

/** The last fields of most items: `page` where there are pages, and `source`. */
export function pageFields({ page, source }: OutputContext): IDataObject {
	return { ...(page === undefined ? {} : { page }), source };
}
