// Starts n8n processes: main alone, or main and workers of queue mode.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { N8nInstall } from './installN8n.cts';
import { startService, type Service } from '../harness/process/child.cts';
import { OUTPUT } from '../harness/paths.cts';
import { until } from '../harness/process/poll.cts';
import { freePort } from '../harness/process/ports.cts';

export type BinaryMode = 'filesystem' | 'database' | 'default';

export interface N8nOptions {
	/** Data folder: database, encryption key, community nodes. Kept between starts. */
	userFolder: string;
	/** Folder that the nodes for files may read and write. */
	filesFolder?: string;
	port?: number;
	binaryMode?: BinaryMode;
	env?: Record<string, string>;
	/** Name of the log file in the output folder. */
	logName?: string;
}

export interface N8nProcess extends Service {
	/** e.g. http://127.0.0.1:5678 */
	url: string;
}

/** Environment of every n8n process here: quiet, offline, on loopback. */
export async function n8nEnvironment(install: N8nInstall, options: N8nOptions): Promise<Record<string, string>> {
	const files = options.filesFolder ?? path.join(options.userFolder, 'files');
	mkdirSync(files, { recursive: true });
	const inherited = Object.fromEntries(
		// Settings of another n8n or of the tool that started us are not for this n8n.
		Object.keys(process.env)
			.filter((name) => /^(N8N_|DB_|EXECUTIONS_|QUEUE_|NODE_OPTIONS|NODE_PATH|WEBHOOK_URL)/.test(name))
			.map((name) => [name, undefined as unknown as string]),
	);
	return {
		...inherited,
		PATH: `${path.dirname(install.nodeBin)}${path.delimiter}${process.env['PATH'] ?? ''}`,
		N8N_USER_FOLDER: options.userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_ENCRYPTION_KEY: 'key-of-a-throw-away-instance',
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		// No catalogue of verified community nodes: it lives on the internet.
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_RESTRICT_FILE_ACCESS_TO: files,
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'true',
		GENERIC_TIMEZONE: 'UTC',
		...(options.binaryMode ? { N8N_DEFAULT_BINARY_DATA_MODE: options.binaryMode } : {}),
		...install.env,
		...options.env,
	};
}

/** Starts a main process and waits until its REST routes answer. */
export async function startN8n(install: N8nInstall, options: N8nOptions): Promise<N8nProcess> {
	const port = options.port ?? (await freePort());
	const env = await n8nEnvironment(install, options);
	const service = startService('n8n', install.nodeBin, [install.n8nBin, 'start'], {
		cwd: options.userFolder,
		env: { ...env, N8N_PORT: String(port) },
		logFile: path.join(OUTPUT, `${options.logName ?? 'n8n'}.log`),
	});
	const url = `http://127.0.0.1:${port}`;
	// Not /healthz/readiness: it answers before the REST routes exist.
	await untilReady(service, `${url}/rest/settings`);
	return Object.assign(service, { url });
}

/** Starts a worker of queue mode and waits until it takes jobs. */
export async function startWorker(install: N8nInstall, options: N8nOptions & { concurrency: number }): Promise<Service> {
	const port = await freePort();
	const env = await n8nEnvironment(install, options);
	const service = startService(
		options.logName ?? 'worker',
		install.nodeBin,
		[install.n8nBin, 'worker', `--concurrency=${options.concurrency}`],
		{
			cwd: options.userFolder,
			env: { ...env, QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) },
			logFile: path.join(OUTPUT, `${options.logName ?? 'worker'}.log`),
		},
	);
	await untilReady(service, `http://127.0.0.1:${port}/healthz/readiness`);
	return service;
}

async function untilReady(service: Service, url: string): Promise<void> {
	await until(
		async () => {
			if (service.exit() !== undefined) return true;
			const answer = await fetch(url);
			const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
			await answer.body?.cancel();
			return answer.ok && isJson;
		},
		{ what: `${service.name} to answer`, within: 120_000, every: 200, onTimeout: () => service.tail() },
	);
	if (service.exit() !== undefined) throw new Error(`${service.name} ended (${service.exit()})\n${service.tail()}`);
}
