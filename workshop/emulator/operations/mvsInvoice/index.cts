// Motor Vehicle Sales Invoice: operations 8.
import { confidences, locations, plain } from '../reading/found.cts';
import { documentOperation, WITH_PDF } from '../reading/documentOperation.cts';
import { MVS_FIELDS, readMvsInvoice } from './read.cts';

const KINDS = ['auto', 'new', 'used'] as const;

export const mvsInvoice = documentOperation({
	path: 'mvs-invoice',
	rules: { minSidePx: 100, maxSidePx: 8000, formats: WITH_PDF },
	parameters: (fields) => ({
		textLocation: fields.boolean('return_text_location'),
		confidence: fields.boolean('return_confidence'),
		kind: fields.choice('type', KINDS),
	}),
	read(page, { parameters: { textLocation, confidence, kind } }) {
		const found = readMvsInvoice(page);
		if (!found || (kind !== undefined && kind !== 'auto' && kind !== found.kind)) return undefined;
		return {
			...plain(MVS_FIELDS, found.fields),
			// In Chinese, and only when asked for a kind.
			...(kind === undefined ? {} : { type: found.kind === 'new' ? '新车' : '二手车' }),
			...(confidence ? { confidence: confidences(MVS_FIELDS, found.fields) } : {}),
			...(textLocation ? { text_location: locations(MVS_FIELDS, found.fields) } : {}),
		};
	},
});
