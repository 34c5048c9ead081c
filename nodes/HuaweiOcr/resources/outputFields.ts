import type { IDataObject } from 'n8n-workflow';

/** Where an item comes from. */
interface Origin {
	page?: number | undefined;
	source: string;
}

/** The last fields of most items: `page` where there are pages, and `source`. */
export function pageFields({ page, source }: Origin): IDataObject {
	return { ...(page === undefined ? {} : { page }), source };
}

/** The same with `pageCount`, where it is known. */
export function pageFieldsWithCount({ page, source, pageCount }: Origin & { pageCount?: number | undefined }): IDataObject {
	return { ...(page === undefined ? {} : { page }), ...(pageCount === undefined ? {} : { pageCount }), source };
}
