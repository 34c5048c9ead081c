// A page as Markdown: its layout says what is a title, a table or a paragraph.
import { textMarkdown, tableMarkdown } from '../../layout/markdown';
import { escapeInline, escapeLine } from '../../layout/markdown/escape';
import { mapInSteps, type Steps } from '../../turns/steps';
import { gridTable } from '../cells/gridTable';
import { layoutTexts, type LayoutText } from './layoutTexts';
import type { SmartResult, SmartTable } from './readSmartDocument';

/** '' for a page without text. */
export function* pageMarkdown(result: SmartResult): Steps<string> {
	const parts = yield* mapInSteps(yield* layoutTexts(result), (part) => partMarkdown(part, result));
	return parts
		.flat()
		.filter((text) => text !== '')
		.join('\n\n');
}

function* partMarkdown(part: LayoutText, { tables, forms, direction }: SmartResult): Steps<string[]> {
	const { block, lines } = part;
	const table = block?.table === undefined ? (block?.form === undefined ? undefined : forms[block.form]) : tables[block.table];
	if (table) return [yield* gridMarkdown(table, block?.table !== undefined), ...(yield* textMarkdown(part.others, direction))];
	switch (block?.type) {
		case 'title':
			return [`# ${escapeInline(lines.join(' '))}`];
		case 'sub_title':
			return [`## ${escapeInline(lines.join(' '))}`];
		case 'formula':
			return [`$$\n${lines.join('\n')}\n$$`];
		case 'directory':
			return [lines.map(escapeLine).join('  \n')];
		default:
			return yield* textOf(part, direction);
	}
}

/** Texts in their places make better paragraphs than the service's own text, where they are the same. */
function* textOf({ lines, told, listed, others }: LayoutText, direction: number): Steps<string[]> {
	const sizeOf = (texts: readonly string[]) => texts.join('').replace(/\s+/gu, '').length;
	const isSame = told.length === 0 || sizeOf(listed.map(({ words }) => words)) === sizeOf(told);
	const blocks = [...listed, ...others];
	return isSame && blocks.every(({ unlocated }) => !unlocated) ? yield* textMarkdown(blocks, direction) : [lines.map(escapeLine).join('  \n')];
}

function* gridMarkdown({ grid }: SmartTable, firstRowIsHeader: boolean): Steps<string> {
	const { columns, rows } = yield* gridTable(grid, { firstRowIsHeader, sectionColumn: false, mergedCells: 'firstCell', around: { above: [], below: [] } });
	if (columns.length === 0) return '';
	// Markdown tables need a head; names that stand for an empty one are not printed on the page.
	return tableMarkdown({ heads: columns.map((name, index) => (name === `column${index + 1}` ? '' : name)), rows });
}
