// Files to send. Only headers matter to most checks; real pages are drawn.
import { createCanvas } from '@napi-rs/canvas';
import { cssFont } from '../../documents/fonts.cts';

/** A page with one line of text. */
export function textPage(width = 420, height = 120, words = 'Invoice 2026'): Buffer {
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, width, height);
	context.fillStyle = '#111';
	context.font = '40px sans-serif';
	context.fillText(words, 30, height / 2 + 14);
	return canvas.toBuffer('image/png');
}

/** A page with several lines of text, Chinese ones too. */
export function linesPage(lines: readonly string[]): Buffer {
	const canvas = createCanvas(760, 40 + lines.length * 60);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.fillStyle = '#111';
	context.font = cssFont({ size: 28 });
	lines.forEach((line, index) => context.fillText(line, 30, 55 + index * 60));
	return canvas.toBuffer('image/png');
}

/** Start of a PNG of any size: enough for everything that looks at the header only. */
export function pngHeader(width: number, height: number): Buffer {
	const bytes = Buffer.alloc(33);
	Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
}

/** Starts of files of every format, 100 × 40 px. */
export const HEADERS = {
	gif: header('474946383961' + '6400' + '2800'),
	webp: header('52494646' + '00010000' + '57454250' + '56503820' + '00000000' + '000000' + '9d012a' + '6400' + '2800'),
	pcx: header('0a050101' + '0000' + '0000' + '6300' + '2700'),
	ico: header('00000100' + '0100' + '6428000001002000'),
	psd: header('38425053' + '0001' + '000000000000' + '0003' + '00000028' + '00000064'),
	pdf: Buffer.from('%PDF-1.7\n'),
	bmp: header('424d' + '00'.repeat(12) + '28000000' + '64000000' + '28000000'),
	tiff: header('49492a00' + '08000000' + '0200' + '000104000100000064000000' + '010104000100000028000000'),
	jpeg: header('ffd8' + 'ffe00004' + '0000' + 'ffc0000b08' + '0028' + '0064' + '01011100'),
	svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"/>'),
	text: Buffer.from('just some text, no image at all'),
};

function header(hex: string): Buffer {
	return Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(32)]);
}
