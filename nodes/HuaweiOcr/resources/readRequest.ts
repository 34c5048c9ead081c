import type { ItemParameters } from '../settings/itemParameters';
import { oneOf } from '../settings/values';
import { RESOURCES } from './index';
import { prepareRequest, type Request } from './resource';

/** What an item asks for. @throws OcrError when there is no such resource, document type or operation */
export function readRequest(parameters: ItemParameters): Request {
	const values = RESOURCES.map(({ value }) => value);
	const chosen = oneOf('Resource', parameters.get('resource', values[0]), values);
	const resource = RESOURCES.find(({ value }) => value === chosen) ?? RESOURCES[0];
	if (!resource) throw new TypeError('There are no resources');
	return prepareRequest(resource, parameters);
}
