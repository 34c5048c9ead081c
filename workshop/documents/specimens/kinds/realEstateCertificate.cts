// Real estate certificates (不动产权证书): a ruled column of labels under the certificate's number.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { dateBetween, inChinese, yearsLater } from '../invented.cts';
import { paper, specimenMark } from '../parts.cts';
import { labelsWith, type Printed } from '../printed.cts';
import type { Specimen, Specimens } from '../specimen.cts';

const TERM = '使用期限';
const OTHER_FACTS = '权利其他状况';
const PRINTED: Printed = {
	title: /不动产权第/,
	fields: {
		issuer: { label: '登记机构', form: 'chinese' },
		issue_date: { label: '登记日期', form: 'chineseDate' },
		real_estate_certificate_no: { label: '编号', form: 'code' },
		// Nobody counts seals and stamps in here.
		mortgage_seals: { never: 0 },
		canceled_mortgage_seals: { never: 0 },
		estate_location: { label: '坐落', form: 'chinese', beside: { lines: 2, reach: 10 } },
		total_floors: { label: '总层数', form: 'digits' },
		floor: { label: '所在层', form: 'digits' },
		year_built: { label: '建成年份', form: 'chinese' },
		structure: { label: '房屋结构', form: 'chinese' },
		area: { label: '面积', form: 'chinese' },
		revenue_stamps: { never: 0 },
		ownership_certificate_no: { pattern: /[^\t]*不动产权第[\d\s]+号/, form: 'chinese' },
		// Of certificates of houses alone, which are no longer issued.
		estate_holder: { never: '' },
		obligee: { label: '权利人', form: 'chinese' },
		ownership: { label: '共有情况', form: 'chinese' },
		property_unit_no: { label: '不动产单元号', form: 'code' },
		right_type: { label: '权利类型', form: 'chinese' },
		right_nature: { label: '权利性质', form: 'chinese' },
		usage: { label: '用途', form: 'chinese' },
		intended_usage: { never: '' },
	},
	otherLabels: [TERM, OTHER_FACTS],
};
const ROWS = ['obligee', 'ownership', 'estate_location', 'property_unit_no', 'right_type', 'right_nature', 'usage', 'area'] as const;
const FACTS = ['structure', 'total_floors', 'floor', 'year_built'] as const;

const INK = '#5a2a2a';
const LABEL = { size: 26, color: INK };
const VALUE = { size: 26 };
const [LEFT, MIDDLE, RIGHT] = [80, 300, 1020];
const PITCH = 78;

function realEstateCertificate(random: Random): Specimen {
	const page = new Page(1100);
	page.height = 1280;
	const texts = new Texts(random, 'zh');
	const issued = dateBetween(random, 2016, 2024);
	const city = random.pick(['江宁市', '海川市', '西岭市']);
	const truth = {
		issuer: `${city}不动产登记中心`,
		issue_date: inChinese(issued),
		real_estate_certificate_no: `D99${random.digits(9)}`,
		mortgage_seals: 0,
		canceled_mortgage_seals: 0,
		estate_location: `${city}${random.pick(['望湖路', '云禾街', '北辰大道'])}${random.int(11, 299)}号${random.pick(['青岚苑', '远舟花园', '万里小区'])}${random.int(11, 29)}栋${random.int(1101, 2804)}室`,
		total_floors: `${random.int(29, 34)}`,
		floor: `${random.int(12, 28)}`,
		year_built: `${issued.year - random.int(2, 9)}年`,
		structure: random.pick(['钢筋混凝土结构', '混合结构', '钢结构']),
		area: `${random.int(45, 180)}.${random.int(11, 99)}平方米`,
		revenue_stamps: 0,
		ownership_certificate_no: `${random.pick(['宁', '岚', '川'])}(${issued.year})${city}不动产权第00${random.digits(5)}号`,
		estate_holder: '',
		obligee: texts.person(),
		ownership: random.pick(['单独所有', '共同共有', '按份共有']),
		property_unit_no: `99${random.digits(4)}${random.digits(6)}GB${random.digits(5)}F${random.digits(8)}`,
		right_type: '国有建设用地使用权/房屋所有权',
		right_nature: random.pick(['出让/市场化商品房', '划拨/房改房', '出让/自建房']),
		usage: random.pick(['城镇住宅用地/住宅', '商务金融用地/办公', '其他商服用地/商业']),
		intended_usage: '',
	};
	paper(page, '#fdf8f4');
	specimenMark(page);
	page.text(truth.ownership_certificate_no, 550, 90, { size: 32, bold: true }, 'center');
	const rows: Array<[label: string, value: string]> = [
		...labelsWith(PRINTED.fields, truth, ...ROWS),
		[TERM, `${inChinese(issued)}起${inChinese(yearsLater(issued, 70))}止`],
	];
	const top = 150;
	const bottom = top + rows.length * PITCH;
	for (const [index, [label, value]] of rows.entries()) {
		const y = top + index * PITCH;
		page.rule(LEFT, y, RIGHT, y, 1.5, INK);
		page.text(label, LEFT + 20, y + PITCH / 2, LABEL);
		page.text(value, MIDDLE + 20, y + PITCH / 2, VALUE);
	}
	page.rule(LEFT, bottom, RIGHT, bottom, 1.5, INK);
	page.text(OTHER_FACTS, LEFT + 20, bottom + 100, LABEL);
	for (const [index, [label, value]] of labelsWith(PRINTED.fields, truth, ...FACTS).entries()) {
		page.text(`${label}：${value}`, MIDDLE + 20, bottom + 40 + index * 44, VALUE);
	}
	page.frame(LEFT, top, RIGHT, bottom + 220, 2.5, INK);
	page.rule(MIDDLE, top, MIDDLE, bottom + 220, 1.5, INK);
	for (const [index, [label, value]] of labelsWith(PRINTED.fields, truth, 'issuer', 'issue_date', 'real_estate_certificate_no').entries()) {
		page.text(label, LEFT + 20, bottom + 264 + index * 46, LABEL);
		page.text(value, LEFT + 160, bottom + 264 + index * 46, VALUE);
	}
	return { page, truth };
}

export const specimens: Specimens = {
	'real-estate-certificate': { title: 'Real estate certificate', operation: 'real-estate-certificate', printed: PRINTED, make: realEstateCertificate },
};
