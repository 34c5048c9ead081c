// Text for a terminal: width in columns, tables.

/** Characters that take two columns: Chinese, Japanese, Korean, full-width forms, emoji. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{Mn}/u;

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) width += COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
	return width;
}

/** The text without control characters: file names and recognised words come from outside. */
export function printable(text: string): string {
	return text.replace(/\p{Cc}/gu, '�');
}

/** At most `width` columns, with … where something is left out. */
export function fit(text: string, width: number): string {
	if (displayWidth(text) <= width) return text;
	let kept = '';
	for (const character of text) {
		if (displayWidth(kept + character) > width - 1) break;
		kept += character;
	}
	return `${kept}…`;
}

/** A table with a rule under its header; columns named in `right` are right-aligned. */
export function table(header: readonly string[], rows: readonly string[][], right: readonly string[]): string {
	const widths = header.map((cell, column) => Math.max(displayWidth(cell), ...rows.map((row) => displayWidth(row[column] ?? ''))));
	const line = (row: readonly string[]) =>
		row
			.map((cell, column) => {
				const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
				return right.includes(header[column] ?? '') ? padding + cell : cell + padding;
			})
			.join('  ')
			.trimEnd();
	return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
