import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface CommandOptions {
	cwd?: string;
	env?: Record<string, string | undefined>;
	/** Shown instead of the command's output, which is printed only on failure. */
	quiet?: boolean;
	input?: string;
}

/** Runs a command to its end and gives its standard output. Throws with the end of its output when it fails. */
export function run(command: string, args: string[], options: CommandOptions = {}): string {
	const done = spawnSync(command, args, {
		cwd: options.cwd,
		env: { ...process.env, ...options.env },
		encoding: 'utf8',
		maxBuffer: 256 * 1024 * 1024,
		...(options.input === undefined ? {} : { input: options.input }),
		stdio: options.quiet === false ? ['ignore', 'inherit', 'inherit'] : 'pipe',
	});
	if (done.error) throw done.error;
	if (done.status !== 0) {
		const tail = `${done.stdout ?? ''}\n${done.stderr ?? ''}`.trim().split('\n').slice(-40).join('\n');
		throw new Error(`${command} ${args.join(' ')} ended with ${done.status ?? done.signal}\n${tail}`);
	}
	return done.stdout ?? '';
}

export interface Service {
	readonly name: string;
	readonly pid: number;
	readonly child: ChildProcess;
	/** Undefined while it runs. */
	exit(): string | undefined;
	/** The last lines that it printed. */
	tail(lines?: number): string;
	/** All that it printed (the last 4 MB of it). */
	log(): string;
	/** Ends it with SIGTERM, after 20 s with SIGKILL; returns when it is gone. */
	stop(): Promise<void>;
	/** Ends it at once, as a crash or a power cut would. */
	kill(): Promise<void>;
}

const running = new Set<Service>();

/** Starts a long-running program. Its output is kept, and written to `logFile` when given. */
export function startService(
	name: string,
	command: string,
	args: string[],
	options: {
		cwd?: string;
		env?: Record<string, string | undefined>;
		logFile?: string;
		uid?: number;
		gid?: number;
	} = {},
): Service {
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: { ...process.env, ...options.env },
		stdio: ['ignore', 'pipe', 'pipe'],
		// An own process group: Ctrl-C in the terminal reaches us first, and we end the rest in order.
		detached: true,
		...(options.uid === undefined ? {} : { uid: options.uid }),
		...(options.gid === undefined ? {} : { gid: options.gid }),
	});
	let log = '';
	let ended: string | undefined;
	if (options.logFile) mkdirSync(path.dirname(options.logFile), { recursive: true });
	const file = options.logFile ? createWriteStream(options.logFile) : undefined;
	const keep = (chunk: Buffer) => {
		log = (log + chunk.toString()).slice(-4 * 1024 * 1024);
		file?.write(chunk);
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	child.once('error', (error) => {
		ended = error.message;
	});
	const exited = new Promise<void>((resolve) => {
		child.once('close', (code, signal) => {
			ended ??= signal ?? `exit code ${code}`;
			file?.end();
			running.delete(service);
			resolve();
		});
	});
	const signal = async (kind: NodeJS.Signals) => {
		if (ended === undefined) child.kill(kind);
		await Promise.race([exited, wait(20_000, undefined, { ref: false })]);
		if (ended === undefined) {
			child.kill('SIGKILL');
			await exited;
		}
	};
	const service: Service = {
		name,
		pid: child.pid ?? -1,
		child,
		exit: () => ended,
		tail: (lines = 30) => log.trimEnd().split('\n').slice(-lines).join('\n'),
		log: () => log,
		stop: async () => await signal('SIGTERM'),
		kill: async () => await signal('SIGKILL'),
	};
	running.add(service);
	return service;
}

/** Ends everything that this process started, last started first. */
export async function stopAllServices(): Promise<void> {
	for (const service of [...running].reverse()) await service.stop();
}

// Whatever ends this process also ends what it started.
process.once('exit', () => {
	for (const service of running) service.child.kill('SIGKILL');
});
