import { documentTypesOf } from '../documents/documentTypes';
import { familyOf } from '../resource';

const types = documentTypesOf('invoice');

/** Invoices and tickets of the Chinese mainland (operations 8). */
export const invoice = familyOf(
	{
		value: 'invoice',
		name: 'Invoice or Ticket',
		description: `Chinese invoices and tickets of one kind: ${types.map(({ name }) => name).join(', ')}`,
		what: 'an invoice or ticket',
	},
	types,
);
