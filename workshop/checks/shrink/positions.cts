// Pictures with marks at known places, in every format and orientation that is made to fit.
import sharp from 'sharp';

export interface MarkedPicture {
	name: string;
	width: number;
	height: number;
	/** px of the longer side that it has to fit into. */
	maxSide: number;
	file: () => Promise<Buffer>;
	marks: Mark[];
}

/** A black square; px of the picture as stored. */
export interface Mark {
	left: number;
	top: number;
	side: number;
}

type Write = (picture: sharp.Sharp, orientation: number) => Promise<Buffer>;

const jpeg: Write = (picture, orientation) => picture.withMetadata({ orientation }).jpeg({ quality: 92 }).toBuffer();
const png: Write = (picture) => picture.png().toBuffer();
const tiff: Write = (picture, orientation) => picture.withMetadata({ orientation }).tiff({ compression: 'lzw' }).toBuffer();
const fax: Write = (picture) => picture.threshold(128).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer();

const PICTURES: ReadonlyArray<[name: string, width: number, height: number, maxSide: number, write: Write, orientation?: number]> = [
	...[1, 2, 3, 4, 5, 6, 7, 8].map(
		(orientation) => [`JPEG, orientation ${orientation}`, 2310, 1530, 1000 + orientation * 83, jpeg, orientation] as const,
	),
	['PNG, upright', 1240, 1754, 1200, png],
	['PNG, a long strip', 4100, 333, 777, png],
	['TIFF, orientation 6', 1700, 2200, 901, tiff, 6],
	['fax', 2480, 3508, 1999, fax],
	['JPEG, nearly small enough', 1999, 1501, 1998, jpeg],
	['JPEG, a tenth', 2999, 2001, 300, jpeg],
] as ReadonlyArray<[string, number, number, number, Write, number?]>;

export const MARKED: readonly MarkedPicture[] = PICTURES.map(([name, width, height, maxSide, write, orientation = 1]) => {
	const marks = marksOf(width, height, Math.ceil(Math.max(width, height) / maxSide));
	return { name, width, height, maxSide, marks, file: () => write(drawn(width, height, marks), orientation) };
});

/**
 * Twelve places over the page, eight px of the small picture large. Two px from its edges: the last column
 * and row stand for less than a whole px, so that a mark on them looks larger than it is.
 * @param reduction px of the picture to one of the small one, rounded up
 */
function marksOf(width: number, height: number, reduction: number): Mark[] {
	const side = reduction * 8;
	const margin = reduction * 2;
	const at = (share: number, length: number): number => margin + Math.round(share * (length - side - 2 * margin));
	return [0, 0.21, 0.68, 1].flatMap((x) => [0, 0.43, 1].map((y) => ({ left: at(x, width), top: at(y, height), side })));
}

function drawn(width: number, height: number, marks: readonly Mark[]): sharp.Sharp {
	const pixels = Buffer.alloc(width * height * 3, 255);
	for (const { left, top, side } of marks) {
		for (let y = top; y < top + side; y++) pixels.fill(0, (y * width + left) * 3, (y * width + left + side) * 3);
	}
	return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/**
 * Where a mark is in a picture: the dark pixels around the place where it should be, each counted as far as
 * it is dark.
 * @param expected px of that picture
 */
export async function findMark(file: Buffer, expected: { left: number; top: number; side: number }): Promise<[number, number]> {
	const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true });
	const reach = expected.side;
	let weight = 0;
	let sumX = 0;
	let sumY = 0;
	for (let y = Math.floor(expected.top - reach); y < expected.top + 2 * reach; y++) {
		for (let x = Math.floor(expected.left - reach); x < expected.left + 2 * reach; x++) {
			if (x < 0 || y < 0 || x >= info.width || y >= info.height) continue;
			const dark = 255 - (data[(y * info.width + x) * info.channels] ?? 255);
			if (dark < 32) continue;
			weight += dark;
			sumX += dark * (x + 0.5);
			sumY += dark * (y + 0.5);
		}
	}
	return [sumX / weight, sumY / weight];
}
