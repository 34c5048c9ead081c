// The dialog in which a person enters and tests a credential.
import type { Page } from 'playwright-core';
import type { Lab } from '../n8n/lab.cts';
import { byId } from './editor.cts';

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

	async value(name: string): Promise<string> {
		return await byId(this.page, `parameter-input-${name}`).locator('input, textarea').first().inputValue();
	}

	/** Presses Save; n8n then tests by itself. Gives what the banner says. */
	async saveAndTest(): Promise<TestOutcome> {
		const answered = this.page.waitForResponse((response) => response.url().endsWith('/rest/credentials/test'));
		await byId(this.page, 'credential-save-button').click();
		await answered;
		return await this.outcome();
	}

	async outcome(): Promise<TestOutcome> {
		const green = byId(this.page, 'credentials-config-container-test-success');
		const red = byId(this.page, 'credentials-config-container-test-error');
		await green.or(red).first().waitFor();
		const ok = await green.isVisible();
		const details = this.element.getByText('More details');
		if (!ok && (await details.isVisible())) await details.click();
		return { ok, text: (await (ok ? green : red).innerText()).replace(/\s+/g, ' ').trim() };
	}

	/** ID of the saved credential, from the address of the page. */
	credentialId(): string {
		return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.element.waitFor({ state: 'hidden' });
	}
}
