/** Where the coefficients of a block stand in the order in which they are sent (T.81, figure A.6). */
export const ZIGZAG = Uint8Array.from([
	0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21,
	28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54,
	47, 55, 62, 63,
]);

/** Writes the samples of a block of coefficients; `size` × `size` of them. */
export type BlockWriter = (
	coefficients: Int16Array,
	from: number,
	target: Uint8ClampedArray,
	at: number,
	stride: number,
) => void;

/** Rotations of the fast transform (Loeffler, Ligtenberg, Moschytz 1989), in 1/4096. */
const fixed = (value: number): number => Math.round(value * 4096);
const R0_541 = fixed(0.5411961);
const R1_847 = fixed(-1.847759065);
const R0_765 = fixed(0.765366865);
const R1_175 = fixed(1.175875602);
const R0_298 = fixed(0.298631336);
const R2_053 = fixed(2.053119869);
const R3_072 = fixed(3.072711026);
const R1_501 = fixed(1.50132111);
const R0_899 = fixed(-0.899976223);
const R2_562 = fixed(-2.562915447);
const R1_961 = fixed(-1.96157056);
const R0_390 = fixed(-0.390180644);

const columns = new Int32Array(64);

/** The inverse transform to 8 × 8 samples: columns first, then rows, each in 1/4096. */
const write8: BlockWriter = (c, from, target, at, stride) => {
	for (let i = 0; i < 8; i++) {
		const f = from + i;
		const s1 = c[f + 8] as number;
		const s2 = c[f + 16] as number;
		const s3 = c[f + 24] as number;
		const s4 = c[f + 32] as number;
		const s5 = c[f + 40] as number;
		const s6 = c[f + 48] as number;
		const s7 = c[f + 56] as number;
		const s0 = c[f] as number;
		if ((s1 | s2 | s3 | s4 | s5 | s6 | s7) === 0) {
			const flat = s0 << 2;
			for (let j = i; j < 64; j += 8) columns[j] = flat;
			continue;
		}
		const e1 = (s2 + s6) * R0_541;
		const e2 = e1 + s6 * R1_847;
		const e3 = e1 + s2 * R0_765;
		const a0 = ((s0 + s4) << 12) + 512;
		const a1 = ((s0 - s4) << 12) + 512;
		const x0 = a0 + e3;
		const x3 = a0 - e3;
		const x1 = a1 + e2;
		const x2 = a1 - e2;
		const q5 = (s7 + s3 + s5 + s1) * R1_175;
		const q1 = q5 + (s7 + s1) * R0_899;
		const q2 = q5 + (s5 + s3) * R2_562;
		const q3 = (s7 + s3) * R1_961;
		const q4 = (s5 + s1) * R0_390;
		const t0 = s7 * R0_298 + q1 + q3;
		const t1 = s5 * R2_053 + q2 + q4;
		const t2 = s3 * R3_072 + q2 + q3;
		const t3 = s1 * R1_501 + q1 + q4;
		columns[i] = (x0 + t3) >> 10;
		columns[i + 56] = (x0 - t3) >> 10;
		columns[i + 8] = (x1 + t2) >> 10;
		columns[i + 48] = (x1 - t2) >> 10;
		columns[i + 16] = (x2 + t1) >> 10;
		columns[i + 40] = (x2 - t1) >> 10;
		columns[i + 24] = (x3 + t0) >> 10;
		columns[i + 32] = (x3 - t0) >> 10;
	}
	for (let y = 0; y < 8; y++) {
		const f = y * 8;
		const to = at + y * stride;
		const s0 = columns[f] as number;
		const s1 = columns[f + 1] as number;
		const s2 = columns[f + 2] as number;
		const s3 = columns[f + 3] as number;
		const s4 = columns[f + 4] as number;
		const s5 = columns[f + 5] as number;
		const s6 = columns[f + 6] as number;
		const s7 = columns[f + 7] as number;
		const e1 = (s2 + s6) * R0_541;
		const e2 = e1 + s6 * R1_847;
		const e3 = e1 + s2 * R0_765;
		// Half of the last place, and 128: samples are kept around 0.
		const a0 = ((s0 + s4) << 12) + 65536 + (128 << 17);
		const a1 = ((s0 - s4) << 12) + 65536 + (128 << 17);
		const x0 = a0 + e3;
		const x3 = a0 - e3;
		const x1 = a1 + e2;
		const x2 = a1 - e2;
		const q5 = (s7 + s3 + s5 + s1) * R1_175;
		const q1 = q5 + (s7 + s1) * R0_899;
		const q2 = q5 + (s5 + s3) * R2_562;
		const q3 = (s7 + s3) * R1_961;
		const q4 = (s5 + s1) * R0_390;
		const t0 = s7 * R0_298 + q1 + q3;
		const t1 = s5 * R2_053 + q2 + q4;
		const t2 = s3 * R3_072 + q2 + q3;
		const t3 = s1 * R1_501 + q1 + q4;
		target[to] = (x0 + t3) >> 17;
		target[to + 7] = (x0 - t3) >> 17;
		target[to + 1] = (x1 + t2) >> 17;
		target[to + 6] = (x1 - t2) >> 17;
		target[to + 2] = (x2 + t1) >> 17;
		target[to + 5] = (x2 - t1) >> 17;
		target[to + 3] = (x3 + t0) >> 17;
		target[to + 4] = (x3 - t0) >> 17;
	}
};

/*
 * The inverse transforms to fewer samples take the lowest frequencies alone: nearly the mean of the
 * samples that they stand for, and much cheaper than making them all.
 */

/** 4-point transform, scaled by the root of 4/8. */
const K0 = Math.sqrt(1 / 8);
const K1 = 0.5 * Math.cos(Math.PI / 8);
const K2 = 0.5 * Math.cos(Math.PI / 4);
const K3 = 0.5 * Math.cos((3 * Math.PI) / 8);

const quarters = new Float64Array(16);

const write4: BlockWriter = (c, from, target, at, stride) => {
	for (let i = 0; i < 4; i++) {
		const f = from + i;
		const s0 = (c[f] as number) * K0;
		const s1 = c[f + 8] as number;
		const s2 = (c[f + 16] as number) * K2;
		const s3 = c[f + 24] as number;
		const even = s0 + s2;
		const odd = s0 - s2;
		const outer = s1 * K1 + s3 * K3;
		const inner = s1 * K3 - s3 * K1;
		quarters[i] = even + outer;
		quarters[i + 4] = odd + inner;
		quarters[i + 8] = odd - inner;
		quarters[i + 12] = even - outer;
	}
	for (let y = 0; y < 4; y++) {
		const f = y * 4;
		const to = at + y * stride;
		const s0 = (quarters[f] as number) * K0 + 128;
		const s1 = quarters[f + 1] as number;
		const s2 = (quarters[f + 2] as number) * K2;
		const s3 = quarters[f + 3] as number;
		const even = s0 + s2;
		const odd = s0 - s2;
		const outer = s1 * K1 + s3 * K3;
		const inner = s1 * K3 - s3 * K1;
		target[to] = even + outer;
		target[to + 1] = odd + inner;
		target[to + 2] = odd - inner;
		target[to + 3] = even - outer;
	}
};

const write2: BlockWriter = (c, from, target, at, stride) => {
	const mean = (c[from] as number) / 8 + 128;
	const across = (c[from + 1] as number) / 8;
	const down = (c[from + 8] as number) / 8;
	const both = (c[from + 9] as number) / 8;
	target[at] = mean + across + down + both;
	target[at + 1] = mean - across + down - both;
	target[at + stride] = mean + across - down - both;
	target[at + stride + 1] = mean - across - down + both;
};

const write1: BlockWriter = (c, from, target, at) => {
	target[at] = (c[from] as number) / 8 + 128;
};

/** By samples per side of a block. */
export const BLOCK_WRITERS: Record<1 | 2 | 4 | 8, BlockWriter> = { 1: write1, 2: write2, 4: write4, 8: write8 };
