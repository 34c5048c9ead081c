import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import type { Lab } from '../../realN8n/lab.cts';
import { CHROMIUM } from '../../realN8n/debian.cts';

export async function launchBrowser(): Promise<Browser> {
	return await chromium.launch({
		executablePath: CHROMIUM,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-dev-shm-usage',
			'--disable-background-networking',
			'--disable-component-update',
			'--no-first-run',
			'--lang=en-US',
		],
	});
}

/** A browser window in which the owner is logged in already. */
export async function signedInContext(browser: Browser, lab: Lab): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: { width: 1400, height: 900 },
		locale: 'en-US',
		timezoneId: 'UTC',
		colorScheme: 'light',
		deviceScaleFactor: 1,
	});
	// The editor loads many files; on a busy machine that takes its time.
	context.setDefaultTimeout(45_000);
	const name = lab.cookie.split('=')[0] ?? '';
	await context.addCookies([{ name, value: lab.cookie.slice(name.length + 1), url: lab.url }]);
	await context.addInitScript({ content: `localStorage.setItem('n8n-browserId', '${lab.browserId}')` });
	return context;
}
