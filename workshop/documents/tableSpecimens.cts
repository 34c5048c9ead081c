// Tables whose cells are known: ruled, without rules, with merged cells; for what finds cells in pictures.
// Same seed, same picture.
import { compose } from './compose.cts';
import { widthOf, wrap } from './fonts.cts';
import { type Align, joinLines, Page } from './page.cts';
import { Random } from './random.cts';
import { money, Texts } from './texts.cts';
import type { RenderedDocument } from './types.cts';

export interface SpecimenCell {
	row: number;
	column: number;
	rowSpan: number;
	columnSpan: number;
	text: string;
	align?: Align;
}

export interface TableSpecimen {
	name: string;
	/** Of the only table; the rest of the page is text. '' of an empty cell. */
	cells: SpecimenCell[];
	isRuled: boolean;
	page: Page;
}

export type TableKind = (typeof TABLE_KINDS)[number];
export const TABLE_KINDS = ['delivery-note', 'price-list', 'timetable', 'stock-count'] as const;

const EM = 24;
const STYLE = { size: EM };
const INK = '#333333';
const WIDTH = 1100;
const LEFT = 70;
const PADDING = 0.6 * EM;

export async function renderSpecimen({ name, page, isRuled }: TableSpecimen, { turn, scale }: { turn: number; scale: number }): Promise<RenderedDocument> {
	return await compose(page, { name, kind: isRuled ? 'table-ruled' : 'table-lineless', turn, scale }).render();
}

/** @param number which one of this kind; languages take turns */
export function tableSpecimen(kind: TableKind, number: number): TableSpecimen {
	const random = new Random(`${kind}/${number}`);
	const texts = new Texts(random, number % 2 === 0 ? 'zh' : 'en');
	const { cells, ...look } = CONTENTS[kind](random, texts);
	const page = new Page(WIDTH);
	page.text(texts.title(), LEFT, 70, { size: 1.5 * EM, bold: true });
	page.text(texts.remark(), LEFT, 130, STYLE);
	const bottom = drawCells(page, cells, look, 180);
	page.text(texts.remark(), LEFT, bottom + 70, STYLE);
	page.height = bottom + 130;
	return { name: `${kind}-${number}`, cells, isRuled: look.rules === 'grid', page };
}

export interface Look {
	/** px */
	widths: number[];
	rules: 'grid' | 'ends' | 'none';
	/** Rows that are filled with a shade. */
	shaded?: number;
}

export type Content = Look & { cells: SpecimenCell[] };

function cell(row: number, column: number, text: string, more: Partial<SpecimenCell> = {}): SpecimenCell {
	return { row, column, rowSpan: 1, columnSpan: 1, text, ...more };
}

const CONTENTS: Record<TableKind, (random: Random, texts: Texts) => Content> = {
	/** Ruled; a head of two storeys, groups over several rows, a sum over several columns. */
	'delivery-note'(random, texts) {
		const zh = texts.language === 'zh';
		const cells = [
			cell(0, 0, zh ? '部门' : 'Team', { rowSpan: 2 }),
			cell(0, 1, zh ? '品名' : 'Item', { rowSpan: 2 }),
			cell(0, 2, zh ? '交货' : 'Delivery', { columnSpan: 2, align: 'center' }),
			cell(0, 4, zh ? '金额' : 'Amount', { rowSpan: 2, align: 'right' }),
			cell(1, 2, zh ? '日期' : 'Date'),
			cell(1, 3, zh ? '数量' : 'Pieces', { align: 'right' }),
		];
		let row = 2;
		const goods = texts.goods(7);
		for (const size of [2, 3, 2]) {
			cells.push(cell(row, 0, texts.department(), { rowSpan: size }));
			for (let end = row + size; row < end; row++) {
				const { name = '', price = 1 } = goods[row - 2] ?? {};
				const pieces = random.int(12, 480);
				cells.push(cell(row, 1, name), cell(row, 2, dateOf(random)), cell(row, 3, String(pieces), { align: 'right' }), cell(row, 4, money(pieces * price), { align: 'right' }));
			}
		}
		cells.push(cell(row, 0, zh ? '合计' : 'Total', { columnSpan: 4 }), cell(row, 4, money(random.int(20_000, 90_000)), { align: 'right' }));
		return { cells, widths: [190, 260, 190, 130, 190], rules: 'grid', shaded: 2 };
	},
	/** Without rules; some cells empty. */
	'price-list'(random, texts) {
		const zh = texts.language === 'zh';
		const heads = zh ? ['编号', '品名', '单位', '单价', '折扣'] : ['Code', 'Item', 'Unit', 'Price', 'Rebate'];
		const aligns: Align[] = ['left', 'left', 'center', 'right', 'right'];
		const rows = texts.goods(8).map(({ name, unit, price }, index) => [texts.code(), name, unit, money(price), index % 3 === 1 ? '' : `${random.int(11, 48)}%`]);
		return { cells: [heads, ...rows].flatMap((texts_, row) => texts_.map((text, column) => cell(row, column, text, { align: aligns[column] ?? 'left' }))), widths: [210, 300, 130, 160, 150], rules: 'none' };
	},
	/** Rules above, below and under the head only; texts of two lines, a head over two columns. */
	timetable(random, texts) {
		const zh = texts.language === 'zh';
		const cells = [
			cell(0, 0, ''),
			cell(0, 1, ''),
			cell(0, 2, zh ? '上午与下午人数' : 'Number of visitors in the', { columnSpan: 2, align: 'center' }),
			...(zh ? ['日期', '讲师', '上午', '下午'] : ['Date', 'Guide', 'Morning', 'Afternoon']).map((text, column) => cell(1, column, text)),
		];
		for (let row = 2; row < 9; row++) {
			const more = row % 3 === 0 ? `${texts.person()}${zh ? '和' : ' and '}${texts.person()}` : texts.person();
			cells.push(cell(row, 0, dateOf(random)), cell(row, 1, more), cell(row, 2, String(random.int(12, 96))), cell(row, 3, String(random.int(12, 96))));
		}
		return { cells, widths: [220, 330, 180, 180], rules: 'ends' };
	},
	'stock-count': (random, texts) => stockCount(random, texts, 9),
};

/** Ruled, every place a cell, some empty. */
export function stockCount(random: Random, texts: Texts, count: number): Content {
	const zh = texts.language === 'zh';
	const heads = zh ? ['仓位', '品名', '账面数', '实盘数', '备注'] : ['Shelf', 'Item', 'Booked', 'Counted', 'Remark'];
	const rows = texts.goods(count).map(({ name }, index) => {
		const booked = random.int(14, 960);
		return [`${random.pick(['A', 'B', 'D'])}${random.int(11, 48)}`, name, String(booked), index % 4 === 2 ? '' : String(booked - random.int(0, 4)), index % 3 === 0 ? texts.remark() : ''];
	});
	const cells = [heads, ...rows].flatMap((row, index) =>
		row.map((text, column) => cell(index, column, text, column === 2 || column === 3 ? { align: 'right' } : {})),
	);
	return { cells, widths: [120, 270, 140, 140, 290], rules: 'grid' };
}

function dateOf(random: Random): string {
	return `${random.int(2021, 2026)}-${random.int(10, 12)}-${random.int(10, 28)}`;
}

/**
 * @param from the table's upper edge, px
 * @returns its lower edge, px
 */
export function drawCells(page: Page, cells: readonly SpecimenCell[], { widths, rules, shaded = 0 }: Look, from: number): number {
	const xs = widths.reduce((edges, width) => [...edges, (edges.at(-1) ?? 0) + width], [LEFT]);
	const rowCount = Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan));
	const linesOf = ({ text, column, columnSpan }: SpecimenCell): string[] =>
		text === '' ? [] : wrap(text, (xs[column + columnSpan] ?? 0) - (xs[column] ?? 0) - 2 * PADDING, STYLE);
	const ys = [from];
	for (let row = 0; row < rowCount; row++) {
		const most = Math.max(1, ...cells.filter((each) => each.row === row && each.rowSpan === 1).map((each) => linesOf(each).length));
		ys.push((ys.at(-1) ?? 0) + (2 + (most - 1) * 1.35) * EM);
	}
	const [top, bottom, right] = [ys[0] ?? 0, ys.at(-1) ?? 0, xs.at(-1) ?? 0];
	if (shaded > 0) page.fill(LEFT, top, right, ys[shaded] ?? top, '#e6ebf2');
	for (const each of cells) {
		const [x1, x2, y1, y2] = [xs[each.column] ?? 0, xs[each.column + each.columnSpan] ?? 0, ys[each.row] ?? 0, ys[each.row + each.rowSpan] ?? 0];
		if (rules === 'grid') page.frame(x1, y1, x2, y2, 1.5, INK);
		const lines = linesOf(each);
		if (joinLines(lines) !== each.text) throw new Error(`"${each.text}" changes when it is wrapped`);
		// A row that wraps begins at its top; a merged cell stands in its middle.
		const first = each.rowSpan > 1 ? (y1 + y2 - (lines.length - 1) * 1.35 * EM) / 2 : y1 + EM;
		for (const [index, line] of lines.entries()) {
			const x = each.align === 'right' ? x2 - PADDING : each.align === 'center' ? (x1 + x2) / 2 : x1 + PADDING;
			page.text(line, x, first + index * 1.35 * EM, STYLE, each.align ?? 'left');
			if (widthOf(line, STYLE) > x2 - x1 - PADDING) throw new Error(`"${line}" is too wide for its cell`);
		}
	}
	if (rules === 'ends') for (const [row, thickness] of [[0, 2], [2, 1], [rowCount, 2]] as const) page.rule(LEFT, ys[row] ?? 0, right, ys[row] ?? 0, thickness, INK);
	return bottom;
}
