import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startEmulator, type Emulator } from '../../emulator/server.cts';
import { Lab } from '../../realN8n/lab.cts';
import { startN8n, startWorker, type N8nOptions, type N8nProcess } from '../../realN8n/startN8n.cts';
import { CREDENTIAL_NAME, credentialFields } from '../../realN8n/stage.cts';
import { OCR_CREDENTIAL, WorkflowBuilder } from '../../realN8n/workflow.cts';
import { startPostgres, type Postgres } from '../servers/postgres.cts';
import { startRedis, type Redis } from '../servers/redis.cts';
import { CURRENT_N8N, installN8n, type N8nInstall } from '../../realN8n/installN8n.cts';
import { installTarball, packPackage } from '../../realN8n/installPackage.cts';
import { check, group, onFailure, report } from '../support/check.cts';
import { stopAllServices, type Service } from '../../harness/process/child.cts';
import { newTempDir } from '../../harness/paths.cts';
import { plainPng } from '../../harness/pictures.cts';
import { until } from '../../harness/process/poll.cts';

const DOCUMENTS = 200;
/** Executions at the same time per worker, and documents that the client sends at the same time. */
const CONCURRENCY = 5;
const IN_FLIGHT = 20;
const BLOCKS = 10;

interface Answer {
	document: number;
	status: number;
	words: string[];
}

interface Round {
	run: string;
	documents: number;
	results: number;
	failed: number;
	lost: number;
	logins: number;
	workerA: number;
	workerB: number;
	seconds: number;
}

/** Queue mode as people scale n8n out: Redis, PostgreSQL, one main process, two workers. */
export function queueSuite(): void {
	group('Queue mode', () => {
		let install: N8nInstall;
		let options: N8nOptions;
		let redis: Redis;
		let postgres: Postgres;
		let emulator: Emulator;
		let main: N8nProcess;
		let lab: Lab;
		let workflowId: string;
		const workers: Service[] = [];
		const rounds: Round[] = [];

		const newWorker = async (name: string): Promise<Service> =>
			await startWorker(install, { ...options, logName: name, concurrency: CONCURRENCY });

		before(
			async () => {
				install = await installN8n(CURRENT_N8N);
				const userFolder = newTempDir('queue');
				installTarball(packPackage(), userFolder);
				[redis, postgres, emulator] = await Promise.all([
					startRedis(),
					startPostgres(),
					// Enough latency that both workers are busy at the same time.
					startEmulator({ engine: 'fixture', fixture: { blocks: BLOCKS }, latencyMs: 100, loginLatencyMs: 200 }),
				]);
				options = {
					userFolder,
					env: {
						EXECUTIONS_MODE: 'queue',
						QUEUE_BULL_REDIS_HOST: '127.0.0.1',
						QUEUE_BULL_REDIS_PORT: String(redis.port),
						// A worker that dies is noticed within seconds instead of a minute.
						QUEUE_WORKER_LOCK_DURATION: '10000',
						QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
						QUEUE_WORKER_STALLED_INTERVAL: '5000',
						...postgres.n8nEnv,
					},
				};
				main = await startN8n(install, { ...options, logName: 'queue-main' });
				workers.push(...(await Promise.all([newWorker('worker-a'), newWorker('worker-b')])));
				lab = new Lab(main.url);
				await lab.signIn();
				const credential = await lab.createCredential(CREDENTIAL_NAME, OCR_CREDENTIAL, credentialFields(emulator));
				workflowId = await lab.createWorkflow(
					new WorkflowBuilder('Queue')
						.node('Webhook', 'n8n-nodes-base.webhook', {
							typeVersion: 2,
							webhookId: 'b31d1bd4-8a5c-4d5e-9a61-6a80d8c1f8b2',
							parameters: {
								httpMethod: 'POST',
								path: 'queue',
								responseMode: 'lastNode',
								responseData: 'allEntries',
								options: {},
							},
						})
						.ocr('OCR', credential, { binaryPropertyName: 'document', options: {} })
						.chain('Webhook', 'OCR')
						.build(),
				);
				await lab.activate(workflowId);
				onFailure('main process', () => main.tail());
				onFailure('workers', () => workers.map((worker) => worker.tail(10)).join('\n---\n'));
			},
			{ timeout: 240_000 },
		);

		after(async () => {
			await stopAllServices();
			await emulator.close();
		});

		const send = async (document: number): Promise<Answer> => {
			const form = new FormData();
			form.append('document', new Blob([new Uint8Array(await plainPng(document))], { type: 'image/png' }), `${document}.png`);
			try {
				const response = await fetch(`${main.url}/webhook/queue`, {
					method: 'POST',
					body: form,
					signal: AbortSignal.timeout(90_000),
				});
				const text = await response.text();
				const blocks = response.ok ? (JSON.parse(text) as Array<{ words: string; source: string }>) : [];
				const own = blocks.every((block) => block.source === `${document}.png`);
				return { document, status: own ? response.status : -1, words: blocks.map((block) => block.words) };
			} catch {
				return { document, status: 0, words: [] };
			}
		};

		/** Sends documents `first`… with a fixed number in flight; calls `halfway` once when half are answered. */
		const sendAll = async (first: number, halfway?: () => Promise<void>): Promise<Answer[]> => {
			const answers: Answer[] = [];
			let next = first;
			let triggered: Promise<void> | undefined;
			const lane = async (): Promise<void> => {
				while (next < first + DOCUMENTS) {
					answers.push(await send(next++));
					if (halfway && answers.length === DOCUMENTS / 2) triggered = halfway();
				}
			};
			await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
			await triggered;
			return answers;
		};

		/** How many executions each worker has begun, from their logs. */
		const executionsOf = (worker: Service): number => (worker.log().match(/Worker started execution/g) ?? []).length;

		const round = async (run: string, first: number, halfway?: () => Promise<void>): Promise<[Round, Answer[]]> => {
			emulator.control.resetCounters();
			const before = workers.map(executionsOf);
			const started = Date.now();
			const answers = await sendAll(first, halfway);
			const seconds = (Date.now() - started) / 1000;
			const results = answers.filter((answer) => answer.status === 200 && answer.words.length === BLOCKS);
			const each = workers.map((worker, index) => executionsOf(worker) - (before[index] ?? 0));
			const figures: Round = {
				run,
				documents: answers.length,
				results: results.length,
				failed: answers.length - results.length,
				lost: 0,
				logins: emulator.control.counters().logins,
				workerA: each[0] ?? 0,
				workerB: each[1] ?? 0,
				seconds: Math.round(seconds * 10) / 10,
			};
			rounds.push(figures);
			report('Queue mode: main, two workers, 5 executions per worker, 100 ms per call', rounds);
			return [figures, answers];
		};

		const assertAllOnce = (answers: Answer[]): void => {
			const good = answers.filter((answer) => answer.status === 200 && answer.words.length === BLOCKS);
			assert.equal(good.length, DOCUMENTS, 'documents with a result');
			assert.equal(new Set(good.map((answer) => answer.document)).size, DOCUMENTS);
			// The emulator's words begin with the hash of the image: no answer was mixed up or given twice.
			assert.equal(new Set(good.map((answer) => answer.words[0])).size, DOCUMENTS, 'different results');
			const paid = Object.values(emulator.control.counters().paidByImage);
			assert.deepEqual([paid.length, Math.max(...paid)], [DOCUMENTS, 1], 'images paid, and how often at most');
		};

		check(
			'A user sends 200 documents to two workers that have no token: 200 results, at most two logins',
			async () => {
				const [figures, answers] = await round('cold', 10_000);
				assertAllOnce(answers);
				assert.ok(figures.logins >= 1 && figures.logins <= 2, `${figures.logins} logins`);
			},
			{ timeout: 180_000 },
		);

		check(
			'A user sends 200 documents more: 200 results, no login, and both workers have worked',
			async () => {
				const [figures, answers] = await round('warm', 20_000);
				assertAllOnce(answers);
				assert.equal(figures.logins, 0);
				assert.ok(figures.workerA > 0 && figures.workerB > 0, `${figures.workerA} and ${figures.workerB} executions`);
			},
			{ timeout: 180_000 },
		);

		check(
			'A user loses a worker in the middle of 200 documents: each document has a result or a failed execution to see',
			async () => {
				const newest = Number(postgres.query('SELECT max(id) FROM execution_entity')[0] ?? 0);
				const [figures, answers] = await round('one worker killed', 30_000, async () => {
					await workers[1]?.kill();
				});
				const good = answers.filter((answer) => answer.status === 200 && answer.words.length === BLOCKS);
				assert.ok(good.length >= DOCUMENTS - 2 * CONCURRENCY, `${good.length} results`);
				// Each document without an answer must be found as an execution that did not succeed.
				const failedOrDone = await until(
					() => {
						const rows = postgres.query(
							`SELECT status, count(*) FROM execution_entity WHERE "workflowId" = '${workflowId}' AND id > ${newest} GROUP BY status`,
						);
						const counts = Object.fromEntries(rows.map((row) => row.split('|') as [string, string]));
						const open = ['new', 'running', 'waiting', 'unknown'].some((status) => Number(counts[status] ?? 0) > 0);
						return open ? undefined : counts;
					},
					{ what: 'every execution to end', within: 90_000, every: 500 },
				);
				const succeeded = Number(failedOrDone['success'] ?? 0);
				const visible = Number(failedOrDone['error'] ?? 0) + Number(failedOrDone['crashed'] ?? 0);
				figures.lost = DOCUMENTS - succeeded - visible;
				report('Queue mode: main, two workers, 5 executions per worker, 100 ms per call', rounds);
				assert.equal(figures.lost, 0, `${succeeded} succeeded, ${visible} visibly failed of ${DOCUMENTS}`);
			},
			{ timeout: 300_000 },
		);
	});
}
