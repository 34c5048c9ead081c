// Memory of a process as the kernel counts it: resident bytes, what a container's limit counts too.
// Linux only: it reads /proc.
import { readFileSync, writeFileSync } from 'node:fs';

/** Resident memory of a process now, bytes. */
export function residentBytes(pid = process.pid): number {
	return statusBytes(pid, 'VmRSS');
}

/** The highest resident memory since the process began or since `forgetPeak`, bytes. Misses no moment. */
export function peakBytes(pid = process.pid): number {
	return statusBytes(pid, 'VmHWM');
}

/** Lets the kernel begin anew with the peak of a process. */
export function forgetPeak(pid = process.pid): void {
	// "5" is the kernel's code for "reset the peak to what is resident now" (proc_pid_clear_refs).
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function statusBytes(pid: number, field: string): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
	if (kilobytes === undefined) throw new Error(`No ${field} of process ${pid}`);
	return Number(kilobytes) * 1024;
}
