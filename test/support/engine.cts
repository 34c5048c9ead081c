// Common set-up of the tests that run the built node in n8n's engine against the emulator.
import { runNode, type NodeRun, type NodeRunResult } from '../../workshop/harness/runNode.cts';
import { emulatorLogin } from '../../workshop/harness/emulatorLogin.cts';
import type { StoredCredentials } from '../../workshop/harness/credentialStore.cts';
import { startEmulator, type Emulator } from '../../workshop/emulator/server.cts';
import type { EmulatorOptions } from '../../workshop/emulator/options.cts';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

export { imageItems, tinyImage } from './images.cts';

/** An emulator for a whole test file, with counters and faults back to nothing before each test. */
export function useEmulator(options: EmulatorOptions = {}): () => Emulator {
	let emulator: Emulator | undefined;
	const current = (): Emulator => {
		if (!emulator) throw new Error('The emulator runs only inside tests.');
		return emulator;
	};
	beforeAll(async () => {
		emulator = await startEmulator({ engine: 'fixture', ...options });
	});
	beforeEach(() => current().control.reset());
	afterAll(async () => await emulator?.close());
	return current;
}

/** A credential as the user fills it in, its endpoints pointing to the emulator. */
export function goodLogin(
	emulator: Emulator,
	changes: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject {
	return emulatorLogin(emulator.url, changes);
}

export interface OcrRun extends Omit<NodeRun, 'stored' | 'credentials'> {
	emulator: Emulator;
	/** Changes to the good login. */
	login?: ICredentialDataDecryptedObject;
	/** To look into or reuse what is stored. */
	stored?: StoredCredentials;
}

/** Runs the node with the IAM credential. */
export async function runOcr({ emulator, login, stored, ...run }: OcrRun): Promise<NodeRunResult> {
	return await runNode({
		...run,
		stored: stored ?? { login: goodLogin(emulator, login) },
		credentials: { huaweiOcrApi: 'login' },
	});
}
