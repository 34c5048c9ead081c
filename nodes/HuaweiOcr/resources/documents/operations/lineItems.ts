import type { IDataObject } from 'n8n-workflow';

import { OcrError } from '../../../errors/ocrError';
import type { Steps } from '../../../turns/steps';
import { pageFields } from '../../outputFields';
import type { Operation } from '../../operation';
import type { Row } from '../../row';
import { preview } from '../../words/options';
import { allFields, doubtfulFields, flatJson, reviewJson } from '../fieldJson';
import { rowWithFiles, tellOfUnreadableFiles } from '../files';
import { documentMarks } from '../marks';
import { minConfidence, readFieldSettings, typedValues } from '../options';
import { amountTexts } from '../typedValues';
import { filesOfPage, readParts } from '../readParts';
import type { DocumentPart, DocumentResult, Field } from '../types';
import { saysSomething } from '../values';

/** What stands before the name of a line's field that the document has, too: `amount` of an article, `item_amount`. */
const LINE_PREFIX = 'item_';

export const lineItems: Operation<DocumentResult> = {
	value: 'lineItems',
	name: 'Get Line Items',
	description: 'One item per line, such as an article or a leg of a journey, with the fields of the document repeated',
	action: (what) => `Read the line items of ${what}`,
	outputFields: { list: 'string', lineIndex: 'number', source: 'string' },
	onePerPage: false,
	options: [minConfidence, preview, typedValues],
	prepare({ options }) {
		const settings = readFieldSettings(options);
		return {
			empty: () => ({}),
			marks: documentMarks,
			*ofPage({ result }, context): Steps<Row[]> {
				tellOfUnreadableFiles(result, context);
				const parts = yield* readParts(result);
				const left = filesOfPage(result, parts);
				const rows: Row[] = [];
				for (const part of parts) {
					const amounts = yield* amountTexts(allFields(part));
					const header = yield* flatJson(part.fields, settings, amounts);
					const headerDoubts = doubtfulFields(part.fields, settings);
					const lines = linesOf(part);
					checkRepeated(header, lines.length);
					for (const { line, ...about } of lines) {
						yield;
						const doubtful = [...new Set([...headerDoubts, ...doubtfulFields(line, settings)])];
						context.report.facts.doubtfulFields += doubtful.length;
						const files = rows.length === 0 ? [...part.files, ...left] : [];
						// Into one object: with thousands of lines, copies of copies take most of the time.
						const json = besides(yield* flatJson(line, settings, amounts), header);
						Object.assign(json, about, header, reviewJson(doubtful, settings), pageFields(context));
						rows.push(rowWithFiles(json, files, result));
					}
				}
				return rows;
			},
		};
	},
};

/** A document's fields stand in each of its lines: so many of them, and so many characters, are repeated. */
const MOST_REPEATED = 200_000;
const MOST_REPEATED_CHARACTERS = 10_000_000;

/** @throws OcrError where the items would be many times as large as the answer */
function checkRepeated(header: IDataObject, lines: number): void {
	const values = Object.values(header);
	const characters = values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : JSON.stringify(value ?? null).length), 0);
	if (lines < 2 || (values.length * lines <= MOST_REPEATED && characters * lines <= MOST_REPEATED_CHARACTERS)) return;
	throw new OcrError(
		`Use the operation Get Fields for this document: it has ${lines} lines, and ${values.length} fields would be repeated in each`,
		'Get Fields gives the lines as a list in one item.',
		{ errorCode: 'Node.PageTooFull' },
	);
}

/** The lines of all lists; of a document without any the document itself, so that it doesn't vanish. */
function linesOf({ lists, fields }: DocumentPart): Array<{ line: Field[]; list: string | null; lineIndex: number | null }> {
	const lines = lists.flatMap(({ name, lines: listed }) => listed.map((line, lineIndex) => ({ line, list: name, lineIndex })));
	if (lines.length > 0 || !fields.some(({ value }) => saysSomething(value))) return lines;
	return [{ line: [], list: null, lineIndex: null }];
}

/** Fields of a line under names that hide none of the document's: `name` of an article and of a passenger. */
function besides(line: IDataObject, header: IDataObject): IDataObject {
	const json: IDataObject = {};
	for (const [name, value] of Object.entries(line)) {
		let key = name in header ? `${LINE_PREFIX}${name}` : name;
		while (key in header) key += '_';
		json[key] = value;
	}
	return json;
}
