import { sleep } from 'n8n-workflow';

import { OverBudget } from './damage';

/** What reading one PDF may cost. */
export interface BudgetLimits {
	/** Work: one step is about a token read, or 32 bytes looked through. */
	steps?: number;
	/** bytes that come out of packed streams */
	unpacked?: number;
	/** Lets other work of n8n's event loop go on. */
	pause?: () => Promise<void>;
}

/** ms of work after which the others get their turn */
const WORK_BETWEEN_PAUSES_MS = 12;

/** Steps of a file of no size at all; an honest one of 1,000 pages takes half of it. */
const LEAST_STEPS = 1_000_000;
const STEPS_PER_BYTE = 1 / 16;
const STEPS_PER_PAGE = 20_000;

const LEAST_UNPACKED = 16 * 1024 * 1024;
const UNPACKED_PER_PAGE = 512 * 1024;

/**
 * Bounds all work on one file and spreads it. Spending is cheap and never waits; whoever loops also
 * awaits `rest`, which pauses when the event loop has been held for long enough.
 */
export class Budget {
	#steps: number;

	#unpacked: number;

	#workBegan = Date.now();

	readonly #pause: () => Promise<void>;

	#memory: Buffer | undefined;

	/** @param fileBytes size of the file, which may cost more work the larger it is */
	constructor(fileBytes: number, { steps, unpacked, pause = async () => await sleep(0) }: BudgetLimits = {}) {
		this.#steps = steps ?? LEAST_STEPS + fileBytes * STEPS_PER_BYTE;
		this.#unpacked = unpacked ?? LEAST_UNPACKED + fileBytes;
		this.#pause = pause;
	}

	/** Each page of a long document may cost something, too. */
	allowPage(): void {
		this.#steps += STEPS_PER_PAGE;
		this.#unpacked += UNPACKED_PER_PAGE;
	}

	/** @throws OverBudget */
	spend(steps: number): void {
		this.#steps -= steps;
		if (this.#steps < 0) throw new OverBudget('it has too many objects');
	}

	/** For a search through so many bytes, which is faster than reading them. @throws OverBudget */
	search(bytes: number): void {
		this.spend(1 + bytes / 512);
	}

	/** @throws OverBudget */
	unpack(bytes: number): void {
		this.#unpacked -= bytes;
		if (this.#unpacked < 0) throw new OverBudget('its packed parts unpack to too many bytes');
	}

	/** What a stream is unpacked in: fresh memory for each stream costs more than the unpacking. @returns undefined for the first */
	borrowMemory(): Buffer | undefined {
		const memory = this.#memory;
		this.#memory = undefined;
		return memory;
	}

	/** Takes it back, or what has replaced it, for the next stream. Nobody may read it any more. */
	returnMemory(memory: Buffer): void {
		this.#memory = memory;
	}

	/** Pauses if it is time to. */
	async rest(): Promise<void> {
		// A clock that was set back counts as time gone by.
		if (Math.abs(Date.now() - this.#workBegan) < WORK_BETWEEN_PAUSES_MS) return;
		await this.#pause();
		this.#workBegan = Date.now();
	}
}
