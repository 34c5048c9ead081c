import { RetryBudget } from '../../nodes/HuaweiOcr/transport/retryBudget.ts';
import { decide, growingWait, type CallHistory, type FailedCall } from '../../nodes/HuaweiOcr/transport/retryPolicy.ts';

const fresh: CallHistory = { repeated: 0, renewed: 0, throttledForMs: 0 };
const defaults = { maxRetries: 3 };

const failed = (verdict: FailedCall['verdict'], more: Partial<FailedCall> = {}): FailedCall => ({
	verdict,
	throttled: false,
	...more,
});

describe('retry policy (contract 7.4)', () => {
	test('what would fail again is not repeated', () => {
		expect(decide(failed('no'), fresh, defaults, 0)).toEqual({ action: 'giveUp' });
		expect(decide(failed('no', { retryAfterMs: 1 }), fresh, defaults, 0)).toEqual({ action: 'giveUp' });
	});

	test('a dead token is renewed once, also with no retries allowed', () => {
		expect(decide(failed('refresh'), fresh, { maxRetries: 0 }, 0)).toEqual({ action: 'renewToken' });
		expect(decide(failed('refresh'), { ...fresh, renewed: 1 }, defaults, 0)).toEqual({ action: 'giveUp' });
	});

	test('an outage is waited out with doubled waits, as often as the user allows', () => {
		const waits = [0, 1, 2, 3].map((repeated) =>
			decide(failed('backoff'), { ...fresh, repeated }, defaults, 0.5),
		);
		expect(waits).toEqual([
			{ action: 'wait', waitMs: 2_000 },
			{ action: 'wait', waitMs: 4_000 },
			{ action: 'wait', waitMs: 8_000 },
			{ action: 'giveUp' },
		]);
	});

	test('"once" is once, however many retries are allowed', () => {
		expect(decide(failed('once'), fresh, { maxRetries: 9 }, 0.5).action).toBe('wait');
		expect(decide(failed('once'), { ...fresh, repeated: 1 }, { maxRetries: 9 }, 0.5).action).toBe('giveUp');
	});

	test('Max Retries 0 repeats nothing', () => {
		for (const verdict of ['backoff', 'once'] as const) {
			for (const throttled of [true, false]) {
				expect(decide(failed(verdict, { throttled }), fresh, { maxRetries: 0 }, 0).action).toBe('giveUp');
			}
		}
	});

	test('throttled calls queue until patience ends', () => {
		const call = failed('backoff', { throttled: true });
		expect(decide(call, { ...fresh, repeated: 3, throttledForMs: 149_000 }, defaults, 0).action).toBe('queue');
		expect(decide(call, { ...fresh, throttledForMs: 151_000 }, defaults, 0).action).toBe('giveUp');
	});

	test('a wait that the service asks for is kept, unless it is longer than two minutes', () => {
		expect(decide(failed('backoff', { retryAfterMs: 50_000 }), fresh, defaults, 0)).toEqual({
			action: 'wait',
			waitMs: 50_000,
		});
		expect(decide(failed('backoff', { retryAfterMs: 1 }), fresh, defaults, 0.5)).toEqual({
			action: 'wait',
			waitMs: 2_000,
		});
		for (const throttled of [true, false]) {
			const call = failed('backoff', { throttled, retryAfterMs: 3_600_000 });
			expect(decide(call, fresh, defaults, 0).action).toBe('giveUp');
		}
	});

	test('waits are spread by a fifth to both sides and end at the cap', () => {
		const waits = { firstWait: 2_000, maxWait: 30_000 };
		expect(growingWait(1, waits, 0)).toBe(1_600);
		expect(growingWait(1, waits, 0.999)).toBeLessThan(2_400);
		expect(growingWait(5, waits, 0.5)).toBe(30_000);
		expect(growingWait(10_000, waits, 0.5)).toBe(30_000);
	});
});

describe('shared retry budget', () => {
	test('an outage fades out: 30 repetitions, then one try each', () => {
		const budget = new RetryBudget();
		const granted = Array.from({ length: 200 }, () => budget.take()).filter(Boolean);
		expect(granted).toHaveLength(30);
	});

	test('while calls succeed, one repetition in two calls can go on for ever', () => {
		const budget = new RetryBudget();
		for (let call = 0; call < 1000; call += 2) {
			expect(budget.take()).toBe(true);
			budget.refund();
			budget.refund();
		}
	});

	test('success does not hoard more than the capacity', () => {
		const budget = new RetryBudget(2);
		for (let call = 0; call < 100; call++) budget.refund();
		expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
	});
});
