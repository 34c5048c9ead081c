// Lines between the rows: dates, short notes, parts of names and remarks neither lose the table nor change other cells.
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import { drawn } from './page.cts';

/** Rows of the only table of a page, cells parted by "|". */
function rowsOf(picture: string, pitch?: number): string[] {
	const tables = readTables(drawn(picture, pitch), -1);
	expect(tables).toHaveLength(1);
	return tables.flatMap(({ rows }) => rows.map((row) => row.join('|')));
}

test('two notes between each two rows, no head', () => {
	const rows = rowsOf(`
Copper pipe              47    933.30    420.27
2024-06-18    2024-08-17
Brass valve              43    357.03    215.25
2024-04-14    2024-08-13
Steel clamp              44    615.20    229.44
2024-04-16    2024-06-18
White paint              55    735.68    290.53`);
	expect(rows).toEqual(expect.arrayContaining(['Copper pipe|47|933.30|420.27', 'Brass valve|43|357.03|215.25', 'Steel clamp|44|615.20|229.44', 'White paint|55|735.68|290.53']));
});

test('notes of two words between the rows of two columns say nothing about these', () => {
	const rows = rowsOf(`
Article                Pieces
Copper pipe                75
              old   paid
Brass valve                37
              new   free
Steel clamp                98
              old   free
White paint                54`);
	expect(rows).toEqual(expect.arrayContaining(['Copper pipe|75', 'Steel clamp|98', 'White paint|54']));
});

test('a date is no part of the amount above it, however near', () => {
	const rows = rowsOf(
		`
品名                数量      单价      金额
铜管                  84    287.99    116.45
黄铜阀                32     14.25    378.22
白漆                  41    354.99    781.38
                                  2024-06-14
长钉                  61    252.52    328.23`,
		24,
	);
	expect(rows).toEqual(['铜管|84|287.99|116.45', '黄铜阀|32|14.25|378.22', '白漆|41|354.99|781.38', '|||2024-06-14', '长钉|61|252.52|328.23']);
});

test('a date halfway between two names, in line with neither, stays a row', () => {
	expect(
		rowsOf(`
Article                     Pieces
Copper pipe                     24
Brass valve                     24
½              2024-05-13
½Steel clamp                    70
White paint                     43
Long nails                      26
Rope                            93
½              2024-08-17`),
	).toEqual(['Copper pipe|24', 'Brass valve|24', '2024-05-13|', 'Steel clamp|70', 'White paint|43', 'Long nails|26', 'Rope|93', '2024-08-17|']);
});

test('dates left of all columns, halfway between the rows of two, are a column', () => {
	expect(
		rowsOf(`
            Article                 Pieces
            Copper pipe                 24
½05-13
½            Brass valve                 22
            Steel clamp                 70
½05-17
½            White paint                 43
            Long nails                  26
½05-19
½            Rope                        93`),
	).toEqual(['05-13|Copper pipe|24', '|Brass valve|22', '05-17|Steel clamp|70', '|White paint|43', '05-19|Long nails|26', '|Rope|93']);
});

test('names of two lines whose figures stand beside the second', () => {
	expect(
		rowsOf(`
Region            Members   Share   Change
North and the
islands               217      12       -3
South coast           287      15        4
Inner valleys
and lakes             148       8        1
East                  331      18       -6`),
	).toEqual(['North and the islands|217|12|-3', 'South coast|287|15|4', 'Inner valleys and lakes|148|8|1', 'East|331|18|-6']);
});

test('words alone, with lines of remarks as far apart as rows', () => {
	const rows = rowsOf(`
Task              Owner       Note
Paint the fence   Tom         needs dry
                              weather
Mend the gate     Ann         hinges are
                              ordered
Sweep the yard    Joe         daily
Empty the bins    Ann         Monday and
                              Thursday`);
	expect(rows.filter((row) => !row.startsWith('|')).map((row) => row.split('|')[0])).toEqual(['Paint the fence', 'Mend the gate', 'Sweep the yard', 'Empty the bins']);
});
