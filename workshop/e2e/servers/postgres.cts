import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { run, startService, type Service } from '../../harness/process/child.cts';
import { newTempDir } from '../../harness/paths.cts';
import { until } from '../../harness/process/poll.cts';
import { freePort } from '../../harness/process/ports.cts';

export interface Postgres extends Service {
	port: number;
	/** Environment that makes n8n use this database. */
	n8nEnv: Record<string, string>;
	/** Rows of a query, columns separated by `|`. */
	query(sql: string): string[];
}

const HOME = '/usr/lib/postgresql';

/** PostgreSQL on loopback with an own data folder and an empty database `n8n`. */
export async function startPostgres(): Promise<Postgres> {
	const version = readdirSync(HOME).sort().at(-1) ?? '';
	const bin = (name: string) => path.join(HOME, version, 'bin', name);
	const dir = newTempDir('postgres');
	const data = path.join(dir, 'data');
	mkdirSync(data, { mode: 0o700 });
	// PostgreSQL refuses to run as root.
	const account = process.getuid?.() === 0 ? userIds('postgres') : undefined;
	if (account) {
		chmodSync(dir, 0o755);
		chownSync(data, account.uid, account.gid);
	}
	run(...asUser(account, bin('initdb'), ['-D', data, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8', '--no-sync']));
	const port = await freePort();
	const service = startService(
		'postgres',
		bin('postgres'),
		['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${data}`],
		{ cwd: dir, ...(account ?? {}) },
	);
	await until(() => service.log().includes('ready to accept connections'), {
		what: 'PostgreSQL to start',
		onTimeout: () => service.tail(),
	});
	const psql = (database: string, sql: string) =>
		run(bin('psql'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'n8n', '-d', database, '-At', '-c', sql]);
	psql('postgres', 'CREATE DATABASE n8n');
	return Object.assign(service, {
		port,
		n8nEnv: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_DATABASE: 'n8n',
			DB_POSTGRESDB_USER: 'n8n',
			DB_POSTGRESDB_PASSWORD: 'unused',
		},
		query: (sql: string) => psql('n8n', sql).trim().split('\n').filter(Boolean),
	});
}

function userIds(name: string): { uid: number; gid: number } {
	return { uid: Number(run('id', ['-u', name])), gid: Number(run('id', ['-g', name])) };
}

function asUser(account: { uid: number } | undefined, command: string, args: string[]): [string, string[]] {
	return account
		? ['setpriv', [`--reuid=${account.uid}`, '--regid=postgres', '--clear-groups', command, ...args]]
		: [command, args];
}
