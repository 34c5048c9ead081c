// What the emulator's engine reads on pictures, kept in a folder: a change of the layout is measured
// again without reading 660 pages again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PLAIN_READING, type RecognitionEngine } from '../emulator/engine/engine.cts';
import type { GeneralTextResult } from '../../nodes/HuaweiOcr/result/types.ts';

const FOLDER = path.join(__dirname, '..', '..', 'output', 'layout-readings');

export interface Picture {
	image: Buffer;
	mimeType: string;
}

/**
 * Reads a picture with the engine.
 * @param reuse takes what was read on the same picture before, where there is such a reading
 */
export async function readPicture(engine: RecognitionEngine, { image, mimeType }: Picture, reuse: boolean): Promise<GeneralTextResult> {
	const imageHash = createHash('sha256').update(image).digest('hex').slice(0, 32);
	const file = path.join(FOLDER, `${imageHash}.json`);
	if (reuse && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as GeneralTextResult;

	const page = await engine.recognise({
		bytes: image,
		imageHash,
		format: mimeType === 'image/png' ? 'png' : 'jpeg',
		reading: { ...PLAIN_READING, detectDirection: true },
	});
	if (typeof page === 'string') throw new Error('The engine gave a fixture');
	const reading = { direction: page.direction, blocks: page.blocks.map(({ words, location, confidence }) => ({ words, location, confidence })) };
	mkdirSync(FOLDER, { recursive: true });
	// Under its name only when it is whole: a run may be broken off.
	writeFileSync(`${file}.part`, JSON.stringify(reading));
	renameSync(`${file}.part`, file);
	return reading;
}
