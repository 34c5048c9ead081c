import { startService, type Service } from '../../harness/process/child.cts';
import { newTempDir } from '../../harness/paths.cts';
import { until } from '../../harness/process/poll.cts';
import { freePort } from '../../harness/process/ports.cts';

export interface Redis extends Service {
	port: number;
}

/** Redis on loopback, in memory only. */
export async function startRedis(): Promise<Redis> {
	const port = await freePort();
	const service = startService('redis', '/usr/bin/redis-server', [
		...['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
		...['--dir', newTempDir('redis')],
	]);
	await until(() => service.log().includes('Ready to accept connections'), {
		what: 'Redis to start',
		onTimeout: () => service.tail(),
	});
	return Object.assign(service, { port });
}
