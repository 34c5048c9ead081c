// Toll Invoice: operations 8.
import { flatOperation } from '../reading/flatOperation.cts';
import { readTollInvoice, TOLL_FIELDS } from './read.cts';

export const tollInvoice = flatOperation({
	path: 'toll-invoice',
	rules: { maxSidePx: 4096 },
	names: TOLL_FIELDS,
	locates: true,
	read: readTollInvoice,
});
