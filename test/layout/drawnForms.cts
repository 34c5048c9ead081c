// Small forms for reasons that those of the generator give no occasion to.
import type { FieldType } from '../../nodes/HuaweiOcr/layout/fields/definitions.ts';
import type { PlacedCell } from '../../nodes/HuaweiOcr/layout/rules/corners.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block, moved } from './page.cts';

export interface DrawnForm {
	name: string;
	/** The labels that are asked for. */
	labels: string[];
	/** See `drawn`. */
	picture: string;
	/** px from line to line */
	pitch?: number;
	/** Texts that the picture can't show. */
	more?: WordsBlock[];
	/** Of each second label. */
	type?: FieldType;
	/** Ruled cells, px. */
	cells?: PlacedCell[];
}

export const DRAWN: readonly DrawnForm[] = [
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
