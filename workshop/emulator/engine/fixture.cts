// An engine that answers at once, for tests and benchmarks: from a generator, from files or from a function.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corners, FoundBlock, PageResult, RecognitionEngine, RecognitionJob } from './engine.cts';

type FixtureAnswer = PageResult | string | undefined;

export interface FixtureSource {
	/** Generates this many blocks per image; their words differ from image to image and stay the same for one. */
	blocks?: number;
	/** Folder with `{imageHash}.json`: response bodies sent word for word. Other images get generated blocks. */
	folder?: string;
	/** In-process only: a page, a body as text, or undefined for the other sources; may take its time. */
	answer?: (job: RecognitionJob) => FixtureAnswer | Promise<FixtureAnswer>;
}

export class FixtureEngine implements RecognitionEngine {
	readonly #source: () => FixtureSource;

	constructor(source: () => FixtureSource) {
		this.#source = source;
	}

	async recognise(job: RecognitionJob): Promise<PageResult | string> {
		const { answer, folder, blocks } = this.#source();
		return (await answer?.(job)) ?? fromFolder(folder, job) ?? generatedPage(job, blocks ?? 10);
	}

	async close(): Promise<void> {
		// nothing is open
	}
}

function fromFolder(folder: string | undefined, job: RecognitionJob): string | undefined {
	if (folder === undefined) return undefined;
	const file = join(folder, `${job.imageHash}.json`);
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const COLUMNS = 20;
const CELL_WIDTH_PX = 100;
const ROW_HEIGHT_PX = 30;

/** Blocks in rows of twenty, in reading order; `words` is `{first 8 of the hash}-{index}`. */
export function generatedPage(job: Pick<RecognitionJob, 'imageHash' | 'reading'>, count: number): PageResult {
	const prefix = job.imageHash.slice(0, 8);
	const blocks = Array.from({ length: count }, (_, index): FoundBlock => {
		const words = `${prefix}-${index}`;
		const location = cell(index);
		const block: FoundBlock = { words, location, confidence: 0.9999 };
		if (job.reading.characterMode) {
			block.characters = Array.from(words, (text) => ({ text, location, confidence: 0.9999 }));
		}
		return block;
	});
	return { blocks, direction: 0, markdown: blocks.map((block) => block.words).join('\n') };
}

function cell(index: number): Corners {
	const left = (index % COLUMNS) * CELL_WIDTH_PX + 10;
	const top = Math.floor(index / COLUMNS) * ROW_HEIGHT_PX + 10;
	const right = left + CELL_WIDTH_PX - 20;
	const bottom = top + ROW_HEIGHT_PX - 10;
	return [
		[left, top],
		[right, top],
		[right, bottom],
		[left, bottom],
	];
}
