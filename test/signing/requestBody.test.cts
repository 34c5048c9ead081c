import { Readable } from 'node:stream';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { bodyToSign } from '../../huaweiCloud/signing/requestBody.ts';

const of = (body: unknown, rest: object = {}) => bodyToSign({ url: '/', method: 'POST', body, ...rest } as IHttpRequestOptions);
const NONE = Buffer.alloc(0);
const JSON_TYPE = 'application/json';

class Own {
	readonly a = 1;
}

describe('the bytes that are signed and sent (contract 4.4)', () => {
	test.each([
		['nothing', undefined, { body: NONE }],
		['null', null, { body: NONE }],
		['bytes', Buffer.from([0, 255]), { body: Buffer.from([0, 255]) }],
		['text', '{"a":"中"}', { body: Buffer.from('{"a":"中"}') }],
		['an empty text', '', { body: NONE }],
		['an object', { a: '中', b: [1] }, { body: Buffer.from('{"a":"中","b":[1]}'), contentType: JSON_TYPE }],
		['an object without a prototype', Object.assign(Object.create(null), { a: 1 }), { body: Buffer.from('{"a":1}'), contentType: JSON_TYPE }],
		['a list', [1, 'a'], { body: Buffer.from('[1,"a"]'), contentType: JSON_TYPE }],
		['an empty object', {}, { body: Buffer.from('{}'), contentType: JSON_TYPE }],
		['fields of a form', new URLSearchParams({ a: 'b c', d: 'é' }), {
			body: Buffer.from('a=b+c&d=%C3%A9'),
			contentType: 'application/x-www-form-urlencoded;charset=utf-8',
		}],
	])('of %s', (_kind, body, expected) => {
		expect(of(body)).toEqual(expected);
	});

	test('text is JSON only where the request says so', () => {
		expect(of('{}', { json: true })).toEqual({ body: Buffer.from('{}'), contentType: JSON_TYPE });
		expect(of('{}', { json: false })).toEqual({ body: Buffer.from('{}') });
	});

	test.each([
		['a stream', Readable.from(['a'])],
		['an object of a class', new Own()],
		['a number', 7],
		['a switch', true],
		['a map', new Map([['a', 1]])],
	])('are not known for %s, of which n8n makes bytes only later', (_kind, body) => {
		expect(of(body)).toEqual({});
	});

	test.each([
		['form', { form: { a: 1 } }],
		['formData', { formData: { a: 1 } }],
		['both', { form: { a: 1 }, formData: { a: 1 } }],
	])('are not known for a form (%s), whatever stands in the body', (_kind, rest) => {
		expect(of('text', rest)).toEqual({});
		expect(of(undefined, rest)).toEqual({});
	});

	test.each([
		['GET', true],
		['get', true],
		['HEAD', true],
		[undefined, true],
		['POST', false],
		['DELETE', false],
		['FORGET', false],
		['GETALL', false],
		['HEADER', false],
	])('are none for the empty object that n8n gives to a request without a body: %s, %p', (method, isNone) => {
		expect(of({}, { method }).body?.toString()).toBe(isNone ? '' : '{}');
		expect(of({ a: 1 }, { method }).body?.toString()).toBe('{"a":1}');
	});
});
