// Small pictures of the specimens for docs/documents.md: one an operation and kind of paper.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { composeSpecimen, SPECIMEN_KINDS } from '../documents/specimens/kinds.cts';

/** Longer side, px: enough to tell what it is. */
const SIDE = 520;
/** Single sides are shown by the picture of both. */
const SHOWN = SPECIMEN_KINDS.filter((kind) => !/-(front|back)$/.test(kind));

/** Writes KIND.jpg for each. */
export async function saveDocumentPictures(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const kind of SHOWN) {
		const { image } = await composeSpecimen(kind, 1).render();
		const picture = await sharp(image).resize(SIDE, SIDE, { fit: 'inside' }).jpeg({ quality: 62, mozjpeg: true }).toBuffer();
		await writeFile(path.join(folder, `${kind}.jpg`), picture);
		console.log(`documents/${kind}.jpg: ${Math.round(picture.length / 1024)} kB`);
	}
}
