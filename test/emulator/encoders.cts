// Writers for formats that no library at hand writes; as plain as the formats allow.

export interface Raw {
	width: number;
	height: number;
	/** RGB */
	data: Uint8Array;
}

const grey = ({ data }: Raw, i: number): number =>
	Math.round(((data[i * 3] ?? 0) + (data[i * 3 + 1] ?? 0) + (data[i * 3 + 2] ?? 0)) / 3);

/** Rows from the bottom, each padded to four bytes; palettes are greys. */
export function bmp(raw: Raw, bits: 1 | 8 | 24): Buffer {
	const dib = bitmap(raw, bits, raw.height);
	const head = Buffer.alloc(14);
	head.write('BM');
	head.writeUInt32LE(14 + dib.length, 2);
	head.writeUInt32LE(14 + 40 + paletteBytes(bits), 10);
	return Buffer.concat([head, dib]);
}

function paletteBytes(bits: number): number {
	return bits <= 8 ? 4 << bits : 0;
}

function bitmap(raw: Raw, bits: number, statedHeight: number): Buffer {
	const { width, height, data } = raw;
	const head = Buffer.alloc(40 + paletteBytes(bits));
	head.writeUInt32LE(40, 0);
	head.writeInt32LE(width, 4);
	head.writeInt32LE(statedHeight, 8);
	head.writeUInt16LE(1, 12);
	head.writeUInt16LE(bits, 14);
	for (let i = 0; i < paletteBytes(bits) / 4; i++) {
		const value = Math.round((i * 255) / ((1 << bits) - 1));
		head.set([value, value, value, 0], 40 + i * 4);
	}
	const stride = Math.ceil((width * bits) / 32) * 4;
	const rows = Buffer.alloc(stride * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const i = (height - 1 - y) * width + x;
			if (bits === 24) rows.set([data[i * 3 + 2] ?? 0, data[i * 3 + 1] ?? 0, data[i * 3] ?? 0], y * stride + x * 3);
			else if (bits === 8) rows[y * stride + x] = grey(raw, i);
			else if (grey(raw, i) > 127) rows[y * stride + (x >> 3)] = (rows[y * stride + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
		}
	}
	return Buffer.concat([head, rows]);
}

/** Three planes of 8 bits, run-length coded. */
export function pcx({ width, height, data }: Raw): Buffer {
	const stride = width + (width & 1);
	const head = Buffer.alloc(128);
	head.set([0x0a, 5, 1, 8]);
	head.writeUInt16LE(width - 1, 8);
	head.writeUInt16LE(height - 1, 10);
	head.writeUInt8(3, 65);
	head.writeUInt16LE(stride, 66);
	const coded: number[] = [];
	for (let y = 0; y < height; y++) {
		for (let plane = 0; plane < 3; plane++) {
			let x = 0;
			while (x < stride) {
				const value = (at: number): number => data[(y * width + Math.min(at, width - 1)) * 3 + plane] ?? 0;
				let run = 1;
				while (run < 63 && x + run < stride && value(x + run) === value(x)) run++;
				coded.push(0xc0 | run, value(x));
				x += run;
			}
		}
	}
	return Buffer.concat([head, Buffer.from(coded)]);
}

/** RGB, PackBits. */
export function psd({ width, height, data }: Raw): Buffer {
	const head = Buffer.alloc(26 + 12 + 2);
	head.write('8BPS');
	head.writeUInt16BE(1, 4);
	head.writeUInt16BE(3, 12);
	head.writeUInt32BE(height, 14);
	head.writeUInt32BE(width, 18);
	head.writeUInt16BE(8, 22);
	head.writeUInt16BE(3, 24);
	head.writeUInt16BE(1, 38);
	const lengths = Buffer.alloc(height * 3 * 2);
	const rows: Buffer[] = [];
	for (let plane = 0; plane < 3; plane++) {
		for (let y = 0; y < height; y++) {
			const row = packBits(Array.from({ length: width }, (_, x) => data[(y * width + x) * 3 + plane] ?? 0));
			lengths.writeUInt16BE(row.length, (plane * height + y) * 2);
			rows.push(row);
		}
	}
	return Buffer.concat([head, lengths, ...rows]);
}

/** Runs as runs, single bytes as themselves. */
function packBits(row: number[]): Buffer {
	const coded: number[] = [];
	let at = 0;
	while (at < row.length) {
		let run = 1;
		while (run < 128 && row[at + run] === row[at]) run++;
		if (run > 1) coded.push(257 - run, row[at] ?? 0);
		else coded.push(0, row[at] ?? 0);
		at += run;
	}
	return Buffer.from(coded);
}

/** One picture: a bitmap of 24 bits with an empty mask, or a PNG. */
export function ico(raw: Raw & { png: Buffer }, asPng: boolean): Buffer {
	const mask = Buffer.alloc(Math.ceil(raw.width / 32) * 4 * raw.height);
	const picture = asPng ? raw.png : Buffer.concat([bitmap(raw, 24, raw.height * 2), mask]);
	const head = Buffer.alloc(22);
	head.writeUInt16LE(1, 2);
	head.writeUInt16LE(1, 4);
	head.set([raw.width & 255, raw.height & 255], 6);
	head.writeUInt16LE(1, 10);
	head.writeUInt16LE(24, 12);
	head.writeUInt32LE(picture.length, 14);
	head.writeUInt32LE(22, 18);
	return Buffer.concat([head, picture]);
}
