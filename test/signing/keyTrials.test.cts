import type { IHttpRequestOptions } from 'n8n-workflow';

import type { HuaweiCloudErrorDetails } from '../../huaweiCloud/huaweiCloudError.ts';
import { attachNotes, type RequestNotes } from '../../huaweiCloud/ocrRequest.ts';
import { KeyCredential } from '../../huaweiCloud/signing/keyCredential.ts';
import { KeyTrials } from '../../huaweiCloud/signing/keyTrials.ts';
import { keptIn } from '../support/kept.cts';

const MINUTE = 60_000;

const REFUSED: HuaweiCloudErrorDetails = {
	problem: 'keysRefused',
	message: 'Correct the secret access key',
	description: 'It is wrong.',
	errorCode: 'APIG.0301',
	verdict: 'no',
	reach: 'account',
};

function setUp() {
	let now = 0;
	return { trials: new KeyTrials(() => now), pass: (ms: number) => void (now += ms) };
}

/** Lets everything that can go on go on. */
const settle = async () => await new Promise((resolve) => setImmediate(resolve));

test('of the first calls with a new key one goes ahead; the others follow when it was taken', async () => {
	const { trials } = setUp();
	const begun: number[] = [];
	const calls = [1, 2, 3].map(async (number) => {
		const end = await trials.begin('key');
		begun.push(number);
		return end;
	});
	await settle();
	expect(begun).toEqual([1]);
	(await calls[0])?.('accepted');
	await Promise.all(calls);
	expect(begun).toEqual([1, 2, 3]);
	await trials.begin('key');
	await trials.begin('key');
});

test('a refused key costs one call: those that waited are told, and so are later ones', async () => {
	const { trials, pass } = setUp();
	const end = await trials.begin('key');
	const waiting = [1, 2, 3].map(async () => await trials.begin('key'));
	end(REFUSED);
	for (const each of waiting) await expect(each).rejects.toMatchObject({ message: REFUSED.message, details: { problem: 'keysRefused' } });
	pass(4 * MINUTE);
	await expect(trials.begin('key')).rejects.toMatchObject({ description: expect.stringMatching(/4 minutes ago/) as string });
	await expect(trials.begin('corrected')).resolves.toBeDefined();
});

test('where the first call brought no answer, those that waited go together', async () => {
	const { trials } = setUp();
	const end = await trials.begin('key');
	const waiting = Promise.all([1, 2, 3].map(async () => await trials.begin('key')));
	end('unknown');
	expect(await waiting).toHaveLength(3);
});

test('what is known of keys does not grow with their number, and a key that was forgotten is tried anew', async () => {
	const { trials } = setUp();
	for (let key = 0; key < 1_000; key++) trials.end(String(key), 'accepted');
	expect(keptIn(trials)).toBe(1_000);
	await trials.begin('0');
	await expect(trials.begin('0')).resolves.toBeDefined();
	trials.end('1000', 'accepted');
	expect(keptIn(trials)).toBe(1);
	const end = await trials.begin('0');
	let hasBegun = false;
	const second = trials.begin('0').then(() => (hasBegun = true));
	await settle();
	expect(hasBegun).toBe(false);
	end('accepted');
	expect(await second).toBe(true);
	expect(keptIn(trials)).toBe(2);
});

test('a refused key may be tried again from the dialog, three times in all', () => {
	const { trials } = setUp();
	for (let tries = 0; tries < 3; tries++) {
		trials.assertNotRefused('key', true);
		trials.end('key', REFUSED);
		expect(() => trials.assertNotRefused('key')).toThrow(REFUSED.message);
	}
	expect(() => trials.assertNotRefused('key', true)).toThrow(REFUSED.message);
});

test('keys do not wait for each other', async () => {
	const { trials } = setUp();
	await trials.begin('a');
	await expect(trials.begin('b')).resolves.toBeDefined();
});

test('a key that was taken and is refused later is tried no more, until it was taken again', async () => {
	const { trials, pass } = setUp();
	(await trials.begin('key'))('accepted');
	(await trials.begin('key'))(REFUSED);
	await expect(trials.begin('key')).rejects.toThrow(REFUSED.message);
	pass(5 * MINUTE + 1);
	(await trials.begin('key'))('accepted');
	pass(1);
	(await trials.begin('key'))(REFUSED);
	pass(5 * MINUTE + 1);
	await expect(trials.begin('key')).resolves.toBeDefined();
});

test('a wrong key under a schedule each minute for half an hour is refused at most three times in any 15 minutes', async () => {
	const { trials, pass } = setUp();
	const refusedAt: number[] = [];
	for (let minute = 0; minute < 30; minute++) {
		await trials.begin('key').then(
			(end) => {
				refusedAt.push(minute);
				end(REFUSED);
			},
			() => undefined,
		);
		pass(MINUTE);
	}
	for (const start of refusedAt) {
		expect(refusedAt.filter((at) => at >= start && at <= start + 15).length).toBeLessThanOrEqual(3);
	}
	expect(refusedAt.length).toBeGreaterThan(3);
});

describe('the credential', () => {
	const data = {
		accessKeyId: 'EXAMPLEACCESSKEY0001',
		secretAccessKey: 'ExampleSecretKeyForDocs0123456789abcdefg',
		region: 'cn-north-4',
		projectId: '0123456789abcdef0123456789abcdef',
	};
	const request = (notes?: RequestNotes): IHttpRequestOptions => {
		const headers = {};
		if (notes) attachNotes(headers, notes);
		return { method: 'POST', url: '/v2/{project_id}/ocr/general-text', headers, body: '{}' };
	};
	const credential = () => new KeyCredential(() => 0, () => 0);

	test('lets the node tell what became of the key, and keeps it from the next calls', async () => {
		const keys = credential();
		const notes: RequestNotes = {};
		await keys.authenticate(data, request(notes));
		notes.keyOutcome?.(REFUSED);
		await expect(keys.authenticate(data, request({}))).rejects.toThrow(REFUSED.message);
		await expect(keys.authenticate(data, request())).rejects.toThrow(REFUSED.message);
		await expect(keys.authenticate({ ...data, secretAccessKey: 'other' }, request({}))).resolves.toBeDefined();
	});

	test('gives the request the signal of the node, and sends nothing when it must not be sent', async () => {
		const keys = credential();
		const { signal } = new AbortController();
		const sent = await keys.authenticate(data, request({ sending: () => signal }));
		expect(sent.abortSignal).toBe(signal);
		const refusing = credential();
		const stopped = { sending: () => { throw new Error('stopped'); } };
		await expect(refusing.authenticate(data, request(stopped))).rejects.toThrow('stopped');
		// The trial has ended with it.
		await expect(refusing.authenticate(data, request({}))).resolves.toBeDefined();
	});

	test('lets requests of other nodes through, one beside the other', async () => {
		const keys = credential();
		await keys.authenticate(data, request());
		await expect(keys.authenticate(data, request())).resolves.toBeDefined();
	});

	test('notes are seen by nothing that copies or sends headers', () => {
		const headers = { a: '1' };
		attachNotes(headers, {});
		expect([JSON.stringify(headers), Object.keys(headers), Object.getOwnPropertySymbols({ ...headers })]).toEqual(['{"a":"1"}', ['a'], []]);
	});
});
