// One n8n with our package, the emulator, and a signed-in owner: what most checks play on.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startEmulator, type Emulator } from '../emulator/server.cts';
import { GOOD_ACCOUNT, GOOD_PASSWORD, GOOD_USER, HOME_REGION } from '../emulator/users.cts';
import { CURRENT_N8N, installN8n, type N8nInstall, type N8nRecipe } from './installN8n.cts';
import { installTarball, packPackage } from './installPackage.cts';
import { newTempDir } from '../harness/paths.cts';
import { Lab } from './lab.cts';
import { startN8n, type BinaryMode, type N8nProcess } from './startN8n.cts';
import { OCR_CREDENTIAL } from './workflow.cts';

/** Name that n8n itself proposes for a credential of our type; the example workflows refer to it. */
export const CREDENTIAL_NAME = 'Huawei Cloud OCR account';

/** What a person enters into the credential to use the emulator. */
export function credentialFields(emulator: Pick<Emulator, 'url'>): Record<string, string> {
	return {
		domainName: GOOD_ACCOUNT,
		username: GOOD_USER,
		password: GOOD_PASSWORD,
		region: HOME_REGION,
		projectId: '',
		endpoint: emulator.url,
		iamEndpoint: emulator.url,
	};
}

export interface StageOptions {
	recipe?: N8nRecipe;
	binaryMode?: BinaryMode;
	env?: Record<string, string>;
	logName?: string;
}

export class Stage {
	readonly install: N8nInstall;
	readonly emulator: Emulator;
	/** Data folder of n8n. Also its working folder, so that relative paths in examples resolve here. */
	readonly userFolder: string;
	private readonly options: StageOptions;
	private running: N8nProcess | undefined;
	private client: Lab | undefined;

	private constructor(install: N8nInstall, emulator: Emulator, userFolder: string, options: StageOptions) {
		this.install = install;
		this.emulator = emulator;
		this.userFolder = userFolder;
		this.options = options;
	}

	static async start(options: StageOptions = {}): Promise<Stage> {
		const install = await installN8n(options.recipe ?? CURRENT_N8N);
		const userFolder = newTempDir('n8n');
		installTarball(packPackage(), userFolder);
		const emulator = await startEmulator({ allowPrivateUrls: true, engine: 'fixture' });
		const stage = new Stage(install, emulator, userFolder, options);
		try {
			await stage.startProcess();
		} catch (error) {
			await emulator.close();
			throw error;
		}
		return stage;
	}

	get n8n(): N8nProcess {
		if (!this.running) throw new Error('n8n is not running');
		return this.running;
	}

	get lab(): Lab {
		if (!this.client) throw new Error('n8n is not running');
		return this.client;
	}

	/** Folder that n8n's nodes may read and write. */
	get filesFolder(): string {
		return path.join(this.userFolder, '.n8n-files');
	}

	/** Starts n8n on the same data as before, with the settings of the stage or changed ones. */
	async startProcess(changes: Pick<StageOptions, 'binaryMode' | 'env'> = {}): Promise<void> {
		mkdirSync(this.filesFolder, { recursive: true });
		const { binaryMode, env, logName } = { ...this.options, ...changes };
		this.running = await startN8n(this.install, {
			userFolder: this.userFolder,
			filesFolder: this.filesFolder,
			...(binaryMode ? { binaryMode } : {}),
			...(env ? { env } : {}),
			...(logName ? { logName } : {}),
		});
		this.client = new Lab(this.running.url);
		await this.client.signIn();
	}

	async stopProcess(): Promise<void> {
		await this.running?.stop();
		this.running = undefined;
		this.client = undefined;
	}

	async createCredential(name = CREDENTIAL_NAME, changes: Record<string, string> = {}): Promise<string> {
		return await this.lab.createCredential(name, OCR_CREDENTIAL, { ...credentialFields(this.emulator), ...changes });
	}

	/** Runs work while the emulator really reads; else its answers are made without looking at the picture. */
	async withRealReading(work: () => Promise<void>): Promise<void> {
		this.emulator.control.set({ engine: 'ocr' });
		try {
			await work();
		} finally {
			this.emulator.control.set({ engine: 'fixture' });
		}
	}

	async stop(): Promise<void> {
		await this.stopProcess();
		await this.emulator.close();
	}
}
