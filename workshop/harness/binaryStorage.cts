import { userFolder } from './environment.cts';
import { dirname, join } from 'node:path';

import type * as Di from '@n8n/di';
import { BinaryDataService, ErrorReporter, type BinaryDataConfig } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

// n8n-core's own copy of its service container: another copy in node_modules would hold other services.
const { Container } =
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- the path is known only at run time
	require(require.resolve('@n8n/di', { paths: [dirname(require.resolve('n8n-core'))] })) as typeof Di;

/** Where n8n keeps binary data: inside the items, or in files. */
export type BinaryMode = 'default' | 'filesystem';

/** The service only ever logs failed clean-ups. */
const logger = console as unknown as ConstructorParameters<typeof BinaryDataService>[2];

/** Switches n8n's binary-data mode for this process. */
export async function useBinaryMode(mode: BinaryMode): Promise<void> {
	const config = { mode, localStoragePath: join(userFolder, 'binary-data') } as BinaryDataConfig;
	const service = new BinaryDataService(config, Container.get(ErrorReporter), logger);
	await service.init();
	Container.set(BinaryDataService, service);
}

/** Stores a file as the nodes before ours do, and gives what stands in the item. */
export async function storeBinary(
	file: Buffer,
	{ fileName, mimeType = 'image/png' }: { fileName?: string; mimeType?: string },
): Promise<IBinaryData> {
	const location = { type: 'execution', workflowId: 'harness', executionId: 'harness' } as const;
	return await Container.get(BinaryDataService).store(location, file, {
		data: '',
		mimeType,
		...(fileName === undefined ? {} : { fileName }),
	});
}
