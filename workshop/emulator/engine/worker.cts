// Inside the worker thread: one page after the other, as they were asked for.
import { parentPort } from 'node:worker_threads';
import { decodePage } from './decode.cts';
import { EngineRefusal } from './engine.cts';
import { loadModels, type Models } from './models.cts';
import { readPage } from './readPage.cts';
import type { WorkerReply, WorkerRequest } from './workerEngine.cts';

let models: Promise<Models> | undefined;
let queue: Promise<void> = Promise.resolve();

async function handle(request: WorkerRequest): Promise<WorkerReply> {
	const { id, bytes, format, reading } = request;
	try {
		const pixels = await decodePage(bytes, format, reading.page);
		models ??= loadModels();
		return { id, kind: 'page', page: await readPage(await models, pixels, reading) };
	} catch (error) {
		if (error instanceof EngineRefusal) return { id, kind: 'refusal', code: error.code };
		return { id, kind: 'failure', message: error instanceof Error ? (error.stack ?? error.message) : 'unknown' };
	}
}

parentPort?.on('message', (request: WorkerRequest) => {
	queue = queue.then(async () => parentPort?.postMessage(await handle(request)));
});
