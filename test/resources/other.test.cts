// Other: any operation by its path, and what else the panel's words are made of.
import type { IDataObject } from 'n8n-workflow';

import { ALL_FORMATS } from '../../huaweiCloud/apiOperation.ts';
import { operationAt } from '../../huaweiCloud/catalogue/index.ts';
import { RESOURCES } from '../../nodes/HuaweiOcr/resources/index.ts';
import { refusalOf } from '../support/refusal.cts';
import { requestOf } from './prepared.cts';

const other = (values: IDataObject = {}, options: IDataObject = {}) => requestOf({ resource: 'other', operation: 'fields', apiPath: 'insurance-policy', ...values }, options);

describe('an operation that nobody here knows', () => {
	const UNKNOWN = { path: 'meter-reading', name: 'meter-reading', imageField: 'image', formats: [...ALL_FORMATS, 'OFD'], shortestSide: 1, longestSide: 30_000 };

	test.each<[string, IDataObject, object]>([
		['has no limits of its own', {}, {}],
		['takes the file where Image Field says', { imageField: 'data' }, { imageField: 'data' }],
		['or as it is usual', { imageField: 'image' }, {}],
		['or as usual where nothing was chosen', { imageField: '', pageField: '' }, {}],
		['takes the page where Page Field says', { pageField: 'page_num' }, { pageField: 'page_num' }],
		['or under its other name', { pageField: 'pdf_page_number' }, { pageField: 'pdf_page_number' }],
		['or not at all', { pageField: 'none' }, {}],
	])('%s', (_name, options, more) => {
		expect(other({ apiPath: 'meter-reading' }, options).api).toStrictEqual({ ...UNKNOWN, ...more });
	});

	test.each(['/meter-reading', '//meter-reading', '  meter-reading  ', ' /meter-reading'])('is the same written as "%s"', (apiPath) => {
		expect(other({ apiPath }).api.path).toBe('meter-reading');
	});

	test.each(['a', '1', 'a1', `a${'b'.repeat(62)}c`])('may be called %s', (apiPath) => {
		expect(other({ apiPath }).api).toMatchObject({ path: apiPath, name: apiPath });
	});

	test.each<[unknown]>([[''], [' '], ['Meter-Reading'], ['meter_reading'], ['-meter'], ['meter-'], ['meter/reading'], ['meter?x=1'], ['..'], [`a${'b'.repeat(63)}c`], [7], [['meter']], ['https://ocr.example.com/meter']])('is not called %j', (apiPath) => {
		expect(refusalOf(() => other({ apiPath: apiPath as string }))).toStrictEqual({
			message: 'Correct the parameter API Path: it is the last part of an address, with small letters, digits and hyphens, such as insurance-policy',
			description: '',
		});
	});

	test('has to be named', () => {
		expect(refusalOf(() => requestOf({ resource: 'other', operation: 'fields' })).message).toMatch(/^Correct the parameter API Path/);
	});
});

describe('an operation that is known', () => {
	test('has the limits of its own', () => {
		const { pageField, ...known } = operationAt('insurance-policy');
		expect(other().api).toStrictEqual({ ...known, ...(pageField === undefined ? {} : { pageField }) });
		expect(other({}, { pageField: 'none' }).api).toStrictEqual(known);
	});

	test('with the page where the service takes it, unless another place is chosen', () => {
		const { path, pageField } = operationAt('vat-invoice');
		expect(pageField).toBeDefined();
		expect(other({ apiPath: path }).api.pageField).toBe(pageField);
		expect(other({ apiPath: path }, { pageField: 'none' }).api).not.toHaveProperty('pageField');
		expect(other({ apiPath: path }, { pageField: 'page_num', imageField: 'data' }).api).toMatchObject({ pageField: 'page_num', imageField: 'data' });
	});

	test('but takes no file: another node calls it', () => {
		expect(refusalOf(() => other({ apiPath: 'invoice-verification' })).message).toBe(
			'Use an HTTP Request node with this credential for invoice-verification: it takes no file, and this node reads files',
		);
	});
});

test.each<[IDataObject, string]>([
	[{ imageField: 'file' }, 'Correct the parameter Image Field: its expression must give one of image, data'],
	[{ pageField: 'page' }, 'Correct the parameter Page Field: its expression must give one of none, pdf_page_number, page_num'],
])('%j is refused', (options, message) => {
	expect(refusalOf(() => other({}, options)).message).toBe(message);
});

describe('Request Fields', () => {
	test.each<[unknown, object]>([
		[undefined, {}],
		['', {}],
		['{}', {}],
		['{"side": "front", "return_text_location": true}', { side: 'front', return_text_location: true }],
		[{ side: 'front' }, { side: 'front' }],
	])('%j go into the request as they are', (requestFields, fields) => {
		expect(other(requestFields === undefined ? {} : { requestFields: requestFields as string }).fields).toStrictEqual(fields);
	});

	test.each(['[1]', 'side', '{'])('%s are refused', (requestFields) => {
		expect(refusalOf(() => other({ requestFields })).message).toMatch(/^Correct the parameter Request Fields: it must be a JSON object/);
	});

	test.each(['image', 'url', 'data'])('hold no %s: that is the file of the item', (name) => {
		expect(refusalOf(() => other({ requestFields: { [name]: 'x', side: 'front' } })).message).toBe(`Take ${name} out of Request Fields: the node itself sends the file of the item`);
	});
});

test('what is only read here is not sent', () => {
	expect(other({}, { imageField: 'data', pageField: 'page_num' }).fields).toStrictEqual({});
});

describe('resources', () => {
	test('the first is the default, and so is the first operation of each', () => {
		expect(requestOf({}).api.path).toBe('general-text');
		for (const { value } of RESOURCES.filter((each) => each.value !== 'other')) expect(() => requestOf({ resource: value, fieldDefinitions: { field: [{ name: 'a' }] } })).not.toThrow();
		expect(requestOf({ resource: 'invoice' }).api.path).toBe(requestOf({ resource: 'invoice', documentType: 'vatInvoice' }).api.path);
	});

	test('that the node does not have are refused', () => {
		const { message, description } = refusalOf(() => requestOf({ resource: 'speech' }));
		expect(message).toBe('Choose Resource again: the node does not offer the one that is set');
		expect(description).toMatch(/^the node has General Text \(generalText\), Handwriting \(handwriting\), /);
	});

	test.each<[IDataObject, string, RegExp]>([
		[{ resource: 'seal', operation: 'text' }, 'Choose Operation again: Seal does not offer the one that is set', /^Seal has Get Objects \(objects\), /],
		[{ resource: 'card', documentType: 'idCard', operation: 'text' }, 'Choose Operation again: ID Card does not offer the one that is set', /^ID Card has Get Fields \(fields\), /],
		[{ resource: 'card', documentType: 'trainTicket' }, 'Choose Document Type again: Card or Certificate does not offer the one that is set', /^Card or Certificate has /],
	])('%j is refused with what there is', (values, message, offered) => {
		const refusal = refusalOf(() => requestOf(values));
		expect(refusal.message).toBe(message);
		expect(refusal.description).toMatch(offered);
	});
});

describe('switches', () => {
	const sent = (options: IDataObject, values: IDataObject = {}) => requestOf({ resource: 'webImage', operation: 'text', ...values }, options).fields;

	test.each<[IDataObject, object]>([
		[{}, {}],
		[{ detectDirection: true, detectFont: 'false' }, { detect_direction: true, detect_font: false }],
		[{ detectDirection: '', detectFont: null as never }, {}],
		[{ extractType: ['contact_info', 'image_size'] }, { extract_type: ['contact_info', 'image_size'] }],
		[{ extractType: 'contact_info' }, { extract_type: ['contact_info'] }],
		[{ extractType: [] }, { extract_type: [] }],
		[{ charSet: 'digit' }, {}],
	])('%j', (options, fields) => {
		expect(sent(options)).toStrictEqual(fields);
	});

	test('a choice among several values', () => {
		const handwriting = { resource: 'handwriting' };
		expect(sent({ charSet: 'digit', quickMode: true }, handwriting)).toStrictEqual({ char_set: 'digit', quick_mode: true });
		expect(refusalOf(() => sent({ charSet: 'roman' }, handwriting))).toStrictEqual({ message: 'Correct the option Character Set: its expression must give one of digit, digit_letter, general, letter', description: '' });
		expect(refusalOf(() => sent({ extractType: ['image_size', 'colours'] })).message).toBe('Correct the option Extract: its expression must give one of contact_info, image_size');
		expect(refusalOf(() => sent({ detectFont: 'yes' })).message).toBe('Correct the option Detect Font: its expression must give true or false');
	});
});
