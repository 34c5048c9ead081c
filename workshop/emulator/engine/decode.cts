// From a file's bytes to pixels. Only formats of the allow-list get here (15.2 row 23), so that sharp never
// sees an SVG or anything else it could read besides.
import sharp from 'sharp';
import type { ImageFormat } from '../ocr/imageFormat.cts';
import { EngineRefusal } from './engine.cts';
import { decodePcx } from './formats/pcx.cts';
import { decodePdfPage } from './formats/pdf.cts';
import { decodePsd } from './formats/psd.cts';
import { decodeWithSkia } from './formats/skia.cts';
import { type Pixels, toRgb } from './pixels.cts';

/**
 * @param page of a PDF, from 1; other formats give their first frame.
 * @throws EngineRefusal AIS.0102 when the file is damaged, AIS.0101 when a PDF has no such page.
 */
export async function decodePage(bytes: Uint8Array, format: ImageFormat, page: number): Promise<Pixels> {
	try {
		switch (format) {
			case 'pdf':
				return await decodePdfPage(bytes, page);
			case 'bmp':
			case 'ico':
				return await decodeWithSkia(bytes, format);
			case 'jpeg':
			case 'png':
			case 'gif':
			case 'tiff':
			case 'webp':
				return await decodeWithSharp(bytes);
			case 'pcx':
				return decodePcx(bytes);
			case 'psd':
				return decodePsd(bytes);
		}
	} catch (error) {
		if (error instanceof EngineRefusal) throw error;
		throw new EngineRefusal('AIS.0102');
	}
}

/** EXIF orientation is not applied: corners belong to the pixels as they are stored (see README). */
async function decodeWithSharp(bytes: Uint8Array): Promise<Pixels> {
	const { data, info } = await sharp(bytes, { limitInputPixels: 170_000_000 })
		.flatten({ background: '#fff' })
		.toColourspace('srgb')
		.raw()
		.toBuffer({ resolveWithObject: true });
	return toRgb(info.width, info.height, info.channels, data);
}
