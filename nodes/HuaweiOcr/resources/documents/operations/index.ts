import type { Shape } from '../../../../../huaweiCloud/catalogue';
import type { Operation } from '../../operation';
import type { DocumentResult } from '../types';
import { fieldList } from './fieldList';
import { fields } from './fields';
import { lineItems } from './lineItems';
import { objects } from './objects';
import { raw } from './raw';

type Operations = ReadonlyArray<Operation<DocumentResult>>;

/** What can be got out of a document, by the shape of its answer (operations 2); the first is the default. */
export function operationsFor({ shape, lines = [] }: { shape: Shape; lines?: readonly string[] }): Operations {
	if (shape === 'objects') return [objects, fieldList, raw];
	return lines.length > 0 ? [fields, lineItems, fieldList, raw] : [fields, fieldList, raw];
}
