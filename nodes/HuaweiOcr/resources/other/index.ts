import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { ALL_FORMATS, type ApiOperation } from '../../../../huaweiCloud/apiOperation';
import { findOperation } from '../../../../huaweiCloud/catalogue';
import { OcrError } from '../../errors/ocrError';
import { readJsonObject } from '../../settings/jsonObject';
import type { ItemParameters } from '../../settings/itemParameters';
import { isEmpty, oneOf } from '../../settings/values';
import { fields } from '../documents/operations/fields';
import { raw } from '../documents/operations/raw';
import { readDocuments } from '../documents/readDocuments';
import type { DocumentResult } from '../documents/types';
import type { SingleResource } from '../resource';

const parameters: INodeProperties[] = [
	{
		displayName: 'API Path',
		name: 'apiPath',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. insurance-policy',
		description: 'Last part of the address of an operation of Huawei Cloud OCR, behind /ocr/',
		hint: 'Such as insurance-policy, license-plate, vin, hk-id-card, thailand-id-card, acceptance-bill',
	},
	{
		displayName: 'Request Fields',
		name: 'requestFields',
		type: 'json',
		default: '{}',
		description: 'Fields of the request beside the file, as JSON. They are sent as they are.',
	},
];

const IMAGE_FIELDS = ['image', 'data'] as const;
const PAGE_FIELDS = ['none', 'pdf_page_number', 'page_num'] as const;

/** Only read here, never sent. */
const options: readonly INodeProperties[] = [
	{
		displayName: 'Image Field',
		name: 'imageField',
		type: 'options',
		default: 'data',
		description: 'Which request field takes the file. Without this option the one that the operation is known for, else image.',
		options: [
			{ name: 'Data', value: 'data' },
			{ name: 'Image', value: 'image' },
		],
	},
	{
		displayName: 'Page Field',
		name: 'pageField',
		type: 'options',
		default: 'pdf_page_number',
		description: 'Which request field takes the page of a PDF. Without this option the one that the operation is known for, else none.',
		options: [
			{ name: 'None', value: 'none' },
			{ name: 'Page Number', value: 'page_num', description: 'Page_num' },
			{ name: 'PDF Page Number', value: 'pdf_page_number', description: 'Pdf_page_number' },
		],
	},
];

/** Limits of an operation that nobody here knows: the service decides. */
const UNKNOWN: Omit<ApiOperation, 'path' | 'name'> = { imageField: 'image', formats: [...ALL_FORMATS, 'OFD'], shortestSide: 1, longestSide: 30_000 };

const PATH = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** Request fields that are the node's own: what holds the file. */
const FILE_FIELDS = ['image', 'url', 'data'];

/** Other: any operation of the API by its path, also those that come later. */
export const other: SingleResource<DocumentResult> = {
	value: 'other',
	name: 'Other',
	description: 'Any other operation of Huawei Cloud OCR, by its path: insurance policy, license plate, ID cards of other countries',
	what: 'another kind of document',
	parameters,
	api: { path: 'other', name: 'Other', ...UNKNOWN, pageField: 'pdf_page_number' },
	operations: [{ ...fields, options: [...(fields.options ?? []), ...options] }, { ...raw, options: [...(raw.options ?? []), ...options] }],
	switches: [],
	readAnswer: readDocuments,
	request: (item) => ({ api: apiOf(item), fields: fieldsOf(item) }),
};

/** @throws OcrError for what is no path of an operation, before anything is sent */
function apiOf({ get, options: chosen }: ItemParameters): ApiOperation {
	const given = get('apiPath', '');
	const path = typeof given === 'string' ? given.trim().replace(/^\/+/, '') : '';
	if (!PATH.test(path)) {
		throw invalid('Correct the parameter API Path: it is the last part of an address, with small letters, digits and hyphens, such as insurance-policy');
	}
	if (path === 'invoice-verification') {
		throw invalid('Use an HTTP Request node with this credential for invoice-verification: it takes no file, and this node reads files');
	}
	const known: ApiOperation = findOperation(path) ?? { ...UNKNOWN, path, name: path };
	const imageField = isEmpty(chosen.imageField) ? known.imageField : oneOf('Image Field', chosen.imageField, IMAGE_FIELDS);
	const { pageField: knownPageField, ...rest } = known;
	const pageField = isEmpty(chosen.pageField) ? (knownPageField ?? 'none') : oneOf('Page Field', chosen.pageField, PAGE_FIELDS);
	return { ...rest, imageField, ...(pageField === 'none' ? {} : { pageField }) };
}

/** @throws OcrError */
function fieldsOf({ get }: ItemParameters): IDataObject {
	const given = readJsonObject('the parameter Request Fields', get('requestFields', '{}'));
	const taken = FILE_FIELDS.find((name) => name in given);
	if (taken === undefined) return given;
	throw invalid(`Take ${taken} out of Request Fields: the node itself sends the file of the item`);
}

function invalid(message: string): OcrError {
	return new OcrError(message, '', { errorCode: 'Node.InvalidParameter' });
}
