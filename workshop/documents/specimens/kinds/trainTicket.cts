// Train tickets (火车票): the blue one with a magnetic back. Nearly nothing on it has a label.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { dateBetween, inChinese, two } from '../invented.cts';
import { guilloche, paper, specimenMark, squareCode } from '../parts.cts';
import type { Specimen, Specimens } from '../specimen.cts';

const STATIONS = [
	['江宁南站', 'Jiangningnan'],
	['海川站', 'Haichuan'],
	['青岚北站', 'Qinglanbei'],
	['西岭东站', 'Xilingdong'],
	['云禾西站', 'Yunhexi'],
] as const;

export function trainTicket(random: Random): Specimen {
	const page = new Page(860);
	page.height = 540;
	const texts = new Texts(random, 'zh');
	const [from, to] = random.sample(STATIONS, 2) as [(typeof STATIONS)[number], (typeof STATIONS)[number]];
	const date = dateBetween(random, 2017, 2024);
	const time = `${two(random.int(6, 22))}:${two(random.int(10, 59))}`;
	const truth = {
		ticket_id: `${random.pick(['A', 'C', 'E', 'K'])}${random.digits(6)}`,
		check_port: `${random.int(2, 28)}${random.pick(['A', 'B'])}`,
		train_number: `${random.pick(['G', 'D'])}${random.digits(4)}`,
		departure_station: from[0],
		destination_station: to[0],
		departure_station_en: from[1],
		destination_station_en: to[1],
		departure_time: `${inChinese(date)}${time}`,
		seat_number: `${two(random.int(1, 16))}车${two(random.int(1, 19))}${random.pick(['A', 'B', 'C', 'D', 'F'])}号`,
		ticket_price: `¥${random.int(40, 980)}.${random.pick([0, 5])}元`,
		seat_category: random.pick(['二等座', '一等座', '商务座']),
		id_number: `99${random.digits(4)}${random.int(1960, 2003)}****${random.digits(4)}`,
		name: texts.person(),
		log_id: `${random.digits(14)}${random.pick(['J', 'K', 'M'])}${random.digits(6)}`,
		sale_location: from[0].replace('站', ''),
	};
	paper(page, '#d9ecf5');
	guilloche(page, '#c4dfec');
	specimenMark(page);
	page.text(truth.ticket_id, 60, 56, { size: 34, color: '#b03048' });
	page.text(`检票:${truth.check_port}`, 640, 58, { size: 26 });
	page.text(truth.departure_station, 160, 130, { size: 40 }, 'center');
	page.text(truth.train_number, 430, 126, { size: 42 }, 'center');
	page.rule(350, 160, 510, 160, 2);
	page.text(truth.destination_station, 700, 130, { size: 40 }, 'center');
	page.text(truth.departure_station_en, 160, 182, { size: 24 }, 'center');
	page.text(truth.destination_station_en, 700, 182, { size: 24 }, 'center');
	page.text(`${inChinese(date)} ${time}开`, 70, 240, { size: 28 });
	page.text(truth.seat_number, 590, 240, { size: 28 });
	page.text(truth.ticket_price, 70, 296, { size: 28 });
	page.text('网', 420, 296, { size: 26 });
	page.text(truth.seat_category, 590, 296, { size: 28 });
	page.text('限乘当日当次车', 70, 346, { size: 24 });
	page.text(`${truth.id_number} ${truth.name}`, 70, 400, { size: 28 });
	page.text('买票请到车站窗口 报销凭证遗失不补', 70, 450, { size: 20 });
	squareCode(page, 690, 330, 110, random.int(1, 9999));
	page.text(`${truth.log_id} ${truth.sale_location}售`, 70, 506, { size: 24 });
	return { page, truth };
}

export const specimens: Specimens = {
	'train-ticket': { title: 'Train ticket', operation: 'train-ticket', make: trainTicket },
};
