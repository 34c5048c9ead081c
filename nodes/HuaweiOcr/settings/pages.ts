import { OcrError } from '../errors/ocrError';

/** Pages that were asked for, before the number of pages is known. */
export type PageSelection =
	/** "*" */
	| 'all'
	/** Ranges in the order given; an open range ("4-") ends with the document. */
	| PageRange[];

export interface PageRange {
	first: number;
	/** undefined: to the last page */
	last?: number;
}

/** A wrong digit should not become ten thousand paid calls. */
const MAX_PAGE = 10_000;

/**
 * Reads the option Pages: "1", "2-5,8", "4-", "*". Full-width forms are accepted.
 * @throws OcrError when it is none of these
 */
export function parsePages(value: unknown): PageSelection {
	const text = String(value ?? '')
		.normalize('NFKC')
		.replace(/[、;]/g, ',')
		.replace(/[–—~]/g, '-')
		.replace(/\s+/g, '');
	if (text === '*') return 'all';
	const ranges = text.split(',').filter((part) => part !== '').map(parseRange);
	if (ranges.length === 0 || ranges.includes(undefined)) throw invalidPages(text);
	return ranges as PageRange[];
}

function parseRange(part: string): PageRange | undefined {
	const match = /^(\d{1,5})(-(\d{1,5})?)?$/.exec(part);
	if (!match) return undefined;
	const first = Number(match[1]);
	const isOpen = match[2] === '-';
	const last = match[3] === undefined ? first : Number(match[3]);
	if (first < 1 || last < first || last > MAX_PAGE) return undefined;
	return isOpen ? { first } : { first, last };
}

/** Whether the number of pages has to be known to tell which pages these are. */
export function needsPageCount(selection: PageSelection): boolean {
	return selection === 'all' || selection.some(({ last }) => last === undefined);
}

/**
 * The page numbers, each once, in the order asked for.
 * @param pageCount undefined when it can't be told; then the selection has to be closed
 * @throws OcrError when a page doesn't exist
 */
export function selectPages(selection: PageSelection, pageCount: number | undefined, kind: 'pages' | 'frames' = 'pages'): number[] {
	const ranges = selection === 'all' ? [{ first: 1 }] : selection;
	const pages = new Set<number>();
	for (const { first, last = pageCount } of ranges) {
		if (last === undefined) throw invalidPages('*');
		if (pageCount !== undefined && Math.max(first, last) > pageCount) {
			throw new OcrError(
				`Correct the option Pages: page ${Math.max(first, last)} is asked for, the ${kind === 'frames' ? 'TIFF' : 'PDF'} has ${pageCount} ${pageCount === 1 ? kind.slice(0, -1) : kind}`,
				'',
				{ errorCode: 'Node.NoSuchPage' },
			);
		}
		for (let page = first; page <= last; page++) pages.add(page);
	}
	return [...pages];
}

function invalidPages(text: string): OcrError {
	return new OcrError(
		`Correct the option Pages: "${text.slice(0, 40)}" is not a page list such as 1, 2-5,8 or *`,
		'',
		{ errorCode: 'Node.InvalidParameter' },
	);
}
