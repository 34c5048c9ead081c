// The dialog in which a person enters and tests a credential.
import type { Page } from 'playwright-core';
import type { CredentialTest, Lab } from '../../realN8n/lab.cts';
import { until } from '../../harness/process/poll.cts';
import { byId } from './editor.cts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export interface TestOutcome {
	ok: boolean;
	/** Text of the green or red banner. */
	text: string;
}

export class CredentialDialog {
	readonly page: Page;
	private readonly lab: Lab;

	constructor(page: Page, lab: Lab) {
		this.page = page;
		this.lab = lab;
	}

	get element() {
		return byId(this.page, 'editCredential-modal');
	}

	/** Credentials page → Create credential → type to search → Continue. */
	async create(typeName: string): Promise<void> {
		await this.page.goto(`${this.lab.url}/home/credentials/create`);
		await this.page.getByPlaceholder('Search for app').or(this.page.locator('.el-dialog input')).first().waitFor();
		await this.page.keyboard.type(typeName);
		await this.page.locator('.el-select-dropdown__item:visible', { hasText: typeName }).first().click();
		await byId(this.page, 'new-credential-type-button').click();
		await byId(this.page, 'credential-connection-parameter').first().waitFor();
	}

	async open(credentialId: string): Promise<void> {
		await this.page.goto(`${this.lab.url}/home/credentials/${credentialId}`);
		await byId(this.page, 'credential-connection-parameter').first().waitFor();
	}

	async fill(values: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(values)) {
			const input = byId(this.page, `parameter-input-${name}`).locator('input, textarea').first();
			await input.fill(value);
			await input.blur();
		}
	}

	async isShown(name: string): Promise<boolean> {
		return await byId(this.page, `parameter-input-${name}`).first().isVisible();
	}

	/** Turns on Custom Endpoints, which shows the fields behind it. */
	async showEndpoints(): Promise<void> {
		await byId(this.page, 'parameter-input-customEndpoints').locator('.el-switch, [role=switch]').first().click();
		await byId(this.page, 'parameter-input-endpoint').waitFor();
	}

	async value(name: string): Promise<string> {
		return await byId(this.page, `parameter-input-${name}`).locator('input, textarea').first().inputValue();
	}

	/** Presses Save; n8n then tests by itself. Gives what the banner says. */
	async saveAndTest(): Promise<TestOutcome> {
		const answered = this.nextTest();
		await byId(this.page, 'credential-save-button').click();
		return await this.outcome(await answered);
	}

	/** Answer of n8n to the next test that the dialog starts. */
	async nextTest(): Promise<CredentialTest> {
		const response = await this.page.waitForResponse(
			(answer) => answer.url().endsWith('/rest/credentials/test'),
			{ timeout: 30_000 },
		);
		return ((await response.json()) as { data: CredentialTest }).data;
	}

	/** What the banner says once it shows the result `test`. */
	async outcome(test: CredentialTest): Promise<TestOutcome> {
		if (test.status === 'OK') {
			const green = byId(this.page, 'credentials-config-container-test-success').filter({ visible: true });
			await green.waitFor();
			return { ok: true, text: oneLine(await green.innerText()) };
		}
		const red = byId(this.page, 'node-credentials-config-container').locator('.el-tag--danger').filter({ visible: true });
		await red.first().waitFor();
		// Details stay open from one test to the next.
		const details = red.getByText('More details');
		if (await details.isVisible()) await details.click();
		return await until(
			async () => {
				const text = oneLine(await red.first().innerText());
				return text.includes(oneLine(test.message)) ? { ok: false, text } : undefined;
			},
			{ what: `the dialog to show "${test.message}"` },
		);
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.element.waitFor({ state: 'hidden' });
	}
}
