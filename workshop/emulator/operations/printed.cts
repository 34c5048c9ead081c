// The operations whose fields are read by what their specimens say is printed, by their paths.
import { kindOf, SPECIMEN_KINDS } from '../../documents/specimens/kinds.cts';
import type { Operation } from './operation.cts';
import { printedOperation } from './reading/printedOperation.cts';

export interface PrintedKind {
	operation: Operation;
	/** What all papers of the kind say. */
	title: RegExp;
	/** As auto-classification calls it; undefined: it does not know it. */
	mixedType?: string;
}

/** @throws TypeError where two specimens say how one operation reads */
function gather(): PrintedKind[] {
	const found = new Map<string, PrintedKind>();
	for (const { operation: path, printed } of SPECIMEN_KINDS.map(kindOf)) {
		if (!printed) continue;
		if (found.has(path)) throw new TypeError(`Two specimens say what is printed for ${path}`);
		const { title, mixedType } = printed;
		found.set(path, { operation: printedOperation(path, printed), title, ...(mixedType === undefined ? {} : { mixedType }) });
	}
	return [...found.values()];
}

export const PRINTED_KINDS: readonly PrintedKind[] = gather();
