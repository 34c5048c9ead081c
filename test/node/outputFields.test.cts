// What n8n shows to the next node before the first run has to be what comes out.
import '../../workshop/harness/environment.cts';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { RESOURCES } from '../../nodes/HuaweiOcr/resources/index.ts';
import { imageItems, runOcr, useEmulator } from '../support/engine.cts';

const SCHEMAS = path.join(__dirname, '../../dist/nodes/HuaweiOcr/__schema__/v1.0.0');
const emulator = useEmulator();

interface Schema {
	properties: Record<string, { type: string }>;
}

const schemaOf = (resource: string, operation: string) =>
	JSON.parse(readFileSync(path.join(SCHEMAS, resource, `${operation}.json`), 'utf8')) as Schema;

/** A small price list, so that every operation has something to give. */
const LIST = [['Article', 'Number', 'Price'], ['Tea', '2', '3.50'], ['Rice', '1', '7.00'], ['Milk', '6', '1.20']];

function answer(): string {
	const words_block_list = [
		...LIST.flatMap((row, line) => row.map((words, column) => [words, 40 + column * 200, 100 + line * 40] as const)),
		['Total: 20.00', 40, 340] as const,
	].map(([words, x, y]) => ({ words, confidence: 0.98, location: [[x, y], [x + words.length * 11, y], [x + words.length * 11, y + 22], [x, y + 22]] }));
	return JSON.stringify({ result: { direction: -1, words_block_count: words_block_list.length, words_block_list } });
}

test('each operation of each resource has a file, and there is none without an operation', () => {
	for (const { value, operations } of RESOURCES) {
		expect(readdirSync(path.join(SCHEMAS, value)).sort()).toEqual(operations.map((operation) => `${operation.value}.json`).sort());
	}
	expect(readdirSync(SCHEMAS).sort()).toEqual(RESOURCES.map(({ value }) => value).sort());
});

const PAIRS = RESOURCES.filter(({ value }) => value === 'generalText').flatMap(({ value, operations }) => operations.map((operation) => [value, operation.value] as const));

test.each(PAIRS)('%s, %s: the fields come in this order and with these types', async (resource, operation) => {
	emulator().control.set({ fixture: { answer } });
	const run = await runOcr({
		emulator: emulator(),
		items: await imageItems(1),
		parameters: { resource, operation, fieldDefinitions: { field: [{ name: 'total', label: 'Total' }] } },
	});
	expect(run.error).toBeUndefined();
	const { properties } = schemaOf(resource, operation);
	const [json = {}] = run.items.map((item) => item.json);
	const known = Object.keys(json).filter((key) => key in properties);
	expect(known).toEqual(Object.keys(properties));
	for (const [name, { type }] of Object.entries(properties)) {
		const value: unknown = json[name];
		expect([name, Array.isArray(value) ? 'array' : typeof value]).toEqual([name, type]);
	}
});

test.each(['blocks', 'lines'])('%s, simplified: no field that is not announced', async (operation) => {
	emulator().control.set({ fixture: { answer } });
	const run = await runOcr({ emulator: emulator(), items: await imageItems(1), parameters: { operation } });
	expect(Object.keys(run.items[0]?.json ?? {})).toEqual(Object.keys(schemaOf('generalText', operation).properties));
});
