import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asOcrError, OcrError } from '../../errors/ocrError';
import type { FieldDefinition } from '../../layout/fields';
import { FIELD_DATE_ORDERS } from '../../layout/fields/definitions';
import { ExampleError, fieldsFromExample } from '../../layout/fields/fromExample';
import type { ItemParameters } from '../../settings/itemParameters';
import { oneOf, toNumber } from '../../settings/values';

const byLabel = { show: { findBy: ['label'] } };
const byRegion = { show: { findBy: ['region'] } };
const byDate = { show: { type: ['date'] } };

type Edge = 'left' | 'top' | 'right' | 'bottom';

function edge(name: Edge, displayName: string, value: number): INodeProperties {
	const side = name === 'left' || name === 'right' ? "page's width, from its left edge" : "page's height, from its top edge";
	return {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
		default: value,
		description: `Edge of the region in percent of the ${side}`,
		displayOptions: byRegion,
	};
}

const dateOrder: INodeProperties = {
	displayName: 'Date Order',
	name: 'dateOrder',
	type: 'options',
	default: 'auto',
	description: 'What 03/04/2026 means on this form',
	options: [
		{ name: 'Automatic', value: 'auto', description: 'What the other dates of the page tell; without them such a date counts as unclear' },
		{ name: 'Day, Month, Year', value: 'dayMonthYear' },
		{ name: 'Month, Day, Year', value: 'monthDayYear' },
		{ name: 'Year, Month, Day', value: 'yearMonthDay' },
	],
	displayOptions: byDate,
};

export const fieldDefinitions: INodeProperties = {
	displayName: 'Fields',
	name: 'fieldDefinitions',
	type: 'fixedCollection',
	placeholder: 'Add Field',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		hideOptionalFields: true,
		addOptionalFieldButtonText: 'Add Field Option',
	},
	default: {},
	description: 'Which values to look for on the form, and where',
	displayOptions: { show: { fieldsFrom: ['list'] } },
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{
					displayName: 'Field Name',
					name: 'name',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. invoiceNumber',
					description: 'Name of the output field, for example the column of your spreadsheet',
				},
				{
					displayName: 'Find By',
					name: 'findBy',
					type: 'options',
					default: 'label',
					options: [
						{
							name: 'Label',
							value: 'label',
							description: 'The value stands right of, below or after a printed label',
						},
						{
							name: 'Region',
							value: 'region',
							description: 'The value stands in a certain place of the page',
						},
					],
				},
				{
					displayName: 'Label',
					name: 'label',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. Invoice No.|Invoice Number',
					description:
						'The label as printed. Separate alternatives by |. For a label that stands there more than once, name its section, as in Seller > Name, or its number, as in Name [2]. Case, spaces and one wrong character in five do not matter.',
					displayOptions: byLabel,
				},
				{
					displayName: 'Position',
					name: 'position',
					type: 'options',
					default: 'auto',
					description: 'Where the value stands, seen from its label',
					options: [
						{
							name: 'Automatic',
							value: 'auto',
							description: 'After a colon, to the right or below, whichever fits',
						},
						{ name: 'Below', value: 'below' },
						{ name: 'Right', value: 'right' },
					],
					displayOptions: byLabel,
				},
				edge('left', 'Left', 0),
				edge('top', 'Top', 0),
				edge('right', 'Right', 100),
				edge('bottom', 'Bottom', 100),
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					default: 'text',
					options: [
						{ name: 'Checkbox', value: 'checkbox', description: 'True or false, or the alternatives that are ticked' },
						{ name: 'Date', value: 'date', description: 'Reads dates of the usual forms as ISO date, such as 2026-03-18' },
						{ name: 'Number', value: 'number', description: 'Reads amounts such as 1,234.50 or ¥ 1.234,50' },
						{ name: 'Text', value: 'text' },
					],
				},
				dateOrder,
			],
		},
	],
};

/** Where the fields are named. */
export const fieldsFrom: INodeProperties = {
	displayName: 'Fields From',
	name: 'fieldsFrom',
	type: 'options',
	default: 'list',
	description: 'How you name the fields to look for',
	options: [
		{ name: 'JSON Example or Schema', value: 'example', description: 'An object with one key per field' },
		{ name: 'List', value: 'list', description: 'One entry per field, each with its label' },
	],
};

export const fieldExample: INodeProperties = {
	displayName: 'JSON Example',
	name: 'fieldExample',
	type: 'json',
	required: true,
	default: '{\n  "Invoice No": "A-1",\n  "Date": "2026-03-18",\n  "Total": 12.5\n}',
	description:
		'An object as you want to have it, or a JSON schema: keys (in a schema, titles) are the labels as printed, values show the types. An object within it is a section, such as Seller > Name.',
	displayOptions: { show: { fieldsFrom: ['example'] } },
};

/** The fields to look for. @throws OcrError where there are none, two have one name, or a value can't be one */
export function readFieldDefinitions({ get }: ItemParameters): FieldDefinition[] {
	if (oneOf('Fields From', get('fieldsFrom', 'list'), ['list', 'example']) === 'example') return fromExample(get('fieldExample', ''));
	const parameter = (get('fieldDefinitions', {}) ?? {}) as IDataObject;
	const entries: unknown = parameter.field;
	const definitions = (Array.isArray(entries) ? entries : []).map(readFieldDefinition);
	if (definitions.length === 0) {
		throw invalid(
			'Add at least one field to the parameter Fields: there is nothing to look for',
			'Each field has a name and either the label that is printed beside it or a region of the page.',
		);
	}
	const names = definitions.map(({ name }) => name);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) {
		throw invalid(
			`Give each entry of the parameter Fields a name of its own: "${twice}" is there twice`,
			'Alternatives of one label are separated by |, so that one entry is enough.',
		);
	}
	return definitions;
}

function fromExample(value: unknown): FieldDefinition[] {
	try {
		return fieldsFromExample(value);
	} catch (error) {
		throw error instanceof ExampleError ? invalid(`Correct the JSON Example: ${error.message}`, '') : asOcrError(error);
	}
}

function readFieldDefinition(entry: unknown, index: number): FieldDefinition {
	const values = (typeof entry === 'object' && entry !== null ? entry : {}) as IDataObject;
	const name = text(values.name) || text(values.label) || `field${index + 1}`;
	const findBy = oneOf('Find By', values.findBy ?? 'label', ['label', 'region']);
	const type = oneOf('Type', values.type ?? 'text', ['text', 'number', 'date', 'checkbox']);
	const typed = { type, ...(type === 'date' ? { dateOrder: oneOf('Date Order', values.dateOrder ?? 'auto', FIELD_DATE_ORDERS) } : {}) };
	if (findBy === 'region') return { name, findBy, ...typed, ...readRegion(name, values) };
	const label = text(values.label) || name;
	return {
		name,
		findBy,
		...typed,
		label,
		position: oneOf('Position', values.position ?? 'auto', ['auto', 'right', 'below']),
	};
}

function readRegion(name: string, values: IDataObject): Record<Edge, number> {
	const left = toNumber(values.left, 0, 0, 100);
	const top = toNumber(values.top, 0, 0, 100);
	const right = toNumber(values.right, 100, 0, 100);
	const bottom = toNumber(values.bottom, 100, 0, 100);
	if (left >= right || top >= bottom) {
		throw invalid(
			`Correct the region of the field "${name}": left must be less than right, and top less than bottom`,
			'The edges are percent of the page, counted from its top left corner.',
		);
	}
	return { left, top, right, bottom };
}

function invalid(message: string, description: string): OcrError {
	return new OcrError(message, description, { errorCode: 'Node.InvalidParameter' });
}

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
