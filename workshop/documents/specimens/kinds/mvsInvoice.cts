// Sales invoices of motor vehicles (机动车销售统一发票).
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { amount, creditCode, dashed, dateBetween, idNumber, inCapitals } from '../invented.cts';
import { paper, specimenMark } from '../parts.cts';
import type { Specimen, Specimens } from '../specimen.cts';
import { vehicle } from '../vehicles.cts';

const INK = '#6b3a8a';
const LABEL = { size: 21, color: INK };
const VALUE = { size: 22 };
const [LEFT, RIGHT] = [50, 1350];
const PITCH = 58;

type Cell = readonly [label: string, value: string, from: number];

export function mvsInvoice(random: Random): Specimen {
	const page = new Page(1400);
	page.height = 980;
	const texts = new Texts(random, 'zh');
	const car = vehicle(random);
	const net = random.int(60_000, 320_000) * 100 + random.int(0, 99);
	const tax = Math.round(net * 0.13);
	const truth = {
		code: `1${random.digits(11)}`,
		number: random.digits(8),
		issue_date: dashed(dateBetween(random, 2018, 2025)),
		machine_number: random.digits(12),
		buyer_name: texts.person(),
		buyer_id: idNumber(random, dateBetween(random, 1960, 2000), random.chance(0.5)),
		vehicle_type: car.type,
		brand_model: car.brandModel,
		manufacturing_location: random.pick(['海川市', '青岚市', '西岭市']),
		quality_certificate: `WAA${random.digits(12)}`,
		import_certificate: '',
		inspection_number: '',
		engine_number: car.engine,
		vehicle_identification_number: car.vin,
		total: `¥${amount(net + tax)}`,
		total_chinese: inCapitals(net + tax),
		seller_name: `${texts.city()}${random.pick(['远舟', '天合', '万里'])}汽车销售服务有限公司`,
		seller_phone: `0${random.int(21, 29)}-${random.digits(8)}`,
		seller_id: creditCode(random),
		seller_account: random.digits(16),
		seller_address: texts.address(),
		seller_bank: `${random.pick(['青岚银行', '海川银行'])}${texts.city()}支行`,
		tax_rate: '13%',
		tax: `¥${amount(tax)}`,
		tax_authority: `${texts.city()}市税务局第${random.pick(['一', '二', '三'])}分局`,
		tax_authority_code: random.digits(11),
		tax_exclusive_price: `¥${amount(net)}`,
		tonnage: '',
		seating_capacity: `${random.pick([50, 52, 25])}`,
	};
	const rows: Cell[][] = [
		[['购买方名称', truth.buyer_name, LEFT], ['纳税人识别号', truth.buyer_id, 680]],
		[['车辆类型', truth.vehicle_type, LEFT], ['厂牌型号', truth.brand_model, 460], ['产地', truth.manufacturing_location, 1060]],
		[['合格证号', truth.quality_certificate, LEFT], ['进口证明书号', '', 560], ['商检单号', '', 980]],
		[['发动机号码', truth.engine_number, LEFT], ['车辆识别代号/车架号码', truth.vehicle_identification_number, 600]],
		[['价税合计', truth.total_chinese, LEFT], ['小写', truth.total, 900]],
		[['销货单位名称', truth.seller_name, LEFT], ['电话', truth.seller_phone, 860]],
		[['纳税人识别号', truth.seller_id, LEFT], ['账号', truth.seller_account, 860]],
		[['地址', truth.seller_address, LEFT], ['开户银行', truth.seller_bank, 680]],
		[['增值税税率', truth.tax_rate, LEFT], ['增值税税额', truth.tax, 360], ['主管税务机关及代码', truth.tax_authority, 720]],
		[['不含税价', truth.tax_exclusive_price, LEFT], ['完税凭证号码', '', 460], ['吨位', '', 860], ['限乘人数', truth.seating_capacity, 1060]],
	];
	paper(page, '#fffefb');
	specimenMark(page);
	page.text('机动车销售统一发票', 700, 62, { size: 40, color: INK }, 'center');
	page.rule(460, 96, 940, 96, 2, INK);
	page.text('发票代码', 1010, 60, LABEL);
	page.text(truth.code, 1120, 60, VALUE);
	page.text('发票号码', 1010, 102, LABEL);
	page.text(truth.number, 1120, 102, VALUE);
	page.text('开票日期', LEFT, 150, LABEL);
	page.text(truth.issue_date, LEFT + 110, 150, VALUE);
	page.text('机器编号', 520, 150, LABEL);
	page.text(truth.machine_number, 630, 150, VALUE);
	const top = 190;
	page.frame(LEFT - 10, top, RIGHT, top + rows.length * PITCH + 26, 2, INK);
	for (const [index, row] of rows.entries()) {
		const y = top + index * PITCH + PITCH / 2;
		if (index > 0) page.rule(LEFT - 10, y - PITCH / 2, RIGHT, y - PITCH / 2, 1.2, INK);
		for (const [label, value, from] of row) {
			if (from > LEFT) page.rule(from - 10, y - PITCH / 2, from - 10, y + PITCH / 2, 1.2, INK);
			page.text(label, from, y, LABEL);
			page.text(value, from + label.length * 21 + 24, y, VALUE);
		}
	}
	page.text(truth.tax_authority_code, 1212, top + 8.5 * PITCH, VALUE);
	page.text('销货单位盖章', LEFT, 900, LABEL);
	page.text('开票人', 560, 900, LABEL);
	page.text(texts.person(), 650, 900, VALUE);
	return { page, truth };
}

export const specimens: Specimens = {
	'mvs-invoice': { title: 'Motor vehicle sales invoice', operation: 'mvs-invoice', make: mvsInvoice },
};
