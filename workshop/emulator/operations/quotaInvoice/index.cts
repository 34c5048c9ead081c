// Quota Invoice: operations 8. `location` is the name of a place.
import { flatOperation } from '../reading/flatOperation.cts';
import { QUOTA_FIELDS, readQuotaInvoice } from './read.cts';

export const quotaInvoice = flatOperation({
	path: 'quota-invoice',
	rules: { maxSidePx: 4096 },
	names: QUOTA_FIELDS,
	locates: false,
	read: readQuotaInvoice,
});
