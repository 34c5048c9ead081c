// Passports: the two lines for machines of any country, and the printed fields of a Chinese one.
import type { PageResult } from '../../engine/engine.cts';
import { chinese, code, text } from '../reading/forms.cts';
import { type Found, type FoundFields, reworded } from '../reading/found.cts';
import { Sheet } from '../reading/sheet.cts';
import { type MachineZone, readMachineZone } from './machineZone.cts';

export const PASSPORT_FIELDS = [
	...(['passport_type', 'country_code', 'passport_number', 'nationality', 'surname', 'given_name', 'sex', 'date_of_birth'] as const),
	...(['date_of_expiry', 'date_of_issue', 'place_of_birth', 'place_of_issue', 'issuing_authority'] as const),
];
type PassportFields = FoundFields<(typeof PASSPORT_FIELDS)[number]>;

const LABELS = ['类型', '国家码', '护照号', '姓名', '性别', '国籍', '出生日期', '出生地点', '签发日期', '签发地点', '有效期至', '签发机关'];
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

export interface Passport {
	fields: PassportFields;
	/** `extra_info`: what is printed in Chinese. Its names are chosen: those of the fields. */
	local?: Record<string, string>;
}

/** @param countryCode `CHN` all fields, `GENERAL` those for machines, empty as the passport says. */
export function readPassport(page: PageResult, countryCode: string): Passport | undefined {
	const sheet = Sheet.of(page, LABELS);
	const zone = readMachineZone(sheet);
	const printed = sheet.count(LABELS) >= 6;
	if (!zone && !printed) return undefined;
	const chineseOne = countryCode === 'CHN' || (countryCode === '' && printed);
	return chineseOne && printed ? readPrinted(sheet, zone) : { fields: { ...zone } };
}

function readPrinted(sheet: Sheet, zone: MachineZone | undefined): Passport {
	const below = (label: string, lines = 1): Found | undefined => sheet.below(sheet.label(label), { within: 2, lines, left: 0.6 });
	const [name, latinName] = pairOf(sheet, '姓名');
	const [authority, latinAuthority] = pairOf(sheet, '签发机关');
	const [birthplace, issued] = [below('出生地点'), below('签发地点')];
	return {
		fields: {
			passport_type: code(below('类型')) ?? zone?.passport_type,
			country_code: code(below('国家码')) ?? zone?.country_code,
			passport_number: code(below('护照号')) ?? zone?.passport_number,
			nationality: zone?.nationality ?? reworded(below('国籍'), (words) => (/CHINESE/i.test(words) ? 'CHN' : '')),
			surname: reworded(latinName, (words) => words.split(/[,.，]/)[0]?.trim() ?? ''),
			given_name: reworded(latinName, (words) => words.split(/[,.，]/)[1]?.trim() ?? ''),
			sex: reworded(below('性别'), (words) => /[MF](?=\W*$)/.exec(words)?.[0] ?? '') ?? zone?.sex,
			date_of_birth: englishDate(below('出生日期')) ?? zone?.date_of_birth,
			date_of_expiry: englishDate(below('有效期至')) ?? zone?.date_of_expiry,
			date_of_issue: englishDate(below('签发日期')),
			place_of_birth: latin(birthplace),
			place_of_issue: latin(issued),
			issuing_authority: text(latinAuthority),
		},
		local: {
			name: chinese(name)?.words ?? '',
			place_of_birth: han(birthplace),
			place_of_issue: han(issued),
			issuing_authority: chinese(authority)?.words ?? '',
		},
	};
}

/** The Chinese line under a label and the Latin one under that. */
function pairOf(sheet: Sheet, label: string): [Found | undefined, Found | undefined] {
	const spot = sheet.label(label);
	if (!spot) return [undefined, undefined];
	const first = sheet.below(spot, { within: 1.5, left: 0.6, gap: 3 });
	if (!first) return [undefined, undefined];
	const under = { ...spot, top: first.box.top, bottom: first.box.bottom, em: (first.box.bottom - first.box.top) * 0.7 };
	return [first, sheet.below(under, { within: 1, left: 0.6, gap: 3 })];
}

const latin = (found: Found | undefined): Found | undefined => reworded(found, (words) => /[A-Z][A-Z ]*$/i.exec(words)?.[0].toUpperCase() ?? '');
const han = (found: Found | undefined): string => /^\p{Script=Han}+/u.exec(found?.words ?? '')?.[0] ?? '';

/** `09 SEP 2017` as `2017-09-09`, however its blanks were read. */
function englishDate(found: Found | undefined): Found | undefined {
	return reworded(found, (words) => {
		const [, day = '', month = '', year = ''] = /(\d\d)([A-Z]{3})(\d{4})/.exec(words.replace(/\s/g, '').toUpperCase().replace(/0CT/, 'OCT').replace(/N0V/, 'NOV')) ?? [];
		const number = MONTHS.indexOf(month) + 1;
		return number === 0 ? '' : `${year}-${String(number).padStart(2, '0')}-${day}`;
	});
}
