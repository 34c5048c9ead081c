import assert from 'node:assert/strict';
import { byId } from '../browser/editor.cts';
import { check, group } from '../support/check.cts';
import { takeScreenshot } from '../support/screenshot.cts';
import type { Play } from './play.cts';

const NAME = 'Huawei Cloud OCR';

export function nodeListSuite(play: () => Play): void {
	group('The list of nodes', () => {
		for (const [index, text] of ['OCR', 'Huawei', '文字识别', 'invoice', 'table', 'read text'].entries()) {
			check(`A user types "${text}" into the node list and finds the node`, async () => {
				const { editor } = play();
				if (index === 0) await editor.openNewWorkflow();
				const entry = await editor.searchNode(text, NAME);
				assert.equal(entry.name, NAME);
			});
		}

		check('A user sees what the node is for and its icon in the list', async () => {
			const { editor, page } = play();
			const entry = await editor.searchNode('Huawei', NAME);
			assert.match(entry.description, /Read text, tables and form fields from images and PDF pages/);
			assert.ok(entry.hasIcon, 'the icon is an image that has loaded');
			await takeScreenshot(page, 'node-list', { x: 1000, y: 60, width: 400, height: 240 });
		});

		check('A user adds the node to an empty workflow from the list', async () => {
			const { editor, page } = play();
			await (await editor.searchNode('OCR', NAME)).element.click();
			await page.getByText('Read text from an image or PDF').click();
			const parameters = byId(page, 'node-parameters');
			await parameters.waitFor();
			await byId(page, 'ndv-close-button').click();
			await page.locator('[data-test-id="canvas-node"]', { hasText: /Read text|Huawei Cloud OCR/ }).waitFor();
		});
	});
}
