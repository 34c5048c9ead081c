import type { ItemParameters } from '../settings/itemParameters';
import { oneOf } from '../settings/values';
import { RESOURCES } from './index';
import { prepareRequest, type Request } from './resource';

/** The resource and operation that an item asks for. @throws OcrError when there is no such pair */
export function readRequest(parameters: ItemParameters): Request {
	const values = RESOURCES.map(({ value }) => value);
	const chosen = oneOf('Resource', parameters.get('resource', values[0]), values);
	const resource = RESOURCES.find(({ value }) => value === chosen) ?? RESOURCES[0];
	if (!resource) throw new TypeError('There are no resources');
	const names = resource.operations.map(({ value }) => value);
	const wanted = oneOf('Operation', parameters.get('operation', names[0]), names);
	const operation = resource.operations.find(({ value }) => value === wanted) ?? resource.operations[0];
	if (!operation) throw new TypeError(`${resource.name} has no operations`);
	return prepareRequest(resource, operation, parameters);
}
