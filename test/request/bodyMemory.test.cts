import { BodyMemory, letGo } from '../../nodes/HuaweiOcr/request/bodyMemory.ts';
import { requestBody } from '../../nodes/HuaweiOcr/request/requestBody.ts';

test('memory that was given back is used for the next body of that size or less', () => {
	const memory = new BodyMemory();
	const first = memory.take(1_000_000);
	memory.giveBack(first);
	const second = memory.take(900_000);
	expect(second.length).toBe(900_000);
	expect(second.buffer).toBe(first.buffer);
});

test('bodies that are under way never share memory, even when one is given back twice', () => {
	const memory = new BodyMemory();
	const first = memory.take(100);
	memory.giveBack(first);
	memory.giveBack(first);
	const [second, third] = [memory.take(100), memory.take(100)];
	expect(second.buffer).not.toBe(third.buffer);
});

test('of many bodies given back at once, two are kept', () => {
	const memory = new BodyMemory();
	const bodies = [100, 200, 300, 400].map((bytes) => memory.take(bytes));
	const buffers = new Set(bodies.map(({ buffer }) => buffer));
	for (const body of bodies) memory.giveBack(body);
	const again = [100, 100, 100].map((bytes) => memory.take(bytes).buffer);
	expect(again.filter((buffer) => buffers.has(buffer))).toHaveLength(2);
});

test('a larger body does not get memory that is too small', () => {
	const memory = new BodyMemory();
	memory.giveBack(memory.take(10));
	expect(memory.take(1000).length).toBe(1000);
});

test('a body that came from elsewhere is never handed out', () => {
	const memory = new BodyMemory();
	const url = requestBody({ url: 'https://example.com/a.png' }, 'image', {});
	memory.giveBack(url);
	expect(memory.take(4).buffer).not.toBe(url.buffer);
});

test('an image in reused memory is sent without what was there before', () => {
	const memory = new BodyMemory();
	const allocate = (bytes: number): Buffer => memory.take(bytes);
	memory.giveBack(requestBody({ image: Buffer.alloc(200_000, 'long') }, 'image', {}, allocate));
	const body = requestBody({ image: Buffer.from('short') }, 'image', { quick_mode: true }, allocate);
	expect(body.toString()).toBe('{"image":"c2hvcnQ=","quick_mode":true}');
});

test('a file that was let go leaves files in shared memory alone', () => {
	const neighbour = Buffer.from('stays');
	letGo(Buffer.from('goes'));
	letGo(Buffer.alloc(1_000_000));
	expect(neighbour.toString()).toBe('stays');
});
