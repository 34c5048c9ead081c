// The faults of the matrix. What is expected of each is written down here from the contract (sections
// 2.6, 7 and 7.4), not taken from the node's own table.
import type { Fault } from '../../emulator/control/faults.cts';
import type { OddAnswerName } from '../../emulator/control/oddAnswers.cts';

/**
 * What has to happen to the image whose call is hit once:
 * - `recovers`: it is read in the end,
 * - `fails`: it ends as an error,
 * - `reads`: the odd answer is read without loss,
 * - `keeps`: it is read, and nothing of its contents is other than in a good one,
 * - `either`: read or error, as long as it is one of them.
 */
export type Expectation = 'recovers' | 'fails' | 'reads' | 'keeps' | 'either';

export interface MatrixFault {
	readonly name: string;
	readonly on: 'ocr' | 'iam';
	readonly fault: Fault;
	readonly expect: Expectation;
	/** The token is dead for the service: exactly one more login. */
	readonly deadToken?: true;
	/** Answers are billed, but never arrive: repeating them is allowed, and counted. */
	readonly losesAnswers?: true;
	/** The node's timeout ends the call. */
	readonly timesOut?: true;
	/** Login calls that are allowed when each login is hit. */
	readonly loginsWhenAlways?: number;
	readonly authentication?: 'iamLogin' | 'accessKey';
	/** What the node has to do with the code, where the contract parts them. */
	readonly group?: 'backoff' | 'once';
	/** Its error tells which operation was called (bar of each class of answers). */
	readonly namesOperation?: true;
}

const BACKOFF = [
	'ModelArts.4301 ModelArts.4302 ModelArts.4401 ModelArts.4402 ModelArts.4403 ModelArts.4502 ModelArts.4505',
	'ModelArts.4508 APIG.0202 APIG.0203 APIG.0308 APIG.0601 APIG.0605 APIG.0606 APIG.0610 APIG.0613',
];
const ONCE = ['AIS.0105 ModelArts.4107 ModelArts.4603 ModelArts.4704 APIG.0608 APIG.0609 APIG.0611 APIG.0612 APIG.0705'];
const DEAD_TOKEN = ['ModelArts.0203 ModelArts.4102 ModelArts.4103 APIG.0301 APIG.0307'];
const FINAL = [
	'AIS.0101 AIS.0102 AIS.0103 AIS.0104 ModelArts.0212 ModelArts.4101 ModelArts.4104 ModelArts.4105 ModelArts.4106',
	'ModelArts.4201 ModelArts.4202 ModelArts.4203 ModelArts.4204 ModelArts.4503 ModelArts.4504 ModelArts.4506',
	'ModelArts.4601 ModelArts.4702 ModelArts.4703 ModelArts.4705 ModelArts.4706 ModelArts.6201 APIG.0101 APIG.0103',
	'APIG.0104 APIG.0105 APIG.0106 APIG.0204 APIG.0302 APIG.0303 APIG.0304 APIG.0305 APIG.0306 APIG.0310 APIG.0311',
	'APIG.0401 APIG.0402 APIG.0404 APIG.0501 APIG.0502 APIG.0602 APIG.0607 APIG.0801 APIG.0802',
];

/** Not subscribed, and no document of the kind that was asked for: codes whose way out depends on the operation. */
const NAME_OPERATION = ['ModelArts.4204', 'AIS.0104'];

const codes = (lines: string[]): string[] => lines.flatMap((line) => line.split(' '));

function coded(lines: string[], expect: Expectation, more: Partial<MatrixFault> = {}): MatrixFault[] {
	return codes(lines).map((code) => ({
		name: code,
		on: 'ocr',
		fault: { kind: 'error', code },
		expect,
		...more,
		...(NAME_OPERATION.includes(code) ? { namesOperation: true as const } : {}),
	}));
}

const prefix = 'Incorrect IAM authentication information: ';
const tokenMessages: MatrixFault[] = [
	...(['decrypt token fail', 'token expires, expires_at: 2020-01-04T09:05:22.701000Z'] as const).map(
		(message): MatrixFault => ({
			name: `APIG.0301 ${message}`,
			on: 'ocr',
			fault: { kind: 'error', code: 'APIG.0301', message: prefix + message },
			expect: 'recovers',
			deadToken: true,
		}),
	),
	{
		name: 'APIG.0301 x-auth-token not found',
		on: 'ocr',
		fault: { kind: 'error', code: 'APIG.0301', message: `${prefix}x-auth-token not found` },
		expect: 'fails',
	},
	...(['ModelArts.0203', 'APIG.0307'] as const).map(
		(code): MatrixFault => ({
			name: `${code} with status 400`,
			on: 'ocr',
			fault: { kind: 'error', code, status: 400 },
			expect: 'recovers',
			deadToken: true,
		}),
	),
	{ name: 'all tokens revoked', on: 'ocr', fault: { kind: 'revoke-tokens' }, expect: 'recovers', deadToken: true },
	{ name: 'all tokens expired', on: 'ocr', fault: { kind: 'expire-tokens' }, expect: 'recovers', deadToken: true },
];

const gatewayStatuses = (
	[
		[504, 'recovers'],
		[502, 'recovers'],
		[500, 'recovers'],
		[413, 'fails'],
		[414, 'fails'],
		[494, 'fails'],
		[400, 'fails'],
	] as const
).map(
	([status, expect]): MatrixFault => ({
		name: `APIG.0201 with status ${status}`,
		on: 'ocr',
		fault: { kind: 'error', code: 'APIG.0201', status },
		expect,
	}),
);

const headers = (value: string) => ({ 'Retry-After': value });
const slowDown = (
	[
		['no Retry-After', undefined],
		['Retry-After in seconds', '1'],
		['Retry-After 0', '0'],
		['Retry-After as date', new Date(Date.now() + 2_000).toUTCString()],
		['Retry-After in the past', 'Sun, 06 Nov 1994 08:49:37 GMT'],
		['Retry-After negative', '-5'],
		['Retry-After as words', 'a while'],
	] as const
).map(
	([name, value]): MatrixFault => ({
		name: `429 ${name}`,
		on: 'ocr',
		fault: { kind: 'error', code: 'APIG.0308', ...(value !== undefined && { headers: headers(value) }) },
		expect: 'recovers',
	}),
);

const wire: MatrixFault[] = [
	{ name: 'connection reset', on: 'ocr', fault: { kind: 'reset' }, expect: 'recovers' },
	{ name: 'answer lost', on: 'ocr', fault: { kind: 'reset-after' }, expect: 'recovers', losesAnswers: true },
	{ name: 'half an answer', on: 'ocr', fault: { kind: 'half-body' }, expect: 'recovers', losesAnswers: true },
	{ name: 'answer cut, length fits', on: 'ocr', fault: { kind: 'truncated-json' }, expect: 'fails' },
	{ name: 'no answer', on: 'ocr', fault: { kind: 'silence' }, expect: 'recovers', timesOut: true },
	{
		name: 'answer after the timeout',
		on: 'ocr',
		fault: { kind: 'delay', ms: 1_200 },
		expect: 'recovers',
		losesAnswers: true,
		timesOut: true,
	},
	{ name: 'slow answer', on: 'ocr', fault: { kind: 'delay', ms: 50 }, expect: 'reads' },
	...([200, 400, 403, 404, 500, 502, 503, 504] as const).map(
		(status): MatrixFault => ({
			name: `HTML with status ${status}`,
			on: 'ocr',
			fault: { kind: 'html', status },
			expect: status >= 500 ? 'recovers' : 'fails',
		}),
	),
	...([200, 204, 400, 429, 500, 502, 503] as const).map(
		(status): MatrixFault => ({
			name: `empty body with status ${status}`,
			on: 'ocr',
			fault: { kind: 'empty', status },
			expect: status >= 429 ? 'recovers' : 'fails',
		}),
	),
	...([301, 302, 303, 307, 308] as const).map(
		(status): MatrixFault => ({
			name: `redirect ${status}`,
			on: 'ocr',
			fault: { kind: 'redirect', status, location: 'http://127.0.0.1:9' },
			expect: 'fails',
		}),
	),
	{ name: 'HTML under JSON type', on: 'ocr', fault: { kind: 'content-type', value: 'text/html' }, expect: 'reads' },
	{
		name: 'error nested in result',
		on: 'ocr',
		fault: { kind: 'raw', status: 400, body: '{"result":{"error_code":"AIS.0103","error_msg":"nested"}}' },
		expect: 'fails',
	},
	{
		name: 'plain text 503',
		on: 'ocr',
		fault: { kind: 'raw', status: 503, body: 'no healthy upstream' },
		expect: 'recovers',
	},
	{
		name: 'unknown code',
		on: 'ocr',
		fault: { kind: 'raw', status: 418, body: '{"error_code":"XYZ.1","error_msg":"new"}' },
		expect: 'fails',
	},
];

const ODD: ReadonlyArray<readonly [Expectation, string]> = [
	['reads', 'count-too-high count-too-low count-negative count-text count-missing white-space-around byte-order-mark'],
	['reads', 'prototype-keys duplicate-keys extra-fields direction-missing direction-text direction-null direction-huge'],
	['reads', 'confidence-text confidence-null confidence-above-one characters-text characters-odd markdown-number'],
	['reads', 'negative-corners fractional-corners'],
	['fails', 'result-missing result-null result-text error-in-result error-with-200 not-json root-null root-text'],
	['fails', 'root-number list-text'],
	['either', 'list-missing list-null list-object list-with-nulls list-empty result-array huge-corners text-corners'],
	['either', 'null-corners flat-corners three-corners five-corners one-number-corners location-missing location-null'],
	['either', 'words-missing words-null words-number words-object words-empty words-control-characters words-long'],
	['either', 'missing-fields deep-block root-array deep infinite-number invalid-utf8 status-204 status-202'],
];

const odd = ODD.flatMap(([expect, names]) =>
	names.split(' ').map(
		(name): MatrixFault => ({
			name: `odd answer: ${name}`,
			on: 'ocr',
			fault: { kind: 'odd', name: name as OddAnswerName },
			expect,
		}),
	),
);

/** Logins that a lasting fault of IAM may cost five images with three repetitions each. */
const LASTING = 20;

const logins: MatrixFault[] = [
	...(
		'Keystone.400 Keystone.401 IAM.0001 IAM.0002 IAM.0003 IAM.0004 IAM.0007 IAM.0009 IAM.0011 IAM.0061 IAM.0062 ' +
		'IAM.0066 IAM.0067 IAM.0072 IAM.0073 IAM.0080 IAM.0081 IAM.0082 IAM.1101 IAM.1102 IAM.1103 IAM.1104 IAM.1105 ' +
		'IAM.1106 IAM.1107 IAM.1108 IAM.1109 APIGW.0101'
	)
		.split(' ')
		.map(
			(code): MatrixFault => ({
				name: `login: ${code}`,
				on: 'iam',
				fault: { kind: 'error', code },
				expect: 'fails',
				// Nothing but 401 counts towards the lock; the others may cost one login for each call under way.
				loginsWhenAlways: /401|0001|006[1267]/.test(code) ? 1 : 5,
			}),
		),
	...(['IAM.0006', 'IAM.0012', 'APIGW.0601'] as const).map(
		(code): MatrixFault => ({
			name: `login: ${code}`,
			on: 'iam',
			fault: { kind: 'error', code },
			expect: 'recovers',
			loginsWhenAlways: LASTING,
		}),
	),
	{ name: 'login: connection reset', on: 'iam', fault: { kind: 'reset' }, expect: 'recovers', loginsWhenAlways: LASTING },
	{
		name: 'login: empty 503',
		on: 'iam',
		fault: { kind: 'empty', status: 503 },
		expect: 'recovers',
		loginsWhenAlways: LASTING,
	},
	{ name: 'login: HTML 502', on: 'iam', fault: { kind: 'html' }, expect: 'recovers', loginsWhenAlways: LASTING },
	{ name: 'login: HTML 200', on: 'iam', fault: { kind: 'html', status: 200 }, expect: 'fails', loginsWhenAlways: 5 },
	{
		name: 'login: redirect',
		on: 'iam',
		fault: { kind: 'redirect', status: 307, location: 'http://127.0.0.1:9' },
		expect: 'fails',
		loginsWhenAlways: 5,
	},
	{
		name: 'login: no token header',
		on: 'iam',
		fault: { kind: 'headers', headers: { 'X-Subject-Token': null } },
		expect: 'either',
		loginsWhenAlways: 5,
	},
	...(
		[
			'token-body-empty',
			'token-body-null',
			'token-project-missing',
			'token-project-id-odd',
			'token-expires-missing',
			'token-expires-odd',
			'token-expires-past',
		] as const
	).map(
		(name): MatrixFault => ({
			name: `login: ${name}`,
			on: 'iam',
			fault: { kind: 'odd', name },
			expect: 'either',
			loginsWhenAlways: 10,
		}),
	),
];

const accessKey = (
	[
		['verify aksk signature fail', 'fails'],
		['AK access failed to reach the limit,forbidden.', 'fails'],
		['Get secretKey failed,ak:******,err:ak not exist', 'fails'],
		['calc ak sk signature fail:signature expired', 'recovers'],
		['verify aksk signature fail,canonicalRequest:POST|/v2/x|x-security-token:y|', 'fails'],
	] as const
).map(
	([message, expect]): MatrixFault => ({
		name: `access key: ${message}`,
		on: 'ocr',
		fault: { kind: 'error', code: 'APIG.0301', message: prefix + message },
		expect,
		authentication: 'accessKey',
	}),
);

export const MATRIX_FAULTS: readonly MatrixFault[] = [
	...coded(BACKOFF, 'recovers', { group: 'backoff' }),
	...coded(ONCE, 'recovers', { group: 'once' }),
	...coded(DEAD_TOKEN, 'recovers', { deadToken: true }),
	...coded(FINAL, 'fails'),
	...tokenMessages,
	...gatewayStatuses,
	...slowDown,
	...wire,
	...odd,
	...logins,
	...accessKey,
];

/** What tells kinds of faults apart: where they hit, how, and what has to come of it. */
function kindOf({ on, fault, group, expect, deadToken, losesAnswers, timesOut, loginsWhenAlways, authentication }: MatrixFault): string {
	return JSON.stringify([on, fault.kind, group, expect, deadToken, losesAnswers, timesOut, loginsWhenAlways, authentication]);
}

/**
 * One fault of each kind, and all whose way out depends on the operation. Sending, logging in and repeating know
 * nothing of what an operation answers, so that one of a kind shows for each class what all of them show for one.
 */
export const ONE_OF_EACH_KIND: readonly MatrixFault[] = MATRIX_FAULTS.filter(
	(fault, index) =>
		fault.fault.kind !== 'odd' || fault.on === 'iam'
			? fault.namesOperation || MATRIX_FAULTS.findIndex((other) => kindOf(other) === kindOf(fault)) === index
			: false,
);
