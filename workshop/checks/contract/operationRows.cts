// Operations 5: Handwriting and Web Image. One row a field of the request, one for the limits of
// the picture, one for the answer.
import type { Emulator } from '../../emulator/server.cts';
import { type Reply } from '../../emulator/client.cts';
import type { Check, Expected } from './check.cts';
import { linesPage, pngHeader, textPage } from './images.cts';
import { operation, PARAMETER, type Send } from './operationCalls.cts';

interface Result {
	words_block_count: number;
	words_block_list: Array<Record<string, unknown> & { words: string; location: Array<[number, number]> }>;
	extracted_data?: Record<string, unknown>;
}

function result(condition: (found: Result) => string | undefined): Expected {
	return { status: 200, also: (reply: Reply) => condition((reply.json as { result: Result }).result) };
}

/** Keys of a thing, in the order of the alphabet. */
const keys = (thing: object | undefined): string => Object.keys(thing ?? {}).sort().join(' ');

/** With the engine that reads. */
const real =
	(sendIt: Send): Send =>
	async (emulator: Emulator) => {
		emulator.control.set({ engine: 'ocr' });
		try {
			return await sendIt(emulator);
		} finally {
			emulator.control.set({ engine: 'fixture' });
		}
	};

const words = (found: Result): string => found.words_block_list.map((block) => block.words).join('|');

function readsAs(text: string): Expected {
	return result((found) => {
		if (words(found) !== text) return `read "${words(found)}" instead of "${text}"`;
		return found.words_block_count === found.words_block_list.length ? undefined : 'wrong count';
	});
}

const PAGE = textPage();

const handwriting = operation('handwriting');
const HANDWRITING: Check[] = [
	...handwriting.source(),
	...handwriting.sides(8, 8192),
	...handwriting.formats(['jpeg', 'bmp', 'tiff']),
	...handwriting.boolean('quick_mode'),
	...handwriting.boolean('detect_direction'),
	handwriting.check('char_set', 'unknown', handwriting.fields({ char_set: 'hex' }), PARAMETER),
	handwriting.check('char_set', 'as list', handwriting.fields({ char_set: ['digit'] }), PARAMETER),
	handwriting.check('char_set', 'empty', handwriting.fields({ char_set: '' }), PARAMETER),
	handwriting.check('char_set', 'absent: general', real(handwriting.file(PAGE)), readsAs('Invoice 2026')),
	handwriting.check('char_set', 'general', real(handwriting.file(PAGE, { char_set: 'general' })), readsAs('Invoice 2026')),
	handwriting.check('char_set', 'digit', real(handwriting.file(PAGE, { char_set: 'digit' })), readsAs('2026')),
	handwriting.check('char_set', 'letter', real(handwriting.file(PAGE, { char_set: 'letter' })), readsAs('Invoice')),
	handwriting.check('char_set', 'digit_letter', real(handwriting.file(PAGE, { char_set: 'digit_letter' })), readsAs('Invoice2026')),
	handwriting.check('answer', 'no direction, asked for or not', handwriting.fields({ detect_direction: true }), result((found) =>
		keys(found) === 'words_block_count words_block_list' ? undefined : keys(found),
	)),
	handwriting.check('answer', 'a type for each block', handwriting.fields(), result(({ words_block_list: [block] }) =>
		keys(block) === 'confidence location type words' && block?.type === 'text' ? undefined : JSON.stringify(block),
	)),
];

const webImage = operation('web-image');
const CONTACT = ['Parcel for', '收件人：林小舟', '电话 138-0000-1234', '地址：广东省深圳市南山区科苑路7号'];
const WEB_IMAGE: Check[] = [
	...webImage.source(),
	...webImage.sides(15, 30_000),
	...webImage.formats(['jpeg', 'bmp', 'tiff', 'gif', 'webp', 'pcx', 'ico']),
	...webImage.boolean('detect_direction'),
	...webImage.boolean('detect_font'),
	...webImage.boolean('detect_text_direction'),
	webImage.check('extract_type', 'as text', webImage.fields({ extract_type: 'image_size' }), PARAMETER),
	webImage.check('extract_type', 'a word of none', webImage.fields({ extract_type: ['image_size', 'colour'] }), PARAMETER),
	webImage.check('extract_type', 'a number in it', webImage.fields({ extract_type: [1] }), PARAMETER),
	webImage.check('extract_type', 'empty', webImage.fields({ extract_type: [] }), result(({ extracted_data: data }) => (keys(data) === '' && data ? undefined : JSON.stringify(data)))),
	webImage.check('extract_type', 'image_size', webImage.file(pngHeader(321, 123), { extract_type: ['image_size'] }), result(({ extracted_data: data }) =>
		JSON.stringify(data) === '{"image_size":{"height":123,"width":321}}' ? undefined : JSON.stringify(data),
	)),
	webImage.check('extract_type', 'contact_info where there is none', webImage.fields({ extract_type: ['contact_info'] }), result(({ extracted_data: data }) =>
		keys(data) === '' && data ? undefined : JSON.stringify(data),
	)),
	webImage.check('extract_type', 'contact_info', real(webImage.file(linesPage(CONTACT), { extract_type: ['contact_info'] })), result(({ extracted_data: data }) => {
		const wanted = { name: '林小舟', phone: '13800001234', province: '广东省', city: '深圳市', district: '南山区', detail_address: '科苑路7号' };
		return JSON.stringify(data?.contact_info) === JSON.stringify(wanted) ? undefined : JSON.stringify(data);
	})),
	webImage.check('detect_font', 'five fonts with their scores for each block', webImage.fields({ detect_font: true }), result((found) =>
		found.words_block_list.every(({ font_list: list, font_scores: scores }) => isFive(list, 'string') && isFive(scores, 'number')) ? undefined : 'fonts',
	)),
	webImage.check('detect_text_direction', 'off: upright text is read', real(webImage.file(PAGE, { detect_text_direction: false })), readsAs('Invoice 2026')),
	webImage.check('answer', 'no direction; extracted_data always', webImage.fields(), result((found) =>
		keys(found) === 'extracted_data words_block_count words_block_list' ? undefined : keys(found),
	)),
	webImage.check('answer', 'blocks', real(webImage.file(PAGE)), readsAs('Invoice 2026')),
	webImage.check('answer', 'no fonts that nobody asked for', webImage.fields(), result(({ words_block_list: [block] }) =>
		keys(block) === 'confidence location words' ? undefined : keys(block),
	)),
];

function isFive(list: unknown, type: string): boolean {
	return Array.isArray(list) && list.length === 5 && list.every((entry) => typeof entry === type);
}

export const OPERATION_CHECKS: Check[] = [...HANDWRITING, ...WEB_IMAGE];

/** All that have to be checked. */
export const OPERATION_ROWS: string[] = [
	...['image', 'url', 'sides', 'formats', 'quick_mode', 'detect_direction', 'char_set', 'answer'].map((row) => `handwriting ${row}`),
	...['image', 'url', 'sides', 'formats', 'detect_direction', 'detect_font', 'detect_text_direction', 'extract_type', 'answer'].map(
		(row) => `web-image ${row}`,
	),
];
