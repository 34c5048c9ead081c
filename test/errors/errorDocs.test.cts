import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ERROR_CATALOGUE } from '../../huaweiCloud/errors/catalogue.ts';
import { NODE_CODES } from '../../nodes/HuaweiOcr/errors/nodeCodes.ts';
import { DOC_FILES, docText, errorPage, type DocLanguage } from '../../workshop/tools/errorDocs.cts';
import { CHINESE_TEXTS } from '../../workshop/tools/errorTranslations.cts';

const ROOT = path.join(__dirname, '..', '..');

describe.each(['en', 'zh'] as DocLanguage[])('error page in %s', (language) => {
	const file = DOC_FILES[language];
	const page = readFileSync(path.join(ROOT, file), 'utf8');

	test(`${file} is what "npm run docs:errors" writes`, () => {
		expect(page).toBe(errorPage(language));
	});

	test('names every code with its remedy', () => {
		for (const { code, also = [], remedy } of ERROR_CATALOGUE) {
			for (const each of [code, ...also]) expect(page).toContain(each);
			expect(page).toContain(docText(remedy, language));
		}
		for (const code of Object.keys(NODE_CODES)) expect(page).toContain(`| ${code} |`);
		expect(page).not.toMatch(/\{(operation|endpoint|host|project|proof)\}/);
	});
});

test('every text has a translation, and every translation a text', () => {
	const texts = new Set(ERROR_CATALOGUE.flatMap(({ cause, remedy }) => [cause, remedy]));
	expect([...CHINESE_TEXTS.keys()].sort()).toEqual([...texts].sort());
	for (const [english, chinese] of CHINESE_TEXTS) {
		expect(chinese).toMatch(/\p{Script=Han}.*。$/u);
		const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
		expect(names(chinese)).toEqual(names(english));
	}
});

/** Every `Node.…` in quotes in the product's sources. */
function codesInSources(): Set<string> {
	const files = ['nodes', 'credentials', 'huaweiCloud'].flatMap((folder) =>
		readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts') && !name.endsWith('nodeCodes.ts'))
			.map((name) => path.join(ROOT, folder, name)),
	);
	const quoted = /['"`](Node\.[A-Z]\w+)(?=['"` ])/g;
	return new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(quoted)].map(([, code]) => code ?? '')));
}

test("the node's own codes are exactly those of nodeCodes.ts and of the catalogue", () => {
	const catalogue = ERROR_CATALOGUE.map(({ code }) => code).filter((code) => code.startsWith('Node.'));
	const listed = [...Object.keys(NODE_CODES), ...catalogue];
	const missing = [...codesInSources()].filter((code) => !listed.includes(code));
	// Add a missing one to nodeCodes.ts and errorTranslations.cts, then run "npm run docs:errors".
	expect(missing).toEqual([]);
	expect(new Set(listed).size).toBe(listed.length);
	expect(Object.keys(NODE_CODES).filter((code) => !codesInSources().has(code))).toEqual([]);
});
