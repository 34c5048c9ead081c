// Train tickets have no labels: each field is told by its form and by its place beside others.
import type { PageResult } from '../../engine/engine.cts';
import { chinese, chineseDate, text } from '../reading/forms.cts';
import { type Found, type FoundFields, reworded } from '../reading/found.cts';
import { Sheet } from '../reading/sheet.cts';

export const TRAIN_FIELDS = [
	...(['ticket_id', 'check_port', 'train_number', 'departure_station', 'destination_station'] as const),
	...(['departure_station_en', 'destination_station_en', 'departure_time', 'seat_number', 'ticket_price', 'sale_method'] as const),
	...(['seat_category', 'ticket_changing', 'id_number', 'name', 'log_id', 'sale_location'] as const),
];

const CLASSES = /商务座|特等座|一等座|二等座|硬座|软座|硬卧|软卧|无座|动卧/;

/** @returns undefined for anything else. */
export function readTrainTicket(page: PageResult): FoundFields<(typeof TRAIN_FIELDS)[number]> | undefined {
	const sheet = Sheet.of(page, []);
	const train = sheet.match(/(?<![0-9A-Za-z])[GDCKTZ]\d{1,4}(?![0-9A-Za-z])/);
	const departure = sheet.match(/\d{4}年\s?\d\d月\s?\d\d日[\s\t]?\d\d:\d\d/);
	const seat = sheet.match(/\d\d车[\s\t]?(?:\d+[A-F]?号|无座)/);
	if (!train || !departure || !seat) return undefined;
	const { top, bottom, left, right } = train.box;
	const height = bottom - top;
	const beside = { top: top - height * 0.6, bottom: bottom + height * 0.6 };
	const under = { top: bottom, bottom: departure.box.top };
	const holder = sheet.match(/\d{6}[\d*＊\s]{8,}[\dXx]\s?\p{Script=Han}{2,4}/u);
	const serial = sheet.match(/\d{10,}[A-Z]\d{4,}/);
	return {
		ticket_id: sheet.match(/(?<![0-9A-Za-z])[A-Z]\d{6}(?!\d)/),
		check_port: reworded(sheet.match(/检票[:：口]?[\s\t]?[0-9A-Z]+/), (words) => words.replace(/^.*[:：口]\s*|检票/, '')),
		train_number: train,
		departure_station: chinese(sheet.match(/\p{Script=Han}+站/u, { ...beside, left: -Infinity, right: left })),
		destination_station: chinese(sheet.match(/\p{Script=Han}+站/u, { ...beside, left: right, right: Infinity })),
		departure_station_en: pinyin(sheet.match(/[A-Za-z]{3,}/, { ...under, left: -Infinity, right: (left + right) / 2 })),
		destination_station_en: pinyin(sheet.match(/[A-Za-z]{3,}/, { ...under, left: (left + right) / 2, right: Infinity })),
		departure_time: timeOf(departure),
		seat_number: reworded(seat, (words) => words.replace(/\s/g, '')),
		ticket_price: reworded(sheet.match(/[¥￥羊半Y]\s?\d+\.\d+元/), (words) => `¥${words.replace(/^[^\d]+/, '')}`),
		sale_method: sheet.match(/(?<!\p{Script=Han})[网窗](?!\p{Script=Han})/u),
		seat_category: sheet.match(CLASSES),
		ticket_changing: undefined,
		id_number: reworded(holder, masked),
		name: reworded(holder, (words) => /\p{Script=Han}+$/u.exec(words)?.[0] ?? ''),
		log_id: serial,
		sale_location: reworded(text(sheet.match(/\p{Script=Han}+售/u)), (words) => words.replace(/售$/, '')),
	};
}

/** `2017年08月30日20:39` */
function timeOf(departure: Found): Found | undefined {
	const date = chineseDate(departure);
	const time = /\d\d:\d\d$/.exec(departure.words)?.[0] ?? '';
	return reworded(date, (words) => words + time);
}

/** A capital and small letters, however large the first one was taken to be. */
const pinyin = (found: Found | undefined): Found | undefined => reworded(found, (words) => words.slice(0, 1).toUpperCase() + words.slice(1).toLowerCase());

/** Ten figures, four asterisks, four figures: how many asterisks a row of them has is hard to tell. */
function masked(words: string): string {
	const number = /^[\d*＊Xx\s]+/.exec(words)?.[0].replace(/\s/g, '').replace(/＊/g, '*') ?? '';
	return number.includes('*') ? `${number.slice(0, 10)}****${number.slice(-4)}` : number;
}
