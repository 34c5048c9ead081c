// Every request field that docs/operations.md has for the operations on tables can be sent.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { operationAt } from '../../huaweiCloud/catalogue/index.ts';
import { generalTable } from '../../nodes/HuaweiOcr/resources/generalTable/index.ts';
import { smartDocument } from '../../nodes/HuaweiOcr/resources/smartDocument/index.ts';
import { readAnswers } from './answers.cts';

const DOSSIER = readFileSync(path.join(__dirname, '../../docs/operations.md'), 'utf8');

/** Fields of the request table of a section: what stands in backticks in the first cell of its lines. */
function requestFields(section: number): string[] {
	const text = DOSSIER.split(new RegExp(`^## ${section}\\. `, 'mu'))[1]?.split(/^(?:## |Response:)/mu)[0] ?? '';
	return text.split('\n').flatMap((line) => [...(/^\|([^|]+)\|/u.exec(line)?.[1] ?? '').matchAll(/`([a-z_]+)`/gu)].map(([, name = '']) => name));
}

/** Sent by the node itself, or in a way of its own. */
const FILE = ['image', 'data', 'url', 'pdf_page_number'];

test.each([
	['general-table', 3, []],
	// kv_map is JSON text, and asked for by operations.
	['smart-document-recognizer', 4, ['kv_map']],
])('%s: section %d', (api, section, others) => {
	const wanted = requestFields(section).filter((field) => !FILE.includes(field));
	expect(wanted.length).toBeGreaterThan(5);
	expect([...operationAt(api).switches.map(({ field }) => field), ...others].sort()).toStrictEqual([...wanted].sort());
});

test('the panel offers each switch for Get Raw Result, and sends it', () => {
	for (const { value, switches, operations, api } of [generalTable, smartDocument]) {
		const raw = operations.find((operation) => operation.value === 'raw');
		const offered = [...switches.map(({ property }) => property), ...(raw?.options ?? [])].filter(({ type }) => type === 'boolean');
		const options = Object.fromEntries(offered.map(({ name }) => [name, true]));
		const { fields } = readAnswers({ resource: value, operation: 'raw', options }, []);
		const booleans = operationAt(api.path).switches.filter(({ values }) => values === undefined);
		expect(Object.keys(fields).sort()).toStrictEqual(booleans.map(({ field }) => field).sort());
	}
});
