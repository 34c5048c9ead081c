// The operations that the emulator answers; the other known ones are not subscribed in here (ModelArts.4204).
import { autoClassification } from './autoClassification/index.cts';
import { bankcard } from './bankcard/index.cts';
import { bankReceipt } from './bankReceipt/index.cts';
import { businessCard } from './businessCard/index.cts';
import { businessLicense } from './businessLicense/index.cts';
import { driverLicense } from './driverLicense/index.cts';
import { financialStatement } from './financialStatement/index.cts';
import { flightItinerary } from './flightItinerary/index.cts';
import { generalTable } from './generalTable/index.cts';
import { generalText } from './generalText/index.cts';
import { handwriting } from './handwriting/index.cts';
import { idCard } from './idCard/index.cts';
import { mvsInvoice } from './mvsInvoice/index.cts';
import type { Operation } from './operation.cts';
import { passport } from './passport/index.cts';
import { quotaInvoice } from './quotaInvoice/index.cts';
import { seal } from './seal/index.cts';
import { smartDocument } from './smartDocument/index.cts';
import { taxiInvoice } from './taxiInvoice/index.cts';
import { tollInvoice } from './tollInvoice/index.cts';
import { trainTicket } from './trainTicket/index.cts';
import { vatInvoice } from './vatInvoice/index.cts';
import { vehicleLicense } from './vehicleLicense/index.cts';
import { webImage } from './webImage/index.cts';

const WORDS = [generalText, handwriting, webImage];
const TABLES = [generalTable, smartDocument, financialStatement];
const INVOICES = [vatInvoice, mvsInvoice, trainTicket, taxiInvoice, flightItinerary, tollInvoice, quotaInvoice];
const CARDS = [idCard, bankcard, businessLicense, passport, driverLicense, vehicleLicense, businessCard];
const OTHERS = [autoClassification, bankReceipt, seal];
const ANSWERED = new Map<string, Operation>([...WORDS, ...TABLES, ...INVOICES, ...CARDS, ...OTHERS].map((operation) => [operation.path, operation]));

/** @returns undefined for an operation that is not subscribed. */
export function operationAt(path: string): Operation | undefined {
	return ANSWERED.get(path);
}
