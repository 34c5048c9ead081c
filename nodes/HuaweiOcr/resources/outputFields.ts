import type { IDataObject } from 'n8n-workflow';

/** The last fields of most items: `page` where there are pages, and `source`. */
export function pageFields({ page, source }: { page?: number | undefined; source: string }): IDataObject {
	return { ...(page === undefined ? {} : { page }), source };
}
