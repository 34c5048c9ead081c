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
