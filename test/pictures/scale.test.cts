import { scaled, scaledSide, toGrey, type Rows } from '../../nodes/HuaweiOcr/pictures/scale.ts';
import { random } from './drawing.cts';

function rowsOf(width: number, height: number, channels: 1 | 3, data: Uint8Array): Rows {
	function* rows() {
		for (let y = 0; y < height; y++) yield data.subarray(y * width * channels, (y + 1) * width * channels);
	}
	return { width, height, channels, rows: rows() };
}

function collect({ width, height, channels, rows }: Rows): Uint8Array {
	const parts: Buffer[] = [];
	for (const band of rows) if (band) parts.push(Buffer.from(band));
	const data = Buffer.concat(parts);
	expect(data.length).toBe(width * height * channels);
	return data;
}

/** The mean of what a pixel covers, taken straight from the definition. */
function meanAt(data: Uint8Array, width: number, height: number, scale: number, x: number, y: number): number {
	const cover = (side: number, at: number) =>
		Array.from({ length: side }, (_, i) => Math.max(0, Math.min(i + 1, (at + 1) / scale) - Math.max(i, at / scale)));
	const across = cover(width, x);
	const down = cover(height, y);
	let sum = 0;
	let weight = 0;
	down.forEach((v, row) => {
		if (v === 0) return;
		across.forEach((u, column) => {
			sum += u * v * (data[row * width + column] ?? 0);
			weight += u * v;
		});
	});
	return sum / weight;
}

test.each([
	[40, 30, 0.5],
	[40, 30, 0.93],
	[41, 29, 1 / 3],
	[37, 53, 0.7071],
	[60, 11, 0.99],
	[100, 100, 0.017],
	[24, 18, 0.6],
	[36, 24, 32 / 36],
	[17, 1, 0.9],
])('%i × %i by %f: each pixel is the mean of what it covers, and all come out', (width, height, scale) => {
	const next = random(width * height);
	const data = Uint8Array.from({ length: width * height }, () => Math.floor(next() * 256));
	const small = collect(scaled(rowsOf(width, height, 1, data), scale));
	const outWidth = scaledSide(width, scale);
	const outHeight = scaledSide(height, scale);
	let most = 0;
	for (let y = 0; y < outHeight; y++) {
		for (let x = 0; x < outWidth; x++) {
			most = Math.max(most, Math.abs((small[y * outWidth + x] ?? 0) - meanAt(data, width, height, scale, x, y)));
		}
	}
	expect(most).toBeLessThan(1.5);
});

test('no side and no scale loses or adds a row', () => {
	const next = random(5);
	for (let i = 0; i < 500; i++) {
		const width = 1 + Math.floor(next() * 90);
		const height = 1 + Math.floor(next() * 90);
		const data = new Uint8Array(width * height * 3).fill(200);
		const small = collect(scaled(rowsOf(width, height, 3, data), 0.01 + next() * 0.99));
		expect(small.every((sample) => sample === 200)).toBe(true);
	}
});

test('grey is how bright a colour looks', () => {
	const data = Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]);
	expect([...collect(toGrey(rowsOf(4, 1, 3, data)))]).toEqual([76, 150, 29, 255]);
});
