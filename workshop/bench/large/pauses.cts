// How long n8n's event loop is held: the longest time between two turns of a timer that is always due. The
// machine may do other work meanwhile, so that time on the processor is told beside time on the clock.
import { setImmediate } from 'node:timers';

export interface Pauses {
	/** ms on the clock */
	longest: number;
	/** ms on the processor within one turn */
	longestWork: number;
}

/** Watches until `stop`. */
export function watchPauses(): { stop(): Pauses } {
	let longest = 0;
	let longestWork = 0;
	let isWatching = true;
	let at = performance.now();
	let cpu = process.cpuUsage();
	const turn = (): void => {
		const now = performance.now();
		const used = process.cpuUsage(cpu);
		longest = Math.max(longest, now - at);
		longestWork = Math.max(longestWork, used.user / 1000);
		at = now;
		cpu = process.cpuUsage();
		if (isWatching) setImmediate(turn);
	};
	setImmediate(turn);
	return {
		stop: () => {
			isWatching = false;
			return { longest, longestWork: Math.min(longest, longestWork) };
		},
	};
}
