// Every error code of sections 2.6 and 7 of the contract with status and text, so that a check or a
// fault needs to name only the code. Statuses of ModelArts codes are the contract's own choice (7.2).
import { type Answer, flatIamError, gatewayError, keystoneError, Refusal, serviceError } from './answers.cts';

export interface CatalogueRow {
	code: string;
	status: number;
	message: string;
}

const row = (code: string, status: number, message: string): CatalogueRow => ({ code, status, message });

const AIS = [
	row('AIS.0101', 400, 'The input parameter is invalid.'),
	row('AIS.0102', 400, 'The image format is not supported.'),
	row('AIS.0103', 400, 'The image size does not meet the requirements.'),
	row('AIS.0104', 400, 'The image is not supported or the image quality is poor.'),
	row('AIS.0105', 400, 'Recognition failed.'),
];

const MODEL_ARTS = [
	row('ModelArts.0203', 401, 'Invalid token.'),
	row('ModelArts.0212', 400, 'Invalid Token header. The Token not contain project item.'),
	row('ModelArts.4101', 400, 'Token header cannot be empty.'),
	row('ModelArts.4102', 400, 'Parse Token error.'),
	row('ModelArts.4103', 400, 'Invalid Token header.'),
	row('ModelArts.4104', 400, 'Invalid Request Content Length.'),
	row('ModelArts.4105', 400, 'The JSON format of the input data is incorrect.'),
	row('ModelArts.4106', 400, 'Invalid authorization request.'),
	row('ModelArts.4107', 400, 'Get user temp ak sk error.'),
	row('ModelArts.4201', 400, 'Request url need service id.'),
	row('ModelArts.4202', 400, 'Request url format invalid.'),
	row('ModelArts.4203', 403, 'Access denied! You do not have permission.'),
	row('ModelArts.4204', 400, 'Request api error! The API recognize-general-text is not subscribed.'),
	row('ModelArts.4301', 500, 'Have error when get ai-service admin token.'),
	row('ModelArts.4302', 500, 'Gateway forwarding error.'),
	row('ModelArts.4401', 429, 'Max concurrency error.'),
	row('ModelArts.4402', 504, 'Backend service timeout error.'),
	row('ModelArts.4403', 503, 'Backend service unavailable error.'),
	row('ModelArts.4502', 502, 'Backend service response error.'),
	row('ModelArts.4503', 404, 'Backend service found error.'),
	row('ModelArts.4504', 404, 'Backend service api not found.'),
	row('ModelArts.4505', 500, 'Backend service internal error.'),
	row('ModelArts.4506', 404, 'SubService service found error.'),
	row('ModelArts.4508', 503, 'Service not start.'),
	row('ModelArts.4601', 400, 'The URL is not allowed.'),
	row('ModelArts.4603', 400, 'Obtaining the file from the URL failed.'),
	row('ModelArts.4702', 400, 'Query Obs agency failed.'),
	row('ModelArts.4703', 400, 'The Obs URL is invalid.'),
	row('ModelArts.4704', 400, 'Obtaining the file from the OBS failed.'),
	row('ModelArts.4705', 400, 'The file stored on the OBS is oversized.'),
	row('ModelArts.4706', 400, 'The Obs file is not exist.'),
	// Published as a name only; the text is ours.
	row('ModelArts.6201', 403, 'The account is frozen.'),
];

/** Prefix of all variants of APIG.0301 (7.3). */
export const IAM_AUTH_PREFIX = 'Incorrect IAM authentication information: ';

// [number, status on APIG, message, status on APIGW where it differs]
const GATEWAY: Array<[string, number, string, number?]> = [
	['0101', 404, 'The API does not exist or has not been published in the environment.'],
	['0103', 500, 'The backend does not exist.', 404],
	['0104', 500, 'The plug-ins do not exist.', 400],
	['0105', 500, 'The backend configurations do not exist.', 400],
	['0106', 400, 'Orchestration error.'],
	['0201', 504, 'Backend timeout.'],
	['0201', 502, 'Backend unavailable.'],
	['0201', 413, 'Request entity too large.'],
	['0201', 414, 'Request URI too large.'],
	['0201', 494, 'Request headers too large.'],
	['0201', 400, 'API request error.'],
	['0201', 500, 'An unexpected error occurred.'],
	['0202', 502, 'Backend unavailable.'],
	['0203', 504, 'Backend timeout.'],
	['0204', 400, 'SSL protocol is not supported: TLSv1.1'],
	['0301', 401, `${IAM_AUTH_PREFIX}decrypt token fail`],
	['0302', 403, 'The IAM user is not authorized to access the API.'],
	['0303', 401, 'Incorrect app authentication information.'],
	['0304', 403, 'The app is not authorized to access the API.'],
	['0305', 401, 'Incorrect authentication information.'],
	['0306', 403, 'API access denied.'],
	['0307', 401, 'The token must be updated.'],
	['0308', 429, 'The throttling threshold has been reached: policy user over ratelimit,limit:10,time:1 minute'],
	['0310', 403, 'The project is unavailable.'],
	['0311', 401, 'Incorrect debugging authentication information.'],
	['0401', 403, 'Unknown client IP address.'],
	['0402', 403, 'The IP address is not authorized to access the API.'],
	['0404', 403, 'Access to the backend IP address has been denied.'],
	['0501', 405, 'The app quota has been used up.'],
	['0502', 405, 'The app has been frozen.'],
	['0601', 500, 'Internal server error.'],
	['0602', 400, 'Bad request.'],
	['0605', 500, 'Domain name resolution failed.'],
	['0606', 500, 'Failed to load the API configurations.'],
	['0607', 400, 'The following protocol is supported: HTTPS'],
	['0608', 500, 'Failed to obtain the admin token.'],
	['0609', 500, 'The VPC backend does not exist.'],
	['0610', 502, 'No backend available.'],
	['0611', 500, 'The backend port does not exist.'],
	['0612', 500, 'An API cannot call itself.'],
	['0613', 503, 'The IAM service is currently unavailable.'],
	['0705', 500, 'Backend signature calculation failed.'],
	['0801', 403, 'The operation is forbidden.'],
	['0802', 403, 'The IAM user is forbidden in the currently selected region.'],
];

const IAM = [
	row('IAM.0001', 401, 'The request you have made requires authentication.'),
	row('IAM.0002', 403, 'You are not authorized to perform the requested action.'),
	row('IAM.0003', 403, "Policy doesn't allow iam:tokens:assume to be performed."),
	row('IAM.0004', 404, 'Could not find project: unknown.'),
	row('IAM.0006', 500, 'An unexpected error prevented the server from fulfilling your request.'),
	row('IAM.0007', 400, 'Request parameter project is invalid.'),
	row('IAM.0009', 400, 'X-Subject-Token is invalid in the request.'),
	row('IAM.0011', 400, 'Request body is invalid.'),
	row('IAM.0012', 429, 'The throttling threshold has been reached. Threshold: 10 times per 60 seconds'),
	row('IAM.0061', 401, 'Account locked.'),
	row('IAM.0062', 401, 'Incorrect password.'),
	row('IAM.0066', 401, 'The token has expired.'),
	row('IAM.0067', 401, 'Invalid token.'),
	row('IAM.0072', 400, "'name' is a required property."),
	row('IAM.0073', 400, "Invalid input for field 'name'. The value is ''."),
	row('IAM.0080', 403, 'The user with this access key is disabled.'),
	row('IAM.0081', 403, 'This user only supports console access, not programmatic access.'),
	row('IAM.0082', 403, 'The user is disabled.'),
	row('IAM.1101', 400, 'The request body size 0 is invalid.'),
	row('IAM.1102', 400, 'The auth in the request body is invalid.'),
	row('IAM.1103', 400, 'The auth is required in the request body.'),
	row('IAM.1104', 400, 'The access key is in the blacklist.'),
	row('IAM.1105', 400, 'The access key has expired.'),
	row('IAM.1106', 400, 'The user with this access key cannot be found.'),
	row('IAM.1107', 400, 'The access key is inactive.'),
	row('IAM.1108', 400, 'The securitytoken has expired.'),
	row('IAM.1109', 400, 'The project information cannot be found.'),
];

/** Answers of the token API in Keystone's shape have no code of their own; these names are ours. */
const KEYSTONE: Array<CatalogueRow & { title: string }> = [
	{ ...row('Keystone.400', 400, 'The request body is invalid'), title: 'Bad Request' },
	{ ...row('Keystone.401', 401, 'The username or password is wrong.'), title: 'Unauthorized' },
	{ ...row('Keystone.401.userInfo', 401, 'The userInfo is wrong'), title: 'Unauthorized' },
	{ ...row('Keystone.401.locked', 401, 'The account is locked.'), title: 'Unauthorized' },
	{ ...row('Keystone.401.mfa', 401, 'The virtual MFA code is missing or wrong.'), title: 'Unauthorized' },
	{
		...row('Keystone.403.console', 403, 'This user only supports console access, not programmatic access.'),
		title: 'Forbidden',
	},
	{ ...row('Keystone.403.disabled', 403, 'The user is disabled.'), title: 'Forbidden' },
	{ ...row('Keystone.404.project', 404, 'Could not find project.'), title: 'Not Found' },
	{
		...row('Keystone.500', 500, 'An unexpected error prevented the server from fulfilling your request.'),
		title: 'Internal Server Error',
	},
	{ ...row('Keystone.503', 503, 'The service is currently unavailable.'), title: 'Service Unavailable' },
];

export const ERROR_CATALOGUE: readonly CatalogueRow[] = [
	...AIS,
	...MODEL_ARTS,
	...GATEWAY.map(([number, status, message]) => row(`APIG.${number}`, status, message)),
	...GATEWAY.map(([number, status, message, own]) => row(`APIGW.${number}`, own ?? status, message)),
	...IAM,
	...KEYSTONE,
];

export interface ErrorOverrides {
	/** Picks the row where a code has several statuses (0201), or replaces the catalogue's status. */
	status?: number;
	message?: string;
	headers?: Record<string, string>;
}

/**
 * The answer that belongs to a code, in the shape of its family.
 * @throws Error for a code that the contract does not know.
 */
export function errorAnswer(code: string, requestId: string, overrides: ErrorOverrides = {}): Answer {
	const rows = ERROR_CATALOGUE.filter((entry) => entry.code === code);
	const found = rows.find((entry) => entry.status === overrides.status) ?? rows[0];
	if (!found) throw new Error(`Not an error code of the contract: ${code}`);
	const status = overrides.status ?? found.status;
	const message = overrides.message ?? found.message;
	const answer = shape(code, status, message, requestId);
	return { ...answer, headers: { ...answer.headers, ...overrides.headers } };
}

function shape(code: string, status: number, message: string, requestId: string): Answer {
	if (code.startsWith('APIG')) return gatewayError(status, code, message, requestId);
	if (code.startsWith('IAM.')) return flatIamError(status, code, message);
	if (code.startsWith('Keystone.')) {
		const title = KEYSTONE.find((entry) => entry.code === code)?.title ?? 'Error';
		return keystoneError(status, message, title);
	}
	return serviceError(status, code, message);
}

/** Ends the current call with the answer of a code. */
export function refuse(code: string, requestId: string, overrides: ErrorOverrides = {}): never {
	throw new Refusal(errorAnswer(code, requestId, overrides), code);
}
