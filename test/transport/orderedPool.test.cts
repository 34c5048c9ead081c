import { runOrdered } from '../../nodes/HuaweiOcr/transport/orderedPool.ts';
import { VirtualClock } from './virtualClock.cts';

const never = () => false;

describe('runOrdered', () => {
	test('results keep the order of the input, whatever the order of the answers', async () => {
		const clock = new VirtualClock();
		const endings: number[] = [];
		const work = runOrdered(
			6,
			3,
			async (index) => {
				await clock.sleep(100 - 10 * index);
				endings.push(index);
				return `result ${index}`;
			},
			never,
		);
		const results = await clock.run(work);
		expect(results).toEqual([0, 1, 2, 3, 4, 5].map((index) => `result ${index}`));
		expect(endings).not.toEqual([0, 1, 2, 3, 4, 5]);
	});

	test('a task begins, and loads what it needs, only when one before it has ended', async () => {
		const clock = new VirtualClock();
		let held = 0;
		let mostHeld = 0;
		const work = runOrdered(
			50,
			4,
			async () => {
				mostHeld = Math.max(mostHeld, ++held);
				await clock.sleep(10);
				held--;
			},
			never,
		);
		await clock.run(work);
		expect(mostHeld).toBe(4);
	});

	test('once stopped nothing begins; what has begun is kept, the rest stays open', async () => {
		const clock = new VirtualClock();
		let stopped = false;
		const begun: number[] = [];
		const work = runOrdered(
			10,
			2,
			async (index) => {
				begun.push(index);
				await clock.sleep(10);
				if (index === 2) stopped = true;
				return index;
			},
			() => stopped,
		);
		const results = await clock.run(work);
		expect(begun).toEqual([0, 1, 2, 3]);
		expect(results).toEqual([0, 1, 2, 3, ...new Array<undefined>(6).fill(undefined)]);
	});

	test('no tasks, no work', async () => {
		await expect(runOrdered(0, 5, () => Promise.reject(new Error('must not begin')), never)).resolves.toEqual([]);
	});
});
