import { ERROR_CATALOGUE, findNetworkRow } from '../../huaweiCloud/errors/catalogue.ts';
import { explain, type Situation } from '../../huaweiCloud/errors/explain.ts';
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

const OCR: Situation = { call: 'ocr', operation: 'General Text' };
const LOGIN: Situation = { call: 'login', host: 'iam.example.com', project: 'project named "cn-north-4"' };

describe('error catalogue', () => {
	test.each(DOCUMENTED)('knows %s', (code) => {
		const { row } = explain(failure(418, code), OCR);
		expect([row.code, ...(row.also ?? [])]).toContain(code);
	});

	test('holds no vendor code beside the documented ones', () => {
		const vendor = ERROR_CATALOGUE.filter(({ family }) =>
			['ocr', 'platform', 'gateway', 'iam'].includes(family),
		).flatMap(({ code, also = [] }) => [code, ...also]);
		expect([...new Set(vendor)].sort()).toEqual([...DOCUMENTED].sort());
	});

	test('every row tells the cause in sentences, and the remedy as a request', () => {
		for (const { cause, remedy } of ERROR_CATALOGUE) {
			expect(cause).toMatch(/^[A-Z{].*\.$/);
			expect(remedy).toMatch(
				/^(Ask|Check|Contact|Convert|Correct|Create|Enable|Enter|Get|Lower|Open|Run|Scale|Set|Subscribe|Switch on|The|Top up|Try|Use|Wait|Write) .*\.$/,
			);
		}
	});

	test('what a user reads holds no placeholder, whatever is known', () => {
		for (const { code } of ERROR_CATALOGUE) {
			for (const call of ['ocr', 'login', 'probe'] as const) {
				const told = [
					explain(failure(400, code), { call }),
					explain({ networkCode: code }, { call }),
				];
				for (const { message, description } of told) expect(message + description).not.toMatch(/[{}]|undefined/);
			}
		}
	});

	test('codes are found whatever their case', () => {
		expect(explain(failure(400, 'modelarts.4204'), OCR).row.code).toBe('ModelArts.4204');
	});

	test('remedies name the operation that was called', () => {
		const table: Situation = { call: 'ocr', operation: 'Table' };
		expect(explain(failure(400, 'ModelArts.4204'), table).message).toMatch(/^Subscribe to Table in the OCR console/);
		expect(explain(failure(400, 'AIS.0104'), table).message).toContain('Table is the right choice');
		expect(explain(failure(404, 'APIG.0101'), table).description).toContain('Table may not be offered');
	});
});

describe('an OCR call', () => {
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
	])('APIG.0301 "%s"', (suffix, variant, verdict) => {
		const explanation = explain(failure(401, 'APIG.0301', incorrect + suffix), OCR);
		expect(explanation.row.variant).toBe(variant);
		expect(explanation.verdict).toBe(verdict);
	});

	test.each([
		['verify aksk signature fail', true],
		['ak ABCDEFGHIJ0123456789 not exist', true],
		['AK access failed to reach the limit,forbidden.', true],
		['calc ak sk signature fail:signature expired', undefined],
		['decrypt token fail', undefined],
	])('"%s" refuses the key itself: %p', (suffix, refuses) => {
		expect(explain(failure(401, 'APIG.0301', incorrect + suffix), OCR).row.refusesKey).toBe(refuses);
	});

	test('says that the clock is wrong when the Date of a refused signature is over 15 minutes off', () => {
		const refused = failure(401, 'APIG.0301', `${incorrect}verify aksk signature fail`);
		const serverDate = Date.UTC(2026, 0, 15, 8, 30);
		const at = (offset: number) =>
			explain({ ...refused, serverDate }, { ...OCR, now: serverDate + offset });
		expect(at(16 * 60_000).message).toMatch(/^Set the clock/);
		expect(at(-16 * 60_000).message).toMatch(/^Set the clock/);
		expect(at(14 * 60_000).message).toMatch(/^Correct the secret access key/);
		expect(at(16 * 60_000).row.refusesKey).toBeUndefined();
		const expired = failure(401, 'APIG.0301', `${incorrect}token expires, expires_at: x`);
		expect(explain({ ...expired, serverDate }, { ...OCR, now: 0 }).verdict).toBe('refresh');
	});

	test.each([
		['APIG.0307', 'The token must be updated.'],
		['APIG.0301', `${incorrect}decrypt token fail`],
		['ModelArts.0203', 'Invalid token.'],
		[undefined, undefined],
	])('%s right after a login says that region, project and endpoint do not fit', (code, message) => {
		const refused = failure(401, code, message);
		expect(explain(refused, OCR).verdict).toBe('refresh');
		const fresh = explain(refused, { ...OCR, freshToken: true });
		expect(fresh.verdict).toBe('no');
		expect(fresh.message).toMatch(/^Check that Region, Project ID and OCR Endpoint belong together/);
		expect(fresh.errorCode).toBe(code);
	});

	test.each([
		[413, 'no', 'body too large'],
		[502, 'backoff', 'backend unavailable'],
		[504, 'backoff', 'timeout'],
		[494, 'no', 'headers too large'],
		[599, 'backoff', 'unexpected error'],
	])('APIG.0201 with status %i', (status, verdict, variant) => {
		const explanation = explain(failure(status, 'APIG.0201'), OCR);
		expect(explanation.row.variant).toBe(variant);
		expect(explanation.verdict).toBe(verdict);
	});

	test.each([
		[429, 'APIG.0308', 'throttled'],
		[400, 'APIG.0308', 'throttled'],
		[429, undefined, 'throttled'],
		[400, 'ModelArts.4401', 'tooManyParallel'],
		[429, 'ModelArts.4401', 'tooManyParallel'],
		[503, undefined, undefined],
		[429, 'IAM.0012', undefined],
	])('status %i with %s: limit %s', (status, code, limit) => {
		expect(explain(failure(status, code), OCR).limit).toBe(limit);
	});

	test.each([
		[429, 'APIG.0308', 'rate-limited'],
		[503, undefined, 'temporarily-unavailable'],
		[400, 'ModelArts.4204', 'configuration-invalid'],
		[403, 'ModelArts.6201', 'quota-exhausted'],
		[401, 'APIG.0307', 'credential-invalid'],
		[400, 'AIS.0104', undefined],
	])('status %i with %s is for n8n: %s', (status, code, cause) => {
		expect(explain(failure(status, code), OCR).failure).toBe(cause);
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
	])('status %i without a code: %s', (status, verdict) => {
		expect(explain(failure(status), OCR).verdict).toBe(verdict);
	});

	test('codes that are names of the language itself are unknown codes', () => {
		for (const code of ['__proto__', 'constructor', 'toString']) {
			expect(explain(failure(400, code), OCR).row.code).toBe('400');
		}
	});

	test('the service and its request ID are quoted', () => {
		const told = explain({ ...failure(400, 'AIS.0105', 'Recognition failed.'), requestId: 'id-1' }, OCR);
		expect(told.description).toMatch(/Huawei Cloud OCR answered HTTP 400, AIS\.0105: Recognition failed\., request ID id-1$/);
		expect(told).toMatchObject({ errorCode: 'AIS.0105', httpStatus: 400, requestId: 'id-1' });
	});
});

/** A refused login as IAM answers it. */
const iam = (httpStatus: number, errorMsg: string): ServiceFailure => ({
	httpStatus,
	bodyKind: 'iam',
	errorCode: String(httpStatus),
	errorMsg,
});

describe('a login', () => {
	test.each([
		[401, 'The username or password is wrong.', 'wrong user or password', /^Check Account Name, IAM User Name and IAM Password/],
		[401, 'Incorrect password.', 'wrong user or password', /^Check Account Name/],
		[401, 'The userInfo is wrong', 'wrong user information', /Account Name.*IAM User Name.*not the other way round/],
		[401, 'The account is locked.', 'user locked', /^Wait 15 minutes/],
		[401, 'Account locked.', 'user locked', /^Wait 15 minutes/],
		[401, 'Too many failed attempts, try later', 'user locked', /^Wait 15 minutes/],
		[403, 'This user only supports console access, not programmatic access.', 'console access only', /^Enable programmatic access/],
		[401, 'The virtual MFA code is missing or wrong.', 'second factor needed', /^Use an access key .* or another user/],
		[401, 'The user has enabled login protection, verification code required', 'second factor needed', /^Use an access key/],
		[401, 'Additional authentications steps required.', 'second factor needed', /^Use an access key/],
		[403, 'totp passcode needed', 'second factor needed', /^Use an access key/],
		[403, 'The user is disabled.', 'user disabled', /^Ask the administrator to enable the IAM user/],
		[401, 'User was deactivated by the administrator', 'user disabled', /^Ask the administrator to enable/],
		[401, 'The account has been upgraded to HUAWEI ID.', 'HUAWEI ID', /^Create an IAM user/],
		[401, 'federated user cannot use password', 'HUAWEI ID', /^Create an IAM user/],
		[404, 'Could not find domain: nobody.', 'unknown account', /^Check Account Name \(the account\) and IAM User Name/],
		[401, 'The domain does not exist', 'unknown account', /^Check Account Name/],
		[404, 'Could not find project: cn-north-9.', 'unknown project', /^Check Project ID and Region.*no project named "cn-north-4"/],
		[400, 'The project cn-x is not found', 'unknown project', /^Check Project ID and Region/],
		[400, 'The request body is invalid', 'invalid login request', /^Check the fields of the credential/],
		[401, 'something new', undefined, /^Check Account Name, IAM User Name and IAM Password/],
		[403, 'something new', undefined, /^Ask the administrator whether the IAM user is enabled/],
		[404, 'something new', undefined, /^Check Project ID and Region/],
		[400, 'something new', undefined, /^Check the fields of the credential/],
	])('%i "%s"', (status, text, variant, says) => {
		const explanation = explain(iam(status, text), LOGIN);
		expect(explanation.row.variant).toBe(variant);
		expect(explanation.message).toMatch(says);
		expect(explanation.verdict).toBe('no');
		expect(explanation.description).toContain(`IAM answered HTTP ${status}, ${text}`);
		expect(explanation.message).not.toMatch(/OCR FullAccess/);
	});

	test('an account or an e-mail address as user is told about the HUAWEI ID', () => {
		const wrong = iam(401, 'The username or password is wrong.');
		const told = explain(wrong, { ...LOGIN, accountAsUser: true });
		expect(told.message).toMatch(/^Check Account Name, IAM User Name and IAM Password.*HUAWEI ID/);
		expect(explain(wrong, LOGIN).message).not.toMatch(/HUAWEI ID/);
		expect(explain(iam(401, 'The account is locked.'), { ...LOGIN, accountAsUser: true }).row.variant).toBe('user locked');
	});

	test.each([
		['IAM.0061', 'Account locked.', /^Wait 15 minutes/],
		['IAM.0062', 'Incorrect password.', /^Check Account Name/],
		['IAM.0081', 'no', /^Enable programmatic access/],
		['IAM.0082', 'no', /^Ask the administrator to enable/],
		['IAM.0004', 'Could not find project: x.', /^Check Project ID and Region/],
		['IAM.0004', 'Could not find domain: x.', /^Check Account Name/],
		['IAM.0073', 'no', /^Check the fields of the credential/],
		['APIGW.0101', 'no such API', /^Check IAM Endpoint and Region/],
	])('the flat code %s "%s"', (code, message, says) => {
		expect(explain(failure(401, code, message), LOGIN).message).toMatch(says);
	});

	test('is never repeated with a new token, whatever the body says', () => {
		for (const code of [undefined, '401', 'APIGW.0301', 'IAM.0001', 'IAM.0066']) {
			const explanation = explain(failure(401, code), LOGIN);
			expect(explanation.verdict).toBe('no');
			expect(explanation.message).toMatch(/^Check Account Name/);
		}
	});

	test.each([
		[407, 'html', '407 Proxy Authentication Required', /^Correct the proxy settings.*iam\.example\.com$/],
		[407, 'service', 'Authentication is wrong', /^Correct the proxy settings/],
		[403, 'html', 'Access denied by policy: user disabled', /does not answer like Huawei Cloud IAM/],
		[200, 'html', 'Welcome, please log in', /does not answer like Huawei Cloud IAM/],
		[401, 'empty', undefined, /does not answer like Huawei Cloud IAM/],
		[307, 'empty', undefined, /a password never follows a redirect/],
	] as const)('status %i with a body of kind %s comes from something in front of IAM', (httpStatus, bodyKind, errorMsg, says) => {
		const told = explain({ httpStatus, bodyKind, ...(errorMsg !== undefined && { errorMsg }) }, LOGIN);
		expect(told.message).toMatch(says);
		expect(told.verdict).toBe('no');
		expect(told.message).not.toMatch(/IAM Password/);
	});

	test.each([
		[429, 'IAM.0012'],
		[429, undefined],
		[500, 'IAM.0006'],
		[502, undefined],
		[503, undefined],
	])('status %i with %s passes', (status, code) => {
		const told = explain({ httpStatus: status, bodyKind: code === undefined ? 'html' : 'service', ...(code !== undefined && { errorCode: code }) }, LOGIN);
		expect(told.verdict).toBe('backoff');
	});
});

describe('the test of a credential', () => {
	const probe: Situation = { call: 'probe', operation: 'General Text', host: 'ocr.example.com', holds: 'keys' };

	test('says that the keys are right when General Text is not subscribed', () => {
		const refused = failure(400, 'ModelArts.4204', 'Request api error!');
		expect(explain(refused, probe).message).toMatch(/^The keys are right, but General Text is not subscribed in this region/);
		expect(explain(refused, { ...probe, holds: 'login' }).message).toMatch(/^The login is right, but/);
		expect(explain(refused, OCR).message).toMatch(/^Subscribe to General Text/);
	});

	test('names the host that offers no General Text, or is another one', () => {
		expect(explain(failure(404, 'APIG.0101'), probe).message).toMatch(/^Check Region and OCR Endpoint: ocr\.example\.com offers no General Text/);
		expect(explain(failure(200), probe).message).toMatch(/ocr\.example\.com does not answer like Huawei Cloud OCR/);
		expect(explain(failure(502), probe).message).toMatch(/does not answer like Huawei Cloud OCR/);
	});

	test('everything else means what it means elsewhere', () => {
		expect(explain(failure(403, 'ModelArts.4203'), probe).message).toBe(explain(failure(403, 'ModelArts.4203'), OCR).message);
	});
});

describe('no answer', () => {
	test.each([
		['ECONNRESET', 'Node.ConnectionBroken', 'backoff'],
		['EPIPE', 'Node.ConnectionBroken', 'backoff'],
		['ERR_STREAM_PREMATURE_CLOSE', 'Node.ConnectionBroken', 'backoff'],
		['ETIMEDOUT', 'Node.Timeout', 'backoff'],
		['ECONNABORTED', 'Node.Timeout', 'backoff'],
		['Node.Timeout', 'Node.Timeout', 'backoff'],
		['ENOTFOUND', 'Node.HostNotFound', 'backoff'],
		['EAI_AGAIN', 'Node.HostNotFound', 'backoff'],
		['ECONNREFUSED', 'Node.ConnectionRefused', 'backoff'],
		['EHOSTUNREACH', 'Node.Unreachable', 'backoff'],
		['EPROTO', 'Node.WrongProtocol', 'once'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'Node.CertificateNotTrusted', 'no'],
		['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'Node.CertificateNotTrusted', 'no'],
		['UNABLE_TO_GET_ISSUER_CERT', 'Node.CertificateNotTrusted', 'no'],
		['CERT_HAS_EXPIRED', 'Node.CertificateExpired', 'no'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'Node.CertificateForOtherName', 'no'],
		['AIS.0101', 'Node.NetworkError', 'once'],
		['', 'Node.NetworkError', 'once'],
	])('%s is %s: %s', (code, shown, verdict) => {
		expect(findNetworkRow(code).code).toBe(shown);
		expect(explain({ networkCode: code }, OCR)).toMatchObject({ errorCode: shown, verdict });
	});

	test('names endpoint and host, and says what to do about an inspecting proxy', () => {
		expect(explain({ networkCode: 'ECONNREFUSED' }, LOGIN).message).toBe(
			'Check that this machine can reach the IAM Endpoint: iam.example.com refused the connection',
		);
		expect(explain({ networkCode: 'ECONNREFUSED' }, OCR).message).toBe(
			'Check that this machine can reach the OCR Endpoint: it refused the connection',
		);
		const inspected = explain({ networkCode: 'SELF_SIGNED_CERT_IN_CHAIN' }, LOGIN);
		expect(inspected.message).toMatch(/make the certificate of an inspecting proxy known to n8n.*iam\.example\.com is not trusted/);
		expect(inspected.description).toContain('NODE_EXTRA_CA_CERTS');
	});

	test('holds none of the codes that n8n replaces messages for', () => {
		for (const { remedy, cause } of ERROR_CATALOGUE) {
			expect(`${remedy} ${cause}`).not.toMatch(/ECONN|ENOTFOUND|ETIMEDOUT|EPERM|EACCES|ENOENT|EEXIST|EISDIR|ENOTDIR|EHOSTUNREACH|EAI_AGAIN|GETADDRINFO/i);
		}
	});
});
