// Answers of a service, or of something in its place, that want to hang, fill or mislead whoever reads them.

export interface HostileAnswer {
	name: string;
	/** Sent word for word, as the body of a success. */
	body: string;
	/** Of as many blocks as a page may have: read by all operations. */
	isLargest?: boolean;
}

type Corner = [number, number];
type Block = { words?: unknown; location?: unknown; confidence?: unknown; char_list?: unknown };

const box = (left: number, top: number, right: number, bottom: number): Corner[] => [
	[left, top],
	[right, top],
	[right, bottom],
	[left, bottom],
];

const answer = (list: unknown, more: object = {}): string =>
	JSON.stringify({ result: { direction: -1, words_block_count: Array.isArray(list) ? list.length : 1, words_block_list: list, ...more } });

const many = (count: number, make: (index: number) => Block): string => answer(Array.from({ length: count }, (_, index) => make(index)));

const one = (block: Block): string => answer([block]);

const plain = (words: unknown, location: unknown = box(10, 10, 90, 30)): Block => ({ words, location, confidence: 0.9 });

/** A body that JSON.stringify would not write. */
const raw = (inner: string): string => `{"result":{"direction":-1,"words_block_count":1,"words_block_list":[${inner}]}}`;

const BLOCK = '{"words":"a","location":[[1,1],[9,1],[9,9],[1,9]],"confidence":0.9}';

/** An answer that nothing is wrong with: a form of so many blocks, labels and values in lines of ten. */
export function goodAnswer(blocks: number): string {
	return many(blocks, (index) => plain(index % 2 === 0 ? `Label ${index}:` : `word ${index}`, box((index % 10) * 90, Math.floor(index / 10) * 30, (index % 10) * 90 + 80, Math.floor(index / 10) * 30 + 20)));
}

/** Of as many blocks as a page may have, each in a way that layout has to look at closely. */
function largestPages(): Record<string, string> {
	const most = 20_000;
	return {
		'20,000 blocks on one spot': many(most, (index) => plain(`w${index}`)),
		'20,000 blocks in one row': many(most, (index) => plain(`w${index}`, box(index * 50, 10 + ((index * 7919) % 5), index * 50 + 40, 30))),
		'20,000 blocks in a grid': many(most, (index) => plain(`${index}`, box((index % 140) * 60, Math.floor(index / 140) * 30, (index % 140) * 60 + 50, Math.floor(index / 140) * 30 + 20))),
		'20,000 blocks at random places': many(most, (index) => {
			const [x, y] = [(index * 7919) % 9973, (index * 104_729) % 9967];
			return plain(index % 3 === 0 ? 'Invoice No.:' : `${index}.50`, box(x, y, x + 60, y + 20));
		}),
		'20,000 blocks, a few of them askew': many(most, (index) => {
			const [x, y, lift] = [(index % 100) * 90, Math.floor(index / 100) * 30, index % 40 === 0 ? 12 : 0];
			return plain(`w${index}`, [[x, y + lift], [x + 70, y - lift], [x + 70, y + 20 - lift], [x, y + 20 + lift]]);
		}),
		'20,000 single characters': many(most, (index) => plain('本', box((index % 150) * 30, Math.floor(index / 150) * 33, (index % 150) * 30 + 20, Math.floor(index / 150) * 33 + 20))),
		'20,000 labels': many(most, (index) => plain(index % 2 === 0 ? 'Total:' : 'Invoice No.', box(10 + (index % 20) * 130, Math.floor(index / 20) * 30, 120 + (index % 20) * 130, Math.floor(index / 20) * 30 + 20))),
	};
}

const LARGEST = largestPages();

export const HOSTILE_ANSWERS: HostileAnswer[] = Object.entries({
	'nothing at all': '',
	'white space': ' \r\n\t ',
	'a web page': '<!DOCTYPE html><html><body>Sign in</body></html>',
	'a JSON text': '"ok"',
	'a number': '200',
	null: 'null',
	'a list': `[${raw(BLOCK)}]`,
	'cut off': raw(BLOCK).slice(0, -7),
	'twice': `${raw(BLOCK)}${raw(BLOCK)}`,
	'5 MB of brackets': '['.repeat(5_000_000),
	'50,000 levels': `{"result":{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)},"words_block_count":0,"words_block_list":[]}}`,
	'50,000 levels in a block': raw(`{"words":"a","location":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
	'50,000 levels of words': raw(`{"words":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)},"location":[[1,1],[9,1],[9,9],[1,9]]}`),
	'no result': '{"request_id":"1"}',
	'a result that is a text': '{"result":"done"}',
	'a result that is a list': '{"result":[]}',
	'a list that is a text': answer('words'),
	'a list that is an object': answer({ length: 9 }),
	'a list of nothing': answer([null, null]),
	'a list of numbers': answer([1, 2, 3]),
	'a list of lists': answer([[], [[]]]),
	'more announced than listed': answer([], { words_block_count: 7 }),
	'a thousand million announced': answer([plain('a')], { words_block_count: 1e9 }),
	'fewer than none announced': answer([plain('a')], { words_block_count: -1 }),
	'a count that is a text': answer([plain('a')], { words_block_count: '__proto__' }),
	'a count beyond all numbers': raw(BLOCK).replace('"words_block_count":1', '"words_block_count":1e400'),
	'an error in a success': '{"error_code":"AIS.0104","error_msg":"The image is unclear."}',
	'an error beside a result': '{"error_code":"","error_msg":"","result":{"words_block_count":0,"words_block_list":[]}}',
	'an error code that is a list': '{"error_code":[[["x"]]],"error_msg":{"a":1}}',
	'names of the prototype': raw(BLOCK).replace('{"result"', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"result"'),
	'blocks with names of the prototype': raw(BLOCK.replace('{', '{"__proto__":{"polluted":true},"toString":1,"hasOwnProperty":2,')),
	'keys twice': raw(BLOCK).replace('"words_block_count":1', '"words_block_count":9,"words_block_count":1'),
	'6,000 blocks on one spot': many(6_000, (index) => plain(`w${index}`)),
	'6,000 blocks in one row': many(6_000, (index) => plain(`w${index}`, box(index * 50, 10, index * 50 + 40, 30))),
	'6,000 blocks in one column': many(6_000, (index) => plain(`w${index}`, box(10, index * 30, 50, index * 30 + 20))),
	'6,000 blocks in a grid': many(6_000, (index) => plain(`${index}`, box((index % 140) * 60, Math.floor(index / 140) * 30, (index % 140) * 60 + 50, Math.floor(index / 140) * 30 + 20))),
	'5,000 blocks on a staircase': many(5_000, (index) => plain(`w${index}`, box(index * 3, index * 2, index * 3 + 40, index * 2 + 20))),
	'5,000 blocks each within another': many(5_000, (index) => plain(`w${index}`, box(index, index, 20_000 - index, 20_000 - index))),
	'5,000 blocks that are turned each by its own angle': many(5_000, (index) => {
		const [c, s] = [Math.cos(index), Math.sin(index)];
		const [x, y] = [(index % 70) * 80, Math.floor(index / 70) * 80];
		return plain(`w${index}`, [[x, y], [x + 50 * c, y + 50 * s], [x + 50 * c - 15 * s, y + 50 * s + 15 * c], [x - 15 * s, y + 15 * c]]);
	}),
	...LARGEST,
	'20,001 blocks': many(20_001, (index) => plain('w', box(10, 10 + index, 50, 25 + index))),
	'50,000 blocks': many(50_000, (index) => plain('w', box(10, 10 + (index % 1000), 50, 25 + (index % 1000)))),
	'corners that all are one': one(plain('a', [[5, 5], [5, 5], [5, 5], [5, 5]])),
	'2,000 blocks without any size': many(2_000, (index) => plain(`w${index}`, [[index, 5], [index, 5], [index, 5], [index, 5]])),
	'corners at the end of all numbers': many(300, (index) => plain(`w${index}`, box(-1e308, -1e308 + index, 1e308, 1e308))),
	'corners beyond all numbers': raw('{"words":"a","location":[[1e999,1],[9,-1e999],[9,9],[1,9]]}'),
	'corners that are texts': one(plain('a', [['1', '1'], ['9', 'x'], ['9', '9'], ['1', '9']])),
	'corners that are nothing': one(plain('a', [null, null, null, null])),
	'three corners': one(plain('a', box(1, 1, 9, 9).slice(1))),
	'600,000 corners': one(plain('a', Array.from({ length: 600_000 }, () => [1, 2]))),
	'two million corners': one(plain('a', Array.from({ length: 1_000_000 }, () => [1, 2]))),
	'corners below zero': many(500, (index) => plain(`w${index}`, box(-500 - index, -900, -400 - index, -880))),
	'corners the wrong way round': many(500, (index) => plain(`w${index}`, box(90 + index, 30, 10 + index, 10).reverse())),
	'corners a millionth apart': many(2_000, (index) => plain(`w${index}`, box(10 + index * 1e-6, 10, 10 + index * 1e-6 + 1e-9, 10 + 1e-9))),
	'one word of 10 MB': one(plain('x'.repeat(10_000_000))),
	'one word of 3 MB': one(plain('x'.repeat(3_000_000))),
	'one word of a million letters': one(plain('x'.repeat(1_000_000))),
	'one word of a million spaces': one(plain(` ${' '.repeat(1_000_000)}a`)),
	'one word of a million colons': one(plain(':'.repeat(1_000_000))),
	'one word of a million figures': one(plain('1'.repeat(1_000_000))),
	'one word of figures and points': one(plain('1.2,3'.repeat(200_000))),
	'one word of brackets': one(plain('('.repeat(500_000))),
	'one word of combining marks': one(plain(`e${'\u0301'.repeat(500_000)}`)),
	'1,000 words of 1,000 characters': many(1_000, (index) => plain(`${index} `.repeat(250), box(10, index * 20, 900, index * 20 + 15))),
	'3,000 long words': many(3_000, (index) => plain(`${index} `.repeat(600), box(10, index * 20, 900, index * 20 + 15))),
	'control characters and halves of characters': many(50, (index) => plain(`\u0000\u001b[2J\u202e\ud800 ${index}\r\n\u2028`, box(10, index * 20, 90, index * 20 + 15))),
	'formulas for spreadsheets': many(20, (index) => plain(`=HYPERLINK("http://example.org/${index}")`, box(10, index * 20, 90, index * 20 + 15))),
	'words that are objects': one(plain({ toString: 'x', valueOf: 1 })),
	'a character list of a million': one({ ...plain('abc'), char_list: Array.from({ length: 300_000 }, () => ({ char: 'a', char_location: [] })) }),
	'a character list that is no list': one({ ...plain('abc'), char_list: 'abc' }),
	'a direction beyond all numbers': answer([plain('a')], { direction: 1e300 }),
	'a direction that is a text': answer([plain('a')], { direction: 'upright' }),
	'markdown of 10 MB': answer([plain('a')], { markdown_result: '# '.repeat(5_000_000) }),
	'60 MB of padding': raw(BLOCK).replace('{"result"', `{"padding":"${'x'.repeat(60_000_000)}","result"`),
	'a label 3,000 times': many(3_000, (index) => plain('Invoice No.:', box(10 + (index % 10) * 130, Math.floor(index / 10) * 30, 120 + (index % 10) * 130, Math.floor(index / 10) * 30 + 20))),
}).map(([name, body]) => ({ name, body, isLargest: name in LARGEST }));
