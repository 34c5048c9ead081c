import { readCheckbox } from '../../../nodes/HuaweiOcr/layout/values/checkbox.ts';

type Row = readonly [text: string | readonly string[], ticked: readonly string[], unticked: readonly string[], sure?: 'sure' | 'unsure'];

const GROUPS: readonly Row[] = [
	// Boxes before their texts.
	['□未婚 ☑已婚', ['已婚'], ['未婚']],
	['婚姻状况：□未婚 ☑已婚 □离异', ['已婚'], ['未婚', '离异']],
	['婚姻状况 □未婚 ☑已婚', ['已婚'], ['未婚']],
	['☐ single ☒ married', ['married'], ['single']],
	['○ yes ● no', ['no'], ['yes']],
	['◉ rail ◯ road', ['rail'], ['road']],
	['[ ] rail [x] road', ['road'], ['rail']],
	['[X] rail [] road [ ] sea', ['rail'], ['road', 'sea']],
	['( ) rail (x) road', ['road'], ['rail']],
	['（ ）公路 （√）铁路', ['铁路'], ['公路']],
	['【√】公路【 】铁路', ['公路'], ['铁路']],
	['Transport: [_] rail [v] road', ['road'], ['rail']],
	['□ rail ■ road', ['road'], ['rail']],
	['⬜ rail ✅ road', ['road'], ['rail']],
	['☑ rail ☑ road ☐ sea', ['rail', 'road'], ['sea']],
	['□是/☑否', ['否'], ['是']],
	['☑︎ rail ☐︎ road', ['rail'], ['road']],
	['☐ rail ☐ road', [], ['rail', 'road']],
	['☑ 日班 □ 夜班', ['日班'], ['夜班']],
	['□ 其他：____ ☑ 电费', ['电费'], ['其他']],
	// A tick beside a box.
	['□√公路 □铁路', ['公路'], ['铁路']],
	['□ 公路 √ □ 铁路', ['公路'], ['铁路']],
	['□ 公路 □ 铁路 √', ['铁路'], ['公路']],
	['√□公路 □铁路', ['公路'], ['铁路']],
	['✓ □ rail □ road', ['rail'], ['road']],
	['□ 公路 √□ 铁路', ['公路'], ['铁路'], 'unsure'],
	['□ 公路√□ 铁路', ['公路'], ['铁路']],
	['☑ rail 区 road', ['rail', 'road'], [], 'unsure'],
	['☑公路 日铁路', ['公路'], ['铁路'], 'unsure'],
	['☑ rail □ road □', ['rail'], ['road', ''], 'unsure'],
	['□ rail @ road', ['road'], ['rail'], 'unsure'],
	['公路 □ 铁路 ☑ 航空', ['航空'], ['铁路']],
	// Boxes behind their texts.
	['公路□ 铁路☑', ['铁路'], ['公路']],
	['Rail [ ] Road [x]', ['Road'], ['Rail']],
	['运输方式：公路□ 铁路■', ['铁路'], ['公路']],
	['Rail ☑ Road ☐ Sea ☐', ['Rail'], ['Road', 'Sea']],
	// Ticks and crosses.
	['√ 公路 ✗ 铁路', ['公路'], ['铁路']],
	['□ rail ✗ road', ['road'], ['rail']],
	['✗ rail ✗ road', ['rail', 'road'], [], 'unsure'],
	['● rail ● road', ['rail', 'road'], [], 'unsure'],
	// Letters for boxes.
	['口公路 ☑铁路', ['铁路'], ['公路']],
	['口 公路 √ 铁路', ['铁路'], ['公路']],
	['口汽车口火车√飞机', ['飞机'], ['汽车', '火车']],
	['口公路口铁路 √航空', ['航空'], ['公路口铁路'], 'unsure'],
	['口进口 ☑出口', ['出口'], ['进口']],
	['囗公路 ■铁路', ['铁路'], ['公路']],
	['O rail ● road', ['road'], ['rail']],
	['0 rail ● road', ['road'], ['rail']],
	['口公路 口铁路', [], ['公路', '铁路'], 'unsure'],
	['□公路 口铁路', [], ['公路', '铁路'], 'unsure'],
	['□公路 区铁路', ['铁路'], ['公路'], 'unsure'],
	['□公路 日铁路', [], ['公路', '铁路'], 'unsure'],
	['口公路 回铁路', [], ['公路', '铁路'], 'unsure'],
	['□ rail V road', ['road'], ['rail'], 'unsure'],
	['○ rail ◎ road', ['road'], ['rail'], 'unsure'],
	// One mark between two texts.
	['公路√ 铁路', ['公路'], ['铁路'], 'unsure'],
	['rail ☑ road', ['road'], [], 'unsure'],
	['□ □ rail', [], ['rail'], 'unsure'],
	// Blocks.
	[['□', '公路', '☑', '铁路'], ['铁路'], ['公路']],
	[['□ 公路', '☑ 铁路'], ['铁路'], ['公路']],
	[['Rail', '☐', 'Road', '☒'], ['Road'], ['Rail']],
];

test.each(GROUPS.map(([text, ticked, unticked, sure = 'sure']) => ({ text, ticked, unticked, sure })))('$text', ({ text, ticked, unticked, sure }) => {
	const found = readCheckbox(text);
	expect(found).toMatchObject({ ticked, unticked, unsure: sure === 'unsure' });
});

test.each([
	['☑', true], ['☒', true], ['√', true], ['[x]', true], ['(X)', true], ['■', true], ['✓', true], ['☐', false], ['□', false], ['[ ]', false], ['○', false],
	['☑ I accept', true], ['□ I accept', false], ['I accept ☒', true], ['同意：☑', true], ['□ √', true], ['Paid: [ ]', false],
	['口', undefined], ['V', undefined], ['X', undefined], ['口 I accept', undefined], ['回', undefined], ['□ □', undefined], ['口同意', undefined],
])('%s alone: %s', (text, value) => {
	const found = readCheckbox(text);
	expect(found).toBeDefined();
	expect(found?.value).toBe(value);
	expect(found?.unsure).toBe(value === undefined);
});

test.each(['', 'yes', 'Male', '人口', '日期', '出口 2026', 'O', 'Oslo', '100', '12.50', 'Vertrag', 'x'.repeat(3000), '工作日 周日', '国内', '进口 出口', 'OK 0 12', 'Phone 030', '(a) rail (b) road'])('%s has no box', (text) =>
	expect(readCheckbox(text)).toBeUndefined(),
);
