import { PictureError } from '../../rows';

/** Tags that matter for pixels (TIFF 6.0). */
export const enum Tag {
	Width = 256,
	Height = 257,
	BitsPerSample = 258,
	Compression = 259,
	Photometric = 262,
	FillOrder = 266,
	StripOffsets = 273,
	Orientation = 274,
	SamplesPerPixel = 277,
	RowsPerStrip = 278,
	StripByteCounts = 279,
	PlanarConfiguration = 284,
	T4Options = 292,
	Predictor = 317,
	ColorMap = 320,
	TileWidth = 322,
	TileLength = 323,
	TileOffsets = 324,
	TileByteCounts = 325,
	ExtraSamples = 338,
	SampleFormat = 339,
	JpegTables = 347,
}

const BYTES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1 };

interface Entry {
	type: number;
	count: number;
	/** Where the values stand in the file. */
	at: number;
}

/** One directory of a TIFF file; values are read when asked for. */
export class Directory {
	readonly little: boolean;
	private readonly entries = new Map<number, Entry>();
	private readonly view: DataView;

	/** Reads the first directory. @throws PictureError */
	constructor(readonly bytes: Uint8Array) {
		if (bytes.length < 8) throw new PictureError('cutOff', 'a TIFF whose header is cut off');
		this.little = bytes[0] === 0x49;
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		if (this.view.getUint16(2, this.little) === 43) throw new PictureError('unsupported', 'a BigTIFF');
		const start = this.view.getUint32(4, this.little);
		if (start + 2 > bytes.length) throw new PictureError('cutOff', 'a TIFF whose directory is cut off');
		const count = this.view.getUint16(start, this.little);
		for (let i = 0; i < count; i++) {
			const at = start + 2 + i * 12;
			if (at + 12 > bytes.length) throw new PictureError('cutOff', 'a TIFF whose directory is cut off');
			const type = this.view.getUint16(at + 2, this.little);
			const size = BYTES[type];
			const values = this.view.getUint32(at + 4, this.little);
			if (size === undefined) continue;
			const isInside = size * values <= 4;
			this.entries.set(this.view.getUint16(at, this.little), {
				type,
				count: values,
				at: isInside ? at + 8 : this.view.getUint32(at + 8, this.little),
			});
		}
	}

	count(tag: Tag): number {
		return this.entries.get(tag)?.count ?? 0;
	}

	/** The value of a tag, or one of its values; undefined where the file has none. */
	value(tag: Tag, index = 0): number | undefined {
		const entry = this.entries.get(tag);
		if (!entry || index >= entry.count) return undefined;
		const size = BYTES[entry.type] ?? 1;
		const at = entry.at + index * size;
		if (at + size > this.bytes.length) return undefined;
		if (size === 1) return this.view.getUint8(at);
		return size === 2 ? this.view.getUint16(at, this.little) : this.view.getUint32(at, this.little);
	}

	/** The bytes of a tag. */
	data(tag: Tag): Uint8Array | undefined {
		const entry = this.entries.get(tag);
		return entry && this.bytes.subarray(entry.at, entry.at + entry.count * (BYTES[entry.type] ?? 1));
	}
}
