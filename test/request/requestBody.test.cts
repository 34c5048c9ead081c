import { randomBytes } from 'node:crypto';

import { requestBody } from '../../nodes/HuaweiOcr/request/requestBody.ts';

test.each([0, 1, 2, 3, 1000, 65_537])('an image of %i bytes arrives whole', (length) => {
	const image = randomBytes(length);
	const body = JSON.parse(requestBody({ image }, 'image', {}).toString('utf8')) as { image: string };
	expect(Object.keys(body)).toEqual(['image']);
	expect(Buffer.from(body.image, 'base64')).toEqual(image);
});

test('only the switches that were set are sent, as JSON booleans', () => {
	const body = requestBody({ image: Buffer.from('x') }, 'image', { detect_direction: false, quick_mode: true });
	expect(body.toString()).toBe('{"image":"eA==","detect_direction":false,"quick_mode":true}');
});

test('a URL is sent as it is', () => {
	const body = requestBody({ url: 'https://example.com/"a".png' }, 'image', { language: 'zh' });
	expect(body.toString()).toBe(String.raw`{"url":"https://example.com/\"a\".png","language":"zh"}`);
});

test('operations that call the file "data" get it under that name', () => {
	expect(requestBody({ image: Buffer.from('x') }, 'data', { kv: true }).toString()).toBe('{"data":"eA==","kv":true}');
});
