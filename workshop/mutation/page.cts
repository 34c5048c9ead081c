// The table of docs/testing.md between its two marks: what ran gets new figures, what did not keeps its row.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXCLUDED, EXCLUDED_INSIDE, GROUPS } from './groups.cts';
import { type Score, share } from './scores.cts';

const FILE = join(__dirname, '..', '..', 'docs', 'testing.md');
const BEGIN = '<!-- written by npm run test:mutation: begin -->';
const END = '<!-- written by npm run test:mutation: end -->';

/** @param part of the mutants that were tried, greater than 0, at most 1. @throws Error when the page has lost its marks. */
export async function writeScores(scores: ReadonlyMap<string, Score>, part: number): Promise<void> {
	await writeFile(FILE, withScores(await readFile(FILE, 'utf8'), scores, part));
}

export function withScores(page: string, scores: ReadonlyMap<string, Score>, part = 1): string {
	const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
	if (begin < 0 || end < begin) throw new Error('docs/testing.md has lost the marks around its table');
	const before = page.slice(begin, end).split('\n');
	const rows = GROUPS.map(({ name, files, bar }) => {
		const score = scores.get(name);
		if (!score) return before.find((line) => line.startsWith(`| ${name} |`)) ?? `| ${name} | ${where(files)} | ${bar} % | not measured yet | |`;
		return `| ${name} | ${where(files)} | ${bar} % | ${share(score)} % | ${score.noticed} of ${score.mutants}${part < 1 ? `, a sample of ${Number((part * 100).toFixed(1))} %` : ''} |`;
	});
	const table = ['| group | files | bar | noticed | mutants |', '| --- | --- | --- | --- | --- |', ...rows];
	const left = [...Object.entries(EXCLUDED).map(([reason, files]) => `- ${reason}: ${files.map((file) => `\`${file}\``).join(', ')}`), ...EXCLUDED_INSIDE.map((text) => `- ${text}`)];
	return `${page.slice(0, begin)}${[BEGIN, '', ...table, '', 'Left out:', '', ...left, '', ''].join('\n')}${page.slice(end)}`;
}

function where(files: readonly string[]): string {
	return files.map((file) => (file.startsWith('!') ? `without \`${file.slice(1)}\`` : `\`${file}\``)).join(', ');
}
