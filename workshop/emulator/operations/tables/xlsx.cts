// Small Excel workbooks: one sheet of texts with merged cells (ECMA-376), in a ZIP file.
import { crc32, deflateRawSync } from 'node:zlib';

export interface SheetCell {
	row: number;
	column: number;
	rowSpan: number;
	columnSpan: number;
	text: string;
}

/** @returns base64 of the file; the same cells give the same bytes */
export function xlsx(cells: readonly SheetCell[]): string {
	return zip([
		['[Content_Types].xml', CONTENT_TYPES],
		['_rels/.rels', relations('officeDocument', 'xl/workbook.xml')],
		['xl/workbook.xml', WORKBOOK],
		['xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml')],
		['xl/worksheets/sheet1.xml', sheet(cells)],
	]).toString('base64');
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES =
	`${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
	`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`;

const WORKBOOK = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`;

function relations(kind: string, target: string): string {
	return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;
}

function sheet(cells: readonly SheetCell[]): string {
	const rows = new Map<number, SheetCell[]>();
	for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
	const data = [...rows]
		.sort(([a], [b]) => a - b)
		.map(([row, own]) => `<row r="${row + 1}">${[...own].sort((a, b) => a.column - b.column).map(cellXml).join('')}</row>`)
		.join('');
	const merged = cells.filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1).map((cell) => `<mergeCell ref="${rangeOf(cell)}"/>`);
	return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : ''}</worksheet>`;
}

function cellXml({ row, column, text }: SheetCell): string {
	if (text === '') return '';
	return `<c r="${nameOf(row, column)}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function rangeOf({ row, column, rowSpan, columnSpan }: SheetCell): string {
	return `${nameOf(row, column)}:${nameOf(row + rowSpan - 1, column + columnSpan - 1)}`;
}

/** "C2" of row 1, column 2. */
function nameOf(row: number, column: number): string {
	let letters = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	return `${letters}${row + 1}`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** 1 January 1980, the first day that a ZIP file knows. */
const DATE = 0x21;
const DEFLATED = 8;
const VERSION = 20;

function zip(files: ReadonlyArray<readonly [name: string, text: string]>): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of files) {
		const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
		const packed = deflateRawSync(bytes);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(VERSION, 0);
		common.writeUInt16LE(DEFLATED, 4);
		common.writeUInt16LE(DATE, 8);
		common.writeUInt32LE(crc32(bytes), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(bytes.length, 18);
		common.writeUInt16LE(title.length, 22);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, packed);
		directory.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([VERSION, 0]), common, place, title);
		offset += 4 + common.length + title.length + packed.length;
	}
	const list = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(files.length, 4);
	end.writeUInt16LE(files.length, 6);
	end.writeUInt32LE(list.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
