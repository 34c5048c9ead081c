import { checkFileSize, checkImage, MAX_FILE_BYTES } from '../../nodes/HuaweiOcr/input/imageLimits.ts';
import { generalText } from '../../nodes/HuaweiOcr/resources/generalText/index.ts';
import { handwriting } from '../../nodes/HuaweiOcr/resources/handwriting/index.ts';
import { headerOf } from '../../workshop/checks/support/imageHeaders.cts';

const { api } = generalText;

describe('what no published edition accepts is refused whatever Image Limits says', () => {
	test.each(['current', 'original', 'off'] as const)('%s', (limits) => {
		expect(() => checkImage(headerOf('PNG', 14, 200), limits, api)).toThrow(
			'Use a larger image: it has 14 × 200 px, the shortest side must have at least 15 px',
		);
		expect(() => checkImage(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), limits, api)).toThrow(
			/Convert the file to JPG or PNG/,
		);
		expect(() => checkImage(Buffer.alloc(0), limits, api)).toThrow(/it is empty/);
	});

	test('the largest file is the one whose base64 text has 10 MB', () => {
		expect(Buffer.alloc(MAX_FILE_BYTES).toString('base64')).toHaveLength(10 * 1024 * 1024);
		expect(() => checkFileSize(MAX_FILE_BYTES)).not.toThrow();
		expect(() => checkFileSize(MAX_FILE_BYTES + 1)).toThrow('7864321 bytes, the service accepts at most 7864320');
	});
});

describe('upper limits follow Image Limits', () => {
	test.each([
		['PNG', 15, 15, ['current', 'original', 'off']],
		['PNG', 4096, 4096, ['current', 'original', 'off']],
		['PNG', 4097, 15, ['current', 'off']],
		['GIF', 100, 100, ['current', 'off']],
		['PNG', 30_000, 5_333, ['current', 'off']],
		['PNG', 30_000, 5_334, ['off']],
		['PNG', 30_001, 100, ['off']],
	] as const)('%s of %i × %i px is sent with %j only', (format, width, height, accepted) => {
		const file = headerOf(format, width, height);
		const passing = (['current', 'original', 'off'] as const).filter((limits) => {
			try {
				checkImage(file, limits, api);
				return true;
			} catch {
				return false;
			}
		});
		expect(passing).toEqual(accepted);
	});

	test('the message names the number and the rule', () => {
		expect(() => checkImage(headerOf('BMP', 5000, 20), 'original', api)).toThrow(
			'Scale the image down: it has 5000 × 20 px, the original limits of General Text allow at most 4096 px per side',
		);
	});

	test('a damaged header is refused unless the limits are off', () => {
		const cut = headerOf('PNG', 100, 100).subarray(0, 12);
		expect(() => checkImage(cut, 'current', api)).toThrow(/begins like PNG, but its header is damaged/);
		expect(checkImage(cut, 'off', api)).toEqual({ format: 'PNG' });
	});
});

describe("limits are those of the operation that is called", () => {
	test('Handwriting takes smaller pictures than General Text, and no PDF', () => {
		expect(checkImage(headerOf('PNG', 8, 8), 'current', handwriting.api).format).toBe('PNG');
		expect(() => checkImage(headerOf('PNG', 8, 8), 'current', api)).toThrow(/at least 15 px/);
		expect(() => checkImage(Buffer.from('%PDF-1.7'), 'current', handwriting.api)).toThrow(
			'Convert the page to JPG or PNG, or use General Text, which reads PDFs: Handwriting reads no PDF',
		);
	});

	test('and longer sides are refused by its own number', () => {
		expect(() => checkImage(headerOf('PNG', 8193, 100), 'current', handwriting.api)).toThrow(
			'Scale the image down: it has 8193 × 100 px, the current limits of Handwriting allow at most 8192 px per side',
		);
	});
});
