// Pages of text in columns: with headings, sidebars, footnotes, boxes, narrow gutters, parts of two lines.
import type { TextStyle } from '../fonts.cts';
import { Page } from '../page.cts';
import { faceOf, inTurn } from './recipe.cts';
import type { Recipe } from './recipe.cts';

export const COLUMN_LAYOUTS = ['plain', 'headings', 'between full widths', 'narrow gutter', 'three columns', 'sidebar right', 'sidebar left', 'footnotes', 'boxes', 'short parts'] as const;

interface Area {
	x: number;
	width: number;
}

/** One page; the layout is the ordinal's turn. */
export function columnPage(recipe: Recipe): Page {
	const { random, texts, ordinal } = recipe;
	const layout = inTurn(COLUMN_LAYOUTS, ordinal);
	const page = new Page(random.int(960, 1100));
	const size = random.int(16, 19);
	const style: TextStyle = { size, face: faceOf(recipe) };
	const leading = random.between(1.35, 1.6) * size;
	const margin = random.int(48, 70);
	const full: Area = { x: margin, width: page.width - 2 * margin };
	const glue = texts.language === 'zh' ? '' : ' ';
	const paragraph = (sentences: number) => texts.sentences(sentences).join(glue);
	let y = 66;

	const put = (words: string, { x, width }: Area, middle: number, look = style) => page.paragraph(words, x, middle, width, look, (leading * look.size) / size);
	const heading = ({ x, width }: Area, middle: number) => {
		const look = { ...style, size: size + 3, bold: true };
		if (random.chance(0.5)) page.text(texts.title(), x, middle, look);
		else page.text(texts.title(), x + width / 2, middle, look, 'center');
		return middle + 1.5 * leading;
	};
	const areas = (count: number, gutter: number, shares?: readonly number[]): Area[] => {
		const width = full.width - (count - 1) * gutter;
		let x = full.x;
		return Array.from({ length: count }, (_, index) => {
			const own = width * (shares?.[index] ?? 1 / count);
			const area = { x, width: own };
			x += own + gutter;
			return area;
		});
	};
	/** Columns from `y` down; returns what is below the longest of them. */
	const columns = (parts: readonly Area[], fill: (area: Area, top: number, index: number) => number): number => {
		const top = y;
		const ends = parts.map((area, index) => {
			page.nextRegion();
			return fill(area, top, index);
		});
		page.nextRegion();
		return Math.max(...ends);
	};
	const prose = (paragraphs: number, headed = false) => (area: Area, top: number) => {
		let at = top;
		for (let index = 0; index < paragraphs; index++) {
			if (headed && random.chance(0.6)) at = heading(area, at + 0.3 * leading);
			at = put(paragraph(random.int(2, 3)), area, at) + random.between(0.3, 0.7) * leading;
		}
		return at;
	};

	page.text(texts.title(), page.width / 2, y, { ...style, size: size + 11, bold: true }, 'center');
	y += 3 * size;
	const gutter = random.between(1.6, 3) * size;
	switch (layout) {
		case 'plain':
			y = columns(areas(2, gutter), prose(3));
			break;
		case 'headings':
			y = columns(areas(2, gutter), prose(4, true));
			break;
		case 'between full widths':
			y = put(paragraph(3), full, y) + leading;
			y = columns(areas(2, gutter), prose(2)) + leading;
			y = put(paragraph(3), full, y) + leading;
			y = columns(areas(2, gutter), prose(2)) + leading;
			y = put(paragraph(2), full, y);
			break;
		case 'narrow gutter':
			y = columns(areas(2, random.between(1, 1.2) * size), prose(3));
			break;
		case 'three columns':
			y = columns(areas(3, gutter), prose(3, ordinal % 2 === 0));
			break;
		case 'sidebar right':
			y = columns(areas(2, gutter, [0.7, 0.3]), (area, top, index) => (index === 0 ? prose(4)(area, top) : prose(2)(area, top + random.int(0, 3) * leading)));
			break;
		case 'sidebar left':
			y = columns(areas(2, gutter, [0.3, 0.7]), (area, top, index) => prose(index === 0 ? 2 : 4)(area, top));
			break;
		case 'footnotes': {
			y = columns(areas(2, gutter), prose(3)) + leading;
			const small = { ...style, size: size - 3 };
			page.rule(full.x, y - leading / 2, full.x + full.width / 3, y - leading / 2);
			for (const mark of [1, 2]) y = put(`${mark} ${paragraph(2)}`, full, y, small);
			break;
		}
		case 'boxes': {
			y = columns(areas(2, gutter), prose(2)) + leading;
			const inset = { x: full.x + 2 * size, width: full.width - 4 * size };
			const end = put(paragraph(3), inset, y);
			page.frame(full.x, y - leading, full.x + full.width, end - leading / 3);
			y = end + leading;
			y = columns(areas(2, gutter), prose(2));
			break;
		}
		case 'short parts':
			for (let part = 0; part < 3; part++) {
				y = put(paragraph(2), full, y) + leading;
				y = columns(areas(2, gutter), (area, top) => {
					const words = paragraph(3);
					const lines = Math.floor((area.width / size) * (texts.language === 'zh' ? 1 : 2.1)) * 2 - 4;
					return put(words.slice(0, lines), area, top);
				}) + leading;
			}
			y = put(paragraph(2), full, y);
			break;
	}
	page.text(String(random.int(2, 90)), page.width / 2, y + 1.5 * leading, style, 'center');
	page.height = Math.round(y + 3.5 * leading);
	return page;
}
