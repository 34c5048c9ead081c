// Pictures for the documentation, taken while the checks run.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { IMAGES, OUTPUT } from './paths.cts';

/** `npm run e2e -- --update-screenshots` writes into docs/images, any other run into output/. */
export function screenshotFolder(): string {
	const folder = process.env['E2E_UPDATE_SCREENSHOTS'] ? IMAGES : path.join(OUTPUT, 'images');
	mkdirSync(folder, { recursive: true });
	return folder;
}

export async function takeScreenshot(
	target: Page | Locator,
	name: string,
	clip?: { x: number; y: number; width: number; height: number },
): Promise<void> {
	const file = path.join(screenshotFolder(), `${name}.png`);
	if ('goto' in target) await target.screenshot({ path: file, animations: 'disabled', ...(clip ? { clip } : {}) });
	else await target.screenshot({ path: file, animations: 'disabled' });
}
