import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { toNumber } from '../../settings/values';

export const typedValues: INodeProperties = {
	displayName: 'Typed Values',
	name: 'typedValues',
	type: 'boolean',
	default: true,
	description:
		'Whether to add the number of each amount (total_number beside total) and the ISO date of each date (issue_date_iso beside issue_date), null where the text is not clearly one',
};

export const minConfidence: INodeProperties = {
	displayName: 'Min Confidence',
	name: 'minConfidence',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2, numberStepSize: 0.05 },
	default: 0.8,
	description:
		'Mark items with fields that the service is less sure of, from 0 (none) to 1: needsReview is true for them. Not every kind of document comes with confidence.',
};

/** What an item wants of its documents' fields. */
export interface FieldSettings {
	typed: boolean;
	/** 0–1; fields below are to be looked at. Undefined: the option was not added. */
	least?: number;
}

export function readFieldSettings(options: IDataObject): FieldSettings {
	const least = options.minConfidence === undefined ? undefined : toNumber(options.minConfidence, 0, 0, 1);
	return { typed: options.typedValues === true || options.typedValues === 'true', ...(least === undefined ? {} : { least }) };
}
