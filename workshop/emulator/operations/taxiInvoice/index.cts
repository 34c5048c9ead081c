// Taxi Invoice: operations 8. `location` is the name of a place.
import { flatOperation } from '../reading/flatOperation.cts';
import { TAXI_FIELDS, readTaxiInvoice } from './read.cts';

export const taxiInvoice = flatOperation({
	path: 'taxi-invoice',
	rules: { maxSidePx: 4096 },
	names: TAXI_FIELDS,
	locates: true,
	read: readTaxiInvoice,
});
