import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { camelCase, type ApiSwitch } from '../../../huaweiCloud/catalogue';
import { OcrError } from '../errors/ocrError';
import { readJsonObject } from '../settings/jsonObject';
import { isEmpty, toBoolean } from '../settings/values';

/** A request field that a user can set in the collection Options. */
export interface Switch {
	/** As the API calls it. */
	field: string;
	/** The entry in the collection Options. */
	property: INodeProperties;
}

/** Whether two switches of the catalogue are the same entry is told by what they say: each gets one property. */
const BY_CONTENT = new Map<string, Switch>();

/** A switch of the catalogue as an entry of the collection Options. */
export function catalogueSwitch(from: ApiSwitch): Switch {
	const content = JSON.stringify(from);
	const known = BY_CONTENT.get(content) ?? { field: from.field, property: propertyOf(from) };
	BY_CONTENT.set(content, known);
	return known;
}

function propertyOf({ field, name, meaning, values, severalValues, isObject, standard }: ApiSwitch): INodeProperties {
	const words = { displayName: name ?? titleOf(field), name: camelCase(field), description: meaning };
	if (isObject) return { ...words, type: 'json', default: '{}' };
	// Whoever adds a switch wants the other way.
	if (!values) return { ...words, type: 'boolean', default: standard !== true };
	const options = values.map((value) => ({ ...value }));
	return severalValues
		? { ...words, type: 'multiOptions', default: [], options }
		: { ...words, type: 'options', default: standard ?? values[0]?.value ?? '', options };
}

/** `return_text_location` → "Return Text Location". */
function titleOf(field: string): string {
	return field.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
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

function readSwitch({ type, displayName, options }: INodeProperties, value: unknown): boolean | string | string[] | IDataObject {
	if (type === 'boolean') return toBoolean(displayName, value);
	if (type === 'json') return readJsonObject(`the option ${displayName}`, value);
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
