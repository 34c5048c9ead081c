// From what was read to the result of operations 8: some fields and all confidence come only with `advanced_mode`.
import type { PageResult } from '../../engine/engine.cts';
import type { Asked } from '../reading/documentOperation.cts';
import { confidences, locations, plain } from '../reading/found.cts';
import { ITEM_FIELDS } from '../reading/itemTable.cts';
import { ADVANCED_FIELDS, DIGITAL_FIELDS, PLAIN_FIELDS } from './fields.cts';
import type { VatInvoiceParameters } from './parameters.cts';
import { readVatInvoice } from './read.cts';

export function answer(page: PageResult, { parameters }: Asked<VatInvoiceParameters>): unknown {
	const read = readVatInvoice(page);
	if (!read) return undefined;
	const { fields, items, type, digital } = read;
	const names = [...PLAIN_FIELDS, ...(digital ? DIGITAL_FIELDS : []), ...(parameters.advanced ? ADVANCED_FIELDS : [])];
	return {
		type,
		...plain(names, fields),
		...(parameters.advanced ? { supervision_seal: [], seller_seal: [] } : {}),
		item_list: items.map((item) => plain(ITEM_FIELDS, item)),
		...(parameters.advanced
			? { confidence: { ...confidences(names, fields), item_list: items.map((item) => confidences(ITEM_FIELDS, item)) } }
			: {}),
		...(parameters.textLocation
			? { text_location: { ...locations(names, fields), item_list: items.map((item) => locations(ITEM_FIELDS, item)) } }
			: {}),
	};
}
