// Writes docs/documents.md from the catalogue of Huawei's operations and the node's resources: `npm run docs:documents`.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { CATALOGUE, findOperation, type ApiSwitch, type CatalogueRow } from '../../huaweiCloud/catalogue/index.ts';
import { RESOURCES } from '../../nodes/HuaweiOcr/resources/index.ts';
import { kindsOf, type Kind } from '../../nodes/HuaweiOcr/resources/resource.ts';

const ROOT = path.join(__dirname, '..', '..');
export const DOCUMENTS_PAGE = 'docs/documents.md';
const PICTURES = 'images/documents';

const INTRO = `# Documents

What the node reads, and what comes out of it. This page is made by \`npm run docs:documents\` from the tables that the node
itself uses; do not edit it by hand. The pictures are specimens of our own with invented contents;
\`npm start -- --document vat-invoice\` reads one (\`--list\` names them).

Values are texts as they are printed, \`""\` where the document has none. Fields that the service adds later are passed on
under its own names.

Before the first run, n8n shows the next node the fields of a resource and an operation
(\`__schema__/v1.0.0/RESOURCE/OPERATION.json\`; its path has no place for a Document Type). Of invoices and cards these are only
the ones that all document types have: the others are in the tables below.

## Operations on documents

| operation | items | fields |
| --- | --- | --- |
| Get Fields | one per image or page | the document's fields by the service's names, lists nested; a card whose two sides were asked for is one item (what differs on the back: \`<name>_back\`) |
| Get Line Items | one per line | the fields of the line, \`list\`, \`lineIndex\`, and the fields of the document; a line's field that the document has, too, as \`item_<name>\` |
| Get Objects | one per document, receipt or seal | \`kind\`, its fields, bounding box, \`confidence\`; without *Simplify* also \`objectIndex\`, \`objectCount\` and corners |
| Get Field List | one per field | \`name\`, \`value\`, \`confidence\`, bounding box where the service gives a position; of lines \`list\` and \`line\`, of cards \`side\` |
| Get Raw Result | one per image or page | the service's \`result\`; a list as \`result\` |

Portraits, pictures of seals and Excel files become binary data of the item (\`portrait_image\`, \`seal_image\`, \`excel\`), never
base64 in JSON; in the raw result the name of the binary field stands in their place. Everything else of the raw result is as
the service sent it: a text that holds base64, such as a message of a failed document, stays untouched.

**Typed Values** adds a number beside each amount and an ISO date beside each date: \`total_number\` beside \`total\`,
\`issue_date_iso\` beside \`issue_date\` (in Get Field List as \`number\` and \`iso\`). \`null\` stands there when the text is not clearly
one. A month such as \`05/27\` becomes \`2027-05\`.

**Min Confidence** marks items with \`needsReview\` and \`fieldsToReview\`, where the service says how sure it is. ID cards, driver and
vehicle licenses, business cards and bank receipts come without confidence; VAT and vehicle sales invoices with it only
when *Advanced Mode* or *Return Confidence* is on.

**Several documents on a page** (Mixed Cards and Tickets): one that was found and could not be read is an error item, or stops
the node, as a page would; the others stay. Each document that was read is billed: \`billedDocuments\` and a hint say how many.

Operations are subscribed one by one, per region. A hint and the error of an operation that is not subscribed say where it is
known to be offered.
`;

const HEAD = ['Document', 'Files', 'Switches', 'Output fields', 'Regions'];

/** The page as it should be. */
export function documentsPage(): string {
	const sections = RESOURCES.filter(({ value }) => value !== 'other').map((resource) => {
		const rows = kindsOf(resource).map(({ kind }) => rowOf(kind));
		return `## ${resource.name}\n\n${resource.description}.\n\nOperations: ${resource.operations.map(({ name }) => name).join(', ')}.\n\n${table(HEAD, rows)}`;
	});
	return `${[INTRO.trimEnd(), ...sections, others()].join('\n\n')}\n`;
}

function rowOf({ api, operations, switches }: Kind): string[] {
	const row = findOperation(api.path);
	if (!row) throw new TypeError(`The catalogue has no ${api.path}`);
	const picture = `${PICTURES}/${pictureOf(row)}.jpg`;
	const shown = existsSync(path.join(ROOT, 'docs', picture)) ? `<br>![${row.name}](${picture})` : '';
	return [
		`${row.name}${shown}`,
		filesOf(row),
		switches.map(({ property }) => property.displayName).sort().join(', ') || '–',
		fieldsOf(row) || operations.map(({ name, outputFields }) => `${name}: ${code(Object.keys(outputFields))}`).join('<br>'),
		regionsOf(row),
	];
}

function pictureOf({ path: api, value }: CatalogueRow): string {
	if (value === 'generalTable') return 'table';
	if (value === 'smartDocument') return 'smart-document';
	return value === 'mixed' ? 'mixed' : api;
}

function filesOf({ formats, firstPageOnly, shortestSide, longestSide }: CatalogueRow): string {
	const names = formats.map((format) => (format === 'PDF' && firstPageOnly ? 'PDF (first page)' : format));
	return `${names.join(', ')}; ${shortestSide}–${longestSide} px`;
}

function fieldsOf({ fields }: CatalogueRow): string {
	return code(Object.entries(fields).map(([name, kind]) => (kind === 'lines' || kind === 'list' ? `${name}[]` : name)));
}

function regionsOf({ regions = [], retired }: CatalogueRow): string {
	return [regions.join(', ') || 'not known', ...(retired === undefined ? [] : [`**fading**: ${retired}`])].join('; ');
}

/** Operations that have no resource of their own. */
function others(): string {
	const offered = new Set(RESOURCES.flatMap((resource) => kindsOf(resource).map(({ kind }) => kind.api.path)));
	const rows = CATALOGUE.filter(({ path: api }) => !offered.has(api)).map((row) => [
		`\`${row.path}\``,
		row.name,
		filesOf(row),
		row.switches.map(switchOf).join(', ') || '–',
		row.path === 'invoice-verification' ? 'takes no file: use n8n\'s HTTP Request node with the credential' : regionsOf(row),
	]);
	return `## Other

Any operation of the API by its path, with its request fields as JSON, for Get Fields and Get Raw Result. Of the operations below the
node knows how the file is sent; for others the options Image Field and Page Field say it.

${table(['API Path', 'Document', 'Files', 'Request Fields', 'Regions'], rows)}`;
}

function switchOf({ field }: ApiSwitch): string {
	return `\`${field}\``;
}

function code(names: readonly string[]): string {
	return names.map((name) => `\`${name}\``).join(', ');
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

if (require.main === module) writeFileSync(path.join(ROOT, DOCUMENTS_PAGE), documentsPage());
