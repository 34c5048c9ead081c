// Text of a page as Markdown that shows just this text (CommonMark 0.31, GFM tables).

/** Escapes what would be read as markup anywhere in a line: no more, so that the text stays short. */
export function escapeInline(text: string): string {
	return text
		.replace(/[\\`]/gu, '\\$&')
		.replace(/\*(?=\S)|(?<=\S)\*/gu, '\\*')
		.replace(/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, '\\_')
		.replace(/~(?=~)|(?<=~)~/gu, '\\~')
		.replace(/<(?=[\p{L}/!?])/gu, '\\<')
		.replace(/&(?=#?\w+;)/gu, '\\&')
		.replace(/\](?=[(:[])/gu, '\\]');
}

/** Escapes what would begin a heading, list, quotation, rule or table at the beginning of a line. */
export function escapeLine(text: string): string {
	const escaped = escapeInline(text);
	if (/^(#{1,6}(\s|$)|>|[-+](\s|$)|[-=]+\s*$|([-_]\s*){3,}$|\|)/u.test(escaped)) return `\\${escaped}`;
	return escaped.replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}

/** A cell of a table. */
export function escapeCell(text: string): string {
	return escapeInline(text.replace(/\s+/gu, ' ').trim()).replace(/\|/gu, '\\|');
}
