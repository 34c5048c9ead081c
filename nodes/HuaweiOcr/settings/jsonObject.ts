import type { IDataObject } from 'n8n-workflow';

import { OcrError } from '../errors/ocrError';

/** Characters; request fields are a few switches. */
const LONGEST = 64 * 1024;

/**
 * An object that a user gives as JSON or by an expression.
 * @param what of the message: "the parameter Request Fields"
 * @throws OcrError when it is anything else; the message doesn't repeat it
 */
export function readJsonObject(what: string, value: unknown): IDataObject {
	const parsed = typeof value === 'string' ? parse(value) : value;
	if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) && sizeOf(parsed) <= LONGEST) return parsed as IDataObject;
	throw new OcrError(`Correct ${what}: it must be a JSON object such as {"side": "front"}, of at most ${LONGEST} characters`, '', {
		errorCode: 'Node.InvalidParameter',
	});
}

function parse(text: string): unknown {
	if (text.trim() === '') return {};
	try {
		return text.length > LONGEST ? undefined : (JSON.parse(text) as unknown);
	} catch {
		return undefined;
	}
}

/** Infinite for what JSON can't hold, such as an object that holds itself. */
function sizeOf(value: object): number {
	try {
		return JSON.stringify(value).length;
	} catch {
		return Infinity;
	}
}
