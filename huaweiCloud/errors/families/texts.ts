// Sentences that rows of more than one family share.

export const USE_SMALLER_FILE = 'Use a file of at most 7 MB, for example by saving it as JPG.';

export const WAIT_THEN_SUPPORT =
	'Run the node again in a few minutes; if it keeps failing, contact Huawei Cloud support with the request ID.';

export const ASK_FOR_RIGHTS =
	'Ask the administrator to give the IAM user the right to call OCR in this region and project (policy "OCR FullAccess").';

export const SERVICE_FAULT = 'The service has an internal fault.';

export const TOO_SLOW = 'Processing took too long.';

export const SLOW_DOWN =
	'Set the option Requests per Second to a lower value, check that no other workflow calls OCR at the same time, or ask Huawei Cloud for a higher limit.';

export const TOO_MANY_CALLS = 'More calls were made in a time than this user is allowed.';

export const NO_TOKEN_ARRIVED = 'The call arrived without a token.';

export const LET_TOKEN_PASS = 'Check that no proxy between n8n and Huawei Cloud removes the header X-Auth-Token.';

export const LET_BODY_PASS = 'Check that no proxy between n8n and Huawei Cloud changes requests.';

export const RUN_AGAIN =
	'Run the node again; if it fails again, check that Region, Project ID and OCR Endpoint of the credential belong together.';

/** A token that is refused although it has only just been issued. */
export const BELONG_TOGETHER =
	'Check that Region, Project ID and OCR Endpoint belong together: the service refuses even a new token.';

export const TOKEN_TOO_LONG = 'Use an IAM user with fewer roles, or access keys instead of the login: the token is too long.';

export const CHECK_OCR_ENDPOINT = 'Check {endpoint} and Region of the credential: they must lead to the service itself.';
