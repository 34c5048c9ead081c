import { readServiceFailure } from '../../huaweiCloud/errors/readFailure.ts';
import { isFreeOfSecrets, redact } from '../../huaweiCloud/errors/redact.ts';

const TOKEN = `MII${'abcDEF12+/3456xyzQ'.repeat(20)}==`;
const SECRET = 'p&ss "word"+1/é';

const html = (text: string) => [...text].map((c) => (/\w/.test(c) ? c : `&#${c.codePointAt(0)};`)).join('');
const hex = (text: string) => [...text].map((c) => (/\w/.test(c) ? c : `&#x${c.codePointAt(0)?.toString(16)};`)).join('');
const named = (text: string) => text.replaceAll('&', '&amp;').replaceAll('+', '&plus;').replaceAll('/', '&sol;').replaceAll('=', '&equals;').replaceAll('"', '&quot;');
const form = (text: string) => new URLSearchParams({ a: text }).toString().slice(2);
const json = (text: string) => [...text].map((c) => (/\w/.test(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('');

const ECHOES: Array<[string, (text: string) => string]> = [
	['as it is', (text) => text],
	['as HTML', html],
	['as HTML in hexadecimal', hex],
	['as HTML by names', named],
	['in a form', form],
	['in an address', encodeURIComponent],
	['in a form, twice', (text) => form(form(text))],
	['in JSON', json],
	['in JSON as usual', (text) => JSON.stringify(text).slice(1, -1)],
	['in JSON with its slashes escaped', (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/')],
];

describe.each(ECHOES)('an echo %s', (_name, echo) => {
	test('shows nothing of a token, known or not', () => {
		for (const secrets of [[], [TOKEN]]) {
			const shown = redact(`Bad request: ${echo(TOKEN)} was sent`, secrets);
			expect(shown).toContain('…');
			expect(shown).not.toMatch(/abcDEF12|3456xyz/);
		}
	});

	test('shows nothing of a known password', () => {
		const shown = redact(`Login: ${echo(SECRET)} is wrong`, [SECRET]);
		expect(shown).not.toContain('word');
		expect(shown).toMatch(/^Login: … is wrong$/);
	});
});

describe.each(ECHOES)('an echo %s', (_name, echo) => {
	test.each(['990101199901011239', '99010119990101123X', '990101 19990101 123x', '6299990000471147113', '6299 9900 0047 1147 113', '6299-9900-0047-1147'])(
		'shows no number of a card: %s',
		(number) => {
			const shown = redact(`号码${echo(number)}, not read`);
			expect(shown).toMatch(/^号码…, not read$/);
		},
	);
});

test.each([
	'The image size does not meet the requirements.',
	'100% of 2 &amp; 3 <b>x</b>',
	'Could not find project: cn-north-4.',
	'Valid from 2026-11-22 2026-11-23 10:00:00, at 20261122100000, for 1700000000000 ms, up to 8192 8192 px',
	'Request 0123456789abcdef0123456789abcdef failed',
	'Incorrect IAM authentication information: token expires, expires_at: 2020-01-04T09:05:22.701000Z',
])('%j stays as it is', (text) => {
	expect(redact(text, [SECRET])).toBe(text);
});

test('what escapes hide does not become markup', () => {
	expect(redact(`&lt;script&gt;${html(TOKEN)}&lt;/script&gt;`)).not.toMatch(/[<>]/);
});

test('what escapes hide is shown without them, with a blank for each sign of markup', () => {
	expect(redact(`a&lt;b&gt;${form(TOKEN)}&lt;/b&gt;c`)).toBe('a b … /b c');
	expect(redact(`<i>${form(TOKEN)}</i>`)).toBe('i … /i');
});

test('escapes that hide nothing stay, also beside a secret', () => {
	expect(redact('a &amp; b token=xyz')).toBe('a &amp; b token=…');
	expect(redact('is pass%20word ok', ['pass%20word'])).toBe('is … ok');
});

test.each(['&#1114112;', '&#x110000;', '&#9999999;', '&unknown;', '%zz', '%ff', '\\u12'])('%s is no escape and does no harm', (text) => {
	expect(redact(`a ${text} token=xyz`)).toBe(`a ${text} token=…`);
	// Where something else is hidden, it stays as well.
	expect(redact(`${text} ${html(TOKEN)}`)).toMatch(new RegExp(`^${text.replace('\\', '\\\\')} …$`));
});

test.each([
	['say abc', ['abc'], 'say abc'],
	['say abcd', ['abcd'], 'say …'],
	['say abcd efgh abcd', ['abcd', 'efgh'], 'say … … …'],
	['a+b+c+d', ['a b c d'], '…'],
])('of "%s" and the secrets %j, this is shown: %s', (text, secrets, shown) => {
	expect(redact(text, secrets)).toBe(shown);
	expect(isFreeOfSecrets(text, secrets)).toBe(text === shown || text.includes('+'));
});

test.each([
	['a'.repeat(39), 'a'.repeat(39)],
	['a'.repeat(40), '…'],
	['verify aksk signature fail, canonicalRequest:POST\n/v2/p', 'verify aksk signature fail'],
])('%j is shown as %j', (text, shown) => {
	expect(redact(text)).toBe(shown);
});

test.each([
	[500, 500, false],
	[501, 500, true],
	[9_000, 500, true],
])('of %i characters %i are shown, cut off: %p', (length, most, isCut) => {
	const shown = redact('ab '.repeat(length / 3 + 1).slice(0, length - 1).concat('.'));
	expect([shown.length, shown.endsWith('…')]).toEqual([most, isCut]);
});

test('what stands behind ten thousand characters is not looked at', () => {
	expect(redact(`${' '.repeat(9_996)}seen`)).toBe('seen');
	expect(redact(`${' '.repeat(10_000)}unseen`)).toBe('');
});

test('marks that turn the direction of writing, and controls, are taken out', () => {
	expect(redact('a\u202eb\u0007c\nd')).toBe('a b c d');
});

const failureOf = (body: unknown, headers: Record<string, string> = {}) =>
	readServiceFailure({ status: 400, headers, body: JSON.stringify(body) }, { secrets: ['hunter22', TOKEN] });

test.each([
	['SK0123456789abcdefghijABCDEFGHIJ0123456789', 'a secret key'],
	['hunter22', 'a known password'],
	['x-hunter22-y', 'a known password inside'],
	['<b>', 'markup'],
	['', 'nothing'],
	['a b', 'words'],
])('%j is no error code and no request ID: %s', (text) => {
	const failure = failureOf({ error_code: text, error_msg: 'x', request_id: text }, { 'x-request-id': text });
	expect(failure.errorCode).toBeUndefined();
	expect(failure.requestId).toBeUndefined();
});

test.each(['0123456789abcdef0123456789abcdef', '0123456789abcdef0123456789abcdef-1700000000000-host-7.example', 'abc-1-host'])(
	'%s is a request ID',
	(id) => {
		expect(failureOf({ error_code: 'AIS.0101' }, { 'X-Request-Id': id }).requestId).toBe(id);
	},
);

test.each([
	['24 hour', { calls: 5, windowMs: 86_400_000 }],
	['25 hour', undefined],
	['999999 hour', undefined],
	['0 minute', undefined],
	['1 minute', { calls: 5, windowMs: 60_000 }],
])('a limit named per %s is %j', (time, limit) => {
	expect(failureOf({ error_code: 'APIG.0308', error_msg: `policy user over ratelimit,limit:5,time:${time}` }).limit).toEqual(limit);
});
