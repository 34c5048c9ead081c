import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toCsv } from '../../workshop/demo/csv.cts';
import { inputsOf } from '../../workshop/demo/inputs.cts';
import { ResultFolder } from '../../workshop/demo/results.cts';
import { displayWidth, fit, printable, table } from '../../workshop/harness/terminal.cts';
import type { BlockItem } from '../../workshop/harness/session.cts';

function block(words: string): BlockItem {
	return {
		words,
		location: [[1, 2], [11, 2], [11, 8], [1, 8]],
		left: 1, top: 2, right: 11, bottom: 8, x1: 1, y1: 2, x2: 11, y2: 2, x3: 11, y3: 8, x4: 1, y4: 8,
		confidence: 0.98,
		blockIndex: 0,
		direction: 0,
		source: 'scan, page 1.png',
	};
}

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'demo-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('text in a terminal', () => {
	test('Chinese characters take two columns, so columns of a table stay straight', () => {
		expect(displayWidth('申请人 A4：')).toBe(11);
		const lines = table(['words', 'x'], [['申请人', '5'], ['abc', '120']], ['x']).split('\n');
		expect(lines).toEqual(['words     x', '──────  ───', '申请人    5', 'abc     120']);
	});

	test('long words are cut to the width, control characters do not reach the terminal', () => {
		expect(fit('一二三四五', 7)).toBe('一二三…');
		expect(fit('short', 7)).toBe('short');
		expect(printable('a\u001b[31mb\n')).toBe('a�[31mb�');
	});
});

describe('the CSV file', () => {
	test('quotes what needs quotes and starts so that spreadsheets read Chinese', () => {
		const csv = toCsv([block('一, "二"')]);
		expect(csv.startsWith('\ufeffsource,page,blockIndex,words,')).toBe(true);
		expect(csv.split('\r\n')[1]).toBe('"scan, page 1.png",,0,"一, ""二""",0.98,1,2,11,8,1,2,11,2,11,8,1,8,0');
	});

	test.each([
		['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
		['@cmd', "'@cmd"],
		['-12.50', '-12.50'],
		['+86 755', '+86 755'],
		['-1+cmd', "'-1+cmd"],
	])('%s cannot run as a formula', (words, cell) => {
		expect(toCsv([block(words)])).toContain(`,0,${cell},0.98`);
	});
});

describe('what the user names', () => {
	test('a folder stands for its images in the order of their numbers', async () => {
		for (const name of ['page10.png', 'page2.JPG', 'notes.txt', '.hidden.png', 'scan.pdf']) await writeFile(path.join(folder, name), '');
		await mkdir(path.join(folder, 'more.png'));
		const inputs = await inputsOf('.', folder);
		expect(inputs.map(({ name }) => name)).toEqual(['page2.JPG', 'page10.png', 'scan.pdf']);
	});

	test('a folder without images is an error; a file may have any name, or be missing', async () => {
		await expect(inputsOf(folder, '/')).rejects.toThrow(/No image in the folder/);
		expect(await inputsOf('nowhere/scan', folder)).toEqual([{ kind: 'file', path: path.join(folder, 'nowhere/scan'), name: 'scan' }]);
	});

	test('a URL is named after its last part', async () => {
		const names = await Promise.all(['http://127.0.0.1:1/a/%E8%A1%A8.png?x=1', 'HTTPS://example.com/', 'http://%'].map((url) => inputsOf(url, folder)));
		expect(names.flat().map(({ kind, name }) => [kind, name])).toEqual([['url', '表.png'], ['url', 'image'], ['url', 'image']]);
	});
});

describe('result files', () => {
	test('keep the names of their images, and none is lost when names meet', async () => {
		const results = new ResultFolder(folder);
		for (const name of ['scan.png', 'Scan.jpg', 'scan.png', 'a/b:c.png']) await results.write(name, [block('x')], undefined);
		expect((await readdir(folder)).sort()).toEqual([
			'Scan.jpg.csv', 'Scan.jpg.json', 'a_b_c.csv', 'a_b_c.json', 'scan.csv', 'scan.json', 'scan.png.csv', 'scan.png.json',
		]);
	});

	test('hold the items as the node gave them, and say when there can be no picture', async () => {
		const written = await new ResultFolder(folder).write('scan.png', [block('x')], Buffer.from('no image'));
		expect(written.files.map((file) => path.basename(file))).toEqual(['scan.csv', 'scan.json']);
		expect(written.noPicture).toMatch(/format is unknown/);
		expect(JSON.parse(await readFile(path.join(folder, 'scan.json'), 'utf8'))).toEqual([block('x')]);
	});
});
