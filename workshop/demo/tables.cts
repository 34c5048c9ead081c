// `npm start -- --document table` and `smart-document`: specimens that are read into rows or parts instead of fields.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { pageSpecimen, renderPage } from '../documents/pageSpecimens.cts';
import { renderSpecimen, tableSpecimen } from '../documents/tableSpecimens.cts';
import { toCsv } from './csv.cts';
import type { Session } from '../harness/session.cts';
import { fit, printable, table } from '../harness/terminal.cts';

interface TableDocument {
	/** In English, for people. */
	title: string;
	parameters: INodeParameters;
	/** Fields of the items that are shown; undefined: all. */
	columns?: readonly string[];
	draw: (number: number) => Promise<Buffer>;
}

const UPRIGHT = { turn: 0, scale: 1 };
const COLUMN_WIDTH = 60;

export const TABLE_DOCUMENTS: ReadonlyMap<string, TableDocument> = new Map([
	[
		'table',
		{
			title: 'Delivery note with a table, its rows',
			parameters: { resource: 'generalTable', operation: 'table', options: { mergedCells: 'repeat', rowOrigin: false } },
			draw: async (number) => (await renderSpecimen(tableSpecimen('delivery-note', number), UPRIGHT)).image,
		},
	],
	[
		'smart-document',
		{
			title: 'Page with title, paragraphs, table and picture, its parts',
			parameters: { resource: 'smartDocument', operation: 'layoutBlocks', simplify: true },
			columns: ['type', 'text', 'left', 'top', 'right', 'bottom'],
			draw: async (number) => (await renderPage(pageSpecimen(number), UPRIGHT)).image,
		},
	],
]);

/** Writes NAME.png, NAME.json and NAME.csv. @returns what to print */
export async function readTableDocument(name: string, { parameters, columns, draw }: TableDocument, seed: string, session: Session, folder: string): Promise<string> {
	const image = await draw(numberOf(seed));
	const items = await session.readItems({ bytes: image, fileName: `${name}.png` }, parameters);
	const shown = columns ?? Object.keys(items[0] ?? {});
	const files: Array<[string, string | Buffer]> = [
		[`${name}.png`, image],
		[`${name}.json`, `${JSON.stringify(items, null, 2)}\n`],
		[`${name}.csv`, toCsv(items, shown)],
	];
	await mkdir(folder, { recursive: true });
	for (const [file, contents] of files) await writeFile(path.join(folder, file), contents);
	const textOf = (value: unknown): string => fit(printable((typeof value === 'string' ? value : JSON.stringify(value ?? '')).replace(/\n/g, ' / ').replace(/\t/g, ' | ')), COLUMN_WIDTH);
	return `${table(shown, items.map((item) => shown.map((column) => textOf(item[column]))), [])}\n→ ${files.map(([file]) => file).join(', ')}`;
}

/** Specimens of tables are numbered; any text may be a seed. */
function numberOf(seed: string): number {
	return /^\d{1,6}$/.test(seed) ? Number(seed) : Array.from(seed).reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0);
}
