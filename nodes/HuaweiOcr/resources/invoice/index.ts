import { documentTypesOf } from '../documents/documentTypes';
import { familyOf } from '../resource';

/** Invoices and tickets of the Chinese mainland (operations 8). */
export const invoice = familyOf(
	{
		value: 'invoice',
		name: 'Invoice or Ticket',
		description: 'Chinese invoices and tickets of one kind: VAT invoice, train, taxi, flight, toll, vehicle sale',
		what: 'an invoice or ticket',
	},
	documentTypesOf('invoice'),
);
