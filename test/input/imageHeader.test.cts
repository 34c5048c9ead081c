import fc from 'fast-check';
import sharp from 'sharp';

import { readImageHeader } from '../../nodes/HuaweiOcr/input/imageHeader.ts';
import { headerOf, SYNTHETIC_FORMATS } from '../../workshop/checks/support/imageHeaders.cts';

const canvas = (width: number, height: number) =>
	sharp({ create: { width, height, channels: 3, background: '#fff' } });

describe('real files, encoded by an independent library', () => {
	test.each(['jpeg', 'png', 'tiff', 'webp', 'gif'] as const)('%s', async (format) => {
		const file = await canvas(37, 21).toFormat(format).toBuffer();
		expect(readImageHeader(file)).toEqual({
			format: format.toUpperCase(),
			size: { width: 37, height: 21 },
		});
	});

	test('a JPEG whose header hides behind 60 kB of metadata', async () => {
		const file = await canvas(300, 200)
			.withMetadata()
			.withExif({ IFD0: { ImageDescription: 'x'.repeat(60_000) } })
			.jpeg()
			.toBuffer();
		expect(readImageHeader(file)?.size).toEqual({ width: 300, height: 200 });
	});
});

test.each(SYNTHETIC_FORMATS)('any size in a %s header is read as written', (format) => {
	const side = fc.integer({ min: 1, max: 30_000 });
	fc.assert(
		fc.property(side, side, fc.uint8Array({ maxLength: 64 }), (width, height, rest) => {
			const file = Buffer.concat([headerOf(format, width, height), rest]);
			expect(readImageHeader(file)).toEqual({ format, size: { width, height } });
		}),
		{ numRuns: 200 },
	);
});

test('a PDF has a format and no size', () => {
	expect(readImageHeader(Buffer.from('%PDF-1.7\n'))).toEqual({ format: 'PDF' });
});

test('arbitrary bytes, also behind a true signature, never make it throw or invent a size', () => {
	const signatures = ['ffd8ff', '89504e470d0a1a0a', '424d', '47494638', '49492a00', '4d4d002a', '38425053', '00000100', '0a05', '52494646000000005745425056503820', ''];
	fc.assert(
		fc.property(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 600 }), (signature, rest) => {
			const header = readImageHeader(Buffer.concat([Buffer.from(signature, 'hex'), rest]));
			if (header?.size) {
				expect(header.size.width).toBeGreaterThan(0);
				expect(header.size.height).toBeGreaterThan(0);
			}
		}),
		{ numRuns: 3000 },
	);
});
