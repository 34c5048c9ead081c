import { isRecord, toNumber } from '../answerValues';

/** How sure the service is, 0–1; undefined for anything else. */
export function toConfidence(value: unknown): number | undefined {
	const number = toNumber(value);
	return number === undefined || number < 0 || number > 1 ? undefined : number;
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
