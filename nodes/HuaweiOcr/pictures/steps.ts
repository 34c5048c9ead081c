import { sleep } from 'n8n-workflow';

/**
 * Work in small steps: each `yield` is a place where others may have their turn. A step should stay
 * under 20 ms for any input.
 */
export type Steps<Result> = Generator<undefined, Result>;

/** Lets everything else that waits for the event loop run once. May reject to end the work. */
export type Pause = () => Promise<void>;

/** ms of work between two pauses. n8n serves everybody from one event loop. */
const TURN = 15;

export const letOthersRun: Pause = async () => await sleep(0);

/** Runs work in turns of about 15 ms. */
export async function runInTurns<Result>(work: Steps<Result>, pause: Pause = letOthersRun): Promise<Result> {
	let began = Date.now();
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
		if (Date.now() - began < TURN) continue;
		await pause();
		began = Date.now();
	}
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Large pictures are worked on one after another, whichever execution they belong to: each needs
 * memory, and together they would take as long. State of this process only.
 */
export async function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
	const mine = last.then(work);
	// Not the result: the last picture would stay in memory until the next one.
	last = mine.then(
		() => undefined,
		() => undefined,
	);
	return await mine;
}
