// Invoices: parties and numbers above, items in a table, totals below.
import type { TextStyle } from '../fonts.cts';
import { Page } from '../page.cts';
import { drawTable } from '../table.cts';
import { money } from '../texts.cts';
import { ACCENTS, faceOf, inTurn } from './recipe.cts';
import type { Recipe } from './recipe.cts';

export function invoice(recipe: Recipe): Page {
	const { random, texts, ordinal } = recipe;
	const zh = texts.language === 'zh';
	const page = new Page(random.int(960, 1080));
	const style: TextStyle = { size: random.int(17, 20), face: faceOf(recipe) };
	const { size } = style;
	const accent = inTurn(ACCENTS, ordinal);
	const [left, right] = [random.int(55, 75), page.width - random.int(55, 75)];

	page.text(texts.company(), left, 66, { ...style, size: size + 6, bold: true, color: accent.ink });
	page.text(zh ? '销售发票' : 'INVOICE', right, 66, { ...style, size: size + 12, bold: true, color: accent.ink }, 'right');
	page.rule(left, 100, right, 100, 2, accent.ink);

	const colon = zh ? '：' : ': ';
	const pitch = random.between(1.7, 2.1) * size;
	const labels = zh ? ['购货单位', '地址', '电话', '发票号码', '开票日期', '客户编号'] : ['Bill to', 'Address', 'Phone', 'Invoice No', 'Date', 'Customer'];
	const values = [texts.company(), texts.address(), texts.phone(), texts.code(), texts.date(), texts.digits(6)];
	const inOneRun = ordinal % 2 === 0;
	const second = page.width * 0.64;
	let y = 100 + 1.9 * size;
	for (let row = 0; row < 3; row++) {
		for (const [index, x] of [[row, left], [row + 3, second]] as const) {
			const [label = '', value = ''] = [labels[index], values[index]];
			if (inOneRun) page.text(`${label}${colon}${value}`, x, y, style);
			else {
				page.text(label, x, y, { ...style, bold: true });
				page.text(value, x + (zh ? 5.6 : 6.6) * size, y, style);
			}
			page.field(label, value);
		}
		y += pitch;
	}

	let sum = 0;
	const rows = texts.goods(random.int(4, 7)).map(({ name, unit, price }) => {
		const quantity = random.int(1, 60);
		sum += Math.round(quantity * price * 100);
		return [name, unit, String(quantity), money(price), money(quantity * price)];
	});
	const bottom = drawTable(
		page,
		[
			{ header: zh ? '货物名称' : 'Description', align: 'left' },
			{ header: zh ? '单位' : 'Unit', align: 'center' },
			{ header: zh ? '数量' : 'Quantity', align: 'right' },
			{ header: zh ? '单价' : 'Unit price', align: 'right' },
			{ header: zh ? '金额' : 'Amount', align: 'right' },
		],
		rows,
		{ left, right, top: y + 0.6 * size },
		style,
		{
			rules: inTurn(['grid', 'lines', 'ends'] as const, ordinal),
			headerBold: true,
			...(ordinal % 2 === 0 ? { headerFill: accent.fill } : {}),
			vertical: 'top',
			pitch: random.between(1.8, 2.2),
		},
	);

	const tax = Math.round(sum * (zh ? 0.13 : 0.2));
	const totals: [string, number][] = zh
		? [['小计', sum], ['税额', tax], ['价税合计', sum + tax]]
		: [['Subtotal', sum], ['Tax', tax], ['Total due', sum + tax]];
	y = bottom + 2.6 * size;
	page.stampSpot = [left + 10 * size, y + 1.6 * size];
	for (const [index, [label, cents]] of totals.entries()) {
		const last = index === totals.length - 1;
		const value = (zh ? '¥' : '$') + money(cents / 100);
		const totalStyle = { ...style, bold: last };
		page.text(label, right - 11 * size, y, totalStyle);
		page.text(value, right - 0.5 * size, y, totalStyle, 'right');
		page.field(label, value);
		y += 1.8 * size;
	}
	y += 0.8 * size;
	const payee = texts.person();
	page.text(zh ? `收款人：${payee}` : `Sales contact: ${payee}`, left, y, style);
	page.field(zh ? '收款人' : 'Sales contact', payee);
	page.height = Math.round(y + 2.6 * size);
	return page;
}
