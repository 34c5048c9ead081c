// Tables with what makes printed ones hard to read, one trait each: rows of several lines, remarks between rows,
// heads of several storeys or none, sections, columns that touch, neighbours beside them. The usual ones are in tables.cts.
import { compose } from '../compose.cts';
import type { ComposedDocument } from '../compose.cts';
import { wrap } from '../fonts.cts';
import type { TextStyle } from '../fonts.cts';
import { Page } from '../page.cts';
import { Random } from '../random.cts';
import { money, Texts } from '../texts.cts';
import type { Point, Quad } from '../types.cts';
import { PlainTable } from './plainTable.cts';
import type { PlainColumn, PlainLook } from './plainTable.cts';
import { inTurn } from './recipe.cts';

/** A page being drawn, and what it is drawn with. */
interface Draft {
	page: Page;
	random: Random;
	texts: Texts;
	zh: boolean;
	style: TextStyle;
	left: number;
	right: number;
	top: number;
	look: PlainLook;
}

/** Where on the page a point of the flat sheet comes to lie. */
type Bend = (x: number, y: number) => Point;

const text = (zh: boolean, chinese: string, english: string) => (zh ? chinese : english);

/** Goods with their number, quantity, price and amount. */
function goods({ random, texts, zh }: Draft, count: number, wrapAt?: number): { columns: PlainColumn[]; rows: string[][] } {
	const columns: PlainColumn[] = [
		{ head: [text(zh, '编号', 'Code')], align: 'left' },
		{ head: [text(zh, '品名', 'Article')], align: 'left', ...(wrapAt === undefined ? {} : { wrapAt }) },
		{ head: [text(zh, '数量', 'Pieces')], align: 'right' },
		{ head: [text(zh, '单价', 'Each')], align: 'right' },
		{ head: [text(zh, '金额', 'Amount')], align: 'right' },
	];
	const rows = texts.goods(count).map(({ name, price }) => {
		const pieces = random.int(2, 48);
		return [texts.code(), name, String(pieces), money(price), money(price * pieces)];
	});
	return { columns, rows };
}

const PLACES = { zh: ['东湖站', '西岭站', '南桥站', '北港站', '青石站', '白沙站', '长坪站', '古渡站', '云台站', '柳林站'], en: ['Eastlake', 'Westridge', 'Southbridge', 'Northport', 'Greystone', 'Whitesand', 'Longfield', 'Oldferry', 'Cloudhill', 'Willow Grove'] };

/** Stations with figures. */
function figures({ random, zh }: Draft, count: number, columns: number, decimals = 1): string[][] {
	return random.sample(PLACES[zh ? 'zh' : 'en'], count).map((place) => [place, ...Array.from({ length: columns }, () => random.between(3, 96).toFixed(decimals))]);
}

const figureColumns = (key: string, heads: readonly string[]): PlainColumn[] => [{ head: [key], align: 'left' }, ...heads.map((head): PlainColumn => ({ head: [head], align: 'right' }))];

function plain(draft: Draft, columns: readonly PlainColumn[], rows: readonly (readonly string[])[], look: Partial<PlainLook> = {}, area: Partial<{ left: number; right: number; top: number }> = {}): PlainTable {
	const { page, style, left, right, top } = draft;
	return new PlainTable(page, columns, rows, { left, right, top, ...area }, style, { ...draft.look, ...look });
}

function whole(draft: Draft, columns: readonly PlainColumn[], rows: readonly (readonly string[])[], look: Partial<PlainLook> = {}, area: Partial<{ left: number; right: number; top: number }> = {}): number {
	const table = plain(draft, columns, rows, look, area);
	const header = table.head(columns, { ...draft.style, bold: draft.random.chance(0.5) });
	draft.page.tables.push({ header, rows: rows.map((row) => table.row(row)) });
	table.close();
	return table.y;
}

/** Names of one to three lines between rows that stand little further apart than lines of one name. */
function wrappedNames(draft: Draft): number {
	const { random, texts } = draft;
	const { columns, rows } = goods(draft, random.int(5, 8), random.int(150, 190));
	for (const row of rows) if (random.chance(0.45)) row[1] = inTurn(texts.descriptions(3), random.int(0, 2));
	return whole(draft, columns, rows, { leading: random.between(1.25, 1.35), step: random.between(1.7, 2.3), vertical: random.chance(0.6) ? 'top' : 'middle' });
}

/** A key that stands level with the middle of the two or three rows it belongs to. */
function mergedKeys(draft: Draft): number {
	const { page, random, texts, zh } = draft;
	const columns = figureColumns(text(zh, '批次', 'Batch'), []).concat([
		{ head: [text(zh, '工序', 'Step')], align: 'left' },
		{ head: [text(zh, '数量', 'Pieces')], align: 'right' },
		{ head: [text(zh, '费用', 'Cost')], align: 'right' },
	]);
	const rows: string[][] = [];
	const sizes: number[] = [];
	for (let group = 0; group < 4; group++) {
		const size = random.int(1, 2);
		sizes.push(size);
		for (const [index, { name, price }] of texts.goods(size).entries()) rows.push([index === 0 ? texts.code() : '', name, String(random.int(2, 60)), money(price * 7)]);
	}
	const table = plain(draft, columns, rows, { rules: 'none' });
	const header = table.head(columns);
	const truth: string[][] = [];
	let at = 0;
	for (const size of sizes) {
		const own = rows.slice(at, at + size);
		const top = table.y;
		for (const row of own) truth.push([row[0] ?? '', ...table.row(['', ...row.slice(1)]).slice(1)]);
		table.put(own[0]?.[0] ?? '', 0, top + (table.y - top - draft.look.step * draft.style.size) / 2);
		at += size;
	}
	page.tables.push({ header, rows: truth });
	return table.y;
}

/** "Label: text" below some of the items, which are no part of their names. */
function details(draft: Draft): number {
	const { page, random, texts, zh } = draft;
	const { columns, rows } = goods(draft, random.int(3, 6));
	const table = plain(draft, columns, rows);
	const header = table.head(columns);
	const truth: string[][] = [];
	const colon = zh ? '：' : ': ';
	for (const row of rows) {
		truth.push(table.row(row));
		for (const label of random.sample(zh ? ['批号', '产地', '保修', '备注'] : ['Batch', 'Origin', 'Warranty', 'Note'], random.int(0, 3))) {
			const line = `${label}${colon}${label === '产地' || label === 'Origin' ? texts.city() : label === '保修' || label === 'Warranty' ? text(zh, `${random.int(2, 5)}年`, `${random.int(2, 5)} years`) : texts.code()}`;
			table.put(line, 1);
			table.y += draft.look.step * 0.85 * draft.style.size;
			truth.push(['', line, '', '', '']);
		}
	}
	page.tables.push({ header, rows: truth });
	return table.y;
}

/** No head: the first row is a row, whole numbers in it or places left empty. */
function noHead(draft: Draft): number {
	const { page, random, zh } = draft;
	const isGoods = random.chance(0.5);
	const rows = isGoods ? goods(draft, random.int(5, 9)).rows : figures(draft, random.int(6, 9), random.int(3, 5), zh ? 0 : 1);
	const first = rows[0];
	if (first && random.chance(0.5)) first[isGoods ? 2 : 1] = '';
	const columns = (rows[0] ?? []).map((_, column): PlainColumn => ({ head: [''], align: isGoods ? (column < 2 ? 'left' : 'right') : column === 0 ? 'left' : 'right' }));
	const table = plain(draft, columns, rows);
	page.tables.push({ header: columns.map(() => ''), rows: rows.map((row) => table.row(row)) });
	table.close();
	return table.y;
}

/** Heads of two or three storeys: years or names over groups of columns, a name over all of them. */
function storeys(draft: Draft): number {
	const { page, random, style, zh } = draft;
	const year = random.int(2019, 2024);
	const uppers = random.pick([[String(year), String(year + 1)], zh ? ['计划', '实际'] : ['Planned', 'Actual'], zh ? ['国内', '国外', '合计'] : ['Inland', 'Abroad', 'Both']]);
	const lowers = zh ? ['进港', '出港'] : ['Inbound', 'Outbound'];
	const all = random.chance(0.4) ? text(zh, '货物（吨）', 'Freight, tons') : '';
	const columns = figureColumns(text(zh, '站点', 'Station'), uppers.flatMap(() => lowers));
	const rows = figures(draft, random.int(4, 8), columns.length - 1);
	const table = plain(draft, columns, rows, { gap: 1.8 });
	const storey = 1.3 * style.size;
	if (all !== '') {
		table.over(all, 1, columns.length - 1);
		table.y += storey;
	}
	for (const [index, upper] of uppers.entries()) table.over(upper, 1 + index * 2, 2 + index * 2);
	table.y += storey;
	const [key = '', ...names] = table.head(columns);
	const header = [key, ...names.map((name, index) => [all, uppers[Math.floor(index / 2)] ?? '', name].filter((part) => part !== '').join(' '))];
	page.tables.push({ header, rows: rows.map((row) => table.row(row)) });
	table.close();
	return table.y;
}

/** Names of two or three lines over narrow columns. */
function wrappedHeads(draft: Draft): number {
	const { random, zh } = draft;
	const heads = zh ? [['本月', '用电'], ['上月', '用电'], ['同比', '增减', '（%）'], ['备用']] : [['Power', 'this month'], ['Power', 'last month'], ['Change', 'over a', 'year (%)'], ['Spare']];
	const columns: PlainColumn[] = [{ head: [text(zh, '站点', 'Station')], align: 'left' }, ...heads.map((head): PlainColumn => ({ head, align: 'right', headAlign: random.chance(0.5) ? 'center' : 'right' }))];
	return whole(draft, columns, figures(draft, random.int(4, 8), 4), { leading: 1.3, step: random.between(1.8, 2.4), gap: 1.8 });
}

/** A title close above the table, in the middle or with a unit at the right. */
function titled(draft: Draft): number {
	const { page, random, style, zh } = draft;
	const columns = figureColumns(text(zh, '站点', 'Station'), zh ? ['春季', '夏季', '秋季', '冬季'] : ['Spring', 'Summer', 'Autumn', 'Winter']);
	const isCentred = random.chance(0.5);
	page.text(text(zh, '各站降水量统计', 'Rainfall by station and season'), isCentred ? (draft.left + draft.right) / 2 : draft.left, draft.top, style, isCentred ? 'center' : 'left');
	if (random.chance(0.5)) page.text(text(zh, '单位：毫米', 'in mm'), draft.right, draft.top, style, 'right');
	return whole(draft, columns, figures(draft, random.int(4, 8), 4), { spread: true }, { top: draft.top + random.between(1.7, 2.4) * style.size });
}

/** Names of sections between the rows, and sums. */
function sections(draft: Draft): number {
	const { page, random, style, zh } = draft;
	const columns = figureColumns(text(zh, '站点', 'Station'), zh ? ['一季度', '二季度', '三季度'] : ['Q1', 'Q2', 'Q3']);
	const rows = figures(draft, 8, 3);
	const table = plain(draft, columns, rows);
	const header = table.head(columns);
	const truth: string[][] = [];
	const bold = { ...style, bold: random.chance(0.5) };
	for (const [index, name] of (zh ? ['沿海地区', '山区', '平原'] : ['Coastal stations', 'Stations in the hills', 'Plains']).entries()) {
		table.put(name, 0, table.y, 'left', bold);
		table.y += draft.look.step * style.size;
		truth.push([name, '', '', '']);
		for (const row of rows.slice(index * 2, index * 2 + random.int(1, 3)).slice(0, 2)) truth.push(table.row(row));
		if (random.chance(0.4)) truth.push(table.row([text(zh, '小计', 'Subtotal'), ...Array.from({ length: 3 }, () => random.between(100, 200).toFixed(1))]));
	}
	page.tables.push({ header, rows: truth });
	table.close();
	return table.y;
}

/** Words alone in all columns, most cells of several lines. */
function words(draft: Draft): number {
	const { random, texts, zh, left, right } = draft;
	const columns: PlainColumn[] = [
		{ head: [text(zh, '岗位', 'Post')], align: 'left' },
		{ head: [text(zh, '职责', 'Duty')], align: 'left', wrapAt: (right - left) * 0.36 },
		{ head: [text(zh, '说明', 'Remarks')], align: 'left', wrapAt: (right - left) * 0.3 },
	];
	const sentences = texts.sentences(6).concat(texts.descriptions(6));
	const rows = random.sample(zh ? ['门卫', '仓管员', '司机', '厨师', '电工'] : ['Porter', 'Storekeeper', 'Driver', 'Cook', 'Electrician'], random.int(3, 5)).map((post, index) => [post, sentences[index] ?? '', random.chance(0.8) ? (sentences[6 + index] ?? '') : texts.remark()]);
	return whole(draft, columns, rows, { leading: random.between(1.25, 1.4), step: random.between(1.9, 2.6), gap: 2, vertical: random.chance(0.7) ? 'top' : 'middle' });
}

/** Names and amounts in two columns under a head. */
function twoColumns(draft: Draft): number {
	const { random, texts, zh } = draft;
	const columns: PlainColumn[] = [{ head: [text(zh, '项目', 'Account')], align: 'left' }, { head: [text(zh, '金额', 'Amount')], align: 'right' }];
	const rows = texts.goods(random.int(4, 9)).map(({ name, price }) => [name, money(price * random.int(2, 90))]);
	return whole(draft, columns, rows, { spread: random.chance(0.6), gap: random.int(3, 9) });
}

/** A text of one row that reaches over the empty places beside it. */
function overEmpty(draft: Draft): number {
	const { page, random, zh } = draft;
	const { columns, rows } = goods(draft, random.int(5, 8));
	const table = plain(draft, columns, rows);
	const header = table.head(columns);
	const long = text(zh, '夜间装卸及场内二次搬运附加费用合计', 'Unloading at night and carriage within the yard');
	const at = random.int(1, rows.length - 1);
	const truth = rows.flatMap((row, index) => {
		const own = [table.row(row)];
		if (index === at) own.push(table.row([long, '', '', '', money(random.int(20, 400))]));
		return own;
	});
	page.tables.push({ header, rows: truth });
	table.close();
	return table.y;
}

/** Short heads in the middle of columns of long texts that begin at the left. */
function centredHeads(draft: Draft): number {
	const { random, texts, zh } = draft;
	const columns: PlainColumn[] = [
		{ head: [text(zh, '日期', 'Date')], align: 'left', headAlign: 'center' },
		{ head: [text(zh, '单位名称', 'Firm')], align: 'left', headAlign: 'center' },
		{ head: [text(zh, '地址', 'Place')], align: 'left', headAlign: 'center' },
		{ head: [text(zh, '金额', 'Sum')], align: 'right', headAlign: 'center' },
	];
	const rows = Array.from({ length: random.int(4, 7) }, () => [texts.date(), texts.company(), texts.address(), money(random.int(50, 9000))]);
	return whole(draft, columns, rows, { gap: 1.5 });
}

/** A currency sign of its own at the left edge of each amount's column. */
function currencyApart(draft: Draft): number {
	const { page, random, style, zh } = draft;
	const { columns, rows } = goods(draft, random.int(4, 8));
	const sign = random.pick(zh ? ['¥'] : ['$', '€', 'RM']);
	const table = plain(draft, columns, rows.map((row) => row.map((cell, column) => (column === 4 ? `${sign}${'0'.repeat(3)}${cell}` : cell))));
	const header = table.head(columns);
	const truth = rows.map((row) => {
		const y = table.y;
		table.row(row);
		const place = table.places[4];
		if (place) page.text(sign, place.left, y, style);
		return row.map((cell, column) => (column === 4 ? `${sign} ${cell}` : cell));
	});
	page.tables.push({ header, rows: truth });
	return table.y;
}

/** Columns of figures that stand nearer than words of one text do. */
function touching(draft: Draft): number {
	const { random, zh } = draft;
	const columns = figureColumns(text(zh, '站点', 'Station'), zh ? ['甲', '乙', '丙', '丁'] : ['N', 'E', 'S', 'W']);
	return whole(draft, columns, figures(draft, random.int(6, 9), 4), { spread: false, gap: random.between(0.85, 1.3) });
}

/** Two or three tables side by side under the same heads. */
function sameBeside(draft: Draft): number {
	const { page, random, zh, left, right } = draft;
	const parts = random.int(2, 3);
	const width = (right - left) / parts;
	const count = random.int(5, 9);
	const columns = figureColumns(text(zh, '站点', 'Station'), [text(zh, '水位', 'Level')]);
	const names = figures(draft, 10, 1).concat(figures(draft, 10, 1), figures(draft, 10, 1));
	let bottom = draft.top;
	for (let part = 0; part < parts; part++) {
		const own = names.slice(part * 10, part * 10 + count);
		const table = plain(draft, columns, own, { spread: false, gap: 2, rules: 'none' }, { left: left + part * width, right: left + (part + 1) * width });
		const header = table.head(columns);
		page.tables.push({ header, rows: own.map((row) => table.row(row)) });
		bottom = table.y;
	}
	return bottom;
}

/** Running text beside a table. */
function textBeside(draft: Draft): number {
	const { page, random, texts, style, zh, left, right } = draft;
	const isLeft = random.chance(0.5);
	const half = (right - left) / 2 - 1.5 * style.size;
	const columns = figureColumns(text(zh, '站点', 'Station'), zh ? ['昼', '夜'] : ['Day', 'Night']);
	const rows = figures(draft, random.int(6, 9), 2);
	const body = texts.sentences(7).join(zh ? '' : ' ');
	const leading = random.between(1.3, 1.7) * style.size;
	if (isLeft) page.nextRegion();
	const draw = () => {
		const from = isLeft ? right - half : left;
		return whole(draft, columns, rows, { spread: false, gap: 2, rules: 'none' }, { left: from, right: from + half });
	};
	const bottom = isLeft ? draft.top : draw();
	page.nextRegion();
	for (const [index, line] of wrap(body, half, style).slice(0, Math.ceil(((rows.length + 1) * draft.look.step * style.size) / leading)).entries()) {
		page.text(line, isLeft ? left : right - half, draft.top + index * leading, style);
	}
	page.nextRegion();
	return Math.max(bottom, isLeft ? draw() : bottom);
}

/** Short blocks that the service finds a few degrees askew. */
function askew(draft: Draft): number {
	const { page, random } = draft;
	const { columns, rows } = goods(draft, random.int(5, 8));
	const bottom = whole(draft, columns, rows);
	for (const run of page.runs) if (run.words.length <= 4 && random.chance(0.4)) run.tilt = random.between(-6, 6);
	return bottom;
}

/** Characters of the heads set wide apart. */
function spacedHeads(draft: Draft): number {
	const { page, random, style } = draft;
	const { columns, rows } = goods({ ...draft, zh: true }, random.int(4, 8));
	const table = plain(draft, columns, rows, { spread: true, gap: 2.5 });
	for (const [column, { head, align }] of columns.entries()) {
		const [first = '', second = ''] = Array.from(head[0] ?? '');
		const place = table.places[column];
		if (!place) continue;
		const apart = random.between(1, 1.6) * style.size;
		const from = align === 'left' ? place.left : place.right - 2 * style.size - apart;
		page.text(first, from, table.y, style);
		page.text(second, from + style.size + apart, table.y, style);
	}
	table.y += draft.look.step * style.size;
	page.tables.push({ header: columns.map(({ head }) => head.join('')), rows: rows.map((row) => table.row(row)) });
	table.close();
	return table.y;
}

/** A sheet that is curled or seen from the side. */
function bent(draft: Draft): number {
	const { columns, rows } = goods(draft, draft.random.int(7, 10));
	return whole(draft, columns, rows, { spread: true });
}

function bendOf(page: Page, random: Random): Bend {
	const { width, height } = page;
	const sag = random.between(0.012, 0.03) * width * (random.chance(0.5) ? 1 : -1);
	const side = random.between(-0.05, 0.05);
	const isCurled = random.chance(0.5);
	return (x, y) => (isCurled ? [x, y + sag * Math.sin((Math.PI * x) / width)] : [x, y + side * (x - width / 2) * (y / height - 0.5) * 2]);
}

interface Trait {
	draw: (draft: Draft) => number;
	languages: readonly ('zh' | 'en')[];
	/** How often the trait comes up among others. */
	often: number;
	bend?: (page: Page, random: Random) => Bend;
}

const BOTH = ['zh', 'en'] as const;
const TRAITS = {
	wrappedNames: { draw: wrappedNames, languages: BOTH, often: 3 },
	mergedKeys: { draw: mergedKeys, languages: BOTH, often: 1 },
	details: { draw: details, languages: BOTH, often: 2 },
	noHead: { draw: noHead, languages: BOTH, often: 2 },
	storeys: { draw: storeys, languages: BOTH, often: 2 },
	wrappedHeads: { draw: wrappedHeads, languages: BOTH, often: 1 },
	titled: { draw: titled, languages: BOTH, often: 1 },
	sections: { draw: sections, languages: BOTH, often: 2 },
	words: { draw: words, languages: BOTH, often: 2 },
	twoColumns: { draw: twoColumns, languages: BOTH, often: 1 },
	overEmpty: { draw: overEmpty, languages: BOTH, often: 1 },
	centredHeads: { draw: centredHeads, languages: BOTH, often: 1 },
	currencyApart: { draw: currencyApart, languages: BOTH, often: 1 },
	touching: { draw: touching, languages: BOTH, often: 1 },
	sameBeside: { draw: sameBeside, languages: BOTH, often: 1 },
	textBeside: { draw: textBeside, languages: BOTH, often: 1 },
	askew: { draw: askew, languages: BOTH, often: 1 },
	spacedHeads: { draw: spacedHeads, languages: ['zh'], often: 1 },
	bent: { draw: bent, languages: BOTH, often: 1, bend: bendOf },
} as const satisfies Record<string, Trait>;

export type TableKind = keyof typeof TRAITS;
export const TABLE_KINDS = Object.keys(TRAITS) as TableKind[];

const SKEWS = [0, 0, 2.5, 0, -4] as const;
const RULES = ['none', 'lines', 'none', 'grid'] as const;

/** Kinds as often as they come up. */
function dealt(kinds: readonly TableKind[]): TableKind[] {
	const most = Math.max(...kinds.map((kind) => TRAITS[kind].often));
	return Array.from({ length: most }, (_, round) => kinds.filter((kind) => TRAITS[kind].often > round)).flat();
}

/** A document with how its table is ruled; of a bent one, the picture does not show where its blocks are. */
export type TableDocument = ComposedDocument & { rules: PlainLook['rules']; isBent: boolean };

function bentBlocks(document: ComposedDocument, bend: Bend): ComposedDocument {
	return { ...document, blocks: document.blocks.map((block) => ({ ...block, location: block.location.map(([x, y]) => bend(x, y).map(Math.round) as Point) as Quad })) };
}

/**
 * Tables of each trait by turns, as often as each comes up; ruled and unruled, level and askew. The same seed
 * gives the same tables. Sheets that are bent have bent blocks; their pictures are flat.
 */
export function composeTables({ seed, count, kinds = TABLE_KINDS }: { seed: string | number; count: number; kinds?: readonly TableKind[] }): TableDocument[] {
	const turns = dealt(kinds);
	const drawn = new Map<TableKind, number>();
	return Array.from({ length: count }, (_, number) => {
		const kind = inTurn(turns, number);
		const ordinal = drawn.get(kind) ?? 0;
		drawn.set(kind, ordinal + 1);
		const random = new Random(`${seed}/${kind}/${ordinal}`);
		const { draw, languages, bend }: Trait = TRAITS[kind];
		const language = inTurn(languages, ordinal);
		const page = new Page(random.int(1240, 1380));
		const style: TextStyle = { size: random.int(17, 22), face: language === 'en' && ordinal % 4 === 1 ? 'serif' : 'sans' };
		const look: PlainLook = { leading: 1.3, step: random.between(1.6, 2.4), gap: random.between(1.6, 3), spread: random.chance(0.6), vertical: 'top', rules: inTurn(RULES, ordinal) };
		const draft: Draft = { page, random, texts: new Texts(random, language), zh: language === 'zh', style, left: random.int(50, 80), right: page.width - random.int(50, 80), top: 170, look };
		page.text(language === 'zh' ? '月度汇总' : 'Monthly summary', page.width / 2, 70, { ...style, size: style.size + 8, bold: true }, 'center');
		const bottom = draw(draft);
		page.height = Math.round(bottom + 3 * style.size);
		const document = compose(page, { name: `${kind}-${ordinal + 1}`, kind: 'table-lineless', turn: bend ? 0 : inTurn(SKEWS, number) });
		return { ...(bend ? bentBlocks(document, bend(page, random)) : document), rules: look.rules, isBent: bend !== undefined };
	});
}
