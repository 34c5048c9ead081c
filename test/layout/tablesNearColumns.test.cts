// Columns that stand near: heads or figures read as one block, texts that reach over empty cells, cells level with
// the middle of two rows, text beside the table.
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block, rightAligned, widthOf } from './page.cts';

/** A block around the middle of a place. */
function centred(words: string, middle: number, top: number): WordsBlock {
	return block(words, middle - widthOf(words) / 2, top);
}

/** Rows of a key at the left and figures that end at the given edges. */
function figures(keyLeft: number, edges: readonly number[], rows: readonly (readonly string[])[], top: number, pitch: number): WordsBlock[] {
	return rows.flatMap(([key = '', ...cells], row) => [
		block(key, keyLeft, top + row * pitch),
		...cells.flatMap((cell, column) => (cell === '' ? [] : rightAligned(cell, edges[column] ?? 0, top + row * pitch))),
	]);
}

const HARBOURS = [['Rotterdam', '38.2', '14.7', '9.11', '420'], ['Antwerp', '27.9', '11.3', '8.07', '365'], ['Gdansk', '12.6', '8.8', '4.52', '198'], ['Bilbao', '9.4', '6.1', '3.30', '142'], ['Split', '4.3', '2.9', '1.08', '77']];
const RIVERS = [['鹿河', '38.2', '14.7', '9.11', '420'], ['云溪', '27.9', '11.3', '8.07', '365'], ['白渡', '12.6', '8.8', '4.52', '198'], ['石桥', '9.4', '6.1', '3.30', '142']];

describe('heads of two columns in one block', () => {
	const EDGES = [300, 400, 520, 620];
	test.each([
		{ key: 'Harbour', names: ['Full', 'Empty', 'Loss', 'Ships'], rows: HARBOURS, joined: 0, pitch: 36 },
		{ key: 'Harbour', names: ['Full', 'Empty', 'Loss', 'Ships'], rows: HARBOURS, joined: 1, pitch: 30 },
		{ key: 'Harbour', names: ['Full', 'Empty', 'Loss', 'Ships'], rows: HARBOURS, joined: 2, pitch: 44 },
		{ key: '河段', names: ['丰水', '枯水', '流失', '测次'], rows: RIVERS, joined: 0, pitch: 34 },
		{ key: '河段', names: ['丰水', '枯水', '流失', '测次'], rows: RIVERS, joined: 2, pitch: 40 },
		{ key: 'Hafen', names: ['voll', 'leer', 'Bruch', 'Schiffe'], rows: HARBOURS, joined: 1, pitch: 38 },
	])('$names, joined at $joined, rows $pitch px apart', ({ key, names, rows, joined, pitch }) => {
		// Two of the heads stand one space apart, the others further.
		const edges = names.map(() => 0);
		for (const [column, name] of names.entries()) edges[column] = (edges[column - 1] ?? 160) + (column === joined + 1 ? 10 : 34) + Math.max(widthOf(name), 40);
		const two = `${names[joined] ?? ''} ${names[joined + 1] ?? ''}`;
		const head = [block(key, 40, 100), ...names.flatMap((name, column) => (column === joined + 1 ? rightAligned(two, edges[column] ?? 0, 100) : column === joined ? [] : rightAligned(name, edges[column] ?? 0, 100)))];
		const page = [...head, ...figures(40, edges, rows, 100 + pitch, pitch)];
		expect(readTables(page, -1)).toEqual([{ columns: [key, ...names], rows }]);
	});

	test.each([
		{ upper: 'Boxes', lower: ['Full', 'Empty', 'Loss', 'Ships'], from: 0, to: 1 },
		{ upper: 'Tons per week', lower: ['Full', 'Empty', 'Loss', 'Ships'], from: 2, to: 3 },
		{ upper: 'Net of all fees', lower: ['Full', 'Empty', 'Loss', 'Ships'], from: 0, to: 3 },
		{ upper: '每月 吨位', lower: ['丰水', '枯水', '流失', '测次'], from: 0, to: 1 },
	])('"$upper" in the middle of columns $from to $to is the name of them all', ({ upper, lower, from, to }) => {
		const [left, right] = [(EDGES[from] ?? 0) - widthOf(lower[from] ?? ''), EDGES[to] ?? 0];
		const page = [centred(upper, (left + right) / 2, 70), block('Harbour', 100, 100), ...lower.map((name, column) => rightAligned(name, EDGES[column] ?? 0, 100)), ...figures(100, EDGES, HARBOURS, 136, 36)];
		const columns = ['Harbour', ...lower.map((name, column) => (column >= from && column <= to ? `${upper} ${name}` : name))];
		expect(readTables(page, -1)).toEqual([{ columns, rows: HARBOURS }]);
	});
});

describe('figures of several columns in one block', () => {
	/** All figures of a row in one block that ends at the right edge. */
	function glued(rows: readonly (readonly string[])[], keyLeft: number, right: number, top: number, pitch: number): WordsBlock[] {
		return rows.flatMap(([key = '', ...cells], row) => [block(key, keyLeft, top + row * pitch), rightAligned(cells.join(' '), right, top + row * pitch)]);
	}
	const TWO = [['Oats', '12.50', '9.75'], ['Rye', '13.25', '8.40'], ['Hops', '88.10', '7.20'], ['Corn', '14.05', '6.55'], ['Flax', '41.30', '5.15']];
	const THREE = [['Elm', '412', '18.3', '7.55'], ['Ash', '387', '22.9', '6.10'], ['Oak', '905', '31.4', '9.95'], ['Fir', '266', '15.2', '4.80']];
	test.each([
		{ names: ['Crop', 'May', 'June'], rows: TWO, right: 400, pitch: 34 },
		{ names: ['Crop', 'May', 'June'], rows: TWO, right: 520, pitch: 26 },
		{ names: ['作物', '五月', '六月'], rows: TWO, right: 400, pitch: 40 },
		{ names: ['Wood', 'm', 'cm', 'kg'], rows: THREE, right: 460, pitch: 34 },
		{ names: ['树种', '米', '厘', '千'], rows: THREE, right: 460, pitch: 30 },
	])('$names, rows $pitch px apart', ({ names, rows, right, pitch }) => {
		const [key = '', ...others] = names;
		const text = rows[0]?.slice(1) ?? [];
		// Each head ends where its figures end.
		const ends = text.map((_, index) => right - widthOf(text.slice(index + 1).map((cell) => ` ${cell}`).join('')));
		const page = [block(key, 60, 100), ...others.map((name, index) => rightAligned(name, ends[index] ?? 0, 100)), ...glued(rows, 60, right, 100 + pitch, pitch)];
		expect(readTables(page, -1)).toEqual([{ columns: names, rows }]);
	});

	test.each([
		{ name: 'Population', cells: ['12 500', '47 800', '31 200', '90 100', '22 700'] },
		{ name: 'Last seen', cells: ['12.03.2026 14:05', '02.11.2025 09:10', '30.01.2026 17:45', '15.08.2025 08:00', '01.02.2026 12:30'] },
		{ name: 'Phone', cells: ['0551 48120', '0511 90334', '0421 77812', '0431 60955', '0381 12047'] },
	])('under one head, "$name", they stay one cell', ({ name, cells }) => {
		const rows = TWO.map(([key = '', weight = ''], row) => [key, weight, cells[row] ?? '']);
		const page = [block('Crop', 60, 100), rightAligned('Weight', 300, 100), rightAligned(name, 560, 100), ...figures(60, [300, 560], rows, 140, 40)];
		expect(readTables(page, -1)).toEqual([{ columns: ['Crop', 'Weight', name], rows }]);
	});
});

describe('a border that texts over empty cells hide', () => {
	interface Variant {
		names: string[];
		/** Names of groups, which reach over the empty second column. */
		groups: [string, string];
		codes: [string, string];
		works: [string, string, string];
		pitch: number;
	}
	test.each<Variant>([
		{ names: ['Yard', 'Work', 'Hours', 'Cost'], groups: ['Northern slipway', 'Southern dry dock'], codes: ['A-1', 'B-7'], works: ['Painting', 'Welding', 'Rigging'], pitch: 40 },
		{ names: ['Yard', 'Work', 'Hours', 'Cost'], groups: ['Northern slipway', 'Southern dry dock'], codes: ['A-1', 'B-7'], works: ['Painting', 'Welding', 'Rigging'], pitch: 30 },
		{ names: ['船坞', '工序', '工时', '费用'], groups: ['北岸第一船台合计', '南岸第二干坞合计'], codes: ['甲一', '乙七'], works: ['喷漆打磨', '焊接校正', '索具'], pitch: 36 },
		{ names: ['Werft', 'Arbeit', 'Stunden', 'Kosten'], groups: ['Helling im Norden', 'Trockendock Ost'], codes: ['N-4', 'S-2'], works: ['Lackieren', 'Nieten', 'Takeln'], pitch: 44 },
		{ names: ['Plot', 'Crop', 'Days', 'Yield'], groups: ['Terraces by the lake', 'Meadows of the mill'], codes: ['17', '23'], works: ['Lavender', 'Thyme', 'Buckwheat'], pitch: 38 },
	])('$names, rows $pitch px apart', ({ names, groups, codes, works, pitch }) => {
		const at = (row: number) => 100 + row * pitch;
		const page = [
			...names.map((name, column) => (column < 2 ? block(name, [50, 190][column] ?? 0, at(0)) : rightAligned(name, [520, 680][column - 2] ?? 0, at(0)))),
			block(groups[0], 50, at(1)), rightAligned('1250.00', 680, at(1)),
			block(works[0], 190, at(2)), rightAligned('14', 520, at(2)), rightAligned('840.00', 680, at(2)),
			// Level with the middle of the two rows that it belongs to.
			block(codes[0], 50, at(2) + pitch * 0.4),
			block(works[1], 190, at(3)), rightAligned('6', 520, at(3)), rightAligned('410.00', 680, at(3)),
			block(codes[1], 50, at(4)), block(works[2], 190, at(4)), rightAligned('9', 520, at(4)), rightAligned('95.00', 680, at(4)),
			block(groups[1], 50, at(5)), rightAligned('505.00', 680, at(5)),
		];
		expect(readTables(page, -1)).toEqual([
			{
				columns: names,
				rows: [[groups[0], '', '', '1250.00'], [codes[0], works[0], '14', '840.00'], ['', works[1], '6', '410.00'], [codes[1], works[2], '9', '95.00'], [groups[1], '', '', '505.00']],
			},
		]);
	});
});

describe('running text beside a table', () => {
	const TEXT = ['Boats are hauled out by rail and stand', 'on the slip until the tide has turned,', 'which takes six hours at the least. Who', 'wants to work on the keel in this time', 'asks the master of the yard, since the', 'blocks below the hull may be moved by', 'his own men alone; tools that are left', 'on the rails are put into the shed and', 'can be had back there in the evening'];
	const ROWS = [['Pine', '14.20', '7'], ['Larch', '9.85', '3'], ['Teak', '71.40', '12'], ['Beech', '18.05', '5'], ['Cork', '22.60', '9'], ['Balsa', '30.10', '4'], ['Birch', '8.95', '6']];
	test.each([
		{ tableLeft: 40, textLeft: 480, pitch: 34, leading: 28 },
		{ tableLeft: 40, textLeft: 480, pitch: 34, leading: 34 },
		{ tableLeft: 40, textLeft: 460, pitch: 30, leading: 25 },
		{ tableLeft: 520, textLeft: 40, pitch: 34, leading: 29 },
		{ tableLeft: 520, textLeft: 40, pitch: 40, leading: 33 },
	])('table at $tableLeft, text at $textLeft, rows $pitch and lines $leading px apart', ({ tableLeft, textLeft, pitch, leading }) => {
		const page = [
			block('Wood', tableLeft, 100), rightAligned('Price', tableLeft + 230, 100), rightAligned('Planks', tableLeft + 350, 100),
			...figures(tableLeft, [tableLeft + 230, tableLeft + 350], ROWS, 100 + pitch, pitch),
			...TEXT.map((line, index) => block(line, textLeft, 100 + index * leading, 20, 390 + (index % 3))),
		];
		expect(readTables(page, -1)).toEqual([{ columns: ['Wood', 'Price', 'Planks'], rows: ROWS }]);
	});

	test('a short text at steps of its own, each of its lines otherwise beside a row', () => {
		const rows = ROWS.slice(0, 5);
		const page = [
			block('Wood', 40, 100), rightAligned('Price', 270, 100), rightAligned('Planks', 390, 100),
			...figures(40, [270, 390], rows, 148, 48),
			...['请在领取设备时核对数量和型号，如有', '问题请当场提出。园区内请限速二十公', '里，请按照标志停放车辆，不要占用通', '道。请大家随手关好水龙头。食堂今天', '增加素食窗口。'].map((line, index) => block(line, 480, 104 + index * 34)),
		];
		expect(readTables(page, -1)).toEqual([{ columns: ['Wood', 'Price', 'Planks'], rows }]);
	});

	test('remarks of two lines in each row are a column', () => {
		const remarks = ['Planed on both sides and kept dry in the', 'shed beside the gate; sawn to any length', 'Rough sawn, sold by the length of the log', 'stored in the yard, weather permitting now', 'For decks and rails alone, not for the hull', 'of boats that stay afloat over the winter', 'Hard to come by in this part of the coast', 'ask the master of the yard for a price list'];
		const page = [
			block('Wood', 40, 100), rightAligned('Price', 270, 100), block('Remarks', 480, 100),
			...ROWS.slice(0, 4).flatMap(([wood = '', price = ''], index) => [block(wood, 40, 140 + 64 * index), rightAligned(price, 270, 140 + 64 * index)]),
			...remarks.map((line, index) => block(line, 480, 140 + 32 * index, 20, 400)),
		];
		expect(readTables(page, -1)[0]?.columns).toEqual(['Wood', 'Price', 'Remarks']);
	});
});
