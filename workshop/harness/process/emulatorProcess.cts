// The emulator in a process of its own, so that its work does not count as the measured program's.
import path from 'node:path';
import type { CallRecord, CounterValues } from '../../emulator/control/counters.cts';
import type { EmulatorSettings } from '../../emulator/options.cts';
import { startService, type Service } from './child.cts';
import { PROJECT } from '../paths.cts';
import { until } from './poll.cts';

export class EmulatorProcess {
	readonly url: string;
	readonly service: Service;

	private constructor(url: string, service: Service) {
		this.url = url;
		this.service = service;
	}

	/** Starts `emulator/main.cts` with the engine that answers at once. */
	static async start(): Promise<EmulatorProcess> {
		const program = path.join(PROJECT, 'workshop', 'emulator', 'main.cts');
		const service = startService(
			'emulator',
			process.execPath,
			['--require', 'tsx/cjs', program, '--engine', 'fixture', '--port', '0', '--quiet'],
			{ cwd: PROJECT },
		);
		const url = await until(
			() => {
				if (service.exit() !== undefined) throw new Error(service.tail());
				return /on (http:\/\/127\.0\.0\.1:\d+)/.exec(service.log())?.[1];
			},
			{ what: 'the emulator' },
		);
		return new EmulatorProcess(url, service);
	}

	/** Changes settings from the next call on, and sets the counters back. */
	async set(changes: Partial<EmulatorSettings>): Promise<void> {
		await this.control('POST', '/settings', changes);
		await this.control('POST', '/counters/reset', {});
	}

	async counters(): Promise<CounterValues> {
		return (await this.control('GET', '/counters')) as CounterValues;
	}

	/** When the last OCR call was answered, ms since 1970; 0 without one. */
	async lastAnswerAt(): Promise<number> {
		const { calls } = (await this.control('GET', '/calls')) as { calls: CallRecord[] };
		return Math.max(0, ...calls.filter(({ target }) => target === 'ocr').map(({ endedAt }) => endedAt ?? 0));
	}

	async stop(): Promise<void> {
		await this.service.stop();
	}

	private async control(method: string, route: string, body?: object): Promise<unknown> {
		const answer = await fetch(`${this.url}/__control${route}`, {
			method,
			...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
		});
		if (!answer.ok) throw new Error(`Emulator: ${answer.status} ${await answer.text()}`);
		return await answer.json();
	}
}
