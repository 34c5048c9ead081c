import type { IDataObject } from 'n8n-workflow';

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
			ofPage: ({ result }, context): Row[] => {
				tellOfUnreadableFiles(result, context);
				const parts = readParts(result);
				const left = filesOfPage(result, parts);
				let isFirst = true;
				return parts.flatMap((part) => {
					const amounts = amountTexts(allFields(part));
					const header = flatJson(part.fields, settings, amounts);
					return linesOf(part).map(({ line, ...about }): Row => {
						const doubtful = doubtfulFields([...part.fields, ...line], settings);
						context.report.facts.doubtfulFields += doubtful.length;
						const files = isFirst ? [...part.files, ...left] : [];
						isFirst = false;
						const json = {
							...besides(flatJson(line, settings, amounts), header),
							...about,
							...header,
							...reviewJson(doubtful, settings),
							...pageFields(context),
						};
						return rowWithFiles(json, files, result);
					});
				});
			},
		};
	},
};

/** The lines of all lists; of a document without any the document itself, so that it doesn't vanish. */
function linesOf({ lists, fields }: DocumentPart): Array<{ line: Field[]; list: string | null; lineIndex: number | null }> {
	const lines = lists.flatMap(({ name, lines: listed }) => listed.map((line, lineIndex) => ({ line, list: name, lineIndex })));
	if (lines.length > 0 || !fields.some(({ value }) => saysSomething(value))) return lines;
	return [{ line: [], list: null, lineIndex: null }];
}

/** Fields of a line under names that hide none of the document's: `name` of an article and of a passenger. */
function besides(line: IDataObject, header: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(line).map(([name, value]) => {
			let key = name in header ? `${LINE_PREFIX}${name}` : name;
			while (key in header) key += '_';
			return [key, value];
		}),
	);
}
