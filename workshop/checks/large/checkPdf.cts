import { asOcrError } from '../../../nodes/HuaweiOcr/errors/ocrError.ts';
import { openPdf } from '../../../nodes/HuaweiOcr/input/pdf/index.ts';
import { drawPages, hasInk, looksSame } from './draw.cts';
import type { PdfKind } from './pdfs.cts';

/** What is wrong with one kind, as sentences; empty when nothing is. */
export async function checkPdf(kind: PdfKind): Promise<string[]> {
	const file = await kind.make();
	let pdf;
	try {
		pdf = await openPdf(file);
	} catch (error) {
		const { message, details } = asOcrError(error);
		const isRight = kind.wanted === 'locked' && details.errorCode === 'Node.EncryptedPdf' && /password/.test(message);
		return isRight ? [] : [`can't be opened: ${message}`];
	}
	if (kind.wanted === 'locked') return ['was opened without its password'];
	const problems: string[] = [];
	const count = await pdf.pageCount().catch((error: unknown) => asOcrError(error).message);
	if (typeof count === 'string' ? kind.pages !== undefined : count !== kind.pages) problems.push(`pages: ${count}, not ${kind.pages}`);
	const numbers = kind.compared ?? Array.from({ length: kind.pages ?? 0 }, (_, index) => index + 1);
	const whole = await drawPages(file, numbers);
	for (const [index, number] of numbers.entries()) {
		const page = await pdf.page(number);
		if (!page) {
			if (kind.wanted === 'split' && !isSmallFile(file)) problems.push(`page ${number} can't be had apart`);
			continue;
		}
		if (kind.share !== undefined && page.length > kind.share * file.length) {
			problems.push(`page ${number} takes ${page.length} of ${file.length} bytes`);
		}
		const [alone] = await drawPages(page, [1]);
		const wanted = whole[index];
		if (!alone) problems.push(`page ${number} can't be drawn alone`);
		else if (!wanted || wanted.width === 0) {
			if (!kind.wholeIsUnreadable || !hasInk(alone)) problems.push(`page ${number} can be drawn alone, but not of the whole file`);
		} else if (!looksSame(alone, wanted)) problems.push(`page ${number} looks different alone`);
	}
	return problems;
}

/** A page of a file of few kB may be larger alone: what the file packs together is plain in it. */
const isSmallFile = (file: Buffer): boolean => file.length < 8_000;
