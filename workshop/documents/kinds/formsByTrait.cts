// Forms with what makes real ones hard to read, one trait each: signs other than a colon, labels counted up or
// set wide apart, values below, higher or in parts, empty places. The usual forms are in form.cts.
import { compose } from '../compose.cts';
import type { ComposedDocument } from '../compose.cts';
import { widthOf } from '../fonts.cts';
import type { TextStyle } from '../fonts.cts';
import { joinLines, Page } from '../page.cts';
import { Random } from '../random.cts';
import { money, Texts } from '../texts.cts';
import { inTurn } from './recipe.cts';

/** A form being drawn, and what it is drawn with. */
interface Draft {
	page: Page;
	random: Random;
	texts: Texts;
	zh: boolean;
	style: TextStyle;
	left: number;
	right: number;
	top: number;
	ordinal: number;
}

interface Entry {
	label: string;
	/** '' on one place in four. */
	value: string;
	/** The value is made of figures. */
	isFigure: boolean;
}

/** One place in so many is left empty. */
const EMPTY = 0.26;

type Maker = [label: string, isFigure: boolean, make: (texts: Texts, random: Random) => string];

// Half of the labels are words that no list of label words has.
const ZH: readonly Maker[] = [
	['申请人', false, (texts) => texts.person()],
	['釉色', false, (_, random) => random.pick(['天青', '霁蓝', '月白', '豆绿'])],
	['所属部门', false, (texts) => texts.department()],
	['窑口', false, (texts) => `${texts.city()}窑`],
	['联系电话', true, (texts) => texts.phone()],
	['编组', false, (_, random) => random.pick(['甲组', '乙组', '丙组', '丁组'])],
	['登记日期', true, (texts) => texts.date()],
	['舱口', false, (_, random) => random.pick(['前舱', '后舱', '左舷', '右舷'])],
	['合同编号', true, (texts) => texts.code()],
	['领队', false, (texts) => texts.person()],
	['押金', true, (_, random) => `${random.int(2, 95) * 100}元`],
	['宿营地', false, (texts) => `${texts.city()}郊外`],
	['车牌号', true, (texts) => texts.plate()],
	['装具', false, (_, random) => random.pick(['帐篷', '雨披', '绳索', '头灯'])],
	['通讯地址', true, (texts) => texts.address()],
	['队员', true, (_, random) => `${random.int(2, 45)}人`],
];
const EN: readonly Maker[] = [
	['Contact', false, (texts) => texts.person()],
	['Glaze', false, (_, random) => random.pick(['Celadon', 'Cobalt', 'Ivory', 'Amber'])],
	['Department', false, (texts) => texts.department()],
	['Kiln', false, (texts) => `${texts.city()} West`],
	['Phone', true, (texts) => texts.phone()],
	['Crew', false, (_, random) => random.pick(['North', 'South', 'Harbour', 'Night'])],
	['Date of entry', true, (texts) => texts.date()],
	['Hatch', false, (_, random) => random.pick(['Forward', 'Aft', 'Port', 'Middle'])],
	['Order number', true, (texts) => texts.code()],
	['Guide', false, (texts) => texts.person()],
	['Deposit', true, (_, random) => money(random.int(20, 950) * 10)],
	['Campsite', false, (texts) => `${texts.city()} Meadows`],
	['Serial number', true, (texts) => texts.code()],
	['Gear', false, (_, random) => random.pick(['Tent', 'Ropes', 'Lamps', 'Rain coats'])],
	['Address', true, (texts) => texts.address()],
	['Hikers', true, (_, random) => String(random.int(2, 45))],
];

function entries({ texts, random, zh }: Draft, count: number): Entry[] {
	return random.sample(zh ? ZH : EN, count).map(([label, isFigure, make]) => ({ label, isFigure, value: random.chance(EMPTY) ? '' : make(texts, random) }));
}

const note = ({ page }: Draft, { label, value }: Entry) => page.field(label, value);

/** Label and value in one run, parted by something else than a colon. */
function otherSigns(draft: Draft): number {
	const { page, random, style, left, right, zh } = draft;
	const sign = random.pick(zh ? [' - ', '－ ', ' = ', '； ', ' ｜ ', '∶', '……'] : [' - ', '- ', ' = ', '; ', ' | ', ' .......... ', ':: ']);
	let y = draft.top;
	const half = (right - left) / 2;
	for (const [index, entry] of entries(draft, 9).entries()) {
		const x = left + (index % 2) * half;
		page.text(`${entry.label}${sign}${entry.value}`.trimEnd(), x, y, style);
		note(draft, entry);
		if (index % 2 === 1) y += random.between(2, 2.6) * style.size;
	}
	return y + 2 * style.size;
}

/** Label and value in one run with nothing but a space between them. */
function noSign(draft: Draft): number {
	const { page, random, style, left } = draft;
	let y = draft.top;
	for (const entry of entries(draft, 9)) {
		page.text(`${entry.label} ${entry.value}`.trimEnd(), left, y, style);
		note(draft, entry);
		y += random.between(1.9, 2.6) * style.size;
	}
	return y;
}

/** Labels that are counted up, with a colon, values behind it or at a tab stop. */
function numbered(draft: Draft): number {
	const { page, random, style, left, zh } = draft;
	const signs = zh
		? [(n: number) => `${n}、`, (n: number) => `${'一二三四五六七八九十'[n - 1]}、`, (n: number) => String.fromCodePoint(0x245f + n), (n: number) => `（${n}）`]
		: [(n: number) => `${n}. `, (n: number) => `(${'abcdefghijkl'[n - 1]}) `, (n: number) => `${n} `, (n: number) => `${'ABCDEFGHIJKL'[n - 1]}. `];
	const sign = random.pick(signs);
	const isInline = random.chance(0.5);
	let y = draft.top;
	const list = entries(draft, 9);
	const stop = Math.max(...list.map(({ label }, index) => widthOf(`${sign(index + 1)}${label}:`, style))) + 2 * style.size;
	for (const [index, entry] of list.entries()) {
		const label = `${sign(index + 1)}${entry.label}`;
		if (isInline) page.text(`${label}${zh ? '：' : ': '}${entry.value}`.trimEnd(), left, y, style);
		else {
			page.text(label, left, y, style);
			page.text(entry.value, left + stop, y, style);
		}
		note(draft, entry);
		y += random.between(1.9, 2.6) * style.size;
	}
	return y;
}

/** Characters of the labels set wide apart, so that all labels are equally wide. */
function spread(draft: Draft): number {
	const { page, random, style, left } = draft;
	const list = entries({ ...draft, zh: true }, 7);
	const width = 5 * style.size * random.between(1, 1.25);
	let y = draft.top;
	for (const entry of list) {
		const characters = Array.from(entry.label);
		for (const [index, character] of characters.entries()) {
			page.text(character, left + (index * (width - style.size)) / Math.max(1, characters.length - 1), y, style);
		}
		page.text(entry.value, left + width + random.between(1.2, 2) * style.size, y, style);
		note(draft, entry);
		y += random.between(2.2, 2.8) * style.size;
	}
	return y;
}

/** Framed groups with an upright name at the left: the name is the label of the text beside it. */
function upright(draft: Draft): number {
	const { page, random, style, left, right, texts } = draft;
	let y = draft.top;
	for (const name of random.sample(['备注', '说明', '意见', '要求', '事由'], 3)) {
		const value = random.chance(EMPTY) ? '' : texts.remark();
		const height = 4.4 * style.size;
		for (const [index, character] of Array.from(name).entries()) page.text(character, left + 0.5 * style.size, y + (1.2 + index * 1.9) * style.size, style);
		page.text(value, left + 3 * style.size, y + random.between(1.2, 2.6) * style.size, style);
		page.frame(left, y, right, y + height);
		page.rule(left + 2 * style.size, y, left + 2 * style.size, y + height);
		page.field(name, value);
		y += height;
	}
	y += 2 * style.size;
	for (const entry of entries(draft, 4)) {
		page.text(`${entry.label}：${entry.value}`, left, y, style);
		note(draft, entry);
		y += 2.1 * style.size;
	}
	return y;
}

const BILINGUAL: Record<string, string> = {
	申请人: 'APPLICANT', 釉色: 'GLAZE', 所属部门: 'DEPARTMENT', 窑口: 'KILN', 联系电话: 'PHONE', 编组: 'CREW', 登记日期: 'DATE', 舱口: 'HATCH',
	合同编号: 'CONTRACT NO.', 领队: 'GUIDE', 押金: 'DEPOSIT', 宿营地: 'CAMPSITE', 车牌号: 'PLATE NO.', 装具: 'GEAR', 通讯地址: 'ADDRESS', 队员: 'HIKERS',
};

/** Rows of labels in two languages in one run, values below. */
function bilingualBelow(draft: Draft): number {
	const { page, random, style, left, right } = draft;
	const small = { ...style, size: Math.round(style.size * 0.85) };
	const columns = 3;
	const width = (right - left) / columns;
	const list = entries({ ...draft, zh: true }, 9).filter(({ label }) => label !== '通讯地址');
	const indent = random.chance(0.5) ? 0 : style.size;
	let y = draft.top;
	for (const [index, entry] of list.entries()) {
		const x = left + (index % columns) * width;
		page.text(`${entry.label} ${BILINGUAL[entry.label] ?? ''}`, x, y, small);
		page.text(entry.value, x + indent, y + 1.7 * style.size, style);
		note(draft, entry);
		if (index % columns === columns - 1) y += random.between(4, 4.6) * style.size;
	}
	return y + 4 * style.size;
}

/** Boxes with the label above and the value below it, figures at the right edge of their box. */
function boxesBelow(draft: Draft): number {
	const { page, random, style, left, right } = draft;
	const small = { ...style, size: Math.round(style.size * 0.8) };
	const columns = random.int(3, 4);
	const width = (right - left) / columns;
	const list = entries(draft, columns * 3).filter(({ value }) => widthOf(value, style) < width - style.size);
	const height = random.between(3.2, 3.8) * style.size;
	const isRight = random.chance(0.6);
	let y = draft.top;
	for (const [index, entry] of list.entries()) {
		const x = left + (index % columns) * width;
		page.frame(x, y, x + width, y + height);
		page.text(entry.label, x + 0.4 * style.size, y + 0.9 * style.size, small);
		if (isRight && entry.isFigure) page.text(entry.value, x + width - 0.5 * style.size, y + height - 1 * style.size, style, 'right');
		else page.text(entry.value, x + 0.4 * style.size, y + height - 1 * style.size, style);
		note(draft, entry);
		if (index % columns === columns - 1) y += height;
	}
	return y + height + style.size;
}

/** Goods in columns with a head like the label of the sum; sums with rate and currency of their own. */
function sums(draft: Draft): number {
	const { page, random, style, left, right, texts, zh } = draft;
	const [item, quantity, total] = zh ? ['品名', '数量', '合计'] : ['Item', 'Qty', 'Total'];
	let y = draft.top;
	page.text(item ?? '', left, y, style);
	page.text(quantity ?? '', left + (right - left) * 0.55, y, style, 'right');
	page.text(total ?? '', right, y, style, 'right');
	let sum = 0;
	for (const { name, price } of texts.goods(random.int(2, 5))) {
		y += 1.8 * style.size;
		const count = random.int(1, 9);
		sum += count * price;
		page.text(name, left, y, style);
		page.text(String(count), left + (right - left) * 0.55, y, style, 'right');
		page.text(money(count * price), right, y, style, 'right');
	}
	y += 2.6 * style.size;
	const currency = random.pick(['', zh ? '¥' : '$', zh ? 'CNY' : 'EUR']);
	const apart = random.chance(0.5);
	const sub: [string, string, number][] = zh
		? [['小计', '', sum], ['税额', ' 6%', sum * 0.06], ['运费', '', random.int(1, 9) * 5], ['合计', '', sum * 1.06]]
		: [['Subtotal', '', sum], ['VAT', ' 19%', sum * 0.19], ['Freight', '', random.int(1, 9) * 5], ['Total', '', sum * 1.19]];
	for (const [label, more, amount] of sub) {
		const value = label === '运费' || label === 'Freight' ? (random.chance(0.5) ? '' : money(amount)) : money(amount);
		page.text(label + more, left + (right - left) * 0.4, y, style);
		const width = widthOf(value, style);
		if (value !== '' && currency !== '' && apart) page.text(currency, right - width - 1.6 * style.size, y, style, 'right');
		const isOne = currency !== '' && !apart;
		page.text(isOne && value !== '' ? `${currency} ${value}` : value, right, y, style, 'right');
		page.field(label, value === '' || currency === '' ? value : `${currency} ${value}`);
		y += 1.8 * style.size;
	}
	return y;
}

/** Values with colons of their own, and two labels in one run. */
function colons(draft: Draft): number {
	const { page, random, style, left, texts, zh } = draft;
	const colon = zh ? '：' : ': ';
	const own: [string, string][] = zh
		? [['备注', `注意：${texts.remark()}`], ['网址', `https://www.example.com/${random.int(10, 99)}?a=b:c`], ['时间', `${random.int(10, 23)}:${random.int(10, 59)}`], ['比例', `1:${random.int(2, 50)}`]]
		: [['Note', `see part ${random.int(2, 9)}: returns`], ['Link', `https://www.example.com/${random.int(10, 99)}?a=b:c`], ['Time', `${random.int(10, 23)}:${random.int(10, 59)}`], ['Subject', `Re: offer ${random.int(10, 99)}`]];
	let y = draft.top;
	for (const [label, value] of own) {
		const given = random.chance(EMPTY) ? '' : value;
		page.text(`${label}${colon}${given}`.trimEnd(), left, y, style);
		page.field(label, given);
		y += 2.1 * style.size;
	}
	const list = entries(draft, 6).filter(({ label }) => label !== '通讯地址' && label !== 'Address');
	for (let index = 0; index + 1 < list.length; index += 2) {
		const [first, second] = [list[index], list[index + 1]] as [Entry, Entry];
		const pair = [first, second].map(({ label, value }) => `${label}${colon}${value}`.trimEnd());
		page.text(pair.join(zh ? ' ' : '  '), left, y, style);
		note(draft, first);
		note(draft, second);
		y += 2.1 * style.size;
	}
	return y;
}

/** Two parties with the same labels. */
function sections(draft: Draft): number {
	const { page, random, style, left, right, texts, zh } = draft;
	const [one, two] = zh ? ['购买方', '销售方'] : ['Buyer', 'Seller'];
	const labels: [string, () => string][] = zh
		? [['名称', () => texts.company()], ['税号', () => texts.digits(15)], ['电话', () => texts.phone()]]
		: [['Name', () => texts.company()], ['Tax ID', () => texts.digits(10)], ['Phone', () => texts.phone()]];
	const colon = zh ? '：' : ': ';
	const isBeside = random.chance(0.5);
	let y = draft.top;
	for (const [index, section] of [one ?? '', two ?? ''].entries()) {
		const x = isBeside ? left + index * ((right - left) / 2) : left;
		let line = isBeside ? draft.top : y;
		page.text(section, x, line, { ...style, bold: true });
		for (const [label, make] of labels) {
			line += 1.9 * style.size;
			const value = random.chance(EMPTY) ? '' : make();
			page.text(`${label}${colon}${value}`.trimEnd(), x + style.size, line, style);
			page.field(`${section} > ${label}`, value);
		}
		y = line + 3 * style.size;
	}
	return y;
}

/** Filled in by hand: values a little higher or lower than their labels, and larger. */
function byHand(draft: Draft): number {
	const { page, random, style, left, zh } = draft;
	const list = entries(draft, 8);
	const colon = random.chance(0.5) ? (zh ? '：' : ':') : '';
	const stop = Math.max(...list.map(({ label }) => widthOf(label + colon, style))) + 1.5 * style.size;
	const hand = { ...style, size: Math.round(style.size * random.between(1, 1.3)) };
	let y = draft.top;
	for (const entry of list) {
		page.text(entry.label + colon, left, y, style);
		page.text(entry.value, left + stop + random.between(0, 3) * style.size, y + random.between(-0.6, 0.6) * style.size, hand);
		page.rule(left + stop, y + 0.7 * style.size, left + stop + 18 * style.size, y + 0.7 * style.size, 1, '#888888');
		note(draft, entry);
		y += random.between(2.6, 3.2) * style.size;
	}
	return y;
}

/** Values of several lines: beside, below and behind the colon. */
function severalLines(draft: Draft): number {
	const { page, random, style, left, right, texts, zh } = draft;
	const way = random.pick(['beside', 'below', 'behind']);
	const labels = zh ? ['收货单位', '付款单位', '装运地'] : ['Bill to', 'Ship to', 'Loaded at'];
	const columns = way === 'below' ? 3 : 1;
	const colon = way === 'behind' || random.chance(0.5) ? (zh ? '：' : ':') : '';
	let y = draft.top;
	for (const [index, label] of labels.entries()) {
		const lines = random.chance(EMPTY) ? [] : [texts.company(), texts.address(), texts.city()];
		const x = left + (index % columns) * ((right - left) / columns);
		if (columns === 3) for (const [at, line] of lines.entries()) lines[at] = line.slice(0, zh ? 9 : 17).trim();
		const printed = label + colon;
		const behind = widthOf(`${printed} `, style);
		if (way === 'behind') page.text(`${printed} ${lines[0] ?? ''}`.trimEnd(), x, y, style);
		else {
			page.text(printed, x, y, style);
			if (lines[0]) page.text(lines[0], way === 'beside' ? x + 6.5 * style.size : x, way === 'beside' ? y : y + 1.5 * style.size, style);
		}
		for (const [at, line] of lines.slice(1).entries()) {
			page.text(line, way === 'behind' ? x + behind : way === 'beside' ? x + 6.5 * style.size : x, y + (at + (way === 'below' ? 2 : 1)) * 1.35 * style.size, style);
		}
		page.field(label, joinLines(lines));
		if (columns === 1) y += Math.max(1, lines.length) * 1.35 * style.size + random.between(1, 1.6) * style.size;
	}
	if (columns === 3) y += 7 * style.size;
	for (const entry of entries(draft, 4)) {
		page.text(`${entry.label}${zh ? '：' : ': '}${entry.value}`.trimEnd(), left, y, style);
		note(draft, entry);
		y += 2.1 * style.size;
	}
	return y;
}

/** A ruled grid of two labels a row, without signs. */
function plainGrid(draft: Draft): number {
	const { page, random, style, left, right } = draft;
	const list = entries(draft, 10).filter(({ label }) => label !== '通讯地址' && label !== 'Address');
	const half = (right - left) / 2;
	const label = Math.max(...list.map((entry) => widthOf(entry.label, style))) + 1.4 * style.size;
	const height = random.between(2.1, 2.9) * style.size;
	const centred = random.chance(0.5);
	let y = draft.top;
	for (const [index, entry] of list.entries()) {
		const x = left + (index % 2) * half;
		page.frame(x, y, x + half, y + height);
		page.rule(x + label, y, x + label, y + height);
		page.text(entry.label, x + 0.6 * style.size, y + height / 2, style);
		if (centred) page.text(entry.value, x + (label + half) / 2, y + height / 2, style, 'center');
		else page.text(entry.value, x + label + 0.6 * style.size, y + height / 2, style);
		note(draft, entry);
		if (index % 2 === 1) y += height;
	}
	return y + height + style.size;
}

/** Labels of two lines in narrow cells. */
function wrappedLabels(draft: Draft): number {
	const { page, random, style, left, right, texts } = draft;
	const small = { ...style, size: Math.round(style.size * 0.9) };
	const list: [string, string, string][] = (
		[
			['Name and rank', 'of the guide', texts.person()],
			['Place of the', 'last firing', texts.city()],
			['Number of', 'hikers', String(random.int(2, 45))],
			['Day of the', 'descent', texts.date()],
			['Weight of', 'the gear', `${random.int(5, 90)} kg`],
		] as [string, string, string][]
	).map(([a, b, value]) => [a, b, random.chance(EMPTY) ? '' : value]);
	const atFirst = random.chance(0.5);
	let y = draft.top;
	for (const [a, b, value] of list) {
		const height = 3.4 * style.size;
		page.frame(left, y, right, y + height);
		page.text(a, left + 0.6 * style.size, y + 1.1 * style.size, small);
		page.text(b, left + 0.6 * style.size, y + 2.3 * style.size, small);
		page.text(value, left + 11 * style.size, y + (atFirst ? 1.1 : 1.7) * style.size, style);
		page.field(`${a} ${b}`, value);
		y += height;
	}
	return y + style.size;
}

interface Trait {
	draw: (draft: Draft) => number;
	languages: readonly ('zh' | 'en')[];
}

const BOTH = ['zh', 'en'] as const;
const TRAITS = {
	otherSigns: { draw: otherSigns, languages: BOTH },
	noSign: { draw: noSign, languages: BOTH },
	numbered: { draw: numbered, languages: BOTH },
	spread: { draw: spread, languages: ['zh'] },
	upright: { draw: upright, languages: ['zh'] },
	bilingualBelow: { draw: bilingualBelow, languages: ['zh'] },
	boxesBelow: { draw: boxesBelow, languages: BOTH },
	sums: { draw: sums, languages: BOTH },
	colons: { draw: colons, languages: BOTH },
	sections: { draw: sections, languages: BOTH },
	byHand: { draw: byHand, languages: BOTH },
	severalLines: { draw: severalLines, languages: BOTH },
	plainGrid: { draw: plainGrid, languages: BOTH },
	wrappedLabels: { draw: wrappedLabels, languages: ['en'] },
} as const satisfies Record<string, Trait>;

export type FormKind = keyof typeof TRAITS;
export const FORM_KINDS = Object.keys(TRAITS) as FormKind[];

const SKEWS = [0, 0, 2.5, 0, -4] as const;

/** Forms of each trait by turns. The same seed gives the same forms; one of four to five places is empty. */
export function composeForms({ seed, count, kinds = FORM_KINDS }: { seed: string | number; count: number; kinds?: readonly FormKind[] }): ComposedDocument[] {
	return Array.from({ length: count }, (_, number) => {
		const kind = inTurn(kinds, number);
		const ordinal = Math.floor(number / kinds.length);
		const random = new Random(`${seed}/${kind}/${ordinal}`);
		const { draw, languages }: Trait = TRAITS[kind];
		const language = inTurn(languages, ordinal);
		const texts = new Texts(random, language);
		const page = new Page(random.int(900, 1080));
		const style: TextStyle = { size: random.int(18, 23), face: language === 'en' && ordinal % 4 === 1 ? 'serif' : 'sans' };
		const draft: Draft = { page, random, texts, zh: language === 'zh', style, left: random.int(50, 80), right: page.width - random.int(50, 80), top: 150, ordinal };
		page.text(language === 'zh' ? '登记表' : 'Record sheet', page.width / 2, 70, { ...style, size: style.size + 8, bold: true }, 'center');
		const bottom = draw(draft);
		page.height = Math.round(bottom + 3 * style.size);
		return compose(page, { name: `${kind}-${ordinal + 1}`, kind: language === 'zh' ? 'form-zh' : 'form-en', turn: inTurn(SKEWS, number) });
	});
}
