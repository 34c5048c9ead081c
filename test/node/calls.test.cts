// Which calls are made, and which are not: each one costs money.
import '../../workshop/harness/environment.cts';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { INodeExecutionData } from 'n8n-workflow';

import { storeBinary } from '../../workshop/harness/binaryStorage.cts';
import { imageItems, runOcr, useEmulator } from '../support/engine.cts';

const emulator = useEmulator({ fixture: { blocks: 1 } });
const paid = () => emulator().control.counters().answered;

async function pdfItem(pages: number): Promise<INodeExecutionData> {
	const document = await PDFDocument.create();
	for (let page = 0; page < pages; page++) document.addPage([300, 400]);
	return { json: {}, binary: { data: await storeBinary(Buffer.from(await document.save()), { fileName: 'scan.pdf' }) } };
}

describe('Retry On Fail', () => {
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
	const bad = async (): Promise<INodeExecutionData> => ({
		json: {},
		binary: { data: await storeBinary(Buffer.from('no image'), { fileName: 'notes.txt' }) },
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)('%s: an error item first makes n8n try again, and nothing is paid twice', async (onError) => {
		const run = await runOcr({ emulator: emulator(), items: [await bad(), ...(await imageItems(4))], settings: { ...settings, onError } });
		expect(paid()).toBe(4);
		expect([...run.items, ...run.errorItems]).toHaveLength(5);
		expect(run.hints.join()).toMatch(/4 answers taken from the try before/);
	});

	test('stop: pages that were read before the failure are not read again', async () => {
		await runOcr({ emulator: emulator(), items: [...(await imageItems(3)), await bad()], parameters: { options: { maxConcurrency: 1 } }, settings });
		expect(paid()).toBe(3);
	});

	test('a field named error that an item copies from its input is no failure', async () => {
		const items = (await imageItems(2)).map((item) => ({ ...item, json: { error: 'of somebody else' } }));
		const run = await runOcr({ emulator: emulator(), items, parameters: { options: { includeInputFields: true } }, settings });
		expect(run.items.map(({ json }) => [json.error, json.error_])).toEqual([[undefined, 'of somebody else'], [undefined, 'of somebody else']]);
		expect(paid()).toBe(2);
		expect(run.hints.join()).not.toMatch(/taken from the try before/);
	});

	test('the same picture in two items is two calls: only the very same item is taken from before', async () => {
		const [item] = await imageItems(1);
		const twin = structuredClone(item) as INodeExecutionData;
		await runOcr({ emulator: emulator(), items: [item as INodeExecutionData, twin], settings });
		expect(paid()).toBe(2);
	});
});

describe('On Error = Stop', () => {
	test('after the first failed page no other call is begun, and what was read before is counted', async () => {
		await runOcr({ emulator: emulator(), items: await imageItems(1) });
		emulator().control.reset();
		emulator().control.failOcr({ kind: 'error', code: 'AIS.0104' }, { call: 3 });
		const run = await runOcr({ emulator: emulator(), items: [await pdfItem(30), ...(await imageItems(5))], parameters: { options: { pages: '*', maxConcurrency: 1 } } });
		expect(run.error?.message).toMatch(/AIS\.0104/);
		const { calls, answered } = emulator().control.counters();
		expect([calls, answered]).toEqual([3, 2]);
		expect(run.error?.description).toMatch(/2 other images or pages were read before/);
	});
});

describe('Max Calls', () => {
	test('an execution that needs more ends before the first call, with the number', async () => {
		const run = await runOcr({ emulator: emulator(), items: [await pdfItem(7), ...(await imageItems(2))], parameters: { options: { pages: '*', maxCalls: 8 } } });
		expect(run.error?.message).toMatch(/9 calls are needed, 8 are allowed/);
		expect(emulator().control.counters().calls).toBe(0);
	});

	test('exactly as many are allowed', async () => {
		const run = await runOcr({ emulator: emulator(), items: [await pdfItem(7), ...(await imageItems(2))], parameters: { options: { pages: '*', maxCalls: 9 } } });
		expect(run.error).toBeUndefined();
		expect(paid()).toBe(9);
	});

	test('with Continue each item says so', async () => {
		const run = await runOcr({ emulator: emulator(), items: await imageItems(3), parameters: { options: { maxCalls: 2 } }, settings: { onError: 'continueRegularOutput' } });
		expect(run.items.map(({ json, pairedItem }) => [json.errorCode, pairedItem])).toEqual([0, 1, 2].map((item) => ['Node.TooManyCalls', { item }]));
		expect(paid()).toBe(0);
	});
});

describe('expressions that fail', () => {
	test.each([
		['of an option', { options: { timeout: "={{ $('Nowhere').item.json.ms }}" } }],
		['of Authentication', { authentication: "={{ $('Nowhere').item.json.way }}" }],
	])('%s: with Continue each item ends as an error, and nothing is sent', async (_name, parameters) => {
		const run = await runOcr({ emulator: emulator(), items: await imageItems(2), parameters, settings: { onError: 'continueRegularOutput' } });
		expect(run.items.map(({ pairedItem, json }) => [pairedItem, typeof json.error])).toEqual([[{ item: 0 }, 'string'], [{ item: 1 }, 'string']]);
		expect(emulator().control.counters().calls).toBe(0);
	});
});

test('hints say which pages of a PDF were not read', async () => {
	const run = await runOcr({ emulator: emulator(), items: [await pdfItem(12)] });
	expect(run.hints).toEqual(['"scan.pdf" has 12 pages, 1 was read. The option Pages reads others, * reads all.']);
});
