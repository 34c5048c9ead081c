import { checkLongEnough, checkPlausible } from '../../bounds';
import { PictureError, type OpenOptions, type RowSource, type RowSteps } from '../../rows';
import { progressiveDecoder, sequentialDecoder, type ScanDecoder } from './blocks';
import { colourSpaceOf, toRgbRow, type ColourSpace } from './colours';
import { BitReader } from './huffman';
import { BLOCK_WRITERS, ZIGZAG, type BlockWriter } from './idct';
import { SegmentReader, type Frame, type FrameComponent, type Scan, type Tables } from './markers';

/** bytes of coefficients that a progressive JPEG may need: all of them have to be kept until its end. */
const MOST_COEFFICIENTS = 300_000_000;

/** Scans of a picture; encoders write about ten. Each goes through the whole picture. */
const MOST_SCANS = 50;

/** MCUs that are decoded in one step, less than 10 ms of work. */
const MCUS_PER_STEP = 4096;

const COMPONENTS: Readonly<Record<ColourSpace, number>> = { grey: 1, rgb: 3, ycc: 3, cmyk: 4, ycck: 4 };

/** One colour of the picture while it is decoded. */
interface Plane extends FrameComponent {
	/** Blocks that hold samples of the picture, without the filling up to whole MCUs. */
	blocksWide: number;
	blocksHigh: number;
	/** Blocks per row as stored: whole MCUs. */
	blocksPerRow: number;
	/** All coefficients, where a picture comes in several scans. */
	coefficients?: Int16Array;
	/** Samples of one row of MCUs, `stride` to a row. */
	samples: Uint8ClampedArray;
	stride: number;
}

/** More for a caller who has a JPEG inside another file. */
export interface JpegOptions extends OpenOptions {
	/** Tables that stand apart from the data. */
	tables?: Tables;
	/** Overrules what the file says of its colours. */
	colourSpace?: ColourSpace;
}

/**
 * Opens a JPEG: baseline, extended and progressive with Huffman codes and 8 bits a sample; grey, RGB,
 * YCbCr, CMYK and YCCK.
 * @throws PictureError
 */
export function openJpeg(bytes: Uint8Array, options: JpegOptions = {}): RowSource {
	const segments = new SegmentReader(bytes, 0, options.tables);
	const first = segments.nextScan();
	const { frame } = segments;
	if (!frame) throw new PictureError(bytes.length < 1000 ? 'cutOff' : 'damaged', 'a JPEG without a header');
	if (!first) throw new PictureError('cutOff', 'a JPEG without data');
	const { width, height, components } = frame;
	checkPlausible(width, height, components.length * 8, bytes.length);
	// A block takes at least one bit for its mean and one for "no more"; progressive ones share the latter.
	checkLongEnough((width / 8) * (height / 8) * (frame.isProgressive ? 1 : 2), bytes.length);
	const { reduce = 1 } = options;
	const told = options.colourSpace;
	const space = told && COMPONENTS[told] === components.length ? told : colourSpaceOf(frame, segments.adobeTransform);
	const channels = space === 'grey' || (options.grey && space === 'ycc') ? 1 : 3;
	const picture = new JpegPicture(frame, (8 / reduce) as 1 | 2 | 4 | 8, space, channels, segments.adobeTransform !== undefined);
	return {
		width: picture.width,
		height: picture.height,
		channels,
		orientation: segments.orientation,
		isLossy: true,
		rows: () => picture.rows(bytes, segments, first),
	};
}

class JpegPicture {
	readonly width: number;
	readonly height: number;
	private readonly planes: Plane[];
	private readonly mostHorizontal: number;
	private readonly mostVertical: number;
	private readonly mcusPerRow: number;
	private readonly mcuRows: number;
	private readonly writeBlock: BlockWriter;

	constructor(
		private readonly frame: Frame,
		/** Samples per side that a block of 8 × 8 gives. */
		private readonly blockSize: 1 | 2 | 4 | 8,
		private readonly space: ColourSpace,
		private readonly channels: 1 | 3,
		private readonly isInverted: boolean,
	) {
		const { components, width, height } = frame;
		this.width = Math.ceil((width * blockSize) / 8);
		this.height = Math.ceil((height * blockSize) / 8);
		this.mostHorizontal = Math.max(...components.map(({ horizontal }) => horizontal));
		this.mostVertical = Math.max(...components.map(({ vertical }) => vertical));
		this.mcusPerRow = Math.ceil(width / (8 * this.mostHorizontal));
		this.mcuRows = Math.ceil(height / (8 * this.mostVertical));
		this.writeBlock = BLOCK_WRITERS[blockSize];
		this.planes = components.map((component): Plane => {
			const { horizontal, vertical } = component;
			const blocksPerRow = this.mcusPerRow * horizontal;
			const stride = blocksPerRow * blockSize;
			return {
				...component,
				blocksWide: Math.ceil((width * horizontal) / this.mostHorizontal / 8),
				blocksHigh: Math.ceil((height * vertical) / this.mostVertical / 8),
				blocksPerRow,
				samples: new Uint8ClampedArray(stride * vertical * blockSize),
				stride,
			};
		});
	}

	*rows(bytes: Uint8Array, segments: SegmentReader, first: Scan): RowSteps {
		const inOneScan = !this.frame.isProgressive && first.components.length === this.planes.length;
		if (inOneScan) yield* this.streamRows(bytes, segments, first);
		else yield* this.collectRows(bytes, segments, first);
	}

	/** A picture whose only scan holds all colours: each row of MCUs is ready when it is read. */
	private *streamRows(bytes: Uint8Array, segments: SegmentReader, scan: Scan): RowSteps {
		const bits = new BitReader(bytes, scan.dataAt);
		const decoder = sequentialDecoder(
			bits,
			scan,
			scan.components.map(({ index }) => segments.tables.quantization[this.planes[index]?.quantization ?? 0]),
		);
		const planes = scan.components.map(({ index }) => this.planes[index] as Plane);
		const wanted = planes.map((plane) => this.channels === 3 || plane === this.planes[0]);
		const block = new Int16Array(64);
		const restarts = new Restarts(bytes, bits, decoder, scan.restartInterval);
		for (let row = 0; row < this.mcuRows; row++) {
			for (let mcu = 0; mcu < this.mcusPerRow; mcu++) {
				if (mcu % MCUS_PER_STEP === MCUS_PER_STEP - 1) yield undefined;
				if (!restarts.before()) return;
				for (let c = 0; c < planes.length; c++) {
					const { horizontal, vertical, samples, stride } = planes[c] as Plane;
					for (let i = 0; i < horizontal * vertical; i++) {
						block.fill(0);
						decoder.read(block, 0, c);
						if (wanted[c] !== true) continue;
						const x = (mcu * horizontal + (i % horizontal)) * this.blockSize;
						const y = Math.floor(i / horizontal) * this.blockSize;
						this.writeBlock(block, 0, samples, y * stride + x, stride);
					}
				}
			}
			// Bits that the file doesn't have: this row is invented, or the end of the last one.
			if (bits.isOverrun && scan.restartInterval === 0 && row < this.mcuRows - 1) return;
			yield this.bandOf(row);
		}
	}

	/** A picture in several scans: all coefficients are collected before the first row can be shown. */
	private *collectRows(bytes: Uint8Array, segments: SegmentReader, first: Scan): RowSteps {
		const needed = this.planes.reduce((sum, plane) => sum + coefficientsOf(plane, this.mcuRows), 0) * 2;
		if (needed > MOST_COEFFICIENTS) {
			throw new PictureError('tooLarge', `a progressive JPEG that needs ${Math.round(needed / 1e6)} MB of memory`);
		}
		for (const plane of this.planes) plane.coefficients = new Int16Array(coefficientsOf(plane, this.mcuRows));
		const seen = new Set<number>();
		let scan: Scan | undefined = first;
		let at = scan.dataAt;
		for (let count = 1; scan; count++) {
			if (count > MOST_SCANS) throw new PictureError('damaged', 'a JPEG of too many scans');
			const bits: BitReader = new BitReader(bytes, scan.dataAt);
			const isWhole: boolean = yield* this.readScan(bytes, bits, scan);
			at = bits.at;
			if (isWhole && scan.start === 0) scan.components.forEach(({ index }) => seen.add(index));
			yield undefined;
			scan = segments.nextScan(at);
		}
		// Without the means of a colour there is no picture; finer detail may be missing.
		if (seen.size < this.planes.length) return;
		const quantization = this.planes.map((plane) => inBlockOrder(segments.tables.quantization[plane.quantization]));
		const block = new Int16Array(64);
		for (let row = 0; row < this.mcuRows; row++) {
			for (const [index, plane] of this.planes.entries()) {
				if (this.channels === 3 || index === 0) {
					yield* this.writePlane(plane, row, quantization[index] as Uint16Array, block);
				}
			}
			yield this.bandOf(row);
		}
	}

	/** @returns whether the data lasted to the end of the scan */
	private *readScan(bytes: Uint8Array, bits: BitReader, scan: Scan): Generator<undefined, boolean> {
		const decoder = this.frame.isProgressive ? progressiveDecoder(bits, scan) : sequentialDecoder(bits, scan, []);
		const planes = scan.components.map(({ index }) => this.planes[index] as Plane);
		const restarts = new Restarts(bytes, bits, decoder, scan.restartInterval);
		const [only] = planes;
		if (planes.length === 1 && only?.coefficients) {
			let steps = 0;
			for (let y = 0; y < only.blocksHigh; y++) {
				for (let x = 0; x < only.blocksWide; x++) {
					if (++steps % (MCUS_PER_STEP * 4) === 0) yield undefined;
					if (!restarts.before()) return false;
					decoder.read(only.coefficients, (y * only.blocksPerRow + x) * 64, 0);
				}
				if (bits.isOverrun && scan.restartInterval === 0) return false;
			}
			return true;
		}
		for (let row = 0; row < this.mcuRows; row++) {
			for (let mcu = 0; mcu < this.mcusPerRow; mcu++) {
				if (mcu % MCUS_PER_STEP === 0) yield undefined;
				if (!restarts.before()) return false;
				for (let c = 0; c < planes.length; c++) {
					const { horizontal, vertical, blocksPerRow, coefficients } = planes[c] as Plane;
					for (let i = 0; i < horizontal * vertical; i++) {
						const x = mcu * horizontal + (i % horizontal);
						const y = row * vertical + Math.floor(i / horizontal);
						decoder.read(coefficients as Int16Array, (y * blocksPerRow + x) * 64, c);
					}
				}
			}
			if (bits.isOverrun && scan.restartInterval === 0) return false;
		}
		return true;
	}

	private *writePlane(plane: Plane, row: number, quantization: Uint16Array, block: Int16Array): Generator<undefined> {
		const { coefficients, vertical, blocksPerRow, samples, stride } = plane;
		if (!coefficients) return;
		for (let v = 0; v < vertical; v++) {
			const from = (row * vertical + v) * blocksPerRow;
			for (let x = 0; x < blocksPerRow; x++) {
				if (x % MCUS_PER_STEP === MCUS_PER_STEP - 1) yield undefined;
				const at = (from + x) * 64;
				for (let i = 0; i < 64; i++) block[i] = (coefficients[at + i] as number) * (quantization[i] as number);
				this.writeBlock(block, 0, samples, v * this.blockSize * stride + x * this.blockSize, stride);
			}
		}
	}

	/** The pixels of one row of MCUs. */
	private bandOf(row: number): Uint8Array {
		const { width, channels } = this;
		const mcuHeight = this.mostVertical * this.blockSize;
		const height = Math.min(mcuHeight, this.height - row * mcuHeight);
		const band = new Uint8ClampedArray(width * height * channels);
		for (let y = 0; y < height; y++) {
			const target = band.subarray(y * width * channels, (y + 1) * width * channels);
			if (channels === 1) {
				target.set(this.sampleRow(this.planes[0] as Plane, y));
			} else {
				const rows = this.planes.map((plane) => this.sampleRow(plane, y));
				toRgbRow(this.space, rows, width, target, this.isInverted);
			}
		}
		return new Uint8Array(band.buffer);
	}

	/** A row of one colour's samples, as wide as the picture. */
	private sampleRow(plane: Plane, y: number): Uint8ClampedArray {
		const { horizontal, vertical, samples, stride } = plane;
		const { width, mostHorizontal } = this;
		const from = Math.floor((y * vertical) / this.mostVertical) * stride;
		const row = samples.subarray(from, from + stride);
		if (horizontal === mostHorizontal) return row.subarray(0, width);
		const wide = new Uint8ClampedArray(width);
		if (horizontal * 2 === mostHorizontal) for (let x = 0; x < width; x++) wide[x] = row[x >> 1] as number;
		else for (let x = 0; x < width; x++) wide[x] = row[Math.floor((x * horizontal) / mostHorizontal)] as number;
		return wide;
	}
}

/** Restart markers: every so many MCUs decoding begins anew, so that damage ends there. */
class Restarts {
	private left: number;

	constructor(
		private readonly bytes: Uint8Array,
		private readonly bits: BitReader,
		private readonly decoder: ScanDecoder,
		private readonly interval: number,
	) {
		this.left = interval;
	}

	/** Call before each MCU. @returns whether there are more data */
	before(): boolean {
		if (this.interval === 0) return true;
		if (this.left-- > 0) return true;
		this.left = this.interval - 1;
		this.decoder.restart();
		this.bits.align();
		let at = this.bytes.indexOf(0xff, this.bits.at);
		while (at >= 0 && (this.bytes[at + 1] === 0 || this.bytes[at + 1] === 0xff)) at = this.bytes.indexOf(0xff, at + 1);
		const marker = at < 0 ? 0 : (this.bytes[at + 1] ?? 0);
		if (marker < 0xd0 || marker > 0xd7) return false;
		this.bits.at = at + 2;
		return true;
	}
}

function coefficientsOf({ blocksPerRow, vertical }: Plane, mcuRows: number): number {
	return blocksPerRow * vertical * mcuRows * 64;
}

/** From the order of sending to that of the block. */
function inBlockOrder(sent: Uint16Array | undefined): Uint16Array {
	const ordered = new Uint16Array(64).fill(1);
	sent?.forEach((value, k) => (ordered[ZIGZAG[k] as number] = value));
	return ordered;
}
