// Both sides of an ID card, by their printed labels.
import type { PageResult } from '../../engine/engine.cts';
import { chinese, dashedDate, dateIn, fromChinese, idNumber } from '../reading/forms.cts';
import { type Found, type FoundFields, reworded } from '../reading/found.cts';
import { Sheet } from '../reading/sheet.cts';

export const FRONT = ['name', 'sex', 'birth', 'ethnicity', 'address', 'number'] as const;
export const BACK = ['issue', 'valid_from', 'valid_to'] as const;
export type FrontName = (typeof FRONT)[number];
export type BackName = (typeof BACK)[number];

const FRONT_LABELS = ['姓名', '性别', '民族', '出生', '住址', '公民身份号码'];
const BACK_LABELS = ['签发机关', '有效期限'];

export interface IdCardSides {
	front?: FoundFields<FrontName> | undefined;
	back?: FoundFields<BackName> | undefined;
	sheet: Sheet;
}

export function readSides(page: PageResult): IdCardSides {
	const sheet = Sheet.of(page, [...FRONT_LABELS, ...BACK_LABELS, '居民身份证']);
	const front = sheet.count(FRONT_LABELS) >= 3 ? readFront(sheet) : undefined;
	const back = sheet.count(BACK_LABELS) === BACK_LABELS.length ? readBack(sheet) : undefined;
	return { front, back, sheet };
}

function readFront(sheet: Sheet): FoundFields<FrontName> {
	const number = idNumber(sheet.rightOf(sheet.label('公民身份号码')) ?? sheet.match(/\d{17}[\dXx]/));
	return {
		name: chinese(sheet.rightOf(sheet.label('姓名'))),
		sex: reworded(sheet.rightOf(sheet.label('性别')), (words) => /[男女]/.exec(words)?.[0] ?? ''),
		ethnicity: chinese(sheet.rightOf(sheet.label('民族'), { reach: 2.5 })),
		birth: dashedDate(sheet.rightOf(sheet.label('出生'))),
		address: chinese(sheet.rightOf(sheet.label('住址'), { lines: 3 })),
		number,
	};
}

function readBack(sheet: Sheet): FoundFields<BackName> {
	const period = sheet.rightOf(sheet.label('有效期限'));
	return {
		issue: fromChinese(sheet.rightOf(sheet.label('签发机关'), { lines: 2 })),
		valid_from: dashedDate(period),
		valid_to: endOf(period),
	};
}

/** Behind the first date: a second one, or that it ends never. */
function endOf(period: Found | undefined): Found | undefined {
	const rest = reworded(period, (words) => {
		const compact = words.replace(/\s/g, '');
		const first = /\d{4}\D?\d\d\D?\d\d/.exec(compact);
		return first ? compact.slice(first.index + first[0].length) : '';
	});
	return rest && !dateIn(rest.words) ? reworded(rest, (words) => (/长期/.test(words) ? '长期' : '')) : dashedDate(rest);
}
