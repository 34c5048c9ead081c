import type { Quad, Vertex } from '../../result/types';

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers that are one, also as text. */
export function toFiniteNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string' || value.trim() === '' || value.length > 40) return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

/** How sure the service is, 0–1; undefined for anything else. */
export function toConfidence(value: unknown): number | undefined {
	const number = toFiniteNumber(value);
	return number === undefined || number < 0 || number > 1 ? undefined : number;
}

/** Four corners as pairs, or as a flat list of eight numbers; undefined for a place's name and everything else. */
export function toQuad(value: unknown): Quad | undefined {
	if (!Array.isArray(value) || value.length > 8) return undefined;
	const numbers = value.flat().map(toFiniteNumber);
	if (numbers.length !== 8 || numbers.includes(undefined)) return undefined;
	const at = (index: number): Vertex => [numbers[index] ?? 0, numbers[index + 1] ?? 0];
	return [at(0), at(2), at(4), at(6)];
}

/** Whether a list holds corners, as many as they may be, or would hold them if there were any. */
export function isPlace(value: unknown): boolean {
	return Array.isArray(value) && value.every((each) => typeof each === 'number' || (Array.isArray(each) && each.every((one) => typeof one === 'number')));
}

/** Whether a value says anything: `""`, `[]`, `{}`, false and 0 stand for what is not on the document. */
export function saysSomething(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() !== '';
	if (Array.isArray(value)) return value.some(saysSomething);
	if (isRecord(value)) return Object.values(value).some(saysSomething);
	return value === true || (typeof value === 'number' && value !== 0);
}
