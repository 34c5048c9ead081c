import { operationAt } from '../../../../huaweiCloud/catalogue';
import { kindOfRow } from '../documents/documentTypes';
import type { DocumentResult } from '../documents/types';
import type { SingleResource } from '../resource';

/** Seal: what stamped seals say, and where they are (operations 8). */
export const seal: SingleResource<DocumentResult> = {
	value: 'seal',
	name: 'Seal',
	description: 'Stamped seals of companies and offices: shape, text and position',
	what: 'the seals on a page',
	...kindOfRow(operationAt('seal')),
};
