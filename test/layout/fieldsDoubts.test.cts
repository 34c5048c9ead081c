// The texts that tell a person why a value should be looked at: each with a page that gives it. Workflows may compare them.
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { FieldDefinition } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { REASONS } from '../../nodes/HuaweiOcr/layout/fields/reasons.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { shaken } from '../../workshop/bench/shaken.cts';
import { composeForms } from '../../workshop/documents/kinds/formsByTrait.cts';
import { Random } from '../../workshop/documents/random.cts';
import { block as b, moved, turn } from './page.cts';

const stamp = moved(moved([b('PAID', 0, 0, 26, 90)], turn(-9)), ([x, y]) => [x + 180, y + 34]);
const lines = [b('Boat:', 20, 80), b('Heron of Norwich', 180, 80), b('Berth:', 20, 120), b('seventeen', 180, 120), b('Harbour office Norwich', 20, 200)];

type Page = [reason: string, label: string | string[], page: WordsBlock[], more?: Partial<FieldDefinition>, cells?: number[][]];

const PAGES: Page[] = [
	// Where the text stands.
	['nothing but a space parts label and value', 'Craft|Tow', [b('Tow of Norwich', 20, 20), b('Quay', 400, 300)]],
	['nothing parts label and value', '船长', [b('船长石大川', 20, 20), b('北港', 400, 300)]],
	['the value is not level with its label', 'Tow', [b('Tow', 20, 20), b('Heron', 300, 32)]],
	['labels and values stand in one block each', ['QUAY', 'CALL'], [b('CALL QUAY', 20, 20), b('W17 4B', 20, 60)]],
	['other text stands behind the label', 'Tow', [b('Tow Heron', 20, 20), b('17', 220, 20)], { type: 'number' }],
	['another text stands between label and value', 'Tow', [b('Tow', 20, 20), b('Heron', 160, 20), b('48.00', 320, 20)], { type: 'number' }],
	['the text lies askew, as stamps do', 'Approved', [b('Approved', 20, 20), ...stamp, ...lines]],
	// What the rest of the page shows.
	['label and text stand as far apart as other entries of a list', 'Tow', [b('船名', 20, 60), b('Tow', 20, 100), b('Quay', 20, 180)]],
	['the values of neighbouring labels stand elsewhere', 'Tow', [b('Tow', 20, 60), b('Cabin 14', 520, 100), b('Date:', 220, 60), b('Heron', 20, 140), b('Date:', 520, 180), b('船名', 220, 180), b('17', 320, 60), b('48.00', 420, 28)]],
	['other labels have their values behind a colon', 'Tow', [b('Tow:', 200, 20), b('Quay', 20, 20), b('Invoice No A-17', 220, 100), b('Mast: oak', 420, 46), b('17', 320, 46), b('Invoice No A-17', 520, 60), b('Barge', 20, 180)]],
	['the text stands in a column of labels', 'Tow', [b('Tow:', 200, 20), b('Date:', 120, 180), b('□ a ☑ b', 520, 20), b('Tow:', 520, 46), b('日期', 520, 180)]],
	['the label may be the head of a column', '船名', [b('船名', 160, 140), b('Tow 12', 160, 60), b('6%', 160, 100), b('船名', 200, 20), b('日期', 320, 180), b('Mast: oak', 520, 60), b('Date:', 220, 20), b('Tow', 220, 140)], { type: 'number' }],
	['the text stands in another cell', 'Tow', [b('Tow:', 20, 20), b('Heron', 320, 20)], {}, [[10, 10, 80, 44], [80, 10, 300, 44], [300, 10, 500, 44]]],
	['the text may be the label\'s next line', 'Tow', [b('Tow', 20, 20), b('of the sound', 20, 46), b('Quay', 300, 100)]],
	['the label may be one of several heads over columns', 'Mole', [b('Mole Kiln Fee', 20, 90), b('Gannet 41 62.00', 20, 130)]],
	// What the text is.
	['the text looks like a label', '联系人', [b('联系人', 20, 20), b('承运公司', 220, 20), b('收款银行', 20, 50), b('工作单位', 220, 50)]],
	['the value begins like another label', 'Tow', [b('Tow: North quay: east', 20, 20)]],
	['another label may follow within the value', 'Room', [b('Room 12 Total 45.00', 20, 20)]],
	['the text has a label of its own', 'Tow', [b('Tow', 20, 20), b('Hull: elm', 20, 60)]],
	['the text has a value of its own', 'Tow', [b('Tow', 20, 60), b('Quay', 520, 20), b('Barge', 20, 46), b('2. Quay', 420, 140), b('(see below)', 220, 100), b('Berth 17', 20, 100), b('Odile', 160, 100)], { type: 'number' }],
	['the text is counted up like the label', 'Tow', [b('1. Tow', 20, 20), b('2. July 2031', 20, 46)], { type: 'date' }],
	['the text is a rate', 'Tow', [b('Tow', 20, 20), b('6%', 160, 20)], { type: 'number' }],
	['the label asks for figures, the text has none', 'Permit no', [b('Permit no', 20, 20), b('Heron', 320, 20)]],
	['the text is no number', 'Tow', [b('Tow:', 20, 20), b('Heron', 120, 20)], { type: 'number' }],
	['the text is no date', 'Tow', [b('Tow: Heron', 20, 20)], { type: 'date' }],
	['the text has no box to tick', 'Tow', [b('Tow:', 20, 20), b('Heron', 120, 20)], { type: 'checkbox' }],
	// What the label is.
	['the label was read with a mistake', 'Tow master', [b('Tow mastex', 20, 20), b('Heron', 20, 70)]],
	['the label stands elsewhere by itself', 'Tow master', [b('Tow mastex: Heron', 20, 20), b('Tow master', 20, 300)]],
	['the label stands behind other text', 'Tow', [b('12.50 Tow:', 20, 20), b('Heron', 90, 46)]],
	['the label stands on the page more than once', 'Tow', [b('Tow', 20, 20), b('Heron', 160, 20), b('Tow', 20, 120), b('Barge', 160, 120)]],
	['another text is nearly as likely', 'Tow', [b('Tow', 20, 20), b('Heron', 160, 20), b('Barge', 20, 46)]],
	// What its type makes of it.
	['the text is not clearly a number', 'Tow', [b('Tow: 2O.0O4', 20, 20)], { type: 'number' }],
	['the text is not clearly a date', 'Tow', [b('Tow: 45 July 2031', 20, 20)], { type: 'date' }],
	['the date can be 2031-03-04 or 2031-04-03', 'Tow', [b('Tow: 03/04/2031', 20, 20)], { type: 'date' }],
	['the date can be 2031-12-31, in another order or misread', 'Tow', [b('Tow: 31/12/2031', 20, 20)], { type: 'date', dateOrder: 'monthDayYear' }],
	['no box to tick was recognised', 'Tow', [b('Tow: barge', 20, 20)], { type: 'checkbox' }],
	['a tick may have been misread', 'Tow', [b('Tow: 口 barge 区 skiff', 20, 20)], { type: 'checkbox' }],
];

/** Forms of the generator, and a label of each. */
const FORMS: [reason: string, form: string, label: string, more?: Partial<FieldDefinition>][] = [
	['the values of other labels stand elsewhere', 'boxesBelow-6', 'Address'],
	['neighbouring labels have their values in their own blocks', 'severalLines-7', '装运地'],
	['the neighbours have their values in another row', 'boxesBelow-11', '合同编号'],
	['the text may be the next label of the list', 'boxesBelow-3', '窑口'],
];

/** Reasons that weigh so much that no page is known on which the text is taken all the same. */
const NOT_SEEN = ['figureBeyond', 'evenRow', 'besideInUpperRow', 'otherColumn', 'nearerToNext', 'isLabel', 'sameShape', 'translation', 'uprightText', 'remark'];

function reasonOf(labels: string | string[], page: readonly WordsBlock[], more: Partial<FieldDefinition> = {}, cells: readonly number[][] = []): string | undefined {
	const ruled = cells.map(([left = 0, top = 0, right = 0, bottom = 0]) => ({ left, top, right, bottom }));
	const [field] = readFields(page, -1, [labels].flat().map((label): FieldDefinition => ({ name: label, findBy: 'label', label, ...more })), undefined, { cells: ruled });
	return field?.needsReview ? field.reason : undefined;
}

test.each(PAGES)('%s', (...[reason, labels, page, more, cells]) => expect(reasonOf(labels, page, more, cells)).toBe(reason));

const forms = composeForms({ seed: 'reasons', count: 168 });

test.each(FORMS)('%s: form %s', (...[reason, form, label, more]) => {
	const blocks = forms.find(({ name }) => name === form)?.blocks ?? [];
	const pages = [blocks, shaken(blocks, new Random(`reasons/${form}/shaken`))];
	expect(pages.map((page) => reasonOf(label, page, more))).toContain(reason);
});

test('every doubt has a page, or none is known', () => {
	const shown = new Set<string>([...PAGES, ...FORMS].map(([reason]) => reason));
	const missing = Object.entries(REASONS).filter(([, reason]) => 'doubt' in reason && !shown.has(reason.doubt)).map(([name]) => name);
	expect(missing).toEqual(NOT_SEEN);
});
