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
	['sameShape', 'nothing', [b('Cabin 12', 20, 20), b('Cabin 14', 20, 42), b('Cabin 16', 20, 64)], 'Cabin 12'],
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
	['farBelow', 'boxesBelow-4', 'Guide', false],
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
