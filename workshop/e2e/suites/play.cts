// What the suites share: one n8n with a browser on it.
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, signedInContext } from '../browser/browser.cts';
import { Editor } from '../browser/editor.cts';
import { Stage, type StageOptions } from '../../realN8n/stage.cts';
import { onFailure } from '../support/check.cts';
import { outputFolder } from '../support/screenshot.cts';

export interface Play {
	stage: Stage;
	browser: Browser;
	page: Page;
	editor: Editor;
	/** Problems that the page itself reported. */
	pageErrors: string[];
	end(): Promise<void>;
}

/** n8n's log as the diagnosis of failed checks. */
export function watchLog(stage: Stage): () => void {
	return onFailure("n8n's log", () => stage.n8n.tail(25));
}

export async function startPlay(options: StageOptions = {}): Promise<Play> {
	const stage = await Stage.start(options);
	const browser = await launchBrowser();
	const context = await signedInContext(browser, stage.lab);
	const page = await context.newPage();
	const pageErrors: string[] = [];
	page.on('pageerror', (error) => pageErrors.push(error.message));
	const forget = [
		watchLog(stage),
		onFailure('page', async (name) => {
			const file = `${outputFolder()}/failed-${name}.png`;
			await page.screenshot({ path: file });
			return `${page.url()}, picture: ${file}`;
		}),
	];
	return {
		stage,
		browser,
		page,
		editor: new Editor(page, stage.lab),
		pageErrors,
		async end() {
			for (const take of forget) take();
			await browser.close();
			await stage.stop();
		},
	};
}
