// Writes the large files of the benchmark, in a process of its own: what drawing them takes isn't measured.
// Arguments: the folder; what is there already stays.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';

import { joinTiffs } from './joinTiffs.cts';

/** A page of text with the grain of a scanner. */
async function scan(width: number, height: number, grain: number, number = 1): Promise<sharp.Sharp> {
	const lines = Array.from({ length: 42 }, (_, i) => {
		const y = 120 + i * 44;
		return `<text x="120" y="${y}" font-size="26">Delivery ${number}-${i + 1}: shelf brackets, steel, zinc plated, box of ${12 + i}</text>`;
	});
	const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1400 2000" preserveAspectRatio="none">
		<rect width="1400" height="2000" fill="#f4f2ea"/>${lines.join('')}</svg>`;
	const noise = { type: 'gaussian', mean: 232, sigma: grain } as const;
	const grained = sharp(Buffer.from(page))
		.flatten({ background: '#fff' })
		.composite([{ input: { create: { width, height, channels: 3, background: '#fff', noise } }, blend: 'multiply' }]);
	// What follows works on the page with its grain; in one pipeline it would come before.
	const { data } = await grained.removeAlpha().raw().toBuffer({ resolveWithObject: true });
	return sharp(data, { raw: { width, height, channels: 3 } });
}

async function pdf(pages: number, width: number, grain: number, quality: number): Promise<Buffer> {
	const document = await PDFDocument.create();
	for (let number = 1; number <= pages; number++) {
		const jpeg = await (await scan(width, Math.round(width * 1.414), grain, number)).greyscale().jpeg({ quality }).toBuffer();
		const image = await document.embedJpg(jpeg);
		document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
	}
	return Buffer.from(await document.save());
}

async function fax(frames: number): Promise<Buffer> {
	const parts: Buffer[] = [];
	for (let number = 1; number <= frames; number++) {
		const page = (await scan(1728, 2200, 1, number)).threshold(150).toColourspace('b-w');
		parts.push(await page.tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer());
	}
	return joinTiffs(parts);
}

async function main(): Promise<void> {
	const [folder = '.'] = process.argv.slice(2);
	const files: ReadonlyArray<[name: string, make: () => Promise<Buffer>]> = [
		['twelve-pages.pdf', async () => await pdf(12, 1240, 9, 82)],
		['sixty-pages.pdf', async () => await pdf(60, 1700, 6, 82)],
		['photograph.jpg', async () => await (await scan(4200, 5720, 10)).jpeg({ quality: 97 }).toBuffer()],
		['a4-600-dpi.png', async () => await (await scan(4960, 7016, 4)).greyscale().toColourspace('b-w').png({ compressionLevel: 6 }).toBuffer()],
		['thirty-frames.tif', async () => await fax(30)],
	];
	for (const [name, make] of files) {
		if (existsSync(path.join(folder, name))) continue;
		const file = await make();
		writeFileSync(path.join(folder, name), file);
		console.log(`${name}: ${(file.length / 1e6).toFixed(1)} MB`);
	}
}

void main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
