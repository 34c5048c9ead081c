// Common set-up of the tests that run the built node in n8n's engine against the emulator.
import { runNode, type NodeRun, type NodeRunResult } from '../../workshop/harness/runNode.cts';
import { emulatorLogin } from '../../workshop/harness/emulatorLogin.cts';
import { storeBinary } from '../../workshop/harness/binaryStorage.cts';
import type { StoredCredentials } from '../../workshop/harness/credentialStore.cts';
import { startEmulator, type Emulator } from '../../workshop/emulator/server.cts';
import type { EmulatorOptions } from '../../workshop/emulator/options.cts';
import type { ICredentialDataDecryptedObject, INodeExecutionData } from 'n8n-workflow';

import { headerOf } from '../../workshop/checks/support/imageHeaders.cts';

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

/** A file that passes the header checks; the fixture engine never decodes it. The seed makes it unique. */
export function tinyImage(seed: number | string = 0): Buffer {
	return Buffer.concat([headerOf('PNG', 100, 100), Buffer.from(String(seed))]);
}

/** Items with one image each in the field `data`: scan-0.png, scan-1.png … */
export async function imageItems(count: number, from = 0): Promise<INodeExecutionData[]> {
	return await Promise.all(
		Array.from({ length: count }, async (_, index) => ({
			json: { number: from + index },
			binary: { data: await storeBinary(tinyImage(from + index), { fileName: `scan-${from + index}.png` }) },
		})),
	);
}
