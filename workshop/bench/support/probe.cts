// The asking side of `measured/probe.cts`, and what its record means.
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { newTempDir } from '../../harness/paths.cts';
import type { ProbeCommand, ProbeRecord, TakenProfile } from '../measured/probe.cts';
import { compiled } from './compiled.cts';
import { forgetPeak, peakBytes, residentBytes } from '../../harness/process/memory.cts';
import { askSocket } from './socket.cts';

/** A span of time, ms since 1970. */
export interface Span {
	started: number;
	ended: number;
}

/** What a process used. */
export interface Usage {
	/** Resident memory before, after garbage collection; bytes. */
	idleBytes: number;
	/** The kernel's peak; bytes. */
	peakBytes: number;
	/** Resident memory now and then, to tell when it was high: [ms since 1970, bytes]. */
	resident: Array<[time: number, bytes: number]>;
	record: ProbeRecord;
}

/** ms between two looks at the memory, from outside. */
const MEMORY_INTERVAL = 50;

/** ms; measured: the pages are given back after 8 s. */
const V8_KEEPS_PAGES = 9_000;

export class Probe {
	/** Environment that puts the probe into a Node.js process. */
	readonly env: Record<string, string>;

	private readonly socket = path.join(newTempDir('probe'), 'socket');

	constructor() {
		this.env = { NODE_OPTIONS: `--require=${compiled('probe')}`, BENCH_PROBE_SOCKET: this.socket };
	}

	/**
	 * Lets a process come to rest, so that its idle memory is what it needs. V8 keeps pages of a heap that
	 * was once larger for some seconds; memory that grows into them would not be seen.
	 */
	async settle(): Promise<void> {
		await this.ask('collect');
		await wait(V8_KEEPS_PAGES);
	}

	/** Runs `work` and gives what the process used meanwhile. */
	async measure<T>(pid: number, work: () => Promise<T>): Promise<{ result: T; usage: Usage }> {
		await this.ask('collect');
		const idleBytes = residentBytes(pid);
		forgetPeak(pid);
		await this.ask('begin');
		const resident: Usage['resident'] = [];
		const timer = setInterval(() => resident.push([Date.now(), residentBytes(pid)]), MEMORY_INTERVAL);
		const result = await work().finally(() => clearInterval(timer));
		const record = (await this.ask('record')) as ProbeRecord;
		return { result, usage: { idleBytes, peakBytes: peakBytes(pid), resident, record } };
	}

	/** Runs `work` and gives a profile of the main thread meanwhile. */
	async profile<T>(work: () => Promise<T>): Promise<{ result: T; taken: TakenProfile }> {
		await this.ask('profile');
		const result = await work();
		return { result, taken: (await this.ask('profiled')) as TakenProfile };
	}

	private async ask(command: ProbeCommand): Promise<unknown> {
		return JSON.parse(await askSocket(this.socket, command));
	}
}

/** The highest resident memory seen within a span, bytes; 0 when nobody looked. */
export function highestWithin(resident: Usage['resident'], { started, ended }: Span): number {
	return resident.reduce((most, [time, bytes]) => (time >= started && time <= ended ? Math.max(most, bytes) : most), 0);
}

/** Processor seconds of all threads within a span. */
export function cpuSeconds({ cpu }: ProbeRecord, { started, ended }: Span): number {
	const first = cpu.findLast(([time]) => time <= started) ?? cpu[0];
	const last = cpu.find(([time]) => time >= ended) ?? cpu.at(-1);
	return first && last ? (last[1] - first[1]) / 1000 : 0;
}

/** A pause of the event loop, ms. */
export interface Stall {
	length: number;
	/** Of that, the main thread computed; the rest it waited for a processor. */
	computing: number;
}

/** Longest pause of the event loop that reached into a span, and the longest by computing. */
export function longestStall({ stalls }: ProbeRecord, { started, ended }: Span): Stall {
	const within = stalls.filter(([end, length]) => end > started && end - length < ended);
	return {
		length: Math.max(0, ...within.map(([, length]) => length)),
		computing: Math.max(0, ...within.map(([, , computing]) => computing)),
	};
}
