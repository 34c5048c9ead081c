// Long work cut into small steps, so that whoever runs it decides when others have their turn.

/**
 * Work in small steps: each `yield` is a place where others may have their turn. A step should stay
 * under 20 ms for any input.
 */
export type Steps<Result> = Generator<undefined, Result>;

/** Runs work in one piece: for programs that have nobody else to serve. */
export function runAtOnce<Result>(work: Steps<Result>): Result {
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
	}
}

/** Work that is short whatever it is given. */
export function* inOneStep<Result>(work: () => Result): Steps<Result> {
	yield;
	return work();
}

/** A list by steps, or at once where the work is short whatever it is given. */
export type ListInSteps<Entry> = Entry[] | Steps<Entry[]>;

/** The list of a `ListInSteps`. */
export function* listFrom<Entry>(work: ListInSteps<Entry>): Steps<Entry[]> {
	return Array.isArray(work) ? work : yield* work;
}

/** `list.map` in steps, for functions that may take long on each entry. */
export function* mapInSteps<Entry, Result>(list: readonly Entry[], work: (entry: Entry, index: number) => Steps<Result>): Steps<Result[]> {
	const results: Result[] = [];
	for (const [index, entry] of list.entries()) {
		results.push(yield* work(entry, index));
		yield;
	}
	return results;
}

/** Entries that are looked at in one step where the work on each is small. */
const IN_ONE_STEP = 1024;

/** `list.map` in steps, for functions that are quick on each entry. @param perStep entries of one step */
export function* collectInSteps<Entry, Result>(list: readonly Entry[], work: (entry: Entry, index: number) => Result, perStep = IN_ONE_STEP): Steps<Result[]> {
	const results: Result[] = [];
	yield* eachInSteps(list, (entry, index) => results.push(work(entry, index)), perStep);
	return results;
}

/** `list.forEach` in steps, for work that is small on each entry. @param perStep entries of one step */
export function* eachInSteps<Entry>(list: readonly Entry[], work: (entry: Entry, index: number) => void, perStep = IN_ONE_STEP): Steps<void> {
	for (let index = 0; index < list.length; index++) {
		if (index % perStep === perStep - 1) yield;
		work(list[index] as Entry, index);
	}
}
