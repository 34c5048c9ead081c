// What some work costs this process: CPU, the longest time it held the event loop, and memory.
import { readFileSync, writeFileSync } from 'node:fs';

export interface Cost {
	/** ms, of all threads */
	cpu: number;
	/** ms: the longest time between two turns of the event loop in which the process really worked */
	pause: number;
	/** bytes above what it was before */
	memory: number;
}

const TICK_MS = 5;

/**
 * Measures one piece of work. Where other processes take the CPU away, time goes by without work, so a
 * pause counts only as far as this process used the CPU in it.
 */
export async function measure(work: () => Promise<void>): Promise<Cost> {
	(globalThis as { gc?: () => void }).gc?.();
	const peak = startPeak();
	const begin = process.memoryUsage().rss;
	let pause = 0;
	let last = now();
	const look = (): void => {
		const current = now();
		pause = Math.max(pause, Math.min(current.wall - last.wall, current.cpu - last.cpu));
		peak.sample();
		last = current;
	};
	const before = now();
	const ticking = setInterval(look, TICK_MS);
	try {
		await work();
	} finally {
		// One more turn, so that work at the very end is seen, too.
		await new Promise((resolve) => setTimeout(resolve, TICK_MS));
		look();
		clearInterval(ticking);
	}
	return { cpu: now().cpu - before.cpu, pause, memory: Math.max(0, peak.read() - begin) };
}

function now(): { wall: number; cpu: number } {
	const { user, system } = process.cpuUsage();
	return { wall: performance.now(), cpu: (user + system) / 1000 };
}

/** The highest memory since now: from Linux, which sees it even while nothing else runs, elsewhere by samples. */
function startPeak(): { sample(): void; read(): number } {
	let highest = 0;
	const sample = (): void => {
		highest = Math.max(highest, process.memoryUsage().rss);
	};
	try {
		writeFileSync('/proc/self/clear_refs', '5');
		return {
			sample: () => undefined,
			read: () => Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024,
		};
	} catch {
		return { sample, read: () => highest };
	}
}
