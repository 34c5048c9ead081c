// Invoices and cards through n8n's engine: specimens that the emulator reads for real, and answers of our own.
import '../../workshop/harness/environment.cts';
import { storeBinary } from '../../workshop/harness/binaryStorage.cts';
import { composeSpecimen, type SpecimenKind } from '../../workshop/documents/specimens/kinds.cts';
import { PNG } from '../resources/documents/document.cts';
import { imageItems, runOcr, tinyImage, useEmulator, type OcrRun } from '../support/engine.cts';

const emulator = useEmulator();

async function specimenItem(kind: SpecimenKind) {
	const composed = composeSpecimen(kind, 'node');
	const { image } = await composed.render();
	return { items: [{ json: {}, binary: { data: await storeBinary(image, { fileName: `${kind}.png` }) } }], truth: composed.truth };
}

describe('specimens', () => {
	beforeEach(() => emulator().control.set({ engine: 'ocr' }));
	afterAll(() => emulator().control.set({ engine: 'fixture' }));

	test('an ID card, both sides, with its portrait as a file', async () => {
		const { items, truth } = await specimenItem('id-card');
		const run = await runOcr({
			emulator: emulator(),
			items,
			parameters: { resource: 'card', documentType: 'idCard', operation: 'fields', options: { side: 'double_side', returnPortraitImage: true } },
		});
		expect(run.error).toBeUndefined();
		const { front, back } = truth as unknown as Record<'front' | 'back', Record<string, string>>;
		expect(run.items).toHaveLength(1);
		expect(run.items[0]?.json).toMatchObject({ ...front, ...back, source: 'id-card.png' });
		expect(run.items[0]?.binary).toEqual({ portrait_image: expect.objectContaining({ mimeType: 'image/jpeg', fileName: 'id-card-portrait_image.jpg' }) as unknown });
		expect(JSON.stringify(run.items.map(({ json }) => json))).not.toMatch(/[A-Za-z0-9+/]{100}/);
	});

	test('the lines of an invoice, with its fields, numbers and dates', async () => {
		const { items, truth } = await specimenItem('vat-invoice');
		const run = await runOcr({
			emulator: emulator(),
			items,
			parameters: { resource: 'invoice', documentType: 'vatInvoice', operation: 'lineItems', options: { advancedMode: true, typedValues: true } },
		});
		expect(run.error).toBeUndefined();
		const lines = truth.item_list as unknown as Array<Record<string, string>>;
		expect(run.items.map(({ json }) => [json.list, json.lineIndex, json.name, json.amount, json.number])).toEqual(
			lines.map(({ name, amount }, index) => ['item_list', index, name, amount, truth.number]),
		);
		expect(run.items[0]?.json).toMatchObject({ total: truth.total, total_number: Number((truth.total as string).replace(/[^\d.]/g, '')) });
		expect(run.items[0]?.json.issue_date_iso).toMatch(/^20\d\d-\d\d-\d\d$/);
	});

	test('a picture of another kind is an error that names the operation', async () => {
		const { items } = await specimenItem('train-ticket');
		const run = await runOcr({ emulator: emulator(), items, parameters: { resource: 'card', documentType: 'passport', operation: 'fields' } });
		expect(run.error?.message).toBe('Use a sharper image that is filled by what is to be read, and check that Passport is the right choice for it ("train-ticket.png", item 0) [AIS.0104]');
	});
});

describe('answers', () => {
	const answer = (result: unknown) => emulator().control.set({ fixture: { answer: () => JSON.stringify({ result }) } });

	test('the raw result has a picture as a file, its name in the place of base64', async () => {
		answer({ name: 'A', portrait_image: PNG });
		const run = await runOcr({ emulator: emulator(), items: await imageItems(1), parameters: { resource: 'card', documentType: 'idCard', operation: 'raw' } });
		expect(run.items[0]?.json).toEqual({ name: 'A', portrait_image: 'portrait_image', source: 'scan-0.png' });
		expect(run.items[0]?.binary?.portrait_image).toMatchObject({ mimeType: 'image/png', fileName: 'scan-0-portrait_image.png' });
	});

	test('files of the answer stand beside the file that was read, whatever that is called', async () => {
		answer({ name: 'A', portrait_image: PNG });
		const items = [{ json: {}, binary: { portrait_image: await storeBinary(tinyImage('a'), { fileName: 'a.png' }) } }];
		const run = await runOcr({
			emulator: emulator(),
			items,
			parameters: { resource: 'card', documentType: 'idCard', operation: 'fields', binaryPropertyName: 'portrait_image', options: { keepFile: true } },
		});
		expect(Object.entries(run.items[0]?.binary ?? {}).map(([name, { fileName }]) => [name, fileName])).toEqual([
			['portrait_image', 'a.png'],
			['portrait_image_', 'a-portrait_image.png'],
		]);
	});

	test('a card without any text is an empty item', async () => {
		answer({ name: '', number: '', confidence: { name: 0 } });
		const parameters = { resource: 'card', documentType: 'idCard', operation: 'fields' };
		const run = await runOcr({ emulator: emulator(), items: await imageItems(1), parameters });
		expect(run.items.map(({ json }) => json)).toEqual([{ name: '', number: '', source: 'scan-0.png' }]);
		const without = await runOcr({ emulator: emulator(), items: await imageItems(1), parameters: { ...parameters, options: { ifNoText: 'nothing' } } });
		expect(without.items).toEqual([]);
	});

	test('switches go to the service under its own names, and only those that were added', async () => {
		answer({ name: 'A' });
		await runOcr({
			emulator: emulator(),
			items: await imageItems(1),
			parameters: { resource: 'card', documentType: 'driverLicense', operation: 'raw', options: { side: 'back', returnIssuingAuthority: true, detectDirection: true } },
		});
		const [call] = emulator().control.calls().filter(({ path }) => path.endsWith('/ocr/driver-license'));
		expect(call?.parameters).toEqual({ side: 'back', authority: true, textLocation: false });
	});

	test('a PDF that an operation does not read is refused before anything is sent', async () => {
		const items = [{ json: {}, binary: { data: await storeBinary(Buffer.from('%PDF-1.7\n'), { fileName: 'card.pdf' }) } }];
		const run = await runOcr({ emulator: emulator(), items, parameters: { resource: 'card', documentType: 'idCard', operation: 'fields' } });
		expect(run.error?.message).toBe(
			'Convert the page to JPG or PNG, or use Mixed Cards and Tickets, which reads them from PDFs: ID Card reads no PDF ("card.pdf", item 0)',
		);
	});

	test.each([
		['Id-Card', '{}', /^Correct the parameter API Path/],
		['../vin', '{}', /^Correct the parameter API Path/],
		['vin', '[1]', /^Correct the parameter Request Fields: it must be a JSON object/],
		['vin', '{"image": "x"}', /^Take image out of Request Fields/],
	])('Other, %s with %s, is refused before a login', async (apiPath, requestFields, message) => {
		const run = await runOcr({ emulator: emulator(), items: await imageItems(1), parameters: { resource: 'other', operation: 'raw', apiPath, requestFields } });
		expect(run.error?.message).toMatch(message);
		expect(run.credentialWrites).toBe(0);
	});

	test('an operation that is not subscribed is named, with the regions that have it', async () => {
		const run = await runOcr({ emulator: emulator(), items: await imageItems(1), parameters: { resource: 'other', operation: 'raw', apiPath: 'acceptance-bill' } });
		expect(run.error?.message).toMatch(/^Subscribe to Acceptance Bill in the OCR console/);
		expect(run.error?.description).toMatch(/Acceptance Bill is known to be offered in cn-north-4, cn-south-1\./);
	});
});

describe('several tickets on one picture, one of them unreadable', () => {
	const ticket = (type: string, content: object, code = 'AIS.0000') => ({ status: { error_code: code, error_msg: code === 'AIS.0000' ? '' : 'The image quality is poor.' }, type, location: [[0, 0], [9, 0], [9, 9], [0, 9]], content });
	const result = [ticket('quota_invoice', { amount: '10.00' }), ticket('taxi_invoice', {}, 'AIS.0104'), ticket('toll_invoice', { amount: '5.00' })];
	const parameters = { resource: 'mixed', operation: 'objects' };
	const run = async (settings: OcrRun['settings']) => {
		emulator().control.set({ fixture: { answer: () => JSON.stringify({ result }) } });
		return await runOcr({ emulator: emulator(), items: await imageItems(2), parameters, ...(settings ? { settings } : {}) });
	};
	const MESSAGE = 'Use a sharper image that is filled by what is to be read, and check that Taxi Invoice is the right choice for it ("scan-0.png", item 0) [AIS.0104]';

	test('stops the node as an unreadable page does', async () => {
		const { error, items } = await run({});
		expect(error?.message).toBe(MESSAGE);
		expect(error?.description).toMatch(/^Taxi Invoice, document 2 of 3 on the page, was found and could not be read: AIS\.0104/);
		expect(items).toEqual([]);
	});

	test('with Continue, is an item in its place; the others succeed', async () => {
		const { error, items, hints } = await run({ onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.amount ?? json.error, pairedItem])).toEqual([
			['10.00', { item: 0 }],
			[MESSAGE, { item: 0 }],
			['5.00', { item: 0 }],
			['10.00', { item: 1 }],
			[MESSAGE.replace('scan-0', 'scan-1').replace('item 0', 'item 1'), { item: 1 }],
			['5.00', { item: 1 }],
		]);
		expect(items[0]?.json).toMatchObject({ kind: 'quota_invoice', billedDocuments: 2 });
		expect(hints).toContain('4 documents found on the pages and read: so many are billed.');
	});

	test('or goes to the error output with its file', async () => {
		const { items, errorItems } = await run({ onError: 'continueErrorOutput' });
		expect(items.map(({ json }) => json.amount)).toEqual(['10.00', '5.00', '10.00', '5.00']);
		expect(errorItems.map(({ json }) => json.errorCode)).toEqual(['AIS.0104', 'AIS.0104']);
		expect(errorItems[0]?.binary?.data?.fileName).toBe('scan-0.png');
	});
});
