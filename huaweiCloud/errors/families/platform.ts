import { SOURCE } from '../sources';
import type { ErrorRow } from '../types';
import { rowsOf } from './rowsOf';
import {
	ASK_FOR_RIGHTS,
	LET_BODY_PASS,
	LET_TOKEN_PASS,
	NO_TOKEN_ARRIVED,
	RUN_AGAIN,
	SERVICE_FAULT,
	TOO_SLOW,
	USE_SMALLER_FILE,
	WAIT_THEN_SUPPORT,
} from './texts';

const common = { family: 'platform', source: SOURCE.ocr } as const;
const image = rowsOf({ ...common, reach: 'image', retry: 'no' });
const account = rowsOf({ ...common, reach: 'account', retry: 'no' });
const service = rowsOf({ ...common, reach: 'service', retry: 'backoff' });
const token = rowsOf({ ...common, reach: 'account', retry: 'refresh', failure: 'credential-invalid' });

const DEAD_TOKEN = 'The service does not accept the token.';
const WRONG_ADDRESS = 'The address that was called is wrong.';
const NOT_HERE = 'The service or operation does not exist where the call arrived.';
const CHECK_OFFER = 'Check OCR Endpoint and Region of the credential, and that {operation} is offered in that region.';

/** `ModelArts.*`: the platform between gateway and OCR. */
export const PLATFORM_ERRORS: readonly ErrorRow[] = [
	token('ModelArts.0203', 'Invalid token.', DEAD_TOKEN, RUN_AGAIN),
	account(
		'ModelArts.0212',
		'Invalid Token header. The Token not contain project item.',
		'The token was issued without a project.',
		'Set Region or Project ID in the credential, so that the login is made for a project.',
	),
	account('ModelArts.4101', 'Token header cannot be empty.', NO_TOKEN_ARRIVED, LET_TOKEN_PASS),
	token('ModelArts.4102', 'Parse Token error.', DEAD_TOKEN, RUN_AGAIN),
	token('ModelArts.4103', 'Invalid Token header.', DEAD_TOKEN, RUN_AGAIN),
	image(
		'ModelArts.4104',
		'Invalid Request Content Length.',
		'The file is empty or has more than 10 MB after base64 encoding.',
		USE_SMALLER_FILE,
	),
	image(
		'ModelArts.4105',
		'The JSON format of the input data is incorrect.',
		'The request body did not arrive as JSON.',
		LET_BODY_PASS,
	),
	account(
		'ModelArts.4106',
		'Invalid authorization request.',
		'The Huawei Cloud account is restricted.',
		'Check the account in the Huawei Cloud console: arrears, real-name authentication, restrictions.',
	),
	image(
		'ModelArts.4107',
		'Get user temp ak sk error.',
		'The service could not get delegated access to your OBS.',
		'Switch on the OBS authorization in the OCR console, then try again.',
		{ retry: 'once' },
	),
	account('ModelArts.4201', 'Request url need service id.', WRONG_ADDRESS, CHECK_OFFER),
	account('ModelArts.4202', 'Request url format invalid.', WRONG_ADDRESS, CHECK_OFFER),
	account(
		'ModelArts.4203',
		'Access denied! You do not have permission.',
		'The user has no right to call OCR in this project.',
		ASK_FOR_RIGHTS,
	),
	account(
		'ModelArts.4204',
		'Request api error! The API XXX is not subscribed.',
		'{operation} is not subscribed in this region for this account.',
		'Subscribe to {operation} in the OCR console, in the same region as in the credential.',
	),
	service('ModelArts.4301', 'Have error when get ai-service admin token.', SERVICE_FAULT, WAIT_THEN_SUPPORT),
	service('ModelArts.4302', 'Gateway forwarding error.', SERVICE_FAULT, WAIT_THEN_SUPPORT),
	service(
		'ModelArts.4401',
		'Max concurrency error.',
		'Too many calls were made at the same time.',
		'Lower the option Max Concurrency, and check that no other workflow calls OCR at the same time.',
		{ limit: 'tooManyParallel' },
	),
	service('ModelArts.4402', 'Backend service timeout error.', TOO_SLOW, 'Use a smaller image, or run the node again later.'),
	service('ModelArts.4403', 'Backend service unavailable error.', 'The service is down or overloaded.', WAIT_THEN_SUPPORT),
	service('ModelArts.4502', 'Backend service response error.', 'The service gave no proper answer.', WAIT_THEN_SUPPORT),
	account('ModelArts.4503', 'Backend service found error.', NOT_HERE, CHECK_OFFER),
	account('ModelArts.4504', 'Backend service api not found.', NOT_HERE, CHECK_OFFER),
	service('ModelArts.4505', 'Backend service internal error.', SERVICE_FAULT, WAIT_THEN_SUPPORT),
	account('ModelArts.4506', 'SubService service found error.', NOT_HERE, CHECK_OFFER),
	service('ModelArts.4508', 'Service not start.', 'The service is stopped.', WAIT_THEN_SUPPORT),
	image(
		'ModelArts.4601',
		'The URL is not allowed.',
		'The image URL is malformed.',
		'Correct the image URL: http or https, reachable from the internet, non-ASCII characters percent-encoded.',
	),
	image(
		'ModelArts.4603',
		'Obtaining the file from the URL failed.',
		'The service could not download the image: host not reachable, too slow, or no image content type.',
		'Open the image URL from outside your network; if that fails too, make it public or send the file itself with the Input Type Binary File.',
		{ retry: 'once' },
	),
	image(
		'ModelArts.4702',
		'Query Obs agency failed.',
		'The OCR service is not allowed to read your OBS.',
		'Switch on the OBS authorization in the OCR console.',
	),
	image(
		'ModelArts.4703',
		'The Obs URL is invalid.',
		'The OBS address is malformed or lies in another region.',
		'Correct the OBS address; the bucket must be in the same region as OCR.',
	),
	image(
		'ModelArts.4704',
		'Obtaining the file from the OBS failed.',
		'The OBS object could not be read.',
		'Check object name, bucket policy and region of the OBS object.',
		{ retry: 'once' },
	),
	image('ModelArts.4705', 'The file stored on the OBS is oversized.', 'The OBS object exceeds the size limit.', USE_SMALLER_FILE),
	image(
		'ModelArts.4706',
		'The Obs file is not exist.',
		'There is no such OBS object.',
		'Correct bucket and path of the OBS object.',
	),
	account(
		'ModelArts.6201',
		'(text not documented)',
		'The account is frozen, usually because of arrears.',
		'Top up the account in the Huawei Cloud console and wait until it is released.',
		{ failure: 'quota-exhausted' },
	),
];
