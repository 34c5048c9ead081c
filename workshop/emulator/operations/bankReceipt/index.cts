// Bank Receipt: operations 8.
import { documentOperation, WITH_PDF } from '../reading/documentOperation.cts';
import { readReceipts } from './read.cts';

export const bankReceipt = documentOperation({
	path: 'bank-receipt',
	imageField: 'data',
	rules: { formats: WITH_PDF },
	parameters(fields) {
		const page = fields.positiveInteger('page_num');
		return {
			...(page === undefined ? {} : { page }),
			singleOrientation: fields.boolean('single_orientation_mode', true),
			// Changes nothing: seals are not read as text anyway.
			eraseSeal: fields.boolean('erase_seal'),
		};
	},
	page: ({ page }) => page,
	reading: ({ singleOrientation }) => ({ singleOrientationMode: singleOrientation }),
	read(page) {
		const receipts = readReceipts(page);
		return receipts.length === 0 ? undefined : { bank_receipt_count: receipts.length, bank_receipt_list: receipts };
	},
});
