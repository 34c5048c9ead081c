// The editor as a person uses it: canvas, node list, and the panel of a node.
import type { Locator, Page } from 'playwright-core';
import type { Lab } from '../../realN8n/lab.cts';
import { until } from '../../harness/process/poll.cts';

/** Elements that n8n marks for tests. */
export const byId = (root: Page | Locator, id: string): Locator => root.locator(`[data-test-id="${id}"]`);

/** Choices of the list that is open now; lists that are closing do not count. */
function choices(page: Page): Locator {
	return page.locator('.el-popper[aria-hidden="false"] .el-select-dropdown__item').filter({ visible: true });
}

/** Names of the open list's choices: the first line of each. */
async function openChoices(page: Page): Promise<string[]> {
	await choices(page).first().waitFor();
	return (await choices(page).allInnerTexts()).map((text) => text.split('\n')[0]?.trim() ?? '');
}

async function pickChoice(page: Page, name: string): Promise<void> {
	let names: string[] = [];
	// The list may still be filling, or the one before it closing.
	const index = await until(
		async () => {
			names = await openChoices(page);
			const at = names.indexOf(name);
			return at < 0 ? undefined : { at };
		},
		{ what: `the choice "${name}"`, within: 5_000, onTimeout: () => `among: ${names.join(', ')}` },
	);
	await choices(page).nth(index.at).click();
	await closed(page);
}

async function closed(page: Page): Promise<void> {
	await choices(page).first().waitFor({ state: 'hidden' });
}

export interface NodeListEntry {
	name: string;
	description: string;
	/** Whether its icon is an image that has loaded. */
	hasIcon: boolean;
	element: Locator;
}

/** Parameters, input and output of one node. */
export class NodePanel {
	readonly page: Page;
	readonly output: Locator;

	constructor(page: Page) {
		this.page = page;
		this.output = byId(page, 'output-panel');
	}

	parameter(name: string): Locator {
		return byId(this.page, `parameter-input-${name}`);
	}

	/** Names of the parameters that show now, in their order. */
	async parameters(): Promise<string[]> {
		const inputs = byId(this.page, 'node-parameters').locator('[data-test-id^="parameter-input-"]');
		await inputs.first().waitFor();
		const ids = await inputs.evaluateAll((elements) =>
			(elements as unknown as Array<{ getAttribute(name: string): string; checkVisibility(): boolean }>)
				.filter((element) => element.checkVisibility())
				.map((element) => element.getAttribute('data-test-id')),
		);
		return [...new Set(ids.map((id) => id.slice('parameter-input-'.length)).filter((name) => name !== 'field'))];
	}

	/** Labels of the parameters that show now. */
	async labels(): Promise<string[]> {
		return (await byId(this.page, 'node-parameters').locator('[data-test-id="input-label"]').allInnerTexts()).map(
			(label) => label.trim(),
		);
	}

	/** Whether a parameter that is a list of entries shows now. */
	async hasCollection(name: string): Promise<boolean> {
		return await byId(this.page, `fixed-collection-${name}`).isVisible();
	}

	/** What stands in some text fields of each entry of a list of entries. */
	async fixedCollection(name: string, fields: string[]): Promise<Array<Record<string, string>>> {
		const collection = byId(this.page, `fixed-collection-${name}`);
		const entries: Array<Record<string, string>> = [];
		for (const field of fields) {
			for (const [index, input] of (await byId(collection, `parameter-input-${field}`).locator('input').all()).entries()) {
				(entries[index] ??= {})[field] = await input.inputValue();
			}
		}
		return entries;
	}

	/** Draws the parameters to the left, as far as they go, to leave more room for the output. */
	async widenOutput(): Promise<void> {
		const before = await this.output.boundingBox();
		await byId(this.page, 'panel-drag-button').hover();
		await this.page.mouse.down();
		await this.page.mouse.move(0, 60, { steps: 20 });
		await this.page.mouse.up();
		const after = await this.output.boundingBox();
		if (!before || !after || after.width <= before.width) throw new Error('The output did not get wider');
	}

	/** Scrolls the parameters until this one is the first that shows. */
	async scrollTo(parameter: string): Promise<void> {
		const item = byId(this.page, 'parameter-item').filter({ has: this.parameter(parameter) });
		await item.evaluate((element) => (element as unknown as { scrollIntoView(top: boolean): void }).scrollIntoView(true));
	}

	async choicesOf(parameter: string): Promise<string[]> {
		await this.parameter(parameter).click();
		return await this.readAndClose();
	}

	async choose(parameter: string, choice: string): Promise<void> {
		await this.parameter(parameter).click();
		await pickChoice(this.page, choice);
	}

	/** Names in the list "Add option". */
	async optionChoices(): Promise<string[]> {
		await byId(this.page, 'collection-parameter-add').first().click();
		return await this.readAndClose();
	}

	async addOption(name: string): Promise<void> {
		await byId(this.page, 'collection-parameter-add').first().click();
		await pickChoice(this.page, name);
	}

	async execute(): Promise<void> {
		await byId(this.page, 'node-execute-button').click();
	}

	/** Credentials that the node's list offers; each with its type. */
	async credentialChoices(): Promise<string[]> {
		await byId(this.page, 'node-credentials-select').click();
		await choices(this.page).first().waitFor();
		const texts = await choices(this.page).allInnerTexts();
		await byId(this.page, 'node-credentials-select').click();
		await closed(this.page);
		return texts.map((text) => text.replace(/\s+/g, ' ').trim());
	}

	async chooseCredential(name: string): Promise<void> {
		await byId(this.page, 'node-credentials-select').click();
		await pickChoice(this.page, name);
	}

	/** Opens the form of the node before, which n8n shows in a window of its own, and sends a file with it. */
	async executeWithForm(file: string): Promise<void> {
		const popup = this.page.context().waitForEvent('page');
		await this.execute();
		const form = await popup;
		await form.locator('input[type=file]').setInputFiles(file);
		await form.locator('button[type=submit], #submit-btn').first().click();
		await byId(this.output, 'ndv-items-count').waitFor({ timeout: 60_000 });
		await form.close();
	}

	private async readAndClose(): Promise<string[]> {
		const names = await openChoices(this.page);
		await this.page.keyboard.press('Escape');
		await closed(this.page);
		return names;
	}

	async showTable(): Promise<void> {
		const button = byId(this.output, 'radio-button-table');
		await button.waitFor();
		await button.click();
		await this.output.locator('table').waitFor();
	}

	/** Cells of the output table; the first row is the header. A nested value is its text. */
	async table(): Promise<string[][]> {
		await this.showTable();
		const header = await this.output.locator('thead th').allInnerTexts();
		const rows: string[][] = [header];
		for (const row of await this.output.locator('tbody tr').all()) {
			rows.push(await row.locator('td').allInnerTexts());
		}
		return rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()).slice(0, -1));
	}

	async close(): Promise<void> {
		await byId(this.page, 'ndv-close-button').click();
		await byId(this.page, 'output-panel').waitFor({ state: 'hidden' });
	}
}

export class Editor {
	readonly page: Page;
	private readonly lab: Lab;

	constructor(page: Page, lab: Lab) {
		this.page = page;
		this.lab = lab;
	}

	async openNewWorkflow(): Promise<void> {
		await this.page.goto(`${this.lab.url}/workflow/new`);
		await byId(this.page, 'canvas-plus-button').waitFor();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.lab.url}/workflow/${id}`);
		await byId(this.page, 'canvas-node').first().waitFor();
	}

	/** Opens the list of nodes, types into its search field and waits until `name` is among the results. */
	async searchNode(text: string, name: string): Promise<NodeListEntry> {
		const search = byId(this.page, 'node-creator-search-bar');
		if (!(await search.isVisible())) {
			const first = byId(this.page, 'canvas-plus-button');
			await ((await first.isVisible()) ? first : byId(this.page, 'node-creator-plus-button')).click();
			await search.waitFor();
		}
		await search.fill('');
		await search.fill(text);
		const element = byId(this.page, 'item-iterator-item')
			.filter({ has: this.page.getByText(name, { exact: true }) })
			.first();
		await element.waitFor();
		const images = element.locator('img');
		return {
			name: (await byId(element, 'node-creator-item-name').innerText()).trim(),
			description: (await byId(element, 'node-creator-item-description').allInnerTexts()).join(' ').trim(),
			hasIcon:
				(await images.count()) > 0 &&
				(await images.first().evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0)),
			element,
		};
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	async openNode(name: string): Promise<NodePanel> {
		await this.node(name).dblclick();
		await byId(this.page, 'node-parameters').waitFor();
		return new NodePanel(this.page);
	}

	/** The part of the page that shows nodes and notes of the canvas, for a picture. */
	async around(marker: 'canvas-node' | 'everything'): Promise<{ x: number; y: number; width: number; height: number }> {
		const parts = marker === 'everything' ? this.page.locator('.vue-flow__node') : byId(this.page, marker);
		const found = await Promise.all((await parts.all()).map((part) => part.boundingBox()));
		const boxes = found.filter((box) => box !== null);
		// Names stand below the nodes and may be wider than they.
		const margin = 70;
		const left = Math.min(...boxes.map((box) => box.x)) - margin;
		const top = Math.min(...boxes.map((box) => box.y)) - margin / 2;
		const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
		const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
		return { x: left, y: top, width: right - left, height: bottom - top };
	}

	/** Closes the notes in the corner, which hide part of a screenshot. */
	async dismissNotes(): Promise<void> {
		for (const close of await this.page.locator('.el-notification__closeBtn:visible').all()) {
			await close.click({ timeout: 1000 }).catch(() => undefined);
		}
		await this.page.locator('.el-notification:visible').first().waitFor({ state: 'hidden' });
	}
}
