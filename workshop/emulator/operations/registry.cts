// The operations that the emulator answers; the other known ones are not subscribed in here (ModelArts.4204).
import { financialStatement } from './financialStatement/index.cts';
import { generalTable } from './generalTable/index.cts';
import { generalText } from './generalText/index.cts';
import { handwriting } from './handwriting/index.cts';
import type { Operation } from './operation.cts';
import { smartDocument } from './smartDocument/index.cts';
import { webImage } from './webImage/index.cts';

const ANSWERED = new Map<string, Operation>([generalText, handwriting, webImage, generalTable, smartDocument, financialStatement].map((operation) => [operation.path, operation]));

/** @returns undefined for an operation that is not subscribed. */
export function operationAt(path: string): Operation | undefined {
	return ANSWERED.get(path);
}
