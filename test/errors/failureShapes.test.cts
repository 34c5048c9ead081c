import { hasErrorCode, holdsError, readServiceFailure } from '../../huaweiCloud/errors/readFailure.ts';

const read = (body: string, headers: Record<string, unknown> = {}, options = {}) => {
	const { httpStatus, ...failure } = readServiceFailure({ status: 400, headers, body }, options);
	expect(httpStatus).toBe(400);
	return failure;
};

/** Longest body that is parsed, longest part of a body that is searched, characters. */
const PARSED = 256 * 1024;
const SEARCHED = 8 * 1024;

/** JSON of that length whose fields stand at its end. */
const padded = (fields: string, length: number): string => `{"a":"${'x'.repeat(length - fields.length - 10)}",${fields} }`;

describe('the fields of an error stand', () => {
	const service = { bodyKind: 'service', errorCode: 'A.1', errorMsg: 'no', requestId: 'r-1' };

	test.each([
		['at the top', { error_code: 'A.1', error_msg: 'no', request_id: 'r-1' }, service],
		['in the result', { result: { error_code: 'A.1', error_msg: 'no', request_id: 'r-1' } }, service],
		['at the top rather than in the result', { error_code: 'A.1', result: { error_code: 'B.2' } }, { bodyKind: 'service', errorCode: 'A.1' }],
		['at the top rather than in the error', { error_code: 'A.1', error: { code: 2 } }, { bodyKind: 'service', errorCode: 'A.1' }],
		['in the error rather than in the result', { error: { code: 401 }, result: { error_code: 'B.2' } }, { bodyKind: 'iam', errorCode: '401' }],
		['in the code alone', { error_code: 'A.1' }, { bodyKind: 'service', errorCode: 'A.1' }],
		['in the message alone', { error_msg: 'no' }, { bodyKind: 'service', errorMsg: 'no' }],
		['in numbers', { error_code: 17, error_msg: 0.5 }, { bodyKind: 'service', errorCode: '17', errorMsg: '0.5' }],
		['in an error of IAM', { error: { code: 401, message: 'no', title: 'Unauthorized' }, request_id: 'r-1' }, { ...service, bodyKind: 'iam', errorCode: '401' }],
		['in an error of IAM with the names of the service', { error: { error_code: 'IAM.1', error_msg: 'no' } }, { bodyKind: 'iam', errorCode: 'IAM.1', errorMsg: 'no' }],
		['in an error of IAM with a title only', { error: { title: 'Unauthorized' } }, { bodyKind: 'iam', errorMsg: 'Unauthorized' }],
		['in an error of IAM with all names', { error: { code: 1, error_code: 'x', message: 'a', error_msg: 'b', title: 'c' } }, { bodyKind: 'iam', errorCode: '1', errorMsg: 'a' }],
		['in an error of IAM with message and title', { error: { error_msg: 'b', title: 'c' } }, { bodyKind: 'iam', errorMsg: 'b' }],
		['in a text', { error: 'gone' }, { bodyKind: 'other', errorMsg: 'gone' }],
		['in a message', { message: 'gone', error: null }, { bodyKind: 'other', errorMsg: 'gone' }],
		['in a text rather than in a message', { message: 'a', error: 'b' }, { bodyKind: 'other', errorMsg: 'b' }],
	])('%s', (_where, body, expected) => {
		expect(read(JSON.stringify(body))).toEqual(expected);
	});

	test.each([
		{ error_code: '', error_msg: '' },
		{ error_code: null, error_msg: true },
		{ error_code: [1], error_msg: { a: 1 } },
		{ error: ['A.1'] },
		{ result: ['A.1'] },
		{ result: 'A.1' },
		{ result: null },
		{ result: {} },
	])('nowhere in %j', (body) => {
		expect(read(JSON.stringify(body))).toEqual({ bodyKind: 'other' });
	});
});

describe('a body that is not JSON as a whole', () => {
	test.each([
		['{"error_code" : "A.1","error_msg":"cut o', { bodyKind: 'other', errorCode: 'A.1', errorMsg: 'cut o' }],
		['[{"error_code":"A.1","request_id":"r-1"', { bodyKind: 'other', errorCode: 'A.1', requestId: 'r-1' }],
		['\n  {"error_code":"A.1"', { bodyKind: 'other', errorCode: 'A.1' }],
		['{"error_code":17', { bodyKind: 'other' }],
		['upstream said {"error_code":"A.1"}', { bodyKind: 'other', errorMsg: 'upstream said {"error_code":"A.1"}' }],
		['  gone  ', { bodyKind: 'other', errorMsg: 'gone' }],
		['\n <html><TITLE lang="en">Bad Gateway</TITLE></html>', { bodyKind: 'html', errorMsg: 'Bad Gateway' }],
		['<html></html>', { bodyKind: 'html' }],
		['a <title>b</title>', { bodyKind: 'other', errorMsg: 'a <title>b</title>' }],
		['7', { bodyKind: 'other' }],
		['[{"error_code":"A.1"}]', { bodyKind: 'other' }],
	])('%j', (body, expected) => {
		expect(read(body)).toEqual(expected);
	});

	test('shows at most 200 characters of a text and of a title', () => {
		const words = 'ab '.repeat(100);
		expect(read(words).errorMsg).toBe(words.slice(0, 200).trim());
		expect(read(`<title>${words}</title>`).errorMsg).toBe(words.slice(0, 200).trim());
	});

	test('is searched at its beginning only', () => {
		const behind = (blanks: number) => `{"a":"${' '.repeat(blanks)}","error_code":"A.1","rest`;
		expect(read(behind(SEARCHED - 100)).errorCode).toBe('A.1');
		expect(read(behind(SEARCHED)).errorCode).toBeUndefined();
		expect(read(`${' '.repeat(SEARCHED)}gone`)).toEqual({ bodyKind: 'empty' });
		expect(read(`${' '.repeat(SEARCHED - 4)}gone`)).toEqual({ bodyKind: 'other', errorMsg: 'gone' });
	});
});

test('a body is parsed up to 256 Ki characters; a longer one is only searched', () => {
	expect(padded('"error_code":"A.1"', PARSED)).toHaveLength(PARSED);
	expect(read(padded('"error_code":"A.1"', PARSED))).toEqual({ bodyKind: 'service', errorCode: 'A.1' });
	expect(read(padded('"error_code":"A.1"', PARSED + 1))).toEqual({ bodyKind: 'other' });
});

describe('an answer of a success status', () => {
	test.each([
		['{"error_code":"A.1"}', true],
		['{"error_code":17}', true],
		['{"result":{"error_code":"A.1"}}', true],
		['{"error_code":""}', false],
		['{"error_code":null,"result":{"words":"x"}}', false],
		['{"error_code":null,"result":{"error_code":"A.1"}}', true],
		['{"result":{"words":"\\"error_code\\""}}', false],
		['{"result":[{"error_code":"A.1"}]}', false],
		['[{"error_code":"A.1"}]', false],
		['{"error_code":"A.1"', false],
		['"error_code"', false],
		['', false],
	])('%s is an error: %p', (body, isError) => {
		expect(holdsError(body)).toBe(isError);
	});

	test('is taken for an error only up to the length that an error may have', () => {
		expect(holdsError(padded('"error_code":"A.1"', PARSED))).toBe(true);
		expect(holdsError(padded('"error_code":"A.1"', PARSED + 1))).toBe(false);
	});

	test.each([
		[{ error_code: 'A.1' }, true],
		[{ error_code: true }, true],
		[{ error_code: 0 }, true],
		[{ error_code: '' }, false],
		[{ error_code: null }, false],
		[Object.create({ error_code: 'A.1' }), false],
		[null, false],
		['error_code', false],
		[[], false],
		[undefined, false],
	])('%j is a part with an error: %p', (part, isError) => {
		expect(hasErrorCode(part)).toBe(isError);
	});
});

describe('what the headers tell', () => {
	const date = 'Thu, 15 Jan 2026 08:30:00 GMT';
	const serverDate = Date.UTC(2026, 0, 15, 8, 30);

	test.each([
		['the date of the answer', { Date: date, 'Retry-After': 'Thu, 15 Jan 2026 08:30:30 GMT' }, { serverDate, retryAfterMs: 30_000 }],
		['the local clock where there is no date', { 'Retry-After': 'Thu, 15 Jan 2026 08:30:30 GMT' }, { retryAfterMs: 20_000 }],
		['no wait where the time is over', { 'retry-after': 'Thu, 15 Jan 2026 08:30:00 GMT' }, { retryAfterMs: 0 }],
		['the first of several values', { 'RETRY-AFTER': ['3', '9'] }, { retryAfterMs: 3_000 }],
		['a number', { 'retry-after': 4 }, { retryAfterMs: 4_000 }],
		['nothing of an empty value', { 'retry-after': '', date: '' }, {}],
		['nothing of a value that is none', { 'retry-after': Infinity, date: {}, 'x-request-id': [] }, {}],
		['nothing of other headers', { 'x-retry-after': '9', 'retry-after-ms': '9', dates: date }, {}],
	])('%s', (_name, headers, expected) => {
		expect(read('', headers, { now: serverDate + 10_000 })).toEqual({ bodyKind: 'empty', ...expected });
	});

	test('a date is measured against the present where nothing else is known', () => {
		const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
		const { retryAfterMs = 0 } = read('', { 'retry-after': inAnHour });
		expect(Math.round(retryAfterMs / 60_000)).toBe(60);
	});
});

test.each([
	['limit:60,time:1 minute', { calls: 60, windowMs: 60_000 }],
	['LIMIT: 5 , TIME: 2 Seconds', { calls: 5, windowMs: 2_000 }],
	['limit:7,time:1 hour', { calls: 7, windowMs: 3_600_000 }],
	['limit:0,time:1 minute', undefined],
	['limit:1,time:1 second', { calls: 1, windowMs: 1_000 }],
	['limit:5,time:1 day', undefined],
	['limit:,time:1 minute', undefined],
	['nothing of the kind', undefined],
])('"%s" names the limit %j', (message, limit) => {
	expect(read(JSON.stringify({ error_msg: message })).limit).toEqual(limit);
});

test('code and request ID keep nothing of a known secret, and no other shape than theirs', () => {
	const ids = (code: string, id: string) => read(JSON.stringify({ error_code: code, request_id: id }), {}, { secrets: ['abcd', 'xyz'] });
	expect(ids('A.1', 'r.1:2_3-4')).toEqual({ bodyKind: 'service', errorCode: 'A.1', requestId: 'r.1:2_3-4' });
	expect(ids('1-abcd-2', 'abcd')).toEqual({ bodyKind: 'service' });
	// A secret of three characters would tear ordinary words apart.
	expect(ids('xyz', 'xyz')).toEqual({ bodyKind: 'service', errorCode: 'xyz', requestId: 'xyz' });
	expect(ids('A'.repeat(32), 'a'.repeat(36))).toEqual({ bodyKind: 'service', errorCode: 'A'.repeat(32), requestId: 'a'.repeat(36) });
	expect(ids('A'.repeat(33), 'a'.repeat(37))).toEqual({ bodyKind: 'service' });
	expect(ids('A 1', '-r')).toEqual({ bodyKind: 'service' });
});
