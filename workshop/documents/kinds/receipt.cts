// Till receipts: narrow paper, items in columns, sums below.
import type { TextStyle } from '../fonts.cts';
import { Page } from '../page.cts';
import { drawTable } from '../table.cts';
import { money } from '../texts.cts';
import type { Recipe } from './recipe.cts';

export function receipt(recipe: Recipe): Page {
	const { random, texts, ordinal } = recipe;
	const zh = texts.language === 'zh';
	const page = new Page(random.int(540, 600));
	const style: TextStyle = { size: random.int(19, 21), face: !zh && ordinal % 4 === 1 ? 'mono' : 'sans' };
	const { size } = style;
	const [left, right] = [34, page.width - 34];
	const dashes = (y: number) => page.rule(left, y, right, y, 1.5, '#555555', [7, 5]);

	let y = 50;
	page.text(texts.company(), page.width / 2, y, { ...style, size: size + 3, bold: true }, 'center');
	y += 1.7 * size;
	page.text(texts.address(), page.width / 2, y, { ...style, size: size - 2 }, 'center');
	y += 1.9 * size;
	const colon = zh ? '：' : ': ';
	const head: [string, string][] = zh
		? [['单号', texts.digits(8)], ['日期', texts.date()], ['收银员', texts.person()]]
		: [['Receipt', texts.digits(8)], ['Date', texts.date()], ['Cashier', texts.person()]];
	for (const [label, value] of head) {
		page.text(label + colon + value, left, y, style);
		page.field(label, value);
		y += 1.55 * size;
	}
	y += 0.2 * size;
	dashes(y);

	let sum = 0;
	const rows = texts.goods(random.int(4, 8)).map(({ name, price }) => {
		const quantity = random.int(1, 12);
		sum += Math.round(quantity * price * 100);
		return [name, String(quantity), money(price), money(quantity * price)];
	});
	y = drawTable(
		page,
		[
			{ header: zh ? '商品' : 'Item', align: 'left', wrapAt: 190 },
			{ header: zh ? '数量' : 'Qty', align: 'right' },
			{ header: zh ? '单价' : 'Price', align: 'right' },
			{ header: zh ? '金额' : 'Amount', align: 'right' },
		],
		rows,
		{ left: left - size * 0.8, right: right + size * 0.8, top: y + 0.4 * size },
		style,
		{ rules: 'none', headerBold: true, vertical: 'top', pitch: random.between(1.6, 1.85) },
	);
	y += 0.6 * size;
	dashes(y);
	y += 2 * size;
	const cash = Math.ceil(sum / 5000) * 5000;
	const sums: [string, number][] = zh
		? [['合计', sum], ['现金', cash], ['找零', cash - sum]]
		: [['Total', sum], ['Cash', cash], ['Change', cash - sum]];
	for (const [index, [label, cents]] of sums.entries()) {
		const sumStyle = { ...style, bold: index === 0 };
		page.text(label, left, y, sumStyle);
		page.text(money(cents / 100), right, y, sumStyle, 'right');
		page.field(label, money(cents / 100));
		y += 1.6 * size;
	}
	page.stampSpot = [page.width / 2, y - 1.5 * size];
	y += 0.3 * size;
	dashes(y);
	y += 1.6 * size;
	page.text(zh ? '谢谢惠顾，欢迎再次光临' : 'Thank you for your visit', page.width / 2, y, style, 'center');
	page.height = Math.round(y + 2.2 * size);
	return page;
}
