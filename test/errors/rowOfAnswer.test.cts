import { explain, fill, type Situation } from '../../huaweiCloud/errors/explain.ts';
import type { BodyKind, ServiceFailure } from '../../huaweiCloud/errors/types.ts';

const failure = (httpStatus: number, bodyKind: BodyKind, errorMsg?: string, errorCode?: string): ServiceFailure => ({
	httpStatus,
	bodyKind,
	...(errorMsg !== undefined && { errorMsg }),
	...(errorCode !== undefined && { errorCode }),
});

const OCR: Situation = { call: 'ocr', operation: 'General Text' };
const LOGIN: Situation = { call: 'login', host: 'iam.example.com' };

describe('an answer to a login that is not of IAM', () => {
	const SAYS = /does not answer like Huawei Cloud IAM/;

	test.each([
		[200, 'html', true],
		[401, 'empty', true],
		[403, 'other', true],
		[499, 'html', true],
		[500, 'html', false],
		[502, 'html', false],
		[429, 'html', false],
		[408, 'html', false],
		[401, 'iam', false],
		[403, 'service', false],
	] as Array<[number, BodyKind, boolean]>)('HTTP %i with a body of the kind %s tells so: %p', (status, kind, tells) => {
		expect(SAYS.test(explain(failure(status, kind), LOGIN).message)).toBe(tells);
	});
});

describe('what IAM says counts as the verdict on a login', () => {
	const LOCKED = 'The account is locked.';

	test.each([
		[400, true],
		[401, true],
		[499, true],
		[399, false],
		[408, false],
		[429, false],
		[500, false],
		[503, false],
	])('with HTTP %i: %p', (status, counts) => {
		expect(explain(failure(status, 'iam', LOCKED), LOGIN).row.variant === 'user locked').toBe(counts);
	});

	test('only for a login', () => {
		expect(explain(failure(401, 'iam', LOCKED), OCR).row.variant).toBeUndefined();
	});

	test('before its code, and a code that asks for a new token says nothing', () => {
		expect(explain(failure(401, 'service', LOCKED, 'IAM.0082'), LOGIN).row.variant).toBe('user locked');
		expect(explain(failure(403, 'service', 'new', 'IAM.0082'), LOGIN).row.code).toBe('IAM.0082');
		const refresh = explain(failure(401, 'service', 'new', 'APIG.0307'), LOGIN);
		expect([refresh.verdict, refresh.row.family]).toEqual(['no', 'login']);
	});

	test('a status that asks for a new token is no reason for another login either', () => {
		expect(explain(failure(401, 'iam'), LOGIN).verdict).toBe('no');
		expect(explain(failure(401, 'empty'), OCR).verdict).toBe('refresh');
	});
});

describe('a clock that is wrong', () => {
	const refused = failure(401, 'service', 'Incorrect IAM authentication information: verify aksk signature fail', 'APIG.0301');
	const serverDate = Date.UTC(2026, 0, 15);
	const LIMIT = 15 * 60_000;

	test.each([
		[LIMIT, false],
		[LIMIT + 1, true],
		[-LIMIT, false],
		[-LIMIT - 1, true],
		[0, false],
	])('is told where it is off by %i ms: %p', (off, isTold) => {
		const { message } = explain({ ...refused, serverDate }, { ...OCR, now: serverDate + off });
		expect(message.startsWith('Set the clock')).toBe(isTold);
	});

	test.each([
		['the time of the answer', refused, { ...OCR, now: serverDate }],
		['the local time', { ...refused, serverDate }, OCR],
		['both', refused, OCR],
	])('is not told where %s is not known', (_name, answer, situation) => {
		expect(explain(answer, situation).message).toMatch(/^Correct the secret access key/);
	});
});

describe('what the service said', () => {
	test.each([
		[failure(400, 'service', 'Bad image.', 'AIS.0102'), 'Huawei Cloud OCR answered HTTP 400, AIS.0102: Bad image.'],
		[failure(400, 'service', undefined, 'AIS.0102'), 'Huawei Cloud OCR answered HTTP 400, AIS.0102'],
		[failure(400, 'other', 'gone'), 'Huawei Cloud OCR answered HTTP 400, gone'],
		[failure(503, 'empty'), 'Huawei Cloud OCR answered HTTP 503'],
		[failure(401, 'iam', 'no', '401'), 'Huawei Cloud OCR answered HTTP 401, no'],
		[failure(401, 'iam', undefined, '401'), 'Huawei Cloud OCR answered HTTP 401'],
	])('is quoted once: %j', (answer, quoted) => {
		for (const [situation, who] of [[OCR, 'Huawei Cloud OCR'], [LOGIN, 'IAM']] as const) {
			const said = quoted.replace('Huawei Cloud OCR', who);
			const begins = (text: string) => text.slice(text.lastIndexOf(`${who} answered`));
			expect(begins(explain(answer, situation).description)).toBe(said);
			expect(begins(explain({ ...answer, requestId: 'r-1' }, situation).description)).toBe(`${said}, request ID r-1`);
		}
	});

	test('goes on to the transport: code, status, request ID and the wait', () => {
		const told = explain({ ...failure(503, 'service', 'x', 'X.1'), requestId: 'r-1', retryAfterMs: 7_000 }, OCR);
		expect(told).toMatchObject({ errorCode: 'X.1', httpStatus: 503, requestId: 'r-1', retryAfterMs: 7_000 });
		const bare = explain(failure(503, 'empty'), OCR);
		for (const name of ['errorCode', 'requestId', 'retryAfterMs', 'limit']) expect(bare).not.toHaveProperty(name);
		expect(bare.httpStatus).toBe(503);
	});

	test('has the code of the node where a result cannot be read', () => {
		expect(explain(failure(200, 'empty'), OCR).errorCode).toBe('Node.UnreadableAnswer');
	});
});

test.each([
	[199, 'unknown'],
	[200, 'Node.UnreadableAnswer'],
	[299, 'Node.UnreadableAnswer'],
	[300, 'unknown'],
	[499, 'unknown'],
	[500, '500'],
	[599, '500'],
])('a status of %i without a code is explained as %s', (status, code) => {
	expect(explain(failure(status, 'empty'), OCR).row.code).toBe(code);
});

test('a message is what tells rows of one code apart; without one the general row counts', () => {
	const told = (text?: string) => explain(failure(401, 'service', text, 'APIG.0301'), OCR).row.variant;
	expect(told('Incorrect IAM authentication information: decrypt token fail')).toBe('token damaged');
	expect(told()).toBeUndefined();
});

describe('the test of a credential', () => {
	const probe = (freshToken?: boolean): Situation => ({ call: 'probe', operation: 'General Text', host: 'ocr.example.com', ...(freshToken !== undefined && { freshToken }) });

	test('tells of an answer without a code that it is not of the service, whatever its status', () => {
		for (const status of [200, 401, 403, 500]) {
			expect(explain(failure(status, 'html'), probe()).message).toContain('ocr.example.com does not answer like Huawei Cloud OCR');
			expect(explain(failure(status, 'html'), OCR).message).not.toContain('does not answer like');
		}
	});

	test('says that a token that is refused at once does not fit, and only then', () => {
		const refused = failure(401, 'service', 'x', 'APIG.0307');
		expect(explain(refused, probe(true)).verdict).toBe('no');
		expect(explain(refused, probe(false)).verdict).toBe('refresh');
		expect(explain(refused, probe()).verdict).toBe('refresh');
		expect(explain(failure(403, 'service', 'x', 'ModelArts.4203'), probe(true)).row.code).toBe('ModelArts.4203');
	});

	test('has words of its own for what is not subscribed; a call has others', () => {
		const unsubscribed = failure(400, 'service', 'x', 'ModelArts.4204');
		expect(explain(unsubscribed, { ...probe(), holds: 'keys' }).message).toMatch(/^The keys are right, but General Text/);
		expect(explain(unsubscribed, { ...probe(), holds: 'login' }).message).toMatch(/^The login is right/);
		expect(explain(unsubscribed, OCR).message).toMatch(/^Subscribe to General Text/);
	});
});

test.each([
	[{ call: 'ocr' }, 'The operation|OCR Endpoint|it|such project|login is'],
	[{ call: 'login' }, 'The login|IAM Endpoint|it|such project|login is'],
	[{ call: 'probe', operation: 'a $& b', host: '$1', project: "$'", holds: 'keys' }, "A $& b|OCR Endpoint|$1|$'|keys are"],
] as Array<[Situation, string]>)('the names of a situation are put into a text as they are: %j', (situation, text) => {
	expect(fill('{operation}|{endpoint}|{host}|{project}|{proof}', situation)).toBe(text);
	expect(fill('x {host} {host}', { call: 'ocr', host: 'h' })).toBe('X h h');
});

test('a failure without an answer has a code of the node and no status', () => {
	const told = explain({ networkCode: 'enotfound' }, LOGIN);
	expect(told.errorCode).toBe('Node.HostNotFound');
	expect(told.message).toContain('iam.example.com');
	expect(told.message).not.toMatch(/\.$/);
	expect(told).not.toHaveProperty('httpStatus');
	expect(explain({ networkCode: 'E_NEVER_HEARD_OF' }, LOGIN).errorCode).toBe('Node.NetworkError');
});
