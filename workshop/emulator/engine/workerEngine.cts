// Real recognition in worker threads: the server keeps answering while a page is read.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
	EngineRefusal,
	type EngineRefusalCode,
	type PageResult,
	type RecognitionEngine,
	type RecognitionJob,
} from './engine.cts';

/** To the worker. */
export interface WorkerRequest {
	id: number;
	bytes: Uint8Array;
	format: RecognitionJob['format'];
	reading: RecognitionJob['reading'];
}

/** From the worker. */
export type WorkerReply =
	| { id: number; kind: 'page'; page: PageResult }
	| { id: number; kind: 'refusal'; code: EngineRefusalCode }
	| { id: number; kind: 'failure'; message: string };

interface Waiting {
	resolve: (page: PageResult) => void;
	reject: (error: Error) => void;
}

/** TypeScript has to be readable inside the worker too, whether the outside runs under tsx or jest. */
const BOOTSTRAP = `
	const { workerData } = require('node:worker_threads');
	require(workerData.loader);
	require(workerData.file);
`;

export class WorkerEngine implements RecognitionEngine {
	readonly #lanes: Lane[];

	/** @param count workers; each takes about 400 MB once it reads. Started at the first page. */
	constructor(count: number) {
		this.#lanes = Array.from({ length: count }, () => new Lane());
	}

	recognise(job: RecognitionJob): Promise<PageResult> {
		const lane = this.#lanes.reduce((best, other) => (other.load < best.load ? other : best));
		return lane.run(job);
	}

	async close(): Promise<void> {
		await Promise.all(this.#lanes.map((lane) => lane.close()));
	}
}

/** One worker and the pages that wait for it. */
class Lane {
	#worker: Worker | undefined;
	#nextId = 1;
	readonly #waiting = new Map<number, Waiting>();

	get load(): number {
		return this.#waiting.size;
	}

	run(job: RecognitionJob): Promise<PageResult> {
		const worker = (this.#worker ??= this.#start());
		const id = this.#nextId++;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			// A copy of just the file, handed over: the original's memory is shared with other calls.
			const bytes = new Uint8Array(job.bytes);
			const request: WorkerRequest = { id, bytes, format: job.format, reading: job.reading };
			worker.ref();
			worker.postMessage(request, [bytes.buffer]);
		});
	}

	async close(): Promise<void> {
		const worker = this.#worker;
		this.#worker = undefined;
		this.#failAll(new Error('The recognition engine was closed'));
		await worker?.terminate();
	}

	#start(): Worker {
		const worker = new Worker(BOOTSTRAP, {
			eval: true,
			workerData: { loader: require.resolve('tsx/cjs'), file: join(__dirname, 'worker.cts') },
		});
		worker.on('message', (reply: WorkerReply) => this.#settle(reply));
		worker.on('error', (error) => this.#ended(worker, error));
		worker.on('exit', () => this.#ended(worker, new Error('The recognition worker ended')));
		worker.unref();
		return worker;
	}

	#settle(reply: WorkerReply): void {
		const waiting = this.#waiting.get(reply.id);
		this.#waiting.delete(reply.id);
		// An idle worker must not keep a program alive that forgot to close the emulator.
		if (this.#waiting.size === 0) this.#worker?.unref();
		if (reply.kind === 'page') waiting?.resolve(reply.page);
		else if (reply.kind === 'refusal') waiting?.reject(new EngineRefusal(reply.code));
		else waiting?.reject(new Error(reply.message));
	}

	/** A broken worker is replaced at the next page. */
	#ended(worker: Worker, error: Error): void {
		if (this.#worker !== worker) return;
		this.#worker = undefined;
		this.#failAll(error);
	}

	#failAll(error: Error): void {
		for (const waiting of this.#waiting.values()) waiting.reject(error);
		this.#waiting.clear();
	}
}
