// Business cards: a name, a title, and lines that say what they are.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { paper, specimenMark } from '../parts.cts';
import type { Specimen, Specimens } from '../specimen.cts';

const TITLES = ['销售经理', '总经理', '工程师', '采购主管', '财务总监'];

export function businessCard(random: Random): Specimen {
	const page = new Page(900);
	page.height = 540;
	const texts = new Texts(random, 'zh');
	const domain = random.pick(['qinglan', 'yuanzhou', 'haichuan']);
	const truth = {
		name: [texts.person()],
		title: [random.pick(TITLES)],
		company: [texts.company()],
		department: random.chance(0.6) ? [texts.department()] : [],
		phone: random.chance(0.6) ? [texts.phone(), `0${random.int(21, 29)}-${random.digits(8)}`] : [texts.phone()],
		address: [texts.address()],
		email: [`${domain}${random.int(20, 99)}@example.com`],
		fax: random.chance(0.4) ? [`0${random.int(21, 29)}-${random.digits(8)}`] : [],
		postcode: [random.digits(6)],
		website: [`www.${domain}.example.com`],
	};
	const accent = random.pick(['#1f4f8f', '#7a2c2c', '#2c6a4a']);
	paper(page, '#fbfbf8');
	specimenMark(page);
	page.fill(0, 0, 14, page.height, accent);
	page.text(truth.company[0] ?? '', 60, 70, { size: 32, bold: true, color: accent });
	page.text(truth.name[0] ?? '', 60, 168, { size: 44, bold: true });
	page.text([...truth.title, ...truth.department].join('　　'), 330, 174, { size: 26 });
	const lines: Array<[string, string]> = [
		...truth.phone.map((phone, index): [string, string] => [index === 0 ? '手机' : '电话', phone]),
		...truth.fax.map((fax): [string, string] => ['传真', fax]),
		['邮箱', truth.email[0] ?? ''],
		['网址', truth.website[0] ?? ''],
		['地址', truth.address[0] ?? ''],
		['邮编', truth.postcode[0] ?? ''],
	];
	for (const [index, [label, value]] of lines.entries()) page.text(`${label}：${value}`, 60, 252 + index * 38, { size: 24 });
	return { page, truth };
}

export const specimens: Specimens = {
	'business-card': { title: 'Business card', operation: 'business-card', make: businessCard },
};
