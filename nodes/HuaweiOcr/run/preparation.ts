/** Files or pages that are ready and wait for their call; more would only cost memory. */
const READY_AHEAD = 2;

/**
 * Lets only as many files be read as calls can soon be made for, however many documents may be in work:
 * what is held at a time are the files of the calls under way and a few that are ready.
 */
export class Preparation {
	private ready = 0;

	private readonly waiting: Array<() => void> = [];

	/** Waits for a place. @returns gives the place back; may be called more than once */
	async begin(): Promise<() => void> {
		if (this.ready >= READY_AHEAD) await new Promise<void>((resolve) => this.waiting.push(resolve));
		else this.ready++;
		let isHeld = true;
		return () => {
			if (!isHeld) return;
			isHeld = false;
			const next = this.waiting.shift();
			// The place goes on to the next in line, so that nobody gets in between.
			if (next) next();
			else this.ready--;
		};
	}
}
