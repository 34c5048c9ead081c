// Column names that can be keys of an object.

/**
 * Keys that JavaScript or n8n treat in a special way (n8n refuses them in expressions); such a name
 * gets an underscore at its end.
 */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** A name under which a value can be stored in an object. */
export function safeName(name: string): string {
	return RESERVED.has(name) ? `${name}_` : name;
}

/**
 * Names for columns: the printed heads, `column1`, `column2` … (by place) where there is none, and
 * ` 2`, ` 3` … behind a head that stood there before.
 */
export function columnNames(heads: readonly string[]): string[] {
	const wanted = heads.map((head, index) => safeName(head.trim()) || `column${index + 1}`);
	const printed = new Set(wanted);
	/** Each printed name with the last number that was put behind it. */
	const used = new Map<string, number>();
	return wanted.map((name) => {
		let count = used.get(name);
		if (count === undefined) {
			used.set(name, 1);
			return name;
		}
		while (printed.has(`${name} ${++count}`));
		used.set(name, count);
		return `${name} ${count}`;
	});
}
