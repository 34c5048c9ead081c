import type { ItemParameters } from '../settings/itemParameters';
import { chosenOf } from '../settings/values';
import { RESOURCES } from './index';
import { prepareRequest, type Request } from './resource';

/** What an item asks for. @throws OcrError when there is no such resource, document type or operation */
export function readRequest(parameters: ItemParameters): Request {
	const resource = chosenOf('Resource', parameters.get('resource', RESOURCES[0]?.value), RESOURCES, 'the node');
	return prepareRequest(resource, parameters);
}
