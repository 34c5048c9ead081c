// Bar of the documents: Huawei's own list of operations and what the catalogue says of them.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { CATALOGUE, findOperation, isMissingIn, operationAt } from '../../huaweiCloud/catalogue/index.ts';
import { camelCase } from '../../huaweiCloud/catalogue/row.ts';
import { OCR_REGIONS } from '../../huaweiCloud/regions.ts';
import { RESOURCES } from '../../nodes/HuaweiOcr/resources/index.ts';
import { kindsOf } from '../../nodes/HuaweiOcr/resources/resource.ts';
import { requestOf } from '../resources/documents/document.cts';

const DOSSIER = readFileSync(path.join(__dirname, '../../docs/operations.md'), 'utf8');

/** The paths of the SDKs' 52 operations, as docs/operations.md names them in its tables and headings. */
const PATHS = [
	...['acceptance-bill', 'auto-classification', 'auto-id-doc-classification', 'bank-receipt', 'bankcard', 'business-card'],
	...['business-license', 'cambodian-idcard', 'chile-id-card', 'colombia-id-card', 'custom-template', 'driver-license'],
	...['exit-entry-permit', 'financial-statement', 'flight-itinerary', 'general-table', 'general-text', 'handwriting'],
	...['health-code', 'hk-id-card', 'household-register', 'id-card', 'id-document', 'insurance-policy', 'invoice-verification'],
	...['license-plate', 'macao-id-card', 'mainland-travel-permit', 'mvs-invoice', 'myanmar-driver-license', 'myanmar-id-card'],
	...['passport', 'pcr-test-record', 'peru-id-card', 'quota-invoice', 'real-estate-certificate', 'seal'],
	...['smart-document-recognizer', 'taxi-invoice', 'thailand-id-card', 'thailand-license-plate', 'toll-invoice', 'train-ticket'],
	...['transportation-license', 'transportation-qualification-certificate', 'vat-invoice', 'vehicle-certificate'],
	...['vehicle-license', 'vietnam-id-card', 'vin', 'waybill-electronic', 'web-image'],
];

test('has each of the 52 operations of the SDKs once, and no other', () => {
	expect(PATHS).toHaveLength(52);
	expect(CATALOGUE.map((row) => row.path).sort()).toEqual([...PATHS].sort());
	for (const each of PATHS) expect([each, DOSSIER.includes(each)]).toEqual([each, true]);
	expect(new Set(CATALOGUE.map(({ value }) => value)).size).toBe(52);
});

test('each is a resource, a document type, or read by Other', () => {
	const offered = new Set(RESOURCES.flatMap((resource) => kindsOf(resource).map(({ kind }) => kind.api.path)));
	const byOther = PATHS.filter((each) => !offered.has(each));
	for (const each of byOther.filter((one) => one !== 'invoice-verification')) {
		expect(requestOf({ resource: 'other', operation: 'raw', apiPath: each }).api).toMatchObject({ path: each, imageField: operationAt(each).imageField });
	}
	expect(() => requestOf({ resource: 'other', operation: 'raw', apiPath: 'invoice-verification' })).toThrow(/takes no file/);
});

/** Names in backticks in the cell of a table that begins with a path in bold: the request fields of sections 7 and 8. */
function requestFieldsOf(operation: string): string[] {
	const row = DOSSIER.split('\n').find((line) => line.startsWith(`| **${operation}**`));
	const cell = row?.split(' | ')[2] ?? '';
	const named = [...cell.matchAll(/`([a-z_]+)`/g)].map(([, name = '']) => name);
	// "detect_reproduce, _copy, …" names the others by their ends.
	return named.map((name) => (name.startsWith('_') ? `detect${name}` : name));
}

/** Words in those cells that are values or parts of what the node sends itself. */
const NO_SWITCHES = new Set(['front', 'back', 'double_side', 'data', 'url', 'page_num', 'pdf_page_number', 'auto', 'new', 'used']);

test.each(CATALOGUE.filter(({ family, path: each }) => family !== undefined || each === 'bank-receipt' || each === 'seal').map((row) => [row.path, row] as const))(
	'%s: every request field of the dossier is a switch',
	(operation, { switches }) => {
		const wanted = requestFieldsOf(operation).filter((name) => !NO_SWITCHES.has(name));
		const fields = switches.map(({ field }) => field);
		expect(fields.filter((field) => !wanted.includes(field))).toEqual([]);
		expect(wanted.filter((name) => !fields.includes(name))).toEqual([]);
	},
);

test('auto-classification: its request fields are switches', () => {
	expect(operationAt('auto-classification').switches.map(({ field }) => field)).toEqual(['type_list', 'extended_parameters', 'detect_seal']);
});

describe('facts that a request depends on', () => {
	const where = (test: (row: (typeof CATALOGUE)[number]) => boolean) => CATALOGUE.filter(test).map((row) => row.path).sort();

	test('the file goes in data for four, in image for the others', () => {
		expect(where(({ imageField }) => imageField === 'data')).toEqual(['auto-id-doc-classification', 'bank-receipt', 'seal', 'smart-document-recognizer']);
	});

	test('pages of PDFs', () => {
		expect(where(({ pageField }) => pageField === 'pdf_page_number')).toEqual(['auto-classification', 'general-text', 'seal', 'smart-document-recognizer']);
		expect(where(({ pageField }) => pageField === 'page_num')).toEqual(['bank-receipt', 'vat-invoice']);
		expect(where(({ firstPageOnly }) => firstPageOnly === true)).toEqual(['business-license', 'mvs-invoice']);
		expect(where(({ formats }) => formats.includes('OFD'))).toEqual(['auto-classification', 'train-ticket', 'vat-invoice']);
		const readPdf = where(({ formats }) => formats.includes('PDF'));
		expect(readPdf).toEqual(['auto-classification', 'bank-receipt', 'business-license', 'general-text', 'mvs-invoice', 'peru-id-card', 'seal', 'smart-document-recognizer', 'vat-invoice']);
	});

	test('sides', () => {
		const sides = new Map(CATALOGUE.map(({ path: each, shortestSide, longestSide }) => [each, `${shortestSide}–${longestSide}`]));
		const other = [...sides].filter(([, range]) => range !== '15–8192').map(([each, range]) => `${each} ${range}`).sort();
		expect(other).toEqual([
			'driver-license 100–8192', 'general-text 15–30000', 'handwriting 8–8192', 'id-document 100–8192', 'license-plate 15–4096', 'mvs-invoice 100–8000',
			'myanmar-driver-license 15–4096', 'quota-invoice 15–4096', 'smart-document-recognizer 15–30000', 'taxi-invoice 15–4096', 'toll-invoice 15–4096',
			'transportation-license 15–4096', 'vat-invoice 100–8192', 'vehicle-license 100–8192', 'vin 15–4096', 'web-image 15–30000',
		]);
	});

	test('regions are those that the credential offers', () => {
		const known = new Set(OCR_REGIONS.map(({ id }) => id));
		expect(CATALOGUE.flatMap(({ regions = [] }) => regions).filter((region) => !known.has(region))).toEqual([]);
		expect(isMissingIn('ap-southeast-1', operationAt('general-table'))).toBe(true);
		expect(isMissingIn('ap-southeast-3', operationAt('general-table'))).toBe(false);
		// The stored row of Shanghai is cut off.
		expect(isMissingIn('cn-east-3', operationAt('seal'))).toBe(false);
		expect(isMissingIn('cn-south-1', operationAt('waybill-electronic'))).toBe(false);
	});
});

test('names in workflows follow from the paths', () => {
	expect(camelCase('return_text_location')).toBe('returnTextLocation');
	expect(findOperation('hk-id-card')?.value).toBe('hkIdCard');
	expect(() => operationAt('general-txt')).toThrow('The catalogue has no operation general-txt');
});
