import { PictureError } from '../../rows';
import type { BitReader, HuffmanTable } from './huffman';
import { ZIGZAG } from './idct';
import type { Scan } from './markers';

/** Reads one block of a scan into its 64 coefficients. */
export type BlockReader = (coefficients: Int16Array, at: number, component: number) => void;

/** The state of a scan's decoding: one reader per kind of scan, chosen once. */
export interface ScanDecoder {
	read: BlockReader;
	/** At a restart marker. */
	restart(): void;
}

/**
 * @param quantization by component of the scan, in the order of sending: coefficients come multiplied;
 * undefined leaves them as they are
 */
export function sequentialDecoder(
	bits: BitReader,
	scan: Scan,
	quantization: ReadonlyArray<Uint16Array | undefined>,
): ScanDecoder {
	const ones = new Uint16Array(64).fill(1);
	const parts = scan.components.map(({ dc, ac }, index) => ({
		dc: needed(dc),
		ac: needed(ac),
		q: quantization[index] ?? ones,
	}));
	const before = new Int32Array(parts.length);
	return {
		read(coefficients, at, component) {
			const { dc, ac, q } = parts[component] as (typeof parts)[number];
			const length = bits.symbol(dc) & 15;
			if (length > 0) before[component] = (before[component] as number) + bits.receiveSigned(length);
			coefficients[at] = (before[component] as number) * (q[0] as number);
			for (let k = 1; k < 64; ) {
				const code = bits.symbol(ac);
				const size = code & 15;
				if (size === 0) {
					if (code !== 0xf0) return;
					k += 16;
					continue;
				}
				k += code >> 4;
				const value = bits.receiveSigned(size);
				if (k > 63) return;
				coefficients[at + (ZIGZAG[k] as number)] = value * (q[k] as number);
				k++;
			}
		},
		restart: () => before.fill(0),
	};
}

/** T.81, annex G. Coefficients stay as they are, unmultiplied. */
export function progressiveDecoder(bits: BitReader, scan: Scan): ScanDecoder {
	if (scan.start === 0) return scan.high === 0 ? firstDc(bits, scan) : refinedDc(bits, scan);
	return scan.high === 0 ? firstAc(bits, scan) : refinedAc(bits, scan);
}

function firstDc(bits: BitReader, { components, low }: Scan): ScanDecoder {
	const tables = components.map(({ dc }) => needed(dc));
	const before = new Int32Array(tables.length);
	return {
		read(coefficients, at, component) {
			const length = bits.symbol(tables[component] as HuffmanTable) & 15;
			if (length > 0) before[component] = (before[component] as number) + bits.receiveSigned(length);
			coefficients[at] = (before[component] as number) << low;
		},
		restart: () => before.fill(0),
	};
}

function refinedDc(bits: BitReader, { low }: Scan): ScanDecoder {
	return {
		read(coefficients, at) {
			if (bits.receive(1) === 1) coefficients[at] = (coefficients[at] as number) | (1 << low);
		},
		restart: () => undefined,
	};
}

function firstAc(bits: BitReader, { components, start, end, low }: Scan): ScanDecoder {
	const table = needed(components[0]?.ac);
	let emptyBlocks = 0;
	return {
		read(coefficients, at) {
			if (emptyBlocks > 0) {
				emptyBlocks--;
				return;
			}
			for (let k = start; k <= end; ) {
				const code = bits.symbol(table);
				const run = code >> 4;
				const size = code & 15;
				if (size === 0) {
					if (run < 15) {
						emptyBlocks = (1 << run) - 1 + (run > 0 ? bits.receive(run) : 0);
						return;
					}
					k += 16;
					continue;
				}
				k += run;
				const value = bits.receiveSigned(size);
				if (k > 63) return;
				coefficients[at + (ZIGZAG[k] as number)] = value * (1 << low);
				k++;
			}
		},
		restart: () => (emptyBlocks = 0),
	};
}

function refinedAc(bits: BitReader, { components, start, end, low }: Scan): ScanDecoder {
	const table = needed(components[0]?.ac);
	const plus = 1 << low;
	let emptyBlocks = 0;
	const refine = (coefficients: Int16Array, place: number, value: number): void => {
		if (bits.receive(1) === 1 && (Math.abs(value) & plus) === 0) {
			coefficients[place] = value > 0 ? value + plus : value - plus;
		}
	};
	return {
		read(coefficients, at) {
			let k = start;
			if (emptyBlocks === 0) {
				for (; k <= end; k++) {
					const code = bits.symbol(table);
					let zeros = code >> 4;
					let value = 0;
					if ((code & 15) !== 0) {
						value = bits.receive(1) === 1 ? plus : -plus;
					} else if (zeros < 15) {
						emptyBlocks = (1 << zeros) + (zeros > 0 ? bits.receive(zeros) : 0);
						break;
					}
					for (; k <= end; k++) {
						const place = at + (ZIGZAG[k] as number);
						const known = coefficients[place] as number;
						if (known !== 0) refine(coefficients, place, known);
						else if (zeros-- === 0) break;
					}
					if (value !== 0 && k <= end) coefficients[at + (ZIGZAG[k] as number)] = value;
				}
			}
			if (emptyBlocks === 0) return;
			for (; k <= end; k++) {
				const place = at + (ZIGZAG[k] as number);
				const known = coefficients[place] as number;
				if (known !== 0) refine(coefficients, place, known);
			}
			emptyBlocks--;
		},
		restart: () => (emptyBlocks = 0),
	};
}

function needed(table: HuffmanTable | undefined): HuffmanTable {
	if (!table) throw new PictureError('damaged', 'a JPEG without a table that its data need');
	return table;
}
