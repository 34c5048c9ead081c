// The pause between two calls of a limit that refills bit by bit. Times in ms, rates in calls per ms.
import { EvenPace } from '../../nodes/HuaweiOcr/transport/evenPace.ts';

describe('when calls may start', () => {
	test('as fast as they come, unless the user set a bound', () => {
		const pace = new EvenPace(0);
		pace.start(100);
		expect(pace.earliestStart).toBe(100);
		const bounded = new EvenPace(4);
		bounded.start(100);
		expect(bounded.earliestStart).toBe(350);
		bounded.start(200);
		expect(bounded.earliestStart).toBe(600);
	});

	test('the longer of the two pauses counts, and no bound leaves more than an hour', () => {
		const pace = new EvenPace(4);
		pace.set(1 / 1000);
		pace.start(0);
		expect(pace.earliestStart).toBe(1000);
		const slip = new EvenPace(0.000_001);
		slip.start(0);
		expect(slip.earliestStart).toBe(3_600_000);
	});

	test('a pause from now on, and none any more', () => {
		const pace = new EvenPace(0);
		pace.set(1 / 500);
		pace.pauseFrom(2000);
		expect(pace.earliestStart).toBe(2500);
		pace.release(2100);
		expect([pace.earliestStart, pace.pause]).toEqual([2100, 0]);
	});

	test('a rate of nothing is no pause', () => {
		const pace = new EvenPace(0);
		for (const rate of [0, -1]) {
			pace.set(1 / 500);
			pace.set(rate);
			expect(pace.pause).toBe(0);
		}
	});
});

describe('how the pace grows', () => {
	/** Calls per ms after one that passed, of those before. */
	const growth = (refusedAt: number | undefined, rate: number, bound = Infinity): number => {
		const pace = new EvenPace(0);
		if (refusedAt !== undefined) {
			pace.set(refusedAt);
			pace.refused(0);
		}
		pace.set(rate);
		pace.grow(bound);
		return 1 / pace.pause / rate;
	};

	test('quickly while nothing was refused, less near what was, least above it', () => {
		expect(growth(undefined, 0.01)).toBeCloseTo(1.1, 9);
		expect(growth(0.1, 0.01)).toBeCloseTo(1.03, 9);
		expect(growth(0.1, 0.089)).toBeCloseTo(1.03, 9);
		expect(growth(0.1, 0.0901)).toBeCloseTo(1.005, 9);
		expect(growth(0.1, 0.2)).toBeCloseTo(1.005, 9);
	});

	test('never beyond its bound, and never down to it', () => {
		expect(growth(undefined, 0.01, 0.0105)).toBeCloseTo(1.05, 9);
		expect(growth(undefined, 0.01, 0.001)).toBeCloseTo(1, 9);
	});

	test('not at all where calls go as fast as they come', () => {
		const pace = new EvenPace(0);
		pace.grow(1);
		expect(pace.pause).toBe(0);
	});

	test('a refusal without a pause says nothing about the pace', () => {
		const pace = new EvenPace(0);
		pace.refused(0);
		pace.set(0.01);
		pace.grow(Infinity);
		expect(1 / pace.pause).toBeCloseTo(0.011, 9);
	});
});

describe('what the service let through', () => {
	test('counts from the first refusal on, rather too low', () => {
		const pace = new EvenPace(0);
		pace.accepted();
		expect(pace.average(1000)).toBe(0);
		pace.refused(1000);
		for (let call = 0; call < 10; call++) pace.accepted();
		pace.refused(1500);
		expect(pace.average(2000)).toBeCloseTo(0.009, 9);
		expect(pace.average(1000)).toBeCloseTo(9, 9);
	});
});
