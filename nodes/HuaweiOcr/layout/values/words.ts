// Words beside figures: units that leave the number as it is, and words that multiply it or turn its sign.

/** Lower-case units; what is printed in capitals is compared in lower case where it is longer than one letter. */
const UNITS = new Set(
	(
		'kg mg µg μg ug ng gr gram grams gramm kilogram kilograms kilo kilos lb lbs oz ct carat ton tons tonne tonnes mt ' +
		'mm cm dm km nm µm μm inch inches ft feet foot yd yds yard yards mi mile miles meter meters metre metres qm lfm stère ' +
		'sqm sqft sqm. cbm sf cm ha acre acres ml cl dl hl ltr liter liters litre litres gal gallon gallons pt cc ' +
		'w kw mw gw wh kwh mwh gwh v kv mv a ma mah ah hz khz mhz ghz j kj kcal cal n nm pa kpa mpa hpa bar psi db lm lx ' +
		'pc pcs pce ea each set sets pack packs pkt pkts pkg box boxes bx btl bottle bottles bag bags roll rolls rl pair pairs pr prs ctn ctns carton cartons ' +
		'unit units uds un und unid unidades pza pzas piece pieces pièce pièces pz st stk stck stück stueck stuk stuks szt шт ks db unt item items copies copy page pages ' +
		'h hr hrs hour hours std stunde stunden min mins minute minutes sec secs ms day days tag tage jour jours jr week weeks month months monate mois year years yr yrs jahr jahre ans an ' +
		'kmh mph rpm rad px dpi ppm ppb bp bps iu ie ui mol mmol km/h person persons people pax pers nights night times fach fois ' +
		'кг г гр л мл м см мм км ч дн мес лет чел ед'
	).split(' '),
);
/** Single letters keep their case: `m` is a metre and `M` a million. Those that look like figures are no units where they touch. */
const LETTER_UNITS = new Set(['g', 'm', 't', 'd', 'h', 'L', 'W', 'V', 'A', 'C', 'F', 'N', 'J', 'K', 'x', 'X']);
const SPACED_LETTER_UNITS = new Set([...LETTER_UNITS, 'l', 's']);

/** Words for powers of ten that mean one thing only, wherever they are printed. */
const MAGNITUDES: ReadonlyArray<readonly [exponent: number, words: string]> = [
	[3, 'thousand thousands tausend tsd teur keur mille mila тыс ribu rb nghìn ngàn duizend'],
	[5, 'lakh lakhs lac lacs'],
	[6, 'million millions millionen mio mln millón millones milhão milhões milione milioni milyon miljoen miljoner millioner juta jt triệu млн'],
	[7, 'crore crores'],
	[9, 'milliarde milliarden mrd md milliard milliards milliarder miliardo miliardi miljard miljarder mld mia milyar miliar tỷ tỉ bilhão bilhões млрд'],
];
const EXPONENTS = new Map(MAGNITUDES.flatMap(([exponent, words]) => words.split(' ').map((word) => [word.normalize('NFKC'), exponent] as const)));
/** Thousands, millions, billions, or something else, by country or trade; a word before an amount that may turn its sign. */
const UNSURE = new Set(
	(
		'mm bn mn tn tr mil billion billions billón billones billionen trillion trillions trillones bio bin hundred hundreds ' +
		'dozen dozens dz minus less moins abzüglich menos negative soll'
	).split(' '),
);
const UNSURE_LETTERS = new Set(['k', 'K', 'M', 'B', 'T']);

/** Letters that are figures misread, when they stand alone or touch figures. */
const LOOKALIKES = /^[OoQDIl|iSsZzBGЗОоіІ]+$/u;

/** `UN` stands behind quantities with three decimals on Brazilian invoices. */
const MEASURES = /^(?:kg|g|gr|mg|t|ton|tons|l|L|ltr|liter|litre|litros?|ml|cl|m|km|cm|mm|qm|sqm|cbm|ha|kwh|mwh|lb|lbs|oz|un|und|unid|кг|л|м)$/i;

/** Weights, volumes, lengths: quantities with three decimals. */
export function isMeasure(unit: string): boolean {
	return MEASURES.test(unit);
}

export function isUnit(word: string, touches: boolean): boolean {
	// "1st"
	if (word === 'st' && touches) return false;
	if (Array.from(word).length === 1 && /[A-Za-z]/.test(word)) return (touches ? LETTER_UNITS : SPACED_LETTER_UNITS).has(word);
	return UNITS.has(word.toLowerCase());
}

/** The power of ten that a word stands for. */
export function exponentOf(word: string): number | undefined {
	return EXPONENTS.get(word.toLowerCase());
}

/** A word that changes the number in a way that depends on who wrote it. */
export function isUnsureWord(word: string): boolean {
	return UNSURE_LETTERS.has(word) || UNSURE.has(word.toLowerCase());
}

/** "O", "l", "OO": nothing but misread figures. */
export function isMisreadFigures(word: string): boolean {
	return LOOKALIKES.test(word);
}

/** Words that may touch the figures behind them: "No.12", "x3". */
const PREFIXES = new Set('no nr n num qty pos art ref x ca à'.split(' '));

export function isPrefix(word: string): boolean {
	return PREFIXES.has(word.toLowerCase());
}

/** `DR`: an amount owed; `CR`: one that is owned, from the account holder's side. */
export function accountSide(word: string): 'debit' | 'credit' | undefined {
	if (/^(?:DR|Dr|dr)$/.test(word)) return 'debit';
	return /^(?:CR|Cr|cr)$/.test(word) ? 'credit' : undefined;
}
