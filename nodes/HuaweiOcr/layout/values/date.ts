// Dates as people print them → ISO 8601. Where day and month can be either, the page must tell.
import { readDigits, readSmallNumber } from './hanNumerals';
import { MONTH_NAME, monthOf } from './months';
import { plainText } from './plainText';
import { takeTime } from './time';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface DateOptions {
	/** The order that the user or the form says. */
	order?: DateOrder;
	/** Texts of other dates of the page, or all of its texts: one impossible month tells the order of all. */
	pageDates?: readonly string[];
}

export interface ReadDate {
	/** `2026-03-18` */
	iso: string;
	/** `14:05`, `14:05:30`, with `Z` or `+08:00` where the zone is printed. */
	time?: string;
}

export interface AmbiguousDate {
	ambiguous: true;
	/** The dates that the text can mean, as ISO 8601. */
	readings: string[];
}

const MOST_CHARACTERS = 100;
/** Years of documents and of people's births. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;

/**
 * Reads the one date in a text: `2026-03-18`, `18.03.2026`, `2026年3月18日`, `二〇二六年三月十八日`,
 * `民国115年3月18日`, `令和8年3月18日`, `18 March 2026`, `March 18, 2026`, `18. März 2026`, `18/03/2569`
 * (Buddhist), with weekday and time.
 * @returns what it can mean when that is more than one day; undefined when there is no date, more than
 * one, an incomplete one, or something beside it that is not understood
 */
export function parseDate(text: string, options: DateOptions = {}): ReadDate | AmbiguousDate | undefined {
	if (text.length > MOST_CHARACTERS) return undefined;
	const plain = plainText(text);
	const clock = takeTime(plain);
	if (clock === 'invalid') return undefined;
	const time = clock?.time;
	const found = findDate(clock ? clock.rest : plain);
	if (!found || !isUnderstood(found.before, found.behind)) return undefined;
	return choose(found.readings, options, time);
}

/** A day that a text can mean, and in which order it stands there. */
interface Reading {
	iso: string;
	/** Undefined where the writing leaves no question of order. */
	order?: DateOrder;
	/** The only reading, but one that a misread stroke would give as well. */
	isDoubtful?: boolean;
}

interface FoundDate {
	readings: Reading[];
	before: string;
	behind: string;
}

function choose(readings: readonly Reading[], { order, pageDates }: DateOptions, time: string | undefined): ReadDate | AmbiguousDate | undefined {
	const days = [...new Set(readings.map(({ iso }) => iso))].sort();
	const [first] = days;
	if (first === undefined) return undefined;
	const told = order ?? (days.length > 1 && pageDates ? orderOf(pageDates) : undefined);
	const fitting = [...new Set(readings.filter((reading) => reading.order === undefined || told === undefined || reading.order === told).map(({ iso }) => iso))];
	const [only] = fitting;
	// A day that the order excludes is doubtful, too: one of its figures may be misread.
	if (only === undefined || fitting.length > 1 || readings.some(({ isDoubtful }) => isDoubtful)) return { ambiguous: true, readings: days };
	return time === undefined ? { iso: only } : { iso: only, time };
}

const SEPARATED = /(?<![\d\p{Script=Latin}\p{Script=Cyrillic}]|\d[.,/-])(\d{4}|\d{1,2})(?: ?([-/.]) ?)(\d{1,2})(?: ?\2 ?)(\d{4}|\d{1,2})\.?(?![\d\p{Script=Latin}]|[-/]\d)/u;
/** Boxes of a form, one for each part. */
const SPACED = /(?<![\d\p{Script=Latin}\p{Script=Cyrillic}])(\d{4}|\d{2})( )(\d{2}) (\d{2}(?:\d{2})?)(?![\d\p{L}])/u;
const COMPACT = /(?<![\d\p{Script=Latin}\p{Script=Cyrillic}])(\d{8}|\d{6})(?![\d\p{Script=Latin}\p{Script=Cyrillic}])/u;
const HAN_NUMBER = '[0-9〇零○Oo一二三四五六七八九十百廿卅元壹贰貳叁參肆伍陆陸柒捌玖拾]';
const HAN = new RegExp(
	String.raw`(?<era>民国|民國|中华民国|中華民國|令和|平成|昭和|大正|明治|公元|西元|西暦|서기)? ?(?<year>${HAN_NUMBER}(?: ?${HAN_NUMBER}){0,4}) ?[年년] ?(?<month>${HAN_NUMBER}(?: ?${HAN_NUMBER}){0,2}) ?[月월] ?(?<day>${HAN_NUMBER}(?: ?${HAN_NUMBER}){0,2}) ?(?:[日号號일]|(?=$))`,
	'u',
);
const ERA_SHORT = /(?<![\p{Script=Latin}\d])([RHSTM]|令和?|平成?|昭和?|大正?|明治?|民国|民國) ?(\d{1,3}) ?([./-]) ?(\d{1,2}) ?\3 ?(\d{1,2})(?![\d\p{Script=Latin}])/u;
/** A year of the Republic without its name, or a stroke before the figures that was read as a 1. */
const ROC_SHORT = /(?<![\d\p{L}]|\d[.,/-])(1\d{2})([./-])(\d{1,2})\2(\d{1,2})(?![\d\p{L}]|[-/.]\d)/u;
const PARTS = String.raw`[ .,/-]`;
const DAY_FIRST = new RegExp(String.raw`(?<![\d\p{L}])(\d{1,2})(?:st|nd|rd|th|er|re|ère|e|o|a|hb|[.])?(?:${PARTS}|(?: day)?(?: of| de| del| d'))*(${MONTH_NAME})(?:${PARTS}|(?: de| del| of| พ\.ศ\.))*'?(\d{4}|\d{2})(?![\d])`, 'iu');
const MONTH_FIRST = new RegExp(String.raw`(?<!\p{L})(${MONTH_NAME})(?:[ .-])*(\d{1,2})(?:st|nd|rd|th)?(?:[ ,.-]+|(?= ?'))'?(\d{4}|\d{2})(?![\d])`, 'iu');
const YEAR_FIRST = new RegExp(String.raw`(?<![\d\p{L}])(\d{4})${PARTS}*(${MONTH_NAME})${PARTS}*(\d{1,2})(?:st|nd|rd|th)?(?![\d])`, 'iu');
const VIETNAMESE = /(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})/iu;

function findDate(text: string): FoundDate | undefined {
	const finders: ReadonlyArray<readonly [RegExp, (match: RegExpExecArray) => Reading[]]> = [
		[HAN, readHan],
		[ERA_SHORT, readEraShort],
		[VIETNAMESE, ([, day, month, year]) => single(year, month, day)],
		[DAY_FIRST, ([, day, month = '', year]) => named(year, month, day)],
		[MONTH_FIRST, ([, month = '', day, year]) => named(year, month, day)],
		[YEAR_FIRST, ([, year, month = '', day]) => named(year, month, day)],
		[SEPARATED, readSeparated],
		[ROC_SHORT, readRocShort],
		[SPACED, (match) => (match[1]?.length === 4 || match[4]?.length === 4 ? readSeparated(match) : [])],
		[COMPACT, ([, digits = '']) => readCompact(digits)],
	];
	for (const [pattern, read] of finders) {
		const match = pattern.exec(text);
		if (!match) continue;
		const readings = read(match);
		if (readings.length === 0) continue;
		return { readings, before: text.slice(0, match.index), behind: text.slice(match.index + match[0].length) };
	}
	return undefined;
}

/** Words without figures may stand beside a date: a weekday, a place, "dated". What touches it may not, except in scripts without spaces. */
function isUnderstood(before: string, behind: string): boolean {
	if (/\d/.test(before + behind)) return false;
	const isLong = before.length > 40 || behind.length > 40;
	return !isLong && !/[\p{Script=Latin}\p{Script=Cyrillic}+<>~^?|\\-]$/u.test(before) && !/^(?:[\p{Script=Latin}\p{Script=Cyrillic}~^?|\\/-])/u.test(behind);
}

function single(year: string | undefined, month: string | undefined, day: string | undefined): Reading[] {
	return toReadings(yearsOf(year ?? ''), Number(month), Number(day));
}

function named(year: string | undefined, month: string, day: string | undefined): Reading[] {
	const number = monthOf(month);
	if (number === undefined || year === undefined) return [];
	const isThai = /\p{Script=Thai}/u.test(month);
	return toReadings(yearsOf(isThai && year.length === 2 ? `25${year}` : year), number, Number(day));
}

function toReadings(years: readonly number[], month: number, day: number, order?: DateOrder): Reading[] {
	return years.flatMap((year) => {
		const iso = toIso(year, month, day);
		return iso === undefined ? [] : [{ iso, ...(order ? { order } : {}) }];
	});
}

/** Two figures mean a year near to ours; from 40 to 69 they may be a birth or a time to come. */
function yearsOf(printed: string): number[] {
	const value = Number(printed);
	if (printed.length === 4) {
		// The Buddhist calendar of Thailand is 543 years ahead.
		return value >= 2400 && value < 2700 ? [value - 543] : [value];
	}
	if (printed.length !== 2) return [];
	if (value < 40) return [2000 + value];
	return value < 70 ? [1900 + value, 2000 + value] : [1900 + value];
}

function toIso(year: number, month: number, day: number): string | undefined {
	if (!(year >= FIRST_YEAR && year <= LAST_YEAR) || !(month >= 1 && month <= 12) || !(day >= 1)) return undefined;
	if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function readSeparated([, first = '', sign = '', second = '', third = '']: RegExpExecArray): Reading[] {
	if (first.length === 4) return third.length === 4 ? [] : toReadings(yearsOf(first), Number(second), Number(third));
	// Where points part the figures, the day comes before the month; a Buddhist year is Thai and does, too.
	const isDayFirst = sign === '.' || Number(third) >= 2400;
	if (third.length === 4) {
		const years = yearsOf(third);
		const dayFirst = toReadings(years, Number(second), Number(first), 'dmy');
		return isDayFirst ? dayFirst : [...dayFirst, ...toReadings(years, Number(first), Number(second), 'mdy')];
	}
	if (third.length !== 2 && first.length !== 2) return [];
	return [
		...toReadings(yearsOf(third), Number(second), Number(first), 'dmy'),
		...(isDayFirst ? [] : toReadings(yearsOf(third), Number(first), Number(second), 'mdy')),
		...toReadings(yearsOf(first), Number(second), Number(third), 'ymd'),
	];
}

function readCompact(digits: string): Reading[] {
	const part = (from: number, to: number) => digits.slice(from, to);
	if (digits.length === 6) {
		return [
			...toReadings(yearsOf(part(0, 2)), Number(part(2, 4)), Number(part(4, 6)), 'ymd'),
			...toReadings(yearsOf(part(4, 6)), Number(part(2, 4)), Number(part(0, 2)), 'dmy'),
			...toReadings(yearsOf(part(4, 6)), Number(part(0, 2)), Number(part(2, 4)), 'mdy'),
		];
	}
	const isNear = (year: string) => /^(?:19|20)/.test(year);
	return [
		...(isNear(part(0, 4)) ? toReadings([Number(part(0, 4))], Number(part(4, 6)), Number(part(6, 8)), 'ymd') : []),
		...(isNear(part(4, 8)) ? toReadings([Number(part(4, 8))], Number(part(2, 4)), Number(part(0, 2)), 'dmy') : []),
		...(isNear(part(4, 8)) ? toReadings([Number(part(4, 8))], Number(part(0, 2)), Number(part(2, 4)), 'mdy') : []),
	];
}

/** Eras by their first year, with the days on which they began and ended. */
interface Era {
	names: readonly string[];
	letter?: string;
	offset: number;
	from: string;
	to: string;
}

const ERAS: readonly Era[] = [
	{ names: ['民国', '民國', '中华民国', '中華民國'], offset: 1911, from: '1912-01-01', to: '2199-12-31' },
	{ names: ['令和'], letter: 'R', offset: 2018, from: '2019-05-01', to: '2199-12-31' },
	{ names: ['平成'], letter: 'H', offset: 1988, from: '1989-01-08', to: '2019-04-30' },
	{ names: ['昭和'], letter: 'S', offset: 1925, from: '1926-12-25', to: '1989-01-07' },
	{ names: ['大正'], letter: 'T', offset: 1911, from: '1912-07-30', to: '1926-12-25' },
	{ names: ['明治'], letter: 'M', offset: 1867, from: '1868-01-25', to: '1912-07-30' },
];

function inEra(era: Era, year: number, month: number, day: number): Reading[] {
	return toReadings([era.offset + year], month, day).filter(({ iso }) => iso >= era.from && iso <= era.to);
}

function readHan({ groups = {} }: RegExpExecArray): Reading[] {
	const [year, month, day] = [groups.year, groups.month, groups.day].map((part) => (part ?? '').replace(/ /gu, ''));
	const monthNumber = readSmallNumber(month ?? '');
	const dayNumber = readSmallNumber(day ?? '');
	if (year === undefined || monthNumber === undefined || dayNumber === undefined) return [];
	const era = ERAS.find(({ names }) => names.includes(groups.era ?? ''));
	if (era) {
		const yearNumber = year === '元' ? 1 : (readSmallNumber(year) ?? Number(readDigits(year) ?? readHundreds(year)));
		return inEra(era, yearNumber, monthNumber, dayNumber);
	}
	const digits = readDigits(year);
	if (digits?.length === 4) return toReadings([Number(digits)], monthNumber, dayNumber);
	// Three figures can only be a year of the Republic; two may be that, of an emperor, or of the century.
	if (digits?.length === 3) return toReadings([Number(digits) + 1911], monthNumber, dayNumber).filter(({ iso }) => iso < '2040');
	const short = readSmallNumber(year);
	if (short === undefined) return [];
	const centuries = short < 40 ? [2000] : [1900, 2000];
	const eras = ERAS.slice(0, 4).flatMap((each) => inEra(each, short, monthNumber, dayNumber));
	return [...centuries.flatMap((offset) => toReadings([offset + short], monthNumber, dayNumber)), ...eras].filter(({ iso }) => iso < '2040');
}

/** 一百一十五 → 115 */
function readHundreds(text: string): number | undefined {
	const match = /^([一1壹])百零?(.*)$/u.exec(text);
	if (!match) return undefined;
	const rest = match[2] ?? '';
	const value = rest === '' ? 0 : readSmallNumber(rest);
	return value === undefined ? undefined : 100 + value;
}

function readEraShort([, name = '', year, , month, day]: RegExpExecArray): Reading[] {
	const era = ERAS.find(({ letter, names }) => letter === name || names.some((full) => full.startsWith(name)));
	return era ? inEra(era, Number(year), Number(month), Number(day)) : [];
}

function readRocShort([, year, , month, day]: RegExpExecArray): Reading[] {
	return toReadings([Number(year) + 1911], Number(month), Number(day)).flatMap(({ iso }) => (iso < '2040' ? [{ iso, isDoubtful: true }] : []));
}

const MOST_TEXTS = 1000;
const orders = new WeakMap<readonly string[], { order: DateOrder | undefined }>();

/** The order that the dates of a page agree on: a day above twelve tells it. */
export function orderOf(texts: readonly string[]): DateOrder | undefined {
	const known = orders.get(texts);
	if (known) return known.order;
	const told = new Set<DateOrder>();
	for (const text of texts.slice(0, MOST_TEXTS)) {
		if (text.length > MOST_CHARACTERS) continue;
		const match = SEPARATED.exec(plainText(text));
		const found = match ? readSeparated(match) : [];
		const [only] = found;
		if (new Set(found.map(({ order }) => order)).size === 1 && only?.order) told.add(only.order);
	}
	const [order] = told;
	const agreed = told.size === 1 ? order : undefined;
	orders.set(texts, { order: agreed });
	return agreed;
}
