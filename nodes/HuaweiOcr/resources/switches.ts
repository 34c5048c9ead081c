import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { OcrError } from '../errors/ocrError';
import { isEmpty, toBoolean } from '../settings/values';

/** A request field that a user can set in the collection Options. */
export interface Switch {
	/** As the API calls it. */
	field: string;
	/** The entry in the collection Options. */
	property: INodeProperties;
}

/** The fields of the switches that were added; the service's own default holds for all others. @throws OcrError */
export function readSwitches(switches: readonly Switch[], options: IDataObject): IDataObject {
	const fields: IDataObject = {};
	for (const { field, property } of switches) {
		const value = options[property.name];
		if (value === undefined || isEmpty(value)) continue;
		fields[field] = readSwitch(property, value);
	}
	return fields;
}

function readSwitch({ type, displayName, options }: INodeProperties, value: unknown): boolean | string | string[] {
	if (type === 'boolean') return toBoolean(displayName, value);
	const allowed = (options ?? []).flatMap((option) => ('value' in option ? [String(option.value)] : []));
	const values = (Array.isArray(value) ? value : [value]).map(String);
	if (values.some((each) => !allowed.includes(each))) {
		throw new OcrError(
			`Correct the option ${displayName}: its expression must give one of ${allowed.join(', ')}`,
			'',
			{ errorCode: 'Node.InvalidParameter' },
		);
	}
	return type === 'multiOptions' ? values : (values[0] ?? '');
}
