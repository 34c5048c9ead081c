// Names of months, days and parts of dates, compared without accents and case.

const MONTHS: readonly string[] = [
	'january jan januar jaenner janner janvier janv enero ene janeiro gennaio gen januari ocak มกราคม ม.ค',
	'february feb februar feber fevrier fevr fev febrero fevereiro febbraio februari peb subat กุมภาพันธ์ ก.พ',
	'march mar marz maerz mrz mars marzo março marco maart mrt maret mac mart มีนาคม มี.ค',
	'april apr avril avr abril abr aprile nisan เมษายน เม.ย',
	'may mai mayo maio maggio mag mei maj mayis พฤษภาคม พ.ค',
	'june jun juni juin junio junho giugno giu haziran มิถุนายน มิ.ย',
	'july jul juli juillet juil julio julho luglio lug julai temmuz กรกฎาคม ก.ค',
	'august aug aout agosto ago augustus agustus agu ogos agt augusti agustos สิงหาคม ส.ค',
	'september sep sept septembre septiembre setembro set settembre eylul กันยายน ก.ย',
	'october oct oktober okt octobre octubre outubro out ottobre ott ekim ตุลาคม ต.ค',
	'november nov novembre noviembre novembro kasim พฤศจิกายน พ.ย',
	'december dec dezember dez decembre diciembre dic dezembro dicembre desember des disember dis aralik ธันวาคม ธ.ค',
];

/** Without accents: engines lose them, and people leave them out. */
export function withoutAccents(text: string): string {
	return text.normalize('NFD').replace(/[\u0300-\u036f]/gu, '').replace(/ı/gu, 'i').normalize('NFC').toLowerCase();
}

const BY_NAME = new Map(MONTHS.flatMap((names, index) => names.split(' ').map((name) => [withoutAccents(name), index + 1] as const)));

/** 1–12 for the name of a month or its abbreviation. */
export function monthOf(name: string): number | undefined {
	return BY_NAME.get(withoutAccents(name).replace(/\.$/u, ''));
}

/** Letters of a month's name, for a pattern: Latin words, Thai abbreviations with their points. */
export const MONTH_NAME = String.raw`(?:[\p{Script=Latin}\u0300-\u036f]{3,11}\.?|[\p{Script=Thai}]{1,3}\.[\p{Script=Thai}]{1,2}\.?|[\p{Script=Thai}]{5,12})`;
