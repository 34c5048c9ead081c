// Pictures for the documentation, taken while the checks run.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { EXAMPLES, IMAGES, OUTPUT, PROJECT } from '../../harness/paths.cts';

/** Where pictures go that no page shows: those of failures, too. */
export function outputFolder(): string {
	const folder = path.join(OUTPUT, 'images');
	mkdirSync(folder, { recursive: true });
	return folder;
}

/** Whether a page of the documentation shows this picture. */
function isShown(file: string): boolean {
	const folders = [PROJECT, path.join(PROJECT, 'docs'), EXAMPLES];
	const pages = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name)));
	return pages.some((page) => readFileSync(page, 'utf8').includes(`images/${file}`));
}

/** `npm run e2e -- --update-screenshots` writes what the documentation shows into docs/images; all else goes into output/. */
export async function takeScreenshot(
	target: Page | Locator,
	name: string,
	clip?: { x: number; y: number; width: number; height: number },
	/** CSS for the time of the picture */
	style?: string,
): Promise<void> {
	const file = `${name}.png`;
	const place = { path: path.join(process.env['E2E_UPDATE_SCREENSHOTS'] && isShown(file) ? IMAGES : outputFolder(), file), animations: 'disabled', ...(style === undefined ? {} : { style }) } as const;
	if ('goto' in target) await target.screenshot({ ...place, ...(clip ? { clip } : {}) });
	else await target.screenshot(place);
}
