// Business licenses (营业执照): two columns of labels under a large title.
import { Page } from '../page.cts';
import type { Random } from '../random.cts';
import { Texts } from '../texts.cts';
import { creditCode, dateBetween, inCapitals, inChinese, yearsLater } from './invented.cts';
import { emblem, paper, specimenMark, squareCode } from './parts.cts';
import type { Specimen } from './specimen.cts';

const LABEL = { size: 24, color: '#5a4a32', bold: true };
const VALUE = { size: 24 };
const SCOPES = ['办公用品销售', '电子产品研发', '普通货物运输', '建筑材料销售', '食品批发', '广告设计', '会议服务', '机械设备租赁'];

export function businessLicense(random: Random): Specimen {
	const page = new Page(1400);
	page.height = 980;
	const texts = new Texts(random, 'zh');
	const founded = dateBetween(random, 1998, 2020);
	const truth = {
		registration_number: creditCode(random),
		name: texts.company(),
		type: random.pick(['有限责任公司', '股份有限公司', '有限责任公司(自然人独资)']),
		address: `${texts.address()}${random.int(1, 9)}楼${random.int(101, 909)}室`,
		legal_representative: texts.person(),
		registered_capital: `${inCapitals(random.int(1, 90) * 10_000_000 * 10).replace('圆整', '元整')}`,
		found_date: inChinese(founded),
		business_term: random.chance(0.4) ? '长期' : `${inChinese(founded)}至${inChinese(yearsLater(founded, 20))}`,
		business_scope: `${random.sample(SCOPES, 5).join('；')}。`,
		issue_date: inChinese(yearsLater(founded, 2)),
	};
	paper(page, '#fbf6e6');
	specimenMark(page);
	page.frame(30, 30, 1370, 950, 6, '#c8a860');
	emblem(page, 700, 110, 50);
	page.text('营业执照', 700, 210, { size: 72, bold: true, color: '#3a2a18' }, 'center');
	page.text('统一社会信用代码', 90, 150, LABEL);
	page.text(truth.registration_number, 90, 192, VALUE);
	squareCode(page, 1170, 110, 130, random.int(1, 9999));
	const left: Array<[string, string]> = [
		['名称', truth.name],
		['类型', truth.type],
		['法定代表人', truth.legal_representative],
		['经营范围', truth.business_scope],
	];
	const right: Array<[string, string]> = [
		['注册资本', truth.registered_capital],
		['成立日期', truth.found_date],
		['营业期限', truth.business_term],
		['住所', truth.address],
	];
	for (const [x, column] of [[90, left], [760, right]] as const) {
		for (const [index, [label, value]] of column.entries()) {
			const y = 320 + index * 90;
			page.text(label, x, y, LABEL);
			page.paragraph(value, x + 150, y, x === 90 ? 480 : 440, VALUE, 38);
		}
	}
	page.text('登记机关', 900, 780, LABEL);
	page.text(truth.issue_date, 1060, 860, VALUE);
	return { page, truth };
}
