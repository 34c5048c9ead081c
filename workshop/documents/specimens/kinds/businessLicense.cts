// Business licenses (营业执照): two columns of labels under a large title.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { creditCode, dateBetween, inCapitals, inChinese, yearsLater } from '../invented.cts';
import { emblem, paper, specimenMark, squareCode } from '../parts.cts';
import { labelOf, labelsWith, type Printed } from '../printed.cts';
import type { Specimen, Specimens } from '../specimen.cts';

const LABEL = { size: 24, color: '#5a4a32', bold: true };
const VALUE = { size: 24 };
const SCOPES = ['办公用品销售', '电子产品研发', '普通货物运输', '建筑材料销售', '食品批发', '广告设计', '会议服务', '机械设备租赁'];

const OFFICE = '登记机关';
const WRAPPED = { lines: 4, reach: 8 };
const PRINTED: Printed = {
	title: /营业执照/,
	fields: {
		registration_number: { label: ['统一社会信用代码', '注册号'], form: 'code', below: { within: 1.5 } },
		name: { label: '名称', form: 'chinese', beside: WRAPPED },
		type: { label: '类型', form: 'chinese', beside: WRAPPED },
		address: { label: ['住所', '营业场所'], form: 'chinese', beside: WRAPPED },
		legal_representative: { label: ['法定代表人', '负责人'], form: 'chinese' },
		registered_capital: { label: '注册资本', form: 'chinese' },
		organization_form: { never: '' },
		found_date: { label: '成立日期', form: 'chineseDate' },
		business_term: { label: '营业期限', form: 'chinese', beside: WRAPPED },
		business_scope: { label: '经营范围', form: 'chinese', beside: { lines: 9, reach: 8 } },
		issue_date: { pattern: /\d{4}年\s?\d+月\s?\d+日/, form: 'chineseDate', under: OFFICE },
	},
	otherLabels: [OFFICE],
	takes: { pdf: true },
};
const LEFT = ['name', 'type', 'legal_representative', 'business_scope'] as const;
const RIGHT = ['registered_capital', 'found_date', 'business_term', 'address'] as const;

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
	page.text(labelOf(PRINTED.fields, 'registration_number'), 90, 150, LABEL);
	page.text(truth.registration_number, 90, 192, VALUE);
	squareCode(page, 1170, 110, 130, random.int(1, 9999));
	for (const [x, column] of [[90, LEFT], [760, RIGHT]] as const) {
		for (const [index, [label, value]] of labelsWith(PRINTED.fields, truth, ...column).entries()) {
			const y = 320 + index * 90;
			page.text(label, x, y, LABEL);
			page.paragraph(value, x + 150, y, x === 90 ? 480 : 440, VALUE, 38);
		}
	}
	page.text(OFFICE, 900, 780, LABEL);
	page.text(truth.issue_date, 1060, 860, VALUE);
	return { page, truth };
}

export const specimens: Specimens = {
	'business-license': { title: 'Business license', operation: 'business-license', printed: PRINTED, make: businessLicense },
};
