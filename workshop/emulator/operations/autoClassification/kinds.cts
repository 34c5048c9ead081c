// The kinds of documents that auto-classification knows (operations 6), told by words that stand on them.
import type { PageResult } from '../../engine/engine.cts';
import { bankcard } from '../bankcard/index.cts';
import { driverLicense } from '../driverLicense/index.cts';
import { flightItinerary } from '../flightItinerary/index.cts';
import { idCard } from '../idCard/index.cts';
import { mvsInvoice } from '../mvsInvoice/index.cts';
import type { Operation } from '../operation.cts';
import { passport } from '../passport/index.cts';
import { PRINTED_KINDS } from '../printed.cts';
import { trainTicket } from '../trainTicket/index.cts';
import { vatInvoice } from '../vatInvoice/index.cts';
import { vehicleLicense } from '../vehicleLicense/index.cts';

export interface Kind {
	/** As the answer and `type_list` name it. */
	type: string;
	/** In the texts of the document, line by line without blanks. */
	sign: RegExp;
	operation: Operation;
	/** Key inside `extended_parameters`. */
	key: string;
	/** What the operation has to be asked for to read this side. */
	request?: Readonly<Record<string, unknown>>;
}

const kind = (type: string, sign: RegExp, operation: Operation, key = type, request?: Kind['request']): Kind => ({
	type,
	sign,
	operation,
	key,
	...(request ? { request } : {}),
});

/** The first one whose sign is there counts. */
const KINDS: readonly Kind[] = [
	kind('vat_roll_invoice', /增值税.*卷/, vatInvoice, 'vat_invoice'),
	kind('vat_invoice', /增值税.*发票|电子发票[(（]/, vatInvoice),
	kind('mvs_invoice', /(?:机动车|二手车)销售统一发票/, mvsInvoice),
	...PRINTED_KINDS.flatMap(({ operation, title, mixedType }) => (mixedType === undefined ? [] : [kind(mixedType, title, operation)])),
	kind('flight_itinerary', /电子客票行程单/, flightItinerary),
	kind('train_ticket', /限乘当日当次车|买票请到|\d\d车\d+[A-F]号/, trainTicket),
	kind('driver_license_back', /驾驶证副页/, driverLicense, 'driver_license', { side: 'back' }),
	kind('driver_license_front', /机动车驾驶证/, driverLicense, 'driver_license', { side: 'front' }),
	kind('vehicle_license_back', /行驶证副页/, vehicleLicense, 'vehicle_license', { side: 'back' }),
	kind('vehicle_license_front', /机动车行驶证/, vehicleLicense, 'vehicle_license', { side: 'front' }),
	kind('id_card_portrait_side', /公民身份号码/, idCard, 'id_card', { side: 'front' }),
	kind('id_card_emblem_side', /居民身份证/, idCard, 'id_card', { side: 'back' }),
	kind('passport', /护照|PASSPORT/, passport),
	kind('bankcard', /\d{4}\d{4}\d{4}\d{4}[\s\S]*(?:借记|信用|VALID|银联)|(?:借记|信用|银行)[\s\S]*\d{16}/, bankcard),
];

/** Known to the service, but not told apart in here unless a specimen says how. */
const UNREAD = ['transportation_license', 'bus_ship_ticket', 'ride_hailing_itinerary', 'machine_printed_invoice'].filter(
	(type) => !KINDS.some((one) => one.type === type),
);

/** Values of `type_list`. */
export const TYPES: readonly string[] = [...KINDS.map(({ type }) => type), ...UNREAD];
/** Keys of `extended_parameters`. */
export const EXTENDED_KEYS: readonly string[] = [...new Set(KINDS.map(({ key }) => key)), ...UNREAD];

/** @returns undefined where no known document is seen. */
export function kindOf({ blocks }: PageResult): Kind | undefined {
	const text = blocks.map(({ words }) => words.replace(/\s/g, '')).join('\n');
	return KINDS.find(({ sign }) => sign.test(text));
}
