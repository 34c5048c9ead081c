// Comments cite docs/contract.md ("contract 7.4", in emulator and checks also "(7.4)" or "15.2 row 5a") and
// docs/operations.md ("operations 5"). What they cite has to be there.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const FOLDERS = ['credentials', 'huaweiCloud', 'nodes', 'test', 'workshop'];

/** Section numbers, and rows of numbered tables as `15.2 row 5a`. */
function sectionsOf(document: string): Set<string> {
	const found = new Set<string>();
	let section = '';
	for (const line of readFileSync(join(ROOT, 'docs', document), 'utf8').split('\n')) {
		const heading = /^#{2,3} (\d+(?:\.\d+)?)\.? /.exec(line);
		if (heading?.[1]) found.add((section = heading[1]));
		const row = /^\| (\d+[a-d]?) \|/.exec(line);
		if (row?.[1]) found.add(`${section} row ${row[1]}`);
	}
	return found;
}

interface Reference {
	document: 'contract.md' | 'operations.md';
	section: string;
}

const LIST = String.raw`(\d+(?:\.\d+)?(?:(?:, | and )\d+(?:\.\d+)?)*)(?![\d.]*\d)`;
const NAMED = new RegExp(String.raw`\b(contract|operations|(?<!RFC \d+, )sections?) ${LIST}`, 'gi');
/** Only where the emulator and its checks speak: there a bare number is a section of the contract. */
const BARE = /\((\d{1,2}\.\d{1,2})(?=[ ,;:)])/g;
const ROWS = /\b(15\.[23]) rows? (\d+[a-d]?)\b/g;

/** @param file path from the top of the project. */
function referencesIn(file: string, text: string): Reference[] {
	const found: Reference[] = [];
	for (const line of text.split('\n').filter(isComment)) {
		for (const [, name = '', list = ''] of line.matchAll(NAMED)) {
			const document = name.toLowerCase() === 'operations' ? 'operations.md' : 'contract.md';
			found.push(...list.split(/, | and /).map((section): Reference => ({ document, section })));
		}
		if (!/^workshop\/(emulator|checks)\//.test(file)) continue;
		for (const [, section = ''] of line.matchAll(BARE)) found.push({ document: 'contract.md', section });
		for (const [, section = '', row = ''] of line.matchAll(ROWS)) found.push({ document: 'contract.md', section: `${section} row ${row}` });
	}
	return found;
}

function isComment(line: string): boolean {
	return /\/\/|\/\*|^\s*\*/.test(line);
}

const SECTIONS = { 'contract.md': sectionsOf('contract.md'), 'operations.md': sectionsOf('operations.md') };
const isThere = ({ document, section }: Reference): boolean => SECTIONS[document].has(section);

const sources = FOLDERS.flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.c?ts$/.test(name))
		.map((name) => join(ROOT, folder, name)),
).map((file) => ({ file: relative(ROOT, file), text: readFileSync(file, 'utf8') }));

test('every cited section is there', () => {
	const dead = sources.flatMap(({ file, text }) =>
		referencesIn(file, text)
			.filter((reference) => !isThere(reference))
			.map(({ document, section }) => `${file}: ${document} ${section}`),
	);
	expect(dead).toEqual([]);
});

test('citations are found in all their forms', () => {
	const all = sources.filter(({ file }) => !file.startsWith('test/checks/')).flatMap(({ file, text }) => referencesIn(file, text));
	expect(all.length).toBeGreaterThan(80);
	const emulator = 'workshop/emulator/a.cts';
	const cited = (line: string, file = emulator): string[] => referencesIn(file, line).map(({ section }) => section);
	expect(cited('// contract 2.6, 7 and 7.4')).toEqual(['2.6', '7', '7.4']);
	expect(cited('/** as sections 5 and 6.1 say */')).toEqual(['5', '6.1']);
	expect(cited('// limit (5.4), row (15.2 row 5a)')).toEqual(['5.4', '15.2', '15.2 row 5a']);
	expect(cited('// limit (5.4)', 'nodes/a.ts')).toEqual([]);
	expect(cited('// RFC 9110, section 5.6.7')).toEqual([]);
	expect(referencesIn(emulator, '// operations 5')).toEqual([{ document: 'operations.md', section: '5' }]);
	expect(isThere({ document: 'contract.md', section: '7.9' })).toBe(false);
	expect(isThere({ document: 'contract.md', section: '15.2 row 99' })).toBe(false);
});
