import type { ApiOperation } from '../../../../huaweiCloud/apiOperation';
import { UnexpectedAnswer } from '../../errors/unexpectedAnswer';
import { resultOf } from '../answer';
import { takeFiles } from '../answerFiles';
import type { Steps } from '../../turns/steps';
import { isRecord } from '../answerValues';
import { READ, readParts } from './readParts';
import type { DocumentPart, DocumentResult } from './types';
import { saysSomething } from './values';

/** Values in an answer; a page full of invoices has some thousands. */
const MOST_VALUES = 200_000;
/** So many lists and objects are counted in one step. */
const IN_ONE_STEP = 4096;

/**
 * Reads the body of a successful answer of any operation on documents (operations 2: classes C to E and G).
 * The answer is untrusted: what can be understood is taken, and every field comes out.
 * @throws UnexpectedAnswer when it has no result, or more than any document can hold
 */
export function* readDocuments(body: string, { path }: Pick<ApiOperation, 'path'>): Steps<DocumentResult> {
	const raw = yield* resultOf(body);
	if (yield* hasMoreThan(raw, MOST_VALUES)) throw new UnexpectedAnswer(`it holds more than ${MOST_VALUES} values`);
	const taken = yield* takeFiles(raw);
	const parts = yield* readParts({ raw, path, files: taken.files });
	checkCount(raw, parts);
	const isRead = parts.filter(({ status }) => status?.code === READ).length;
	const countsDocuments = parts.some(({ status }) => status !== undefined);
	return {
		raw,
		path,
		...taken,
		isEmpty: parts.every(isEmptyPart),
		facts: countsDocuments ? { billedDocuments: isRead } : {},
	};
}

/** A document that failed is no empty page. */
function isEmptyPart({ fields, lists, files, status }: DocumentPart): boolean {
	const failed = status !== undefined && status.code !== READ;
	return !failed && files.length === 0 && lists.every(({ lines }) => lines.length === 0) && !fields.some(({ value }) => saysSomething(value));
}

/** A count beside no list at all is no hint any more. @throws UnexpectedAnswer */
function checkCount(raw: unknown, parts: readonly DocumentPart[]): void {
	if (!isRecord(raw) || Object.keys(raw).some((key) => key.endsWith('_list'))) return;
	for (const key of ['bank_receipt_count', 'seal_count']) {
		const count = raw[key];
		if (typeof count === 'number' && count > 0 && parts.every(({ lists }) => lists.length === 0)) {
			throw new UnexpectedAnswer(`it announces ${Math.floor(count)} documents and lists none`);
		}
	}
}

function* hasMoreThan(value: unknown, most: number): Steps<boolean> {
	const waiting: unknown[] = [value];
	let step = 0;
	for (let seen = 0; waiting.length > 0; ) {
		if (++step % IN_ONE_STEP === 0) yield;
		const each = waiting.pop();
		if (typeof each !== 'object' || each === null) continue;
		const inner: unknown[] = Array.isArray(each) ? each : Object.values(each);
		seen += inner.length;
		if (seen > most) return true;
		for (const one of inner) if (typeof one === 'object') waiting.push(one);
	}
	return false;
}
