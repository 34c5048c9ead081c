import { EvenPace } from '../../nodes/HuaweiOcr/transport/evenPace.ts';
import { NamedPace } from '../../nodes/HuaweiOcr/transport/namedPace.ts';
import { ParallelWindow } from '../../nodes/HuaweiOcr/transport/parallelWindow.ts';
import { MARGIN_MS, QuotaWindow } from '../../nodes/HuaweiOcr/transport/quotaWindow.ts';
import { RateFinder, type Ticket } from '../../nodes/HuaweiOcr/transport/rateFinder.ts';

/** Half of all spreads: waits are as long as they are named. */
const middle = () => 0.5;
const finder = (requestsPerSecond = 0, random = middle) => new RateFinder(requestsPerSecond, random);

/** Lets so many calls pass, one each `every` ms. @returns the time after them */
function pass(rate: RateFinder, count: number, from: number, every = 10): number {
	for (let call = 0; call < count; call++) rate.accepted(rate.start(from + call * every), from + call * every);
	return from + count * every;
}

describe('before any refusal', () => {
	test('calls start as they come', () => {
		const rate = finder();
		pass(rate, 5, 0);
		expect(rate.earliestStart()).toBeLessThanOrEqual(50);
		expect(rate.closedForMs(1_000)).toBe(0);
	});

	test("the user's bound holds", () => {
		const rate = finder(4);
		rate.start(1_000);
		expect(rate.earliestStart()).toBe(1_250);
		rate.start(1_250);
		expect(rate.earliestStart()).toBe(1_500);
	});

	test('a bound that is a slip of the pen leaves an hour between calls, not a year', () => {
		const rate = finder(1e-9);
		rate.start(0);
		expect(rate.earliestStart()).toBe(3_600_000);
	});
});

describe('a refusal', () => {
	test('closes for two, four, eight, then fifteen seconds, with one probe at a time', () => {
		const rate = finder();
		let now = pass(rate, 3, 0);
		let ticket = rate.start(now);
		const waits: number[] = [];
		for (let probe = 0; probe < 5; probe++) {
			rate.refused(ticket, now, {});
			waits.push(rate.earliestStart() - now);
			now = rate.earliestStart();
			ticket = rate.start(now);
			expect(ticket.probe).toBe(true);
			expect(rate.earliestStart()).toBe(Infinity);
		}
		expect(waits).toEqual([2_000, 4_000, 8_000, 15_000, 15_000]);
		expect(rate.closedForMs(now)).toBe(now - 30);
	});

	test('that names a wait is waited for, with a little more', () => {
		const rate = finder(0, () => 0);
		rate.refused(rate.start(0), 100, { retryAfterMs: 30_000 });
		expect(rate.earliestStart()).toBe(100 + 30_000 + MARGIN_MS);
		const spread = finder(0, () => 0.999);
		spread.refused(spread.start(0), 0, { retryAfterMs: 30_000 });
		expect(spread.earliestStart()).toBeGreaterThan(31_000);
		expect(spread.earliestStart()).toBeLessThan(32_000);
	});

	test('of a call that was under way when it closed says nothing new, but its longer wait counts', () => {
		const rate = finder();
		const [first, second, third] = [rate.start(0), rate.start(0), rate.start(0)];
		rate.refused(first, 10, {});
		expect(rate.earliestStart()).toBe(2_010);
		rate.refused(second, 20, {});
		expect(rate.earliestStart()).toBe(2_010);
		rate.refused(third, 30, { retryAfterMs: 20_000 });
		expect(rate.earliestStart()).toBe(20_030);
		rate.refused(third, 40, { retryAfterMs: 1_000 });
		expect(rate.earliestStart()).toBe(20_030);
	});

	test('that comes late from an earlier cycle does not close again', () => {
		const rate = finder();
		pass(rate, 3, 0);
		const late = rate.start(30);
		rate.refused(rate.start(40), 50, {});
		const probe = rate.start(rate.earliestStart());
		rate.accepted(probe, 2_100);
		rate.refused(late, 2_200, { retryAfterMs: 60_000 });
		expect(rate.closedForMs(3_000)).toBe(0);
		expect(rate.earliestStart()).toBeLessThan(10_000);
	});

	test('of a probe that ended without an answer is asked again at once', () => {
		const rate = finder();
		rate.refused(rate.start(0), 0, {});
		const probe = rate.start(2_000);
		rate.unknown(probe, 5_000);
		expect(rate.earliestStart()).toBe(5_000);
		expect(rate.closedForMs(5_000)).toBe(5_000);
	});

	test('is not ended by a call without an answer that is no probe', () => {
		const rate = finder();
		const other = rate.start(0);
		rate.refused(rate.start(0), 0, {});
		rate.unknown(other, 10);
		expect(rate.earliestStart()).toBe(2_000);
	});
});

describe('while a probe is under way', () => {
	/** One call that is still under way, one that was refused at 10 ms, and the probe after it. */
	function probing(): { rate: RateFinder; late: Ticket; probe: Ticket } {
		const rate = finder();
		const [late, refused] = [rate.start(0), rate.start(0)];
		rate.refused(refused, 10, {});
		return { rate, late, probe: rate.start(2_010) };
	}

	test('a call from before that passes opens nothing', () => {
		const { rate, late } = probing();
		rate.accepted(late, 2_020);
		expect(rate.earliestStart()).toBe(Infinity);
		expect(rate.closedForMs(3_010)).toBe(3_000);
	});

	test('a call from before that is refused changes neither its wait nor its end', () => {
		const { rate, late, probe } = probing();
		rate.refused(late, 2_020, { retryAfterMs: 60_000 });
		expect(rate.earliestStart()).toBe(Infinity);
		rate.refused(probe, 2_030, {});
		expect(rate.earliestStart()).toBe(2_030 + 4_000);
	});

	test('a call from before that ends without an answer starts no second probe', () => {
		const { rate, late } = probing();
		rate.unknown(late, 2_020);
		expect(rate.earliestStart()).toBe(Infinity);
	});
});

describe('the pace after a refusal', () => {
	/** Open again at 4,000 ms, with 200 ms between calls; a call of the time before is still under way. */
	function paced(): { rate: RateFinder; late: Ticket } {
		const rate = finder();
		pass(rate, 20, 0, 100);
		const [late, refused] = [rate.start(2_000), rate.start(2_000)];
		rate.refused(refused, 2_000, {});
		rate.accepted(rate.start(4_000), 4_000);
		return { rate, late };
	}

	/** ms between two calls at this moment. */
	function pauseAt(rate: RateFinder, now: number): number {
		rate.start(now);
		return rate.earliestStart() - now;
	}

	test('does not grow with calls of the time before', () => {
		const { rate, late } = paced();
		rate.accepted(late, 4_100);
		expect(pauseAt(rate, 10_000)).toBe(200);
	});

	test('grows by a tenth with each call that passes, while nothing is known about the limit', () => {
		const { rate } = paced();
		rate.accepted(rate.start(4_200), 4_250);
		expect(pauseAt(rate, 10_000)).toBeCloseTo(200 / 1.1, 6);
	});

	test('makes the next refusal a short one: ten calls long', () => {
		const { rate } = paced();
		rate.refused(rate.start(4_200), 4_200, {});
		expect(rate.earliestStart()).toBe(6_200);
		const fast = finder();
		pass(fast, 400, 0, 5);
		fast.refused(fast.start(2_000), 2_000, {});
		fast.accepted(fast.start(4_000), 4_000);
		// 400 calls in 4 s: ten of them take 100 ms, which is less than the least wait.
		fast.refused(fast.start(4_010), 4_010, {});
		expect(fast.earliestStart()).toBe(4_310);
	});
});

describe('after a probe has passed', () => {
	test('calls go at the measured pace, the next one a whole pause later', () => {
		const rate = finder();
		const now = pass(rate, 20, 0, 100);
		rate.refused(rate.start(now), now, {});
		const probe = rate.start(now + 2_000);
		rate.accepted(probe, now + 2_000);
		// 20 calls in 4 s since the first had passed.
		expect(rate.earliestStart()).toBe(now + 2_200);
		expect(rate.closedForMs(now + 3_000)).toBe(0);
	});

	test('a named limit decides the pace, with a little distance', () => {
		const rate = finder();
		const limit = { calls: 60, windowMs: 60_000 };
		pass(rate, 20, 0, 100);
		rate.refused(rate.start(2_000), 2_000, { limit });
		rate.accepted(rate.start(4_000), 4_000);
		expect(Math.round(rate.earliestStart())).toBe(4_000 + Math.round(1_000 / 0.98));
	});

	test('the pace grows with each call that passes, faster far below what was refused', () => {
		const even = new EvenPace(0);
		even.set(1 / 1_000);
		even.grow(Infinity);
		expect(even.pause).toBeCloseTo(1_000 / 1.1, 6);
		even.refused(0);
		even.set(1 / 2_000);
		even.grow(Infinity);
		expect(even.pause).toBeCloseTo(2_000 / 1.03, 6);
		even.set(1 / 950);
		even.grow(Infinity);
		expect(even.pause).toBeCloseTo(950 / 1.005, 6);
	});

	test('but not beyond the named limit, and not down to it either', () => {
		const even = new EvenPace(0);
		even.set(1 / 1_000);
		even.grow(1 / 990);
		expect(even.pause).toBeCloseTo(990, 6);
		even.set(1 / 500);
		even.grow(1 / 990);
		expect(even.pause).toBeCloseTo(500, 6);
	});

	test('free calls stay free', () => {
		const even = new EvenPace(0);
		even.grow(Infinity);
		expect(even.pause).toBe(0);
		even.set(1 / 100);
		even.release(700);
		expect([even.pause, even.earliestStart]).toEqual([0, 700]);
	});

	test('the average counts what passed since the first refusal, a tenth too low', () => {
		const even = new EvenPace(0);
		even.accepted();
		even.refused(1_000);
		for (let call = 0; call < 10; call++) even.accepted();
		expect(even.average(11_000)).toBeCloseTo(0.9 / 1_000, 9);
		even.refused(5_000);
		expect(even.average(11_000)).toBeCloseTo(0.9 / 1_000, 9);
	});
});

describe('a limit that opens all at once', () => {
	/** So many calls pass, then refusals until the window reopens. */
	function closedFor(rate: RateFinder, from: number, probes: number, count = 10): number {
		let now = pass(rate, count, from);
		let ticket: Ticket = rate.start(now);
		for (let probe = 0; probe < probes; probe++) {
			rate.refused(ticket, now, {});
			now = rate.earliestStart();
			ticket = rate.start(now);
		}
		rate.accepted(ticket, now);
		return now;
	}

	test('is known by three refusals in a row: then as many calls as passed last time go at once', () => {
		const rate = finder();
		const now = closedFor(rate, 0, 3);
		for (let call = 1; call < 10; call++) {
			expect(rate.earliestStart()).toBeLessThanOrEqual(now);
			rate.accepted(rate.start(now), now);
		}
		// Used up: the next quota comes a window after this one opened.
		expect(rate.earliestStart()).toBe(now + now + MARGIN_MS);
	});

	test('is not assumed after two', () => {
		const rate = finder();
		const now = closedFor(rate, 0, 2);
		expect(rate.earliestStart()).toBeGreaterThan(now);
	});

	test('is known by a long wait that the service asks for', () => {
		const rate = finder();
		const now = pass(rate, 10, 0);
		rate.refused(rate.start(now), now, { retryAfterMs: 10_000 });
		const probeAt = rate.earliestStart();
		rate.accepted(rate.start(probeAt), probeAt);
		expect(rate.earliestStart()).toBeLessThanOrEqual(probeAt);
		const short = finder();
		pass(short, 10, 0);
		short.refused(short.start(100), 100, { retryAfterMs: 9_999 });
		const shortProbe = short.earliestStart();
		short.accepted(short.start(shortProbe), shortProbe);
		expect(short.earliestStart()).toBeGreaterThan(shortProbe);
	});

	test('that was used up without a refusal may be a tenth larger', () => {
		const window = new QuotaWindow(20, 60_000, 0, 1);
		expect(window.renewedAt).toBe(60_000 + MARGIN_MS);
		expect(window.spend()).toBe(true);
		expect(window.spend()).toBe(false);
		const next = window.next(70_000, undefined);
		expect([next.quota, next.renewedAt, next.spend()]).toEqual([22, 130_000 + MARGIN_MS, false]);
		expect(window.next(0, 60).quota).toBe(60);
	});

	test.each([
		[15, false, false],
		[16, true, false],
		[19, true, false],
		[20, true, true],
	])('of 20 with %i spent: almost spent %p, spent %p', (spent, almost, all) => {
		const window = new QuotaWindow(20, 1_000, 0, spent);
		expect([window.isAlmostSpent, window.isSpent]).toEqual([almost, all]);
	});

	test.each([
		[100, 5, true],
		[100, 6, false],
		[10, 2, true],
		[10, 3, false],
	])('of %i is refuted by %i calls: %p', (quota, accepted, refuted) => {
		expect(new QuotaWindow(quota, 1_000, 0, 0).isRefutedBy(accepted)).toBe(refuted);
	});

	test('that lets only a few calls through was none, and is not assumed again', () => {
		const rate = finder();
		let now = closedFor(rate, 0, 3, 60);
		const ticket = rate.start(now + 10);
		rate.refused(ticket, now + 10, {});
		now = rate.earliestStart();
		const probe = rate.start(now);
		rate.accepted(probe, now);
		expect(rate.earliestStart()).toBeGreaterThan(now);
	});

	test('reopens at a known time when a refusal comes near its end', () => {
		const rate = finder();
		const opened = closedFor(rate, 0, 3, 20);
		pass(rate, 18, opened, 0);
		rate.refused(rate.start(opened + 5), opened + 5, {});
		expect(rate.earliestStart()).toBe(opened + opened + MARGIN_MS);
	});
});

describe('a short window that the service names', () => {
	const limit = { calls: 10, windowMs: 1_000 };

	test('is waited for to its end; then calls need not wait for the probe', () => {
		const rate = finder();
		pass(rate, 10, 0, 10);
		rate.refused(rate.start(100), 100, { limit });
		// The first call had passed at 0.
		expect(rate.earliestStart()).toBe(1_000 + MARGIN_MS);
		rate.start(1_150);
		expect(rate.earliestStart()).toBeGreaterThan(1_150);
		expect(rate.earliestStart()).toBeLessThan(1_300);
	});

	test('that is refused again is probed as any other', () => {
		const rate = finder();
		pass(rate, 10, 0, 10);
		rate.refused(rate.start(100), 100, { limit });
		const probe = rate.start(1_150);
		rate.refused(probe, 1_160, {});
		expect(rate.earliestStart() - 1_160).toBeGreaterThan(300);
		rate.start(rate.earliestStart());
		expect(rate.earliestStart()).toBe(Infinity);
	});
});

test('what the service says about its limit stays known', () => {
	const named = new NamedPace();
	expect([named.isKnown, named.rate, named.calls, named.windowMs]).toEqual([false, Infinity, undefined, undefined]);
	named.hear({ calls: 100, windowMs: 1_000 });
	named.hear(undefined);
	expect([named.isKnown, named.rate, named.calls, named.windowMs]).toEqual([true, 0.098, 100, 1_000]);
});

describe('calls at the same time', () => {
	const room = (window: ParallelWindow) => Array.from({ length: 60 }, (_, n) => n).filter((n) => window.hasRoom(n)).length;

	test('begin with five, and grow by one with each answer up to the setting', () => {
		const window = new ParallelWindow(8);
		expect(room(window)).toBe(5);
		const grown = [1, 2, 3, 4, 5].map(() => {
			window.answered();
			return room(window);
		});
		expect(grown).toEqual([6, 7, 8, 8, 8]);
		expect(room(new ParallelWindow(2))).toBe(2);
		expect(room(new ParallelWindow(0))).toBe(1);
	});

	test('halve with each call that breaks, down to one', () => {
		const window = new ParallelWindow(8);
		const shrunk = [1, 2, 3, 4].map(() => {
			window.troubled();
			return room(window);
		});
		expect(shrunk).toEqual([2, 1, 1, 1]);
	});

	test('are one less than those that were too many, and then grow slowly', () => {
		const window = new ParallelWindow(10);
		for (let n = 0; n < 5; n++) window.answered();
		window.refusedAt(7);
		expect(room(window)).toBe(6);
		for (let n = 0; n < 19; n++) window.answered();
		expect(room(window)).toBe(6);
		window.answered();
		window.answered();
		expect(room(window)).toBe(7);
		window.refusedAt(1);
		expect(room(window)).toBe(1);
		window.refusedAt(9);
		expect(room(window)).toBe(1);
	});

	test('begin with one after a pause', () => {
		const window = new ParallelWindow(10);
		window.restart();
		expect(room(window)).toBe(1);
		window.answered();
		expect(room(window)).toBe(2);
	});
});
