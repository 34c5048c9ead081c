import { checkLongEnough, checkPlausible } from '../../bounds';
import { PictureError, type OpenOptions, type RowSource, type RowSteps } from '../../rows';
import { toOrientation } from '../exif';
import { openJpeg } from '../jpeg';
import type { ColourSpace } from '../jpeg/colours';
import { SegmentReader, type Tables } from '../jpeg/markers';
import { inflated, lzw, packBits, rowsOf, type ByteSteps } from '../unpack';
import { Directory, Tag } from './directory';
import { faxRows } from './fax';
import { pixelFormatOf, type PixelFormat } from './pixels';

const enum Compression {
	None = 1,
	FaxRle = 2,
	Group3 = 3,
	Group4 = 4,
	Lzw = 5,
	OldJpeg = 6,
	Jpeg = 7,
	Deflate = 8,
	PackBits = 32773,
	OldDeflate = 32946,
}

const READ: readonly number[] = [
	Compression.None,
	Compression.FaxRle,
	Compression.Group3,
	Compression.Group4,
	Compression.Lzw,
	Compression.Jpeg,
	Compression.Deflate,
	Compression.PackBits,
	Compression.OldDeflate,
];

/** Most bytes that a packing gives for one of its own, where that is known. */
const MOST_PACKING: Readonly<Record<number, number>> = {
	[Compression.None]: 1,
	[Compression.Deflate]: 1032,
	[Compression.OldDeflate]: 1032,
	[Compression.PackBits]: 64,
};

/** bytes of pixels of one row of tiles, which have to be there at the same time. */
const MOST_TILE_ROW = 160_000_000;

/** Rows given between two pauses. */
const ROWS_PER_STEP = 16;

/** Photometric values that a JPEG inside may have. */
const JPEG_COLOURS: Readonly<Record<number, ColourSpace>> = { 0: 'grey', 1: 'grey', 2: 'rgb', 5: 'cmyk', 6: 'ycc' };

/**
 * Opens the first frame of a TIFF: strips or tiles; uncompressed, fax (groups 3 and 4), LZW, deflate,
 * PackBits or JPEG; grey, palette, RGB or CMYK of 1 to 16 bits a sample, YCbCr in JPEG.
 * @throws PictureError
 */
export function openTiff(bytes: Uint8Array, options: OpenOptions = {}): RowSource {
	const directory = new Directory(bytes);
	const width = directory.value(Tag.Width) ?? 0;
	const height = directory.value(Tag.Height) ?? 0;
	const compression = directory.value(Tag.Compression) ?? Compression.None;
	const samples = directory.value(Tag.SamplesPerPixel) ?? 1;
	const depth = directory.value(Tag.BitsPerSample) ?? 1;
	checkPlausible(width, height, samples * depth, bytes.length);
	if (!READ.includes(compression)) {
		throw new PictureError('unsupported', compression === Compression.OldJpeg ? 'a TIFF with JPEG of the old kind' : `a TIFF of compression ${compression}`);
	}
	const packing = MOST_PACKING[compression];
	if (packing !== undefined) checkLongEnough((width * height * samples * depth) / packing, bytes.length);
	const parts = partsOf(directory, width, height);
	const decoder = compression === Compression.Jpeg ? jpegParts(directory, options) : sampleParts(directory, compression, parts.width);
	return {
		width,
		height,
		channels: decoder.channels,
		orientation: toOrientation(directory.value(Tag.Orientation) ?? 1) ?? 1,
		isLossy: compression === Compression.Jpeg,
		isFlat: samples === 1 && depth < 8,
		rows: () => (parts.perRow === 1 && parts.width === width ? stripRows(directory, parts, decoder, height) : tileRows(directory, parts, decoder, width, height)),
	};
}

/** Strips are tiles as wide as the picture. */
interface Parts {
	/** px of each part; the last row of tiles is whole, the last strip isn't. */
	width: number;
	height: number;
	perRow: number;
	offsets: Tag;
	byteCounts: Tag;
}

function partsOf(directory: Directory, width: number, height: number): Parts {
	const tileWidth = directory.value(Tag.TileWidth);
	const tileHeight = directory.value(Tag.TileLength);
	if (tileWidth === undefined || tileHeight === undefined) {
		const rows = directory.value(Tag.RowsPerStrip) ?? height;
		return { width, height: Math.max(1, Math.min(rows, height)), perRow: 1, offsets: Tag.StripOffsets, byteCounts: Tag.StripByteCounts };
	}
	if (tileWidth === 0 || tileHeight === 0 || tileWidth > width + 4096 || tileHeight > height + 4096) {
		throw new PictureError('damaged', 'a TIFF of impossible tiles');
	}
	const perRow = Math.ceil(width / tileWidth);
	return { width: tileWidth, height: tileHeight, perRow, offsets: Tag.TileOffsets, byteCounts: Tag.TileByteCounts };
}

/** Decodes one strip or tile. */
interface PartDecoder {
	channels: 1 | 3;
	/** Rows of pixels, `columns` wide. */
	rows(data: Uint8Array, columns: number, rows: number): RowSteps;
}

function dataOf(directory: Directory, { offsets, byteCounts }: Parts, index: number): Uint8Array {
	const from = directory.value(offsets, index);
	if (from === undefined) return new Uint8Array();
	return directory.bytes.subarray(from, from + (directory.value(byteCounts, index) ?? directory.bytes.length));
}

function* stripRows(directory: Directory, parts: Parts, decoder: PartDecoder, height: number): RowSteps {
	for (let strip = 0, y = 0; y < height; strip++, y += parts.height) {
		let missing = Math.min(parts.height, height - y);
		for (const row of decoder.rows(dataOf(directory, parts, strip), parts.width, missing)) {
			yield row;
			if (row) missing--;
			if (missing === 0) break;
		}
		if (missing > 0) return;
		yield undefined;
	}
}

function* tileRows(directory: Directory, parts: Parts, decoder: PartDecoder, width: number, height: number): RowSteps {
	const { channels } = decoder;
	const bandBytes = width * parts.height * channels;
	if (bandBytes > MOST_TILE_ROW) throw new PictureError('tooLarge', `tiles that need ${Math.round(bandBytes / 1e6)} MB of memory`);
	const band = new Uint8Array(bandBytes);
	for (let row = 0, top = 0; top < height; row++, top += parts.height) {
		for (let column = 0; column < parts.perRow; column++) {
			const left = column * parts.width;
			const columns = Math.min(parts.width, width - left);
			let y = 0;
			for (const pixels of decoder.rows(dataOf(directory, parts, row * parts.perRow + column), parts.width, parts.height)) {
				if (!pixels) {
					yield undefined;
					continue;
				}
				band.set(pixels.subarray(0, columns * channels), (y * width + left) * channels);
				if (++y >= parts.height) break;
			}
			if (y < Math.min(parts.height, height - top)) return;
		}
		const rows = Math.min(parts.height, height - top);
		for (let y = 0; y < rows; y++) {
			yield band.subarray(y * width * channels, (y + 1) * width * channels);
			if (y % ROWS_PER_STEP === 0) yield undefined;
		}
	}
}

function sampleParts(directory: Directory, compression: number, columns: number): PartDecoder {
	const format = pixelFormatOf(directory, columns);
	const isFax = compression === Compression.FaxRle || compression === Compression.Group3 || compression === Compression.Group4;
	if (isFax && format.rowBytes(8) !== 1) throw new PictureError('damaged', 'a fax of more than one bit a pixel');
	const isReversed = directory.value(Tag.FillOrder) === 2;
	const target = new Uint8Array(columns * format.channels);
	return {
		channels: format.channels,
		*rows(stored, width, rows) {
			const data = isReversed ? reversed(stored) : stored;
			let count = 0;
			for (const row of unpacked(data, compression, directory, format, width, rows)) {
				if (!row) {
					yield undefined;
					continue;
				}
				// A predictor changes the row, and the file is not ours to change.
				format.convert(compression === Compression.None ? row.slice() : row, width, target);
				yield target;
				if (++count % ROWS_PER_STEP === 0) yield undefined;
			}
		},
	};
}

function unpacked(
	data: Uint8Array,
	compression: number,
	directory: Directory,
	format: PixelFormat,
	width: number,
	rows: number,
): ByteSteps {
	const rowBytes = format.rowBytes(width);
	switch (compression) {
		case Compression.FaxRle:
			return faxRows(data, { width, height: rows, kind: 'rle' });
		case Compression.Group3: {
			const isTwoDimensional = ((directory.value(Tag.T4Options) ?? 0) & 1) === 1;
			return faxRows(data, { width, height: rows, kind: isTwoDimensional ? 'group3TwoDimensional' : 'group3' });
		}
		case Compression.Group4:
			return faxRows(data, { width, height: rows, kind: 'group4' });
		case Compression.Lzw:
			return rowsOf(lzw(data), rowBytes);
		case Compression.PackBits:
			return rowsOf(packBits(data), rowBytes);
		case Compression.None:
			return rowsOf([data], rowBytes);
		default:
			return rowsOf(inflated([data]), rowBytes);
	}
}

function jpegParts(directory: Directory, options: OpenOptions): PartDecoder {
	const colourSpace = JPEG_COLOURS[directory.value(Tag.Photometric) ?? 1];
	if (!colourSpace) throw new PictureError('unsupported', 'a TIFF whose JPEG has colours of an unknown kind');
	if ((directory.value(Tag.BitsPerSample) ?? 8) !== 8) throw new PictureError('unsupported', 'a TIFF whose JPEG has more than 8 bits a sample');
	const tables: Tables = { quantization: [], dc: [], ac: [] };
	const shared = directory.data(Tag.JpegTables);
	if (shared) new SegmentReader(shared, 0, tables).nextScan();
	const channels = colourSpace === 'grey' || (options.grey && colourSpace === 'ycc') ? 1 : 3;
	return {
		channels,
		*rows(data, columns, rows) {
			if (data.length === 0) return;
			const own = { quantization: [...tables.quantization], dc: [...tables.dc], ac: [...tables.ac] };
			const source = openJpeg(data, { tables: own, colourSpace, ...(options.grey ? { grey: true } : {}) });
			if (source.channels !== channels || source.width < columns) throw new PictureError('damaged', 'a TIFF whose JPEG has another size');
			const rowBytes = source.width * channels;
			let left = rows;
			for (const band of source.rows()) {
				if (!band) {
					yield undefined;
					continue;
				}
				for (let at = 0; at < band.length && left > 0; at += rowBytes, left--) {
					yield band.subarray(at, at + columns * channels);
				}
				yield undefined;
			}
		},
	};
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) => {
	let turned = 0;
	for (let bit = 0; bit < 8; bit++) turned |= ((byte >> bit) & 1) << (7 - bit);
	return turned;
});

/** Bytes whose bits stand in the other order (FillOrder 2). */
function reversed(data: Uint8Array): Uint8Array {
	return data.map((byte) => REVERSED[byte] as number);
}
