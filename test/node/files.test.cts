import '../../workshop/harness/environment.cts';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import { storeBinary, useBinaryMode } from '../../workshop/harness/binaryStorage.cts';
import { imageItems, runOcr, tinyImage, useEmulator } from '../support/engine.cts';

const emulator = useEmulator({ fixture: { blocks: 1 } });
const sourcesOf = (items: INodeExecutionData[]) => items.map(({ json }) => json.source);
const raw = { operation: 'raw' };

describe.each(['default', 'filesystem'] as const)('binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));
	afterAll(async () => await useBinaryMode('default'));

	test.each([
		['={{ $binary.data }}', ['scan-0.png']],
		['={{ [$binary.data] }}', ['scan-0.png']],
		["={{ $('Start').item.binary.data }}", ['scan-0.png']],
		['={{ $binary }}', ['scan-0.png']],
		['data', ['scan-0.png']],
	])('a file by %s', async (binaryPropertyName, sources) => {
		const run = await runOcr({ emulator: emulator(), items: await imageItems(1), parameters: { ...raw, binaryPropertyName } });
		expect(run.error).toBeUndefined();
		expect(sourcesOf(run.items)).toEqual(sources);
	});

	test.each(['data', '_files.data', '*', '={{ $json._files.data }}'])('combined mode of a workflow: %s', async (binaryPropertyName) => {
		const data = await storeBinary(tinyImage(), { fileName: 'combined.png' });
		const run = await runOcr({
			emulator: emulator(),
			items: [{ json: { _files: { data } } as never }],
			parameters: { ...raw, binaryPropertyName },
			workflowSettings: { binaryMode: 'combined' },
		});
		expect(run.error).toBeUndefined();
		expect(sourcesOf(run.items)).toEqual(['combined.png']);
	});
});

describe('a mail with an invoice, a tracking pixel and a calendar file', () => {
	const mail = async (): Promise<INodeExecutionData> => ({
		json: { subject: 'Invoice' },
		binary: {
			attachment_0: await storeBinary(tinyImage('invoice'), { fileName: 'invoice.png' }),
			attachment_1: await storeBinary(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'), { fileName: 'pixel.gif' }),
			attachment_2: await storeBinary(Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR'), { fileName: 'meeting.ics' }),
		},
	});

	const withoutInvoice = async (): Promise<Record<string, IBinaryData>> =>
		Object.fromEntries(Object.entries((await mail()).binary ?? {}).filter(([name]) => name !== 'attachment_0'));

	test.each(['*', 'attachment_*'])('%s reads the invoice and says what it skipped', async (binaryPropertyName) => {
		const run = await runOcr({ emulator: emulator(), items: [await mail()], parameters: { ...raw, binaryPropertyName } });
		expect(run.error).toBeUndefined();
		expect(sourcesOf(run.items)).toEqual(['invoice.png']);
		expect(run.hints).toContain('2 files skipped that are no image or PDF: pixel.gif; meeting.ics.');
	});

	test('the option Other Files makes errors of them', async () => {
		const run = await runOcr({
			emulator: emulator(),
			items: [await mail()],
			parameters: { ...raw, binaryPropertyName: '*', options: { otherFiles: 'error' } },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(run.items.map(({ json }) => [json.source, json.errorCode])).toEqual([
			['invoice.png', undefined],
			['pixel.gif', 'Node.PixelLimit'],
			['meeting.ics', 'Node.UnknownFormat'],
		]);
	});

	test('a file that is named is never skipped', async () => {
		const run = await runOcr({ emulator: emulator(), items: [await mail()], parameters: { ...raw, binaryPropertyName: 'attachment_2' } });
		expect(run.error?.message).toMatch(/meeting\.ics/);
	});

	test.each([
		['continueRegularOutput', 'items'],
		['continueErrorOutput', 'errorItems'],
	] as const)('an item all of whose files are skipped is an error, with %s', async (onError, output) => {
		const binary = await withoutInvoice();
		const items = [{ json: {}, binary }, await mail()];
		const run = await runOcr({ emulator: emulator(), items, parameters: { ...raw, binaryPropertyName: '*' }, settings: { onError } });
		const errors = run[output].filter(({ json }) => json.error !== undefined);
		expect(errors).toHaveLength(1);
		expect(errors[0]).toMatchObject({ json: { errorCode: 'Node.NoImage' }, pairedItem: { item: 0 } });
	});

	test('and stops the node otherwise', async () => {
		const binary = await withoutInvoice();
		const run = await runOcr({ emulator: emulator(), items: [{ json: {}, binary }], parameters: { ...raw, binaryPropertyName: '*' } });
		expect(run.error?.message).toMatch(/none of the item's files is one/);
	});
});

describe('Keep File', () => {
	test('the file that was read stays with its items, and others do not', async () => {
		const [item] = await imageItems(1);
		const other = await storeBinary(tinyImage('other'), { fileName: 'other.png' });
		const items = [{ json: {}, binary: { ...item?.binary, other } }];
		const run = await runOcr({ emulator: emulator(), items, parameters: { operation: 'blocks', options: { keepFile: true } } });
		expect(run.items.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([['data']]);
		const without = await runOcr({ emulator: emulator(), items, parameters: { operation: 'blocks' } });
		expect(without.items.map(({ binary }) => binary)).toEqual([undefined]);
	});

	test('error items carry the file that failed, without any option', async () => {
		const bad = await storeBinary(Buffer.from('no image'), { fileName: 'bad.png' });
		for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
			const run = await runOcr({ emulator: emulator(), items: [{ json: {}, binary: { data: bad } }], settings: { onError } });
			const [item] = onError === 'continueErrorOutput' ? run.errorItems : run.items;
			expect(Object.keys(item?.binary ?? {})).toEqual(['data']);
		}
	});
});
