// A table put down cell by cell, for tables that no usual one looks like: columns with edges, rows with lines.
import { widthOf, wrap } from '../fonts.cts';
import type { TextStyle } from '../fonts.cts';
import { joinLines } from '../page.cts';
import type { Align, Page } from '../page.cts';

export interface PlainColumn {
	/** Lines of the head over this column alone, from top to bottom. */
	head: string[];
	align: Align;
	/** Widest line in px before a cell wraps. */
	wrapAt?: number;
	/** Alignment of the head where it is another one. */
	headAlign?: Align;
}

interface Place {
	left: number;
	right: number;
	align: Align;
	headAlign: Align;
	wrapAt?: number;
}

export interface PlainLook {
	/** From one line of a cell to the next, and from the last line of a row to the first of the next, in em. */
	leading: number;
	step: number;
	/** White between the widest texts of two columns, in em, at least. */
	gap: number;
	/** Whether the columns take the whole width. */
	spread: boolean;
	vertical: 'top' | 'middle';
	rules: 'none' | 'lines' | 'grid';
}

/** Rows and columns with their places; what is put down is up to the caller, who notes the truth as well. */
export class PlainTable {
	readonly places: Place[];
	readonly left: number;
	readonly right: number;
	/** Middle of the next line, px. */
	y: number;
	private readonly page: Page;
	private readonly style: TextStyle;
	private readonly look: PlainLook;
	private readonly top: number;

	constructor(page: Page, columns: readonly PlainColumn[], rows: readonly (readonly string[])[], area: { left: number; right: number; top: number }, style: TextStyle, look: PlainLook) {
		this.page = page;
		this.style = style;
		this.look = look;
		this.left = area.left;
		this.y = area.top;
		this.top = area.top - 0.8 * style.size;
		const widths = columns.map(({ head, wrapAt }, column) => Math.max(...head.map((line) => widthOf(line, style)), ...rows.flatMap((row) => this.linesOf(row[column] ?? '', wrapAt).map((line) => widthOf(line, style)))));
		const gap = look.gap * style.size;
		const spare = area.right - area.left - widths.reduce((sum, width) => sum + width, 0) - gap * (columns.length - 1);
		if (spare < 0) throw new Error(`A table is ${Math.ceil(-spare)} px too wide for its page`);
		const more = look.spread ? spare / Math.max(columns.length - 1, 1) : 0;
		let x = area.left;
		this.places = columns.map(({ align, headAlign = align, wrapAt }, column) => {
			const place = { left: x, right: x + (widths[column] ?? 0), align, headAlign, ...(wrapAt === undefined ? {} : { wrapAt }) };
			x = place.right + gap + more;
			return place;
		});
		this.right = this.places[this.places.length - 1]?.right ?? area.left;
	}

	linesOf(text: string, wrapAt: number | undefined): string[] {
		if (text === '') return [];
		return wrapAt === undefined ? [text] : wrap(text, wrapAt, this.style);
	}

	/** One text in a column at the middle of a line. */
	put(text: string, column: number, y = this.y, align = this.places[column]?.align ?? 'left', style = this.style): void {
		const place = this.places[column];
		if (place) this.page.text(text, align === 'left' ? place.left : align === 'right' ? place.right : (place.left + place.right) / 2, y, style, align);
	}

	/** One text in the middle of several columns. */
	over(text: string, first: number, last: number, y = this.y, style = this.style): void {
		this.page.text(text, ((this.places[first]?.left ?? 0) + (this.places[last]?.right ?? 0)) / 2, y, style, 'center');
	}

	/** Lines of the head, the last ones level. @returns the names */
	head(columns: readonly PlainColumn[], style = this.style): string[] {
		const most = Math.max(...columns.map(({ head }) => head.length));
		for (const [column, { head }] of columns.entries()) {
			for (const [index, line] of head.entries()) this.put(line, column, this.y + (most - head.length + index) * this.look.leading * style.size, this.places[column]?.headAlign, style);
		}
		this.y += ((most - 1) * this.look.leading + this.look.step) * style.size;
		if (this.look.rules === 'grid') this.page.rule(this.left - 4, this.y - (this.look.step * this.style.size) / 2, this.right + 4, this.y - (this.look.step * this.style.size) / 2, 1, '#666666');
		return columns.map(({ head }) => joinLines(head));
	}

	/** One row, and the steps to the next one. @returns its texts */
	row(cells: readonly string[]): string[] {
		const lines = cells.map((cell, column) => this.linesOf(cell, this.places[column]?.wrapAt));
		const most = Math.max(...lines.map((each) => each.length), 1);
		const leading = this.look.leading * this.style.size;
		for (const [column, own] of lines.entries()) {
			const offset = this.look.vertical === 'top' ? 0 : ((most - own.length) * leading) / 2;
			for (const [index, line] of own.entries()) this.put(line, column, this.y + offset + index * leading);
		}
		const bottom = this.y + (most - 1) * leading;
		if (this.look.rules !== 'none') this.page.rule(this.left - 4, bottom + (this.look.step * this.style.size) / 2, this.right + 4, bottom + (this.look.step * this.style.size) / 2, 1, '#666666');
		this.y = bottom + this.look.step * this.style.size;
		return lines.map(joinLines);
	}

	/** Rules between the columns, where the table has a grid. */
	close(): void {
		if (this.look.rules !== 'grid') return;
		const edges = [this.left - 4, ...this.places.slice(1).map((place, index) => (place.left + (this.places[index]?.right ?? 0)) / 2), this.right + 4];
		for (const x of edges) this.page.rule(x, this.top, x, this.y - (this.look.step * this.style.size) / 2, 1, '#666666');
		this.page.rule(this.left - 4, this.top, this.right + 4, this.top, 1, '#666666');
	}
}
