import { PictureError } from '../../rows';
import { onWhite, readSamples, toByte } from '../samples';
import { Tag, type Directory } from './directory';

/** How the samples of a TIFF become pixels. */
export interface PixelFormat {
	channels: 1 | 3;
	/** bytes of a row of so many pixels */
	rowBytes(columns: number): number;
	/** Makes pixels of 8 bits of one row. The row may be changed on the way. */
	convert(row: Uint8Array, columns: number, target: Uint8Array): void;
}

const WHITE_IS_ZERO = 0;
const BLACK_IS_ZERO = 1;
const RGB = 2;
const PALETTE = 3;
const CMYK = 5;

/** Base samples of each kind of colour. */
const COLOURS: Readonly<Record<number, number>> = { [WHITE_IS_ZERO]: 1, [BLACK_IS_ZERO]: 1, [RGB]: 3, [PALETTE]: 1, [CMYK]: 4 };

/**
 * @param columns px of the widest row
 * @throws PictureError for kinds that aren't read here
 */
export function pixelFormatOf(directory: Directory, columns: number): PixelFormat {
	const photometric = directory.value(Tag.Photometric) ?? WHITE_IS_ZERO;
	const samples = directory.value(Tag.SamplesPerPixel) ?? 1;
	const depth = directory.value(Tag.BitsPerSample) ?? 1;
	const colours = COLOURS[photometric];
	if (colours === undefined) throw new PictureError('unsupported', `a TIFF of colour kind ${photometric}`);
	if (samples < colours || samples > 16) throw new PictureError('damaged', `a TIFF of ${samples} samples a pixel`);
	if (![1, 2, 4, 8, 16].includes(depth)) throw new PictureError('unsupported', `a TIFF of ${depth} bits a sample`);
	for (let i = 1; i < Math.min(samples, directory.count(Tag.BitsPerSample)); i++) {
		if (directory.value(Tag.BitsPerSample, i) !== depth) throw new PictureError('unsupported', 'a TIFF of samples of different depth');
	}
	if ((directory.value(Tag.SampleFormat) ?? 1) !== 1) throw new PictureError('unsupported', 'a TIFF of numbers that are no colours');
	if (samples > 1 && directory.value(Tag.PlanarConfiguration) === 2) {
		throw new PictureError('unsupported', 'a TIFF that keeps its colours apart');
	}
	const predictor = directory.value(Tag.Predictor) ?? 1;
	if (predictor > 2 || (predictor === 2 && depth < 8)) throw new PictureError('unsupported', `a TIFF of predictor ${predictor}`);

	const { little } = directory;
	const buffer = new Uint8Array(columns * samples);
	const asByte = toByte(depth);
	const grey = Uint8Array.from({ length: 256 }, (_, sample) =>
		photometric === WHITE_IS_ZERO ? 255 - asByte(sample) : asByte(sample),
	);
	const palette = photometric === PALETTE ? paletteOf(directory, 1 << depth) : undefined;
	const alphaAt = samples > colours && [1, 2].includes(directory.value(Tag.ExtraSamples) ?? 0) ? colours : -1;
	const isAssociated = directory.value(Tag.ExtraSamples) === 1;
	const channels = colours === 1 && !palette ? 1 : 3;

	const overPaper = (sample: number, from: number): number => {
		if (alphaAt < 0) return sample;
		const alpha = buffer[from + alphaAt] as number;
		return isAssociated ? Math.min(255, sample + 255 - alpha) : onWhite(sample, alpha);
	};
	return {
		channels,
		rowBytes: (count) => Math.ceil((count * samples * depth) / 8),
		convert(row, count, target) {
			if (predictor === 2) sumUp(row, count * samples, samples, depth, little);
			readSamples(row, depth, count * samples, buffer, little);
			for (let x = 0, from = 0, to = 0; x < count; x++, from += samples) {
				const first = buffer[from] as number;
				if (palette) {
					for (let channel = 0; channel < 3; channel++) target[to++] = palette[first * 3 + channel] as number;
				} else if (photometric === CMYK) {
					const paper = 255 - (buffer[from + 3] as number);
					for (let i = 0; i < 3; i++) target[to++] = overPaper(((255 - (buffer[from + i] as number)) * paper) / 255, from);
				} else if (photometric === RGB) {
					for (let i = 0; i < 3; i++) target[to++] = overPaper(buffer[from + i] as number, from);
				} else {
					target[to++] = overPaper(grey[first] as number, from);
				}
			}
		},
	};
}

/** Samples kept as the difference to the pixel before (TIFF 6.0, section 14). */
function sumUp(row: Uint8Array, count: number, samples: number, depth: number, little: boolean): void {
	if (depth === 8) {
		for (let i = samples; i < count; i++) row[i] = (row[i] as number) + (row[i - samples] as number);
		return;
	}
	const view = new DataView(row.buffer, row.byteOffset, row.byteLength);
	for (let i = samples; i < count; i++) {
		view.setUint16(i * 2, view.getUint16(i * 2, little) + view.getUint16((i - samples) * 2, little), little);
	}
}

/** RGB by index. The file has all reds, then all greens, then all blues, of 16 bits. */
function paletteOf(directory: Directory, colours: number): Uint8Array {
	const palette = new Uint8Array(256 * 3);
	for (let i = 0; i < Math.min(256, colours); i++) {
		for (let channel = 0; channel < 3; channel++) {
			palette[i * 3 + channel] = (directory.value(Tag.ColorMap, channel * colours + i) ?? 0) >> 8;
		}
	}
	return palette;
}
