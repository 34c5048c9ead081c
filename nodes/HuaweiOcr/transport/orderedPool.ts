/**
 * Runs tasks with bounded parallelism, in the order of their index. A task begins only when one
 * before it has ended, so whatever it loads is held by no more than `concurrency` tasks at a time.
 *
 * @param run must not reject: a failure is a result, too
 * @param stopped asked before each task; once true, nothing more begins
 * @returns results by index; a hole for each task that did not begin
 */
export async function runOrdered<T>(
	count: number,
	concurrency: number,
	run: (index: number) => Promise<T>,
	stopped: () => boolean,
): Promise<Array<T | undefined>> {
	const results = new Array<T | undefined>(count).fill(undefined);
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < count && !stopped()) {
			const index = next++;
			results[index] = await run(index);
		}
	};
	const workers = Math.max(1, Math.min(concurrency, count));
	await Promise.all(Array.from({ length: workers }, worker));
	return results;
}
