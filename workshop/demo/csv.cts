// Words blocks or fields as a CSV file that spreadsheets open as it is.
const COLUMNS = [
	'source', 'page', 'blockIndex', 'words', 'confidence', 'left', 'top', 'right', 'bottom',
	'x1', 'y1', 'x2', 'y2', 'x3', 'y3', 'x4', 'y4', 'direction',
];
/** Without it, spreadsheets take UTF-8 for something else and garble Chinese. */
const BYTE_ORDER_MARK = '\ufeff';

function csvCell(value: unknown): string {
	if (value === undefined || value === null) return '';
	let text = typeof value === 'string' ? value : JSON.stringify(value);
	// What was read from an image must not run as a formula; a signed number is none.
	if (typeof value === 'string' && /^[=@\t\r]|^[+-](?![\d.,\s]*$)/.test(text)) text = `'${text}`;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line per block or field under a header line; UTF-8 with byte order mark, lines end with CR LF. */
export function toCsv(items: ReadonlyArray<Readonly<Record<string, unknown>>>, columns: readonly string[] = COLUMNS): string {
	const lines = [columns.join(','), ...items.map((item) => columns.map((column) => csvCell(item[column])).join(','))];
	return BYTE_ORDER_MARK + lines.join('\r\n') + '\r\n';
}
