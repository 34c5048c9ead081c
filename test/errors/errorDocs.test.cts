import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ERROR_CATALOGUE } from '../../huaweiCloud/errors/catalogue.ts';
import { DOC_FILES, errorPage, type DocLanguage } from '../../workshop/tools/errorDocs.cts';

describe.each(['en', 'zh'] as DocLanguage[])('error page in %s', (language) => {
	const file = DOC_FILES[language];
	const page = readFileSync(path.join(__dirname, '..', '..', file), 'utf8');

	test(`${file} is what "npm run docs:errors" writes`, () => {
		expect(page).toBe(errorPage(language));
	});

	test('names every code with its remedy', () => {
		for (const { code, remedy } of ERROR_CATALOGUE) {
			expect(page).toContain(code);
			expect(page).toContain(remedy[language]);
		}
	});
});
