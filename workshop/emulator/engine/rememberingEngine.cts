// The same picture is read once: for programs that ask for one page in many ways.
import type { PageResult, RecognitionEngine, RecognitionJob } from './engine.cts';

export class RememberingEngine implements RecognitionEngine {
	readonly #inner: RecognitionEngine;
	readonly #pages = new Map<string, Promise<PageResult | string>>();

	/** Keeps every page until it is closed. */
	constructor(inner: RecognitionEngine) {
		this.#inner = inner;
	}

	async recognise(job: RecognitionJob): Promise<PageResult | string> {
		const name = JSON.stringify([job.imageHash, job.format, job.reading]);
		let page = this.#pages.get(name);
		if (!page) {
			page = this.#inner.recognise(job);
			this.#pages.set(name, page);
			// What failed, perhaps because a worker broke, is tried again.
			page.catch(() => this.#pages.delete(name));
		}
		// Whoever gets it may work on it.
		return structuredClone(await page);
	}

	async close(): Promise<void> {
		this.#pages.clear();
		await this.#inner.close();
	}
}
