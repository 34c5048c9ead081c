// Run by a test as a process of its own: the node with a credential as another process has stored it.
import '../../workshop/harness/environment.cts';
import type { StoredCredentials } from '../../workshop/harness/credentialStore.cts';
import { runNode } from '../../workshop/harness/runNode.cts';
import { imageItems } from '../support/images.cts';

async function main(): Promise<void> {
	const stored = JSON.parse(process.argv[2] ?? '{}') as StoredCredentials;
	const run = await runNode({
		stored,
		credentials: { huaweiOcrApi: 'login' },
		items: await imageItems(10),
		parameters: { options: { maxConcurrency: 10 } },
	});
	process.stdout.write(`\n${JSON.stringify({ items: run.items.length, error: run.error?.message, stored })}`);
}

void main();
