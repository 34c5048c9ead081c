// Labels and values on a page, from blocks of our own: what recognition engines do to them.
import type { Corner, Corners, FoundBlock, PageResult } from '../../workshop/emulator/engine/engine.cts';
import { capitals, dateIn, digits, idNumber, money } from '../../workshop/emulator/operations/reading/forms.cts';
import type { Found } from '../../workshop/emulator/operations/reading/found.cts';
import { Sheet } from '../../workshop/emulator/operations/reading/sheet.cts';

const EM = 20;

/** A run of type of 20 px, its characters evenly over its width; turned clockwise around the origin. */
function block(words: string, x: number, y: number, { confidence = 0.99, turn = 0, last = confidence }: { confidence?: number; turn?: number; last?: number } = {}): FoundBlock {
	const letters = Array.from(words);
	const width = (letter: string): number => (/[\u2e80-\u9fff\uff00-\uffef]/.test(letter) ? EM : EM * 0.55);
	const total = letters.reduce((sum, letter) => sum + width(letter), 0);
	const radians = (turn * Math.PI) / 180;
	const place = (px: number, py: number): Corner => [Math.round(px * Math.cos(radians) - py * Math.sin(radians)), Math.round(px * Math.sin(radians) + py * Math.cos(radians))];
	const area = (from: number, to: number): Corners => [place(x + from, y), place(x + to, y), place(x + to, y + 28), place(x + from, y + 28)];
	let at = 0;
	const characters = letters.flatMap((text, index) => {
		const [from, to] = [at, (at += width(text))];
		const sure = index === letters.length - 1 ? last : confidence;
		return text === ' ' ? [] : [{ text, confidence: sure, location: area(from, to) }];
	});
	return { words, confidence, location: area(0, total), characters };
}

const page = (blocks: FoundBlock[], direction = 0): PageResult => ({ blocks, direction, markdown: '' });
const valueOf = (sheet: Sheet, label: string): string | undefined => sheet.rightOf(sheet.label(label))?.words;

describe('labels', () => {
	test('in a block of their own, before their value, and between two values', () => {
		const sheet = Sheet.of(page([block('姓名', 0, 0), block('林思源', 100, 0), block('性别女 民族汉', 0, 50)]), ['姓名', '性别', '民族']);
		expect(['姓名', '性别', '民族'].map((label) => valueOf(sheet, label))).toEqual(['林思源', '女', '汉']);
	});

	test('printed in wide spacing, and read as two blocks', () => {
		const sheet = Sheet.of(page([block('名', 0, 0), block('称：青岚物流有限公司', 80, 0)]), ['名称']);
		expect(valueOf(sheet, '名称')).toBe('青岚物流有限公司');
	});

	test('a longer one may have one character wrong, but what is printed exactly comes first', () => {
		const sheet = Sheet.of(page([block('发票代码：123', 0, 0), block('发栗号码：456', 0, 50)]), ['发票号码', '发票代码']);
		expect(valueOf(sheet, '发票代码')).toBe('123');
		expect(valueOf(sheet, '发票号码')).toBe('456');
	});

	test('are none inside words', () => {
		const sheet = Sheet.of(page([block('姓名', 0, 0), block('王地址', 100, 0)]), ['姓名', '地址']);
		expect(valueOf(sheet, '姓名')).toBe('王地址');
		expect(sheet.label('地址')).toBeUndefined();
	});

	test('brackets and blanks inside do not matter', () => {
		const sheet = Sheet.of(page([block('价税合计 (大写) 壹佰圆整', 0, 0)]), ['价税合计（大写）']);
		expect(valueOf(sheet, '价税合计（大写）')).toBe('壹佰圆整');
	});
});

describe('values', () => {
	test('go on in lines that are flush with them, up to the next label', () => {
		const sheet = Sheet.of(
			page([block('住址', 0, 0), block('江宁省海川市东风路', 100, 0), block('293号4栋', 100, 36), block('公民身份号码', 0, 72), block('12345', 200, 72)]),
			['住址', '公民身份号码'],
		);
		expect(sheet.rightOf(sheet.label('住址'), { lines: 3 })?.words).toBe('江宁省海川市东风路293号4栋');
	});

	test('end at a wide gap, and at the next label', () => {
		const sheet = Sheet.of(page([block('金额', 0, 0), block('12.50', 80, 0), block('EN', 400, 0), block('日期', 0, 50), block('2024', 60, 50), block('时间', 130, 50)]), ['金额', '日期', '时间']);
		expect(valueOf(sheet, '金额')).toBe('12.50');
		expect(valueOf(sheet, '日期')).toBe('2024');
		expect(valueOf(sheet, '时间')).toBeUndefined();
	});

	test('stand under their labels, not under those of their neighbours', () => {
		const sheet = Sheet.of(page([block('票价', 0, 0), block('合计', 200, 0), block('CNY 578.00', 200, 36), block('保险费', 0, 200)]), ['票价', '合计', '保险费']);
		expect(sheet.below(sheet.label('合计'))?.words).toBe('CNY 578.00');
		expect(sheet.below(sheet.label('票价'))).toBeUndefined();
	});

	test('lose half a character that the label’s block took from them', () => {
		const sheet = Sheet.of(page([block('收款人弓', 0, 0, { last: 0.6 }), block('张文静', 62, 0)]), ['收款人']);
		expect(valueOf(sheet, '收款人')).toBe('张文静');
	});

	test('know nothing of watermarks across the page', () => {
		const sheet = Sheet.of(page([block('姓名', 0, 0), block('林思源', 100, 0), block('SPECIMEN', 170, -20, { turn: 20 })]), ['姓名']);
		expect(valueOf(sheet, '姓名')).toBe('林思源');
	});

	test.each([90, 180, 273])('are the same on a page turned by %d°, with their places in the picture', (turn) => {
		const blocks = [block('姓名', 300, 300, { turn }), block('林思源', 400, 300, { turn })].map((one) => shifted(one, 1000));
		const sheet = Sheet.of(page(blocks, turn), ['姓名']);
		const found = sheet.rightOf(sheet.label('姓名'));
		expect(found?.words).toBe('林思源');
		for (const [index, [x, y]] of (found?.location ?? []).entries()) {
			const [wantedX = 0, wantedY = 0] = blocks[1]?.location[index] ?? [];
			expect(Math.hypot(x - wantedX, y - wantedY)).toBeLessThan(4);
		}
	});
});

/** Into the part of the plane that pictures have. */
function shifted(one: FoundBlock, by: number): FoundBlock {
	const move = (corners: Corners): Corners => corners.map(([x, y]): Corner => [x + by, y + by]) as Corners;
	return { ...one, location: move(one.location), characters: (one.characters ?? []).map((character) => ({ ...character, location: move(character.location) })) };
}

describe('forms', () => {
	const found = (words: string): Found => ({ words, confidence: 1, location: [[0, 0], [1, 0], [1, 1], [0, 1]], box: { left: 0, top: 0, right: 1, bottom: 1 } });

	test.each([
		['1990年1月19日', '1990-01-19'],
		['1990 年 1 月 19 日', '1990-01-19'],
		['2010.05.01-2030.05.01', '2010-05-01'],
		['20170830', '2017-08-30'],
		['2017年13月02日', undefined],
		['无', undefined],
	])('date in %s', (words, wanted) => {
		const date = dateIn(words);
		expect(date && `${date.year}-${date.month}-${date.day}`).toBe(wanted);
	});

	test('figures that were taken for letters', () => {
		expect(digits(found('1O2l S5'))?.words).toBe('102155');
		expect(idNumber(found('99 1440199O0119721x'))?.words).toBe('99144019900119721X');
		expect(digits(found('无'))).toBeUndefined();
	});

	test('amounts', () => {
		expect(money(found('￥ 1,234.50'))?.words).toBe('¥1,234.50');
		expect(money(found('Y12.50'))?.words).toBe('¥12.50');
		expect(capitals(found('参万圆整。'))?.words).toBe('叁万圆整');
	});
});
