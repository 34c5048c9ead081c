import type { PageResult } from '../../engine/engine.cts';
import { chinese, code, dashedDate, digits, text } from '../reading/forms.cts';
import { type Found, reworded } from '../reading/found.cts';
import { labelsOf, readByRules, type Rules } from '../reading/rules.cts';
import { Sheet } from '../reading/sheet.cts';
import type { Side } from '../reading/sides.cts';
import { twoSheets } from '../reading/twoSheets.cts';

/** `4344×1731×1416mm`: the sign is often taken for a letter. */
const measures = (found: Found | undefined): Found | undefined => reworded(text(found), (words) => words.replace(/\s/g, '').replace(/(?<=\d)[xX*×](?=\d)/g, '×'));
/** `3271kg` */
const mass = (found: Found | undefined): Found | undefined => reworded(text(found), (words) => /\d.*/.exec(words.replace(/\s/g, '').toLowerCase())?.[0] ?? '');

const FRONT = {
	number: { labels: ['号牌号码'], form: chinese },
	vehicle_type: { labels: ['车辆类型'], form: chinese },
	name: { labels: ['所有人'], form: chinese },
	address: { labels: ['住址'], form: chinese, place: { rightOf: { lines: 2 } } },
	use_character: { labels: ['使用性质'], form: chinese },
	model: { labels: ['品牌型号'], form: chinese },
	vin: { labels: ['车辆识别代号'], form: code },
	engine_no: { labels: ['发动机号码'], form: code },
	register_date: { labels: ['注册日期'], form: dashedDate },
	issue_date: { labels: ['发证日期'], form: dashedDate },
} satisfies Rules<string>;
const BACK = {
	file_no: { labels: ['档案编号'], form: digits },
	approved_passengers: { labels: ['核定载人数'], form: chinese },
	gross_mass: { labels: ['总质量'], form: mass },
	unladen_mass: { labels: ['整备质量'], form: mass },
	approved_load: { labels: ['核定载质量'], form: mass },
	dimension: { labels: ['外廓尺寸'], form: measures },
	traction_mass: { labels: ['准牵引总质量'], form: mass },
	remarks: { labels: ['备注'], form: chinese },
	inspection_record: { labels: ['检验记录'], form: chinese },
	code_number: { labels: ['条形码号'], form: digits },
	energy_type: { labels: ['能源种类'], form: chinese },
} satisfies Rules<string>;

/** What `alarm` asks for: nothing is ever found (chosen). */
export const ALARMS = {
	alarm_result: { is_copy: false, is_reproduce: false, is_incomplete: false },
	alarm_confidence: { is_copy: 5, is_reproduce: 5, is_incomplete: 5 },
};

/** @param authority whether the seal's words are asked for. */
export function readVehicleLicense(page: PageResult, authority: boolean): { front?: Side<string>; back?: Side<string> } {
	const sheet = Sheet.of(page, [...labelsOf(FRONT), ...labelsOf(BACK)]);
	const { front, back } = twoSheets(sheet, /机动车行驶证/);
	return {
		...(front && front.count(labelsOf(FRONT)) >= 5 ? { front: readFront(front, authority) } : {}),
		...(back && back.count(labelsOf(BACK)) >= 5 ? { back: { names: Object.keys(BACK), fields: readByRules(back, BACK) } } : {}),
	};
}

function readFront(sheet: Sheet, authority: boolean): Side<string> {
	const names = Object.keys(FRONT);
	return {
		names: authority ? [...names, 'issuing_authority'] : names,
		fields: { ...readByRules(sheet, FRONT), ...(authority ? { issuing_authority: chinese(sealWords(sheet)) } : {}) },
	};
}

/** In the square seal: left of number and engine, above the dates. */
function sealWords(sheet: Sheet): Found | undefined {
	const [vin, issued] = [sheet.label('车辆识别代号'), sheet.label('注册日期')];
	if (!vin || !issued) return undefined;
	return sheet.within({ left: -Infinity, right: vin.left - vin.em * 0.5, top: vin.top - vin.em * 0.5, bottom: issued.bottom + issued.em });
}
