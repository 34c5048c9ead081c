// Tables: ruled, without rules, with wrapped cells, with empty cells; price lists.
import type { TextStyle } from '../fonts.cts';
import { Page } from '../page.cts';
import { drawTable } from '../table.cts';
import type { TableColumn, TableLook } from '../table.cts';
import { money } from '../texts.cts';
import { ACCENTS, faceOf, inTurn } from './recipe.cts';
import type { Recipe } from './recipe.cts';

interface Content {
	title: string;
	columns: TableColumn[];
	rows: string[][];
}

function stockList({ random, texts }: Recipe, count: number): Content {
	const zh = texts.language === 'zh';
	return {
		title: zh ? '库存盘点表' : 'Stock Report',
		columns: [
			{ header: zh ? '编号' : 'Code', align: 'left' },
			{ header: zh ? '品名' : 'Item', align: 'left' },
			{ header: zh ? '单位' : 'Unit', align: 'center' },
			{ header: zh ? '账面数' : 'Booked', align: 'right' },
			{ header: zh ? '实盘数' : 'Counted', align: 'right' },
			{ header: zh ? '仓位' : 'Shelf', align: 'center' },
		],
		rows: texts.goods(count).map(({ name, unit }) => {
			const booked = random.int(4, 960);
			return [texts.code(), name, unit, String(booked), String(Math.max(1, booked - random.int(0, 6))), `${random.pick(['A', 'B', 'D'])}${random.int(11, 48)}`];
		}),
	};
}

function staffList({ random, texts }: Recipe, count: number): Content {
	const zh = texts.language === 'zh';
	const seen = new Set<string>();
	while (seen.size < count) seen.add(texts.person());
	return {
		title: zh ? '培训人员名单' : 'Course Attendance',
		columns: [
			{ header: zh ? '姓名' : 'Name', align: 'left' },
			{ header: zh ? '部门' : 'Department', align: 'left' },
			{ header: zh ? '入职日期' : 'Joined', align: 'center' },
			{ header: zh ? '电话' : 'Phone', align: 'right' },
			{ header: zh ? '成绩' : 'Score', align: 'right' },
		],
		rows: [...seen].map((name) => [
			name,
			texts.department(),
			`${random.int(2012, 2025)}-${String(random.int(10, 12))}-${random.int(10, 28)}`,
			texts.phone(),
			String(random.int(58, 99)),
		]),
	};
}

function measurements({ random, texts }: Recipe, count: number): Content {
	const zh = texts.language === 'zh';
	const value = (low: number, high: number) => random.between(low, high).toFixed(1);
	return {
		title: zh ? '气象观测记录' : 'Weather Record',
		columns: [
			{ header: zh ? '日期' : 'Date', align: 'left' },
			{ header: zh ? '气温' : 'Degrees', align: 'right' },
			{ header: zh ? '湿度' : 'Humidity', align: 'right' },
			{ header: zh ? '气压' : 'Pressure', align: 'right' },
			{ header: zh ? '风向' : 'Wind', align: 'center' },
		],
		rows: Array.from({ length: count }, (_, day) => [
			zh ? `5月${day + 2}日` : `May ${day + 2}`,
			value(-9, 29),
			`${random.int(35, 92)}%`,
			value(991, 1029),
			random.pick(zh ? ['东风', '南风', '西北风', '东北风', '静风'] : ['East', 'South', 'North West', 'North East', 'Calm']),
		]),
	};
}

/** One page with a table, or with several under a caption each; the first content gives the page its title. */
function sheet(recipe: Recipe, contents: readonly Content[], look: TableLook): Page {
	const { random, texts } = recipe;
	const zh = texts.language === 'zh';
	const style: TextStyle = { size: random.int(17, 21), face: faceOf(recipe) };
	const small = { ...style, size: style.size - 2 };
	const page = new Page(random.int(920, 1080));
	const accent = inTurn(ACCENTS, recipe.ordinal);
	const [left, right] = [random.int(45, 75), page.width - random.int(45, 75)];
	page.text(contents[0]?.title ?? '', random.chance(0.6) ? page.width / 2 : left + 120, 62, { ...style, size: style.size + 8, bold: true, color: accent.ink }, 'center');
	page.text(zh ? `制表日期：${texts.date()}` : `Printed on ${texts.date()}`, left, 118, small);
	let y = 118;
	for (const [index, { title, columns, rows }] of contents.entries()) {
		if (contents.length > 1) {
			y += 2.6 * style.size;
			page.text(zh ? `表${index + 1}：${title}` : `Table ${index + 1}: ${title}`, left, y, { ...style, bold: true });
		}
		y = drawTable(page, columns, rows, { left, right, top: y + random.between(2, 3) * style.size }, style, look);
	}
	const footer = y + random.between(2.4, 3.4) * style.size;
	page.text(zh ? `注：${texts.remark()}` : `Note: ${texts.remark()}`, left, footer, small);
	page.stampSpot = [right - 5 * style.size, footer - 1.2 * style.size];
	page.height = Math.round(footer + 3 * style.size);
	return page;
}

const CONTENTS = [stockList, staffList, measurements];

/** One table of 7 to 10 rows; on every fourth page two shorter ones. */
function contentsOf(recipe: Recipe, turn: number): Content[] {
	if (recipe.ordinal % 4 !== 3) return [inTurn(CONTENTS, turn)(recipe, recipe.random.int(7, 10))];
	return [turn, turn + 1].map((which) => inTurn(CONTENTS, which)(recipe, recipe.random.int(4, 6)));
}

export function tableLineless(recipe: Recipe): Page {
	const ends = recipe.ordinal % 2 === 0;
	return sheet(recipe, contentsOf(recipe, recipe.ordinal), { rules: ends ? 'ends' : 'none', headerBold: true, vertical: 'top', pitch: recipe.random.between(1.7, 2.2) });
}

export function tableRuled(recipe: Recipe): Page {
	return sheet(recipe, contentsOf(recipe, recipe.ordinal + 1), {
		rules: recipe.ordinal % 3 === 2 ? 'lines' : 'grid',
		headerBold: recipe.random.chance(0.7),
		...(recipe.ordinal % 2 === 0 ? { headerFill: inTurn(ACCENTS, recipe.ordinal).fill } : {}),
		vertical: 'top',
		pitch: recipe.random.between(1.9, 2.4),
	});
}

export function tableEmptyCells(recipe: Recipe): Page {
	const { random, ordinal } = recipe;
	const content = inTurn(CONTENTS, ordinal)(recipe, random.int(8, 10));
	// One cell in four of the inner columns, but no column without at least two values left.
	for (let column = 1; column < content.columns.length; column++) {
		const empty = random.sample(content.rows, Math.min(content.rows.length - 2, Math.round(content.rows.length / 4)));
		for (const row of empty) if (row.filter((cell) => cell !== '').length > 2) row[column] = '';
	}
	return sheet(recipe, [content], { rules: inTurn(['grid', 'none', 'ends'] as const, ordinal), headerBold: true, vertical: 'top', pitch: random.between(1.8, 2.3) });
}

export function tableWrapped(recipe: Recipe): Page {
	const { random, texts, ordinal } = recipe;
	const zh = texts.language === 'zh';
	const count = random.int(5, 7);
	const descriptions = texts.descriptions(count);
	const longHeader = ordinal % 3 === 1;
	const content: Content = {
		title: zh ? '采购明细表' : 'Purchase List',
		columns: [
			{ header: zh ? '品名' : 'Item', align: 'left' },
			{ header: zh ? '说明' : 'Description', align: 'left', wrapAt: random.int(230, 290) },
			{ header: zh ? '数量' : 'Qty', align: 'right' },
			longHeader
				? { header: zh ? '含税单价（元）' : 'Unit price with tax', align: 'right', wrapAt: zh ? 5 * 18 : 100 }
				: { header: zh ? '单价' : 'Price', align: 'right' },
		],
		rows: texts.goods(count).map(({ name, price }, index) => [name, descriptions[index] ?? '', String(random.int(2, 90)), money(price)]),
	};
	return sheet(recipe, [content], {
		rules: inTurn(['grid', 'lines', 'none'] as const, ordinal),
		headerBold: true,
		vertical: ordinal % 2 === 0 ? 'top' : 'middle',
		pitch: random.between(2.1, 2.6),
	});
}

export function priceList(recipe: Recipe): Page {
	const { random, texts, ordinal } = recipe;
	const zh = texts.language === 'zh';
	const sign = zh ? '¥' : '$';
	const rows = texts.goods(random.int(8, 12)).map(({ name, unit, price }) => [texts.code(), name, unit, `${sign}${money(price)}`, `${sign}${money(price * 0.9)}`]);
	const accent = inTurn(ACCENTS, ordinal);
	return sheet(
		recipe,
		[{
			title: zh ? '商品价目表' : 'Price List',
			columns: [
				{ header: zh ? '货号' : 'Code', align: 'left' },
				{ header: zh ? '商品' : 'Product', align: 'left' },
				{ header: zh ? '单位' : 'Unit', align: 'center' },
				{ header: zh ? '零售价' : 'Retail', align: 'right' },
				{ header: zh ? '会员价' : 'Members', align: 'right' },
			],
			rows,
		}],
		{
			rules: inTurn(['lines', 'none', 'grid'] as const, ordinal),
			headerBold: true,
			headerFill: accent.fill,
			...(ordinal % 3 === 1 ? { stripes: '#f4f4f2' } : {}),
			vertical: 'top',
			pitch: random.between(1.8, 2.3),
		},
	);
}
