/** File formats that operations of Huawei Cloud OCR read (contract 5.4; OFD: operations 1). */
export type ApiFormat = 'JPEG' | 'PNG' | 'BMP' | 'GIF' | 'TIFF' | 'WEBP' | 'PCX' | 'ICO' | 'PSD' | 'PDF' | 'OFD';

/** The formats of General Text, the most that any operation but those with OFD reads. */
export const ALL_FORMATS: readonly ApiFormat[] = ['JPEG', 'PNG', 'BMP', 'GIF', 'TIFF', 'WEBP', 'PCX', 'ICO', 'PSD', 'PDF'];

/** What most operations read. */
export const COMMON_FORMATS: readonly ApiFormat[] = ['JPEG', 'PNG', 'BMP', 'TIFF'];

/** One operation of Huawei's OCR API: the facts that every caller of it needs. */
export interface ApiOperation {
	/** Last part of /v2/{project_id}/ocr/… */
	path: string;
	/** As the service's documentation calls it, in English. */
	name: string;
	/** Request field of the file; `url` is called the same everywhere. */
	imageField: 'image' | 'data';
	/** Request field of the page; undefined: no PDF, or only its first page. */
	pageField?: 'pdf_page_number' | 'page_num';
	formats: readonly ApiFormat[];
	/** px */
	shortestSide: number;
	/** px */
	longestSide: number;
	/** px × px; undefined: no limit of its own */
	pixels?: number;
	/** What reads a PDF in its stead: "use Smart Document, which …". */
	wayOut?: string;
	/** IDs of the regions that are known to offer it; undefined: nothing is known. */
	regions?: readonly string[];
}
