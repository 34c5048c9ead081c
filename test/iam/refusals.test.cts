import { HuaweiCloudError } from '../../huaweiCloud/huaweiCloudError.ts';
import { Refusals } from '../../huaweiCloud/refusals.ts';
import { keptIn } from '../support/kept.cts';

const MINUTE = 60_000;

const refusal = (message: string): HuaweiCloudError =>
	new HuaweiCloudError({ problem: 'loginRefused', message, description: 'Wrong.', errorCode: 'IAM.1', verdict: 'no', reach: 'account' });

function setUp(start = 0) {
	let now = start;
	const refusals = new Refusals(() => now);
	return {
		refusals,
		at: (ms: number) => {
			now = start + ms;
			return refusals;
		},
	};
}

test('what was never refused may be tried', () => {
	const { refusals } = setUp();
	refusals.remember('a', refusal('no'));
	expect(refusals.insteadOfTrying('b', false)).toBeUndefined();
	expect(refusals.insteadOfTrying('b', true)).toBeUndefined();
});

test('an execution waits five minutes after a refusal, someone at the dialog does not', () => {
	const { at } = setUp(7);
	at(0).remember('a', refusal('no'));
	expect(at(0).insteadOfTrying('a', false)?.message).toBe('no');
	expect(at(5 * MINUTE).insteadOfTrying('a', false)?.message).toBe('no');
	expect(at(5 * MINUTE + 1).insteadOfTrying('a', false)).toBeUndefined();
	expect(at(0).insteadOfTrying('a', true)).toBeUndefined();
});

test('the third refusal within 15 minutes is the last until the first of them is 15 minutes old', () => {
	const { at } = setUp(7);
	for (const minute of [0, 1, 2]) {
		expect(at(minute * MINUTE).insteadOfTrying('a', true)).toBeUndefined();
		at(minute * MINUTE).remember('a', refusal(`refusal in minute ${minute}`));
	}
	expect(at(2 * MINUTE).insteadOfTrying('a', true)?.message).toBe('refusal in minute 2');
	expect(at(15 * MINUTE).insteadOfTrying('a', true)?.message).toBe('refusal in minute 2');
	expect(at(15 * MINUTE + 1).insteadOfTrying('a', true)).toBeUndefined();
	// One more, and the second of the three counts as the first.
	at(15 * MINUTE + 1).remember('a', refusal('fourth'));
	expect(at(16 * MINUTE).insteadOfTrying('a', true)?.message).toBe('fourth');
	expect(at(16 * MINUTE + 1).insteadOfTrying('a', true)).toBeUndefined();
});

test('the pause counts from the last refusal, also where the three are long over', () => {
	const { at } = setUp();
	for (const minute of [0, 6, 14]) at(minute * MINUTE).remember('a', refusal('no'));
	expect(at(19 * MINUTE).insteadOfTrying('a', false)).toBeDefined();
	expect(at(19 * MINUTE).insteadOfTrying('a', true)).toBeUndefined();
	expect(at(19 * MINUTE + 1).insteadOfTrying('a', false)).toBeUndefined();
});

test('what was accepted begins anew: refusals from before do not count', () => {
	const { refusals } = setUp();
	for (let each = 0; each < 2; each++) refusals.remember('a', refusal('no'));
	refusals.forget('a');
	expect(refusals.insteadOfTrying('a', false)).toBeUndefined();
	for (let each = 0; each < 2; each++) refusals.remember('a', refusal('no'));
	expect(refusals.insteadOfTrying('a', true)).toBeUndefined();
	refusals.remember('a', refusal('no'));
	expect(refusals.insteadOfTrying('a', true)).toBeDefined();
});

test.each([
	[0, 'a minute', '5 minutes'],
	[1, 'a minute', '5 minutes'],
	[MINUTE, 'a minute', '4 minutes'],
	[MINUTE + 1, '2 minutes', '4 minutes'],
	[4 * MINUTE, '4 minutes', 'a minute'],
	[5 * MINUTE, '5 minutes', 'a minute'],
])('%i ms after a refusal it was answered %s ago and is sent again in %s', (ms, ago, wait) => {
	const { at } = setUp(7);
	const error = refusal('Check it');
	at(0).remember('a', error);
	const told = at(ms).insteadOfTrying('a', false);
	expect(told?.details).toEqual({
		...error.details,
		description: `Wrong. This was answered ${ago} ago. The same data are not sent again for ${wait}, because more failures could lock them; changed data are tried at once.`,
	});
});

test('a refusal of another name leaves the refusals of the last 15 minutes known, and older ones are not kept', () => {
	const { refusals, at } = setUp();
	for (let each = 0; each < 3; each++) at(0).remember('a', refusal('no'));
	at(15 * MINUTE).remember('b', refusal('no'));
	expect(at(15 * MINUTE).insteadOfTrying('a', true)).toBeDefined();
	expect(keptIn(refusals)).toBe(2);
	at(15 * MINUTE + 1).remember('c', refusal('no'));
	expect(keptIn(refusals)).toBe(2);
	expect(at(15 * MINUTE + 1).insteadOfTrying('b', false)).toBeDefined();
});
