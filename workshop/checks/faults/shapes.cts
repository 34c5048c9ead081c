// One operation of each shape of answer: how it is asked for in the panel, what the service says of an image, and
// the items that have to come of it. Everything bears the hash of its image, so that a mix-up shows.
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

type Parameters = Record<string, NodeParameterValueType>;

/** Stands in the bytes of the portrait again and again. */
export const PORTRAIT_MARK = 'PORTRAIT-OF-NOBODY';

/** What is personal on the documents; invented, and found in no other place. */
export const PERSONAL = {
	idNumber: '990101199901011239',
	cardNumber: '6299990000471147113',
	/** Base64 of a picture, too long for any printed text. */
	portrait: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(`${PORTRAIT_MARK} `.repeat(80))]).toString('base64'),
};

export interface ShapeClass {
	readonly name: string;
	/** Resource, operation and what else the panel asks for. */
	readonly parameters: Parameters;
	readonly options?: Parameters;
	/** Whether pages of a PDF are read one by one. */
	readonly readsPages: boolean;
	/** The service's `result`; undefined: the words blocks that the emulator makes itself. */
	readonly result?: (hash: string) => unknown;
	/** What each of the items has to say, in their order; further fields may stand beside. */
	readonly items: (hash: string) => IDataObject[];
	/** Names of the binary fields of the first item. */
	readonly files?: readonly string[];
	/** Documents of an image that may fail by themselves. */
	readonly parts?: number;
	/** Further operations that read the same answers. */
	readonly otherOperations?: readonly string[];
}

const CORNERS = [[10, 10], [90, 10], [90, 30], [10, 30]];
const twice = <T,>(make: (index: number) => T): T[] => [0, 1].map(make);

const WORDS: ShapeClass = {
	name: 'words blocks',
	parameters: {},
	readsPages: true,
	items: (hash) => twice((index) => ({ words: `${hash}-${index}` })),
};

const TABLES: ShapeClass = {
	name: 'tables',
	parameters: { resource: 'generalTable', operation: 'cells' },
	readsPages: false,
	result: (hash) => ({
		words_region_count: 1,
		words_region_list: [
			{
				type: 'table',
				words_block_count: 2,
				words_block_list: twice((index) => ({
					rows: [0],
					columns: [index],
					cell_location: CORNERS,
					words_list: [{ words: `${hash}-${index}`, confidence: 0.9, location: CORNERS }],
				})),
			},
		],
	}),
	items: (hash) => twice((index) => ({ text: `${hash}-${index}`, rowIndex: 0, columnIndex: index, tableIndex: 0, left: 10, bottom: 30, confidence: 0.9 })),
	otherOperations: ['table', 'text', 'raw'],
};

const FIELDS: ShapeClass = {
	name: 'fields',
	parameters: { resource: 'card', documentType: 'idCard', operation: 'fields' },
	options: { returnPortraitImage: true },
	readsPages: false,
	result: (hash) => ({ name: `${hash}-0`, sex: '', birth: '1999-01-01', number: PERSONAL.idNumber, portrait_image: PERSONAL.portrait }),
	items: (hash) => [{ name: `${hash}-0`, sex: '', birth: '1999-01-01', number: PERSONAL.idNumber }],
	files: ['portrait_image'],
	otherOperations: ['fieldList', 'raw'],
};

const FIELDS_WITH_LISTS: ShapeClass = {
	name: 'fields with lists',
	parameters: { resource: 'invoice', documentType: 'vatInvoice', operation: 'lineItems' },
	readsPages: true,
	result: (hash) => ({
		number: hash,
		buyer_id: PERSONAL.idNumber,
		total: '￥12.50',
		item_list: twice((index) => ({ name: `${hash}-${index}`, amount: `${index}.50` })),
	}),
	items: (hash) => twice((index) => ({ number: hash, total: '￥12.50', name: `${hash}-${index}`, amount: `${index}.50`, list: 'item_list', lineIndex: index })),
	otherOperations: ['fields', 'fieldList', 'raw'],
};

const OBJECTS: ShapeClass = {
	name: 'list of objects',
	parameters: { resource: 'mixed', operation: 'objects' },
	readsPages: true,
	result: (hash) => [
		{
			status: { error_code: 'AIS.0000', error_msg: '' },
			type: 'id_card_portrait_side',
			location: CORNERS,
			content: { name: `${hash}-0`, number: PERSONAL.idNumber, portrait_image: PERSONAL.portrait },
		},
		{
			status: { error_code: 'AIS.0000', error_msg: '' },
			type: 'bankcard',
			location: CORNERS,
			content: { bank_name: `${hash}-1`, card_number: PERSONAL.cardNumber },
		},
	],
	items: (hash) => [
		{ kind: 'id_card_portrait_side', name: `${hash}-0`, number: PERSONAL.idNumber, billedDocuments: 2 },
		{ kind: 'bankcard', bank_name: `${hash}-1`, card_number: PERSONAL.cardNumber, billedDocuments: 2 },
	],
	files: ['portrait_image'],
	parts: 2,
	otherOperations: ['fieldList', 'raw'],
};

const SMART_DOCUMENT: ShapeClass = {
	name: 'smart document',
	parameters: { resource: 'smartDocument', operation: 'pairs' },
	readsPages: true,
	result: (hash) => [
		{
			ocr_result: { direction: 0, words_block_count: 1, words_block_list: [{ words: hash, location: CORNERS, confidence: 0.9 }] },
			kv_result: {
				kv_block_count: 2,
				kv_block_list: twice((index) => ({
					key: `key ${index}`,
					value: `${hash}-${index}`,
					words_block_count: 1,
					words_block_list: [{ words: `key ${index}`, location: CORNERS, type: 'key' }],
				})),
			},
		},
	],
	items: (hash) => twice((index) => ({ label: `key ${index}`, value: `${hash}-${index}` })),
	otherOperations: ['text', 'layoutBlocks', 'markdown', 'table', 'raw'],
};

/** The class that goes through all faults. */
export const WORDS_BLOCKS = WORDS;
export const DOCUMENT_CLASSES: readonly ShapeClass[] = [TABLES, FIELDS, FIELDS_WITH_LISTS, OBJECTS, SMART_DOCUMENT];
