import { Preparation } from '../../nodes/HuaweiOcr/run/preparation.ts';

/** Lets everything that can go on do so. */
const settle = async () => {
	for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

test('two are made ready ahead, however many want to', async () => {
	const preparation = new Preparation();
	const begun: Array<() => void> = [];
	for (let index = 0; index < 100; index++) void preparation.begin().then((done) => begun.push(done));
	await settle();
	expect(begun).toHaveLength(2);
});

test('each place that is given back lets the next one in, in the order of asking', async () => {
	const preparation = new Preparation();
	const order: number[] = [];
	const places: Array<() => void> = [];
	for (let index = 0; index < 6; index++) {
		void preparation.begin().then((done) => {
			order.push(index);
			places.push(done);
		});
	}
	await settle();
	places[1]?.();
	await settle();
	places[0]?.();
	await settle();
	expect(order).toStrictEqual([0, 1, 2, 3]);
});

test('a place that is given back twice counts once', async () => {
	const preparation = new Preparation();
	const first = await preparation.begin();
	await preparation.begin();
	first();
	first();
	const begun: number[] = [];
	for (let index = 0; index < 3; index++) void preparation.begin().then(() => begun.push(index));
	await settle();
	expect(begun).toStrictEqual([0]);
});

test('places that nobody waits for are free again', async () => {
	const preparation = new Preparation();
	for (let round = 0; round < 10; round++) (await preparation.begin())();
	const both = await Promise.all([preparation.begin(), preparation.begin()]);
	expect(both).toHaveLength(2);
});
