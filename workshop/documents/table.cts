// Draws a table and notes its cells.
import { widthOf, wrap } from './fonts.cts';
import type { TextStyle } from './fonts.cts';
import { joinLines } from './page.cts';
import type { Align, Page } from './page.cts';

export interface TableColumn {
	header: string;
	align: Align;
	/** Widest line in px before a cell wraps; a column without it never wraps. */
	wrapAt?: number;
}

export interface TableLook {
	/** 'grid': every cell framed; 'lines': rules between rows; 'ends': rules above, below and under the header. */
	rules: 'grid' | 'lines' | 'ends' | 'none';
	headerBold: boolean;
	headerFill?: string;
	stripes?: string;
	/** Where the lines of a cell stand when its row is higher. */
	vertical: 'top' | 'middle';
	/** Row height without wrapped lines, in em. */
	pitch: number;
}

/** Free space between the texts of neighbouring columns, in em; nearer ones would be read as one. */
const COLUMN_GAP = 1.6;
const LEADING = 1.35;

/**
 * Draws a table from `top` down over the full width between `left` and `right`, and adds it to the page's truth.
 * @returns the lower edge in px
 * @throws Error when the columns do not fit
 */
export function drawTable(
	page: Page,
	columns: readonly TableColumn[],
	rows: readonly string[][],
	area: { left: number; right: number; top: number },
	style: TextStyle,
	look: TableLook,
): number {
	const headerStyle = { ...style, bold: look.headerBold };
	const cellLines = (words: string, column: TableColumn, cellStyle: TextStyle) =>
		words === '' ? [] : column.wrapAt === undefined ? [words] : wrap(words, column.wrapAt, cellStyle);
	const all = [columns.map((column) => cellLines(column.header, column, headerStyle))].concat(
		rows.map((row) => columns.map((column, index) => cellLines(row[index] ?? '', column, style))),
	);

	const natural = columns.map((_, index) =>
		Math.max(...all.flatMap((row, rowIndex) => (row[index] ?? []).map((line) => widthOf(line, rowIndex === 0 ? headerStyle : style)))),
	);
	const gap = COLUMN_GAP * style.size;
	const spare = area.right - area.left - natural.reduce((sum, width) => sum + width + gap, 0);
	if (spare < 0) throw new Error(`A table is ${Math.ceil(-spare)} px too wide for its page`);
	const edges = [area.left];
	for (const width of natural) edges.push((edges.at(-1) ?? 0) + width + gap + spare / columns.length);

	const leading = style.size * LEADING;
	let top = area.top;
	const ruleColor = '#404040';
	if (look.rules !== 'none') page.rule(area.left, top, area.right, top, look.rules === 'ends' ? 2 : 1, ruleColor);
	for (const [rowIndex, row] of all.entries()) {
		const lineCount = Math.max(...row.map((lines) => lines.length));
		const height = look.pitch * style.size + (lineCount - 1) * leading;
		const bottom = top + height;
		const isHeader = rowIndex === 0;
		if (isHeader && look.headerFill !== undefined) page.fill(area.left, top, area.right, bottom, look.headerFill);
		else if (look.stripes !== undefined && rowIndex % 2 === 0) page.fill(area.left, top, area.right, bottom, look.stripes);
		const drawRow = () => {
			for (const [index, column] of columns.entries()) {
				const lines = row[index] ?? [];
				const [from, to] = [edges[index] ?? 0, edges[index + 1] ?? 0];
				const x = column.align === 'left' ? from + gap / 2 : column.align === 'right' ? to - gap / 2 : (from + to) / 2;
				const offset = look.vertical === 'top' ? 0 : ((lineCount - lines.length) * leading) / 2;
				for (const [lineIndex, line] of lines.entries()) {
					const middle = top + (look.pitch * style.size) / 2 + offset + lineIndex * leading;
					page.text(line, x, middle, isHeader ? headerStyle : style, column.align);
				}
			}
		};
		if (look.vertical === 'middle' && row.some((lines) => lines.length !== lineCount && lines.length > 0)) page.unordered(drawRow);
		else drawRow();
		const isLast = rowIndex === all.length - 1;
		if (look.rules === 'grid' || look.rules === 'lines' || (look.rules === 'ends' && (isHeader || isLast))) {
			page.rule(area.left, bottom, area.right, bottom, look.rules === 'ends' && isLast ? 2 : 1, ruleColor);
		}
		top = bottom;
	}
	if (look.rules === 'grid') for (const edge of edges) page.rule(edge, area.top, edge, top, 1, ruleColor);

	const [header = [], ...body] = all.map((row) => row.map(joinLines));
	page.tables.push({ header, rows: body });
	return top;
}
