// Each reason of the table earns its place: there is a page that is read otherwise, or with another doubt, without it.
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { FieldDefinition } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { REASONS } from '../../nodes/HuaweiOcr/layout/fields/reasons.ts';
import type { ReasonName } from '../../nodes/HuaweiOcr/layout/fields/reasons.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { composeForms } from '../../workshop/documents/kinds/formsByTrait.cts';
import { block as b, moved, turn } from './page.cts';

/** One label, or several that are asked for together; the first one counts. */
function read(blocks: readonly WordsBlock[], labels: string | readonly string[], more: Partial<FieldDefinition> = {}, cells: readonly number[][] = []): string {
	const definitions = [labels].flat().map((label): FieldDefinition => ({ name: label, findBy: 'label', label, ...more }));
	const ruled = cells.map(([left = 0, top = 0, right = 0, bottom = 0]) => ({ left, top, right, bottom }));
	const [field] = readFields(blocks, -1, definitions, undefined, { cells: ruled });
	return `${field?.text ?? 'nothing'}${field?.needsReview ? ' ?' : ''}`;
}

function without<T>(name: ReasonName, run: () => T): T {
	const reason = REASONS[name] as { weight: number };
	const { weight } = reason;
	reason.weight = 0;
	try {
		return run();
	} finally {
		reason.weight = weight;
	}
}

const stamp = moved(moved([b('PAID', 0, 0, 26, 90)], turn(-9)), ([x, y]) => [x + 180, y + 34]);
const lines = [b('Boat:', 20, 80), b('Heron of Norwich', 180, 80), b('Berth:', 20, 120), b('seventeen', 180, 120), b('Harbour office Norwich', 20, 200)];

const PAGES: [name: ReasonName, wanted: string, page: WordsBlock[], labels: string | string[], more?: Partial<FieldDefinition>, cells?: number[][]][] = [
	['ownBox', '☑ Fuel paid', [b('☑ Fuel paid', 20, 20), b('Ice', 20, 90)], 'Fuel paid', { type: 'checkbox' }],
	['gluedBehind', '石大川 ?', [b('船长石大川', 20, 20), b('北港', 400, 300)], '船长'],
	['packed', '4B ?', [b('CALL QUAY', 20, 20), b('W17 4B', 20, 60)], ['QUAY', 'CALL']],
	['textBehind', 'W17', [b('Permit W17', 20, 20), b('Season ticket', 20, 46)], 'Permit'],
	['translation', 'nothing', [b('日期 DATE', 20, 20), b('座位号 SEAT', 320, 20), b('编号 NUMBER', 620, 20), b('登船口', 20, 100), b('PIER', 90, 100), b('北港', 320, 160)], '登船口'],
	['askew', 'PAID ?', [b('Approved', 20, 20), ...stamp, ...lines], 'Approved'],
	['remark', 'nothing', [b('经办签署', 20, 20), b('（码头填写）', 20, 46), b('船名：白鹭号', 20, 130)], '经办签署'],
	['isNumber', '48.00', [b('Levy', 20, 20), b('48.00', 900, 30), b('as agreed', 20, 46)], 'Levy', { type: 'number' }],
	['noNumber', '48.00', [b('Levy', 20, 20), b('paid', 100, 20), b('48.00', 160, 20)], 'Levy', { type: 'number' }],
	['firstPlace', 'Heron ?', [b('Boat', 20, 20), b('Heron', 300, 20), b('Boat:', 20, 100), b('Egret', 160, 100)], 'Boat'],
	['labelElsewhere', 'Heron', [b('Boat of the season', 20, 20), b('Boat', 20, 80), b('Heron', 160, 80)], 'Boat'],
	['aligned', 'Heron', [b('Tow', 20, 20), b('Heron', 20, 84)], 'Tow'],
	['farRight', 'As agreed ?', [b('Levy', 20, 20), b('Waived', 700, 20), b('As agreed', 20, 46)], 'Levy'],
	['labelColumn', 'nothing', [b('Date:', 300, 20), b('Phone:', 300, 60), b('Tow', 20, 100), b('Quay', 300, 100)], 'Tow'],
	['pairedBelow', 'Heron', [b('Tow master:', 20, 100), b('Heron', 48, 160), b('see overleaf', 20, 240)], 'Tow master'],
	['sameShape', 'nothing', [b('Cabin 12', 20, 20), b('Berth 14', 20, 42), b('Hatch 16', 20, 64)], 'Cabin 12'],
	['sameCell', 'Heron', [b('Tow', 20, 20), b('Heron', 180, 30), b('Barge', 304, 62)], 'Tow', {}, [[10, 10, 292, 60]]],
	['nextCell', 'Heron', [b('Tow', 20, 20), b('Heron', 242, 22), b('Barge', 20, 54)], 'Tow', {}, [[10, 10, 184, 44], [180, 10, 500, 44]]],
	['otherCell', 'nothing', [b('Tow', 20, 20), b('Heron', 28, 62)], 'Tow', {}, [[10, 10, 180, 44], [10, 60, 180, 120], [180, 10, 500, 44]]],
	['colonBeside', 'Heron', [b('Tow:', 20, 20), b('Heron', 338, 26), b('Barge', 20, 74), b('Quay', 20, 136)], 'Tow'],
	['colonBelow', 'Heron', [b('Tow:', 20, 20), b('Heron', 782, 26), b('Barge', 32, 46), b('Quay', 20, 132)], 'Tow'],
	['centred', 'Heron', [b('Tow master of the sound', 20, 20), b('Heron', 104, 74), b('Barge', 520, 20), b('Quay', 72, 140)], 'Tow master of the sound'],
	['underLabel', 'Heron ?', [b('Tow master of the sound', 20, 20), b('Heron', 146, 76), b('Barge', 332, 34), b('Quay', 70, 132)], 'Tow master of the sound'],
	['atRight', 'Heron', [b('Tow', 20, 20), b('Barge', 98, 54), b('Heron', 722, 26), b('Quay', 20, 154)], 'Tow'],
	['linesAround', '17 Quay Road Norwich', [b('Tow', 20, 64), b('17 Quay Road', 160, 48), b('Norwich', 160, 78), b('Barge', 20, 128)], 'Tow'],
	['evenRow', 'nothing', [b('Phone', 20, 20), b('Tow', 220, 20), b('Quay', 420, 20), b('Hut', 20, 132)], 'Tow'],
	['figureBeyond', '9.00 ?', [b('Sum', 20, 20), b('90.00', 350, 20), b('Paid in', 20, 50), b('99.00', 350, 50), b('Back', 20, 80), b('COPY', 196, 80), b('9.00', 360, 80)], 'Back'],
	['besideInUpperRow', 'Heron', [b('Tow', 20, 20), b('Quay', 230, 20), b('Mast', 322, 20), b('Heron', 212, 48), b('oak', 322, 46), b('Keel', 20, 96), b('Hatch', 160, 106)], 'Quay'],
	['pageSame', 'Heron', [b('Phone', 20, 20), b('555-0144', 160, 20), b('Date', 20, 60), b('4 July 2031', 160, 60), b('Name', 20, 100), b('Odile', 160, 100), b('Tow', 512, 290), b('Heron', 720, 300), b('Barge', 444, 330)], 'Tow'],
	['pageOther', 'Heron', [b('Phone', 20, 20), b('555-0144', 160, 20), b('Date', 20, 60), b('4 July 2031', 160, 60), b('Name', 20, 100), b('Odile', 160, 100), b('Tow', 518, 300), b('Heron', 1010, 300), b('Barge', 516, 362)], 'Tow'],
	['pageInline', 'nothing', [b('Phone: 555-0144', 20, 20), b('Date: 4 July 2031', 20, 60), b('Name: Odile', 20, 100), b('Berth: 17', 20, 140), b('Tow:', 314, 300), b('Heron', 296, 356)], 'Tow'],
	['nearerToNext', 'nothing', [b('Tow', 20, 20), b('Heron', 20, 84), b('Barge', 20, 126, 16)], 'Tow'],
	['continued', 'nothing', [b('Tow master', 20, 20), b('of the sound', 20, 52), b('Heron', 222, 38)], 'Tow master'],
	['furtherLines', '17 Quay Road Norwich', [b('Tow:', 20, 20), b('17 Quay Road', 32, 56), b('Norwich', 32, 86), b('Barge', 376, 30)], 'Tow'],
	['rateOnly', 'nothing', [b('Levy', 20, 20), b('6%', 156, 24), b('9.50', 676, 46)], 'Levy'],
	['hasFigures', 'W17', [b('Permit no', 20, 20), b('W17', 320, 32), b('Heron', 20, 68), b('Quay', 20, 110)], 'Permit no'],
	['noFigures', 'W17', [b('Permit no', 20, 20), b('Heron', 624, 24), b('W17', 36, 80), b('Barge', 20, 120)], 'Permit no'],
	['unclearNumber', '48.00', [b('Levy', 20, 20), b('2O.0O4', 230, 20), b('48.00', 52, 44)], 'Levy', { type: 'number' }],
	['isDate', '4 July 2031', [b('Towed', 20, 20), b('4 July 2031', 204, 36), b('W17 of 2 to 9', 20, 44)], 'Towed', { type: 'date' }],
	['noDate', '4 July 2031', [b('Towed', 20, 20), b('Heron', 184, 22), b('4 July 2031', 46, 76)], 'Towed', { type: 'date' }],
	['hasBox', '□ dinghy ☑ barge', [b('Craft', 20, 20), b('□ dinghy ☑ barge', 794, 32), b('Heron', 36, 60)], 'Craft', { type: 'checkbox' }],
	['noBox', '□ dinghy ☑ barge', [b('Craft', 20, 20), b('Heron', 324, 22), b('□ dinghy ☑ barge', 50, 82)], 'Craft', { type: 'checkbox' }],
	['uprightText', '白鹭 ?', [b('船名', 20, 20), b('航', 22, 62), b('次', 22, 106), b('白鹭', 378, 30)], '船名'],
	['misreadLabel', 'Heron ?', [b('Tow nnaster', 20, 20), b('Egret', 256, 20), b('Tow mastex', 20, 80), b('Heron', 344, 80)], 'Tow master'],
	['laterAlternative', 'Heron', [b('Boat', 20, 100), b('Heron', 454, 100), b('Craft', 20, 20), b('Egret', 406, 20)], 'Boat|Craft'],
	['unsureLabel', 'Heron ?', [b('Tow', 20, 20), b('master', 70, 20), b('Heron', 206, 36), b('Barge', 20, 66)], 'Tow master'],
	['farBelow', 'Heron', [b('Tow', 20, 20), b('Heron', 300, 28), b('Barge', 20, 100), b('Quay', 20, 190)], 'Tow'],
	['headRow', 'Kiln Fee ?', [b('Mole Kiln Fee', 20, 90), b('Gannet 41 62.00', 20, 130)], 'Mole'],
	['labelInside', '12 Total 45.00 ?', [b('Room 12 Total 45.00', 20, 20), b('Ice', 20, 90)], 'Room'],
	['labelBehindText', 'Heron ?', [b('12.50 Tow:', 20, 20), b('Heron', 184, 24), b('Tow', 20, 100), b('Egret', 856, 100)], 'Tow'],
];

/** Found by leaving each reason out on generated forms: trait and number, label, whether all labels are named. */
const FORMS: [name: ReasonName, form: string, label: string, all: boolean][] = [
	['behindColon', 'upright-1', '合同编号', false],
	['behindMark', 'otherSigns-1', '编组', false],
	['figureBehind', 'noSign-1', '登记日期', false],
	['wordsBehind', 'noSign-1', '车牌号', false],
	['beside', 'numbered-1', '申请人', false],
	['notLevel', 'byHand-2', 'Campsite', true],
	['below', 'boxesBelow-1', '合同编号', false],
	['besideUpright', 'upright-1', '意见', false],
	['textBetween', 'plainGrid-2', 'Campsite', false],
	['notPaired', 'plainGrid-3', '宿营地', false],
	['upperRow', 'boxesBelow-6', 'Serial number', false],
	['largerType', 'boxesBelow-6', 'Deposit', false],
	['neighboursSame', 'severalLines-1', '收货单位', false],
	['neighboursOther', 'byHand-5', '通讯地址', false],
	['neighboursInline', 'numbered-5', '申请人', true],
	['valueColumn', 'plainGrid-5', '宿营地', false],
	['listColumn', 'sums-1', '合计', false],
	['otherColumn', 'plainGrid-2', 'Phone', false],
	['nextEntry', 'plainGrid-6', 'Department', false],
	['isLabel', 'otherSigns-4', 'Campsite', true],
	['labelWords', 'spread-5', '釉色', false],
	['ownLabelInside', 'colons-1', '合同编号', false],
	['ownLabel', 'otherSigns-1', '登记日期', false],
	['ownValue', 'boxesBelow-4', 'Glaze', false],
	['counted', 'numbered-5', '申请人', true],
	['otherRow', 'boxesBelow-4', 'Guide', false],
	['named', 'noSign-1', '所属部门', false],
];

test.each(PAGES)('%s', (...[name, wanted, page, labels, more, cells]) => {
	expect(read(page, labels, more, cells)).toBe(wanted);
	expect(without(name, () => read(page, labels, more, cells))).not.toBe(wanted);
});

const forms = composeForms({ seed: 'reasons', count: 84 });

test.each(FORMS)('%s, on the form %s', (name, form, label, all) => {
	const document = forms.find((each) => each.name === form);
	const others = all ? [...Object.keys(document?.fields ?? {}), ...(document?.emptyFields ?? [])].filter((other) => other !== label) : [];
	const run = () => read(document?.blocks ?? [], [label, ...others]);
	expect(run()).toBe(document?.fields[label] ?? 'nothing');
	expect(without(name, run)).not.toBe(run());
});

/** Labels in a part of the page that runs another way: no page is known that only this reason decides. */
const WITHOUT_PAGE: ReasonName[] = ['otherPart'];

test('every reason has a page', () => {
	const shown = new Set([...PAGES, ...FORMS].map(([name]) => name));
	expect((Object.keys(REASONS) as ReasonName[]).filter((name) => !shown.has(name))).toEqual(WITHOUT_PAGE);
});

test.each<[title: string, page: WordsBlock[], label: string, wanted: string]>([
	['an empty place before the next label of the block', [b('船名： 泊位：北港', 20, 20), b('船长：石大川 缆绳：十二根', 20, 60)], '船名', 'nothing'],
	['nothing but the next label behind the colon', [b('船名： 泊位：', 20, 20)], '船名', 'nothing'],
	['an entry of a list whose entries have their values behind a space', [b('Phone 555-0144', 20, 20), b('Deposit', 20, 70), b('Hatch', 20, 110), b('Quay North', 20, 160), b('Mast Oak', 20, 210)], 'Deposit', 'nothing'],
	['an empty place over a row with its own value', [b('Phone', 20, 20), b('555-0144', 260, 20), b('Mast', 20, 70), b('Quay', 20, 120), b('North', 260, 120)], 'Mast', 'nothing'],
	['amounts one below the other', [b('Levy', 20, 60), b('26.06', 600, 70), b('45.00', 600, 96)], 'Levy', '26.06 ?'],
	['a row of labels under a row of values', [b('Phone', 20, 20, 16), b('Date', 240, 20, 16), b('Name', 460, 20, 16), b('555-0144', 20, 42), b('4 July 2031', 240, 42), b('Odile', 460, 42), b('Quay', 20, 66, 16), b('Tow', 240, 66, 16), b('Sail', 460, 66, 16), b('North', 20, 88), b('Heron', 240, 88), b('red', 460, 88)], 'Name', 'Odile'],
])('left empty, or ended in time: %s', (_, page, label, wanted) => expect(read(page, label)).toBe(wanted));
