// Character error rate: how much a recognised text differs from what stands on the page.

/** Full-width and other compatibility forms are the same characters; any white space is one space. */
export function comparable(text: string): string {
	return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** Fewest characters to insert, delete or replace (Levenshtein), in code points. */
export function editDistance(expected: string, found: string): number {
	const [from, to] = [[...expected], [...found]];
	let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (const [row, character] of from.entries()) {
		const current = [row + 1];
		for (const [column, other] of to.entries()) {
			current.push(
				Math.min(
					(previous[column] ?? 0) + (character === other ? 0 : 1),
					(previous[column + 1] ?? 0) + 1,
					(current[column] ?? 0) + 1,
				),
			);
		}
		previous = current;
	}
	return previous.at(-1) ?? 0;
}

/** Errors and characters of one text; sums over texts give an overall rate. */
export interface Errors {
	errors: number;
	characters: number;
}

/** Compares two texts, spaces counted. */
export function countErrors(expected: string, found: string): Errors {
	const text = comparable(expected);
	return { errors: editDistance(text, comparable(found)), characters: [...text].length };
}

/** Errors per character; 0 for nothing. */
export function rate(all: readonly Errors[]): number {
	const characters = all.reduce((sum, one) => sum + one.characters, 0);
	return characters === 0 ? 0 : all.reduce((sum, one) => sum + one.errors, 0) / characters;
}
