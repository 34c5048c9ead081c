import { operationAt } from '../../../../huaweiCloud/catalogue';
import { kindOfRow } from '../documents/documentTypes';
import type { DocumentResult } from '../documents/types';
import type { SingleResource } from '../resource';

/** Mixed Cards and Tickets: Huawei's Auto Classification (operations 6). */
export const mixed: SingleResource<DocumentResult> = {
	value: 'mixed',
	name: 'Mixed Cards and Tickets',
	description: 'Several invoices, tickets or cards on one picture, of whatever kind (Auto Classification); each one that is read is billed',
	what: 'mixed invoices, tickets and cards',
	...kindOfRow(operationAt('auto-classification')),
};
