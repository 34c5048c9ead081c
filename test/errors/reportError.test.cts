import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

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
	expect((toNodeError(node, fail(details), { itemIndex: 0 }) as { failure?: unknown }).failure).toStrictEqual(failure);
});

test('says how much had been read before', () => {
	expect(toNodeError(node, fail(), { itemIndex: 0 }, 1).description).toMatch(/^It is no image\. 1 other image or page was read before/);
	expect(toNodeError(node, fail(), { itemIndex: 0 }, 0).description).toBe('It is no image.');
});

describe('the text beside a message', () => {
	const described = (recognised?: number, description = 'It is no image.') => toNodeError(node, new OcrError('Do this', description), { itemIndex: 0 }, recognised).description;
	const KEEP = 'set On Error to "Continue" in the node\'s settings to keep such results.';

	test.each<[number | undefined, string]>([
		[undefined, 'It is no image.'],
		[0, 'It is no image.'],
		[1, `It is no image. 1 other image or page was read before and is lost with this error: ${KEEP}`],
		[4, `It is no image. 4 other images or pages were read before and are lost with this error: ${KEEP}`],
	])('%j read before', (recognised, description) => {
		expect(described(recognised)).toBe(description);
	});

	test('is that of the documents read before alone where the error has none', () => {
		expect(described(1, '')).toBe(`1 other image or page was read before and is lost with this error: ${KEEP}`);
		expect(described(undefined, '')).toBe('');
	});
});

describe('where it happened', () => {
	test.each([
		[{ itemIndex: 2 }, 'Do this (item 2)'],
		[{ itemIndex: 0, source: 'a.png' }, 'Do this ("a.png", item 0)'],
		[{ itemIndex: 0, page: 4 }, 'Do this (page 4, item 0)'],
		[{ itemIndex: 1, source: 'a.pdf', page: 4 }, 'Do this ("a.pdf", page 4, item 1)'],
		[{ itemIndex: 1, source: 'HTTP://x.example/a?b=c\nd' }, 'Do this ("HTTP://x.example/a?…", item 1)'],
		[{ itemIndex: 1, source: 'what is it?.png' }, 'Do this ("what is it?.png", item 1)'],
		[{ itemIndex: 1, source: 'see https://x.example/a?b' }, 'Do this ("see https://x.example/a?b", item 1)'],
	])('%j', (place, message) => {
		expect(toNodeError(node, new OcrError('Do this'), place).message).toBe(message);
	});

	test.each([
		['AIS.0103', ' [AIS.0103]'],
		['ModelArts.4204', ' [ModelArts.4204]'],
		['APIG.0308', ' [APIG.0308]'],
		['Node.Unexpected', ''],
		['400', ''],
		['xAIS.0103', ''],
		['AIS', ''],
		[undefined, ''],
	])('the code %s stands behind it as "%s"', (errorCode, shown) => {
		expect(toNodeError(node, new OcrError('Do this', '', errorCode === undefined ? {} : { errorCode }), { itemIndex: 0 }).message).toBe(`Do this (item 0)${shown}`);
	});
});

describe('the error that n8n gets', () => {
	test('is one of an API where the service answered, with its status, code and request', () => {
		const error = toNodeError(node, fail({ httpStatus: 400, errorCode: 'AIS.0102', requestId: 'r-1' }), { itemIndex: 3 });
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({ httpCode: '400', context: { itemIndex: 3 }, messages: [] });
		expect((error as NodeApiError).errorResponse).toMatchObject({ error_code: 'AIS.0102', request_id: 'r-1' });
	});

	test('and of the node itself where it did not', () => {
		const error = toNodeError(node, fail({ errorCode: 'Node.NoImage' }), { itemIndex: 3 });
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ context: { itemIndex: 3 }, messages: [] });
		expect((error as { failure?: unknown }).failure).toBeUndefined();
	});

	test.each(['rate-limited', 'temporarily-unavailable', 'quota-exhausted'] as const)('%s passes, after the wait that the service asks for', (failure) => {
		expect(toNodeError(node, fail({ failure, retryAfterMs: 5_000 }), { itemIndex: 0 })).toMatchObject({ failure: { cause: failure, retryAfterMs: 5_000 } });
		expect((toNodeError(node, fail({ failure }), { itemIndex: 0 }) as { failure?: unknown }).failure).toStrictEqual({ cause: failure });
	});
});

describe('the item of a failed document', () => {
	test('has all that is known, behind the fields of the input', () => {
		const details = { httpStatus: 400, errorCode: 'AIS.0102', requestId: 'r-1' };
		expect(toErrorItem(node, fail(details), { itemIndex: 2, source: 'a.pdf', page: 3 }, { order: 7, page: 'mine' })).toStrictEqual({
			json: {
				order: 7,
				page: 3,
				error: 'Convert the file to JPG or PNG ("a.pdf", page 3, item 2) [AIS.0102]',
				errorDescription: 'It is no image.',
				errorCode: 'AIS.0102',
				httpStatus: 400,
				requestId: 'r-1',
				source: 'a.pdf',
			},
			pairedItem: { item: 2 },
		});
	});

	test('has nothing of what is not known', () => {
		expect(toErrorItem(node, new OcrError('Do this'), { itemIndex: 0 }, {})).toStrictEqual({ json: { error: 'Do this (item 0)' }, pairedItem: { item: 0 } });
	});

	test('carries an error for the error output that is not copied, and only there', () => {
		const item = toErrorItem({ ...node, onError: 'continueErrorOutput' }, fail(), { itemIndex: 0 }, {});
		expect(Object.getOwnPropertyDescriptor(item, 'error')).toMatchObject({ enumerable: false, writable: true, configurable: true });
		expect(Object.keys(item)).toStrictEqual(['json', 'pairedItem']);
		for (const onError of [undefined, 'continueRegularOutput', 'stopWorkflow'] as const) {
			expect(toErrorItem({ ...node, ...(onError ? { onError } : {}) }, fail(), { itemIndex: 0 }, {})).not.toHaveProperty('error');
		}
	});
});
