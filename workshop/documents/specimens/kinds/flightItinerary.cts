// Itineraries of electronic air tickets (航空运输电子客票行程单): labels above, values below.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { amount, dashed, dateBetween, idNumber, two } from '../invented.cts';
import { paper, specimenMark } from '../parts.cts';
import type { Specimen, Specimens } from '../specimen.cts';

const INK = '#2c5a86';
const LABEL = { size: 19, color: INK };
const VALUE = { size: 23 };
/** Left edges of the columns of legs, px. */
const LEG = { carrier: 330, flight: 450, cabin_class: 580, date: 690, time: 870, fare_basis: 980, effective_date: 1110, expiry_date: 1270, baggage_allowance: 1430 };
const LEG_HEADS: Record<keyof typeof LEG, string> = {
	carrier: '承运人',
	flight: '航班号',
	cabin_class: '座位等级',
	date: '日期',
	time: '时间',
	fare_basis: '客票级别',
	effective_date: '客票生效日期',
	expiry_date: '有效截止日期',
	baggage_allowance: '免费行李',
};
const AIRPORTS = ['江宁', '海川', '青岚', '西岭', '云禾'];
const CARRIERS = [
	['远舟', 'YZ'],
	['天合', 'TH'],
] as const;

export function flightItinerary(random: Random): Specimen {
	const page = new Page(1560);
	page.height = 800;
	const texts = new Texts(random, 'zh');
	const stops = random.sample(AIRPORTS, random.int(2, 3));
	const [carrier, prefix] = random.pick(CARRIERS);
	const day = dateBetween(random, 2018, 2025);
	const legs = stops.slice(1).map((station, index) => ({
		departure_station: stops[index] ?? '',
		destination_station: station,
		carrier,
		flight: `${prefix}${random.digits(4)}`,
		cabin_class: random.pick(['Y', 'M', 'K']),
		date: dashed({ ...day, day: Math.min(28, day.day + index) }),
		time: `${two(random.int(6, 22))}:${two(random.int(10, 59))}`,
		fare_basis: `${random.pick(['Y', 'K'])}${random.digits(3)}`,
		effective_date: '',
		expiry_date: dashed({ ...day, year: day.year + 1 }),
		baggage_allowance: '20K',
	}));
	const fare = random.int(400, 3200) * 100;
	const truth = {
		serial_number: `${random.digits(10)}${random.int(0, 9)}`,
		passenger_name: texts.person(),
		id_number: idNumber(random, dateBetween(random, 1960, 2003), random.chance(0.5)),
		endorsements_restrictions: '不得签转',
		fare: `CNY ${amount(fare)}`,
		caac_development_fund: 'CN 50.00',
		fuel_surcharge: 'YQ 30.00',
		other_taxes: '',
		total: `CNY ${amount(fare + 8000)}`,
		e_ticket_number: `999-${random.digits(10)}`,
		check_code: random.digits(4),
		insurance: '',
		agent_code: `XLN${random.digits(3)}`,
		issue_organization: `${random.pick(['远舟', '青岚'])}航空服务有限公司`,
		issue_date: dashed(day),
		itinerary_list: legs,
	};
	paper(page, '#f5f9fd');
	specimenMark(page);
	page.text('航空运输电子客票行程单', 780, 52, { size: 34, color: INK }, 'center');
	page.text('印刷序号', 1140, 104, LABEL);
	page.text(truth.serial_number, 1240, 104, VALUE);
	const above = (label: string, value: string, x: number, y: number): void => {
		page.text(label, x, y, LABEL);
		page.text(value, x, y + 38, VALUE);
	};
	page.frame(40, 130, 1520, 740, 2, INK);
	above('旅客姓名', truth.passenger_name, 60, 156);
	above('有效身份证件号码', truth.id_number, 420, 156);
	above('签注', truth.endorsements_restrictions, 900, 156);
	page.rule(40, 226, 1520, 226, 1.2, INK);
	for (const name of Object.keys(LEG) as Array<keyof typeof LEG>) page.text(LEG_HEADS[name], LEG[name], 252, LABEL);
	for (const [index, stop] of stops.entries()) {
		page.text(index === 0 ? '自' : '至', 60, 300 + index * 50, LABEL);
		page.text(stop, 110, 300 + index * 50, VALUE);
		const leg = legs[index];
		if (!leg) continue;
		for (const name of Object.keys(LEG) as Array<keyof typeof LEG>) page.text(leg[name], LEG[name], 300 + index * 50, name.endsWith('date') ? { size: 21 } : VALUE);
	}
	page.rule(40, 450, 1520, 450, 1.2, INK);
	for (const [label, value, x] of [['票价', truth.fare, 60], ['民航发展基金', truth.caac_development_fund, 380], ['燃油附加费', truth.fuel_surcharge, 680], ['其他税费', '', 960], ['合计', truth.total, 1200]] as const) above(label, value, x, 478);
	page.rule(40, 550, 1520, 550, 1.2, INK);
	for (const [label, value, x] of [['电子客票号码', truth.e_ticket_number, 60], ['验证码', truth.check_code, 480], ['保险费', '', 900]] as const) above(label, value, x, 576);
	page.rule(40, 648, 1520, 648, 1.2, INK);
	for (const [label, value, x] of [['销售单位代号', truth.agent_code, 60], ['填开单位', truth.issue_organization, 480], ['填开日期', truth.issue_date, 1100]] as const) above(label, value, x, 674);
	return { page, truth };
}

export const specimens: Specimens = {
	'flight-itinerary': { title: 'Flight itinerary', operation: 'flight-itinerary', make: flightItinerary },
};
