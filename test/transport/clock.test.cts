import { CancelledError, executionClock, stoppableClock } from '../../nodes/HuaweiOcr/transport/clock.ts';

describe('executionClock', () => {
	test('a wait ends at once when the execution is cancelled', async () => {
		const execution = new AbortController();
		const waiting = executionClock(execution.signal).sleep(3_600_000);
		execution.abort();
		await expect(waiting).rejects.toThrow(CancelledError);
	});

	test('nothing is waited for after cancelling', async () => {
		await expect(executionClock(AbortSignal.abort()).sleep(3_600_000)).rejects.toThrow(CancelledError);
	});

	test('leaves no listener on the signal', async () => {
		const execution = new AbortController();
		let listeners = 0;
		const { signal } = execution;
		const add = signal.addEventListener.bind(signal);
		const remove = signal.removeEventListener.bind(signal);
		signal.addEventListener = (...given: Parameters<typeof add>) => {
			listeners++;
			add(...given);
		};
		signal.removeEventListener = (...given: Parameters<typeof remove>) => {
			listeners--;
			remove(...given);
		};
		const clock = executionClock(signal);
		for (let waits = 0; waits < 20; waits++) await clock.sleep(0);
		expect(listeners).toBe(0);
	});

	test('waits also where n8n gives no signal', async () => {
		await expect(stoppableClock(undefined).sleep(1)).resolves.toBeUndefined();
	});
});
