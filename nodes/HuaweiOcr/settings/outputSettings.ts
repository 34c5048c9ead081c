import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { OcrError } from '../errors/ocrError';
import type { FieldDefinition } from '../layout/fields';
import { oneOf, toNumber } from './values';

export type OutputMode = 'blocks' | 'lines' | 'text' | 'table' | 'fields' | 'raw';

/** What is made of a result. */
export interface OutputSettings {
	outputMode: OutputMode;
	/** What to look for with the output Form Fields. */
	fieldDefinitions: FieldDefinition[];
	/** Whether the first row of a table names its columns. */
	firstRowIsHeader: boolean;
	/** One text per document instead of one per page. */
	joinPages: boolean;
	/** Whether a picture of the page with its boxes is added. */
	preview: boolean;
	/** 0–1; blocks below are left out, blocks without a confidence stay. */
	minConfidence: number;
	ifNoText: 'nothing' | 'emptyItem';
	includeInputFields: boolean;
}

/** @throws OcrError when a value can't be one of the parameter's */
export function readOutputSettings(
	context: IExecuteFunctions,
	itemIndex: number,
	options: IDataObject,
): OutputSettings {
	const outputMode = oneOf<OutputMode>(
		'Output',
		context.getNodeParameter('outputMode', itemIndex, 'blocks'),
		['blocks', 'lines', 'text', 'table', 'fields', 'raw'],
	);
	return {
		outputMode,
		fieldDefinitions: outputMode === 'fields' ? readFieldDefinitions(context, itemIndex) : [],
		firstRowIsHeader: options.firstRowIsHeader !== false,
		joinPages: options.joinPages === true,
		preview: options.preview === true,
		minConfidence: toNumber(options.minConfidence, 0, 0, 1),
		ifNoText: oneOf('If No Text', options.ifNoText ?? 'nothing', ['nothing', 'emptyItem']),
		includeInputFields: options.includeInputFields === true,
	};
}

function readFieldDefinitions(context: IExecuteFunctions, itemIndex: number): FieldDefinition[] {
	const parameter = context.getNodeParameter('fieldDefinitions', itemIndex, {}) as IDataObject;
	const entries: unknown = parameter.field;
	const definitions = (Array.isArray(entries) ? entries : []).map(readFieldDefinition);
	if (definitions.length === 0) {
		throw new OcrError(
			'Add at least one field to the parameter Fields: there is nothing to look for',
			'Each field has a name and either the label that is printed beside it or a region of the page.',
			{ errorCode: 'Node.InvalidParameter' },
		);
	}
	return definitions;
}

function readFieldDefinition(entry: unknown, index: number): FieldDefinition {
	const values = (entry ?? {}) as IDataObject;
	const name = text(values.name) || text(values.label) || `field${index + 1}`;
	const findBy = oneOf('Find By', values.findBy ?? 'label', ['label', 'region']);
	const type = oneOf('Type', values.type ?? 'text', ['text', 'number']);
	if (findBy === 'region') return { name, findBy, type, ...readRegion(name, values) };
	const label = text(values.label) || name;
	return {
		name,
		findBy,
		type,
		label,
		position: oneOf('Position', values.position ?? 'auto', ['auto', 'right', 'below']),
	};
}

function readRegion(name: string, values: IDataObject): Required<Pick<FieldDefinition, 'left' | 'top' | 'right' | 'bottom'>> {
	const left = toNumber(values.left, 0, 0, 100);
	const top = toNumber(values.top, 0, 0, 100);
	const right = toNumber(values.right, 100, 0, 100);
	const bottom = toNumber(values.bottom, 100, 0, 100);
	if (left >= right || top >= bottom) {
		throw new OcrError(
			`Correct the region of the field "${name}": left must be less than right, and top less than bottom`,
			'The edges are percent of the page, counted from its top left corner.',
			{ errorCode: 'Node.InvalidParameter' },
		);
	}
	return { left, top, right, bottom };
}

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
