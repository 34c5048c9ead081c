import { ABROAD_OPERATIONS } from './abroad';
import { CARD_OPERATIONS } from './cards';
import { INVOICE_OPERATIONS } from './invoices';
import type { CatalogueRow } from './row';
import { TEXT_OPERATIONS } from './text';
import { VEHICLE_OPERATIONS } from './vehicles';

export { isMissingIn } from './regions';
export { camelCase } from './row';
export type { ApiSwitch, CatalogueRow, FieldKind, Shape } from './row';

/** Every operation of Huawei Cloud OCR that the SDKs know, one row each (operations 0). */
export const CATALOGUE: readonly CatalogueRow[] = [
	...TEXT_OPERATIONS,
	...INVOICE_OPERATIONS,
	...CARD_OPERATIONS,
	...VEHICLE_OPERATIONS,
	...ABROAD_OPERATIONS,
];

const BY_PATH: ReadonlyMap<string, CatalogueRow> = new Map(CATALOGUE.map((each) => [each.path, each]));

/** Undefined: none that is known, such as one that came later. */
export function findOperation(path: string): CatalogueRow | undefined {
	return BY_PATH.get(path);
}

/** The row of an operation that the node is built for. @throws TypeError when there is none */
export function operationAt(path: string): CatalogueRow {
	const found = findOperation(path);
	if (!found) throw new TypeError(`The catalogue has no operation ${path}`);
	return found;
}
