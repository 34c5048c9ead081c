// `npm run docs:pictures`: draws the pictures of README and docs into docs/images.
import '../harness/environment.cts';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { compose } from '../documents/compose.cts';
import { drawPage } from '../documents/kinds/draw.cts';
import { Random } from '../documents/random.cts';
import { sampleFormPage } from '../documents/sampleForm.cts';
import { sampleForm } from '../documents/samples.cts';
import { saveDocumentPictures } from './documentPictures.cts';
import { drawPicture } from './picture.cts';
import { Session } from './session.cts';

const FOLDER = path.join(__dirname, '../../docs/images');
/** A scan as people get it: slightly turned, grey, with dust. */
const SCAN = { paper: '#f7f5ee', noise: { seed: 'pictures', grain: 4, specks: 40, shade: 12 }, format: 'jpeg' } as const;

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

/** For the web: a good part of a scan's bytes is its grain. */
function smaller(jpeg: Buffer): Promise<Buffer> {
	return sharp(jpeg).jpeg({ quality: 70, mozjpeg: true }).toBuffer();
}

async function main(): Promise<void> {
	await mkdir(FOLDER, { recursive: true });
	await save('sample-form.png', await formWithBoxes());
	const form = compose(sampleFormPage(), { ...SCAN, name: 'form', kind: 'form-zh', turn: 2.2 });
	await save('scanned-form.jpg', await smaller((await form.render()).image));
	const stock = drawPage('table-lineless', 'en', 0, new Random('pictures/table'));
	const table = compose(stock, { ...SCAN, name: 'table', kind: 'table-lineless', turn: -1.8 });
	await save('scanned-table.jpg', await smaller((await table.render()).image));
	await saveDocumentPictures(path.join(FOLDER, 'documents'));
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
