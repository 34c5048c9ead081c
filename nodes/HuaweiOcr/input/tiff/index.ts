import { OcrError } from '../../errors/ocrError';
import { copyFrame } from './copyFrame';
import { TiffBytes, type TiffField } from './directory';
import { Tag } from './tags';

/** What a frame says of itself. */
export interface FrameInfo {
	/** px, as stored */
	width: number;
	height: number;
	/** Number of the compression, such as 4 for G4 fax; 1 is none. */
	compression: number;
	/** EXIF orientation, 1 to 8. */
	orientation: number;
}

/** Frames of a TIFF, which are pages to whoever scanned or faxed it. */
export interface TiffFile {
	/** How many pages there are: previews and masks of pages don't count. */
	frameCount(): number;
	/**
	 * A TIFF of its own that holds one frame: nothing is decoded, its data are copied.
	 * @param number from 1 on
	 * @throws OcrError Node.DamagedTiff when there is no such frame or its data aren't in the file
	 */
	frame(number: number): Buffer;
	/** @throws OcrError Node.DamagedTiff when there is no such frame or it doesn't tell its size */
	info(number: number): FrameInfo;
}

/** Frames of one file; a selection of pages has no higher numbers either. */
const MAX_FRAMES = 10_000;

/** Fields of one directory; honest ones have twenty or thirty. */
const MAX_FIELDS = 4_096;

/** Bits of NewSubfileType: a smaller copy of another frame, a mask of another frame. */
const REDUCED_OR_MASK = 0b101;
/** Value of the older SubfileType with the same meaning as its first bit. */
const REDUCED = 2;

/** Where a file says that it is a TIFF whose places have 64 bits. */
export function isBigTiff(file: Buffer): boolean {
	const mark = file.toString('latin1', 0, 4);
	return mark === 'II\x2b\0' || mark === 'MM\0\x2b';
}

/**
 * Opens a TIFF. Only the chain of its directories is looked at, and a loop in it ends the counting.
 * @throws OcrError Node.DamagedTiff, or Node.UnknownFormat for a BigTIFF
 */
export function openTiff(file: Buffer): TiffFile {
	if (isBigTiff(file)) {
		throw new OcrError(
			'Save the file as an ordinary TIFF, or as PDF: it is a BigTIFF, which the service doesn\'t read',
			'BigTIFF is a variant for files above 4 GB that some scanning programs write always.',
			{ errorCode: 'Node.UnknownFormat' },
		);
	}
	const order = file.toString('latin1', 0, 4);
	if (order !== 'II\x2a\0' && order !== 'MM\0\x2a') throw damaged('it doesn\'t begin like a TIFF');
	return new DirectoryChain(new TiffBytes(file, order.startsWith('II')));
}

class DirectoryChain implements TiffFile {
	#pages: number[] | undefined;

	constructor(readonly bytes: TiffBytes) {}

	frameCount(): number {
		return this.#frames().length;
	}

	frame(number: number): Buffer {
		const fields = this.#fields(this.#place(number));
		return copyFrame(this.bytes, fields) ?? fail(`the data of page ${number} aren't in the file`);
	}

	info(number: number): FrameInfo {
		const fields = this.#fields(this.#place(number));
		const read = (tag: number) => {
			const field = fields.get(tag);
			return field && this.bytes.number(field);
		};
		const width = read(Tag.ImageWidth);
		const height = read(Tag.ImageLength);
		if (!width || !height) throw damaged(`page ${number} doesn't tell its size`);
		return {
			width,
			height,
			compression: read(Tag.Compression) ?? 1,
			orientation: read(Tag.Orientation) ?? 1,
		};
	}

	#place(number: number): number {
		// The first frame needs no counting.
		const first = number === 1 && !this.#pages ? this.#firstOrdinary() : undefined;
		return first ?? this.#frames()[number - 1] ?? fail(`it has no page ${number}`);
	}

	#firstOrdinary(): number | undefined {
		const first = this.bytes.u32(4) ?? 0;
		return first > 0 && this.bytes.fieldCount(first) && this.#isPage(first) ? first : undefined;
	}

	#frames(): number[] {
		if (this.#pages) return this.#pages;
		const all: number[] = [];
		const seen = new Set<number>();
		let at = this.bytes.u32(4) ?? 0;
		while (at > 0 && !seen.has(at) && all.length < MAX_FRAMES && this.bytes.fieldCount(at)) {
			seen.add(at);
			all.push(at);
			at = this.bytes.nextDirectory(at);
		}
		if (all.length === 0) throw damaged('it has no directory');
		const pages = all.filter((place) => this.#isPage(place));
		this.#pages = pages.length > 0 ? pages : all;
		return this.#pages;
	}

	/** Fields are sorted by tag, so that what kind of frame it is stands among the first two. */
	#isPage(directory: number): boolean {
		for (let index = 0; index < 2; index++) {
			const field = this.bytes.field(directory, index);
			const value = field && this.bytes.number(field);
			if (field?.tag === Tag.NewSubfileType && ((value ?? 0) & REDUCED_OR_MASK) !== 0) return false;
			if (field?.tag === Tag.SubfileType && value === REDUCED) return false;
		}
		return true;
	}

	#fields(directory: number): Map<number, TiffField> {
		const fields = new Map<number, TiffField>();
		const count = Math.min(this.bytes.fieldCount(directory) ?? 0, MAX_FIELDS);
		for (let index = 0; index < count; index++) {
			const field = this.bytes.field(directory, index);
			if (field && !fields.has(field.tag)) fields.set(field.tag, field);
		}
		return fields;
	}
}

function fail(why: string): never {
	throw damaged(why);
}

function damaged(why: string): OcrError {
	return new OcrError(
		`Scan or save the file again: this TIFF is damaged, ${why}`,
		'Checked before sending, nothing was billed.',
		{ errorCode: 'Node.DamagedTiff' },
	);
}
