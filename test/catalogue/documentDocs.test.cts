import { readFileSync } from 'node:fs';
import path from 'node:path';

import { CATALOGUE } from '../../huaweiCloud/catalogue/index.ts';
import { documentsPage, DOCUMENTS_PAGE } from '../../workshop/tools/documentDocs.cts';

const page = readFileSync(path.join(__dirname, '../..', DOCUMENTS_PAGE), 'utf8');

test('docs/documents.md is what "npm run docs:documents" writes', () => {
	expect(page).toBe(documentsPage());
});

test('has a row for each operation, with a picture for each document type', () => {
	for (const { name, family } of CATALOGUE) {
		expect(page).toContain(`| ${name}`);
		if (family) expect(page).toContain(`![${name}](images/documents/`);
	}
});
