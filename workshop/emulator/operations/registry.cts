// The operations that the emulator answers: those with a folder of their own, and those whose specimen says what is
// printed on their papers; the other known ones are not subscribed in here (ModelArts.4204).
import { autoClassification } from './autoClassification/index.cts';
import { bankcard } from './bankcard/index.cts';
import { bankReceipt } from './bankReceipt/index.cts';
import { businessCard } from './businessCard/index.cts';
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
import { PRINTED_KINDS } from './printed.cts';
import { seal } from './seal/index.cts';
import { smartDocument } from './smartDocument/index.cts';
import { trainTicket } from './trainTicket/index.cts';
import { vatInvoice } from './vatInvoice/index.cts';
import { vehicleLicense } from './vehicleLicense/index.cts';
import { webImage } from './webImage/index.cts';

const WORDS = [generalText, handwriting, webImage];
const TABLES = [generalTable, smartDocument, financialStatement];
/** Invoices, tickets and cards of which more has to be known than their printed labels. */
const PAPERS = [vatInvoice, mvsInvoice, trainTicket, flightItinerary, idCard, bankcard, passport, driverLicense, vehicleLicense, businessCard];
const OTHERS = [autoClassification, bankReceipt, seal];
const PRINTED = PRINTED_KINDS.map(({ operation }) => operation);
const ANSWERED = byPath([...WORDS, ...TABLES, ...PAPERS, ...OTHERS, ...PRINTED]);

/** @throws TypeError where an operation with a folder has a specimen that says how it is read, too */
function byPath(operations: readonly Operation[]): Map<string, Operation> {
	const found = new Map(operations.map((operation) => [operation.path, operation]));
	if (found.size < operations.length) throw new TypeError('An operation is answered in two ways');
	return found;
}

/** @returns undefined for an operation that is not subscribed. */
export function operationAt(path: string): Operation | undefined {
	return ANSWERED.get(path);
}
