import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import { filesOf } from '../../nodes/HuaweiOcr/input/inputFiles.ts';

const file = (fileName?: unknown): IBinaryData => ({ data: 'eA==', mimeType: 'image/png', ...(fileName === undefined ? {} : { fileName: fileName as string }) });
const item = (...names: string[]): INodeExecutionData => ({
	json: {},
	binary: Object.fromEntries(names.map((name) => [name, file(`${name}.png`)])),
});
const namesOf = (value: unknown, of: INodeExecutionData) => filesOf(value, of).map(({ name }) => name);

describe('names', () => {
	test.each([
		['front', ['front']],
		[' front ', ['front']],
		['front,back', ['front', 'back']],
		['back、front', ['back', 'front']],
		['*', ['front', 'back', 'Scans_0', 'Scans_1', 'one, two']],
		['Scans_*', ['Scans_0', 'Scans_1']],
		['*s_1', ['Scans_1']],
		['S*s_*1', ['Scans_1']],
		['front, Scans_*', ['front', 'Scans_0', 'Scans_1']],
		['front,front', ['front']],
		// An exact name wins over splitting.
		['one, two', ['one, two']],
	])('%s', (value, names) => {
		expect(namesOf(value, item('front', 'back', 'Scans_0', 'Scans_1', 'one, two'))).toEqual(names);
	});

	test('data stands for the only file of an item, whatever it is called', () => {
		expect(namesOf('data', item('Scan'))).toEqual(['Scan']);
		expect(namesOf('data', item('Scan', 'data'))).toEqual(['data']);
		expect(() => filesOf('data', item('a', 'b'))).toThrow('the item has no file "data"');
		expect(() => filesOf('invoice', item('Scan'))).toThrow('the item has no file "invoice"');
	});

	test('only what a pattern matched may be left out', () => {
		expect(filesOf('*', item('a', 'b')).map(({ byPattern }) => byPattern)).toEqual([true, true]);
		expect(filesOf('a', item('a', 'b')).map(({ byPattern }) => byPattern)).toEqual([false]);
	});

	test.each(['constructor', '__proto__', 'toString'])('a field that is called %s is a field', (name) => {
		const binary = Object.create(null) as Record<string, IBinaryData>;
		Object.defineProperty(binary, name, { value: file('x.png'), enumerable: true });
		expect(namesOf(name, { json: {}, binary })).toEqual([name]);
		expect(() => filesOf(name, item('a', 'b'))).toThrow(`the item has no file "${name}"`);
	});

	test('a pattern of many stars on a long name ends', () => {
		expect(() => filesOf(`${'*a'.repeat(2_000)}b`, item('a'.repeat(4_000), 'x'))).toThrow(/has no file/);
	});
});

describe('files by expression', () => {
	const invoice = file('invoice.png');

	test('a file, a list of files, a list of files and names, all files of an item', () => {
		expect(filesOf(invoice, item())).toMatchObject([{ name: 'invoice.png', binary: invoice }]);
		expect(namesOf([invoice, file('second.png')], item())).toEqual(['invoice.png', 'second.png']);
		expect(namesOf([invoice, 'front'], item('front', 'back'))).toEqual(['invoice.png', 'front']);
		expect(namesOf({ a: invoice, b: file('b.png') }, item())).toEqual(['a', 'b']);
	});

	test('a file whose name is none', () => {
		expect(namesOf(file(42), item())).toEqual(['file']);
		expect(namesOf(file(' '), item())).toEqual(['file']);
	});

	test.each([[42], [null], [undefined], [true], [{}], [{ mimeType: 'image/png' }], [[]], [[[]]], [['', '']]])('%j is refused with a way out', (value) => {
		expect(() => filesOf(value, item('a', 'b'))).toThrow(/Input Data Field Name\(s\)/);
	});

	test('a list without end is refused', () => {
		expect(() => filesOf(Array(2_000).fill(invoice), item())).toThrow('Pass fewer files at a time: the expression gives 2000');
	});
});

describe('combined binary mode, where files stand in the JSON', () => {
	const combined: INodeExecutionData = { json: { _files: { data: file('scan.png'), extra: file('b.png'), text: 'no file' } } as never };

	test.each([
		['data', ['data']],
		['_files.data', ['data']],
		['*', ['data', 'extra']],
		['e*', ['extra']],
	])('%s', (value, names) => {
		expect(namesOf(value, combined)).toEqual(names);
	});
});

test('an item without a file says so', () => {
	expect(() => filesOf('data', { json: {} })).toThrow('Pass a file to this node: the item has no binary data');
	expect(() => filesOf(' , ', item('a'))).toThrow('Fill in Input Data Field Name(s): the item has the file a');
});
