import type { IDataObject } from 'n8n-workflow';

import { mapInSteps, type Steps } from '../../turns/steps';
import { fieldsInSteps } from '../../layout/fields';
import type { FieldDefinition, FoundField } from '../../layout/fields';
import { safeName } from '../../layout/tables/names';
import type { Report } from '../../report/report';
import type { WordsBlock } from '../../result/types';
import type { Page, RowsContext } from '../operation';
import { pageFields } from '../outputFields';
import { nearestText } from './nearestText';
import { keptBlocks } from './options';
import type { WordsResult } from './readWords';
import { tableCells, tablesOf } from './tableItems';
import type { CellSettings } from './tableOptions';
import type { TableRowsIn } from './tableRowsIn';

export interface FieldSettings {
	definitions: readonly FieldDefinition[];
	/** 0–1; blocks below are left out */
	minConfidence: number;
	/** Whether `details` and `needsReview` are added. */
	details: boolean;
	tableRowsIn: TableRowsIn;
	/** What becomes of the cells of these rows. */
	rowCells: CellSettings;
}

/** A field and the page it was found on. */
type PlacedField = FoundField & { page?: number };

/** Keys with a meaning of their own, here or for n8n: a field of this name gets an underscore at its end. */
const TAKEN = new Set(['missingFields', 'page', 'source', 'error', 'details', 'needsReview', 'rows']);

/**
 * The fields of a form as one object: each field by its name, null when it was not found, and
 * `missingFields` with the names of those. A field whose text is not understood as its type is null, too,
 * but not missing: the text stands beside it as `<name>Text`.
 *
 * With several pages the first page that has a field gives its value. Pages without text give no object.
 * With table rows as items there is one object per row, the fields repeated.
 */
export function* fieldsToJson(
	pages: ReadonlyArray<Page<WordsResult>>,
	{ report, ...context }: RowsContext,
	settings: FieldSettings,
): Steps<IDataObject[]> {
	if (pages.every(({ result }) => result.isEmpty)) return [];
	const kept = pages.map((page) => ({ ...page, blocks: [...keptBlocks(page.result.blocks, settings.minConfidence, report)] }));
	const found = new Map<string, PlacedField>(settings.definitions.map(({ name }) => [name, notFound(name)]));
	for (const { page, blocks, result, size, cells = [] } of kept) {
		for (const field of yield* fieldsInSteps(blocks, result.direction, settings.definitions, size, { cells })) {
			const known = found.get(field.name);
			if (known?.text === undefined) found.set(field.name, { ...field, ...(page === undefined ? {} : { page }) });
		}
	}
	tell(report, found, settings, kept.flatMap(({ blocks }) => blocks));
	const fields = { ...toJson(found, settings), ...pageFields(context) };
	if (settings.tableRowsIn === 'none') return [fields];
	const tables = (yield* mapInSteps(kept, (page) => tablesOf(page, {}))).flat();
	const rows = tables.flatMap((table) => tableCells(table, settings.rowCells, report));
	if (settings.tableRowsIn === 'list') return [{ ...fields, rows }];
	return rows.length === 0 ? [fields] : rows.map((row) => ({ ...fields, ...besides(row, fields) }));
}

/** What stands in the item of a document without text. */
export function emptyFields(settings: FieldSettings): IDataObject {
	const found = new Map(settings.definitions.map(({ name }) => [name, notFound(name)]));
	return { ...toJson(found, settings), ...(settings.tableRowsIn === 'list' ? { rows: [] } : {}) };
}

function notFound(name: string): PlacedField {
	return { name, isNumber: false, needsReview: false };
}

function toJson(found: ReadonlyMap<string, PlacedField>, { definitions, details }: FieldSettings): IDataObject {
	const types = new Map(definitions.map(({ name, type }) => [name, type ?? 'text']));
	const fields = [...found].map(([name, field]) => [keyOf(name, found), field] as const);
	const values = fields.flatMap(([key, field]) => entriesOf(key, field, types.get(field.name) === 'text', found));
	return {
		...Object.fromEntries(values),
		missingFields: [...found].filter(([, { text }]) => text === undefined).map(([name]) => name),
		...(details
			? {
					needsReview: fields.some(([, { needsReview }]) => needsReview),
					details: Object.fromEntries(fields.map(([key, field]) => [key, detailsOf(field)])),
				}
			: {}),
	};
}

function detailsOf({ text, confidence, page, box, needsReview, reason }: PlacedField): IDataObject {
	return {
		text: text ?? null,
		...(confidence === undefined ? {} : { confidence }),
		...(page === undefined ? {} : { page }),
		...box,
		needsReview,
		...(reason === undefined ? {} : { reason }),
	};
}

/** The output field of a name: itself, or with underscores where it is taken and nobody else's. */
function keyOf(name: string, found: ReadonlyMap<string, FoundField>): string {
	let key = safeName(name);
	if (TAKEN.has(key)) key += '_';
	while (key !== name && found.has(key)) key += '_';
	return key;
}

function entriesOf(
	key: string,
	{ text, value }: FoundField,
	isText: boolean,
	found: ReadonlyMap<string, FoundField>,
): Array<[string, string | number | boolean | null]> {
	if (text === undefined) return [[key, null]];
	if (isText) return [[key, text]];
	if (value !== undefined) return [[key, value]];
	let beside = `${key}Text`;
	while (found.has(beside)) beside += '_';
	return [
		[key, null],
		[beside, text],
	];
}

/** A row's cells under names that hide none of the fields. */
function besides(row: IDataObject, fields: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(row).map(([name, cell]) => {
			let key = name;
			while (key in fields) key += '_';
			return [key, cell];
		}),
	);
}

function tell(report: Report, found: ReadonlyMap<string, FoundField>, { definitions }: FieldSettings, blocks: readonly WordsBlock[]): void {
	for (const { name, label } of definitions) {
		const field = found.get(name);
		if (field?.text === undefined) report.missingLabel(label ?? name, label === undefined ? undefined : nearestText(label, blocks));
		if (field?.needsReview) report.facts.doubtfulFields++;
	}
}
