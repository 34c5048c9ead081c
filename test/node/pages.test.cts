import '../../workshop/harness/environment.cts';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { IBinaryKeyData } from 'n8n-workflow';

import { storeBinary } from '../../workshop/harness/binaryStorage.cts';
import { imageItems, runOcr, useEmulator } from '../support/engine.cts';

const emulator = useEmulator({ fixture: { blocks: 1 } });

async function pdf(pages: number): Promise<Buffer> {
	const document = await PDFDocument.create();
	for (let page = 0; page < pages; page++) document.addPage([300, 400]).drawText(`Page ${page + 1}`);
	return Buffer.from(await document.save());
}

async function pdfItem(...files: Array<[name: string, pages: number]>) {
	const binary: IBinaryKeyData = {};
	for (const [name, pages] of files) {
		binary[name] = await storeBinary(await pdf(pages), {
			fileName: `${name}.pdf`,
			mimeType: 'application/pdf',
		});
	}
	return { json: {}, binary };
}

const sentPages = () =>
	emulator()
		.control.calls()
		.filter(({ target }) => target === 'ocr')
		.map(({ parameters }) => parameters?.pdfPageNumber)
		.sort((a, b) => Number(a) - Number(b));

test('a 12-page PDF and a second attachment in one item: right pages, right names, in order, one call each', async () => {
	const run = await runOcr({
		emulator: emulator(),
		items: [await pdfItem(['contract', 12], ['annex', 2])],
		parameters: { binaryPropertyName: 'contract, annex', options: { pages: '*' } },
	});
	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => `${String(json.source as string)} ${String(json.page as number)}`)).toEqual([
		...Array.from({ length: 12 }, (_, index) => `contract.pdf ${index + 1}`),
		'annex.pdf 1',
		'annex.pdf 2',
	]);
	expect(emulator().control.counters()).toMatchObject({ calls: 14, answered: 14 });
});

test('only the pages asked for are paid for, and come in the order asked for', async () => {
	const run = await runOcr({
		emulator: emulator(),
		items: [await pdfItem(['data', 12])],
		parameters: { options: { pages: '8,2-3' } },
	});
	expect(run.items.map(({ json }) => json.page)).toEqual([8, 2, 3]);
	// Each travels as a PDF of its own.
	expect(sentPages()).toEqual([1, 1, 1]);
});

test('without the option it is the first page', async () => {
	const run = await runOcr({ emulator: emulator(), items: [await pdfItem(['data', 3])] });
	expect(run.items.map(({ json }) => json.page)).toEqual([1]);
	expect(emulator().control.counters().calls).toBe(1);
});

test('a page that does not exist is an error before anything is sent', async () => {
	const run = await runOcr({
		emulator: emulator(),
		items: [await pdfItem(['data', 3])],
		parameters: { options: { pages: '2-9' } },
	});
	expect(run.error?.message).toMatch(/page 9 is asked for, the PDF has 3 pages \("data.pdf", item 0\)/);
	expect(emulator().control.counters().calls).toBe(0);
});

test('one page that fails is one error item with its page, the others come out', async () => {
	emulator().control.failOcr({ kind: 'error', code: 'AIS.0104' }, { call: 2 });
	const run = await runOcr({
		emulator: emulator(),
		items: [await pdfItem(['data', 3])],
		parameters: { options: { pages: '*', maxConcurrency: 1 } },
		settings: { onError: 'continueErrorOutput' },
	});
	expect(run.items).toHaveLength(2);
	expect(run.errorItems).toHaveLength(1);
	expect(run.errorItems[0]?.json).toMatchObject({ errorCode: 'AIS.0104', source: 'data.pdf', page: expect.any(Number) as number });
});

test('images among PDFs take no notice of Pages', async () => {
	const run = await runOcr({
		emulator: emulator(),
		items: [...(await imageItems(1)), await pdfItem(['data', 2])],
		parameters: { options: { pages: '*' } },
	});
	expect(run.items.map(({ json }) => json.page)).toEqual([undefined, 1, 2]);
});

test('of a URL the number of pages is not known: page numbers work, * says why not', async () => {
	const url = emulator().control.putObject('scans', 'cn-north-4', 'a.pdf', { bytes: await pdf(3), contentType: 'application/pdf' });
	const read = async (pages: string) =>
		await runOcr({ emulator: emulator(), items: [{ json: {} }], parameters: { inputType: 'url', url, options: { pages } } });
	expect((await read('2-3')).items.map(({ json }) => json.page)).toEqual([2, 3]);
	expect((await read('*')).error?.message).toMatch(/Give the option Pages as numbers/);
});
