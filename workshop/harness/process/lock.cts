import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from './poll.cts';

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Runs `work` while no other process does so under the same name. A lock of a dead process is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T> | T): Promise<T> {
	const owner = path.join(file, 'pid');
	await until(
		() => {
			try {
				mkdirSync(file);
				return true;
			} catch {
				const pid = Number(readFileSync(owner, 'utf8'));
				if (!isRunning(pid)) rmSync(file, { recursive: true, force: true });
				return false;
			}
		},
		{ what: `another process that holds ${file}`, within: 20 * 60_000, every: 1000 },
	);
	writeFileSync(owner, String(process.pid));
	try {
		return await work();
	} finally {
		rmSync(file, { recursive: true, force: true });
	}
}
