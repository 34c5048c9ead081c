import { SOURCE } from '../sources';
import type { ErrorRow } from '../types';
import { rowsOf } from './rowsOf';
import {
	ASK_FOR_RIGHTS,
	BELONG_TOGETHER,
	CHECK_OCR_ENDPOINT,
	LET_BODY_PASS,
	LET_TOKEN_PASS,
	NO_TOKEN_ARRIVED,
	RUN_AGAIN,
	SLOW_DOWN,
	TOKEN_TOO_LONG,
	TOO_MANY_CALLS,
	TOO_SLOW,
	USE_SMALLER_FILE,
	WAIT_THEN_SUPPORT,
} from './texts';

const common = { family: 'gateway', source: SOURCE.gateway } as const;
const image = rowsOf({ ...common, reach: 'image', retry: 'no' });
const account = rowsOf({ ...common, reach: 'account', retry: 'no' });
const service = rowsOf({ ...common, reach: 'service', retry: 'backoff' });
const caller = rowsOf({
	...common,
	reach: 'account',
	retry: 'no',
	httpStatus: [401],
	failure: 'credential-invalid',
});

const AUTH_PREFIX = 'Incorrect IAM authentication information: ';
const SUPPORT = 'Contact Huawei Cloud support with the request ID.';
const INTERNAL = 'The gateway has an internal fault.';
const NO_BACKEND = 'The service behind the gateway cannot be reached.';
const NO_PERMISSION = 'The user may not call this service.';
const CONFIGURATION = 'The gateway is not configured for this call.';
const OTHER_AUTH = 'The gateway expects an authentication by app, which OCR does not use.';
const UNREADABLE = 'The gateway could not read the request.';
const BAD_ADDRESS = "The address of n8n's machine is not allowed to call the service.";
const ALLOW_ADDRESS = 'Ask the administrator to allow this IP address in the access control of IAM.';
const QUOTA = 'The quota is used up or the account is frozen.';
const CHECK_QUOTA = 'Check quota and balance in the Huawei Cloud console.';

/** Stands for every refusal of a token that was only just issued: another login would not help. */
export const FRESH_TOKEN = caller(
	'APIG.0307 APIGW.0307',
	'The token must be updated.',
	'A token that was issued a moment ago is refused already.',
	BELONG_TOGETHER,
	{ variant: 'right after a login', situation: 'freshToken', source: SOURCE.ocrFaq },
);

/** `APIG.*` (OCR), with the twins `APIGW.*` (IAM and older paths). */
export const GATEWAY_ERRORS: readonly ErrorRow[] = [
	account(
		'APIG.0101 APIGW.0101',
		'The API does not exist or has not been published in the environment.',
		'There is no such operation at this address; {operation} may not be offered in this region.',
		CHECK_OCR_ENDPOINT,
		{ httpStatus: [404] },
	),
	account('APIG.0103 APIGW.0103', 'The backend does not exist.', CONFIGURATION, SUPPORT, { httpStatus: [500], alsoStatus: 404 }),
	account('APIG.0104 APIGW.0104', 'The plug-ins do not exist.', CONFIGURATION, SUPPORT, { httpStatus: [500], alsoStatus: 400 }),
	account('APIG.0105 APIGW.0105', 'The backend configurations do not exist.', CONFIGURATION, SUPPORT, {
		httpStatus: [500],
		alsoStatus: 400,
	}),
	image(
		'APIG.0106 APIGW.0106',
		'Orchestration error.',
		'The gateway could not map the request.',
		'Correct the options of this node.',
		{ httpStatus: [400] },
	),
	service(
		'APIG.0201 APIGW.0201',
		'Backend timeout.',
		TOO_SLOW,
		'Use a smaller image, or lower the option Max Concurrency and run the node again.',
		{ variant: 'timeout', httpStatus: [504] },
	),
	service('APIG.0201 APIGW.0201', 'Backend unavailable.', NO_BACKEND, WAIT_THEN_SUPPORT, {
		variant: 'backend unavailable',
		httpStatus: [502],
	}),
	image('APIG.0201 APIGW.0201', 'Request entity too large.', 'The request body exceeds 12 MB.', USE_SMALLER_FILE, {
		variant: 'body too large',
		httpStatus: [413],
	}),
	image('APIG.0201 APIGW.0201', 'Request URI too large.', 'The address exceeds 32 KB.', CHECK_OCR_ENDPOINT, {
		variant: 'address too long',
		httpStatus: [414],
	}),
	account(
		'APIG.0201 APIGW.0201',
		'Request header or cookie too large.',
		'One header exceeds 32 KB, or all headers together 128 KB.',
		TOKEN_TOO_LONG,
		{ variant: 'headers too large', httpStatus: [494] },
	),
	image('APIG.0201 APIGW.0201', 'API request error.', UNREADABLE, LET_BODY_PASS, { variant: 'bad request', httpStatus: [400] }),
	service('APIG.0201 APIGW.0201', 'An unexpected error occurred.', INTERNAL, WAIT_THEN_SUPPORT, {
		variant: 'unexpected error',
		httpStatus: [500],
	}),
	service('APIG.0202 APIGW.0202', 'Backend unavailable.', NO_BACKEND, WAIT_THEN_SUPPORT, { httpStatus: [502] }),
	service('APIG.0203 APIGW.0203', 'Backend timeout.', TOO_SLOW, WAIT_THEN_SUPPORT, { httpStatus: [504] }),
	account(
		'APIG.0204 APIGW.0204',
		'SSL protocol is not supported: TLSv1.1',
		'The connection uses an old TLS version.',
		'Use TLS 1.2 or newer: update Node.js of n8n, or the proxy in between.',
		{ httpStatus: [400] },
	),
	caller('APIG.0301 APIGW.0301', `${AUTH_PREFIX}x-auth-token not found`, NO_TOKEN_ARRIVED, LET_TOKEN_PASS, {
		variant: 'no token',
		pattern: /x-auth-token not found/i,
		failure: 'configuration-invalid',
		source: SOURCE.ocrFaq,
	}),
	caller(
		'APIG.0301 APIGW.0301',
		`${AUTH_PREFIX}decrypt token fail`,
		'The token is damaged, cut off, or from another environment.',
		RUN_AGAIN,
		{ variant: 'token damaged', pattern: /decrypt token fail/i, retry: 'refresh', source: SOURCE.ocrFaq },
	),
	caller('APIG.0301 APIGW.0301', `${AUTH_PREFIX}token expires, expires_at: …`, 'The token has expired.', RUN_AGAIN, {
		variant: 'token expired',
		pattern: /token expires/i,
		retry: 'refresh',
		source: SOURCE.ocrFaq,
	}),
	caller(
		'APIG.0301 APIGW.0301',
		`${AUTH_PREFIX}calc ak sk signature fail:signature expired`,
		"The clock of n8n's machine differs from the service's by more than 15 minutes.",
		"Set the clock of n8n's machine (time synchronization, NTP) and run the node again.",
		{
			variant: 'clock off',
			situation: 'clockSkew',
			pattern: /signature|ak ?sk/i,
			failure: 'configuration-invalid',
			source: SOURCE.signing,
		},
	),
	caller(
		'APIG.0301 APIGW.0301',
		`${AUTH_PREFIX}calc ak sk signature fail:signature expired`,
		'The signature was too old when it arrived: slow upload, or a clock that is wrong.',
		"Check the clock of n8n's machine, then run the node again.",
		{
			variant: 'signature expired',
			pattern: /signature expired/i,
			retry: 'once',
			failure: 'configuration-invalid',
			source: SOURCE.signing,
		},
	),
	caller(
		'APIG.0301 APIGW.0301',
		`${AUTH_PREFIX}verify aksk signature fail`,
		'The secret access key does not belong to the access key ID, or something on the way changed the request.',
		'Correct the secret access key in the credential before running again: more than 5 failures in a row lock the key for 5 minutes.',
		{ variant: 'wrong signature', pattern: /verify aksk signature fail/i, refusesKey: true, source: SOURCE.signing },
	),
	caller(
		'APIG.0301 APIGW.0301',
		`${AUTH_PREFIX}AK access failed to reach the limit,forbidden.`,
		'The access key is locked after more than 5 wrong signatures in a row.',
		'Wait 5 minutes, correct the secret access key in the credential, then run the node again.',
		{ variant: 'access key locked', pattern: /failed to reach the limit/i, refusesKey: true, source: SOURCE.signing },
	),
	caller(
		'APIG.0301 APIGW.0301',
		`${AUTH_PREFIX}Get secretKey failed,ak:******,err:ak not exist`,
		'There is no such access key, or it belongs to another environment.',
		'Correct the access key ID in the credential, or create a new key under My Credentials in the console. Temporary keys also need their security token.',
		{ variant: 'unknown access key', pattern: /\bak\b.*not exist/i, refusesKey: true, source: SOURCE.signing },
	),
	caller('APIG.0301 APIGW.0301', `${AUTH_PREFIX}…`, 'The gateway does not accept the token or signature.', RUN_AGAIN, {
		retry: 'refresh',
	}),
	account('APIG.0302 APIGW.0302', 'The IAM user is not authorized to access the API.', NO_PERMISSION, ASK_FOR_RIGHTS, {
		httpStatus: [403],
	}),
	account('APIG.0303 APIGW.0303', 'Incorrect app authentication information.', OTHER_AUTH, CHECK_OCR_ENDPOINT, {
		httpStatus: [401],
	}),
	account('APIG.0304 APIGW.0304', 'The app is not authorized to access the API.', OTHER_AUTH, CHECK_OCR_ENDPOINT, {
		httpStatus: [403],
	}),
	account('APIG.0305 APIGW.0305', 'Incorrect authentication information.', OTHER_AUTH, CHECK_OCR_ENDPOINT, { httpStatus: [401] }),
	account('APIG.0306 APIGW.0306', 'API access denied.', NO_PERMISSION, ASK_FOR_RIGHTS, { httpStatus: [403] }),
	FRESH_TOKEN,
	caller(
		'APIG.0307 APIGW.0307',
		'The token must be updated.',
		'The token has expired or is from another region or environment.',
		RUN_AGAIN,
		{ retry: 'refresh' },
	),
	service(
		'APIG.0308 APIGW.0308',
		'The throttling threshold has been reached: policy user over ratelimit,limit:XX,time:1 minute',
		TOO_MANY_CALLS,
		SLOW_DOWN,
		{ httpStatus: [429], limit: 'throttled' },
	),
	account(
		'APIG.0310 APIGW.0310',
		'The project is unavailable.',
		'The project cannot be used.',
		'Use another Project ID in the credential, or have the project enabled.',
		{ httpStatus: [403] },
	),
	account('APIG.0311 APIGW.0311', 'Incorrect debugging authentication information.', CONFIGURATION, SUPPORT, {
		httpStatus: [401],
	}),
	account('APIG.0401 APIGW.0401', 'Unknown client IP address.', BAD_ADDRESS, ALLOW_ADDRESS, { httpStatus: [403] }),
	account('APIG.0402 APIGW.0402', 'The IP address is not authorized to access the API.', BAD_ADDRESS, ALLOW_ADDRESS, {
		httpStatus: [403],
	}),
	account('APIG.0404 APIGW.0404', 'Access to the backend IP address has been denied.', CONFIGURATION, SUPPORT, {
		httpStatus: [403],
	}),
	account('APIG.0501 APIGW.0501', 'The app quota has been used up.', QUOTA, CHECK_QUOTA, {
		httpStatus: [405],
		failure: 'quota-exhausted',
	}),
	account('APIG.0502 APIGW.0502', 'The app has been frozen.', QUOTA, CHECK_QUOTA, {
		httpStatus: [405],
		failure: 'quota-exhausted',
	}),
	service('APIG.0601 APIGW.0601', 'Internal server error.', INTERNAL, WAIT_THEN_SUPPORT, { httpStatus: [500] }),
	image('APIG.0602 APIGW.0602', 'Bad request.', UNREADABLE, LET_BODY_PASS, { httpStatus: [400] }),
	service('APIG.0605 APIGW.0605', 'Domain name resolution failed.', INTERNAL, WAIT_THEN_SUPPORT, { httpStatus: [500] }),
	service('APIG.0606 APIGW.0606', 'Failed to load the API configurations.', INTERNAL, WAIT_THEN_SUPPORT, { httpStatus: [500] }),
	account(
		'APIG.0607 APIGW.0607',
		'The following protocol is supported: {xxx}',
		'The call was made with the wrong protocol.',
		'Write the OCR Endpoint of the credential with https:// or without a protocol.',
		{ httpStatus: [400] },
	),
	service('APIG.0608 APIGW.0608', 'Failed to obtain the admin token.', INTERNAL, SUPPORT, { httpStatus: [500], retry: 'once' }),
	service('APIG.0609 APIGW.0609', 'The VPC backend does not exist.', INTERNAL, SUPPORT, { httpStatus: [500], retry: 'once' }),
	service('APIG.0610 APIGW.0610', 'No backend available.', NO_BACKEND, WAIT_THEN_SUPPORT, { httpStatus: [502] }),
	service('APIG.0611 APIGW.0611', 'The backend port does not exist.', INTERNAL, SUPPORT, { httpStatus: [500], retry: 'once' }),
	service('APIG.0612 APIGW.0612', 'An API cannot call itself.', INTERNAL, SUPPORT, { httpStatus: [500], retry: 'once' }),
	service(
		'APIG.0613 APIGW.0613',
		'The IAM service is currently unavailable.',
		'The gateway cannot reach IAM.',
		WAIT_THEN_SUPPORT,
		{ httpStatus: [503] },
	),
	service('APIG.0705 APIGW.0705', 'Backend signature calculation failed.', INTERNAL, SUPPORT, {
		httpStatus: [500],
		retry: 'once',
	}),
	account('APIG.0801 APIGW.0801', 'The operation is forbidden.', NO_PERMISSION, ASK_FOR_RIGHTS, { httpStatus: [403] }),
	account('APIG.0802 APIGW.0802', 'The IAM user is forbidden in the currently selected region.', NO_PERMISSION, ASK_FOR_RIGHTS, {
		httpStatus: [403],
	}),
];
