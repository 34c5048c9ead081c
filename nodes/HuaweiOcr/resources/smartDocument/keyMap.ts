import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { OcrError } from '../../errors/ocrError';
import { isEmpty } from '../../settings/values';
import { isRecord } from '../answerValues';

/** Request field `kv_map`, JSON text (operations 4). */
export const keyMap: INodeProperties = {
	displayName: 'Rename Keys',
	name: 'kvMap',
	type: 'json',
	default: '{}',
	description: 'New names for keys as JSON, such as {"Invoice No": "number"}. The service puts them in place of the printed ones.',
};

/** The request field, where the option is set. @throws OcrError for what is no object of texts */
export function readKeyMap({ kvMap: value }: IDataObject): IDataObject {
	if (isEmpty(value)) return {};
	const map: unknown = typeof value === 'string' ? parse(value) : value;
	if (!isRecord(map) || Object.values(map).some((name) => typeof name !== 'string')) {
		throw new OcrError('Correct the option Rename Keys: it must be JSON of the form {"printed key": "new name"}', '', {
			errorCode: 'Node.InvalidParameter',
		});
	}
	return Object.keys(map).length === 0 ? {} : { kv_map: JSON.stringify(map) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
