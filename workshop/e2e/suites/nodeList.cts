import assert from 'node:assert/strict';
import { byId } from '../browser/editor.cts';
import { check, group } from '../support/check.cts';
import { takeScreenshot } from '../support/screenshot.cts';
import type { Play } from './play.cts';

const NAME = 'Huawei Cloud OCR';

/** What people search for, and an action that does it. */
const SEARCHED: Array<[text: string, action: string]> = [
	['OCR', 'Read text from an image or PDF'],
	['invoice', 'Read the fields of an invoice or ticket'],
	['ID card', 'Read the fields of an ID card, passport, license or other card'],
	['seal', 'Read the seals on a page, one item each'],
	['table', 'Extract table rows from a picture of a table'],
	['read text', 'Read text from an image or PDF'],
];

/** Where the list stands on the page, with room for some entries. */
const LIST = { x: 1000, y: 60, width: 400, height: 300 };

export function nodeListSuite(play: () => Play): void {
	group('The list of nodes', () => {
		for (const [index, text] of ['Huawei', '文字识别'].entries()) {
			check(`A user types "${text}" into the node list and finds the node`, async () => {
				const { editor } = play();
				if (index === 0) await editor.openNewWorkflow();
				const entry = await editor.searchNode(text, NAME);
				assert.equal(entry.name, NAME);
			});
		}

		for (const [text, action] of SEARCHED) {
			check(`A user searches "${text}", opens the entry and finds the action "${action}"`, async () => {
				const { editor, page } = play();
				await editor.openNewWorkflow();
				const entry = await editor.searchNode(text, NAME);
				await entry.element.scrollIntoViewIfNeeded();
				const { y, height } = (await entry.element.boundingBox()) ?? { y: LIST.y, height: LIST.height };
				const clip = { ...LIST, height: Math.max(LIST.height, y + height + 15 - LIST.y) };
				await takeScreenshot(page, `node-list-${text.toLowerCase().replace(' ', '-')}`, clip);
				await entry.element.click();
				await page.getByText(action, { exact: true }).waitFor();
			});
		}

		check('A user sees what the node is for and its icon in the list', async () => {
			const { editor } = play();
			await editor.openNewWorkflow();
			const entry = await editor.searchNode('Huawei', NAME);
			assert.match(entry.description, /Read text, tables and form fields from images and PDF pages/);
			assert.ok(entry.hasIcon, 'the icon is an image that has loaded');
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
