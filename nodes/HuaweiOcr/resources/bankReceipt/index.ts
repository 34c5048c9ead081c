import { operationAt } from '../../../../huaweiCloud/catalogue';
import { kindOfRow } from '../documents/documentTypes';
import type { DocumentResult } from '../documents/types';
import type { SingleResource } from '../resource';

/** Bank Receipt: slips of banks, several a page, by their printed labels (operations 8). */
export const bankReceipt: SingleResource<DocumentResult> = {
	value: 'bankReceipt',
	name: 'Bank Receipt',
	description: 'Slips of Chinese banks, one or several a page, by their printed labels',
	what: 'bank receipts',
	...kindOfRow(operationAt('bank-receipt')),
};
