// Pictures and tables inside answers: binary data, never base64 in JSON.
import { FileRow } from '../../../nodes/HuaweiOcr/resources/row.ts';
import { takeFiles } from '../../../nodes/HuaweiOcr/resources/answerFiles.ts';
import { mapBack } from '../../../nodes/HuaweiOcr/pictures/mapBack.ts';
import { Report } from '../../../nodes/HuaweiOcr/report/report.ts';
import { runAtOnce } from '../../../nodes/HuaweiOcr/turns/steps.ts';
import { jsonOf, PNG, rowsOf } from './document.cts';

const XLSX = Buffer.from('PK\x03\x04..............xl/workbook.xml', 'latin1').toString('base64');
const filesOf = (row: unknown) => (row instanceof FileRow ? Object.fromEntries(Object.entries(row.files).map(([name, { extension, content }]) => [name, `${extension} ${content.length}`])) : {});

test('a portrait becomes a file of the item, in Fields and in the raw result', () => {
	const result = { name: 'A', portrait_image: PNG, portrait_location: [[1, 2], [3, 2], [3, 4], [1, 4]] };
	const fields = rowsOf({ resource: 'card', documentType: 'idCard', operation: 'fields' }, structuredClone(result));
	expect(fields.map(filesOf)).toStrictEqual([{ portrait_image: 'png 68' }]);
	expect((fields[0] as FileRow).json).toStrictEqual({ name: 'A', portrait_location: result.portrait_location, source: 'scan.png' });
	const [raw] = rowsOf({ resource: 'card', documentType: 'idCard', operation: 'raw' }, structuredClone(result));
	expect(filesOf(raw)).toStrictEqual({ portrait_image: 'png 68' });
	expect((raw as FileRow).json).toMatchObject({ name: 'A', portrait_image: 'portrait_image' });
});

test('each seal has its own picture, the page without seals goes with the first', () => {
	const seal = (text: string) => ({ type: 'circle', words_block_list: [{ words: text }], seal_image: PNG });
	const result = { seal_list: [seal('A'), seal('B')], erased_seal_image: PNG };
	const rows = rowsOf({ resource: 'seal', operation: 'objects' }, structuredClone(result));
	expect(rows.map(filesOf)).toStrictEqual([{ seal_image: 'png 68', erased_seal_image: 'png 68' }, { seal_image: 'png 68' }]);
	const [raw] = rowsOf({ resource: 'seal', operation: 'raw' }, structuredClone(result));
	const names = Object.keys(filesOf(raw)).sort();
	expect(names).toStrictEqual(['erased_seal_image', 'seal_image', 'seal_image_2']);
	const { seal_list: seals } = (raw as FileRow).json as unknown as { seal_list: Array<{ seal_image: string }> };
	expect(seals.map(({ seal_image }) => seal_image).sort()).toStrictEqual(['seal_image', 'seal_image_2']);
});

test('what is not the promised file is left out and told', () => {
	const report = new Report();
	const row = jsonOf({ resource: 'card', documentType: 'idCard', operation: 'fields' }, { name: 'A', portrait_image: XLSX, adjusted_image: 'no picture' }, report);
	expect(row).toStrictEqual([{ name: 'A', portrait_image: null, adjusted_image: null, source: 'scan.png' }]);
	expect(report.facts.remarks).toStrictEqual([
		'"scan.png": portrait_image was left out, since it was no file of the kind that it should be.',
		'"scan.png": adjusted_image was left out, since it was no file of the kind that it should be.',
	]);
});

test.each([
	['cut', PNG.slice(0, 40) + '!!!!!!!!' + PNG.slice(48)],
	['of a head alone that is no base64 further on', `${PNG.slice(0, 24)}${'語'.repeat(30)}`],
	['too long', PNG + 'A'.repeat(24 * 1024 * 1024)],
])('base64 that is %s is no file', (_what, text) => {
	const result = { portrait_image: text };
	expect(runAtOnce(takeFiles(result))).toStrictEqual({ files: {}, unreadableFiles: ['portrait_image'] });
	expect(result).toStrictEqual({ portrait_image: null });
});

test('base64 in lines, with padding or with a data: head is one', () => {
	const lines = (PNG.match(/.{1,20}/g) ?? []).join('\r\n');
	const taken = runAtOnce(takeFiles([{ a_image: lines, b_image: `data:image/png;base64,${PNG}`, excel: XLSX }]));
	expect(Object.entries(taken.files).map(([name, { content }]) => [name, content.length]).sort()).toStrictEqual([['a_image', 68], ['b_image', 68], ['excel', 33]]);
});

test('a file under any name is found by its content, a short text is a text', () => {
	const long = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(2000, 1)]).toString('base64');
	const result = { 'new/key': long, note: PNG, empty_image: '' };
	expect(Object.keys(runAtOnce(takeFiles(result)).files)).toStrictEqual(['new_key']);
	expect(result).toStrictEqual({ 'new/key': 'new_key', note: PNG, empty_image: '' });
});

test('a file is found in a list that begins with a number', () => {
	const result = [1, { seal_image: PNG }];
	expect(Object.keys(runAtOnce(takeFiles(result)).files)).toStrictEqual(['seal_image']);
	expect(result).toStrictEqual([1, { seal_image: 'seal_image' }]);
});

test('no more than 200 files of a page', () => {
	const { files, unreadableFiles } = runAtOnce(takeFiles(Array.from({ length: 203 }, () => ({ seal_image: PNG }))));
	expect([Object.keys(files).length, unreadableFiles.length]).toStrictEqual([200, 3]);
});

test('files survive the mapping of positions; confidence of a place is no position', () => {
	const result = { files: { a: { content: Buffer.from('abc') } }, raw: { location: 'Northport', confidence: { location: 0.98 }, image_location: [[10, 20]] } };
	expect(runAtOnce(mapBack(result, 0.5))).toStrictEqual({ files: { a: { content: Buffer.from('abc') } }, raw: { location: 'Northport', confidence: { location: 0.98 }, image_location: [[20, 40]] } });
});
