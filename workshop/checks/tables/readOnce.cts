// The emulator's own engine, asked once for each picture: three operations look at the same reading.
import type { PageResult, RecognitionJob } from '../../emulator/engine/engine.cts';
import { WorkerEngine } from '../../emulator/engine/workerEngine.cts';
import { type Emulator, startEmulator } from '../../emulator/server.cts';

export interface ReadingEmulator {
	emulator: Emulator;
	close: () => Promise<void>;
}

export async function startReadingEmulator(workers: number): Promise<ReadingEmulator> {
	const engine = new WorkerEngine(workers);
	const known = new Map<string, Promise<PageResult>>();
	const answer = (job: RecognitionJob): Promise<PageResult> => {
		const key = JSON.stringify([job.imageHash, job.reading]);
		const reading = known.get(key) ?? engine.recognise(job);
		known.set(key, reading);
		return reading;
	};
	const emulator = await startEmulator({ engine: 'fixture', fixture: { answer } });
	return {
		emulator,
		async close() {
			await emulator.close();
			await engine.close();
		},
	};
}
