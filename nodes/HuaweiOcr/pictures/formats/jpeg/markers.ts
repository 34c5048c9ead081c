import { orientationOfExif } from '../exif';
import { PictureError, type Orientation } from '../../rows';
import { HuffmanTable } from './huffman';

export interface FrameComponent {
	id: number;
	/** Sampling factors 1–4. */
	horizontal: number;
	vertical: number;
	quantization: number;
}

/** A start of frame (T.81, B.2.2). */
export interface Frame {
	isProgressive: boolean;
	/** px */
	width: number;
	height: number;
	components: FrameComponent[];
}

/** A start of scan (T.81, B.2.3). */
export interface Scan {
	components: Array<{ index: number; dc: HuffmanTable | undefined; ac: HuffmanTable | undefined }>;
	/** First and last coefficient, and the bit positions of successive approximation. */
	start: number;
	end: number;
	high: number;
	low: number;
	/** MCUs between two restart markers; 0 for none. */
	restartInterval: number;
	/** Where the coded data begin. */
	dataAt: number;
}

/** What a JPEG's segments have said so far. */
export interface Tables {
	quantization: Array<Uint16Array | undefined>;
	dc: Array<HuffmanTable | undefined>;
	ac: Array<HuffmanTable | undefined>;
}

/** More segments or Huffman tables than this are an attempt to keep us busy; a segment may hold several tables. */
const MOST_SEGMENTS = 20_000;
const MOST_TABLES = 2_000;

const KINDS: Readonly<Record<number, string>> = {
	0xc3: 'a lossless JPEG',
	0xc5: 'a hierarchical JPEG',
	0xc6: 'a hierarchical JPEG',
	0xc7: 'a hierarchical JPEG',
	0xc9: 'an arithmetic-coded JPEG',
	0xca: 'an arithmetic-coded JPEG',
	0xcb: 'a lossless JPEG',
	0xcd: 'a hierarchical JPEG',
	0xce: 'a hierarchical JPEG',
	0xcf: 'a hierarchical JPEG',
};

/** Reads the segments of a JPEG one after another. */
export class SegmentReader {
	frame: Frame | undefined;
	orientation: Orientation = 1;
	/** The colour transform of an Adobe segment; undefined without one. */
	adobeTransform: number | undefined;
	private restartInterval = 0;
	private segments = 0;
	private huffmanTables = 0;

	constructor(
		private readonly bytes: Uint8Array,
		private at = 0,
		/** Those of a file whose tables stand apart (TIFF). */
		readonly tables: Tables = { quantization: [], dc: [], ac: [] },
	) {}

	/**
	 * Reads on to the next scan.
	 * @param from where the data of the scan before ended
	 * @returns undefined at the end of the picture or the file
	 */
	nextScan(from = this.at): Scan | undefined {
		const { bytes } = this;
		this.at = from;
		for (;;) {
			let at = bytes.indexOf(0xff, this.at);
			if (at < 0) return this.end();
			// Any number of fill bytes may stand before a marker (T.81, B.1.1.2).
			while (bytes[at + 1] === 0xff) at++;
			const marker = bytes[at + 1];
			if (marker === undefined) return this.end();
			this.at = at + 2;
			if (marker === 0xd9) return this.end();
			if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)) continue;
			if (++this.segments > MOST_SEGMENTS) throw new PictureError('damaged', 'a JPEG of too many segments');
			if (this.at + 2 > bytes.length) return this.end();
			const length = this.u16(this.at);
			const body = bytes.subarray(this.at + 2, this.at + length);
			const scan = this.readSegment(marker, body, this.at + length);
			this.at += Math.max(2, length);
			if (scan) return scan;
		}
	}

	private end(): undefined {
		this.at = this.bytes.length;
		return undefined;
	}

	private readSegment(marker: number, body: Uint8Array, dataAt: number): Scan | undefined {
		if (marker === 0xda) return this.readScan(body, dataAt);
		if (marker === 0xdb) this.readQuantization(body);
		else if (marker === 0xc4) this.readHuffman(body);
		else if (marker === 0xdd && body.length >= 2) this.restartInterval = ((body[0] ?? 0) << 8) | (body[1] ?? 0);
		else if (marker === 0xe1) this.orientation = orientationOfExif(body) ?? this.orientation;
		else if (marker === 0xee && startsWith(body, 'Adobe') && body.length >= 12) this.adobeTransform = body[11] ?? 0;
		else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) this.readFrame(marker, body);
		return undefined;
	}

	private readQuantization(body: Uint8Array): void {
		let at = 0;
		while (at < body.length) {
			const head = body[at++] as number;
			const wide = head >> 4 > 0;
			const table = new Uint16Array(64);
			for (let i = 0; i < 64; i++) {
				table[i] = wide ? ((body[at] ?? 0) << 8) | (body[at + 1] ?? 0) : (body[at] ?? 0);
				at += wide ? 2 : 1;
			}
			this.tables.quantization[head & 3] = table;
		}
	}

	private readHuffman(body: Uint8Array): void {
		let at = 0;
		while (at + 17 <= body.length) {
			if (++this.huffmanTables > MOST_TABLES) throw new PictureError('damaged', 'a JPEG of too many tables');
			const head = body[at] as number;
			const counts = body.subarray(at + 1, at + 17);
			const total = counts.reduce((sum, count) => sum + count, 0);
			const table = new HuffmanTable(counts, body.subarray(at + 17, at + 17 + total));
			(head >> 4 === 0 ? this.tables.dc : this.tables.ac)[head & 3] = table;
			at += 17 + total;
		}
	}

	private readFrame(marker: number, body: Uint8Array): void {
		const kind = KINDS[marker];
		if (kind !== undefined) throw new PictureError('unsupported', kind);
		if (this.frame) throw new PictureError('damaged', 'a JPEG of two frames');
		if (body.length < 6) throw new PictureError('damaged', 'a JPEG whose header is cut off');
		if (body[0] !== 8) throw new PictureError('unsupported', `a JPEG of ${body[0] ?? 0} bits a sample`);
		const count = body[5] ?? 0;
		if (![1, 3, 4].includes(count)) throw new PictureError('unsupported', `a JPEG of ${count} colours`);
		const components = Array.from({ length: count }, (_, index): FrameComponent => {
			const [id = 0, factors = 0, quantization = 0] = body.subarray(6 + index * 3, 9 + index * 3);
			// A single colour has no other to be sampled apart from (T.81, A.2.2).
			const alone = count === 1;
			return {
				id,
				horizontal: alone ? 1 : factors >> 4,
				vertical: alone ? 1 : factors & 15,
				quantization: quantization & 3,
			};
		});
		const isSampled = (factor: number): boolean => factor >= 1 && factor <= 4;
		if (!components.every(({ horizontal, vertical }) => isSampled(horizontal) && isSampled(vertical))) {
			throw new PictureError('damaged', 'a JPEG with impossible sampling');
		}
		const height = ((body[1] ?? 0) << 8) | (body[2] ?? 0);
		const width = ((body[3] ?? 0) << 8) | (body[4] ?? 0);
		if (width === 0 || height === 0) throw new PictureError('damaged', 'a size of 0 px');
		this.frame = { isProgressive: marker === 0xc2, width, height, components };
	}

	private readScan(body: Uint8Array, dataAt: number): Scan {
		const { frame } = this;
		if (!frame) throw new PictureError('damaged', 'a JPEG whose data come before its header');
		const count = body[0] ?? 0;
		if (count < 1 || count > frame.components.length) throw new PictureError('damaged', 'a scan of no colours');
		const components = Array.from({ length: count }, (_, i) => {
			const [id = 0, tables = 0] = body.subarray(1 + i * 2, 3 + i * 2);
			const index = frame.components.findIndex((component) => component.id === id);
			if (index < 0) throw new PictureError('damaged', 'a scan of an unknown colour');
			return { index, dc: this.tables.dc[(tables >> 4) & 3], ac: this.tables.ac[tables & 3] };
		});
		if (new Set(components.map(({ index }) => index)).size < count) {
			throw new PictureError('damaged', 'a scan that names a colour twice');
		}
		const [start = 0, last = 63, bits = 0] = body.subarray(1 + count * 2, 4 + count * 2);
		const end = frame.isProgressive ? last : 63;
		if (start > end || end > 63 || (start > 0 && count > 1)) throw new PictureError('damaged', 'an impossible scan');
		return {
			components,
			start: frame.isProgressive ? start : 0,
			end,
			high: frame.isProgressive ? bits >> 4 : 0,
			low: frame.isProgressive ? Math.min(13, bits & 15) : 0,
			restartInterval: this.restartInterval,
			dataAt,
		};
	}

	private u16(at: number): number {
		return ((this.bytes[at] ?? 0) << 8) | (this.bytes[at + 1] ?? 0);
	}
}

function startsWith(body: Uint8Array, text: string): boolean {
	return Array.from(text).every((character, index) => body[index] === character.charCodeAt(0));
}
