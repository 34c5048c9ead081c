import sharp from 'sharp';

import { headerOf, SYNTHETIC_FORMATS } from '../support/imageHeaders.cts';
import { PDF_KINDS } from '../large/pdfs.cts';
import { TIFF_KINDS } from '../large/tiffs.cts';

/** Larger ones would only make the changes rarer. */
const MOST_BYTES = 60_000;

/** Whole files that the changes begin with: all kinds of PDF and TIFF, and small pictures. */
export async function seedFiles(): Promise<Array<{ name: string; bytes: Buffer }>> {
	const made = await Promise.all([...PDF_KINDS, ...TIFF_KINDS].map(async (kind) => ({ name: kind.name, bytes: await kind.make() })));
	const picture = sharp({ create: { width: 60, height: 50, channels: 3, background: '#9ab' } });
	const pictures = await Promise.all(
		(['png', 'jpeg', 'gif', 'webp', 'tiff'] as const).map(async (format) => ({ name: format, bytes: await picture.clone().toFormat(format).toBuffer() })),
	);
	const heads = SYNTHETIC_FORMATS.map((format) => ({ name: `head of ${format}`, bytes: headerOf(format, 300, 200) }));
	return [...made, ...pictures, ...heads].filter(({ bytes }) => bytes.length <= MOST_BYTES);
}
