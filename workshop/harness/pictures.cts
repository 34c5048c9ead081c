// Images for the checks: rendered documents where recognition is for real, plain colours elsewhere.
import sharp from 'sharp';
import { composeSampleDocuments } from '../documents/samples.cts';
import type { RenderedDocument } from '../documents/types.cts';

/** One of the sample documents, e.g. `form-en` or `receipt-en`. */
export async function sampleDocument(name: string): Promise<RenderedDocument> {
	const document = composeSampleDocuments().find((sample) => sample.name === name);
	if (!document) throw new Error(`No sample document "${name}"`);
	return await document.render();
}

/** A small PNG that differs from those of other numbers: enough for the emulator's fixture engine. */
export async function plainPng(number: number, { width, height } = { width: 60, height: 40 }): Promise<Buffer> {
	const background = { r: number % 256, g: Math.floor(number / 256) % 256, b: 128 };
	return await sharp({ create: { width, height, channels: 3, background } }).png().toBuffer();
}
