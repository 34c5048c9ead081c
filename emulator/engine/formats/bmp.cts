import { toRgb } from '../decode.cts';
import type { Pixels } from '../pixels.cts';

/** 1 to 32 bits, by a library; sharp's build has no BMP. */
export async function decodeBmp(bytes: Uint8Array): Promise<Pixels> {
	const { decode } = await import('fast-bmp');
	const image = decode(bytes);
	// Typed as "any kind of bytes" because the encoder takes those; the decoder gives this one.
	return toRgb(image.width, image.height, image.channels, image.data as Uint8Array);
}
