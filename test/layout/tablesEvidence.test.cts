// Pages that need one rule of those that weigh heads and rows: without it, they are read otherwise. `npm run
// check:evidence` switches off one rule after the other and names those that no page needs.
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block, table } from './page.cts';

const COLUMNS = [30, 240, 380, 520, 660];

/** A line a height: `height: text@left | text@left`, px. */
function placed(page: string): WordsBlock[] {
	return page.trim().split('\n').flatMap((line) => {
		const [height = '', texts = ''] = line.split(/: (.*)/u);
		return texts.split(' | ').map((text) => {
			const [words = '', left = ''] = text.split('@');
			return block(words, Number(left), Number(height));
		});
	});
}

describe('heads', () => {
	const unnamed = (count: number) => Array.from({ length: count }, (_, index) => `column${index + 1}`);

	test('noKey: a line without the text that each row begins with is a head, though it has figures', () => {
		const rows = [['Bolt', '4.50', '5.10', '9.90'], ['Nut', '12.00', '7.10', '31.00'], ['Cog', '6.20', '15.80', '2.40'], ['Pin', '6.90', '5.80', '2.70']];
		expect(readTables(table(COLUMNS, [['', '12', '8', '7'], ...rows]), -1)).toEqual([{ columns: ['column1', '12', '8', '7'], rows }]);
	});

	test('plainOverMarked: many whole figures over amounts may be a row', () => {
		const rows = [['', '10', '50', '100', '500'], ['Bolt', '1.20', '1.10', '0.95', '0.90'], ['Nut', '0.80', '0.75', '0.70', '0.66'], ['Cog', '12.40', '11.90', '11.00', '10.20'], ['Pin', '3.10', '2.90', '2.75', '2.60']];
		expect(readTables(table([30, 240, 380, 520, 660], rows), -1)).toEqual([{ columns: unnamed(5), rows }]);
	});

	test('again, figureOverWords: a first row that lacks its figure is a row', () => {
		const rows = [['7b', 'York', 'shut', 'none'], ['Mill', 'Leeds', 'open', '15'], ['Quay', 'Bath', 'shut', '3'], ['Yard', 'Rye', 'open', '31'], ['Dock', 'Deal', 'shut', '8'], ['Lock', 'Ware', 'open', '12']];
		expect(readTables(table(COLUMNS, rows), -1)).toEqual([{ columns: unnamed(4), rows }]);
	});

	test('again: what stands again in one of the next rows is a value, whatever the rows further below hold', () => {
		const rows = [['Hull', 'n/a', 'n/a', 'n/a'], ['York', '12', '5', '41'], ['Leeds', 'n/a', '7', '9'], ['Bath', '3', 'n/a', '8'], ['Ely', '14', '6', 'n/a'], ['Rye', '2', '9', '13'], ['Deal', '31', '18', '4'], ['Ware', '22', '1', '17'], ['Hove', '6', '10', '28']];
		expect(readTables(table(COLUMNS, rows), -1)).toEqual([{ columns: unnamed(4), rows }]);
	});

	test('overSeveral: names of two columns each are a head', () => {
		const rows = [['York', '4', '8', '3', '6'], ['Leeds', '2', '5', '9', '14'], ['Hull', '6', '7', '1', '8'], ['Bath', '12', '3', '10', '5']];
		const head = [block('Town', 30, 60), block('Inland harbours', 240, 60, 20, 240), block('Coast harbours', 520, 60, 20, 240)];
		expect(readTables([...head, ...table(COLUMNS, rows)], -1)).toEqual([
			{ columns: ['Town', 'Inland harbours', 'Inland harbours 2', 'Coast harbours', 'Coast harbours 2'], rows },
		]);
	});
});

describe('rows', () => {
	const pages = [
		{
			rules: 'noKey',
			page: `
60: Article@30 | Note@330 | Count@470 | Price@590
110: Gravel and@30 | from@330 | 79@500 | 18.21@590
137: sand@30 | 3 May@330
189: Brush@30 | from@330 | 30@500 | 22.10@590
216: 3 May@330
268: Rope@30 | on order;@330 | 88@500 | 35.30@590
295: call first@330
347: Two-part@30 | shelf 4@330 | 64@500 | 55.78@590
374: glue@30 | row 12@330`,
			table: [
				['Article', 'Note', 'Count', 'Price'],
				['Gravel and sand', 'from 3 May', '79', '18.21'],
				['Brush', 'from 3 May', '30', '22.10'],
				['Rope', 'on order; call first', '88', '35.30'],
				['Two-part glue', 'shelf 4 row 12', '64', '55.78'],
			],
		},
		{
			rules: 'beyondCells, ends, fillsHalf',
			page: `
60: Article@30 | Note@330 | Count@470 | Price@590
105: Oak shelf, planed@30 | in stock@330 | 6@510 | 70.79@590
127: and oiled twice@30
162: Two-part@30 | two weeks@330 | 45@500 | 2.65@600
184: glue@30
219: on order;@330 | 35@500 | 11.87@590
241: call first@330
276: Saw blade for@30 | on order;@330
298: hard wood@30 | call first@330`,
			table: [
				['Article', 'Note', 'Count', 'Price'],
				['Oak shelf, planed and oiled twice', 'in stock', '6', '70.79'],
				['Two-part glue', 'two weeks', '45', '2.65'],
				['', 'on order; call first', '35', '11.87'],
				['Saw blade for hard wood', 'on order; call first', '', ''],
			],
		},
		{
			rules: 'endsOpen',
			page: `
60: No@30 | Article@90 | Count@470 | Price@590
98: Tarpaulin@90 | 1@30 | 86@500 | 1.86@600
140: 2@30 | 68@500
182: Paint, white,@90 | 3@30 | 20@500 | 35.35@590
205: matt, 5 litres@90
247: Screws@90 | 4@30
270: 4 x 40@90
293: zinc@90`,
			table: [
				['No', 'Article', 'Count', 'Price'],
				['1', 'Tarpaulin', '86', '1.86'],
				['2', '', '68', ''],
				['3', 'Paint, white, matt, 5 litres', '20', '35.35'],
				['4', 'Screws 4 x 40 zinc', '', ''],
			],
		},
		{
			rules: 'hadRoom',
			page: `
60: No@30 | Article@90 | Count@470 | Price@590
100: Door handle (brass@90
112.5: 1@30 | 47@500 | 20.57@590
125: or steel)@90
173: Two-part@90
185.5: 2@30 | 6@510 | 89.39@590
198: glue@90
246: Two-part@90
271: glue@90`,
			table: [
				['No', 'Article', 'Count', 'Price'],
				['1', 'Door handle (brass or steel)', '47', '20.57'],
				['2', 'Two-part glue', '6', '89.39'],
				['', 'Two-part glue', '', ''],
			],
		},
		{
			rules: 'figureBelowWords',
			page: `
60: No@30 | Article@90 | Count@470 | Price@590
99: Two-part@90
111.5: 1@30 | 31@500 | 26.30@590
124: glue@90
168: Gravel and@90
180.5: 2@30 | 28@500 | 14.53@590
193: sand@90
237: Fence post@90
262: round, 2 m@90
306: Cable@90
318.5: 4@30 | 59@500 | 65.58@590
331: 3 x 1.5@90`,
			table: [
				['No', 'Article', 'Count', 'Price'],
				['1', 'Two-part glue', '31', '26.30'],
				['2', 'Gravel and sand', '28', '14.53'],
				['', 'Fence post round, 2 m', '', ''],
				['4', 'Cable 3 x 1.5', '59', '65.58'],
			],
		},
		{
			rules: 'figureBelowWhole',
			page: `
60: No@30 | Article@90 | Count@470 | Price@590
104: Tarpaulin@90 | 1@30 | 82@500 | 34.48@590
151: Rope@90 | 2@30 | 14@500 | 30.65@590
198: 3@30 | 26.39@590
226: Garden hose of@90 | 4@30 | 57@500 | 84.59@590
250: natural rubber@90`,
			table: [
				['No', 'Article', 'Count', 'Price'],
				['1', 'Tarpaulin', '82', '34.48'],
				['2', 'Rope', '14', '30.65'],
				['3', '', '', '26.39'],
				['4', 'Garden hose of natural rubber', '57', '84.59'],
			],
		},
	];
	test.each(pages)('$rules', ({ page, table: [columns, ...rows] }) => {
		expect(readTables(placed(page), -1)).toEqual([{ columns, rows }]);
	});
});
