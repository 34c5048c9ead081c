// Specimens with one text that can't be read any more, or says something else.
import sharp from 'sharp';
import { composeSpecimen, type SpecimenKind } from '../../documents/specimens/kinds.cts';

interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** Where a text of an upright specimen stands, px. @throws Error unless it stands there just once */
async function placed(kind: SpecimenKind, seed: string, words: string): Promise<{ image: Buffer; box: Box }> {
	const { image, blocks } = await composeSpecimen(kind, seed).render();
	const [found, ...more] = blocks.filter((block) => block.words === words);
	if (!found || more.length > 0) throw new Error(`"${words}" stands ${more.length === 0 ? 'nowhere' : 'several times'} on ${kind} ${seed}`);
	const [[left, top], , [right, bottom]] = found.location;
	return { image, box: { left, top, width: right - left, height: bottom - top } };
}

/** Ink was spilled over a text. */
export async function withSpot(kind: SpecimenKind, seed: string, words: string): Promise<Buffer> {
	const { image, box } = await placed(kind, seed, words);
	const { left, top, ...size } = box;
	const spot = await sharp({ create: { ...size, channels: 3, background: '#2a2018' } }).png().toBuffer();
	return await sharp(image).composite([{ input: spot, left, top }]).png().toBuffer();
}

/** The last character of a text in letters of one width is replaced by another one of the text. */
export async function withOtherEnd(kind: SpecimenKind, seed: string, words: string): Promise<Buffer> {
	const { image, box } = await placed(kind, seed, words);
	const from = Array.from(words).findIndex((character) => /\d/.test(character) && character !== words.at(-1));
	const step = box.width / words.length;
	const width = Math.floor(step);
	const at = (index: number): Box => ({ ...box, left: Math.round(box.left + index * step), width });
	const input = await sharp(image).extract(at(from)).png().toBuffer();
	return await sharp(image).composite([{ input, left: at(words.length - 1).left, top: box.top }]).png().toBuffer();
}
