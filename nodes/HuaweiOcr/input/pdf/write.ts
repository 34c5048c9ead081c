import { PdfName, PdfRef, PdfString, type PdfValue } from './values';

/** A value as text. Strings go out in hexadecimal, so that no byte of theirs needs care. */
export function writeValue(value: PdfValue, decrypt: (bytes: Buffer) => Buffer = (bytes) => bytes): string {
	if (value === null) return 'null';
	if (typeof value === 'boolean') return String(value);
	if (typeof value === 'number') return writeNumber(value);
	if (value instanceof PdfName) return writeName(value.value);
	if (value instanceof PdfRef) return `${value.number} ${value.generation} R`;
	if (value instanceof PdfString) return `<${decrypt(value.bytes).toString('hex')}>`;
	if (Array.isArray(value)) return `[${value.map((each) => writeValue(each, decrypt)).join(' ')}]`;
	const entries = Array.from(value, ([key, each]) => `${writeName(key)} ${writeValue(each, decrypt)}`);
	return `<<${entries.join('\n')}>>`;
}

/** PDF knows no exponents. */
function writeNumber(value: number): string {
	return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : value.toFixed(6);
}

function writeName(name: string): string {
	const text = name.replace(
		/[^!-~]|[#()<>[\]{}/%]/g,
		(character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
	);
	return `/${text}`;
}

/** A PDF that is written object by object; numbers may have gaps, as those of a part of a file have. */
export class PdfWriter {
	readonly #parts: Buffer[] = [];

	readonly #places = new Map<number, { offset: number; generation: number }>();

	/** bytes so far */
	length = 0;

	constructor() {
		// The four bytes tell transfer programs that the file is not text (ISO 32000-1, 7.5.2).
		this.#add(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
	}

	has(number: number): boolean {
		return this.#places.has(number);
	}

	object(number: number, generation: number, ...body: Array<Buffer | string>): void {
		this.#places.set(number, { offset: this.length, generation });
		this.#add(`${number} ${generation} obj\n`);
		for (const part of body) this.#add(part);
		this.#add('\nendobj\n');
	}

	/** Ends the file. @param root number of the catalog */
	finish(root: number): Buffer {
		const begin = this.length;
		const numbers = Array.from(this.#places.keys()).sort((a, b) => a - b);
		let table = 'xref\n0 1\n0000000000 65535 f \n';
		for (let from = 0; from < numbers.length; ) {
			let to = from + 1;
			while (to < numbers.length && numbers[to] === (numbers[to - 1] as number) + 1) to++;
			table += `${numbers[from]} ${to - from}\n`;
			for (const number of numbers.slice(from, to)) table += this.#line(number);
			from = to;
		}
		const size = (numbers[numbers.length - 1] ?? 0) + 1;
		this.#add(`${table}trailer\n<</Size ${size}\n/Root ${root} 0 R>>\nstartxref\n${begin}\n%%EOF\n`);
		return Buffer.concat(this.#parts);
	}

	#line(number: number): string {
		const { offset, generation } = this.#places.get(number) as { offset: number; generation: number };
		return `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`;
	}

	#add(part: Buffer | string): void {
		const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
		this.#parts.push(bytes);
		this.length += bytes.length;
	}
}
