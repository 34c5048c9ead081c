// Columns so near that each row's figures come as one block: parted where all rows agree, whole where that may be one figure.
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import { drawn } from './page.cts';

function read(picture: string): string[] {
	return readTables(drawn(picture), -1).flatMap(({ columns, rows }) => [columns, ...rows].map((row) => row.join('|')));
}

test('without a head: as many figures of the same types in each row', () => {
	expect(
		read(`
Copper pipe         12 3.50
Brass valve         14 11.25
Steel clamp          3 0.80
White paint         22 14.90`),
	).toEqual(['column1|column2|column3', 'Copper pipe|12|3.50', 'Brass valve|14|11.25', 'Steel clamp|3|0.80', 'White paint|22|14.90']);
	expect(
		read(`
铜管        2024-03-04 12 42.00
黄铜阀      2024-03-05 14 17.50
钢卡        2024-03-07  3  2.40
白漆        2024-03-11 22 29.80`.replace(/ {2}(?=\d+\.)/gu, ' ').replace(/ {2}3/u, ' 3')),
	).toEqual(['column1|column2|column3|column4', '铜管|2024-03-04|12|42.00', '黄铜阀|2024-03-05|14|17.50', '钢卡|2024-03-07|3|2.40', '白漆|2024-03-11|22|29.80']);
});

test('a head read as one block is cut with them where its words are in line', () => {
	expect(
		read(`
Station      N        E S
Eastlake     3.1      7 3.5
Westridge    4.7      4 2.7
Southbridge  8.2      1 9.1
Northport    6.3      2 8.0`),
	).toEqual(['Station|N|E|S', 'Eastlake|3.1|7|3.5', 'Westridge|4.7|4|2.7', 'Southbridge|8.2|1|9.1', 'Northport|6.3|2|8.0']);
});

test.each([
	['marks of thousands that are spaces', ['12 350', '14 275', '9 910', '11 805']],
	['a date with its time', ['2024-03-04 09:15', '2024-03-05 10:15', '2024-03-06 11:15', '2024-03-07 12:15']],
	['groups of a long number', ['4401 2239', '4416 2210', '4409 2231', '4478 2267']],
	['one row of another kind', ['12 3.50', '14 2.75', '17', '11 8.05']],
])('%s stay one column', (_, [a = '', b = '', c = '', d = '']) => {
	const rows = read(`
Copper pipe      ${a.padEnd(20)} 3.1
Brass valve      ${b.padEnd(20)} 4.7
Steel clamp      ${c.padEnd(20)} 8.2
White paint      ${d.padEnd(20)} 6.3`);
	expect(rows).toEqual(['column1|column2|column3', `Copper pipe|${a}|3.1`, `Brass valve|${b}|4.7`, `Steel clamp|${c}|8.2`, `White paint|${d}|6.3`]);
});

test('one name over blocks of two figures names one column', () => {
	expect(
		read(`
Article            Dimension      Sum
Copper pipe          12 3.50    42.00
Brass valve          14 1.25    17.50
Steel clamp           3 0.80    24.00
White paint          22 4.90    29.80`).slice(0, 2),
	).toEqual(['Article|Dimension|Sum', 'Copper pipe|12 3.50|42.00']);
});
