import type { INode } from 'n8n-workflow';

import { OcrError, type OcrErrorDetails } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import { toErrorItem, toNodeError } from '../../nodes/HuaweiOcr/errors/reportError.ts';

const node: INode = { id: '1', name: 'OCR', type: 'x.huaweiOcr', typeVersion: 1, position: [0, 0], parameters: {} };

const fail = (details: OcrErrorDetails = {}) => new OcrError('Convert the file to JPG or PNG', 'It is no image.', details);

/** Names of files that people have, and what may be seen of them in a message. */
const NAMES: Array<[string, string]> = [
	...[
		'FirePermit.png', 'RemoteAccess.png', 'building-permits.pdf', 'eperm.jpg', 'EACCES', 'enoent.tif', 'hotel-reexist.png',
		'connection etimedout.png', 'scan econnrefused 2.png', 'Econnreset.webp', 'getaddrinfo.bmp', 'enotfound.png', 'eisdir.png',
		'ENOTDIR.png', 'eai_again.png', 'ehostunreach.png', 'econnaborted.png', 'eaddrnotavail.png', 'erraddrinuse.png', 'Permeeperm.png',
		'报销单 eperm.png', 'naïve résumé.png',
	].map((name): [string, string] => [name, name]),
	['line\nbreak.png', 'line break.png'],
	['tab\there.png', 'tab here.png'],
	['bell\u0007and escape\u001b[31m.png', 'bell and escape [31m.png'],
	['gnp.\u202escan', 'gnp. scan'],
	['mark\u200f.png', 'mark .png'],
	['isolate\u2066x\u2069.png', 'isolate x .png'],
	['zero\u200bwidth.png', 'zero width.png'],
	[`${'a'.repeat(300)}.png`, `${'a'.repeat(119)}…`],
	[`${'😀'.repeat(300)}.png`, `${'😀'.repeat(119)}…`],
];

describe.each([
	['an own error', {}],
	['an error of the service', { httpStatus: 400, errorCode: 'AIS.0102' }],
	['an error without a code', { httpStatus: 503 }],
])('%s', (_name, details) => {
	test.each(NAMES)('keeps message, file and item for %j', (source, shown) => {
		const place = { itemIndex: 3, source };
		const code = 'errorCode' in details ? ' [AIS.0102]' : '';
		const message = `Convert the file to JPG or PNG ("${shown}", item 3)${code}`;
		const error = toNodeError(node, fail(details), place);
		expect(error.message).toBe(message);
		expect(error.description).toBe('It is no image.');
		expect(error.context.itemIndex).toBe(3);
		expect(toErrorItem(node, fail(details), place, {}).json.error).toBe(message);
		const item = toErrorItem({ ...node, onError: 'continueErrorOutput' }, fail(details), place, {});
		expect((item as { error?: Error }).error?.message).toBe(message);
	});
});

test('what a message or description brings along stands on one line and ends somewhere', () => {
	const error = toNodeError(node, new OcrError(`a\nb\u202e${'c'.repeat(5_000)}`, `d\r\ne${'f'.repeat(5_000)}`), { itemIndex: 0 });
	expect(error.message).toMatch(/^a b c+… \(item 0\)$/);
	expect(error.message.length).toBeLessThan(700);
	expect(error.description).toMatch(/^d ef+…$/);
	expect(error.description?.length).toBeLessThanOrEqual(2_000);
});

test('the query of a URL is left out', () => {
	const place = { itemIndex: 0, source: 'https://bucket.example.com/a.png?Signature=secret' };
	expect(toNodeError(node, fail(), place).message).toContain('"https://bucket.example.com/a.png?…"');
});

test.each([
	[{ failure: 'rate-limited', retryAfterMs: 5_000 }, { cause: 'rate-limited', retryAfterMs: 5_000 }],
	[{ failure: 'temporarily-unavailable', httpStatus: 503 }, { cause: 'temporarily-unavailable' }],
	[{ failure: 'credential-invalid', retryAfterMs: 5_000 }, { cause: 'credential-invalid' }],
	[{ failure: 'configuration-invalid', httpStatus: 400 }, { cause: 'configuration-invalid' }],
	[{}, undefined],
] as Array<[OcrErrorDetails, unknown]>)('n8n is told why: %j', (details, failure) => {
	expect((toNodeError(node, fail(details), { itemIndex: 0 }) as { failure?: unknown }).failure).toEqual(failure);
});

test('says how much had been read before', () => {
	expect(toNodeError(node, fail(), { itemIndex: 0 }, 1).description).toMatch(/^It is no image\. 1 other image or page was read before/);
	expect(toNodeError(node, fail(), { itemIndex: 0 }, 0).description).toBe('It is no image.');
});
