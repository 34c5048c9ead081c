import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import { block, moved, rightAligned, table } from './page.cts';

const COLUMNS = [20, 220, 340, 460];
const HEAD = ['Item', 'Qty', 'Price', 'Amount'];

describe('tables', () => {
	test('rows under heads, without title and note', () => {
		const page = [
			block('Price list for dealers', 150, 20, 30),
			...table(COLUMNS, [HEAD, ['Scissors', '2', '6.95', '13.90'], ['Stapler', '1', '12.00', '12.00']]),
			block('Note: prices without tax', 20, 320),
		];
		expect(readTables(page, -1)).toEqual([
			{ columns: HEAD, rows: [['Scissors', '2', '6.95', '13.90'], ['Stapler', '1', '12.00', '12.00']] },
		]);
	});

	test('empty cells stay empty and in their column', () => {
		const rows = [['Scissors', '', '6.95', ''], ['Stapler', '1', '', '12.00'], ['Tape', '', '', '3.10'], ['Glue', '4', '2.00', '8.00']];
		expect(readTables(table(COLUMNS, [HEAD, ...rows]), -1)).toEqual([{ columns: HEAD, rows }]);
	});

	test('heads at the left and figures at the right of a column belong together', () => {
		const page = [
			...table([20, 200, 400], [['Item', 'Qty', 'Amount']]),
			...[['Scissors', '2', '1,213.90'], ['Stapler', '14', '12.00']].flatMap(([item = '', qty = '', amount = ''], index) => [
				block(item, 20, 140 + index * 40),
				rightAligned(qty, 300, 140 + index * 40),
				rightAligned(amount, 520, 140 + index * 40),
			]),
		];
		expect(readTables(page, -1)).toEqual([
			{ columns: ['Item', 'Qty', 'Amount'], rows: [['Scissors', '2', '1,213.90'], ['Stapler', '14', '12.00']] },
		]);
	});

	test('a cell over two lines is one cell, with a space only where words need one', () => {
		const page = [
			...table([20, 160, 480], [['Item', 'Description', 'Qty'], ['Lamp', 'Adjustable height, carries', '12']]),
			block('up to five kilos', 160, 167),
			...table([20, 160, 480], [['灯', '可调节高度，承重一百', '30']], 220),
			block('二十公斤', 160, 247),
		];
		expect(readTables(page, -1)).toEqual([
			{
				columns: ['Item', 'Description', 'Qty'],
				rows: [['Lamp', 'Adjustable height, carries up to five kilos', '12'], ['灯', '可调节高度，承重一百二十公斤', '30']],
			},
		]);
	});

	test('cells centred beside the two lines of their neighbour are in its row', () => {
		const page = [
			...table([20, 160, 480], [['Item', 'Description', 'Qty']]),
			...['Lamp', 'Desk', 'Tape'].flatMap((name, index) => {
				const top = 160 + index * 80;
				return [
					block('First line of the text', 160, top - 13),
					block(name, 20, top),
					block(`${index + 4}`, 480, top),
					block('and second', 160, top + 13),
				];
			}),
		];
		expect(readTables(page, -1)[0]?.rows).toEqual(
			['Lamp', 'Desk', 'Tape'].map((name, index) => [name, 'First line of the text and second', `${index + 4}`]),
		);
	});

	test('tables below each other are separate', () => {
		const first = table(COLUMNS, [HEAD, ['Scissors', '2', '6.95', '13.90'], ['Stapler', '1', '12.00', '12.00']]);
		const second = table([20, 300], [['Name', 'Hours'], ['Li Wei', '7.5'], ['Anna Berg', '8.0']], 360);
		const found = readTables([...second, block('Working hours this week', 20, 320), ...first], -1);
		expect(found.map(({ columns }) => columns)).toEqual([HEAD, ['Name', 'Hours']]);
		expect(found[1]?.rows).toEqual([['Li Wei', '7.5'], ['Anna Berg', '8.0']]);
	});

	test('labels and values above a table, and totals below it, are not part of it', () => {
		const page = [
			block('Bill to', 20, 20), block('Greenfield Ltd', 220, 20), block('Invoice', 340 + 60, 20), block('DN-85072', 520, 20),
			block('Phone', 20, 50), block('709-6662', 220, 50), block('Customer', 400, 50), block('194355', 520, 50),
			...table(COLUMNS, [HEAD, ['Scissors', '2', '6.95', '13.90'], ['Stapler', '1', '12.00', '12.00']]),
			block('Subtotal', 340, 250), block('25.90', 460, 250),
			block('Total due', 340, 280), block('31.08', 460, 280),
		];
		expect(readTables(page, -1)).toEqual([
			{ columns: HEAD, rows: [['Scissors', '2', '6.95', '13.90'], ['Stapler', '1', '12.00', '12.00']] },
		]);
	});

	test('a head over several heads is put before their names', () => {
		const page = [
			block('名称', 20, 100), block('产量', 160, 100),
			block('环比', 340, 80),
			block('增长量', 280, 114), block('增长率', 400, 114),
			...table([20, 160, 280, 400], [['荔枝', '11', '1', '10'], ['芒果', '9', '-1', '-10'], ['香蕉', '6', '1', '20']], 160, 36),
		];
		expect(readTables(page, -1)).toEqual([
			{
				columns: ['名称', '产量', '环比 增长量', '环比 增长率'],
				rows: [['荔枝', '11', '1', '10'], ['芒果', '9', '-1', '-10'], ['香蕉', '6', '1', '20']],
			},
		]);
	});

	test('neighbouring cells that came as one block are parted at the column', () => {
		const page = table([20, 180, 400], [
			['Date', 'Description', 'Debit'],
			['01Aug2018', 'Clearing Cheque', '36.07'],
			['01Aug2018', 'Clearing Cheque', '60.93'],
			['', '', '70.51'],
			['02Aug2018', 'Transfer', '500.00'],
		]);
		page.push(block('02Aug2018 Clearing Cheque', 20, 220, 20, 310));
		expect(readTables(page, -1)[0]?.rows[2]).toEqual(['02Aug2018', 'Clearing Cheque', '70.51']);
	});

	test('without a head row columns are numbered', () => {
		const rows = [['a', '1'], ['b', '2'], ['c', '3']];
		expect(readTables(table([20, 200], rows), -1, { firstRowIsHeader: false })).toEqual([{ columns: ['column1', 'column2'], rows }]);
	});

	test('names of columns are unique, never empty and never special', () => {
		const heads = ['Amount', 'Amount', '__proto__', 'Amount 2', 'constructor'];
		const page = table([20, 120, 220, 340, 460], [heads, ...['1', '6', '11'].map((first) => [first, '2', '3', '4', '5'])]);
		expect(readTables(page, -1)[0]?.columns).toEqual(['Amount', 'Amount 3', '__proto___', 'Amount 2', 'constructor_']);
		const unnamed = table([20, 120, 220], [['', 'Qty', 'Price'], ['x', '2', '3'], ['y', '7', '8'], ['z', '7', '8']]);
		expect(readTables(unnamed, -1)[0]?.columns).toEqual(['column1', 'Qty', 'Price']);
	});

	describe('receipts', () => {
		const item = (top: number, [code = '', count = '', sum = '']: readonly string[]) => [block(code, 30, top), block(count, 300, top), rightAligned(sum, 520, top)];
		const items = [
			block('Till 4', 20, 20), block('Anna', 480, 20),
			block('GREEN TEA 50 BAGS', 20, 80),
			...item(104, ['118205', '2x3.20', '6.40']),
			block('STEEL KETTLE WITH A LONG SPOUT AND LID', 20, 128),
			...item(152, ['118377', '1x24.00', '24.00']),
			block('Reduced by: manager', 20, 176),
			block('RYE BREAD', 20, 200),
			...item(224, ['120041', '1x2.75', '2.75']),
		];
		const itemRows = [
			['GREEN TEA 50 BAGS', '', ''],
			['118205', '2x3.20', '6.40'],
			['STEEL KETTLE WITH A LONG SPOUT AND LID', '', ''],
			['118377', '1x24.00', '24.00'],
			['Reduced by: manager', '', ''],
			['RYE BREAD', '', ''],
			['120041', '1x2.75', '2.75'],
		];

		test('lines between the items are rows, whatever their length and though they have a colon', () => {
			expect(readTables(items, -1)).toEqual([{ columns: ['column1', 'column2', 'column3'], rows: itemRows }]);
		});

		test('sums behind a gap are another table', () => {
			const sums = ['Subtotal', 'Rounding', 'Total', 'Cash'].flatMap((label, index) => [
				...(index < 2 ? [block(`Note ${index}`, 20, 274 + index * 24)] : []),
				rightAligned(label, 380, 274 + index * 24),
				rightAligned(`3${index}.15`, 520, 274 + index * 24),
			]);
			expect(readTables([...items, ...sums], -1).map(({ rows }) => rows)).toEqual([
				itemRows,
				[['Note 0', 'Subtotal', '30.15'], ['Note 1', 'Rounding', '31.15'], ['', 'Total', '32.15'], ['', 'Cash', '33.15']],
			]);
		});

		test('under heads the lines leave the heads where they are', () => {
			const page = [
				...table([20, 300, 460], [['Article', 'Count', 'Sum'], ['', '', '']], 80),
				...items.slice(2).map((each) => moved([each], ([x, y]) => [x, y + 24])[0] ?? each),
			];
			expect(readTables(page, -1)).toEqual([{ columns: ['Article', 'Count', 'Sum'], rows: itemRows }]);
		});
	});

	test('where each row has a line above it, lines and rows stay apart, and sums behind a gap stay out', () => {
		const page = [
			...table([20, 220, 320, 440], [['品名', '数量', '单价', '金额']], 20),
			...['绿茶五十包装', '面包', '不锈钢长嘴烧水壶带盖一点五升'].flatMap((name, index) => [
				block(name, 20, 70 + index * 56),
				...table([20, 220, 320, 440], [[`69010${index}`, '2', '3.50', '7.00']], 98 + index * 56),
			]),
			block('合计', 20, 264), block('21.00', 440, 264),
			block('现金', 20, 292), block('50.00', 440, 292),
		];
		expect(readTables(page, -1)).toEqual([
			{
				columns: ['品名', '数量', '单价', '金额'],
				rows: [
					['绿茶五十包装', '', '', ''], ['690100', '2', '3.50', '7.00'],
					['面包', '', '', ''], ['690101', '2', '3.50', '7.00'],
					['不锈钢长嘴烧水壶带盖一点五升', '', '', ''], ['690102', '2', '3.50', '7.00'],
				],
			},
		]);
	});

	test('amounts over amounts are no heads, years over amounts are', () => {
		const rows = [['Tea', '2', '6.40'], ['Bread', '1', '2.75'], ['Milk', '3', '4.50'], ['Salt', '1', '0.95']];
		expect(readTables(table(COLUMNS, rows), -1)).toEqual([{ columns: ['column1', 'column2', 'column3'], rows }]);
		const heads = ['Region', '2023', '2024'];
		expect(readTables(table(COLUMNS, [heads, ...rows]), -1)).toEqual([{ columns: heads, rows }]);
	});

	describe('forms with labels above their values', () => {
		test('a row of labels with its values is no table, whatever stands around it', () => {
			const page = [
				block('Remarks', 20, 20), block('Signed on paper by both', 420, 20),
				block('Registration number', 20, 100), block('Driver of the day', 214, 100), block('Phone', 420, 100),
				block('KX 4471', 20, 150), block('Anna Berg', 214, 150), block('555 1234', 420, 150),
				block('Handed', 20, 172), block('Returned', 430, 172),
				block('out to', 20, 192), block('to', 430, 192),
				block('Name', 20, 212), block('Li Wei', 214, 212), block('Name', 430, 212), block('Tom', 560, 212),
			];
			expect(readTables(page, -1)).toEqual([]);
		});

		test('a row of labels with its amounts is a table', () => {
			const page = [
				block('Tax class', 20, 100), block('Net', 214, 100), block('Tax', 420, 100),
				block('B', 20, 150), block('112.40', 214, 150), block('21.36', 420, 150),
			];
			expect(readTables(page, -1)).toEqual([{ columns: ['Tax class', 'Net', 'Tax'], rows: [['B', '112.40', '21.36']] }]);
		});

		test('rows of labels with words or nothing below them are no table', () => {
			const page = [
				block('Sender', 20, 20), block('Carrier', 220, 20), block('Route', 420, 20),
				block('Rail', 220, 58),
				block('Contract', 20, 96), block('From', 220, 96), block('To', 420, 96), block('Border', 560, 96),
				block('Oslo', 220, 134), block('Rome', 420, 134), block('Basel', 560, 134),
				block('Kind', 20, 172), block('Count', 220, 172), block('Gross', 300, 172), block('Net', 420, 172), block('Terms', 490, 172), block('Freight', 560, 172), block('Fees', 680, 172),
				block('Pallet', 20, 210), block('FOB', 490, 210),
			];
			expect(readTables(page, -1)).toEqual([]);
		});

		test('words alone are a table where each column has a name and no row lacks its first cell', () => {
			const rows = [['Anna', 'Sales', 'Oslo'], ['Tom', 'Stock', ''], ['Li Wei', 'Office', 'Rome']];
			expect(readTables(table(COLUMNS, [['Name', 'Team', 'Town'], ...rows]), -1)).toEqual([{ columns: ['Name', 'Team', 'Town'], rows }]);
		});
	});

	test('running text and forms are no tables', () => {
		expect(readTables([block('One line of text', 20, 20), block('and the next one', 20, 50)], -1)).toEqual([]);
		const form = [['Name:', 'Li Wei'], ['Date:', '2024-05-03'], ['Phone:', '555 1234']];
		expect(readTables(table([20, 200], form), -1)).toEqual([]);
		expect(readTables([], -1)).toEqual([]);
	});
});
