import { ERROR_CATALOGUE, explain, explainNetworkError } from '../../huaweiCloud/errors/catalogue.ts';
import type { ServiceFailure } from '../../huaweiCloud/errors/types.ts';

const failure = (httpStatus: number, errorCode?: string, errorMsg?: string): ServiceFailure => ({
	httpStatus,
	bodyKind: 'service',
	...(errorCode !== undefined && { errorCode }),
	...(errorMsg !== undefined && { errorMsg }),
});

/** Codes of sections 2.6 and 7 of the contract, written down here a second time on purpose. */
const DOCUMENTED = [
	...['0101', '0102', '0103', '0104', '0105', '0117', '0118', '0119', '0120', '0121', '0122'].map(
		(code) => `AIS.${code}`,
	),
	...(
		'0203 0212 4101 4102 4103 4104 4105 4106 4107 4201 4202 4203 4204 4301 4302 4401 4402 4403 4502 4503 ' +
		'4504 4505 4506 4508 4601 4603 4702 4703 4704 4705 4706 6201'
	)
		.split(' ')
		.map((code) => `ModelArts.${code}`),
	...['APIG', 'APIGW'].flatMap((family) =>
		(
			'0101 0103 0104 0105 0106 0201 0202 0203 0204 0301 0302 0303 0304 0305 0306 0307 0308 0310 0311 0401 ' +
			'0402 0404 0501 0502 0601 0602 0605 0606 0607 0608 0609 0610 0611 0612 0613 0705 0801 0802'
		)
			.split(' ')
			.map((code) => `${family}.${code}`),
	),
	...(
		'0001 0002 0003 0004 0006 0007 0009 0011 0012 0061 0062 0066 0067 0072 0073 0080 0081 0082 1101 1102 ' +
		'1103 1104 1105 1106 1107 1108 1109'
	)
		.split(' ')
		.map((code) => `IAM.${code}`),
];

describe('error catalogue', () => {
	test.each(DOCUMENTED)('knows %s', (code) => {
		const explanation = explain(failure(418, code), code.startsWith('IAM') ? 'iam' : 'ocr');
		expect(explanation.entry.code).toBe(code);
	});

	test('holds no vendor code beside the documented ones', () => {
		const vendor = ERROR_CATALOGUE.filter(({ family }) =>
			['ocr', 'platform', 'gateway', 'iam'].includes(family),
		).map(({ code }) => code);
		expect([...new Set(vendor)].sort()).toEqual([...DOCUMENTED].sort());
	});

	test('every row tells cause and remedy in both languages, the remedy as a request', () => {
		for (const { cause, remedy } of ERROR_CATALOGUE) {
			expect(cause.en).toMatch(/^[A-Zn].*\.$/);
			expect(remedy.en).toMatch(
				/^(Ask|Check|Contact|Convert|Correct|Enable|Enter|Fill in|Get|Lower|Make|Open|Raise|Run|Scale|Set|Subscribe|Switch on|Top up|Try|Use|Wait|Write) .*\.$/,
			);
			expect(cause.zh).toMatch(/\p{Script=Han}.*。$/u);
			expect(remedy.zh).toMatch(/\p{Script=Han}.*。$/u);
		}
	});

	test('codes are found whatever their case', () => {
		expect(explain(failure(400, 'modelarts.4204'), 'ocr').entry.code).toBe('ModelArts.4204');
	});
});

describe('explain', () => {
	const incorrect = 'Incorrect IAM authentication information: ';

	test.each([
		['x-auth-token not found', 'no token', 'no'],
		['decrypt token fail', 'token damaged', 'refresh'],
		['token expires, expires_at: 2020-01-04T09:05:22.701000Z', 'token expired', 'refresh'],
		['verify aksk signature fail', 'wrong signature', 'no'],
		['ak ABCDEFGHIJ0123456789 not exist', 'unknown access key', 'no'],
		['Get secretKey failed,ak:******,err:ak not exist', 'unknown access key', 'no'],
		['AK access failed to reach the limit,forbidden.', 'access key locked', 'no'],
		['calc ak sk signature fail:signature expired', 'signature expired', 'once'],
		['something new', undefined, 'refresh'],
	])('APIG.0301 "%s"', (suffix, variant, retry) => {
		const explanation = explain(failure(401, 'APIG.0301', incorrect + suffix), 'ocr');
		expect(explanation.entry.variant).toBe(variant);
		expect(explanation.retry).toBe(retry);
	});

	test('says that the clock is wrong when the Date of a refused signature is over 15 minutes off', () => {
		const refused = failure(401, 'APIG.0301', `${incorrect}verify aksk signature fail`);
		const serverDate = Date.UTC(2026, 0, 15, 8, 30);
		const at = (offset: number) =>
			explain({ ...refused, serverDate }, 'ocr', { now: serverDate + offset });
		expect(at(16 * 60_000).remedy).toMatch(/^Set the clock/);
		expect(at(-16 * 60_000).remedy).toMatch(/^Set the clock/);
		expect(at(14 * 60_000).remedy).toMatch(/^Correct the secret access key/);
		const expired = failure(401, 'APIG.0301', `${incorrect}token expires, expires_at: x`);
		expect(explain({ ...expired, serverDate }, 'ocr', { now: 0 }).retry).toBe('refresh');
	});

	test('APIG.0307 right after a login says that region, project and endpoint do not fit', () => {
		const refused = failure(401, 'APIG.0307', 'The token must be updated.');
		expect(explain(refused, 'ocr').retry).toBe('refresh');
		const fresh = explain(refused, 'ocr', { freshToken: true });
		expect(fresh.retry).toBe('no');
		expect(fresh.remedy).toMatch(/same region/);
	});

	test.each([
		[413, 'no', 'body too large'],
		[502, 'backoff', 'backend unavailable'],
		[504, 'backoff', 'timeout'],
		[494, 'no', 'headers too large'],
		[599, 'backoff', 'unexpected error'],
	])('APIG.0201 with status %i', (status, retry, variant) => {
		const explanation = explain(failure(status, 'APIG.0201'), 'ocr');
		expect(explanation.entry.variant).toBe(variant);
		expect(explanation.retry).toBe(retry);
	});

	test.each([
		['The username or password is wrong.', 'wrong user or password'],
		['The userInfo is wrong', 'wrong user information'],
		['The account is locked.', 'user locked'],
		['This user only supports console access, not programmatic access.', 'console access only'],
		['Could not find project: cn-north-9.', 'unknown project'],
	])('login message "%s"', (message, variant) => {
		const explanation = explain(failure(401, '401', message), 'iam');
		expect(explanation.entry.variant).toBe(variant);
		expect(explanation.retry).toBe('no');
	});

	test('a refused login is never repeated, whatever the body says', () => {
		for (const code of [undefined, '401', 'APIGW.0301', 'IAM.0001', 'IAM.0066']) {
			expect(explain(failure(401, code), 'iam').retry).toBe('no');
		}
	});

	test.each([
		[200, 'no'],
		[204, 'no'],
		[302, 'no'],
		[404, 'no'],
		[429, 'backoff'],
		[503, 'backoff'],
		[599, 'backoff'],
		[418, 'no'],
		[0, 'no'],
	])('status %i without a code: %s', (status, retry) => {
		expect(explain(failure(status), 'ocr').retry).toBe(retry);
	});

	test('codes that are names of the language itself are unknown codes', () => {
		for (const code of ['__proto__', 'constructor', 'toString']) {
			expect(explain(failure(400, code), 'ocr').entry.code).toBe('400');
		}
	});

	test('network errors: broken connections are repeated, bad certificates are not', () => {
		expect(explainNetworkError('ECONNRESET')?.retry).toBe('backoff');
		expect(explainNetworkError('CERT_HAS_EXPIRED')?.retry).toBe('no');
		expect(explainNetworkError('AIS.0101')).toBeUndefined();
	});
});
