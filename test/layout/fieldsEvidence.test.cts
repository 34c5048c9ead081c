// What each text of a form is taken for, which labels are found in it, what speaks for and against each text that may be
// a label's value, and what comes out: a reason that is lost or comes in seldom changes a value by itself, and shows here. `EXPECTED=write npx jest test/layout/fieldsEvidence` writes
// the texts that are expected anew: read what has changed before you keep it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeDocuments } from '../../workshop/documents/generator.cts';
import { composeForms, FORM_KINDS } from '../../workshop/documents/kinds/formsByTrait.cts';
import { candidatesOf, lookAround, type Candidate } from '../../nodes/HuaweiOcr/layout/fields/candidates.ts';
import { Customs } from '../../nodes/HuaweiOcr/layout/fields/customs.ts';
import type { FieldDefinition, FieldType } from '../../nodes/HuaweiOcr/layout/fields/definitions.ts';
import { FormPage, knownLabels } from '../../nodes/HuaweiOcr/layout/fields/form.ts';
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { readLabel } from '../../nodes/HuaweiOcr/layout/fields/keys.ts';
import { findNamedLabels, findUnnamedLabels, nearLabels, type Label } from '../../nodes/HuaweiOcr/layout/fields/labels.ts';
import { REASONS } from '../../nodes/HuaweiOcr/layout/fields/reasons.ts';
import { viewsOf } from '../../nodes/HuaweiOcr/layout/fields/views.ts';
import { readFrames, type Box } from '../../nodes/HuaweiOcr/layout/page/frame.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import type { PlacedCell } from '../../nodes/HuaweiOcr/layout/rules/corners.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';
import { SEED } from './generatedPages.cts';
import { block, drawn, moved } from './page.cts';

const FOLDER = join(__dirname, 'expected', 'evidence');

interface Explained {
	pages: FormPage[];
	labels: Label[];
	/** Of all labels, also those that are never taken. */
	candidates: Candidate[];
}

/** @param type of each second label that is asked for */
function explain(blocks: readonly WordsBlock[], names: readonly string[], type?: FieldType, cells: readonly PlacedCell[] = []): Explained {
	const wanted = names.map((name) => readLabel(name));
	const isKnown = knownLabels(wanted.flat());
	const pages = viewsOf(runAtOnce(readFrames(blocks, -1)), isKnown).map((view, order) => runAtOnce(FormPage.of(view, isKnown, order, cells)));
	const found = pages.map((page) => {
		const named = runAtOnce(findNamedLabels(page, wanted));
		const labels = [...named, ...runAtOnce(findUnnamedLabels(page, named, nearLabels(named)))];
		runAtOnce(page.lookForUpperRows());
		const around = new Map(labels.map((label) => [label, lookAround(label)]));
		const customs = new Customs(labels, around);
		const candidates = labels.flatMap((label) => {
			const asked = label.wanted !== undefined && label.wanted % 2 === 1 ? type : undefined;
			return candidatesOf(label, around.get(label) ?? lookAround(label), { near: customs.near(label), page: customs.page }, asked, 'auto');
		});
		return { labels, candidates };
	});
	return { pages, labels: found.flatMap(({ labels }) => labels), candidates: found.flatMap(({ candidates }) => candidates) };
}

/** What holds of something, without what does not. */
function traits(all: Readonly<Record<string, unknown>>): string {
	return Object.entries(all)
		.filter(([, value]) => value !== undefined && value !== false && value !== 0)
		.map(([name, value]) => (value === true ? name : `${name} ${String(value)}`))
		.join(', ');
}

function textLine(page: FormPage, box: Box): string {
	const { segments, isSigns, isCurrency, isFigures, isRate, valueAt, labelness } = page.text(box);
	const parts = segments.map(({ label, value }) => (label === undefined ? value : `[${label}] ${value}`.trim())).join(' + ');
	const holds = { isLabel: page.isLabel(box), isKnown: page.isKnown(box.words), isOverValues: page.isOverValues(box), isUpright: page.isUpright(box), isAskew: page.askew.has(box) };
	return `${box.words} | ${parts} | ${traits({ labelness: Number(labelness.toFixed(2)), valueAt, isSigns, isCurrency, isFigures, isRate, ...holds })}`;
}

function labelLine({ wanted, words, boxes, sign, inline, packed, alternative, mistakes, cost, key, isBehindText, isAmongText, hasLabelInside, isUpright, isWeaker, hasSection }: Label): string {
	const own = traits({ cost, mistakes, alternative, key, isBehindText, isAmongText, hasLabelInside, isUpright, isWeaker, hasSection });
	return `${wanted === undefined ? `(${words})` : words} | ${boxes.map((box) => box.words).join(' + ')} | ${sign} | ${inline?.text ?? ''} | ${packed?.text ?? ''} | ${own}`;
}

function candidateLine({ label, way, text, evidence }: Candidate): string {
	return `${label.wanted === undefined ? `(${label.words})` : label.words} | ${way} | ${text} | ${evidence.toString().replace(/^\S+ /u, '')}`;
}

/** A label that nobody named is in brackets, and so is a label in a block of several. */
function explained(blocks: readonly WordsBlock[], names: readonly string[], type?: FieldType, cells?: readonly PlacedCell[]): string {
	const { pages, labels, candidates } = explain(blocks, names, type, cells);
	const definitions = names.map((name, index): FieldDefinition => ({ name, findBy: 'label', label: name, ...(type && index % 2 === 1 ? { type } : {}) }));
	const fields = readFields(blocks, -1, definitions, undefined, cells ? { cells } : {});
	const parts = {
		texts: pages.flatMap((page) => page.sheet.boxes.map((box) => textLine(page, box))),
		labels: labels.map(labelLine),
		candidates: candidates.map(candidateLine),
		values: fields.map(({ name, text, value, needsReview, reason }) => `${name} | ${text ?? ''} | ${traits({ value, needsReview, reason })}`),
	};
	return Object.entries(parts)
		.map(([name, lines]) => `${name}\n${lines.map((line) => `  ${line}\n`).join('')}`)
		.join('\n');
}

function fileOf(name: string): string {
	return join(FOLDER, `${name.replaceAll(' ', '-').replaceAll(',', '')}.txt`);
}

function expectKept(name: string, found: string): void {
	const file = fileOf(name);
	if (process.env.EXPECTED === 'write') writeFileSync(file, found);
	expect(found).toBe(readFileSync(file, 'utf8'));
}

/** Pages for reasons that the generator's forms give no occasion to, with the labels that are asked for. */
const DRAWN: ReadonlyArray<{ name: string; labels: string[]; picture: string; pitch?: number; more?: WordsBlock[]; type?: FieldType; cells?: PlacedCell[] }> = [
	{
		name: 'boxes to tick',
		labels: ['Heating', 'Garden', 'Lift', 'Cellar'],
		type: 'checkbox',
		picture: `
Heating     ☑ gas    ☐ oil
Garden      ☐
Lift        yes
☑ Cellar    12 m2`,
	},
	{
		name: 'an address below its label',
		labels: ['Supplier', 'Carrier', 'Carrier note'],
		picture: `
Supplier:            Carrier
Hilltop Mills        Blue Van Lines
4 Quarry Road        17 Dock Street
Ashford              Hull

Carrier note         leave at gate`,
	},
	{
		name: 'labels that go on in the next line',
		labels: ['Place of', 'Total weight', 'Date of'],
		picture: `
Place of             Oslo
delivery
Total weight         41.5 kg
in kilograms
Date of
arrival              2024-05-17`,
	},
	{
		name: 'texts that are counted, and of one shape',
		labels: ['Box 12', 'Lot 7', '3 Fees', 'Room 4 east'],
		picture: `
Box 12       Box 14       Box 16
Lot 7
Lot 9
3 Fees       4 Rent
5 Tax        6 Wages
Room 4 east
Room 5 west`,
	},
	{
		name: 'two languages',
		labels: ['客户', '地址', 'Telephone', '电话'],
		picture: `
客户  Customer       Sunny Bakery
地址
Address             8 Mill Lane
电话  Telephone      0161 496 0000
传真  Fax`,
	},
	{
		name: 'remarks and rates',
		labels: ['Signature', 'VAT', 'Discount', 'Freight'],
		picture: `
Signature    (in ink)     R. Holm
VAT          19 %         74.10
Discount     5%
Freight      EUR          12.00`,
	},
	{
		name: 'words behind a label in its block',
		labels: ['Total', 'Order', 'No', 'Number', '合计', 'Name'],
		picture: `
Total sales         51.42
Order no AB-1204
No 5 Church Lane
Number: Name: Ruth
合计金额            88.00
合计大写：捌拾捌元
Total               63.10`,
	},
	{
		name: 'a misread label, and another word for it',
		labels: ['Invoice number', 'Rechnungsnummer|Invoice no', 'Customer|Client'],
		picture: `
Invoiee number    RX-55102
Invoice no        RX-55103
Client            Oak & Sons`,
	},
	{
		name: 'lines around the middle of a label',
		labels: ['Consignee', 'Remarks'],
		picture: `
                  Northern Timber
½Consignee
½                 Quay 4, Gothenburg
Remarks           keep dry`,
	},
	{
		name: 'sums right of a column of text',
		labels: ['Subtotal', 'Postage', 'Grand total', 'Paid by'],
		picture: `
Chairs            4    25.00    100.00
Tables            1    80.00     80.00
Subtotal                        180.00
Postage                           7.50
Grand total                     187.50
Paid by           card`,
	},
	{
		name: 'labels in one line over their values',
		labels: ['Flight', 'Gate', 'Seat', 'Date'],
		picture: `
Flight Gate Seat
SK 501  B12  14C
Date     Class
3 May    Economy`,
	},
	{
		name: 'rates and currencies behind labels',
		labels: ['Tax', 'Price', 'Fee', 'Levy', 'Rebate'],
		type: 'number',
		picture: `
Tax @ 7 %         4.20
Price (EUR)       60.00
Fee RM            12.50
Levy(CHF)         3.10
Rebate 2,5%       1.55
2. Deposit $      20.00`,
	},
	{
		name: 'labels in several blocks and languages',
		labels: ['Date of birth', '姓名', 'Name', 'Post code', 'Tel', 'Fax', '联系 电话'],
		picture: `
Date of  birth:   4 June 1980
姓   名：          王海
Name / 姓名       Lin Hai
Post  code        EX4 6TN
Tel|Fax
01392 555010 01392 555011
联系  电话        13900010002
Norwich Tel 01603 555014`,
	},
	{
		name: 'several labels in one block',
		labels: ['Ref', 'Lot', 'Bay', '地点', '时间', 'Weight', 'Note'],
		picture: `
Ref: AB-1, Lot: 7; Bay: 3
日期：2024年3月5日地点：上海 时间：08:30
21/05/2018Time 14:10
Weight: 12 kg Volume: 3 m3 see section 3: packing
Note: ratio 3:1, http://example.org/a: fine
Width 5 m Length 12 m: about`,
	},
	{
		name: 'values of several lines',
		labels: ['Ship to', 'Memo', 'Terms', 'Signed'],
		picture: `
Ship to: Marsh Tools
         22 Canal Street
         Leeds

Memo     returned goods are
         credited on arrival
Terms
30 days net, then 2 % a
month
Signed   J. Fox      (seal)`,
	},
	{
		name: 'heads of columns with figures below',
		labels: ['Opening', 'Closing', 'Balance', 'Units'],
		type: 'number',
		picture: `
Opening      Closing      Balance
120.00       95.50        24.50
310.00       280.00       30.00
Units        14           Pallets     3
Crates       9            Barrels     22
Drums        31           Sacks       6`,
	},
	{
		name: 'texts close below their labels',
		labels: ['Deliver to', 'Goods sent', 'Remarks'],
		pitch: 27,
		picture: `
Deliver to:
Hill Farm
Long Lane

Goods sent
by rail
Remarks:
fragile`,
	},
	{
		name: 'a column of figures behind texts',
		labels: ['Rent', 'Gas', 'Water'],
		picture: `
Rent      flat four      400.00
Gas       meter          30.00
Water     meter          12.00
Power                    55.00
Waste                    18.00
Road                     21.00`,
	},
	{
		name: 'values that hold the next label',
		labels: ['地址', 'Name', 'Ward', 'Town', 'Guest'],
		picture: `
地址上海市长安街九号
Name Ruth Address 5 Hill Street
Ward: Bed: 7
Town: York Postcode YO1 7HH
Guest Ruth Invoice No 17`,
	},
	{
		name: 'lines around a label',
		labels: ['Consignee'],
		picture: `
Note           none`,
		more: [block('Consignee', 40, 214), block('Northern Timber', 190, 202), block('Quay 4, Gothenburg', 190, 226)],
	},
	{
		name: 'a stamp beside a label, and a part of the page that lies on its head',
		labels: ['Approved', 'Stock', 'Shelf'],
		picture: `
Approved
Total of all goods     1204
Kept in the hall       yes
Counted by             R. Lund
On the evening of      3 May 2024`,
		more: [
			...moved([block('PAID', 200, 96)], ([x, y]) => [x, y + (x - 200) * 0.25]),
			...moved([block('Stock', 0, 0), block('eighty-eight crates', 90, 0), block('Shelf', 0, 36), block('C4 to C9 in the cellar', 90, 36)], ([x, y]) => [900 - x, 400 - y]),
		],
	},
	{
		name: 'labels with their translations beside them',
		labels: ['日期', '客户', '金额', '釉色'],
		picture: `
日期 DATE         2024-03-05
客户 CLIENT       Oak & Sons
金额 AMOUNT       120.00
釉色  GLAZE       celadon`,
	},
	{
		name: 'translations below their labels',
		labels: ['姓名', '地址', '电话'],
		pitch: 24,
		picture: `
姓名       王海
Name
地址       长安街九号
Address
电话
Telephone`,
	},
	{
		name: 'a text in another ruled cell',
		labels: ['Ward', 'Bed'],
		cells: [
			{ left: 30, top: 90, right: 140, bottom: 130 },
			{ left: 140, top: 90, right: 300, bottom: 130 },
			{ left: 300, top: 90, right: 460, bottom: 130 },
		],
		picture: `
Ward                      7 east
Bed          3`,
	},
	{
		name: 'ruled cells',
		labels: ['Ward', 'Bed', 'Nurse', 'Diet'],
		cells: [
			{ left: 30, top: 90, right: 140, bottom: 130 },
			{ left: 140, top: 90, right: 420, bottom: 130 },
			{ left: 30, top: 130, right: 140, bottom: 166 },
			{ left: 140, top: 130, right: 420, bottom: 166 },
			{ left: 30, top: 166, right: 420, bottom: 240 },
		],
		picture: `
Ward        7 east      Bed
Nurse       Amy Lund    3
Diet    soft
        no salt`,
	},
];

const TYPES: ReadonlyArray<FieldType | undefined> = [undefined, 'number', 'date', 'checkbox'];
const forms = [
	...composeForms({ seed: SEED, count: 2 * FORM_KINDS.length }),
	...composeDocuments({ seed: SEED, count: 8, kinds: ['form-zh', 'form-en', 'invoice', 'receipt'] }),
].map((document, index) => ({ name: document.name, document, type: TYPES[(index + Math.floor(index / FORM_KINDS.length)) % TYPES.length] }));

test.each(forms)('$name', ({ name, document, type }) => {
	expectKept(name, explained(document.blocks, [...Object.keys(document.fields), ...(document.emptyFields ?? [])], type));
});

test.each(DRAWN)('$name', ({ name, labels, picture, pitch, more = [], type, cells }) => {
	expectKept(name, explained([...drawn(picture, pitch), ...more], labels, type, cells));
});

/** Given when all candidates are known: the first of equal labels that all have a value. */
const GIVEN_LATER = ['firstPlace'];

test('each reason speaks on some page', () => {
	const lines = [...forms, ...DRAWN].flatMap(({ name }) => readFileSync(fileOf(name), 'utf8').split('\n'));
	const told = new Set(lines.flatMap((line) => line.split(' | ')[3]?.split(' ') ?? []).map((reason) => reason.replace(/×.*/u, '')));
	expect(Object.keys(REASONS).filter((reason) => !told.has(reason))).toEqual(GIVEN_LATER);
});
