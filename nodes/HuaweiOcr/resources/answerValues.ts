// Values of untrusted answers, read as what they are meant to be.
import type { Quad } from '../result/types';

/** A text; numbers and booleans as they are written, '' for anything else. */
export function toWords(value: unknown): string {
	if (typeof value === 'string') return value;
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Four corners, px. Accepts pairs, and the flat list of eight numbers that the API page's type column suggests. */
export function toQuad(value: unknown): Quad | undefined {
	if (!Array.isArray(value) || value.length > 8) return undefined;
	const numbers = value.flat().map(toNumber);
	if (numbers.length !== 8 || numbers.includes(undefined)) return undefined;
	const [x1, y1, x2, y2, x3, y3, x4, y4] = numbers as [
		number,
		number,
		number,
		number,
		number,
		number,
		number,
		number,
	];
	return [
		[x1, y1],
		[x2, y2],
		[x3, y3],
		[x4, y4],
	];
}

/** A finite number, also one that came as text. */
export function toNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
