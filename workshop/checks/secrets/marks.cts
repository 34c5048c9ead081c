// What to look for, in every form in which it could leave the node.
import { inspect } from 'node:util';

import { PERSONAL } from '../faults/shapes.cts';

/** A secret and the texts that give it away. */
export interface Mark {
	readonly name: string;
	readonly forms: readonly string[];
}

/** Base64 texts that hold these bytes wherever they begin within a triple. */
function base64Forms(text: string): string[] {
	return ['', 'x', 'xx'].map((before) => {
		const encoded = Buffer.from(before + text).toString('base64');
		// The first and last characters also depend on the neighbours.
		return encoded.slice(before === '' ? 0 : 4, -4);
	});
}

/** @param text long enough not to turn up by chance */
export function markOf(name: string, text: string): Mark {
	const forms = [
		text,
		encodeURIComponent(text),
		JSON.stringify(text).slice(1, -1),
		Buffer.from(text).toString('hex'),
		...base64Forms(text),
	];
	return { name, forms: [...new Set(forms)] };
}

/** A token is long: its middle is looked for, so that a part of it is found, too. */
export function tokenMark(token: string): Mark {
	return { name: 'token', forms: [token.slice(0, 200).slice(60, 110), token.slice(-100, -50)] };
}

/** A number as it is, and in groups of four. */
function numberMark(name: string, number: string): Mark {
	const { forms } = markOf(name, number);
	return { name, forms: [...forms, ...[' ', '-', '+'].map((between) => number.replace(/(\d{4})(?=\d)/g, `$1${between}`))] };
}

/** Numbers on documents, which belong into the item that was asked for and nowhere else. */
export const PERSONAL_MARKS: readonly Mark[] = [numberMark('ID number', PERSONAL.idNumber), numberMark('card number', PERSONAL.cardNumber)];

/** Signatures are new for each request; their frame is always the same. */
const SIGNATURE = /Signature=[0-9a-f]{16}|SDK-HMAC-SHA256 Access=/;

/** Everything reachable from a value: nested errors, causes, stacks, hidden properties. */
export function textOf(value: unknown): string {
	return inspect(value, {
		depth: Infinity,
		showHidden: true,
		maxArrayLength: Infinity,
		maxStringLength: Infinity,
		breakLength: Infinity,
		compact: true,
	});
}

/** Names of the secrets that a text gives away. */
export function found(text: string, marks: readonly Mark[]): string[] {
	const names = marks.filter(({ forms }) => forms.some((form) => text.includes(form))).map(({ name }) => name);
	return SIGNATURE.test(text) ? [...names, 'signature'] : names;
}
