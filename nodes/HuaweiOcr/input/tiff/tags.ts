/** Tags of a TIFF directory that matter here (TIFF 6.0, part 1 to 3). */
export const Tag = {
	NewSubfileType: 254,
	SubfileType: 255,
	ImageWidth: 256,
	ImageLength: 257,
	Compression: 259,
	StripOffsets: 273,
	Orientation: 274,
	StripByteCounts: 279,
	FreeOffsets: 288,
	FreeByteCounts: 289,
	TileOffsets: 324,
	TileByteCounts: 325,
	SubIfds: 330,
	/** Of the JPEG compression that TIFF 6.0 began with, number 6. */
	JpegStream: 513,
	JpegStreamLength: 514,
	JpegQTables: 519,
	JpegDcTables: 520,
	JpegAcTables: 521,
	Xmp: 700,
	Iptc: 33723,
	Photoshop: 34377,
	Exif: 34665,
	Gps: 34853,
	Interoperability: 40965,
} as const;

/** Bytes of one value of each field type (TIFF 6.0, page 15), by the type's number. */
export const TYPE_BYTES: ReadonlyArray<number | undefined> = [undefined, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

export const BYTE = 1;
export const SHORT = 3;
export const LONG = 4;
