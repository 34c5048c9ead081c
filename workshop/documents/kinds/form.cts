// Forms: labels and values beside, below and behind a colon; in a ruled grid and in the open.
import { widthOf } from '../fonts.cts';
import type { TextStyle } from '../fonts.cts';
import { Page } from '../page.cts';
import type { Random } from '../random.cts';
import type { Texts } from '../texts.cts';
import { ACCENTS, faceOf, inTurn } from './recipe.cts';
import type { Recipe } from './recipe.cts';

interface Entry {
	label: string;
	value: string;
}

const TITLES = {
	zh: ['用车申请单', '设备领用登记表', '访客登记表', '出差申请表', '会议室预订单', '培训报名表', '维修服务单', '员工信息登记表'],
	en: ['Visitor Registration', 'Equipment Request', 'Travel Request Form', 'Repair Service Order', 'Room Booking Form', 'Membership Application', 'Training Enrolment', 'Delivery Note'],
};

function entryPool(texts: Texts, random: Random): Entry[] {
	const zh: [string, () => string][] = [
		['申请人', () => texts.person()],
		['所属部门', () => texts.department()],
		['申请日期', () => texts.date()],
		['联系电话', () => texts.phone()],
		['目的地', () => `${texts.city()}市`],
		['人数', () => `${random.int(2, 45)}人`],
		['车牌号', () => texts.plate()],
		['开始时间', () => texts.time()],
		['预计费用', () => `${random.int(2, 95) * 100}元`],
		['单位名称', () => texts.company()],
		['通讯地址', () => texts.address()],
		['电子邮箱', () => texts.email()],
		['紧急联系人', () => texts.person()],
		['负责人', () => texts.person()],
		['单据编号', () => texts.code()],
		['备注', () => texts.remark()],
		['设备型号', () => texts.code()],
		['身份', () => random.pick(['正式员工', '实习生', '外来访客', '合作单位'])],
	];
	const en: [string, () => string][] = [
		['Full name', () => texts.person()],
		['Department', () => texts.department()],
		['Date of request', () => texts.date()],
		['Phone', () => texts.phone()],
		['Destination', () => texts.city()],
		['Persons', () => String(random.int(2, 45))],
		['Order number', () => texts.code()],
		['Arrival time', () => texts.time()],
		['Cost estimate', () => `${random.int(2, 95) * 10} EUR`],
		['Company', () => texts.company()],
		['Address', () => texts.address()],
		['Email', () => texts.email()],
		['Contact person', () => texts.person()],
		['Manager', () => texts.person()],
		['Remarks', () => texts.remark()],
		['Serial number', () => texts.code()],
		['Room', () => `${random.pick(['A', 'B', 'D', 'E'])}${random.int(201, 499)}`],
		['Status', () => random.pick(['Employee', 'Trainee', 'Guest', 'Partner'])],
	];
	return (texts.language === 'zh' ? zh : en).map(([label, value]) => ({ label, value: value() }));
}

/** English under the Chinese label of a bilingual grid. */
const BILINGUAL: Record<string, string> = {
	申请人: 'Applicant', 所属部门: 'Department', 申请日期: 'Request date', 联系电话: 'Phone number', 目的地: 'Destination',
	人数: 'Passengers', 车牌号: 'Licence plate', 开始时间: 'Start time', 预计费用: 'Estimated cost', 单位名称: 'Company',
	通讯地址: 'Address', 电子邮箱: 'Email', 紧急联系人: 'Emergency contact', 负责人: 'Manager', 单据编号: 'Form number',
	备注: 'Remarks', 设备型号: 'Model', 身份: 'Status',
};

interface Sheet {
	page: Page;
	recipe: Recipe;
	entries: Entry[];
	style: TextStyle;
	left: number;
	right: number;
	top: number;
	accent: (typeof ACCENTS)[number];
}

/** Longest first into full rows, the others in pairs: what fits is decided by the measured widths. */
function intoRows(entries: readonly Entry[], fits: (entry: Entry) => boolean): Entry[][] {
	const rows: Entry[][] = [];
	let open: Entry[] | undefined;
	for (const entry of entries) {
		if (!fits(entry)) rows.push([entry]);
		else if (open) {
			open.push(entry);
			open = undefined;
		} else {
			open = [entry];
			rows.push(open);
		}
	}
	return rows;
}

/** How the label cells of a grid are filled: in one language, in two, or in two with the English on two lines. */
type GridLabels = 'plain' | 'bilingual' | 'stacked';

/** Lines of a label cell, from top to bottom. */
function labelLines(label: string, kind: GridLabels): { words: string; zh: boolean }[] {
	const english = BILINGUAL[label] ?? '';
	if (kind === 'plain') return [{ words: label, zh: true }];
	if (kind === 'bilingual') return [{ words: label, zh: true }, { words: english, zh: false }];
	return [...english.split(' ').map((words) => ({ words, zh: false })), { words: label, zh: true }];
}

/** Framed cells: shaded label, value beside it. */
function grid({ page, recipe, entries, style, left, right, top, accent }: Sheet, kind: GridLabels): number {
	const { random } = recipe;
	const { size } = style;
	const small = { ...style, size: Math.round(size * 0.82) };
	const styleOf = (zh: boolean) => (zh ? style : small);
	const widest = entries.flatMap(({ label }) => labelLines(label, kind).map(({ words, zh }) => widthOf(words, styleOf(zh))));
	const labelWidth = Math.max(...widest) + 1.6 * size;
	const half = (right - left) / 2;
	const valueWidth = half - labelWidth - 1.6 * size;
	const lineCount = Math.max(...entries.map(({ label }) => labelLines(label, kind).length));
	const height = lineCount === 1 ? random.between(2.3, 3) * size : (0.7 + 1.3 * lineCount) * size;
	const centred = random.chance(0.5);
	const rows = intoRows(entries, ({ value }) => widthOf(value, style) <= valueWidth);
	const cell = (x1: number, x2: number, y: number, { label, value }: Entry) => {
		page.fill(x1, y + 1, x1 + labelWidth, y + height, accent.fill);
		page.rule(x1 + labelWidth, y, x1 + labelWidth, y + height);
		const middle = y + height / 2;
		const lines = labelLines(label, kind);
		for (const [index, { words, zh }] of lines.entries()) {
			page.text(words, x1 + 0.8 * size, middle + (index - (lines.length - 1) / 2) * 1.3 * size, styleOf(zh));
		}
		if (centred) page.text(value, (x1 + labelWidth + x2) / 2, middle, style, 'center');
		else page.text(value, x1 + labelWidth + 0.8 * size, middle, style);
		page.field(label, value);
	};
	let y = top;
	for (const row of rows) {
		const draw = () => {
			const [first, second] = row;
			if (first) cell(left, second ? left + half : right, y, first);
			if (second) cell(left + half, right, y, second);
		};
		if (kind === 'plain') draw();
		else page.unordered(draw);
		if (row[1]) page.rule(left + half, y, left + half, y + height);
		y += height;
		page.rule(left, y, right, y);
	}
	page.frame(left, top, right, y, 2);
	return y;
}

/** Open form: labels at one edge, values at a tab stop over a line to write on. */
function tabStops({ page, recipe, entries, style, left, right, top }: Sheet): number {
	const { size } = style;
	const colon = recipe.random.chance(0.5) ? (recipe.texts.language === 'zh' ? '：' : ':') : '';
	const labelWidth = Math.max(...entries.map(({ label }) => widthOf(label + colon, style)));
	const stop = labelWidth + recipe.random.between(1.3, 3) * size;
	const pitch = recipe.random.between(2, 2.7) * size;
	const two = entries.every(({ value }) => stop + widthOf(value, style) < (right - left) / 2 - 1.5 * size);
	const columns = two ? 2 : 1;
	const columnWidth = (right - left) / columns;
	for (const [index, { label, value }] of entries.entries()) {
		const x = left + (index % columns) * columnWidth;
		const y = top + Math.floor(index / columns) * pitch;
		page.text(label + colon, x, y, style);
		page.text(value, x + stop, y, style);
		page.rule(x + stop - 0.4 * size, y + 0.75 * size, x + columnWidth - 1.2 * size, y + 0.75 * size, 1, '#8a8a8a');
		page.field(label, value);
	}
	return top + Math.ceil(entries.length / columns) * pitch;
}

/** Label, colon and value in one run. */
function colons({ page, recipe, entries, style, left, right, top }: Sheet): number {
	const { size } = style;
	const colon = recipe.texts.language === 'zh' ? inTurn(['：', ':'], recipe.ordinal) : ': ';
	const pitch = recipe.random.between(1.9, 2.5) * size;
	const half = (right - left) / 2;
	const rows = intoRows(entries, ({ label, value }) => widthOf(label + colon + value, style) < half - 1.5 * size);
	let y = top;
	for (const row of rows) {
		for (const [index, { label, value }] of row.entries()) {
			page.text(label + colon + value, left + index * half, y, style);
			page.field(label, value);
		}
		y += pitch;
	}
	return y;
}

/** Boxes with a small label above the value. */
function boxes({ page, recipe, entries, style, left, right, top, accent }: Sheet): number {
	const { size } = style;
	const small = { ...style, size: Math.round(size * 0.8), color: '#4a4a4a' };
	const height = recipe.random.between(3.3, 3.8) * size;
	const columns = 3;
	const width = (right - left) / columns;
	const needs = ({ label, value }: Entry) => Math.min(columns, Math.ceil((Math.max(widthOf(value, style), widthOf(label, small)) + 1.8 * size) / width));
	let column = 0;
	let y = top;
	for (const entry of entries) {
		const span = needs(entry);
		if (column + span > columns) {
			column = 0;
			y += height;
		}
		const x = left + column * width;
		page.frame(x, y, x + span * width, y + height, 1, accent.ink);
		page.text(entry.label, x + 0.6 * size, y + 0.95 * size, small);
		page.text(entry.value, x + 0.6 * size, y + height - 1.15 * size, style);
		page.field(entry.label, entry.value);
		column += span;
	}
	return y + height;
}

const LAYOUTS = ['plain', 'colons', 'tabs', 'boxes', 'bilingual', 'stacked'] as const;

function drawEntries(layout: (typeof LAYOUTS)[number], sheet: Sheet): number {
	switch (layout) {
		case 'plain':
		case 'bilingual':
		case 'stacked':
			return grid(sheet, layout);
		case 'colons':
			return colons(sheet);
		case 'tabs':
			return tabStops(sheet);
		case 'boxes':
			return boxes(sheet);
	}
}

/** A form of 8 to 12 fields in the layout whose turn it is. */
export function form(recipe: Recipe): Page {
	const { random, texts, ordinal } = recipe;
	const page = new Page(random.int(900, 1080));
	const accent = inTurn(ACCENTS, ordinal);
	const style: TextStyle = { size: random.int(18, 22), face: faceOf(recipe) };
	const [left, right] = [random.int(50, 80), page.width - random.int(50, 80)];
	const title = random.pick(TITLES[texts.language]);
	page.text(title, page.width / 2, 70, { ...style, size: style.size + 10, bold: true, color: accent.ink }, 'center');

	const layouts = texts.language === 'zh' ? LAYOUTS : LAYOUTS.filter((name) => name !== 'bilingual' && name !== 'stacked');
	const layout = inTurn(layouts, ordinal);
	const entries = random.sample(entryPool(texts, random), random.int(8, 12));
	// On every third form one line was left empty. Not behind a colon: nobody prints a form like that.
	const forgotten = random.int(0, entries.length - 1);
	if (ordinal % 3 === 2 && layout !== 'colons') entries[forgotten] = { label: entries[forgotten]?.label ?? '', value: '' };
	const bottom = drawEntries(layout, { page, recipe, entries, style, left, right, top: 130, accent });

	const [signed, office] = texts.language === 'zh' ? ['签字', '审批意见'] : ['Signed by', 'Approval'];
	const colon = texts.language === 'zh' ? '：' : ': ';
	const footer = bottom + 2.4 * style.size;
	const approval = texts.language === 'zh' ? '同意' : 'Agreed';
	const signer = texts.person();
	page.text(`${office}${colon}${approval}`, left, footer, style);
	page.text(`${signed}${colon}${signer}`, right - 12 * style.size, footer, style);
	page.field(office, approval);
	page.field(signed, signer);
	page.stampSpot = [right - 3.5 * style.size, footer - 0.4 * style.size];
	page.height = Math.round(footer + 3.2 * style.size);
	return page;
}
