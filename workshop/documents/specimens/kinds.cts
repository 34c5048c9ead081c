// Every kind of specimen, by the name that the demo and the checks call it by.
import { Random } from '../random.cts';
import { compose, type ComposedDocument, type Presentation } from '../compose.cts';
import { bankCard } from './bankCard.cts';
import { bankReceipt } from './bankReceipt.cts';
import { businessCard } from './businessCard.cts';
import { businessLicense } from './businessLicense.cts';
import { digitalInvoice } from './digitalInvoice.cts';
import { driverLicenseBack, driverLicenseBoth, driverLicenseFront } from './driverLicense.cts';
import { flightItinerary } from './flightItinerary.cts';
import { idCardBack, idCardBoth, idCardFront } from './idCard.cts';
import { DESK, mixed } from './mixed.cts';
import { mvsInvoice } from './mvsInvoice.cts';
import { passport } from './passport.cts';
import { seals } from './seals.cts';
import { quotaInvoice, taxiInvoice, tollInvoice } from './slips.cts';
import type { Specimen, SpecimenMaker, Truth } from './specimen.cts';
import { trainTicket } from './trainTicket.cts';
import { vehicleLicenseBack, vehicleLicenseBoth, vehicleLicenseFront } from './vehicleLicense.cts';
import { vatInvoice } from './vatInvoice.cts';

interface KindOfSpecimen {
	/** In English, for people. */
	title: string;
	/** Last path segment of the operation that reads it. */
	operation: string;
	/** What that operation has to be asked for, beside the picture. */
	request?: Readonly<Record<string, unknown>>;
	/** Colour of what lies around the paper; grey unless given. */
	around?: string;
	make: SpecimenMaker;
}

const kinds = {
	'vat-invoice': { title: 'VAT invoice', operation: 'vat-invoice', request: { advanced_mode: true }, make: vatInvoice },
	'vat-invoice-digital': { title: 'VAT invoice, fully digital', operation: 'vat-invoice', request: { advanced_mode: true }, make: digitalInvoice },
	'mvs-invoice': { title: 'Motor vehicle sales invoice', operation: 'mvs-invoice', make: mvsInvoice },
	'train-ticket': { title: 'Train ticket', operation: 'train-ticket', make: trainTicket },
	'taxi-invoice': { title: 'Taxi invoice', operation: 'taxi-invoice', make: taxiInvoice },
	'flight-itinerary': { title: 'Flight itinerary', operation: 'flight-itinerary', make: flightItinerary },
	'toll-invoice': { title: 'Toll invoice', operation: 'toll-invoice', make: tollInvoice },
	'quota-invoice': { title: 'Quota invoice', operation: 'quota-invoice', make: quotaInvoice },
	'id-card-front': { title: 'ID card, side with the portrait', operation: 'id-card', request: { side: 'front' }, make: idCardFront },
	'id-card-back': { title: 'ID card, side with the emblem', operation: 'id-card', request: { side: 'back' }, make: idCardBack },
	'id-card': { title: 'ID card, both sides', operation: 'id-card', request: { side: 'double_side' }, make: idCardBoth },
	bankcard: { title: 'Bank card', operation: 'bankcard', make: bankCard },
	'business-license': { title: 'Business license', operation: 'business-license', make: businessLicense },
	passport: { title: 'Passport', operation: 'passport', make: passport },
	'driver-license-front': { title: 'Driver license', operation: 'driver-license', request: { return_issuing_authority: true }, make: driverLicenseFront },
	'driver-license-back': { title: 'Driver license, second sheet', operation: 'driver-license', request: { side: 'back' }, make: driverLicenseBack },
	'driver-license': { title: 'Driver license, both sheets', operation: 'driver-license', request: { side: 'double_side', return_issuing_authority: true }, make: driverLicenseBoth },
	'vehicle-license-front': { title: 'Vehicle license', operation: 'vehicle-license', make: vehicleLicenseFront },
	'vehicle-license-back': { title: 'Vehicle license, second sheet', operation: 'vehicle-license', request: { side: 'back' }, make: vehicleLicenseBack },
	'vehicle-license': { title: 'Vehicle license, both sheets', operation: 'vehicle-license', request: { side: 'double_side' }, make: vehicleLicenseBoth },
	'business-card': { title: 'Business card', operation: 'business-card', make: businessCard },
	'bank-receipt': { title: 'Bank receipts', operation: 'bank-receipt', make: bankReceipt },
	mixed: { title: 'Several tickets in one picture', operation: 'auto-classification', around: DESK, make: mixed },
	seal: { title: 'Seals', operation: 'seal', make: seals },
} satisfies Record<string, KindOfSpecimen>;

export type SpecimenKind = keyof typeof kinds;
export const SPECIMEN_KINDS = Object.keys(kinds) as SpecimenKind[];
export const kindOf = (kind: SpecimenKind): KindOfSpecimen => kinds[kind];

/** @param seed any; the same one draws the same specimen. */
export function specimen(kind: SpecimenKind, seed: string | number): Specimen {
	return kindOf(kind).make(new Random(`${seed}/${kind}`));
}

export type ComposedSpecimen = ComposedDocument & { truth: Truth };

/** A specimen as a picture, turned and scaled as asked. */
export function composeSpecimen(kind: SpecimenKind, seed: string | number, look: Pick<Presentation, 'turn' | 'scale' | 'noise' | 'format'> = {}): ComposedSpecimen {
	const { page, truth } = specimen(kind, seed);
	return { ...compose(page, { name: kind, kind: 'specimen', paper: kindOf(kind).around ?? '#c9ced4', ...look }), truth };
}
