// Rows of a table that add up others: in a spreadsheet they would be counted twice.

/** What is done with them: kept as they are, told by a field `isTotal`, or left out. */
export type TotalRows = 'keep' | 'mark' | 'leaveOut';

const BEFORE = '(?:sub|grand|net|gross|invoice|order|page|overall|sum)';
const BEHIND = '(?:due|net|gross|sum|amount|price|payable|paid|to pay|carried forward|brought forward|(?:incl|excl|including|excluding|before|after|with|without)[.\\p{L}\\p{Nd}% ]{0,24}|ttc|ht|general)';
const CURRENCY = '(?:[(（]?(?:[A-Z]{3}|\\p{Sc}|元)[)）]?)';

/** The whole cell: "Total Quartz 5W30" is an article. */
const SUM = new RegExp(
	`^\\W*(?:(?:${BEFORE}[ -]*)*totals?|sous-total|sum|total general|(?:amount|balance) (?:due|payable)|(?:zwischen|gesamt|netto|brutto|end|rechnungs)?summe|(?:gesamt|netto|brutto|end|rechnungs)betrag|gesamt|importe total|suma|subtotale|totale)` +
		`(?: ${BEHIND})*\\s*${CURRENCY}?[\\s:.=]*$`,
	'iu',
);
const HAN_SUM = /^[\s（(]*(?:合计|合計|总计|總計|総計|小计|小計|共计|共計|总额|總額|价税合计|金额合计|本页合计|本页小计|累计)(?:金额|金額)?[）)\s]*(?:[（(]?(?:大写|小写|元|人民币|[A-Z]{3}|\p{Sc})[）)]?)*[\s:：]*$/u;
/** Parts of what is to be paid. They belong to the sums where they stand beside one. */
const TAX =
	/^\W*(?:(?:plus|less|zzgl\.?|incl\.?) )?(?:vat|v\.a\.t\.|gst|hst|pst|qst|(?:sales )?tax(?:es)?|mwst\.?|ust\.?|umsatzsteuer|mehrwertsteuer|iva|tva|shipping|freight|postage|delivery|handling|discount|rounding|rabatt|versand|税额|增值税|税金|消費税|运费|折扣|优惠)(?![\p{L}])/iu;

/** At most this many characters are looked at: no label of a sum is longer. */
const LONGEST = 80;

/**
 * Which rows are sums: a cell says so as a whole and another one holds figures. Taxes, shipping and the like right
 * before or behind such a row are part of the sums, unless they fill as many columns as the rows of things do.
 * @param rows cells as printed, '' where nothing is
 */
export function totalRows(rows: readonly (readonly string[])[]): boolean[] {
	const filled = rows.map((row) => row.filter((cell) => cell !== '').length);
	const found = rows.map((row) => hasFigures(row) && row.some(isSumLabel));
	const usual = median(filled.filter((_count, row) => !found[row]));
	const belongs = rows.map((row, index) => (filled[index] ?? 0) < usual && hasFigures(row) && row.some((cell) => TAX.test(cell.slice(0, LONGEST))));
	for (let index = 1; index < rows.length; index++) if (belongs[index] && found[index - 1]) found[index] = true;
	for (let index = rows.length - 2; index >= 0; index--) if (belongs[index] && found[index + 1]) found[index] = true;
	return found;
}

function isSumLabel(cell: string): boolean {
	return cell.length <= LONGEST && (SUM.test(cell.normalize('NFKC')) || HAN_SUM.test(cell));
}

function hasFigures(row: readonly string[]): boolean {
	return row.some((cell) => /\p{Nd}/u.test(cell));
}

function median(counts: number[]): number {
	const sorted = [...counts].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
