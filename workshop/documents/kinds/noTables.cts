// Pages with rows and columns that are no tables: letters, addresses side by side, sums, forms.
import { compose } from '../compose.cts';
import type { ComposedDocument } from '../compose.cts';
import type { TextStyle } from '../fonts.cts';
import { Page } from '../page.cts';
import { Random } from '../random.cts';
import { money, Texts } from '../texts.cts';
import { composeForms, FORM_KINDS } from './formsByTrait.cts';
import { inTurn } from './recipe.cts';

interface Draft {
	page: Page;
	random: Random;
	texts: Texts;
	zh: boolean;
	style: TextStyle;
	left: number;
	right: number;
	top: number;
}

function addressLines({ texts, random, zh }: Draft): string[] {
	const lines = [texts.company(), texts.person(), texts.address(), zh ? `邮编 ${random.int(100000, 699999)}` : `${texts.city()} ${random.int(10000, 99999)}`];
	if (random.chance(0.5)) lines.push(texts.phone());
	return random.chance(0.3) ? lines.slice(1) : lines;
}

/** Sender and receiver side by side, a line of references, running text, a signature. */
function letter(draft: Draft): number {
	const { page, random, texts, style, left, right, zh } = draft;
	const leading = random.between(1.35, 1.6) * style.size;
	const [sender, receiver] = [addressLines(draft), addressLines(draft)];
	for (const [index, line] of sender.entries()) page.text(line, left, draft.top + index * leading, style);
	for (const [index, line] of receiver.entries()) page.text(line, left + (right - left) * 0.58, draft.top + index * leading, style);
	let y = draft.top + (Math.max(sender.length, receiver.length) + 1.5) * leading;
	const references: [string, string][] = zh ? [['贵方来函', texts.date()], ['我方编号', texts.code()], ['日期', texts.date()]] : [['Your letter', texts.date()], ['Our number', texts.code()], ['Date', texts.date()]];
	for (const [index, [label, value]] of references.entries()) {
		const x = left + (index * (right - left)) / 3;
		page.text(label, x, y, { ...style, size: style.size * 0.85 });
		page.text(value, x, y + 1.3 * style.size, style);
	}
	y += 3.6 * style.size;
	for (const sentence of texts.sentences(random.int(3, 6))) y = page.paragraph(sentence, left, y, right - left, style, leading) + 0.5 * leading;
	page.text(texts.person(), left, y + leading, style);
	page.text(texts.person(), left + (right - left) * 0.58, y + leading, style);
	page.text(texts.department(), left, y + 2 * leading, style);
	page.text(texts.department(), left + (right - left) * 0.58, y + 2 * leading, style);
	return y + 3 * leading;
}

/** Two or three columns of addresses, one or two rows of them. */
function addresses(draft: Draft): number {
	const { page, random, style, left, right } = draft;
	const columns = random.int(2, 3);
	const leading = random.between(1.3, 1.6) * style.size;
	const small = { ...style, size: Math.round(style.size * 0.8) };
	let y = draft.top;
	for (let row = random.int(1, 3); row > 0; row--) {
		let most = 0;
		for (let column = 0; column < columns; column++) {
			const lines = addressLines(draft);
			most = Math.max(most, lines.length);
			for (const [index, line] of lines.entries()) page.text(line, left + (column * (right - left)) / columns, y + index * leading, columns === 3 ? small : style);
		}
		y += (most + random.between(1, 2)) * leading;
	}
	return y;
}

/** Net, tax and total, with the text of the payment below or above. */
function sums(draft: Draft): number {
	const { page, random, texts, style, left, right, zh } = draft;
	const step = random.between(1.6, 2.2) * style.size;
	const net = random.int(100, 9000) * 1.05;
	const rows: [string, number][] = zh ? [['不含税金额', net], ['税额（6%）', net * 0.06], ['价税合计', net * 1.06]] : [['Net amount', net], ['VAT 19 %', net * 0.19], ['Total due', net * 1.19]];
	if (random.chance(0.5)) rows.push([zh ? '已付' : 'Already paid', net * 0.5], [zh ? '应付' : 'Balance', net * 0.69]);
	let y = draft.top;
	const before = random.chance(0.5);
	if (before) y = page.paragraph(texts.sentences(2).join(' '), left, y, right - left, style, 1.5 * style.size) + style.size;
	const from = left + (right - left) * random.pick([0, 0.3, 0.55]);
	for (const [label, amount] of rows) {
		page.text(label, from, y, style);
		page.text(money(amount), right, y, style, 'right');
		y += step;
	}
	if (!before) y = page.paragraph(texts.sentences(2).join(' '), left, y + style.size, right - left, style, 1.5 * style.size);
	return y + style.size;
}

const PAGES = { letter, addresses, sums } as const;
const NAMES = Object.keys(PAGES) as Array<keyof typeof PAGES>;
/** Forms without goods in columns, which are a table. */
const FORMS = FORM_KINDS.filter((kind) => kind !== 'sums');

/** Pages without a table: a letter, addresses, sums and a form by turns. The same seed gives the same pages. */
export function composePagesWithoutTables({ seed, count }: { seed: string | number; count: number }): ComposedDocument[] {
	const forms = composeForms({ seed, count: Math.ceil(count / 4), kinds: FORMS });
	return Array.from({ length: count }, (_, number) => {
		const form = number % 4 === 3 ? forms[Math.floor(number / 4)] : undefined;
		if (form) return form;
		const name = inTurn(NAMES, number % 4);
		const ordinal = Math.floor(number / 4);
		const random = new Random(`${seed}/${name}/${ordinal}`);
		const language = ordinal % 2 === 0 ? 'zh' : 'en';
		const page = new Page(random.int(980, 1120));
		const style: TextStyle = { size: random.int(17, 21), face: language === 'en' && ordinal % 4 === 1 ? 'serif' : 'sans' };
		const draft: Draft = { page, random, texts: new Texts(random, language), zh: language === 'zh', style, left: random.int(50, 80), right: page.width - random.int(50, 80), top: 150 };
		const bottom = PAGES[name](draft);
		page.height = Math.round(bottom + 3 * style.size);
		return compose(page, { name: `${name}-${ordinal + 1}`, kind: 'plain-text', turn: inTurn([0, 0, 2, -3], ordinal) });
	});
}
