// `npm start -- --document KIND`: draws a specimen, reads it with the node, and shows its fields.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { camelCase } from '../../huaweiCloud/catalogue/index.ts';
import { RESOURCES } from '../../nodes/HuaweiOcr/resources/index.ts';
import { kindsOf } from '../../nodes/HuaweiOcr/resources/resource.ts';
import { composeSpecimen, kindOf, SPECIMEN_KINDS, type SpecimenKind } from '../documents/specimens/kinds.cts';
import { toCsv } from './csv.cts';
import { drawPicture } from './picture.cts';
import type { FieldItem, Session } from '../harness/session.cts';
import { TABLE_DOCUMENTS } from './tables.cts';
import { fit, printable, table } from '../harness/terminal.cts';

const TEXT_LOCATION = 'return_text_location';
const VALUE_COLUMNS = 52;
const CSV_COLUMNS = ['source', 'kind', 'objectIndex', 'side', 'list', 'line', 'name', 'value', 'confidence', 'left', 'top', 'right', 'bottom'];

/** The names for `--document`, with what they are. */
export function listOfKinds(): string {
	const kinds = [...SPECIMEN_KINDS.map((kind) => [kind, kindOf(kind).title] as const), ...[...TABLE_DOCUMENTS].map(([name, { title }]) => [name, title] as const)];
	const width = Math.max(...kinds.map(([name]) => name.length));
	return kinds.map(([name, title]) => `  ${name.padEnd(width)}  ${title}`).join('\n');
}

/** @throws Error naming the kinds there are. */
export function specimenKind(name: string): SpecimenKind {
	const kind = SPECIMEN_KINDS.find((one) => one === name);
	if (kind === undefined) throw new Error(`There is no document "${name}". Documents:\n${listOfKinds()}`);
	return kind;
}

/** @throws Error for a name that `--document` does not know */
export function checkKind(name: string): void {
	if (!TABLE_DOCUMENTS.has(name)) specimenKind(name);
}

/** Parameters of the node that read a specimen: all its fields, one item each, with their places where the operation can tell them. */
export function parametersFor(kind: SpecimenKind): INodeParameters {
	const { operation, request = {} } = kindOf(kind);
	const { resource, documentType, switches } = readerOf(operation);
	const asked = Object.entries({ ...request, ...(switches.includes(TEXT_LOCATION) ? { [TEXT_LOCATION]: true } : {}) });
	return {
		resource,
		...(documentType === undefined ? {} : { documentType }),
		operation: 'fieldList',
		simplify: false,
		options: Object.fromEntries(asked.map(([name, value]) => [camelCase(name), value as string | boolean])),
	};
}

/** What of the node reads an operation of the API, and its switches by Huawei's names. @throws Error when nothing does */
function readerOf(operation: string): { resource: string; documentType?: string; switches: string[] } {
	for (const resource of RESOURCES) {
		for (const { documentType, kind } of kindsOf(resource)) {
			if (resource.value === 'other' || kind.api.path !== operation) continue;
			return { resource: resource.value, ...(documentType === undefined ? {} : { documentType }), switches: kind.switches.map(({ field }) => field) };
		}
	}
	throw new Error(`No resource of the node reads ${operation}`);
}

/** Writes KIND.png, KIND.json, KIND.csv and, where fields have places, KIND.boxes.png. @returns what to print */
export async function readDocument(kind: SpecimenKind, seed: string, session: Session, folder: string): Promise<string> {
	const { image } = await composeSpecimen(kind, seed).render();
	const fields = await session.readFields({ bytes: image, fileName: `${kind}.png` }, parametersFor(kind));
	await mkdir(folder, { recursive: true });
	const placed = fields.filter(({ location }) => location !== undefined);
	const files: Array<[string, string | Buffer]> = [
		[`${kind}.png`, image],
		[`${kind}.json`, `${JSON.stringify(fields, null, 2)}\n`],
		[`${kind}.csv`, toCsv(fields, CSV_COLUMNS)],
	];
	if (placed.length > 0) files.push([`${kind}.boxes.png`, await drawPicture(image, 1, placed)]);
	for (const [name, contents] of files) await writeFile(path.join(folder, name), contents);
	return `${linesOf(fields)}\n→ ${files.map(([name]) => name).join(', ')}`;
}

function linesOf(fields: readonly FieldItem[]): string {
	const rows = fields.map((field) => [
		nameOf(field),
		fit(valueOf(field), VALUE_COLUMNS),
		field.confidence === undefined ? '' : field.confidence.toFixed(2),
	]);
	return table(['field', 'value', 'confidence'], rows, ['confidence']);
}

/** Lines of a value on one line; of a document that could not be read, why. */
function valueOf({ value, error }: FieldItem): string {
	const shown = error ?? value ?? '';
	return printable((typeof shown === 'string' ? shown : JSON.stringify(shown)).replace(/\n/g, ' / '));
}

/** `train_ticket.name`, `item_list[0].amount` */
function nameOf({ name, kind, side, list, line, error }: FieldItem): string {
	if (error !== undefined) return '(not read)';
	const owner = kind ?? side;
	return `${owner === undefined ? '' : `${owner}.`}${list === undefined ? '' : `${list}[${line ?? 0}].`}${name}`;
}
