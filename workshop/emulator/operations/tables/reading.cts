import type { Reading } from '../../engine/engine.cts';
import type { Pixels } from '../../engine/pixels.cts';
import type { Picture } from '../operation.cts';

/** Cells part texts between characters, so their places are always asked for. */
export const TABLE_READING: Readonly<Reading> = {
	detectDirection: false,
	quickMode: false,
	characterMode: true,
	singleOrientationMode: false,
	page: 1,
};

/** The fixture engine answers for files that hold no picture. */
export async function pixelsOf(picture: Picture): Promise<Pixels | undefined> {
	return await picture.pixels().catch(() => undefined);
}
