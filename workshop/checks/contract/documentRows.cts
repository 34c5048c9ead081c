// Operations 6 to 9: cards, licenses, invoices, tickets, receipts, seals and mixed pictures. One row a field of the
// request, one for sides, formats, other pictures and the answer. What the engine reads is given: an ideal reading of
// a specimen. Operations that have a specimen and are not written down here are held against the product's catalogue,
// the other reading of the same tables.
import { createCanvas } from '@napi-rs/canvas';
import type { Emulator } from '../../emulator/server.cts';
import { COMMON_FORMATS } from '../../../huaweiCloud/apiOperation.ts';
import { type CatalogueRow, operationAt } from '../../../huaweiCloud/catalogue/index.ts';
import { composeSpecimen, kindOf, SPECIMEN_KINDS, type SpecimenKind } from '../../documents/specimens/kinds.cts';
import { idealPage } from '../documents/idealPage.cts';
import { type Check, type Expected, serviceError } from './check.cts';
import { HEADERS } from './images.cts';
import { GOOD, operation, PARAMETER, type Send } from './operationCalls.cts';

const OTHER_KIND = serviceError(400, 'AIS.0104', 'The image is not supported or the image quality is poor.');

interface Row {
	path: string;
	specimen: SpecimenKind;
	imageField?: 'data';
	sides: readonly [least: number, most: number];
	/** Beside JPG, PNG, BMP and TIFF. */
	formats?: readonly string[];
	booleans?: readonly string[];
	/** Values that fit the specimen, and those that are known but ask for another one. */
	choices?: Readonly<Record<string, { good: readonly string[]; other?: readonly string[] }>>;
	/** Page of a PDF. */
	page?: 'page_num' | 'pdf_page_number';
	/** The answer looks at the picture itself, so that a header is not enough. */
	looks?: true;
	/** What is asked for when the answer is looked at. */
	request?: Readonly<Record<string, unknown>>;
	/** Keys of the answer, or of its first element, in the order of the alphabet. */
	keys: string;
}

const ID_CARD_SWITCHES = [
	...['return_verification', 'return_text_location', 'return_portrait_location'],
	...['detect_reproduce', 'detect_tampering', 'detect_border_integrity', 'detect_blocking_within_border', 'detect_blur', 'detect_interim', 'detect_glare'],
];

const WRITTEN: readonly Row[] = [
	{
		path: 'id-card',
		specimen: 'id-card-front',
		sides: [15, 8192],
		booleans: ID_CARD_SWITCHES,
		choices: { side: { good: ['front', ''], other: ['back', 'double_side'] } },
		request: { return_verification: true, return_text_location: true, detect_blur: true },
		keys: 'address birth detect_blur_result ethnicity name number score_info sex text_location verification_result',
	},
	{ path: 'bankcard', specimen: 'bankcard', sides: [15, 8192], booleans: ['return_text_location'], keys: 'bank_name card_number confidence expiry_date issue_date type' },
	{
		path: 'business-license',
		specimen: 'business-license',
		sides: [15, 8192],
		formats: ['pdf'],
		keys: 'address business_scope business_term confidence found_date issue_date legal_representative name organization_form registered_capital registration_number type',
	},
	{
		path: 'passport',
		specimen: 'passport',
		sides: [15, 8192],
		choices: { country_code: { good: ['GENERAL', 'CHN', ''] } },
		keys: 'confidence country_code date_of_birth date_of_expiry date_of_issue extra_info given_name issuing_authority nationality passport_number passport_type place_of_birth place_of_issue sex surname',
	},
	{
		path: 'driver-license',
		specimen: 'driver-license-front',
		sides: [100, 8192],
		booleans: ['return_issuing_authority', 'return_text_location'],
		choices: { side: { good: ['front', ''], other: ['back', 'double_side'] } },
		keys: 'address birth class issue_date name nationality number sex type valid_from valid_to',
	},
	{
		path: 'vehicle-license',
		specimen: 'vehicle-license-front',
		sides: [100, 8192],
		booleans: ['return_issuing_authority', 'return_text_location', 'recognize_electronic_license', 'alarm'],
		choices: { side: { good: ['front', ''], other: ['back', 'double_side'] } },
		keys: 'address engine_no issue_date model name number register_date use_character vehicle_type vin',
	},
	{
		path: 'business-card',
		specimen: 'business-card',
		sides: [15, 8192],
		booleans: ['detect_direction'],
		keys: 'address company department email extra_info_list fax name phone postcode title website',
	},
	{
		path: 'vat-invoice',
		specimen: 'vat-invoice',
		sides: [100, 8192],
		formats: ['pdf'],
		booleans: ['advanced_mode', 'return_text_location', 'ofd_to_image_mode'],
		page: 'page_num',
		keys: 'buyer_address buyer_bank buyer_id buyer_name check_code city code encryption_block invoice_tag issue_date item_list number province seller_address seller_bank seller_id seller_name subtotal_amount subtotal_tax title total type',
	},
	{
		path: 'mvs-invoice',
		specimen: 'mvs-invoice',
		sides: [100, 8000],
		formats: ['pdf'],
		booleans: ['return_text_location', 'return_confidence'],
		choices: { type: { good: ['auto', 'new'], other: ['used'] } },
		keys: 'brand_model buyer_id buyer_name buyer_organization_number code engine_number fiscal_code import_certificate inspection_number issue_date machine_number machine_printed_code machine_printed_number manufacturing_location number quality_certificate seating_capacity seller_account seller_address seller_bank seller_id seller_name seller_phone tax tax_authority tax_authority_code tax_exclusive_price tax_payment_receipt tax_rate tonnage total total_chinese vehicle_identification_number vehicle_type',
	},
	{
		path: 'train-ticket',
		specimen: 'train-ticket',
		sides: [15, 8192],
		booleans: ['return_text_location'],
		keys: 'check_port confidence departure_station departure_station_en departure_time destination_station destination_station_en id_number log_id name sale_location sale_method seat_category seat_number ticket_changing ticket_id ticket_price train_number',
	},
	{
		path: 'taxi-invoice',
		specimen: 'taxi-invoice',
		sides: [15, 4096],
		booleans: ['return_text_location'],
		request: { return_text_location: true },
		keys: 'alighting_time boarding_time call_service_surcharge certificate_number code company confidence date distance fare fuel_oil_surcharge identification_number location number phone_number taxi_number text_location time total unit_price waiting_time',
	},
	{
		path: 'flight-itinerary',
		specimen: 'flight-itinerary',
		sides: [15, 8192],
		keys: 'agent_code buyer_name caac_development_fund check_code confidence e_ticket_number endorsements_restrictions fare fuel_surcharge gp_number id_number insurance international_flag issue_date issue_organization issue_status itinerary_list number order_number other_taxes passenger_name reference_information serial_number tax total',
	},
	{ path: 'quota-invoice', specimen: 'quota-invoice', sides: [15, 4096], keys: 'amount code confidence location number' },
	{
		path: 'toll-invoice',
		specimen: 'toll-invoice',
		sides: [15, 4096],
		booleans: ['return_text_location'],
		keys: 'amount cashier code confidence date entry exit number time vehicle_type',
	},
	{
		path: 'bank-receipt',
		specimen: 'bank-receipt',
		imageField: 'data',
		sides: [15, 8192],
		formats: ['pdf'],
		booleans: ['single_orientation_mode', 'erase_seal'],
		page: 'page_num',
		keys: 'bank_receipt_count bank_receipt_list',
	},
	{
		path: 'seal',
		specimen: 'seal',
		imageField: 'data',
		sides: [15, 8192],
		formats: ['gif', 'webp', 'pcx', 'ico', 'psd', 'pdf'],
		booleans: ['return_seal_image', 'return_erased_seal_image'],
		page: 'pdf_page_number',
		looks: true,
		keys: 'seal_list',
	},
	{
		path: 'auto-classification',
		specimen: 'train-ticket',
		sides: [15, 8192],
		formats: ['pdf'],
		booleans: ['detect_seal'],
		page: 'pdf_page_number',
		looks: true,
		request: { detect_seal: true },
		keys: 'content location seal_mark status type',
	},
];

/** The row of an operation as the catalogue has it. */
function catalogueRow(specimen: SpecimenKind): Row {
	const { path, imageField, shortestSide, longestSide, formats, switches, pageField, fields } = operationAt(kindOf(specimen).operation);
	return {
		path,
		specimen,
		...(imageField === 'data' ? { imageField } : {}),
		sides: [shortestSide, longestSide],
		formats: formats.filter((format) => !COMMON_FORMATS.includes(format)).map((format) => format.toLowerCase()),
		booleans: switches.filter(isBoolean).map(({ field }) => field),
		choices: Object.fromEntries(switches.flatMap(({ field, values }) => (values ? [[field, { good: [...values.map(({ value }) => value), ''] }]] : []))),
		...(pageField === undefined ? {} : { page: pageField }),
		keys: [...Object.keys(fields), 'confidence'].sort().join(' '),
	};
}

const isBoolean = ({ values, isObject }: CatalogueRow['switches'][number]): boolean => values === undefined && isObject === undefined;

/** The first specimen of each operation that is not written down. */
function unwritten(): SpecimenKind[] {
	const seen = new Set(WRITTEN.map(({ path }) => path));
	return SPECIMEN_KINDS.filter((kind) => {
		const { operation: path } = kindOf(kind);
		return !seen.has(path) && seen.add(path);
	});
}

const ROWS: readonly Row[] = [...WRITTEN, ...unwritten().map(catalogueRow)];

const DEFAULT_FORMATS = ['jpeg', 'bmp', 'tiff'];

/** A white picture. */
const blank = (width: number, height: number): Buffer => createCanvas(width, height).toBuffer('image/png');
/** Whole files of those formats that can be drawn here. */
const WHOLE_FILES = {
	jpeg: createCanvas(100, 40).toBuffer('image/jpeg'),
	webp: createCanvas(100, 40).toBuffer('image/webp'),
	svg: HEADERS.svg,
	text: HEADERS.text,
};

/** Starts of files, 100 × 200 px: large enough for operations that want 100 px. */
const TALLER_HEADERS = {
	...HEADERS,
	bmp: patched(HEADERS.bmp, (bytes) => bytes.writeUInt32LE(200, 22)),
	tiff: patched(HEADERS.tiff, (bytes) => bytes.writeUInt32LE(200, 30)),
	jpeg: patched(HEADERS.jpeg, (bytes) => bytes.writeUInt16BE(200, 13)),
};

function patched(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
	const copy = Buffer.from(bytes);
	change(copy);
	return copy;
}

/** The engine reads the specimen without a mistake, whatever is sent. */
const reading =
	(kind: SpecimenKind) =>
	(send: Send): Send =>
	async (emulator: Emulator) => {
		const page = idealPage(composeSpecimen(kind, 1));
		emulator.control.set({ fixture: { answer: () => page } });
		try {
			return await send(emulator);
		} finally {
			emulator.control.set({ fixture: { blocks: 10 } });
		}
	};

function checksOf(row: Row): Check[] {
	const { path, specimen, sides, formats = [], booleans = [], choices = {}, page, request = {} } = row;
	const whole = row.looks ? { sized: blank, files: WHOLE_FILES } : { files: TALLER_HEADERS };
	const one = operation(path, { ...(row.imageField ? { imageField: row.imageField } : {}), ...whole, around: reading(specimen) });
	const { check, fields } = one;
	return [
		...one.source(),
		...one.sides(...sides),
		...one.formats([...DEFAULT_FORMATS, ...formats]),
		...booleans.flatMap(one.boolean),
		...Object.entries(choices).flatMap(([name, { good, other = [] }]) => [
			check(name, 'unknown', fields({ [name]: 'unknown' }), PARAMETER),
			check(name, 'as number', fields({ [name]: 1 }), PARAMETER),
			...good.map((value) => check(name, value === '' ? 'empty' : value, fields({ [name]: value }), GOOD)),
			...other.map((value) => check(name, `${value}, which the picture is not`, fields({ [name]: value }), OTHER_KIND)),
		]),
		...(page === undefined
			? []
			: [
					...[0, -1, 1.5, '1', [1], true].map((value) => check(page, JSON.stringify(value), fields({ [page]: value }), PARAMETER)),
					check(page, '2', fields({ [page]: 2 }), GOOD),
				]),
		check('answer', 'keys', fields(request), keysAre(row.keys)),
		...(path === 'seal' ? [] : [check('answer', 'another kind of picture', operation(path, { ...(row.imageField ? { imageField: row.imageField } : {}) }).fields(), OTHER_KIND)]),
	];
}

function keysAre(wanted: string): Expected {
	return {
		status: 200,
		also({ json }) {
			const result = json?.result;
			const shown: unknown = Array.isArray(result) ? result[0] : result;
			const keys = Object.keys(shown ?? {}).sort().join(' ');
			return keys === wanted ? undefined : `keys ${keys}`;
		},
	};
}

const auto = operation('auto-classification', { around: reading('train-ticket') });
const id = operation('id-card', { around: reading('id-card-front') });
/** Fields that only one operation has. */
const OWN: Check[] = [
	auto.check('type_list', 'as text', auto.fields({ type_list: 'train_ticket' }), PARAMETER),
	auto.check('type_list', 'an unknown kind', auto.fields({ type_list: ['bus'] }), PARAMETER),
	auto.check('type_list', 'the kind that is there', auto.fields({ type_list: ['train_ticket', 'passport'] }), GOOD),
	auto.check('type_list', 'another kind', auto.fields({ type_list: ['passport'] }), OTHER_KIND),
	auto.check('extended_parameters', 'as text', auto.fields({ extended_parameters: '{}' }), PARAMETER),
	auto.check('extended_parameters', 'as list', auto.fields({ extended_parameters: [] }), PARAMETER),
	auto.check('extended_parameters', 'an unknown kind', auto.fields({ extended_parameters: { bus: {} } }), PARAMETER),
	auto.check('extended_parameters', 'a switch of the kind', auto.fields({ extended_parameters: { train_ticket: { return_text_location: true } } }), elementIs('AIS.0000', 'text_location')),
	auto.check('extended_parameters', 'a wrong value fails that ticket only', auto.fields({ extended_parameters: { train_ticket: { return_text_location: 1 } } }), elementIs('AIS.0101')),
	// These three look at the picture.
	...['return_portrait_image', 'return_adjusted_image', 'detect_copy'].flatMap((name) => id.boolean(name)),
];

function elementIs(code: string, key?: string): Expected {
	return {
		status: 200,
		also({ json }) {
			const [element] = (json as { result: Array<{ status: { error_code: string }; content: object }> }).result;
			if (element?.status.error_code !== code) return `status ${element?.status.error_code}`;
			return key === undefined || key in element.content ? undefined : `no ${key}`;
		},
	};
}

export const DOCUMENT_CHECKS: Check[] = [...ROWS.flatMap(checksOf), ...OWN];

/** All that have to be checked. */
export const DOCUMENT_ROWS: string[] = [
	...ROWS.flatMap(({ path, booleans = [], choices = {}, page }) =>
		['image', 'url', 'sides', 'formats', 'answer', ...booleans, ...Object.keys(choices), ...(page === undefined ? [] : [page])].map((row) => `${path} ${row}`),
	),
	...['return_portrait_image', 'return_adjusted_image', 'detect_copy'].map((row) => `id-card ${row}`),
	...['type_list', 'extended_parameters'].map((row) => `auto-classification ${row}`),
];
