/** How the pixels of a file are turned for a viewer (EXIF and TIFF tag 274): 1 as stored, up to 8. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** One of several whole rows from the top, or nothing yet: a place for a pause. */
export type RowSteps = Generator<Uint8Array | undefined, void>;

/**
 * A picture that is decoded as it is read, row by row from the top, so that no picture has to fit
 * into memory. Grey (1 channel) or RGB (3 channels), 8 bits a sample, transparency laid on white,
 * pixels as they are stored: orientation is told and not applied.
 */
export interface RowSource {
	/** px of the rows that come */
	width: number;
	/** px */
	height: number;
	channels: 1 | 3;
	orientation: Orientation;
	/** Whether the file keeps samples only roughly (JPEG). */
	isLossy: boolean;
	/** Few greys by its format: less than 8 bits a pixel. */
	isFlat?: boolean;
	/**
	 * Yields one or more whole rows, or undefined as a place for a pause. The array is valid until the
	 * next step. Ends early where the file is cut off.
	 * @throws PictureError when the file is damaged beyond reading
	 */
	rows(): RowSteps;
}

/** How a format is opened. */
export interface OpenOptions {
	/** Only grey is wanted: formats that know brightness apart from colour save the colour. */
	grey?: boolean;
	/**
	 * The pixels may come scaled down by this factor where the format makes that cheap (JPEG); the
	 * source tells its real size.
	 */
	reduce?: 1 | 2 | 4 | 8;
}

/** Why a picture can't be decoded here. Callers add the file's name and the way out. */
export type PictureProblem =
	/** Header or data make no sense. */
	| 'damaged'
	/** Data end before the picture does. */
	| 'cutOff'
	/** A kind of the format that is not read here; `what` names it. */
	| 'unsupported'
	/** More pixels than are decoded here, or far more than so small a file can mean. */
	| 'tooLarge';

export class PictureError extends Error {
	constructor(
		readonly problem: PictureProblem,
		/** In English, to be read after "it is" or "it has": "a lossless JPEG". */
		readonly what: string,
	) {
		super(what);
		this.name = 'PictureError';
	}
}
