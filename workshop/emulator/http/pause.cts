import { setTimeout as wait } from 'node:timers/promises';

/** Waits `ms`; 0 does not even leave the current turn. Never keeps the process alive. */
export async function pause(ms: number): Promise<void> {
	if (ms > 0) await wait(ms, undefined, { ref: false });
}
