// Answers of the operations on cards, licenses, tickets and invoices, from an ideal reading of specimens: which
// fields, in which shape. How well pictures are read is the business of check:documents.
import { createCanvas } from '@napi-rs/canvas';
import { type Emulator, startEmulator } from '../../workshop/emulator/server.cts';
import { ocr, type Reply, tokenOf } from '../../workshop/emulator/client.cts';
import { compare } from '../../workshop/checks/documents/compare.cts';
import { idealPage } from '../../workshop/checks/documents/idealPage.cts';
import { composeSpecimen, kindOf, SPECIMEN_KINDS, type SpecimenKind } from '../../workshop/documents/specimens/kinds.cts';

let emulator: Emulator;
let token: string;

beforeAll(async () => {
	emulator = await startEmulator({ engine: 'fixture' });
	token = await tokenOf(emulator);
});
afterAll(() => emulator.close());

interface Result {
	[field: string]: unknown;
}

/** Stands for the picture where only its texts count. */
const BLANK = createCanvas(200, 200).toBuffer('image/png');

async function send(kind: SpecimenKind, operation: string, request: object, turn = 0, seed = 1): Promise<Reply> {
	const document = composeSpecimen(kind, seed, { turn });
	const page = idealPage(document);
	emulator.control.set({ fixture: { answer: () => page } });
	const looks = Object.keys(request).some((name) => /_image$|_copy$/.test(name));
	const image = looks ? (await document.render()).image : BLANK;
	return ocr(emulator, { image: image.toString('base64'), ...request }, { token, operation });
}

async function read(kind: SpecimenKind, request: object = {}, turn = 0): Promise<Result> {
	const reply = await send(kind, kindOf(kind).operation, { ...kindOf(kind).request, ...request }, turn);
	expect(reply.status).toBe(200);
	return reply.json?.result as Result;
}

/** These three look at the picture itself, or have their file in another field. */
const OTHERS: SpecimenKind[] = ['seal', 'mixed', 'bank-receipt'];

describe.each(SPECIMEN_KINDS.filter((kind) => !OTHERS.includes(kind)))('%s', (kind) => {
	test.each([0, 90, 184])('turned by %d°: all fields of three specimens', async (turn) => {
		for (const seed of [11, 12, 13]) {
			const reply = await send(kind, kindOf(kind).operation, kindOf(kind).request ?? {}, turn, seed);
			expect(compare(composeSpecimen(kind, seed).truth, reply.json?.result).differences).toEqual([]);
		}
	});
});

describe('another kind of picture', () => {
	test.each([
		['taxi-invoice', 'train-ticket'],
		['train-ticket', 'taxi-invoice'],
		['bankcard', 'id-card'],
		['id-card-front', 'bankcard'],
		['vat-invoice', 'mvs-invoice'],
		['mvs-invoice', 'vat-invoice'],
		['passport', 'driver-license'],
		['driver-license-front', 'vehicle-license'],
		['business-card', 'business-license'],
	] as const)('%s sent to %s', async (kind, operation) => {
		const reply = await send(kind, operation, {});
		expect(reply.status).toBe(400);
		expect(reply.json?.error_code).toBe('AIS.0104');
	});

	const PRINTED = [...new Set(SPECIMEN_KINDS.map(kindOf).flatMap(({ operation, printed }) => (printed ? [operation] : [])))];
	test.each(PRINTED)('%s takes no specimen but its own', async (operation) => {
		for (const kind of SPECIMEN_KINDS.filter((one) => !OTHERS.includes(one) && kindOf(one).operation !== operation)) {
			expect([kind, (await send(kind, operation, {})).json?.error_code]).toEqual([kind, 'AIS.0104']);
		}
	});

	test('the side that is not there, alone or one of both', async () => {
		for (const side of ['back', 'double_side']) {
			const reply = await send('id-card-front', 'id-card', { side });
			expect(reply.json?.error_code).toBe('AIS.0104');
		}
	});
});

describe('id-card', () => {
	test('without a side the picture decides', async () => {
		const result = await read('id-card-back', { side: '' });
		expect(Object.keys(result)).toEqual(['issue', 'valid_from', 'valid_to']);
	});

	test('both sides are nested, and have no confidence', async () => {
		const result = await read('id-card');
		expect(Object.keys(result)).toEqual(['front', 'back']);
		expect(Object.keys(result.front as object)).toEqual(['name', 'sex', 'birth', 'ethnicity', 'address', 'number']);
	});

	test('the checks of the other side are false, not absent', async () => {
		const result = await read('id-card-front', { return_verification: true });
		expect(result.verification_result).toEqual({ valid_number: true, valid_birth: true, valid_sex: true, valid_date: false, valid_validity_period: false });
	});

	test('places are told clockwise from the text, in a turned picture, too', async () => {
		const result = await read('id-card-front', { return_text_location: true }, 90);
		const { number } = result.text_location as { number: Array<[number, number]> };
		const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = number;
		// Turned clockwise by 90°, text runs down.
		expect(Math.abs(x2 - x1)).toBeLessThan(3);
		expect(y2 - y1).toBeGreaterThan(300);
	});

	test('portrait and straightened card are pictures of the right shape', async () => {
		const result = await read('id-card-front', { return_portrait_image: true, return_portrait_location: true, return_adjusted_image: true }, 90);
		const [portrait, card] = [result.portrait_image, result.adjusted_image].map((text) => jpegSize(Buffer.from(text as string, 'base64')));
		expect(portrait && portrait.height / portrait.width).toBeCloseTo(300 / 230, 1);
		expect(card && card.width / card.height).toBeCloseTo(860 / 540, 1);
		expect(result.portrait_location).toHaveLength(4);
	});

	test('a coloured card is no copy', async () => {
		const result = await read('id-card-front', { detect_copy: true, detect_blur: true });
		expect(result).toMatchObject({ detect_copy_result: false, detect_blur_result: false, score_info: { copy_score: 5, blur_score: 5 } });
	});
});

describe('confidence', () => {
	test('has the names of the train ticket’s own', async () => {
		const { confidence } = await read('train-ticket');
		expect(confidence).toMatchObject({ starting_station: 0.9876, starting_time: 0.9876, ticket_rates: 0.9876, ticket_office: 0.9876, ticket_changing: 0 });
		expect(confidence).not.toHaveProperty('departure_station');
	});

	test('mirrors lists, and comes for VAT invoices only when advanced', async () => {
		const plain = await read('vat-invoice', { advanced_mode: false });
		expect(plain).not.toHaveProperty('confidence');
		expect(plain).not.toHaveProperty('receiver');
		const { confidence, item_list: items } = await read('vat-invoice');
		expect((confidence as { item_list: unknown[] }).item_list).toHaveLength((items as unknown[]).length);
	});

	test('is 0 where a field is empty', async () => {
		expect(await read('bankcard')).toMatchObject({ issue_date: '', confidence: { issue_date: 0, card_number: 0.9876 } });
	});
});

test('a passport read for machines alone has no local fields', async () => {
	const result = await read('passport', { country_code: 'GENERAL' });
	expect(result).not.toHaveProperty('extra_info');
	expect(result).toMatchObject({ country_code: 'CHN', place_of_birth: '', date_of_issue: '' });
	expect(result.passport_number).toMatch(/^E[XYZ]\d{7}$/);
});

test('bank receipts: several of a page, each with its place, empty pairs left out', async () => {
	const document = composeSpecimen('bank-receipt', 2);
	const page = idealPage(document);
	emulator.control.set({ fixture: { answer: () => page } });
	const reply = await ocr(emulator, { data: BLANK.toString('base64') }, { token, operation: 'bank-receipt' });
	expect(compare(document.truth, reply.json?.result).differences).toEqual([]);
	const { bank_receipt_list: list } = reply.json?.result as { bank_receipt_list: Array<{ bank_receipt_location: Array<[number, number]> }> };
	const tops = list.map(({ bank_receipt_location: [corner] }) => corner?.[1] ?? 0);
	expect([...tops].sort((a, b) => a - b)).toEqual(tops);
	expect(new Set(tops).size).toBe(list.length);
});

/** From the frame header of a JPEG. */
function jpegSize(bytes: Buffer): { width: number; height: number } {
	for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
		const marker = bytes[at + 1] ?? 0;
		if (marker >= 0xc0 && marker <= 0xc2) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
	}
	throw new Error('no frame');
}
