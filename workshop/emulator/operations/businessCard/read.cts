// Business cards: lines that say what they are, and the name, which is the largest of the short ones.
import type { PageResult } from '../../engine/engine.cts';
import type { Found } from '../reading/found.cts';
import type { Box } from '../reading/level.cts';
import { Sheet } from '../reading/sheet.cts';

const LABELS: Record<string, string[]> = {
	phone: ['手机', '电话', '座机', 'Tel', 'Mobile'],
	fax: ['传真', 'Fax'],
	email: ['邮箱', '电子邮箱', 'E-mail'],
	website: ['网址', 'Web'],
	address: ['地址'],
	postcode: ['邮编'],
};
const NAMES = ['name', 'title', 'company', 'department', 'phone', 'address', 'email', 'fax', 'postcode', 'website'] as const;
type Name = (typeof NAMES)[number];

const TITLE = /(?:总)?经理|主管|总监|工程师|顾问|主任|董事长|代表|会计/;
const COMPANY = /公司|集团|事务所|中心$|工厂|大学/;
const DEPARTMENT = /^\p{Script=Han}{2,6}部$/u;
const PERSON = /^\p{Script=Han}{2,4}$/u;

export interface BusinessCard {
	lists: Record<Name, string[]> & { extra_info_list: unknown[] };
	/** Around all texts, px of the level page. */
	extent: Box;
}

/** @returns undefined for anything else: a card names a company or a title, and a way to reach somebody. */
export function readBusinessCard(page: PageResult): BusinessCard | undefined {
	const sheet = Sheet.of(page, Object.values(LABELS).flat());
	const extent = sheet.extent();
	const labelled = (name: string): Found[] => sheet.labels(...(LABELS[name] ?? [])).flatMap((spot) => sheet.rightOf(spot) ?? []);
	const texts = sheet.matches(/[^\t ]+/).map((found) => ({ ...found, words: found.words.replace(/\s/g, '') }));
	const titles = texts.filter(({ words }) => TITLE.test(words) && words.length <= 10);
	const companies = texts.filter(({ words }) => COMPANY.test(words));
	const people = texts.filter(({ words }) => PERSON.test(words) && !TITLE.test(words) && !COMPANY.test(words) && !DEPARTMENT.test(words));
	const [person] = people.sort((a, b) => heightOf(b) - heightOf(a));
	const reachable = [...labelled('phone'), ...labelled('email')];
	if (!extent || reachable.length === 0 || titles.length + companies.length === 0) return undefined;
	const lists: Record<Name, Found[]> = {
		name: person ? [person] : [],
		title: titles,
		company: companies,
		department: texts.filter(({ words }) => DEPARTMENT.test(words)),
		phone: labelled('phone'),
		address: labelled('address'),
		email: labelled('email'),
		fax: labelled('fax'),
		postcode: labelled('postcode'),
		website: labelled('website'),
	};
	const words = NAMES.map((name) => [name, lists[name].map((found) => found.words.replace(/\s/g, ''))]);
	return { lists: { ...(Object.fromEntries(words) as Record<Name, string[]>), extra_info_list: [] }, extent };
}

const heightOf = ({ box }: Found): number => box.bottom - box.top;
