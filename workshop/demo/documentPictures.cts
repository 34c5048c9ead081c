// Small pictures of the specimens for docs/documents.md: one an operation and kind of paper.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { composeSpecimen, SPECIMEN_KINDS } from '../documents/specimens/kinds.cts';
import { TABLE_DOCUMENTS } from './tables.cts';

/** Longer side, px: enough to tell what it is. */
const SIDE = 520;
/** Single sides are shown by the picture of both. */
const SHOWN = SPECIMEN_KINDS.filter((kind) => !/-(front|back)$/.test(kind));

/** Writes KIND.jpg for each. */
export async function saveDocumentPictures(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const kind of [...SHOWN, ...TABLE_DOCUMENTS.keys()]) {
		const image = (await TABLE_DOCUMENTS.get(kind)?.draw(1)) ?? (await composeSpecimen(kind, 1).render()).image;
		const picture = await sharp(image).resize(SIDE, SIDE, { fit: 'inside' }).jpeg({ quality: 62, mozjpeg: true }).toBuffer();
		await writeFile(path.join(folder, `${kind}.jpg`), picture);
		console.log(`documents/${kind}.jpg: ${Math.round(picture.length / 1024)} kB`);
	}
}
