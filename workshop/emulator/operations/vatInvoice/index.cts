// VAT Invoice: operations 8.
import { documentOperation, WITH_PDF } from '../reading/documentOperation.cts';
import { answer } from './answer.cts';
import { readParameters } from './parameters.cts';

export const vatInvoice = documentOperation({
	path: 'vat-invoice',
	rules: { minSidePx: 100, formats: WITH_PDF },
	parameters: readParameters,
	page: ({ page }) => page,
	read: answer,
});
