// The time of day beside a date.

export interface FoundTime {
	/** ISO 8601: `14:05`, `14:05:30`, with `Z` or `+08:00` where the zone is printed. */
	time: string;
	/** The text without it. */
	rest: string;
}

const HALF = String.raw`(?<half>上午|下午|凌晨|早上|晚上|中午|午前|午後|오전|오후)?`;
/** English and Spanish; Malay pagi, petang; Vietnamese sáng, chiều; receipts write "9:05P". */
const SUFFIX = String.raw`(?:(?:\s?(?<meridiem>[AaPp]\.?\s?[Mm]|PG|PTG|SA|CH)|(?<letter>[AP]))(?!\p{L})\.?)?`;
const ZONE = String.raw`(?:\s?(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})(?![\d\p{L}]))?`;
const FORMS: readonly RegExp[] = [
	// 14:05, 14:05:30.250, 2:05 PM, 下午2:05, T14:05:00+08:00
	new RegExp(String.raw`(?<![\d:.,/+-])${HALF}\s?(?<hour>\d{1,2})\s?[:：]\s?(?<minute>\d{2})(?:\s?[:：]\s?(?<second>\d{2})(?:[.,]\d{1,9})?)?${SUFFIX}${ZONE}(?:\s?(?:Uhr|hrs?|h|น\.?)(?!\p{L}))?(?![\d:])`, 'u'),
	// 14时05分, 14點05分30秒, 午後2時5分, 14시 5분
	new RegExp(String.raw`${HALF}\s?(?<hour>\d{1,2})\s?[时時点點시]\s?(?:(?<minute>\d{1,2}|半)\s?(?:[分분]|(?!\d)))?(?:\s?(?<second>\d{1,2})\s?[秒초])?(?!\d|\s?[一二三]?刻)`, 'u'),
	// 14.05 Uhr, 14 Uhr, 14h05, 14 h 05
	/(?<![\d:.,/+-])(?<hour>\d{1,2})(?:\.(?<minute>\d{2}))?\s?Uhr(?!\p{L})/u,
	/(?<![\d:.,/+-])(?<hour>\d{1,2})\s?[hH]\s?(?<minute>\d{2})(?!\d)/u,
	// 2.05 pm
	/(?<![\d:.,/+-])(?<hour>\d{1,2})\.(?<minute>\d{2})\s?(?<meridiem>[AaPp]\.?[Mm])\b\.?/u,
	// 2 PM
	/(?<![\d:.,/+-])(?<hour>\d{1,2})\s?(?<meridiem>[AaPp]\.?[Mm])\b\.?/u,
	// Behind a date of figures alone: 20260721140530
	/(?<=(?<!\d)(?:19|20)\d{6}[ T]?)(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?!\d)/u,
];
const AFTERNOON = /下午|晚上|午後|오후|^P(?!G)|^CH/iu;
const MORNING = /上午|凌晨|早上|午前|오전|^A|^PG|^SA/iu;

/** Finds the one time in a text; undefined when there is none, `invalid` for what looks like one and is not. */
export function takeTime(text: string): FoundTime | 'invalid' | undefined {
	for (const form of FORMS) {
		const match = form.exec(text);
		if (!match?.groups) continue;
		const time = toTime(match.groups);
		if (time === undefined) return 'invalid';
		const before = text.slice(0, match.index).replace(/(?<=\d)T$/u, '');
		return { time, rest: `${before} ${text.slice(match.index + match[0].length)}` };
	}
	return undefined;
}

function toTime(groups: Record<string, string | undefined>): string | undefined {
	const { half = '', meridiem = groups.letter ?? '', second, zone } = groups;
	const minute = groups.minute === '半' ? '30' : (groups.minute ?? '00');
	let hour = Number(groups.hour);
	const mark = half || meridiem;
	if (meridiem !== '' && (hour < 1 || hour > 12)) return undefined;
	if (AFTERNOON.test(mark) && hour < 12) hour += 12;
	else if (MORNING.test(mark) && hour === 12) hour = 0;
	// "10:30-12:30" is a span; a zone west of Greenwich stands behind seconds.
	if (zone?.startsWith('-') && second === undefined) return undefined;
	if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
	const parts = [hour, minute, ...(second === undefined ? [] : [second])].map((part) => String(part).padStart(2, '0'));
	return parts.join(':') + toZone(zone);
}

function toZone(zone: string | undefined): string {
	if (zone === undefined) return '';
	return /^[+-]/.test(zone) ? zone.replace(/^(.\d{2}):?(\d{2})$/u, '$1:$2') : 'Z';
}
