// What operations on cards, tickets and invoices have in common: the whole page is read with the places of its
// characters, whichever way it was turned.
import { EngineRefusal, type PageResult, type Reading } from '../../engine/engine.cts';
import { SEED_FORMATS } from '../../ocr/imageFormat.cts';
import type { Fields } from '../fields.cts';
import type { ImageRules, Operation, Picture, SentFile } from '../operation.cts';

export const DOCUMENT_READING: Readonly<Reading> = {
	detectDirection: true,
	quickMode: false,
	characterMode: true,
	singleOrientationMode: true,
	page: 1,
};

/** The limits of most operations (operations 1). */
export const DOCUMENT_RULES: ImageRules = { formats: SEED_FORMATS, minSidePx: 15, maxSidePx: 8192, maxPixels: Number.POSITIVE_INFINITY };
export const WITH_PDF: ImageRules['formats'] = [...SEED_FORMATS, 'pdf'];

export interface Asked<Parameters> {
	parameters: Parameters;
	file: SentFile;
	picture: Picture;
}

interface DocumentOperation<Parameters extends object> {
	path: string;
	/** Default `image`. */
	imageField?: Operation['imageField'];
	/** What differs from DOCUMENT_RULES. */
	rules?: Partial<ImageRules>;
	/** @throws WrongParameter */
	parameters(fields: Fields): Parameters;
	/** Page of a PDF, from 1. */
	page?(parameters: Parameters): number | undefined;
	/** Default DOCUMENT_READING. */
	reading?(parameters: Parameters): Partial<Reading>;
	/** @returns the result, or undefined for a picture of another kind. */
	read(page: PageResult, asked: Asked<Parameters>): unknown;
}

export function documentOperation<Parameters extends object>(one: DocumentOperation<Parameters>): Operation {
	return {
		path: one.path,
		imageField: one.imageField ?? 'image',
		rules: () => ({ ...DOCUMENT_RULES, ...one.rules }),
		task(fields) {
			const url = fields.url();
			const parameters = one.parameters(fields);
			return {
				...(url === undefined ? {} : { url }),
				reading: { ...DOCUMENT_READING, ...one.reading?.(parameters), page: one.page?.(parameters) ?? 1 },
				noted: { ...parameters } as Record<string, unknown>,
				async answer(page, file, picture) {
					const result = await one.read(page, { parameters, file, picture });
					if (result === undefined) throw new EngineRefusal('AIS.0104');
					return result;
				},
			};
		},
	};
}
