// Preloaded into the measured process (n8n, the bare script): keeps a record of processor time and of
// the event loop's pauses, and hands it out on a Unix socket. It changes nothing of the program.
import { rmSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector';
import { createServer } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/** ms between two looks; a look takes some 5 µs. */
const INTERVAL = 5;

/** What `profiled` hands out. */
export interface TakenProfile {
	/** When the profile began, ms since 1970. */
	started: number;
	profile: Profiler.Profile;
}

/** µs between two samples of a profile. */
const PROFILE_INTERVAL = 500;

/** What `record` hands out. Times are ms since 1970. */
export interface ProbeRecord {
	/** [time, processor time of all threads so far in ms], one per look. */
	cpu: Array<[time: number, cpu: number]>;
	/**
	 * Pauses of the event loop of 10 ms and more: [end, length in ms, of which the main thread computed].
	 * The rest of the length it waited for a processor, because others had both.
	 */
	stalls: Array<[end: number, length: number, computing: number]>;
}

/**
 * `begin`: forget what was. `record`: what was since. `collect`: collect garbage, so that memory is comparable.
 * `profile`: begin a profile of the main thread. `profiled`: end it and hand it out.
 */
export type ProbeCommand = 'begin' | 'record' | 'collect' | 'profile' | 'profiled';

/** Pauses below this are usual work, and noise of the timer. ms */
const SHORTEST_STALL = 10;

/** Processor time of this thread, ms. Not in the installed type definitions, which are of Node.js 20. */
function threadTime(): number {
	const { user, system } = (process as unknown as { threadCpuUsage(): NodeJS.CpuUsage }).threadCpuUsage();
	return (user + system) / 1000;
}

function listen(socket: string): void {
	let kept: ProbeRecord = { cpu: [], stalls: [] };
	let last = performance.now();
	let lastThread = threadTime();
	setInterval(() => {
		const now = performance.now();
		const time = performance.timeOrigin + now;
		const late = now - last - INTERVAL;
		last = now;
		const thread = threadTime();
		if (late >= SHORTEST_STALL) kept.stalls.push([time, late, thread - lastThread]);
		lastThread = thread;
		const { user, system } = process.cpuUsage();
		kept.cpu.push([time, (user + system) / 1000]);
	}, INTERVAL).unref();

	setFlagsFromString('--expose-gc');
	const collectGarbage = runInNewContext('gc') as () => void;
	const session = new Session();
	let profileStarted = 0;
	const answer: Record<ProbeCommand, () => unknown> = {
		begin: () => {
			kept = { cpu: [], stalls: [] };
			return {};
		},
		record: () => kept,
		collect: () => {
			collectGarbage();
			return {};
		},
		profile: () => {
			session.connect();
			session.post('Profiler.enable');
			session.post('Profiler.setSamplingInterval', { interval: PROFILE_INTERVAL });
			session.post('Profiler.start');
			profileStarted = Date.now();
			return {};
		},
		profiled: () => {
			const taken: Partial<TakenProfile> = { started: profileStarted };
			// Within a process, the answer comes before `post` ends.
			session.post('Profiler.stop', (_error, { profile }) => (taken.profile = profile));
			session.disconnect();
			return taken;
		},
	};
	rmSync(socket, { force: true });
	createServer((connection) => {
		connection.once('data', (command) => {
			connection.end(JSON.stringify(answer[command.toString() as ProbeCommand]()));
		});
	})
		.listen(socket)
		.unref();
}

// n8n starts helper processes and threads that inherit NODE_OPTIONS: only the first one answers.
const socket = process.env.BENCH_PROBE_SOCKET;
if (socket !== undefined && isMainThread) {
	delete process.env.BENCH_PROBE_SOCKET;
	delete process.env.NODE_OPTIONS;
	listen(socket);
}
