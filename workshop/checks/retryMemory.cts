// npm run check:retry-memory: n8n's Retry On Fail pays nothing twice because answers are kept until n8n lets go of the
// input items. A process that lives for months must not grow by them: 500 such executions against 2,000, each with an
// error item first, so that all three tries run. In n8n's own engine (n8n-core), over HTTP, after garbage collection.
import '../harness/environment.cts';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { startEmulator } from '../emulator/server.cts';
import { storeBinary } from '../harness/binaryStorage.cts';
import { emulatorLogin } from '../harness/emulatorLogin.cts';
import { runNode } from '../harness/runNode.cts';

const FEW = 500;
const MANY = 2_000;
const IMAGES = 3;
/** Characters of each answer: were they kept, they would be seen at once. */
const ANSWER = 4_000;
/** What a kept answer of each execution would weigh, and the part of it that is put down to noise. */
const NOISE = 0.1;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function main(): Promise<void> {
	const emulator = await startEmulator({ engine: 'fixture', fixture: { answer: longAnswer } });
	try {
		const stored = { login: emulatorLogin(emulator.url) };
		const execute = async (): Promise<void> => {
			const file = async (content: Buffer, fileName: string) => ({ json: {}, binary: { data: await storeBinary(content, { fileName }) } });
			const pictures = Array.from({ length: IMAGES }, async (_, index) => await file(tinyPng(++made), `${index}.png`));
			const run = await runNode({
				stored,
				credentials: { huaweiOcrApi: 'login' },
				items: [await file(Buffer.from('no image'), 'notes.png'), ...(await Promise.all(pictures))],
				parameters: { operation: 'text', options: {} },
				// n8n takes a wait of 0 for "not set", which is a second.
				settings: { onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			});
			const texts = run.items.filter(({ json }) => typeof json['text'] === 'string');
			if (texts.length !== IMAGES || run.items.length !== IMAGES + 1) throw new Error(`Not ${IMAGES} texts and an error: ${JSON.stringify(run.items.map(({ json }) => json)).slice(0, 500)}`);
		};
		let made = 0;
		// Code is compiled and caches are filled before anything counts.
		for (let count = 0; count < FEW; count++) await execute();
		const before = heap();
		const grown: number[] = [];
		for (const executions of [FEW, MANY]) {
			const start = heap();
			emulator.control.resetCounters();
			for (let count = 0; count < executions; count++) await execute();
			const paid = emulator.control.counters().answered;
			emulator.control.resetCounters();
			grown.push(heap() - start);
			console.log(`${String(executions).padStart(5)} executions: ${paid} paid calls for ${executions * IMAGES} images, heap ${megabytes(heap() - start)} more`);
			if (paid !== executions * IMAGES) throw new Error(`${paid} paid calls for ${executions * IMAGES} images`);
		}
		const kept = MANY * IMAGES * ANSWER;
		const growth = (grown[1] ?? 0) - Math.max(0, grown[0] ?? 0);
		console.log(`Heap before: ${megabytes(before)}. Kept answers of ${MANY} executions would weigh at least ${megabytes(kept)}; the difference is ${megabytes(growth)}, noise up to ${megabytes(kept * NOISE)}.`);
		if (growth > kept * NOISE) {
			console.log('MISS: memory grows with the number of executions');
			process.exitCode = 1;
		} else console.log('ok: memory does not grow with the number of executions');

		function tinyPng(number: number): Buffer {
			const header = Buffer.from('89504e470d0a1a0a0000000d4948445200000064000000640802000000', 'hex');
			return Buffer.concat([header, Buffer.from(String(number))]);
		}
	} finally {
		await emulator.close();
	}
}

function longAnswer(): string {
	const words = 'a word of the page '.repeat(ANSWER / 19).trim();
	const words_block_list = [{ words, confidence: 0.9, location: [[0, 0], [90, 0], [90, 20], [0, 20]] }];
	return JSON.stringify({ result: { direction: -1, words_block_count: 1, words_block_list } });
}

/** Bytes of the heap that are in use when everything that can go has gone. */
function heap(): number {
	collectGarbage();
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

function megabytes(bytes: number): string {
	return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
