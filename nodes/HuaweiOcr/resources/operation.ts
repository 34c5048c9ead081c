import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { RuledCell } from '../layout/rules';
import type { PreviewMark } from '../pictures/previewMark';
import type { ItemParameters } from '../settings/itemParameters';
import type { ListInSteps } from '../turns/steps';
import type { Report } from '../report/report';
import type { Row } from './row';

/** What every resource's answer, once read, tells the generic parts of the node. */
export interface OcrResult {
	/** The service's `result`, untouched. */
	raw: unknown;
	/** Whether the service found nothing to read on the page. */
	isEmpty: boolean;
	/** What an item says of the page beside its content, also that of an empty page: `blockCount`, `direction`. */
	facts: IDataObject;
}

/** One page of a document, or an image as a whole. */
export interface Page<Result extends OcrResult = OcrResult> {
	/** Page number, of PDF and multi-frame TIFF only. */
	page?: number;
	result: Result;
	/** px of the image as the user has it; undefined for PDF pages and URLs. */
	size?: { width: number; height: number };
	/** Cells between ruled lines, px as `size`; only where the operation uses them and the picture is at hand. */
	cells?: readonly RuledCell[];
	/** Size of the picture that was sent divided by the user's own; undefined: 1. Positions are those of the user's. */
	scale?: number;
}

/** What output items say about where they come from. */
export interface OutputContext {
	/** File name of the binary, or the URL. */
	source: string;
	/** Page number, of PDF and multi-frame TIFF only. */
	page?: number;
	/** How many pages the document has, where that is known. */
	pageCount?: number;
}

/** What operations are given beside the pages. */
export interface RowsContext extends OutputContext {
	/** Takes notes for the hints of the run. */
	report: Report;
}

/** Types of output fields, in the words of JSON schema. */
export type OutputFields = Readonly<Record<string, 'string' | 'number' | 'boolean' | 'array' | 'object'>>;

/**
 * An operation with the settings of one item. It has one of two forms: rows of each page, or rows of
 * all pages of a document together. Both work in steps, since a page may hold thousands of blocks.
 */
export type PreparedOperation<Result extends OcrResult> = {
	/** What stands in the item of a page (undefined: document) without content, where the user wants one. */
	empty(page?: Page<Result>): IDataObject;
	/** Request fields without which the answer would not hold what this operation needs; they win over switches. */
	requestFields?: IDataObject;
	/** Whether ruled lines of the picture help. */
	usesRuledLines?: boolean;
	/** Marks for the picture of the page; undefined: the operation has no preview. */
	marks?(page: Page<Result>): ListInSteps<PreviewMark>;
} & (
	| { ofPage(page: Page<Result>, context: RowsContext): ListInSteps<Row> }
	| { ofDocument(pages: ReadonlyArray<Page<Result>>, context: RowsContext): ListInSteps<Row> }
);

/** What is got out of a result: one file each, from the panel's words to the output items. */
export interface Operation<Result extends OcrResult> {
	/** Stored in workflows (shared interface); also the name of the file with its output fields. */
	value: string;
	/** In the panel: "Get Text". */
	name: string;
	/** What it gives, in the list of operations. */
	description: string;
	/** In n8n's node panel, verb and object; `what` is the resource's: "an image or PDF". */
	action(what: string): string;
	/**
	 * Fields of its output items that are known beforehand, in their order. The build makes of them what
	 * n8n shows to the next node before the first run (`__schema__`).
	 */
	outputFields: OutputFields;
	/** Whether it gives one item per page or document, so that an empty page should give one, too. */
	onePerPage: boolean;
	/** Whether the parameter Simplify is offered. */
	simplify?: boolean;
	/** Own parameters, shown for this operation only. */
	parameters?: INodeProperties[];
	/** Entries of the collection Options that this operation reads. */
	options?: INodeProperties[];
	/** Reads the settings of one item. @throws OcrError for a value that can't be one */
	prepare(parameters: ItemParameters): PreparedOperation<Result>;
}
