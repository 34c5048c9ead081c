// One end-to-end check: named after what a user does, with everything needed to understand a failure.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { OUTPUT } from '../../harness/paths.cts';

export interface CheckResult {
	name: string;
	ok: boolean;
	/** ms */
	duration: number;
	error?: string;
}

/** What to print and keep when a check fails: logs, a picture of the page. */
export type Diagnosis = (fileName: string) => Promise<string> | string;

const results: CheckResult[] = [];
const diagnoses = new Map<string, Diagnosis>();

export const RESULTS_FILE = path.join(OUTPUT, 'results.json');

/** Registers a diagnosis for the failures from now on; gives a function that takes it back. */
export function onFailure(name: string, diagnosis: Diagnosis): () => void {
	diagnoses.set(name, diagnosis);
	return () => diagnoses.delete(name);
}

/** A group of checks. */
export function group(name: string, define: () => void): void {
	void describe(name, define);
}

export function check(name: string, work: () => Promise<void> | void, { timeout = 90_000 } = {}): void {
	void it(name, { timeout: timeout + 5000 }, async () => {
		if (process.env['E2E_BAIL'] && results.some((result) => !result.ok)) throw new Error('Not run after a failed check');
		const started = Date.now();
		let error: Error | undefined;
		try {
			await withTimeout(work, timeout);
		} catch (thrown) {
			error = thrown instanceof Error ? thrown : new Error(String(thrown));
		}
		results.push({
			name,
			ok: error === undefined,
			duration: Date.now() - started,
			...(error === undefined ? {} : { error: error.message }),
		});
		save();
		if (error === undefined) return;
		await diagnose(name);
		throw error;
	});
}

async function withTimeout(work: () => Promise<void> | void, timeout: number): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const tooLate = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`Not done after ${timeout} ms`)), timeout);
	});
	try {
		await Promise.race([work(), tooLate]);
	} finally {
		clearTimeout(timer);
	}
}

async function diagnose(name: string): Promise<void> {
	const fileName = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
	for (const [subject, diagnosis] of diagnoses) {
		try {
			console.log(`--- ${subject}, when "${name}" failed ---\n${await diagnosis(fileName)}`);
		} catch (error) {
			console.log(`--- ${subject}: ${String(error)}`);
		}
	}
}

/** Figures that a suite wants in the report, e.g. the rows of a measured table. */
const figures: Record<string, unknown> = {};

export function report(name: string, value: unknown): void {
	figures[name] = value;
	save();
}

function save(): void {
	mkdirSync(OUTPUT, { recursive: true });
	writeFileSync(RESULTS_FILE, JSON.stringify({ results, figures }, undefined, '\t'));
}
