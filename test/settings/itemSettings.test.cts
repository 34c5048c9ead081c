import { readItemSettings } from '../../nodes/HuaweiOcr/settings/itemSettings.ts';
import { refusalOf } from '../support/refusal.cts';

const read = (options: Record<string, unknown> = {}, values: Record<string, unknown> = {}) =>
	readItemSettings({ get: (name, fallback) => (name in values ? values[name] : fallback), options: options as never });

const DEFAULTS = {
	inputType: 'binary',
	binaryPropertyName: 'data',
	url: '',
	otherFiles: 'skip',
	imageLimits: 'current',
	shrinkLargeImages: true,
	includeInputFields: false,
	keepFile: false,
	preview: false,
};

test('by themselves', () => {
	expect(read()).toStrictEqual(DEFAULTS);
});

test.each<[string, Record<string, unknown>, object]>([
	['the input as a URL', { inputType: 'url', url: 'https://example.com/a.png' }, { inputType: 'url', url: 'https://example.com/a.png' }],
	['the name of a field', { binaryPropertyName: 'scan' }, { binaryPropertyName: 'scan' }],
	['whatever an expression gave instead of a name', { binaryPropertyName: [{ data: '' }] }, { binaryPropertyName: [{ data: '' }] }],
])('parameters: %s', (_name, values, more) => {
	expect(read({}, values)).toStrictEqual({ ...DEFAULTS, ...more });
});

test.each<[Record<string, unknown>, object]>([
	[{ otherFiles: 'error' }, { otherFiles: 'error' }],
	[{ otherFiles: 'skip' }, {}],
	[{ otherFiles: null }, {}],
	[{ imageLimits: 'original' }, { imageLimits: 'original' }],
	[{ imageLimits: 'off' }, { imageLimits: 'off' }],
	[{ imageLimits: 'current' }, {}],
	[{ shrinkLargeImages: false }, { shrinkLargeImages: false }],
	[{ shrinkLargeImages: true }, {}],
	[{ pages: '2-3' }, { pages: [{ first: 2, last: 3 }] }],
	[{ pages: '*' }, { pages: 'all' }],
	[{ pages: '' }, {}],
	[{ pages: null }, {}],
	[{ ifNoText: 'nothing' }, { ifNoText: 'nothing' }],
	[{ ifNoText: 'emptyItem' }, { ifNoText: 'emptyItem' }],
	[{ ifNoText: '' }, {}],
	[{ includeInputFields: true }, { includeInputFields: true }],
	[{ includeInputFields: 'true' }, {}],
	[{ keepFile: true }, { keepFile: true }],
	[{ keepFile: 1 }, {}],
	[{ preview: true }, { preview: true }],
	[{ preview: 'true' }, {}],
	[{ enterpriseProjectId: '' }, {}],
	[{ enterpriseProjectId: null }, {}],
	[{ enterpriseProjectId: '0' }, { enterpriseProjectId: '0' }],
	[{ enterpriseProjectId: ' 0123abcd-4567-89AB-cdef-0123456789ab ' }, { enterpriseProjectId: '0123abcd-4567-89AB-cdef-0123456789ab' }],
	[{ enterpriseProjectId: 'a'.repeat(64) }, { enterpriseProjectId: 'a'.repeat(64) }],
])('option %j', (options, more) => {
	expect(read(options)).toStrictEqual({ ...DEFAULTS, ...more });
});

test.each<[Record<string, unknown>, Record<string, unknown>, string]>([
	[{}, { inputType: 'file' }, 'Correct the parameter Input Type: its expression must give one of binary, url'],
	[{ otherFiles: 'keep' }, {}, 'Correct the parameter Other Files: its expression must give one of skip, error'],
	[{ otherFiles: '' }, {}, 'Correct the parameter Other Files: its expression must give one of skip, error'],
	[{ imageLimits: 'none' }, {}, 'Correct the parameter Image Limits: its expression must give one of current, original, off'],
	[{ ifNoText: 'text' }, {}, 'Correct the parameter If No Text: its expression must give one of nothing, emptyItem'],
	[{ pages: 'all' }, {}, 'Correct the option Pages: "all" is not a page list such as 1, 2-5,8 or *'],
	...['default', 'a'.repeat(65), '0 0', 'g0', '0/', '0z', '   '].map((enterpriseProjectId): [Record<string, unknown>, Record<string, unknown>, string] => [
		{ enterpriseProjectId }, {}, 'Correct the option Enterprise Project ID: it consists of hex digits and hyphens, or is 0',
	]),
	[{ enterpriseProjectId: 0 }, {}, 'Correct the option Enterprise Project ID: it consists of hex digits and hyphens, or is 0'],
])('%j %j is refused', (options, values, message) => {
	expect(refusalOf(() => read(options, values))).toStrictEqual({ message, description: '' });
});
