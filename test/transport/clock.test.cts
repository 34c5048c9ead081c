import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

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

describe('the timer of a request', () => {
	test('aborts when its time has passed', async () => {
		const { signal } = stoppableClock(undefined).timer(1);
		await new Promise((resolve) => signal.addEventListener('abort', resolve));
		expect(signal.aborted).toBe(true);
	});

	test('aborts with the execution, and at once when that was cancelled before', () => {
		const execution = new AbortController();
		const clock = stoppableClock(execution.signal);
		const { signal } = clock.timer(3_600_000);
		expect(signal.aborted).toBe(false);
		execution.abort();
		expect(signal.aborted).toBe(true);
		expect(clock.timer(3_600_000).signal.aborted).toBe(true);
	});

	test('lets go of the execution when the answer is there', () => {
		const { signal } = new AbortController();
		const clock = stoppableClock(signal);
		const before = getEventListeners(signal, 'abort').length;
		const timer = clock.timer(3_600_000);
		timer.end();
		expect(getEventListeners(signal, 'abort')).toHaveLength(before);
	});

	test('is gone after its end, whoever still listens to it: a process may make millions of calls', async () => {
		setFlagsFromString('--expose-gc');
		const collectGarbage = runInNewContext('gc') as () => void;
		const timers = Array.from({ length: 20 }, () => {
			const timer = stoppableClock(new AbortController().signal).timer(3_600_000);
			timer.signal.addEventListener('abort', () => undefined, { once: true });
			timer.end();
			return new WeakRef(timer.signal);
		});
		// A weak reference holds until the turn in which it was made is over.
		await turn();
		collectGarbage();
		expect(timers.filter((timer) => timer.deref() !== undefined)).toHaveLength(0);
	});
});
