import { readFileSync, writeFileSync } from 'node:fs';

/** Holds a text against the file that it is expected to be; `EXPECTED=write` writes that file first. */
export function expectFile(file: string, found: string): void {
	if (process.env.EXPECTED === 'write') writeFileSync(file, found);
	expect(found).toBe(readFileSync(file, 'utf8'));
}
