// Running text: in one column and in two.
import type { TextStyle } from '../fonts.cts';
import { Page } from '../page.cts';
import { faceOf } from './recipe.cts';
import type { Recipe } from './recipe.cts';

function paragraphs({ random, texts }: Recipe, count: number): string[] {
	const sentences = texts.sentences(count * 2);
	const glue = texts.language === 'zh' ? '' : ' ';
	return Array.from({ length: count }, (_, index) => sentences.slice(index * 2, index * 2 + random.int(1, 2)).join(glue));
}

export function plainText(recipe: Recipe): Page {
	const { random, texts } = recipe;
	const page = new Page(random.int(860, 1000));
	const style: TextStyle = { size: random.int(19, 23), face: faceOf(recipe) };
	const margin = random.int(60, 95);
	page.text(texts.title(), page.width / 2, 72, { ...style, size: style.size + 8, bold: true }, 'center');
	let y = 72 + 3 * style.size;
	for (const paragraph of paragraphs(recipe, random.int(3, 5))) {
		y = page.paragraph(paragraph, margin, y, page.width - 2 * margin, style, 1.6 * style.size) + 0.7 * style.size;
	}
	page.text(texts.company(), page.width - margin, y + 0.8 * style.size, style, 'right');
	page.text(texts.date(), page.width - margin, y + 2.5 * style.size, style, 'right');
	page.stampSpot = [page.width - margin - 4 * style.size, y + 1.4 * style.size];
	page.height = Math.round(y + 4.6 * style.size);
	return page;
}

export function twoColumns(recipe: Recipe): Page {
	const { random, texts } = recipe;
	const page = new Page(random.int(960, 1080));
	const style: TextStyle = { size: random.int(17, 20), face: faceOf(recipe) };
	const margin = random.int(50, 70);
	const gutter = random.between(2.6, 4) * style.size;
	const width = (page.width - 2 * margin - gutter) / 2;
	page.text(texts.title(), page.width / 2, 68, { ...style, size: style.size + 10, bold: true }, 'center');
	const top = 68 + 3.2 * style.size;
	const all = paragraphs(recipe, 7);
	const bottoms: number[] = [];
	for (const [column, from, to] of [[0, 0, 4], [1, 4, 7]] as const) {
		page.nextRegion();
		let y = top;
		for (const paragraph of all.slice(from, to)) {
			y = page.paragraph(paragraph, margin + column * (width + gutter), y, width, style, 1.55 * style.size) + 0.6 * style.size;
		}
		bottoms.push(y);
	}
	page.stampSpot = [page.width - margin - 5 * style.size, (bottoms[1] ?? top) - 2 * style.size];
	page.height = Math.round(Math.max(...bottoms) + 2 * style.size);
	return page;
}
