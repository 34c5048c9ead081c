import { cellsOf, findRules, type RuledCell } from '../layout/rules';
import { decodeGrey } from '../pictures/decode';
import { PictureError } from '../pictures/rows';
import { letOthersRun } from '../turns/turns';

/** px × px of the picture that rules are looked for in; more would only take longer. */
const ENOUGH_PIXELS = 2_000_000;

/**
 * The cells between ruled lines of a picture, px of the picture as the user has it. Work is done in short
 * turns, beside the call that reads the text.
 * @returns none for pictures that can't be decoded here
 */
export async function ruledCellsOf(picture: Buffer): Promise<RuledCell[]> {
	const grey = await decodeGrey(picture, { maxPixels: ENOUGH_PIXELS }).catch(async (error: unknown) =>
		error instanceof PictureError ? undefined : await Promise.reject(error as Error),
	);
	return grey ? cellsOf(await findRules(grey, letOthersRun)) : [];
}
