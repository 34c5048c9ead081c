import type { PageResult } from '../../engine/engine.cts';
import { chinese, code, dashedDate, digits, idNumber } from '../reading/forms.cts';
import { type Found, reworded } from '../reading/found.cts';
import { labelsOf, readByRules, type Rules } from '../reading/rules.cts';
import { Sheet } from '../reading/sheet.cts';
import type { Side } from '../reading/sides.cts';
import { twoSheets } from '../reading/twoSheets.cts';

const FRONT = {
	number: { labels: ['证号'], form: idNumber },
	name: { labels: ['姓名'], form: chinese },
	sex: { labels: ['性别'], form: chinese },
	nationality: { labels: ['国籍'], form: chinese },
	address: { labels: ['住址'], form: chinese, place: { rightOf: { lines: 2 } } },
	birth: { labels: ['出生日期'], form: dashedDate, place: { rightOf: { reach: 4 } } },
	issue_date: { labels: ['初次领证日期'], form: dashedDate, place: { rightOf: { reach: 4 } } },
	class: { labels: ['准驾车型'], form: code, place: { rightOf: { reach: 5 } } },
	valid_from: { labels: ['有效期限'], form: dashedDate },
} satisfies Rules<string>;
const FRONT_NAMES = [
	...(['number', 'name', 'sex', 'nationality', 'address', 'birth', 'issue_date', 'class', 'valid_from', 'valid_to'] as const),
];
const BACK = {
	file_number: { labels: ['档案编号'], form: digits },
	record: { labels: ['记录'], form: chinese, place: { rightOf: { lines: 4 } } },
} satisfies Rules<string>;

/** @param authority whether the seal's words are asked for. */
export function readDriverLicense(page: PageResult, authority: boolean): { front?: Side<string>; back?: Side<string> } {
	const sheet = Sheet.of(page, [...labelsOf(FRONT), ...labelsOf(BACK)]);
	const { front, back } = twoSheets(sheet, /机动车驾驶证/);
	return {
		...(front && front.count(labelsOf(FRONT)) >= 5 ? { front: readFront(front, authority) } : {}),
		...(back && back.count(labelsOf(BACK)) === labelsOf(BACK).length ? { back: { names: ['file_number', 'record'], fields: readByRules(back, BACK) } } : {}),
	};
}

function readFront(sheet: Sheet, authority: boolean): Side<string> {
	return {
		names: authority ? [...FRONT_NAMES, 'issuing_authority'] : FRONT_NAMES,
		fields: {
			...readByRules(sheet, FRONT),
			valid_to: dashedDate(reworded(sheet.rightOf(sheet.label('有效期限')), afterFirstDate)),
			...(authority ? { issuing_authority: chinese(sealWords(sheet)) } : {}),
		},
		// Electronic licenses are not told apart, and have further fields.
		more: { type: 'normal' },
	};
}

const afterFirstDate = (words: string): string => words.replace(/\s/g, '').replace(/^\D*\d{4}\D?\d\d\D?\d\d/, '');

/** In the square seal: left of the dates, between address and period. */
function sealWords(sheet: Sheet): Found | undefined {
	const [birth, period] = [sheet.label('出生日期'), sheet.label('有效期限')];
	if (!birth || !period) return undefined;
	return sheet.within({ left: -Infinity, right: birth.left - birth.em * 0.5, top: birth.top - birth.em * 2, bottom: period.top - period.em * 0.5 });
}
