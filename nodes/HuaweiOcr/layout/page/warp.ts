// Pages that are not flat: a curled receipt, a photo taken from the side. Their lines have another slope
// at every place. The slopes of the blocks' own edges are fitted by a smooth field, and the page is
// straightened along it (compare the baseline fields of Ulges, Lampert and Breuel, "Document image
// dewarping using robust estimation of curled text lines", ICDAR 2005).

import type { Steps } from '../../turns/steps';

/** One block's slope against the page; all lengths are text heights. */
export interface SlopeSample {
	x: number;
	y: number;
	/** Tangent of the angle of the block's edges. */
	slope: number;
	length: number;
}

/** How far a place lies below where it would lie on the flat page, in text heights. */
export type Warp = (x: number, y: number) => number;

/** Terms of the slope by place: 1, u, v, u², uv (u along the text, v across it). */
const TERMS = 5;
/** A field of so many terms needs so many blocks. */
const FIELDS = [
	{ terms: TERMS, blocks: 16 },
	{ terms: 3, blocks: 5 },
] as const;
/** Corners are whole pixels: an edge of this many text heights has a slope that is wrong by about … */
const CORNER_ERROR = 0.025;
/** Longer blocks say no more about one place than blocks of so many text heights. */
const LONGEST = 12;
/** Slopes further off than so many times the usual distance are mistakes. */
const OUTLIER = 4;
const FITS = 4;
/** So many blocks show how a page is bent, however many there are. */
export const MOST_SAMPLES = 1000;
/** Straightening once changes the places that slopes were measured at; so often it is done again. */
const ROUNDS = 3;
/** The field must take so much off what the slopes differ by … */
const EXPLAINED = 0.5;
/** … move something by this many text heights … */
const NOTICEABLE = 0.15;
/** … and be so many times larger than it may be wrong. */
const SURE = 3;
/** No page is bent so much that a line rises more than this from one end to the other, per length. */
const STEEPEST = 0.3;

interface Field {
	/** Middle of the page, and half of its width. */
	x: number;
	y: number;
	reach: number;
	terms: number[];
}

/**
 * Finds how a page is bent.
 * @param samples of blocks that are clearly longer than high, in an order that does not depend on the input's
 * @returns undefined for a flat page, and where too little shows how it is bent
 */
export function* measureWarp(samples: readonly SlopeSample[]): Steps<Warp | undefined> {
	for (const { terms, blocks } of FIELDS) {
		if (samples.length < blocks) continue;
		const warp = yield* warpOf(samples, terms);
		if (warp) return warp;
	}
	return undefined;
}

function* warpOf(samples: readonly SlopeSample[], terms: number): Steps<Warp | undefined> {
	const fields: Field[] = [];
	let left = [...samples];
	for (let round = 0; round < ROUNDS; round++) {
		const fit = fitField(left, terms);
		yield;
		if (!fit) return undefined;
		if (round === 0 && !isBent(left, fit)) return undefined;
		fields.push(fit.field);
		left = left.map((sample) => straightened(sample, fit.field));
	}
	return (x, y) => {
		let height = y;
		for (const field of fields) height -= riseAt(field, x, height);
		return y - height;
	};
}

function straightened(sample: SlopeSample, field: Field): SlopeSample {
	const { x, y, slope } = sample;
	const [u, v] = [(x - field.x) / field.reach, (y - field.y) / field.reach];
	const [, , c = 0, , e = 0] = field.terms;
	const along = basis(u, v).reduce((sum, value, index) => sum + value * (field.terms[index] ?? 0), 0);
	return { ...sample, y: y - riseAt(field, x, y), slope: slope * (1 - c * u - (e * u * u) / 2) - along };
}

function basis(u: number, v: number): number[] {
	return [1, u, v, u * u, u * v];
}

/** The slopes summed up from the middle of the page to a place. */
function riseAt(field: Field, x: number, y: number): number {
	const [u, v] = [(x - field.x) / field.reach, (y - field.y) / field.reach];
	return riseBasis(u, v).reduce((sum, value, index) => sum + value * (field.terms[index] ?? 0), 0) * field.reach;
}

function riseBasis(u: number, v: number): number[] {
	return [u, (u * u) / 2, u * v, u ** 3 / 3, (u * u * v) / 2];
}

interface Fit {
	field: Field;
	/** Weight of each sample; 0 for mistakes. */
	weights: number[];
	/** Inverse of the matrix of the fit: how uncertain the terms are. */
	spread: number[][];
	/** Squares of what the field leaves over. */
	rest: number;
}

/** The field that leaves least of the slopes over, without those that it does not fit at all. */
function fitField(samples: readonly SlopeSample[], terms: number): Fit | undefined {
	const [left, right] = extent(samples.map(({ x }) => x));
	const [top, bottom] = extent(samples.map(({ y }) => y));
	const reach = Math.max(right - left, bottom - top) / 2;
	if (!(reach > 1)) return undefined;
	const [x, y] = [(left + right) / 2, (top + bottom) / 2];
	const rows = samples.map((sample) => basis((sample.x - x) / reach, (sample.y - y) / reach).slice(0, terms));
	const own = samples.map(({ length }) => (Math.min(length, LONGEST) / CORNER_ERROR) ** 2);
	let weights = own;
	for (let round = 0; ; round++) {
		const matrix = Array.from({ length: terms }, () => new Array<number>(terms).fill(0));
		const target = new Array<number>(terms).fill(0);
		for (const [index, row] of rows.entries()) {
			const weight = weights[index] ?? 0;
			for (let i = 0; i < terms; i++) {
				const weighted = weight * (row[i] ?? 0);
				target[i] = (target[i] ?? 0) + weighted * (samples[index]?.slope ?? 0);
				const line = matrix[i];
				if (line) for (let j = 0; j < terms; j++) line[j] = (line[j] ?? 0) + weighted * (row[j] ?? 0);
			}
		}
		const spread = inverse(matrix);
		if (!spread) return undefined;
		const found = spread.map((line) => line.reduce((sum, value, index) => sum + value * (target[index] ?? 0), 0));
		const errors = rows.map((row, index) => (samples[index]?.slope ?? 0) - row.reduce((sum, value, term) => sum + value * (found[term] ?? 0), 0));
		const scaled = errors.map((error, index) => Math.abs(error) * Math.sqrt(own[index] ?? 0));
		const usual = Math.max(1, [...scaled].sort((a, b) => a - b)[scaled.length >> 1] ?? 0);
		if (round === FITS) {
			const field = { x, y, reach, terms: [...found, ...new Array<number>(TERMS - terms).fill(0)] };
			const rest = errors.reduce((sum, error, index) => sum + error * error * (weights[index] ?? 0), 0);
			return { field, weights, spread, rest };
		}
		// Tukey's weights: what lies far off counts for nothing.
		weights = own.map((weight, index) => {
			const far = (scaled[index] ?? 0) / (OUTLIER * usual);
			return far < 1 ? weight * (1 - far * far) ** 2 : 0;
		});
	}
}

/** Whether a field says something that one tilt of the whole page does not. */
function isBent(samples: readonly SlopeSample[], { field, weights, spread, rest }: Fit): boolean {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const mean = samples.reduce((sum, { slope }, index) => sum + slope * (weights[index] ?? 0), 0) / total;
	const before = samples.reduce((sum, { slope }, index) => sum + (slope - mean) ** 2 * (weights[index] ?? 0), 0);
	const used = weights.filter((weight) => weight > 0).length;
	const count = spread.length;
	if (used * 2 < samples.length || used <= count || rest > EXPLAINED * before) return false;
	// Corners may be less exact than whole pixels are.
	const noise = Math.max(1, rest / (used - count));
	let [most, doubt] = [0, 0];
	for (const { x, y } of samples) {
		const [u, v] = [(x - field.x) / field.reach, (y - field.y) / field.reach];
		const basisHere = riseBasis(u, v).slice(0, count);
		const flat = mean * u * field.reach;
		const rise = riseAt(field, x, y);
		if (Math.abs(rise) > STEEPEST * Math.abs(u) * field.reach + 1) return false;
		if (Math.abs(rise - flat) <= most) continue;
		most = Math.abs(rise - flat);
		const variance = basisHere.reduce((sum, a, i) => sum + a * basisHere.reduce((part, b, j) => part + b * (spread[i]?.[j] ?? 0), 0), 0);
		doubt = Math.sqrt(Math.max(variance * noise, 0)) * field.reach;
	}
	return most > NOTICEABLE && most > SURE * doubt;
}

function extent(values: readonly number[]): [least: number, most: number] {
	return values.reduce<[number, number]>(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
}

/** Gauss and Jordan; undefined where the samples don't tell the terms apart. */
function inverse(matrix: readonly (readonly number[])[]): number[][] | undefined {
	const size = matrix.length;
	const rows = matrix.map((row, index) => [...row, ...Array.from({ length: size }, (_, column) => (column === index ? 1 : 0))]);
	const largest = rows.reduce((most, row, index) => Math.max(most, Math.abs(row[index] ?? 0)), 0);
	for (let column = 0; column < size; column++) {
		let pivot = column;
		for (let row = column + 1; row < size; row++) if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
		const chosen = rows[pivot];
		const value = chosen?.[column] ?? 0;
		if (!chosen || !(Math.abs(value) > 1e-9 * largest)) return undefined;
		rows[pivot] = rows[column] ?? chosen;
		const scaled = chosen.map((each) => each / value);
		rows[column] = scaled;
		for (let row = 0; row < size; row++) {
			const factor = rows[row]?.[column] ?? 0;
			if (row !== column && factor !== 0) rows[row] = (rows[row] ?? []).map((each, index) => each - factor * (scaled[index] ?? 0));
		}
	}
	return rows.map((row) => row.slice(size));
}
