import type { FieldKind } from '../../../../huaweiCloud/catalogue';
import type { Quad } from '../../result/types';
import type { AnswerFile } from '../answerFiles';
import type { OcrResult } from '../operation';

/** An answer of a document's operation: as it came, but for its files. */
export interface DocumentResult extends OcrResult {
	/** Last part of the operation's address; tells how to read `raw`. */
	path: string;
	files: Readonly<Record<string, AnswerFile>>;
	/** Keys whose text should have been a file and was none. */
	unreadableFiles: readonly string[];
}

/** What a field can hold: text as printed, true or false, texts of a list, or whatever else the answer has. */
export type FieldValue = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>;

/** One field of a document, with what the answer says about it elsewhere. */
export interface Field {
	/** As the service has it; of an object within the document with its name before: `extra_info_surname`. */
	name: string;
	value: FieldValue;
	/** What its text says; undefined: nothing is known. */
	kind?: FieldKind;
	/** 0–1; of a list one for each of its texts, where they have any */
	confidence?: number | ReadonlyArray<number | undefined>;
	location?: Quad;
	/** Of a card whose two sides were asked for. */
	side?: Side;
}

export type Side = 'front' | 'back';

/** Lines of a document, such as the articles of an invoice. */
export interface LineList {
	/** `item_list` */
	name: string;
	lines: Field[][];
}

/** One document: the whole page, or one of several that are on it. */
export interface DocumentPart {
	/** As the service calls it, `vat_invoice`; only of pages with several. */
	kind?: string;
	fields: Field[];
	lists: LineList[];
	/** Names of the answer's files that belong to it. */
	files: string[];
	/** 0–1, of the document as a whole */
	confidence?: number;
	location?: Quad;
	/** The service's verdict on it alone; undefined: it gives none. */
	status?: { code: string; message: string };
}
