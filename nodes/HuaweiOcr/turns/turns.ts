// Long work without holding n8n's event loop, which serves everybody from one thread.
import { sleep } from 'n8n-workflow';
import type { Steps } from './steps';

/** Lets everything else that waits for the event loop run once. May reject to end the work. */
export type Pause = () => Promise<void>;

/** ms of work between two pauses */
const TURN = 15;

export const letOthersRun: Pause = async () => await sleep(0);

/** Runs work in turns of about 15 ms. */
export async function runInTurns<Result>(work: Steps<Result>, pause: Pause = letOthersRun): Promise<Result> {
	const turn = new Turn(pause);
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
		if (turn.isOver) await turn.rest();
	}
}

/** For long loops that are no generators: `if (turn.isOver) await turn.rest();` */
export class Turn {
	#began = Date.now();

	constructor(private readonly pause: Pause = letOthersRun) {}

	/** Whether about 15 ms have gone by since the last rest. */
	get isOver(): boolean {
		// A clock that was set back counts as time gone by.
		return Math.abs(Date.now() - this.#began) >= TURN;
	}

	async rest(): Promise<void> {
		await this.pause();
		this.#began = Date.now();
	}
}
