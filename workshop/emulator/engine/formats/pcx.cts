// PCX, a format of the newer list (5.4) that no kept library reads: run-length coded planes, with a palette.
import type { Pixels } from '../pixels.cts';

const HEADER_BYTES = 128;
const PALETTE_BYTES = 769; // marker 0x0C and 256 colours

/** @throws Error for a damaged file or a combination of planes and bits that is not in use. */
export function decodePcx(bytes: Uint8Array): Pixels {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const bits = file.readUInt8(3);
	const planes = file.readUInt8(65);
	const bytesPerLine = file.readUInt16LE(66);
	const width = file.readUInt16LE(8) - file.readUInt16LE(4) + 1;
	const height = file.readUInt16LE(10) - file.readUInt16LE(6) + 1;
	if (bytesPerLine * 8 < width * bits) throw new Error('PCX lines are too short');
	const lineBytes = bytesPerLine * planes;
	const raw = file.readUInt8(2) === 1 ? expand(file, lineBytes * height) : file.subarray(HEADER_BYTES);
	const colour = colourReader(file, bits, planes);
	const data = new Uint8Array(width * height * 3);
	for (let y = 0; y < height; y++) {
		const line = raw.subarray(y * lineBytes, (y + 1) * lineBytes);
		for (let x = 0; x < width; x++) data.set(colour(line, bytesPerLine, x), (y * width + x) * 3);
	}
	return { width, height, data };
}

/** Two high bits set: a count, and the byte to repeat. Stops at `length`, whatever the file says. */
function expand(file: Buffer, length: number): Buffer {
	const raw = Buffer.alloc(length);
	let at = HEADER_BYTES;
	let filled = 0;
	while (filled < length) {
		const byte = file.readUInt8(at++);
		if (byte < 0xc0) raw[filled++] = byte;
		else {
			const end = Math.min(length, filled + (byte & 0x3f));
			raw.fill(file.readUInt8(at++), filled, end);
			filled = end;
		}
	}
	return raw;
}

type Colour = [number, number, number];
type ColourReader = (line: Buffer, bytesPerLine: number, x: number) => Colour;

function colourReader(file: Buffer, bits: number, planes: number): ColourReader {
	if (bits === 8 && planes === 3) {
		return (line, stride, x) => [line[x] ?? 0, line[stride + x] ?? 0, line[2 * stride + x] ?? 0];
	}
	if (bits === 8 && planes === 1) {
		const palette = file.subarray(file.length - PALETTE_BYTES + 1);
		return (line, _stride, x) => paletteColour(palette, line[x] ?? 0);
	}
	if (bits === 1 && planes === 1) {
		return (line, _stride, x) => (bitAt(line, 0, x) === 1 ? [255, 255, 255] : [0, 0, 0]);
	}
	const palette = file.subarray(16, 64);
	if (bits === 1 && planes === 4) {
		return (line, stride, x) =>
			paletteColour(palette, [0, 1, 2, 3].reduce((index, plane) => index | (bitAt(line, plane * stride, x) << plane), 0));
	}
	if (bits === 4 && planes === 1) {
		return (line, _stride, x) => paletteColour(palette, ((line[x >> 1] ?? 0) >> (x % 2 === 0 ? 4 : 0)) & 15);
	}
	throw new Error('PCX of unusual planes');
}

function bitAt(line: Buffer, offset: number, x: number): number {
	return ((line[offset + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
}

function paletteColour(palette: Buffer, index: number): Colour {
	return [palette[index * 3] ?? 0, palette[index * 3 + 1] ?? 0, palette[index * 3 + 2] ?? 0];
}
