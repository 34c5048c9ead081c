// Pages whose parts are known: header, title, labels with values, paragraphs, a table, a picture, footer, page number.
// Same seed, same picture.
import { compose } from './compose.cts';
import { Page } from './page.cts';
import { Random } from './random.cts';
import { drawCells, stockCount, type SpecimenCell } from './tableSpecimens.cts';
import { Texts } from './texts.cts';
import type { RenderedDocument } from './types.cts';

export interface PageSpecimen {
	name: string;
	page: Page;
	/** In the order in which they are read; texts without their line breaks. */
	parts: Array<{ type: string; text: string }>;
	pairs: Array<{ key: string; value: string }>;
	cells: SpecimenCell[];
}

const EM = 24;
const STYLE = { size: EM };
const [WIDTH, HEIGHT, LEFT] = [1100, 1560, 80];

export async function renderPage({ name, page }: PageSpecimen, { turn, scale }: { turn: number; scale: number }): Promise<RenderedDocument> {
	return await compose(page, { name, kind: 'plain-text', turn, scale }).render();
}

/** @param number which one; languages take turns */
export function pageSpecimen(number: number): PageSpecimen {
	const random = new Random(`page/${number}`);
	const zh = number % 2 === 0;
	const texts = new Texts(random, zh ? 'zh' : 'en');
	const page = new Page(WIDTH);
	page.height = HEIGHT;
	const parts: PageSpecimen['parts'] = [];
	const put = (type: string, text: string, middle: number, size = EM): void => {
		page.text(text, LEFT, middle, { size, bold: type === 'title' });
		parts.push({ type, text });
	};
	put('header', texts.company(), 60, 0.8 * EM);
	put('title', texts.title(), 150, 1.7 * EM);
	const pairs = [
		{ key: zh ? '编号' : 'Order number', value: texts.code() },
		{ key: zh ? '经办人' : 'Contact', value: texts.person() },
		{ key: zh ? '城市' : 'City', value: texts.city() },
	];
	for (const [index, { key, value }] of pairs.entries()) put('text', `${key}${zh ? '：' : ': '}${value}`, 230 + index * 60);
	let middle = 440;
	for (const sentence of texts.sentences(2)) {
		const before = page.runs.length;
		const end = page.paragraph(sentence, LEFT, middle, WIDTH - 2 * LEFT, STYLE, 1.45 * EM);
		parts.push({ type: 'text', text: page.runs.slice(before).map(({ words }) => words).join(zh ? '' : ' ') });
		middle = end + 1.3 * EM;
	}
	put('table_caption', `${zh ? '表' : 'Table '}1 ${texts.department()}`, middle + 10);
	const { cells, ...look } = stockCount(random, texts, 4);
	const bottom = drawCells(page, cells, look, middle + 50);
	parts.push({ type: 'table', text: '' });
	picture(page, bottom + 40);
	parts.push({ type: 'image', text: '' });
	put('image_caption', `${zh ? '图' : 'Figure '}1 ${texts.department()}`, bottom + 310);
	put('footer', texts.remark(), HEIGHT - 75, 0.8 * EM);
	page.text(`- ${number + 3} -`, WIDTH / 2, HEIGHT - 40, { size: 0.8 * EM }, 'center');
	parts.push({ type: 'page_number', text: `- ${number + 3} -` });
	return { name: `page-${number}`, page, parts, pairs, cells };
}

/** A landscape: sky, hills, a sun. */
function picture(page: Page, top: number): void {
	page.paint((context) => {
		const sky = context.createLinearGradient(0, top, 0, top + 230);
		sky.addColorStop(0, '#5b87b5');
		sky.addColorStop(1, '#b9cede');
		context.fillStyle = sky;
		context.fillRect(LEFT, top, 460, 230);
		context.fillStyle = '#e8b04a';
		context.beginPath();
		context.arc(LEFT + 330, top + 70, 34, 0, 2 * Math.PI);
		context.fill();
		context.fillStyle = '#55774a';
		context.beginPath();
		context.ellipse(LEFT + 185, top + 230, 170, 90, 0, Math.PI, 0);
		context.fill();
	});
}
