// The two lines of 44 characters at the foot of a passport (ICAO 9303).
import { type Found, type FoundFields, reworded } from '../reading/found.cts';
import type { Sheet } from '../reading/sheet.cts';

export type MachineZone = FoundFields<
	'passport_type' | 'country_code' | 'passport_number' | 'nationality' | 'surname' | 'given_name' | 'sex' | 'date_of_birth' | 'date_of_expiry'
>;

/** What a recognizer takes the filler for. */
const FILLERS = /[<＜〈《«くK](?=[<＜〈《«く]|$)|[＜〈《«く]/g;
/** Years above belong to the last century where a date lies in the past. */
const CENTURY = 30;

/** @returns undefined where neither line is there. */
export function readMachineZone(sheet: Sheet): MachineZone | undefined {
	const lines = sheet.matches(/[0-9A-Z<＜〈《«く\s]{20,}/).map((line) => reworded(line, (words) => words.replace(/\s/g, '').replace(FILLERS, '<')));
	const first = lines.find((line) => /^P[A-Z<][A-Z]{3}[A-Z]+</.test(line?.words ?? ''));
	const second = lines.find((line) => SECOND.test(line?.words ?? ''));
	if (!first && !second) return undefined;
	const [, type = '', country = '', surname = '', given = ''] = /^(P)[A-Z<]([A-Z]{3})([A-Z]+)<<?([A-Z<]*)/.exec(first?.words ?? '') ?? [];
	const [, number = '', nationality = '', born = '', sex = '', until = ''] = SECOND.exec(second?.words ?? '') ?? [];
	const one = (line: Found | undefined, value: string): Found | undefined => reworded(line, () => value);
	return {
		passport_type: one(first, type),
		country_code: one(first, country),
		surname: one(first, surname),
		given_name: one(first, given.replace(/<+/g, ' ').trim()),
		passport_number: one(second, number.replace(/</g, '')),
		nationality: one(second, nationality),
		sex: one(second, sex.replace('<', '')),
		date_of_birth: one(second, dateOf(born, true)),
		date_of_expiry: one(second, dateOf(until, false)),
	};
}

const SECOND = /([0-9A-Z<]{9})\d([A-Z]{3})(\d{6})\d([MF<])(\d{6})\d/;

function dateOf(digits: string, past: boolean): string {
	if (digits === '') return '';
	const century = past && Number(digits.slice(0, 2)) > CENTURY ? '19' : '20';
	return `${century}${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4)}`;
}
