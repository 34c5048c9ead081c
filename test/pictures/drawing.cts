// Pictures with known contents for the tests of decoding and shrinking.
import sharp from 'sharp';

/** Text, thin lines, curves and colours on white. */
export function drawing(width: number, height: number, blur = 0): sharp.Sharp {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 520 380" preserveAspectRatio="none">
		<rect width="520" height="380" fill="#fff"/>
		<circle cx="180" cy="150" r="90" fill="#c03838"/>
		<rect x="310" y="240" width="150" height="80" fill="#48a078"/>
		<path d="M20 20H500M20 60H500M20 100H500" stroke="#111" stroke-width="1.5"/>
		<text x="30" y="210" font-size="58" fill="#101040">Dock 48217</text>
		<text x="30" y="360" font-size="30" fill="#000">Sheets of plywood, birch</text>
	</svg>`;
	const picture = sharp(Buffer.from(svg)).flatten({ background: '#fff' });
	return blur > 0 ? picture.blur(blur) : picture;
}

/** Samples of a file as sharp decodes it, transparency on white, orientation not applied. */
export async function reference(file: Buffer, channels: 1 | 3): Promise<Buffer> {
	return await sharp(file)
		.flatten({ background: '#fff' })
		.toColourspace(channels === 1 ? 'b-w' : 'srgb')
		.raw()
		.toBuffer();
}

/** How far two pictures are apart: the mean and the largest difference of their samples. */
export function difference(a: Uint8Array, b: Uint8Array): { mean: number; most: number } {
	if (a.length !== b.length) return { mean: Infinity, most: Infinity };
	let sum = 0;
	let most = 0;
	a.forEach((sample, index) => {
		const apart = Math.abs(sample - (b[index] ?? 0));
		sum += apart;
		most = Math.max(most, apart);
	});
	return { mean: sum / a.length, most };
}

/** A deterministic sequence of numbers from 0 to below 1. */
export function random(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}
