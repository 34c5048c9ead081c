// Passport: operations 7.
import { confidences, plain } from '../reading/found.cts';
import { documentOperation } from '../reading/documentOperation.cts';
import { PASSPORT_FIELDS, readPassport } from './read.cts';

const CODES = ['', 'GENERAL', 'CHN'] as const;

export const passport = documentOperation({
	path: 'passport',
	parameters: (fields) => ({ countryCode: fields.choice('country_code', CODES) ?? '' }),
	read(page, { parameters: { countryCode } }) {
		const found = readPassport(page, countryCode);
		if (!found) return undefined;
		const { fields, local } = found;
		return { ...plain(PASSPORT_FIELDS, fields), confidence: confidences(PASSPORT_FIELDS, fields), ...(local ? { extra_info: local } : {}) };
	},
});
