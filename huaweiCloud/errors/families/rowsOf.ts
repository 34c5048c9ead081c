import type { ErrorRow } from '../types';

type Common = Omit<ErrorRow, 'code' | 'message' | 'cause' | 'remedy'>;

/**
 * Makes the rows of one kind: what they have in common is said once, and may be overruled.
 * A row's codes are separated by spaces; the first is the one that is shown.
 */
export function rowsOf(common: Common) {
	return (codes: string, message: string, cause: string, remedy: string, own: Partial<ErrorRow> = {}): ErrorRow => {
		const [code = '', ...also] = codes.split(' ');
		return { ...common, code, ...(also.length > 0 && { also }), message, cause, remedy, ...own };
	};
}
