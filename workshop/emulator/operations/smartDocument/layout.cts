// The page as blocks of a kind each, in reading order.
import type { LevelBox } from '../../engine/levelFrame.cts';
import { heightOf } from '../tables/textLines.cts';
import type { PlacedText, Table, TablePage } from '../tables/types.cts';
import { inOrder, type Paragraph, paragraphsOf } from './paragraphs.cts';
import { usualSize } from './typeSize.cts';

/** The kinds that the emulator can tell. */
export type LayoutType = 'text' | 'title' | 'sub_title' | 'image' | 'image_caption' | 'table' | 'table_caption' | 'form' | 'header' | 'footer' | 'page_number';

export interface LayoutBlock extends LevelBox {
	type: LayoutType;
	/** Its lines; none of tables, forms and images. */
	lines: PlacedText[][];
	table?: Table;
}

/** Against the usual size of type. */
const TITLE = 1.32;
const SUB_TITLE = 1.16;
/** Parts of the page's height, from its top and its bottom. */
const MARGIN = 0.075;
const PAGE_NUMBER = /^(?:[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}(?:\s*\/\s*\d{1,4})?|page\s*\d+(?:\s*(?:of|\/)\s*\d+)?|第\s*\d+\s*页.*)$/iu;
const TABLE_CAPTION = /^(?:table|表)\s*\d/iu;
const IMAGE_CAPTION = /^(?:fig(?:ure|\.)?|图)\s*\d/iu;

/**
 * @param forms tables that are told as forms
 * @param images areas of pictures
 * @param whole the page
 */
export function layoutOf({ regions, em }: TablePage, forms: ReadonlySet<Table>, images: readonly LevelBox[], whole: LevelBox): LayoutBlock[] {
	const size = usualSize(regions.flatMap((region) => (region.type === 'text' ? region.texts : region.table.cells.flatMap(({ texts }) => texts)))) ?? em;
	const blocks: LayoutBlock[] = images.map((box) => ({ ...box, type: 'image', lines: [] }));
	for (const region of regions) {
		if (region.type === 'table') blocks.push({ ...region.box, type: forms.has(region.table) ? 'form' : 'table', lines: [], table: region.table });
		else for (const paragraph of paragraphsOf(region.texts, em)) blocks.push({ ...paragraph, type: typeOf(paragraph, size, whole) });
	}
	const first = blocks.find(({ type }) => type === 'title');
	// A page has one title; what is as large further down heads a part of it.
	return inOrder(blocks.map((block) => (block.type === 'title' && block !== first ? { ...block, type: 'sub_title' as const } : block)));
}

/** @param size of the page's type, px */
function typeOf({ lines, top, bottom }: Paragraph, size: number, whole: LevelBox): LayoutType {
	const text = lines.map((line) => line.map(({ block }) => block.words).join(' ')).join(' ');
	const height = (usualSize(lines.flat()) ?? size) / size;
	const margin = MARGIN * heightOf(whole);
	const [isAtTop, isAtBottom] = [bottom < whole.top + margin, top > whole.bottom - margin];
	if ((isAtTop || isAtBottom) && PAGE_NUMBER.test(text)) return 'page_number';
	if (isAtTop && height < TITLE && lines.length === 1) return 'header';
	if (isAtBottom && height < TITLE && lines.length === 1) return 'footer';
	if (TABLE_CAPTION.test(text)) return 'table_caption';
	if (IMAGE_CAPTION.test(text)) return 'image_caption';
	if (lines.length > 2) return 'text';
	return height >= TITLE ? 'title' : height >= SUB_TITLE ? 'sub_title' : 'text';
}
