// Kinds of TIFF that the libraries at hand don't write: palettes, and what is refused by its name.
import { openTiff } from '../../nodes/HuaweiOcr/pictures/formats/tiff/index.ts';
import { ownTiff } from '../../workshop/checks/large/tiffs.cts';

type Tags = Array<[tag: number, type: number, values: number[]]>;

function pixelsOf(file: Buffer): { channels: number; pixels: number[] } {
	const source = openTiff(file);
	const pixels: number[] = [];
	for (const band of source.rows()) if (band) pixels.push(...band);
	return { channels: source.channels, pixels };
}

const grey = pixelsOf(ownTiff(1)).pixels;

test.each([false, true])('a palette of 16 bits a colour, from the high byte on: %s', (bigEndian) => {
	const colours = [0, 1, 2].flatMap((channel) => Array.from({ length: 256 }, (_, index) => ((index * (channel + 3)) & 255) * 256 + 77));
	const { channels, pixels } = pixelsOf(ownTiff(1, { bigEndian, tags: () => [[262, 3, [3]], [320, 3, colours]] }));
	expect(channels).toBe(3);
	expect(pixels).toEqual(grey.flatMap((index) => [3, 4, 5].map((factor) => (index * factor) & 255)));
});

test('0 may be white', () => {
	expect(pixelsOf(ownTiff(1, { tags: () => [[262, 3, [0]]] }))).toEqual({ channels: 1, pixels: grey.map((sample) => 255 - sample) });
});

test.each<[string, Tags, string, string]>([
	['JPEG of the old kind', [[259, 3, [6]]], 'unsupported', 'a TIFF with JPEG of the old kind'],
	['an unknown compression', [[259, 3, [50_000]]], 'unsupported', 'a TIFF of compression 50000'],
	['an unknown kind of colour', [[262, 3, [8]]], 'unsupported', 'a TIFF of colour kind 8'],
	['too few samples for its colours', [[262, 3, [2]]], 'damaged', 'a TIFF of 1 samples a pixel'],
	['an odd depth', [[258, 3, [6]]], 'unsupported', 'a TIFF of 6 bits a sample'],
	['numbers that are no colours', [[339, 3, [3]]], 'unsupported', 'a TIFF of numbers that are no colours'],
	['an unknown predictor', [[317, 3, [3]]], 'unsupported', 'a TIFF of predictor 3'],
	['a fax of eight bits', [[259, 3, [4]]], 'damaged', 'a fax of more than one bit a pixel'],
	['no size', [[256, 3, [0]]], 'damaged', 'a size of 0 px'],
	['impossible tiles', [[322, 3, [0]], [323, 3, [16]]], 'damaged', 'a TIFF of impossible tiles'],
])('%s: is named', (_name, tags, problem, what) => {
	expect(() => openTiff(ownTiff(1, { tags: () => tags }))).toThrow(expect.objectContaining({ name: 'PictureError', problem, what }) as Error);
});

test.each([7, 8, 9, 20])('a file of %i bytes is cut off', (length) => {
	expect(() => openTiff(ownTiff(1, { directoriesFirst: true }).subarray(0, length))).toThrow(expect.objectContaining({ problem: 'cutOff' }) as Error);
});
