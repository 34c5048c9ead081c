import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';

/** Root folder of the project. */
export const PROJECT = path.resolve(__dirname, '..', '..');
/** Results that are not committed: screenshots of a usual run, logs, reports. */
export const OUTPUT = path.join(PROJECT, 'output', 'e2e');
/** Screenshots that the documentation shows. */
export const IMAGES = path.join(PROJECT, 'docs', 'images');
export const EXAMPLES = path.join(PROJECT, 'examples');

/**
 * Where the n8n installs live: outside git, since one takes 3 GB and several minutes, and shared by
 * all working copies of a user.
 */
export function cacheDir(): string {
	const base =
		process.env['HUAWEI_OCR_CACHE_DIR'] ??
		path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'n8n-nodes-huawei-ocr');
	mkdirSync(base, { recursive: true });
	return base;
}

const temporary: string[] = [];

/** A new empty folder for the data of one run; removed when this process ends. */
export function newTempDir(purpose: string): string {
	const dir = mkdtempSync(path.join(tmpdir(), `huawei-ocr-${purpose}-`));
	temporary.push(dir);
	return dir;
}

process.once('exit', () => {
	for (const dir of temporary) rmSync(dir, { recursive: true, force: true });
});
