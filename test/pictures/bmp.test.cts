// BMP files of every depth and header, made by hand: the libraries at hand write none.
import { PictureError } from '../../nodes/HuaweiOcr/pictures/rows.ts';
import { openBmp } from '../../nodes/HuaweiOcr/pictures/formats/bmp.ts';

interface BmpKind {
	width?: number;
	/** Below 0: rows from the top. */
	height?: number;
	depth: number;
	compression?: number;
	palette?: number[][];
	masks?: number[];
	/** The header of 1988, with sides of 16 bits. */
	isOld?: boolean;
}

/** @param rows bytes of each row, without the filling, in the order of the file */
function makeBmp({ width = 2, height, depth, compression = 0, palette = [], masks = [], isOld = false }: BmpKind, rows: number[][]): Buffer {
	const header = Buffer.alloc(isOld ? 26 : 54);
	header.write('BM');
	header.writeUInt32LE(isOld ? 12 : 40, 14);
	if (isOld) {
		header.writeUInt16LE(width, 18);
		header.writeUInt16LE(height ?? rows.length, 20);
		header.writeUInt16LE(depth, 24);
	} else {
		header.writeInt32LE(width, 18);
		header.writeInt32LE(height ?? rows.length, 22);
		header.writeUInt16LE(depth, 28);
		header.writeUInt32LE(compression, 30);
	}
	const colours = Buffer.from(palette.flatMap(([red = 0, green = 0, blue = 0]) => (isOld ? [blue, green, red] : [blue, green, red, 0])));
	const bitfields = Buffer.alloc(masks.length * 4);
	masks.forEach((mask, index) => bitfields.writeUInt32LE(mask >>> 0, index * 4));
	const head = Buffer.concat([header, bitfields, colours]);
	head.writeUInt32LE(head.length, 10);
	return Buffer.concat([head, ...rows.map((row) => Buffer.concat([Buffer.from(row), Buffer.alloc((4 - (row.length % 4)) % 4, 0x55)]))]);
}

function pixelsOf(file: Uint8Array): { channels: number; pixels: number[] } {
	const source = openBmp(file);
	const pixels: number[] = [];
	for (const row of source.rows()) if (row) pixels.push(...row);
	return { channels: source.channels, pixels };
}

const PALETTE = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [9, 8, 7]];
const GREYS = [[0, 0, 0], [255, 255, 255], [100, 100, 100]];

describe('pixels', () => {
	test.each<[string, BmpKind, number[][], number, number[]]>([
		['24 bits, rows from the bottom', { depth: 24 }, [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]], 3, [9, 8, 7, 12, 11, 10, 3, 2, 1, 6, 5, 4]],
		['24 bits, rows from the top', { depth: 24, height: -2 }, [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]], 3, [3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10]],
		['32 bits', { depth: 32 }, [[1, 2, 3, 99, 4, 5, 6, 99]], 3, [3, 2, 1, 6, 5, 4]],
		['16 bits', { depth: 16 }, [[0x1f, 0, 0xe0, 0x03]], 3, [0, 0, 255, 0, 255, 0]],
		['16 bits, red', { depth: 16 }, [[0, 0x7c, 0xff, 0xff]], 3, [255, 0, 0, 255, 255, 255]],
		['8 bits of a palette', { depth: 8, palette: [...PALETTE, ...Array<number[]>(252).fill([0, 0, 0])] }, [[2, 3]], 3, [0, 0, 255, 9, 8, 7]],
		['8 bits of greys', { depth: 8, palette: [...GREYS, ...Array<number[]>(253).fill([5, 5, 5])] }, [[2, 1]], 1, [100, 255]],
		['4 bits', { depth: 4, width: 3, palette: [...PALETTE, ...Array<number[]>(12).fill([1, 1, 1])] }, [[0x12, 0x30]], 3, [0, 255, 0, 0, 0, 255, 9, 8, 7]],
		['1 bit', { depth: 1, width: 9, palette: [[0, 0, 0], [255, 255, 255]] }, [[0xa5, 0x80]], 1, [255, 0, 255, 0, 0, 255, 0, 255, 255]],
		['the oldest header', { depth: 24, isOld: true }, [[1, 2, 3, 4, 5, 6]], 3, [3, 2, 1, 6, 5, 4]],
		['the oldest header, with a palette of three bytes', { depth: 1, width: 2, isOld: true, palette: [[255, 0, 0], [0, 0, 255]] }, [[0x40]], 3, [255, 0, 0, 0, 0, 255]],
		['masks of 5, 6 and 5 bits', { depth: 16, compression: 3, masks: [0xf800, 0x07e0, 0x001f] }, [[0, 0xf8, 0xe0, 0x07]], 3, [255, 0, 0, 0, 255, 0]],
		['masks in another order', { depth: 32, compression: 3, masks: [0xff, 0xff00, 0xff0000] }, [[1, 2, 3, 4, 5, 6, 7, 8]], 3, [1, 2, 3, 5, 6, 7]],
		['masks that reach the highest bit', { depth: 32, compression: 6, masks: [0xff000000, 0xff0000, 0xff00] }, [[1, 2, 3, 4, 5, 6, 7, 255]], 3, [4, 3, 2, 255, 7, 6]],
	])('%s', (_name, kind, rows, channels, pixels) => {
		expect(pixelsOf(makeBmp(kind, rows))).toEqual({ channels, pixels });
	});

	test('a palette that ends early gives black', () => {
		const file = makeBmp({ depth: 4, palette: PALETTE }, [[0x1f]]);
		// The pixels begin where the palette would go on, and nothing stands behind them.
		expect(pixelsOf(file).pixels.slice(0, 3)).toEqual([0, 255, 0]);
	});

	test('the filling behind the last row may be missing', () => {
		const file = makeBmp({ depth: 24, width: 3 }, [[1, 2, 3, 4, 5, 6, 7, 8, 9], [11, 12, 13, 14, 15, 16, 17, 18, 19]]);
		expect(pixelsOf(file.subarray(0, file.length - 3)).pixels).toEqual(pixelsOf(file).pixels);
		expect(() => openBmp(file.subarray(0, file.length - 4))).toThrow(PictureError);
	});

	test('rows can be read again', () => {
		const source = openBmp(makeBmp({ depth: 24 }, [[1, 2, 3, 4, 5, 6]]));
		const read = () => [...source.rows()].filter((row) => row !== undefined).map((row) => [...row]);
		expect(read()).toEqual(read());
		expect(source).toMatchObject({ width: 2, height: 1, orientation: 1, isLossy: false });
	});
});

describe('what is not read is named', () => {
	const plain = (kind: Partial<BmpKind> = {}) => makeBmp({ depth: 24, ...kind }, [[1, 2, 3, 4, 5, 6]]);
	const withHeader = (size: number) => {
		const file = plain();
		file.writeUInt32LE(size, 14);
		return file;
	};
	test.each<[string, Buffer, string]>([
		['a header that is cut off', plain().subarray(0, 29), 'cutOff'],
		['a header of an unknown length', withHeader(16), 'damaged'],
		['a file too short for its header', makeBmp({ depth: 24, isOld: true, width: 1 }, [[1, 2, 3]]).fill(40, 14, 15), 'damaged'],
		['a compressed picture', plain({ compression: 1 }), 'unsupported'],
		['a JPEG inside', plain({ compression: 4 }), 'unsupported'],
		['an impossible depth', plain({ depth: 5 }), 'damaged'],
		['no depth', plain({ depth: 0 }), 'damaged'],
		['no width', plain({ width: 0 }), 'damaged'],
		['a width below 0', plain({ width: -2 }), 'damaged'],
		['no height', plain({ height: 0 }), 'damaged'],
		['more rows than there are', plain({ height: 3 }), 'cutOff'],
		['a mask without bits', makeBmp({ depth: 32, width: 1, compression: 3, masks: [0xff, 0, 0xff00] }, [[1, 2, 3, 4]]), 'damaged'],
		['masks that are cut off', makeBmp({ depth: 16, width: 1, compression: 3 }, [[1, 2]]), 'cutOff'],
		['a bomb', plain({ width: 20_000, height: 20_000 }), 'tooLarge'],
	])('%s', (_name, file, problem) => {
		expect(() => openBmp(file)).toThrow(expect.objectContaining({ name: 'PictureError', problem }) as Error);
	});
});
