import type { IExecuteFunctions } from 'n8n-workflow';

import { itemParameters } from '../../nodes/HuaweiOcr/settings/itemParameters.ts';
import { readJsonObject } from '../../nodes/HuaweiOcr/settings/jsonObject.ts';
import { readNodeSettings } from '../../nodes/HuaweiOcr/settings/nodeSettings.ts';
import { parsePages } from '../../nodes/HuaweiOcr/settings/pages.ts';
import { chosenOf, isEmpty, oneOf, toBoolean, toNumber } from '../../nodes/HuaweiOcr/settings/values.ts';
import { refusalOf as refusal } from '../support/refusal.cts';

function refusalOf(read: () => unknown): [message: string, description: string] {
	const { message, description } = refusal(read);
	return [message, description];
}

describe('one of several values', () => {
	test.each(['red', 'blue'])('%s is one', (value) => {
		expect(oneOf('Colour', value, ['red', 'blue'])).toBe(value);
	});

	test.each([['green'], ['Red'], [''], [undefined], [null], [['red']]])('%j is none', (value) => {
		expect(refusalOf(() => oneOf('Colour', value, ['red', 'blue']))).toStrictEqual(['Correct the parameter Colour: its expression must give one of red, blue', '']);
	});
});

describe('a choice of the panel', () => {
	const choices = [{ value: 'a', name: 'First' }, { value: 'b', name: 'Second' }];

	test('is found by its value', () => {
		expect(chosenOf('Operation', 'b', choices, 'Seal')).toBe(choices[1]);
	});

	test('of another resource is refused, with what there is', () => {
		expect(refusalOf(() => chosenOf('Operation', 'c', choices, 'Seal'))).toStrictEqual([
			'Choose Operation again: Seal does not offer the one that is set',
			'Seal has First (a), Second (b).',
		]);
	});
});

describe('true or false', () => {
	test.each<[unknown, boolean]>([[true, true], ['true', true], [false, false], ['false', false]])('%j', (value, read) => {
		expect(toBoolean('Preview', value)).toBe(read);
	});

	test.each([['yes'], [1], [0], [''], [undefined], [null], ['TRUE']])('%j is neither', (value) => {
		expect(refusalOf(() => toBoolean('Preview', value))).toStrictEqual(['Correct the option Preview: its expression must give true or false', '']);
	});
});

describe('a number within bounds', () => {
	test.each<[unknown, number]>([
		[4, 4],
		['4', 4],
		[' 4.5 ', 4.5],
		[2, 2],
		[9, 9],
		[1, 2],
		['-3', 2],
		[10, 9],
		['1e3', 9],
		// Nothing was given: the fallback, not 0.
		[undefined, 5],
		[null, 5],
		['', 5],
		['  ', 5],
		[true, 5],
		[[4], 5],
		[{}, 5],
		['four', 5],
		[NaN, 5],
		[Infinity, 5],
		['Infinity', 5],
	])('%j is read as %d', (value, read) => {
		expect(toNumber(value, 5, 2, 9)).toBe(read);
	});
});

test.each<[unknown, boolean]>([[undefined, true], [null, true], ['', true], [0, false], [false, false], [' ', false], [[], false]])('%j is blank: %p', (value, blank) => {
	expect(isEmpty(value)).toBe(blank);
});

describe('a JSON object', () => {
	const MOST = 65_536;
	const refused = (value: unknown) => refusalOf(() => readJsonObject('the option Extras', value));
	const MESSAGE = 'Correct the option Extras: it must be a JSON object such as {"side": "front"}, of at most 65536 characters';
	const holdingItself = (): object => {
		const value: Record<string, unknown> = {};
		value.self = value;
		return value;
	};

	test.each<[unknown, object]>([
		['{"side": "front"}', { side: 'front' }],
		[{ side: 'front' }, { side: 'front' }],
		['', {}],
		['  \n', {}],
		['{}', {}],
		[{}, {}],
	])('%j', (value, object) => {
		expect(readJsonObject('the option Extras', value)).toStrictEqual(object);
	});

	test.each([['{"side"'], ['side'], ['[1]'], [[1]], ['null'], [null], [undefined], [7], ['7'], ['"front"'], [true]])('%j is none', (value) => {
		expect(refused(value)).toStrictEqual([MESSAGE, '']);
	});

	test('one that holds itself is none', () => {
		expect(refused(holdingItself())).toStrictEqual([MESSAGE, '']);
	});

	test('one as long as it may be, and one a character longer, as text and as object', () => {
		const object = (length: number) => ({ a: 'x'.repeat(length - 8) });
		expect(JSON.stringify(object(MOST))).toHaveLength(MOST);
		for (const value of [object(MOST), JSON.stringify(object(MOST))]) expect(readJsonObject('the option Extras', value)).toStrictEqual(object(MOST));
		for (const value of [object(MOST + 1), JSON.stringify(object(MOST + 1))]) expect(refused(value)).toStrictEqual([MESSAGE, '']);
		// Blanks count in a text, since it is not parsed beyond that length.
		expect(refused(`{"a":1}${' '.repeat(MOST)}`)).toStrictEqual([MESSAGE, '']);
	});
});

/** n8n with these parameters, whichever item is asked for. */
function context(values: Record<string, unknown>): IExecuteFunctions {
	return { getNodeParameter: (name: string, index: number, fallback: unknown) => (name === 'index' ? index : (values[name] ?? fallback)) } as unknown as IExecuteFunctions;
}

describe('settings of the whole run', () => {
	const read = (options: object, values: object = {}) => readNodeSettings(context({ options, ...values }));
	const DEFAULTS = { credentialType: 'huaweiOcrApi', maxConcurrency: 5, requestsPerSecond: 0, maxRetries: 3, timeout: 60_000 };

	test('by themselves', () => {
		expect(read({})).toStrictEqual(DEFAULTS);
		expect(readNodeSettings(context({}))).toStrictEqual(DEFAULTS);
	});

	test.each<[object, object]>([
		[{ maxConcurrency: 12 }, { maxConcurrency: 12 }],
		[{ maxConcurrency: 2.9 }, { maxConcurrency: 2 }],
		[{ maxConcurrency: 0 }, { maxConcurrency: 1 }],
		[{ maxConcurrency: 1_000 }, { maxConcurrency: 100 }],
		[{ requestsPerSecond: 0.5 }, { requestsPerSecond: 0.5 }],
		[{ requestsPerSecond: -1 }, { requestsPerSecond: 0 }],
		[{ requestsPerSecond: 5_000 }, { requestsPerSecond: 1_000 }],
		[{ maxRetries: 0 }, { maxRetries: 0 }],
		[{ maxRetries: 1.5 }, { maxRetries: 1 }],
		[{ maxRetries: 99 }, { maxRetries: 10 }],
		[{ timeout: 5 }, { timeout: 1_000 }],
		[{ timeout: 90_000 }, { timeout: 90_000 }],
		[{ timeout: 9_000_000 }, { timeout: 600_000 }],
		[{ maxCalls: 7 }, { maxCalls: 7 }],
		[{ maxCalls: 7.9 }, { maxCalls: 7 }],
		[{ maxCalls: 0 }, {}],
		[{ maxCalls: -4 }, {}],
		[{ maxCalls: 0.5 }, {}],
		[{ maxCalls: 2_000_000 }, { maxCalls: 1_000_000 }],
		[{ maxCalls: '' }, {}],
	])('%j', (options, more) => {
		expect(read(options)).toStrictEqual({ ...DEFAULTS, ...more });
	});

	test('the credential follows from Authentication', () => {
		expect(read({}, { authentication: 'accessKey' })).toStrictEqual({ ...DEFAULTS, credentialType: 'huaweiOcrAkSkApi' });
		expect(read({}, { authentication: 'iamLogin' })).toStrictEqual(DEFAULTS);
		expect(refusalOf(() => read({}, { authentication: 'password' }))).toStrictEqual(['Correct the parameter Authentication: its expression must give one of iamLogin, accessKey', '']);
	});
});

describe('parameters of an item', () => {
	test('are asked for when they are needed, of that item', () => {
		const parameters = itemParameters(context({ url: 'https://example.com' }), 4);
		expect([parameters.get('url', ''), parameters.get('missing', 'fallback'), parameters.get('index', 0)]).toStrictEqual(['https://example.com', 'fallback', 4]);
	});

	test.each<[unknown, object]>([[{ preview: true }, { preview: true }], [undefined, {}], ['none', {}], [7, {}]])('Options %j are read as %j', (options, read) => {
		expect(itemParameters(context({ options }), 0).options).toStrictEqual(read);
	});

	test('Options that an expression made null are none', () => {
		const nothing = { getNodeParameter: () => null } as unknown as IExecuteFunctions;
		expect(itemParameters(nothing, 0).options).toStrictEqual({});
	});
});

describe('Pages', () => {
	test.each<[unknown, unknown]>([
		['*', 'all'],
		[' * ', 'all'],
		['1', [{ first: 1, last: 1 }]],
		[3, [{ first: 3, last: 3 }]],
		['2-5,8', [{ first: 2, last: 5 }, { first: 8, last: 8 }]],
		['4-', [{ first: 4 }]],
		['2 – 5、8;9', [{ first: 2, last: 5 }, { first: 8, last: 8 }, { first: 9, last: 9 }]],
		['2—5', [{ first: 2, last: 5 }]],
		['２～５，８', [{ first: 2, last: 5 }, { first: 8, last: 8 }]],
		[',3,', [{ first: 3, last: 3 }]],
		['7-7', [{ first: 7, last: 7 }]],
		['10000', [{ first: 10_000, last: 10_000 }]],
	])('%j', (value, selection) => {
		expect(parsePages(value)).toStrictEqual(selection);
	});

	test.each(['', ',', '0', '0-3', '5-2', '10001', '1-10001', '123456', 'a', '1-2-3', '-3', '1.5', '**', '1,x', 'x1', '1x'])('"%s" is no list of pages', (value) => {
		expect(refusalOf(() => parsePages(value))).toStrictEqual([`Correct the option Pages: "${value}" is not a page list such as 1, 2-5,8 or *`, '']);
	});

	test.each([[null], [undefined]])('%j is none either', (value) => {
		expect(refusalOf(() => parsePages(value))[0]).toMatch(/^Correct the option Pages: ""/);
	});

	test('a long text is not repeated as a whole', () => {
		expect(refusalOf(() => parsePages('x'.repeat(50)))[0]).toMatch(/^Correct the option Pages: "x{40}" is not/);
	});
});
