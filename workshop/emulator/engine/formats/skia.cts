// BMP and ICO (5.4), which sharp's build lacks: read by the canvas, drawn on white.
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type Pixels, toRgb } from '../pixels.cts';

/** Of an ICO the largest picture. @throws Error for a damaged file. */
export async function decodeWithSkia(bytes: Uint8Array, format: 'bmp' | 'ico'): Promise<Pixels> {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	// It would draw as much of a cut file as is there.
	if (statedEnd(file, format) > file.length) throw new Error('The file ends too early');
	const image = await loadImage(file);
	const { width, height } = image;
	const context = createCanvas(width, height).getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, width, height);
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, width, height);
	return toRgb(width, height, 4, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

/** Where the file should end by its own header, bytes. */
function statedEnd(file: Buffer, format: 'bmp' | 'ico'): number {
	if (format === 'bmp') return file.readUInt32LE(2);
	const pictures = Array.from({ length: file.readUInt16LE(4) }, (_, index) => 6 + index * 16);
	return Math.max(...pictures.map((entry) => file.readUInt32LE(entry + 8) + file.readUInt32LE(entry + 12)));
}
