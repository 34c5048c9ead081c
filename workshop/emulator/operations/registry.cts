// The operations that the emulator answers; the other known ones are not subscribed in here (ModelArts.4204).
import { generalText } from './generalText/index.cts';
import { handwriting } from './handwriting/index.cts';
import { idCard } from './idCard/index.cts';
import type { Operation } from './operation.cts';
import { vatInvoice } from './vatInvoice/index.cts';
import { webImage } from './webImage/index.cts';

const ANSWERED = new Map<string, Operation>([generalText, handwriting, webImage, idCard, vatInvoice].map((operation) => [operation.path, operation]));

/** @returns undefined for an operation that is not subscribed. */
export function operationAt(path: string): Operation | undefined {
	return ANSWERED.get(path);
}
