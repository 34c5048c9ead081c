// Passports: labels in two languages above their values, two lines for machines at the foot.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { type InventedDate, dateBetween, two, yearsLater } from '../invented.cts';
import { guilloche, paper, portrait, specimenMark } from '../parts.cts';
import type { Specimen, Specimens } from '../specimen.cts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const SURNAMES = [
	['ZHANG', '张'],
	['WANG', '王'],
	['CHEN', '陈'],
	['ZHAO', '赵'],
	['HUANG', '黄'],
] as const;
const GIVEN = [
	['MINGYUAN', '明远'],
	['XIAOFANG', '晓芳'],
	['JIANGUO', '建国'],
	['HAIYAN', '海燕'],
	['WENJING', '文静'],
] as const;
const PLACES = [
	['江宁', 'JIANGNING'],
	['海川', 'HAICHUAN'],
	['青岚', 'QINGLAN'],
] as const;

const inEnglish = ({ year, month, day }: InventedDate): string => `${two(day)} ${MONTHS[month - 1] ?? ''} ${year}`;
const forMachines = ({ year, month, day }: InventedDate): string => `${two(year % 100)}${two(month)}${two(day)}`;
const dashes = ({ year, month, day }: InventedDate): string => `${year}-${two(month)}-${two(day)}`;

/** Check digit of a line for machines: weights 7, 3, 1; letters count from 10. */
function checkDigit(text: string): string {
	const value = (character: string): number => (character === '<' ? 0 : /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55);
	return String(Array.from(text).reduce((sum, character, index) => sum + value(character) * ([7, 3, 1][index % 3] ?? 0), 0) % 10);
}

export function passport(random: Random): Specimen {
	const page = new Page(1160);
	page.height = 800;
	const [surname, surnameHan] = random.pick(SURNAMES);
	const [given, givenHan] = random.pick(GIVEN);
	const [birthplace, birthplaceEn] = random.pick(PLACES);
	const [issued, issuedEn] = random.pick(PLACES);
	const born = dateBetween(random, 1960, 2003);
	const from = dateBetween(random, 2016, 2024);
	const until = yearsLater(from, 10);
	const male = random.chance(0.5);
	const number = `E${random.pick(['X', 'Y', 'Z'])}${random.digits(7)}`;
	const first = `POCHN${surname}<<${given}`.padEnd(44, '<');
	const body = `${number.padEnd(9, '<')}${checkDigit(number.padEnd(9, '<'))}CHN${forMachines(born)}${checkDigit(forMachines(born))}${male ? 'M' : 'F'}${forMachines(until)}${checkDigit(forMachines(until))}${'<'.repeat(14)}0`;
	const checked = body.slice(0, 10) + body.slice(13, 20) + body.slice(21, 43);
	const truth = {
		passport_type: 'P',
		country_code: 'CHN',
		passport_number: number,
		nationality: 'CHN',
		surname,
		given_name: given,
		sex: male ? 'M' : 'F',
		date_of_birth: dashes(born),
		date_of_expiry: dashes(until),
		date_of_issue: dashes(from),
		place_of_birth: birthplaceEn,
		place_of_issue: issuedEn,
		issuing_authority: 'MPS Exit & Entry Administration',
	};
	paper(page, '#f3ecee');
	guilloche(page, '#e9dde0');
	portrait(page, 60, 150, 290, 390);
	specimenMark(page);
	page.text('护照', 120, 60, { size: 40, bold: true });
	page.text('PASSPORT', 90, 106, { size: 24 });
	const label = { size: 17, color: '#5a6a86' };
	const value = { size: 26 };
	const field = (words: string, lines: readonly string[], x: number, y: number): void => {
		page.text(words, x, y, label);
		for (const [index, line] of lines.entries()) page.text(line, x, y + 32 + index * 32, index === 0 ? value : { size: 24 });
	};
	field('类型/Type', ['P'], 400, 50);
	field('国家码/Country Code', ['CHN'], 560, 50);
	field('护照号/Passport No.', [number], 820, 50);
	field('姓名/Name', [surnameHan + givenHan, `${surname}, ${given}`], 400, 126);
	field('性别/Sex', [male ? '男/M' : '女/F'], 400, 234);
	field('国籍/Nationality', ['中国/CHINESE'], 560, 234);
	field('出生日期/Date of birth', [inEnglish(born)], 820, 234);
	field('出生地点/Place of birth', [`${birthplace}/${birthplaceEn}`], 400, 314);
	field('签发日期/Date of issue', [inEnglish(from)], 820, 314);
	field('签发地点/Place of issue', [`${issued}/${issuedEn}`], 400, 394);
	field('有效期至/Date of expiry', [inEnglish(until)], 820, 394);
	field('签发机关/Authority', ['公安部出入境管理局', 'MPS Exit & Entry Administration'], 400, 474);
	page.text(first, 50, 684, { size: 38, face: 'mono' });
	page.text(`${body}${checkDigit(checked)}`, 50, 740, { size: 38, face: 'mono' });
	return { page, truth };
}

export const specimens: Specimens = {
	passport: { title: 'Passport', operation: 'passport', make: passport },
};
