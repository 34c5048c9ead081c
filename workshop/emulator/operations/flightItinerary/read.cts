// Itineraries of electronic air tickets: values under their labels, legs between two stations of a column.
import type { PageResult } from '../../engine/engine.cts';
import { chinese, code, dashedDate, idNumber, text } from '../reading/forms.cts';
import { type Found, type FoundFields, reworded } from '../reading/found.cts';
import { labelsOf, readByRules, type Rules } from '../reading/rules.cts';
import { Sheet } from '../reading/sheet.cts';

const BELOW = { below: { left: 0.6, within: 2, gap: 2.5 } };

/** `CNY 1200.00`: letters and figures with one blank between them. */
const currency = (found: Found | undefined): Found | undefined =>
	reworded(found, (words) => words.replace(/^([A-Z]{2,3})\s*/, '$1 ').replace(/(?<=\d)\s+(?=[\d.])/g, ''));

const RULES = {
	passenger_name: { labels: ['旅客姓名'], form: chinese, place: BELOW },
	id_number: { labels: ['有效身份证件号码'], form: idNumber, place: BELOW },
	endorsements_restrictions: { labels: ['签注'], form: chinese, place: BELOW },
	fare: { labels: ['票价'], form: currency, place: BELOW },
	caac_development_fund: { labels: ['民航发展基金'], form: currency, place: BELOW },
	fuel_surcharge: { labels: ['燃油附加费'], form: currency, place: BELOW },
	other_taxes: { labels: ['其他税费'], form: currency, place: BELOW },
	total: { labels: ['合计'], form: currency, place: BELOW },
	e_ticket_number: { labels: ['电子客票号码'], form: text, place: BELOW },
	check_code: { labels: ['验证码'], form: text, place: BELOW },
	reference_information: { labels: ['提示信息'], form: text, place: BELOW },
	insurance: { labels: ['保险费'], form: text, place: BELOW },
	agent_code: { labels: ['销售单位代号'], form: code, place: BELOW },
	issue_organization: { labels: ['填开单位'], form: chinese, place: BELOW },
	issue_date: { labels: ['填开日期'], form: dashedDate, place: BELOW },
	serial_number: { labels: ['印刷序号'], form: text },
} satisfies Rules<string>;

const LEG_LABELS = {
	carrier: '承运人',
	flight: '航班号',
	cabin_class: '座位等级',
	date: '日期',
	time: '时间',
	fare_basis: '客票级别',
	effective_date: '客票生效日期',
	expiry_date: '有效截止日期',
	baggage_allowance: '免费行李',
} as const;

export const ITINERARY_FIELDS = [
	...(Object.keys(RULES) as Array<keyof typeof RULES>),
	...(['order_number', 'tax', 'buyer_name', 'number', 'international_flag', 'issue_status', 'gp_number'] as const),
];
type LegLabel = keyof typeof LEG_LABELS;
export const LEG_FIELDS = ['departure_station', 'destination_station', ...(Object.keys(LEG_LABELS) as LegLabel[])] as const;
type Leg = FoundFields<(typeof LEG_FIELDS)[number]>;

export interface Itinerary {
	fields: FoundFields<(typeof ITINERARY_FIELDS)[number]>;
	legs: Leg[];
}

/** @returns undefined for anything else. */
export function readItinerary(page: PageResult): Itinerary | undefined {
	const sheet = Sheet.of(page, [...labelsOf(RULES), ...Object.values(LEG_LABELS)]);
	if (!sheet.match(/电子客票行程单/) || sheet.count(labelsOf(RULES)) < 5) return undefined;
	return { fields: readByRules(sheet, RULES), legs: legsOf(sheet) };
}

/** A line with a flight number is a leg: it begins at the station of that line and ends at that of the next one. */
function legsOf(sheet: Sheet): Leg[] {
	const [carrier, fares] = [sheet.label(LEG_LABELS.carrier), sheet.label('票价')];
	if (!carrier || !fares) return [];
	const area = { left: -Infinity, right: carrier.left - carrier.em, top: carrier.bottom, bottom: fares.top - fares.em * 0.5 };
	const stations = sheet.linesWithin(area).map((line) => reworded(line, (words) => words.replace(/^[自至]\s*[:：]?\s*/, '').replace(/\s/g, '')));
	return stations.slice(0, -1).flatMap((station, index) => {
		if (!station) return [];
		const { top, bottom } = station.box;
		const cells = (Object.keys(LEG_LABELS) as LegLabel[]).map((name): [LegLabel, Found | undefined] => [name, cell(sheet, LEG_LABELS[name], top, bottom)]);
		const leg: Leg = { ...(Object.fromEntries(cells) as Leg), departure_station: station, destination_station: stations[index + 1] };
		return leg.flight || leg.carrier ? [{ ...leg, date: dashedDate(leg.date), effective_date: dashedDate(leg.effective_date), expiry_date: dashedDate(leg.expiry_date) }] : [];
	});
}

/** Values begin where their heads begin, and end before the next head. */
function cell(sheet: Sheet, label: string, top: number, bottom: number): Found | undefined {
	const spot = sheet.label(label);
	if (!spot) return undefined;
	const next = sheet.labels(...Object.values(LEG_LABELS)).filter((other) => other.left > spot.right && Math.abs(other.top - spot.top) < spot.em * 2);
	return text(sheet.within({ left: spot.left - spot.em, right: Math.min(...next.map((other) => other.left - other.em * 0.5), Infinity), top, bottom }));
}
