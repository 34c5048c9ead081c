import fc from 'fast-check';

import { readServiceFailure } from '../../huaweiCloud/errors/readFailure.ts';

const read = (body: string, headers: Record<string, unknown> = {}, status = 400) =>
	readServiceFailure({ status, headers, body });

describe('readServiceFailure', () => {
	test('flat body of OCR', () => {
		const body =
			'{"error_code":"AIS.0103","error_msg":"The image size does not meet the requirements."}';
		expect(read(body)).toEqual({
			httpStatus: 400,
			bodyKind: 'service',
			errorCode: 'AIS.0103',
			errorMsg: 'The image size does not meet the requirements.',
		});
	});

	test('gateway body and headers', () => {
		const failure = read(
			'{"error_msg":"The throttling threshold has been reached: policy user over ratelimit,limit:60,time:1 minute","error_code":"APIG.0308","request_id":"0123456789abcdef0123456789abcdef"}',
			{ 'Retry-After': '7', Date: 'Thu, 15 Jan 2026 08:30:00 GMT' },
			429,
		);
		expect(failure).toMatchObject({
			errorCode: 'APIG.0308',
			requestId: '0123456789abcdef0123456789abcdef',
			retryAfterMs: 7000,
			serverDate: Date.UTC(2026, 0, 15, 8, 30),
			limit: { calls: 60, windowMs: 60_000 },
		});
	});

	test('Keystone body of IAM', () => {
		const body =
			'{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}';
		expect(read(body, {}, 401)).toEqual({
			httpStatus: 401,
			bodyKind: 'iam',
			errorCode: '401',
			errorMsg: 'The username or password is wrong.',
		});
	});

	test('error nested in result', () => {
		expect(read('{"result":{"error_code":"AIS.0105","error_msg":"Recognition failed."}}')).toMatchObject({
			errorCode: 'AIS.0105',
			errorMsg: 'Recognition failed.',
		});
	});

	test('body that is cut off still gives its code', () => {
		expect(read('{"error_code":"AIS.0104","error_msg":"The image is not supp')).toMatchObject({
			bodyKind: 'other',
			errorCode: 'AIS.0104',
			errorMsg: 'The image is not supp',
		});
	});

	test.each([
		['<html><head><title>502 Bad Gateway</title></head></html>', 'html', '502 Bad Gateway'],
		['', 'empty', undefined],
		[' \n', 'empty', undefined],
		['null', 'other', undefined],
		['"upstream\\u0000gone"', 'other', undefined],
		['upstream gone', 'other', 'upstream gone'],
		['[1,2]', 'other', undefined],
		['{"error":"no"}', 'other', 'no'],
	])('%j', (body, bodyKind, errorMsg) => {
		const failure = read(body, {}, 502);
		expect(failure.bodyKind).toBe(bodyKind);
		expect(failure.errorMsg).toBe(errorMsg);
		expect(failure.errorCode).toBeUndefined();
	});

	test('the request ID comes from the header when the body has none, and must look like one', () => {
		expect(read('{}', { 'X-Request-Id': ['abc-1-host'] }).requestId).toBe('abc-1-host');
		expect(read('{"error_code":"A","request_id":{"a":1}}', { 'x-request-id': 'b' }).requestId).toBe('b');
		expect(read('{}', { 'x-request-id': '<script>' }).requestId).toBeUndefined();
	});

	test('names of the language itself are not fields', () => {
		expect(read('{"__proto__":{"error_code":"X.1"},"constructor":1}').errorCode).toBeUndefined();
	});

	test.each([
		'{"error_msg":"verify aksk signature fail,canonicalRequest:POST|/v2/p|host:h|x-security-token:SECRETVALUE|","error_code":"APIG.0301"}',
		'{"error_msg":"bad token MIISECRETVALUE0123456789012345678901234567890","error_code":"APIG.0301"}',
		'{"error_msg":"X-Auth-Token: SECRETVALUE is wrong","error_code":"APIG.0301"}',
		'{"error_msg":"bad {\\"password\\":\\"SECRETVALUE\\"}","error_code":"APIG.0301"}',
		'{"error_msg":"Authorization=SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=SECRETVALUE","error_code":"x"}',
		'{"error":{"message":"SECRETVALUE","code":401}}',
	])('a message keeps no secret: %s', (body) => {
		const failure = readServiceFailure({ status: 401, headers: {}, body }, { secrets: ['SECRETVALUE'] });
		expect(JSON.stringify(failure)).not.toContain('SECRETVALUE');
	});

	test('secrets that nobody named are recognised by their look', () => {
		for (const secret of ['A'.repeat(40), `MII${'a/b+'.repeat(40)}==`, 'f'.repeat(64)]) {
			const failure = read(JSON.stringify({ error_code: 'A.1', error_msg: `bad ${secret} sent` }));
			expect(failure.errorMsg).toBe('bad … sent');
		}
		const project = 'project 0123456789abcdef0123456789abcdef at /v2/0123456789abcdef0123456789abcdef/ocr';
		expect(read(JSON.stringify({ error_msg: project })).errorMsg).toBe(project);
	});

	test('a message of a megabyte becomes 500 characters', () => {
		const failure = read(JSON.stringify({ error_code: 'A.1', error_msg: 'so sad '.repeat(30_000) }));
		expect(failure.errorMsg).toHaveLength(500);
	});

	test('is quick and quiet with hostile bodies', () => {
		for (const body of ['['.repeat(200_000), '{"result":'.repeat(20_000), '"'.repeat(300_000)]) {
			expect(read(body).httpStatus).toBe(400);
		}
	});

	test('never throws and stays small, whatever arrives', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.anything().map((value) => JSON.stringify(value) ?? '')),
				fc.dictionary(fc.string(), fc.anything()),
				fc.integer(),
				(body, headers, status) => {
					const failure = readServiceFailure({ status, headers, body });
					expect(JSON.stringify(failure).length).toBeLessThan(2500);
				},
			),
			{ numRuns: 2000 },
		);
	});
});
