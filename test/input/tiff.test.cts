import { openTiff } from '../../nodes/HuaweiOcr/input/tiff/index.ts';
import { checkTiff } from '../../workshop/checks/large/checkTiff.cts';
import { ownTiff, TIFF_KINDS } from '../../workshop/checks/large/tiffs.cts';

test.each(TIFF_KINDS.filter(({ frames }) => frames < 10))('a frame alone looks as in the file: $name', async (kind) => {
	expect(await checkTiff(kind)).toEqual([]);
});

test('what a frame says of itself', () => {
	const tiff = openTiff(ownTiff(2, { orientation: 6, bigEndian: true, deflate: true }));
	expect(tiff.info(2)).toEqual({ width: 90, height: 70, compression: 8, orientation: 6 });
});

test('a frame that is not there, and a variant that nobody reads, are said', () => {
	const tiff = openTiff(ownTiff(2));
	expect(() => tiff.frame(3)).toThrow('Scan or save the file again: this TIFF is damaged, it has no page 3');
	expect(() => openTiff(Buffer.from('4d4d002b00080000', 'hex'))).toThrow(/ordinary TIFF, or as PDF: it is a BigTIFF/);
	expect(() => openTiff(Buffer.from('nothing'))).toThrow(/doesn't begin like a TIFF/);
});

test('the last frame of a file that was cut off is taken as far as it is there', () => {
	const whole = ownTiff(3, { directoriesFirst: true });
	const cut = openTiff(whole.subarray(0, whole.length - 3000));
	expect(cut.frameCount()).toBe(3);
	expect(cut.frame(3).length).toBeLessThan(openTiff(whole).frame(3).length);
	const nothing = openTiff(whole.subarray(0, whole.length - 90 * 70));
	expect(() => nothing.frame(3)).toThrow(/the data of page 3 aren't in the file/);
});

test('strips that overlap each other are not copied without end', () => {
	const file = ownTiff(1, { rows: 1, tags: () => [] });
	// All strips begin at the first one and reach to the end of the file.
	const tiff = openTiff(file);
	expect(tiff.frame(1).length).toBeLessThan(file.length * 1.1);
	const directory = file.readUInt32LE(4);
	const fields = file.readUInt16LE(directory);
	for (let index = 0; index < fields; index++) {
		const entry = directory + 2 + index * 12;
		if (file.readUInt16LE(entry) !== 279) continue;
		const lengths = file.readUInt32LE(entry + 8);
		for (let strip = 0; strip < 70; strip++) file.writeUInt32LE(file.length, lengths + strip * 4);
	}
	expect(() => openTiff(file).frame(1)).toThrow(/aren't in the file/);
});

test('at most 10,000 frames are counted', () => {
	const chain = Buffer.alloc(18 * 20_000 + 8);
	Buffer.from('49492a0008000000', 'hex').copy(chain);
	for (let at = 8; at + 18 <= chain.length; at += 18) {
		chain.writeUInt16LE(1, at);
		chain.writeUInt16LE(256, at + 2);
		chain.writeUInt16LE(3, at + 4);
		chain.writeUInt32LE(1, at + 6);
		chain.writeUInt32LE(at + 18, at + 14);
	}
	expect(openTiff(chain).frameCount()).toBe(10_000);
});
