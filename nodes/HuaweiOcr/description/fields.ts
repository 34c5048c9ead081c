import type { INodeProperties } from 'n8n-workflow';

const byLabel = { show: { findBy: ['label'] } };
const byRegion = { show: { findBy: ['region'] } };

function edge(name: 'left' | 'top' | 'right' | 'bottom', displayName: string, value: number): INodeProperties {
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

export const fieldDefinitions: INodeProperties = {
	displayName: 'Fields',
	name: 'fieldDefinitions',
	type: 'fixedCollection',
	placeholder: 'Add Field',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	description: 'Which values to look for on the form, and where',
	displayOptions: { show: { outputMode: ['fields'] } },
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{
					displayName: 'Field Name',
					name: 'name',
					type: 'string',
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
							description: 'The value stands beside, below or behind a printed label',
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
					default: '',
					placeholder: 'e.g. Invoice No.|发票号码',
					description: 'The label as printed. Separate alternatives by |. Case, spaces and one wrong character in five do not matter.',
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
							description: 'Behind a colon, to the right or below, whichever fits',
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
						{ name: 'Number', value: 'number', description: 'Reads amounts such as 1,234.50 or ¥ 1.234,50' },
						{ name: 'Text', value: 'text' },
					],
				},
			],
		},
	],
};
