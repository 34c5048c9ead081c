import { Readable } from 'node:stream';
import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { networkErrorCode, readHttpAnswer } from '../../huaweiCloud/httpAnswer.ts';

const response = (body: unknown, headers: unknown = {}): IN8nHttpFullResponse =>
	({ statusCode: 200, headers, body }) as unknown as IN8nHttpFullResponse;

/** A body that arrives in these pieces, and whether its stream was ended by who reads it. */
function streamOf(...pieces: unknown[]) {
	const seen = { ended: false };
	async function* arrive() {
		try {
			for (const piece of pieces) {
				await Promise.resolve();
				if (piece instanceof Error) throw piece;
				yield piece;
			}
		} finally {
			seen.ended = true;
		}
	}
	return { body: arrive(), seen };
}

const failing = (code: unknown) => Object.assign(new Error('broken'), { code });

describe('headers of an answer', () => {
	test('have names in lower case and texts as values; those without a value are left out', async () => {
		const headers = { 'X-Subject-Token': 'MII', 'Retry-After': 7, 'Set-Cookie': ['a', 'b'], none: undefined, nothing: null, Empty: '' };
		expect((await readHttpAnswer(response('', headers))).headers).toEqual({
			'x-subject-token': 'MII',
			'retry-after': '7',
			'set-cookie': 'a,b',
			empty: '',
		});
	});

	test.each([undefined, null])('are none where n8n gives %s', async (headers) => {
		expect(await readHttpAnswer(response('x', headers))).toEqual({ status: 200, headers: {}, body: 'x' });
	});
});

describe('the body of an answer', () => {
	test.each([
		['text', 'a é 中', 'a é 中'],
		['bytes', Buffer.from('a é 中'), 'a é 中'],
		['bytes behind a byte order mark', Buffer.from('\ufeff{"a":1}'), '{"a":1}'],
		['a byte order mark alone', Buffer.from('\ufeff'), ''],
		['no bytes', Buffer.alloc(0), ''],
		['what n8n has parsed', { error_code: 'AIS.0101' }, '{"error_code":"AIS.0101"}'],
		['a list', [1], '[1]'],
		['a number', 7, '7'],
		['nothing', undefined, ''],
		['null', null, ''],
		['false', false, ''],
	])('given as %s is a text', async (_name, body, text) => {
		expect(await readHttpAnswer(response(body))).toEqual({ status: 200, headers: {}, body: text });
	});

	test('that arrives in pieces of bytes and text, torn inside a character, is put together', async () => {
		const bytes = Buffer.from('\ufeff{"words":"中文"}');
		const { body } = streamOf(bytes.subarray(0, 1), bytes.subarray(1, 14), bytes.subarray(14), ' é', Buffer.alloc(0));
		expect((await readHttpAnswer(response(body))).body).toBe('{"words":"中文"} é');
	});

	test('that ends inside a character shows that something is missing', async () => {
		const { body } = streamOf(Buffer.from('中').subarray(0, 2));
		expect((await readHttpAnswer(response(body))).body).toBe('\ufffd');
	});

	test("of Node.js's own streams is read", async () => {
		expect((await readHttpAnswer(response(Readable.from([Buffer.from('a'), Buffer.from('b')])))).body).toBe('ab');
	});

	const MB = 1024 * 1024;

	test.each([
		['bytes', Buffer.alloc(MB, 'x'), Buffer.alloc(MB, 'y')],
		['text', 'x'.repeat(MB), 'y'.repeat(MB)],
		['text of two bytes a character', 'é'.repeat(MB / 2), 'é'.repeat(MB / 2)],
	])('may be as large as is allowed, as %s, and not a byte larger', async (_name, ...pieces) => {
		const whole = await readHttpAnswer(response(streamOf(...pieces).body), 2 * MB);
		expect(Buffer.byteLength(whole.body)).toBe(2 * MB);
		expect(whole).not.toHaveProperty('unreadable');

		const { body, seen } = streamOf(...pieces, 'z', failing('must not be read'));
		expect(await readHttpAnswer(response(body), 2 * MB)).toEqual({
			status: 200,
			headers: {},
			body: '',
			unreadable: 'it is larger than 2 MB',
		});
		expect(seen.ended).toBe(true);
	});

	test.each([
		'Z_DATA_ERROR',
		'Z_BUF_ERROR',
		'ERR__ERROR_FORMAT_PADDING_1',
		'ERR__ERROR_FORMAT_RESERVED',
		'ERR_PADDING_2',
		'ERR_BROTLI_DECODER_ERROR',
		'ZSTD_error_prefix_unknown',
	])('that cannot be unpacked (%s) is an answer all the same, since it may have been billed', async (code) => {
		const { body } = streamOf('{"result', failing(code));
		expect(await readHttpAnswer(response(body, { A: 'b' }))).toEqual({
			status: 200,
			headers: { a: 'b' },
			body: '',
			unreadable: 'it was packed in a way that does not fit its header',
		});
	});

	test.each(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'xZ_DATA_ERROR', 'Z_data', undefined, 7])(
		'that breaks off (%s) is no answer',
		async (code) => {
			const { body } = streamOf('{"result', failing(code));
			await expect(readHttpAnswer(response(body))).rejects.toMatchObject({ message: 'broken', code });
		},
	);
});

describe('the code of a network error', () => {
	test.each([
		['itself', { code: 'ECONNRESET' }, 'ECONNRESET'],
		['as httpCode', { httpCode: 'ENOTFOUND' }, 'ENOTFOUND'],
		['in the cause', { message: 'x', cause: { code: 'ETIMEDOUT' } }, 'ETIMEDOUT'],
		['as httpCode of the cause', { cause: { httpCode: 'EPROTO' } }, 'EPROTO'],
		['in the cause of the cause', { cause: { cause: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } } }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
		['behind a status', { httpCode: '502', cause: { code: 'EAI_AGAIN' } }, 'EAI_AGAIN'],
		['behind a number', { code: 502, cause: { code: 'EPIPE' } }, 'EPIPE'],
		['before that of the cause', { code: 'ECONNABORTED', cause: { code: 'EPIPE' } }, 'ECONNABORTED'],
		['of an Error', Object.assign(new Error('x', { cause: failing('CERT_HAS_EXPIRED') })), 'CERT_HAS_EXPIRED'],
		['with digits', { code: 'E2BIG' }, 'E2BIG'],
	])('is found %s', (_name, error, code) => {
		expect(networkErrorCode(error)).toBe(code);
	});

	test.each([
		undefined,
		null,
		'ECONNRESET',
		7,
		{},
		{ code: null },
		{ code: 'econnreset' },
		{ code: 'E' },
		{ code: 'ECONN RESET' },
		{ code: 'at ECONNRESET' },
		{ code: 'ECONNRESET!' },
		{ code: '1ABC' },
		{ cause: null },
		{ cause: 'ECONNRESET' },
		{ cause: { cause: null } },
	])('is not known of %j', (error) => {
		expect(networkErrorCode(error)).toBe('');
	});
});
