import { operationAt } from '../../../../huaweiCloud/catalogue';
import type { SingleResource } from '../resource';
import { smartOperations } from './operations';
import { readSmartDocument, type SmartResult } from './readSmartDocument';
import { switches } from './switches';

/** Smart Document: text, layout, tables and key-values of a page, as the service itself finds them (operations 4). */
export const smartDocument: SingleResource<SmartResult> = {
	value: 'smartDocument',
	name: 'Smart Document',
	description: 'Pages of any kind, taken apart by the service: layout, tables and key-values of images and PDFs',
	what: 'a document',
	api: operationAt('smart-document-recognizer'),
	operations: smartOperations,
	switches,
	readAnswer: readSmartDocument,
};
