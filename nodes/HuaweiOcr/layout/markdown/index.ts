// Words blocks → Markdown, short enough for language models and vector stores.
import { mapInSteps, runAtOnce, type Steps } from '../../turns/steps';
import { framesInRegions } from '../page/regions';
import { tablesOfRegions } from '../tables';
import type { Table } from '../tables';
import type { WordsBlock } from '../../result/types';
import { escapeCell } from './escape';
import { pageLines } from './pageLines';
import type { PageLine } from './pageLines';
import { toParagraphs } from './paragraphs';
import { placeTables } from './placeTables';
import type { PlacedTable } from './placeTables';

export interface MarkdownPage {
	blocks: readonly WordsBlock[];
	/** The service's `direction` in degrees; negative when unknown. */
	direction: number;
	/** The page's tables, where they have been read already; else they are read here. */
	tables?: readonly Table[];
}

/** Between the pages of a document: a rule. */
export const PAGE_BREAK = '\n\n---\n\n';

/**
 * Pages of one document as Markdown: headings by the size of their text, paragraphs, lists, tables in
 * the place where they stand. Every block with words is in it exactly once; characters that Markdown
 * would take for markup are escaped. '' for a document without text.
 */
export function* markdownInSteps(pages: readonly MarkdownPage[]): Steps<string> {
	const texts = yield* mapInSteps(pages, pageMarkdown);
	return texts.filter((text) => text !== '').join(PAGE_BREAK);
}

/** The same in one piece. */
export function toMarkdown(pages: readonly MarkdownPage[]): string {
	return runAtOnce(markdownInSteps(pages));
}

/** Paragraphs and lists of texts that belong together. */
export function* textMarkdown(blocks: readonly WordsBlock[], direction: number): Steps<string[]> {
	return toParagraphs(yield* pageLines(yield* framesInRegions(blocks, direction))).filter((part) => part !== '');
}

function* pageMarkdown({ blocks, direction, tables }: MarkdownPage): Steps<string> {
	const frames = yield* framesInRegions(blocks, direction);
	yield;
	const lines = yield* pageLines(frames);
	yield;
	const placed = yield* placeTables(lines, tables ?? (yield* tablesOfRegions(frames)));
	const parts: string[] = [];
	let next = 0;
	for (const table of placed) {
		yield;
		parts.push(...toParagraphs(lines.slice(next, table.from)), tableMarkdown(table), ...restOf(lines, table));
		next = table.to;
	}
	parts.push(...toParagraphs(lines.slice(next)));
	return parts.filter((part) => part !== '').join('\n\n');
}

/** A table of GitHub Flavored Markdown. */
export function tableMarkdown({ heads, rows }: Pick<PlacedTable, 'heads' | 'rows'>): string {
	const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
	return [line(heads), `|${heads.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

/** What stands between the lines of a table but is not in it follows the table. */
function restOf(lines: readonly PageLine[], { from, to, rest }: PlacedTable): string[] {
	if (rest.length === 0) return [];
	const left = new Set(rest);
	return toParagraphs(
		lines.slice(from, to).flatMap((line) => {
			const blocks = line.blocks.filter((block) => left.has(block));
			return blocks.length > 0 ? [{ ...line, blocks, text: blocks.map(({ words }) => words.trim()).join(' ') }] : [];
		}),
	);
}
