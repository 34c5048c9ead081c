import { OcrError } from '../../errors/ocrError';
import { Budget, type BudgetLimits } from './budget';
import { expectUnreadable, OverBudget } from './damage';
import { ObjectStore } from './objects';
import { pageImage, type PageImage } from './pageImage';
import { MAX_PAGES, PageTree, type Leaf } from './pageTree';
import { splitPage } from './splitPage';

export type { BudgetLimits } from './budget';
export type { PageImage } from './pageImage';

/** Pages of a PDF, read one by one. */
export interface PdfFile {
	/**
	 * How many pages there are, counted in the page tree.
	 * @throws OcrError Node.UnreadablePdf when the tree is damaged or has more than 10,000 pages
	 */
	pageCount(): Promise<number>;
	/**
	 * A PDF of its own that holds just what one page needs. Its page 1 looks like that page.
	 * @param number from 1 on
	 * @returns undefined when the page can't be had apart from the others, or would be no smaller than
	 * the whole file; then the whole file is what can be sent
	 */
	page(number: number): Promise<Buffer | undefined>;
	/** The JPEG of a page that is one single scanned picture; undefined for every other page. */
	pageImage(number: number): Promise<PageImage | undefined>;
}

/** bytes before %PDF- that readers accept, such as the head of a form part */
const MAX_START = 1024;

/**
 * Where a PDF begins in a file: other bytes may stand before it.
 * @returns undefined when no PDF begins in the first 1,024 bytes
 */
export function pdfStart(bytes: Buffer): number | undefined {
	const at = bytes.subarray(0, MAX_START + 5).indexOf('%PDF-');
	return at < 0 ? undefined : at;
}

/**
 * Opens a PDF. That is cheap: its pages are looked for when they are asked for. All reading is bounded
 * in steps and bytes, and pauses so that n8n's event loop is never held for long.
 * @throws OcrError Node.UnreadablePdf or Node.EncryptedPdf
 */
export async function openPdf(bytes: Buffer, limits?: BudgetLimits): Promise<PdfFile> {
	const start = pdfStart(bytes);
	if (start === undefined) throw unreadable('it doesn\'t begin like a PDF');
	const budget = new Budget(bytes.length, limits);
	try {
		return new LazyPdf(await ObjectStore.open(bytes.subarray(start), budget), budget, start > 0);
	} catch (error) {
		expectUnreadable(error);
		throw unreadable(reasonOf(error));
	}
}

class LazyPdf implements PdfFile {
	readonly #tree: PageTree;

	/** The work under way: pages are asked for in parallel, but the walk through the tree is one. */
	#busy: Promise<unknown> = Promise.resolve();

	constructor(
		readonly store: ObjectStore,
		readonly budget: Budget,
		readonly hasOtherStart: boolean,
	) {
		this.#tree = new PageTree(store);
	}

	async pageCount(): Promise<number> {
		const count = await this.#inTurn(async () => await this.#tree.count()).catch((error: unknown) => {
			expectUnreadable(error);
			throw unreadable(reasonOf(error));
		});
		if (count === 0) throw unreadable('it has no pages');
		if (count > MAX_PAGES) throw unreadable(`it has more than ${MAX_PAGES} pages`);
		return count;
	}

	async page(number: number): Promise<Buffer | undefined> {
		const { store } = this;
		const page = await this.#inTurn(async () => await this.#ofPage(number, async (leaf) => await splitPage(store, leaf)));
		// An encrypted or damaged file, or one behind other bytes, is better sent as a plain part of it, even where
		// that is larger.
		const isBetter = store.decryptor !== undefined || store.isRecovered || this.hasOtherStart;
		return page && (isBetter || page.length < store.bytes.length) ? page : undefined;
	}

	async pageImage(number: number): Promise<PageImage | undefined> {
		return await this.#inTurn(async () => await this.#ofPage(number, async (leaf) => await pageImage(this.store, leaf)));
	}

	/** Waits for the work under way before it begins. */
	async #inTurn<T>(work: () => Promise<T>): Promise<T> {
		const result = this.#busy.then(work);
		// Whoever asked for it hears of its failure; the next one only waits.
		this.#busy = result.catch(() => undefined);
		return await result;
	}

	async #ofPage<T>(number: number, read: (leaf: Leaf) => Promise<T>): Promise<T | undefined> {
		this.budget.allowPage();
		try {
			const leaf = await this.#tree.page(number);
			return leaf && (await read(leaf));
		} catch (error) {
			expectUnreadable(error);
			return undefined;
		}
	}
}

function reasonOf(error: unknown): string {
	return error instanceof OverBudget ? 'it takes more work to read than any real document' : 'it is damaged';
}

function unreadable(why: string): OcrError {
	return new OcrError(
		`Give the pages as numbers, such as 1-3, or repair the file: the pages of this PDF can't be counted, ${why}`,
		'Opening the file in a PDF viewer and printing it to a new PDF repairs most files.',
		{ errorCode: 'Node.UnreadablePdf' },
	);
}
