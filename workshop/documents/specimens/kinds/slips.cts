// Small slips: taxi, toll and quota invoices.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { amount, dashed, dateBetween, two } from '../invented.cts';
import { labelledLines, paper, specimenMark } from '../parts.cts';
import { labelsWith, type Printed } from '../printed.cts';
import type { Specimen, Specimens } from '../specimen.cts';
import { vehicle } from '../vehicles.cts';

const INK = '#8a4030';

const TAXI: Printed = {
	title: /出租(?:汽)?车\S*发票/,
	fields: {
		location: { pattern: /(\S+?)出租(?:汽)?车\S*发票/, form: 'chinese' },
		code: { label: '发票代码', form: 'digits' },
		number: { label: '发票号码', form: 'digits' },
		phone_number: { label: '电话', form: 'text' },
		company: { label: '单位', form: 'chinese' },
		taxi_number: { label: '车号', form: 'code' },
		certificate_number: { label: '证号', form: 'digits' },
		identification_number: { never: '' },
		date: { label: '日期', form: 'dashedDate' },
		boarding_time: { label: '上车', form: 'text' },
		alighting_time: { label: '下车', form: 'text' },
		time: { never: '' },
		unit_price: { label: '单价', form: 'money' },
		distance: { label: '里程', form: 'money' },
		waiting_time: { label: '等候', form: 'text' },
		fare: { label: '车费', form: 'money' },
		fuel_oil_surcharge: { label: '燃油附加费', form: 'money' },
		call_service_surcharge: { label: '叫车服务费', form: 'money' },
		total: { label: '金额', form: 'money' },
	},
	takes: { sides: [15, 4096], textLocation: true },
	mixedType: 'taxi_invoice',
};
const TAXI_LINES = [
	...(['code', 'number', 'company', 'phone_number', 'taxi_number', 'certificate_number', 'date', 'boarding_time', 'alighting_time'] as const),
	...(['unit_price', 'distance', 'waiting_time', 'fare', 'fuel_oil_surcharge', 'call_service_surcharge', 'total'] as const),
];

const TOLL: Printed = {
	title: /通行费/,
	fields: {
		code: { label: '发票代码', form: 'digits' },
		number: { label: '发票号码', form: 'digits' },
		entry: { label: '入口', form: 'chinese' },
		exit: { label: '出口', form: 'chinese' },
		amount: { label: '金额', form: 'chinese' },
		cashier: { label: '收费员', form: 'text' },
		vehicle_type: { label: '车型', form: 'chinese' },
		date: { label: '日期', form: 'dashedDate' },
		time: { label: '时间', form: 'text' },
	},
	takes: { sides: [15, 4096], textLocation: true },
	mixedType: 'toll_invoice',
};
const TOLL_LINES = ['code', 'number', 'entry', 'exit', 'vehicle_type', 'amount', 'cashier', 'date', 'time'] as const;

const QUOTA: Printed = {
	title: /定额发票/,
	fields: {
		number: { label: '发票号码', form: 'digits' },
		code: { label: '发票代码', form: 'digits' },
		location: { pattern: /(\S+?)(?:通用)?定额发票/, form: 'chinese' },
		amount: { pattern: /[零壹贰叁肆伍陆柒捌玖拾佰仟万参]+[圆元]整?/, form: 'capitals' },
	},
	takes: { sides: [15, 4096] },
	mixedType: 'quota_invoice',
};

/** Taxi receipts (出租汽车发票): narrow, one line a value. */
export function taxiInvoice(random: Random): Specimen {
	const page = new Page(560);
	page.height = 940;
	const [hour, minute, rides] = [random.int(6, 22), random.int(10, 30), random.int(8, 29)];
	const distance = random.int(31, 420) / 10;
	const fare = Math.round(distance * 24) * 10;
	const truth = {
		location: random.pick(['江宁市', '海川市', '西岭市']),
		code: `1${random.digits(11)}`,
		number: random.digits(8),
		phone_number: `0${random.int(21, 29)}-${random.digits(8)}`,
		company: `${random.pick(['远舟', '青岚', '万里'])}出租汽车公司`,
		taxi_number: vehicle(random).plate.slice(1),
		certificate_number: random.digits(6),
		date: dashed(dateBetween(random, 2016, 2024)),
		boarding_time: `${two(hour)}:${two(minute)}`,
		alighting_time: `${two(hour)}:${two(minute + rides)}`,
		unit_price: '2.40',
		distance: distance.toFixed(1),
		waiting_time: `00:${two(random.int(10, 19))}:${two(random.int(10, 59))}`,
		fare: amount(fare),
		fuel_oil_surcharge: '1.00',
		call_service_surcharge: '0.00',
		total: amount(fare + 100),
	};
	paper(page, '#fdfbf4');
	specimenMark(page);
	page.text(`${truth.location}出租汽车专用发票`, 280, 64, { size: 32, color: INK }, 'center');
	page.text('发票联', 280, 116, { size: 26, color: INK }, 'center');
	const look = { label: { size: 24, color: INK }, value: { size: 26 }, indent: 170 };
	labelledLines(page, labelsWith(TAXI.fields, truth, ...TAXI_LINES), 70, 174, 46, look);
	return { page, truth };
}

/** Toll receipts (车辆通行费). */
export function tollInvoice(random: Random): Specimen {
	const page = new Page(640);
	page.height = 560;
	const texts = new Texts(random, 'zh');
	const [from, to] = random.sample(['江宁南', '海川东', '青岚', '西岭北', '云禾'], 2) as [string, string];
	const truth = {
		code: `1${random.digits(11)}`,
		number: random.digits(8),
		entry: from,
		exit: to,
		amount: `${random.int(15, 320)}.00元`,
		cashier: random.digits(6),
		vehicle_type: random.pick(['一型客车', '二型客车', '一型货车']),
		date: dashed(dateBetween(random, 2016, 2024)),
		time: `${two(random.int(0, 23))}:${two(random.int(10, 59))}:${two(random.int(10, 59))}`,
	};
	paper(page, '#f6faf2');
	specimenMark(page);
	page.text(`${texts.city()}高速公路车辆通行费`, 320, 56, { size: 30, color: INK }, 'center');
	page.text('通用机打发票', 320, 104, { size: 26, color: INK }, 'center');
	const look = { label: { size: 24, color: INK }, value: { size: 26 }, indent: 140 };
	labelledLines(page, labelsWith(TOLL.fields, truth, ...TOLL_LINES), 80, 160, 42, look);
	return { page, truth };
}

/** Quota invoices (定额发票): the amount is printed once and for all. */
export function quotaInvoice(random: Random): Specimen {
	const page = new Page(760);
	page.height = 420;
	const truth = {
		location: random.pick(['江宁省', '海川省', '青岚省']),
		code: `1${random.digits(11)}`,
		number: random.digits(8),
		amount: random.pick(['伍圆整', '壹拾圆整', '贰拾圆整', '伍拾圆整', '壹佰圆整']),
	};
	paper(page, '#f2f6ea');
	specimenMark(page);
	page.text(`${truth.location}通用定额发票`, 380, 60, { size: 34, color: INK }, 'center');
	page.text('发票联', 380, 112, { size: 26, color: INK }, 'center');
	const look = { label: { size: 24, color: INK }, value: { size: 26 }, indent: 140 };
	labelledLines(page, labelsWith(QUOTA.fields, truth, 'code', 'number'), 80, 172, 44, look);
	page.text(truth.amount, 380, 300, { size: 56, bold: true, color: INK }, 'center');
	page.text('收款单位盖章有效', 80, 380, { size: 20, color: INK });
	return { page, truth };
}

export const specimens: Specimens = {
	'taxi-invoice': { title: 'Taxi invoice', operation: 'taxi-invoice', printed: TAXI, make: taxiInvoice },
	'toll-invoice': { title: 'Toll invoice', operation: 'toll-invoice', printed: TOLL, make: tollInvoice },
	'quota-invoice': { title: 'Quota invoice', operation: 'quota-invoice', printed: QUOTA, make: quotaInvoice },
};
