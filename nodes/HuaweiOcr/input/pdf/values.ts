/** A name such as /Type. Its value is kept with the name, never in a pool that outlives the file. */
export class PdfName {
	constructor(readonly value: string) {}
}

/** An indirect reference: `12 0 R`. */
export class PdfRef {
	constructor(
		readonly number: number,
		readonly generation: number,
	) {}
}

/** A string, as bytes: what they mean depends on where it stands, and they may be encrypted. */
export class PdfString {
	constructor(readonly bytes: Buffer) {}
}

export type PdfDict = Map<string, PdfValue>;

export type PdfValue = null | boolean | number | PdfName | PdfRef | PdfString | PdfValue[] | PdfDict;

/** Where the data of a stream stand in the file. */
export interface StreamPlace {
	start: number;
	/** bytes */
	length: number;
	/** Whether the dictionary says the same length. */
	lengthIsTrue: boolean;
}

/** An indirect object as it was found. */
export interface PdfObject {
	number: number;
	generation: number;
	value: PdfValue;
	/** The text of the value, for copying. */
	raw: Buffer;
	stream?: StreamPlace;
	/** From an object stream, whose parts are not encrypted one by one. */
	isPacked: boolean;
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
	return value instanceof Map;
}

/** The text of a name; undefined for everything else. */
export function nameOf(value: PdfValue | undefined): string | undefined {
	return value instanceof PdfName ? value.value : undefined;
}

/** A whole number of at least 0; undefined for everything else. */
export function countOf(value: PdfValue | undefined): number | undefined {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
