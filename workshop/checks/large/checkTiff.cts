import sharp from 'sharp';

import { openTiff } from '../../../nodes/HuaweiOcr/input/tiff/index.ts';
import type { TiffKind } from './tiffs.cts';

/** What is wrong with one kind, as sentences; empty when nothing is. */
export async function checkTiff(kind: TiffKind): Promise<string[]> {
	const file = await kind.make();
	const tiff = openTiff(file);
	const problems: string[] = [];
	const pages = Array.from({ length: kind.frames }, (_, index) => index).filter((index) => !kind.notPages?.includes(index));
	if (tiff.frameCount() !== pages.length) problems.push(`frames: ${tiff.frameCount()}, not ${pages.length}`);
	for (const [position, index] of pages.entries()) {
		const frame = tiff.frame(position + 1);
		const whole = await decoded(file, index);
		const alone = await decoded(frame, 0);
		if (alone.info.width !== tiff.info(position + 1).width) problems.push(`page ${position + 1}: width`);
		if (Buffer.compare(whole.data, alone.data) !== 0) problems.push(`page ${position + 1} looks different alone`);
		if (pages.length > 2 && frame.length > (file.length / pages.length) * 1.5 + 400) problems.push(`page ${position + 1} takes ${frame.length} of ${file.length} bytes`);
		if ((await sharp(frame).metadata()).pages !== 1 && (await sharp(frame).metadata()).pages !== undefined) problems.push(`page ${position + 1} is not alone`);
	}
	return problems;
}

async function decoded(file: Buffer, page: number) {
	return await sharp(file, { page, failOn: 'none' }).raw().toBuffer({ resolveWithObject: true });
}
