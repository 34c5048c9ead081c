// `npm run docs:pictures`: draws the pictures of README and docs into docs/images.
import '../harness/environment.cts';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { sampleForm } from '../documents/samples.cts';
import { saveDocumentPictures } from './documentPictures.cts';
import { drawPicture } from './picture.cts';
import { Session } from '../harness/session.cts';

const FOLDER = path.join(__dirname, '../../docs/images');

async function save(name: string, image: Buffer): Promise<void> {
	await writeFile(path.join(FOLDER, name), image);
	console.log(`${name}: ${Math.round(image.length / 1024)} kB`);
}

/** The sample form with what the node found on it. */
async function formWithBoxes(): Promise<Buffer> {
	const { name, image } = await sampleForm();
	const session = await Session.start();
	try {
		const blocks = await session.read({ bytes: image, fileName: `${name}.png` });
		// 256 colours are enough for a form, and a fourth of the size.
		return await sharp(await drawPicture(image, 1, blocks)).png({ palette: true, effort: 10 }).toBuffer();
	} finally {
		await session.close();
	}
}

async function main(): Promise<void> {
	await mkdir(FOLDER, { recursive: true });
	await save('sample-form.png', await formWithBoxes());
	await saveDocumentPictures(path.join(FOLDER, 'documents'));
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
