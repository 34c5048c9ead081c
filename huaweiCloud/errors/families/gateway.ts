import { SOURCE } from '../sources';
import type { ErrorEntry } from '../types';

/** A gateway row without its prefix: the numbers are the same in both families. */
interface GatewayRow extends Omit<ErrorEntry, 'code' | 'family' | 'source'> {
	readonly number: string;
	/** Status of the `APIGW.*` twin where it differs. */
	readonly olderStatus?: number;
	readonly source?: string;
}

const SUPPORT = {
	en: 'Contact Huawei Cloud support with the request ID.',
	zh: '请携带请求 ID 联系华为云技术支持。',
} as const;

const WAIT = {
	en: 'Run the node again in a few minutes; if it keeps failing, contact Huawei Cloud support with the request ID.',
	zh: '请几分钟后重新运行；若仍失败，请携带请求 ID 联系华为云技术支持。',
} as const;

const RIGHTS = {
	en: 'Ask the administrator to give the IAM user the right to call OCR in this region (policy "OCR FullAccess").',
	zh: '请管理员授予该 IAM 用户在此区域调用 OCR 的权限（“OCR FullAccess”策略）。',
} as const;

const RUN_AGAIN = {
	en: 'Run the node again; if it fails again, check that region, project and OCR endpoint of the credential belong together.',
	zh: '请重新运行节点；若仍失败，请检查凭证中的区域、项目和 OCR 终端节点是否一致。',
} as const;

const INTERNAL = { en: 'The gateway has an internal fault.', zh: '网关内部错误。' } as const;
const NO_BACKEND = { en: 'The service behind the gateway cannot be reached.', zh: '网关后端服务不可达。' } as const;
const NO_PERMISSION = { en: 'The user may not call this service.', zh: '该用户无权调用此服务。' } as const;
const CONFIGURATION = { en: 'The gateway is not configured for this call.', zh: '网关未正确配置该接口。' } as const;
const OTHER_AUTH = {
	en: 'The gateway expects an authentication by app, which OCR does not use.',
	zh: '网关要求 APP 认证，而 OCR 不使用该方式。',
} as const;
const CHECK_PATH = {
	en: 'Check OCR endpoint and region of the credential: they must lead to the OCR service itself.',
	zh: '请检查凭证中的 OCR 终端节点和区域：须直接指向 OCR 服务。',
} as const;

const AUTH_PREFIX = 'Incorrect IAM authentication information: ';
const ACCOUNT = { reach: 'account' } as const;
const SERVICE = { reach: 'service' } as const;
const IMAGE = { reach: 'image' } as const;

const ROWS: readonly GatewayRow[] = [
	{
		...ACCOUNT,
		number: '0101',
		httpStatus: [404],
		message: 'The API does not exist or has not been published in the environment.',
		cause: {
			en: 'There is no such operation at this address; General Text may not be offered in this region.',
			zh: '该地址不存在此接口；该区域可能未提供通用文字识别。',
		},
		remedy: CHECK_PATH,
		retry: 'no',
	},
	...(
		[
			['0103', 'The backend does not exist.', 404],
			['0104', 'The plug-ins do not exist.', 400],
			['0105', 'The backend configurations do not exist.', 400],
		] as const
	).map(([number, message, olderStatus]) => ({
		...ACCOUNT,
		number,
		httpStatus: [500],
		olderStatus,
		message,
		cause: CONFIGURATION,
		remedy: SUPPORT,
		retry: 'no' as const,
	})),
	{
		...IMAGE,
		number: '0106',
		httpStatus: [400],
		message: 'Orchestration error.',
		cause: { en: 'The gateway could not map the request.', zh: '网关编排请求时出错。' },
		remedy: { en: 'Correct the options of this node.', zh: '请修改节点的选项。' },
		retry: 'no',
	},
	{
		...SERVICE,
		number: '0201',
		variant: 'timeout',
		httpStatus: [504],
		message: 'Backend timeout.',
		cause: { en: 'Processing took too long.', zh: '后端处理超时。' },
		remedy: {
			en: 'Use a smaller image, or lower the option Max Concurrency and run the node again.',
			zh: '请使用更小的图像，或调低“最大并行请求数”后重新运行。',
		},
		retry: 'backoff',
	},
	{
		...SERVICE,
		number: '0201',
		variant: 'backend unavailable',
		httpStatus: [502],
		message: 'Backend unavailable.',
		cause: NO_BACKEND,
		remedy: WAIT,
		retry: 'backoff',
	},
	{
		...IMAGE,
		number: '0201',
		variant: 'body too large',
		httpStatus: [413],
		message: 'Request entity too large.',
		cause: { en: 'The request body exceeds 12 MB.', zh: '请求体超过 12 MB。' },
		remedy: {
			en: 'Use a file of at most 7 MB, for example by saving it as JPG.',
			zh: '请使用不超过 7 MB 的文件，例如另存为 JPG。',
		},
		retry: 'no',
	},
	{
		...IMAGE,
		number: '0201',
		variant: 'address too long',
		httpStatus: [414],
		message: 'Request URI too large.',
		cause: { en: 'The address exceeds 32 KB.', zh: '请求地址超过 32 KB。' },
		remedy: CHECK_PATH,
		retry: 'no',
	},
	{
		...ACCOUNT,
		number: '0201',
		variant: 'headers too large',
		httpStatus: [494],
		message: 'Request header or cookie too large.',
		cause: {
			en: 'One header exceeds 32 KB, or all headers together 128 KB.',
			zh: '单个请求头超过 32 KB，或全部请求头超过 128 KB。',
		},
		remedy: {
			en: 'Use an IAM user with fewer roles, or access keys instead of the login: the token is too long.',
			zh: '请使用角色较少的 IAM 用户，或改用访问密钥：Token 过长。',
		},
		retry: 'no',
	},
	{
		...IMAGE,
		number: '0201',
		variant: 'bad request',
		httpStatus: [400],
		message: 'API request error.',
		cause: { en: 'The gateway could not read the request.', zh: '网关无法解析请求。' },
		remedy: {
			en: 'Check that no proxy between n8n and Huawei Cloud changes requests.',
			zh: '请检查 n8n 与华为云之间的代理是否改写了请求。',
		},
		retry: 'no',
	},
	{
		...SERVICE,
		number: '0201',
		variant: 'unexpected error',
		httpStatus: [500],
		message: 'An unexpected error occurred.',
		cause: INTERNAL,
		remedy: WAIT,
		retry: 'backoff',
	},
	{
		...SERVICE,
		number: '0202',
		httpStatus: [502],
		message: 'Backend unavailable.',
		cause: NO_BACKEND,
		remedy: WAIT,
		retry: 'backoff',
	},
	{
		...SERVICE,
		number: '0203',
		httpStatus: [504],
		message: 'Backend timeout.',
		cause: { en: 'Processing took too long.', zh: '后端处理超时。' },
		remedy: WAIT,
		retry: 'backoff',
	},
	{
		...ACCOUNT,
		number: '0204',
		httpStatus: [400],
		message: 'SSL protocol is not supported: TLSv1.1',
		cause: { en: 'The connection uses an old TLS version.', zh: '连接使用了过旧的 TLS 版本。' },
		remedy: {
			en: 'Use TLS 1.2 or newer: update Node.js of n8n, or the proxy in between.',
			zh: '请使用 TLS 1.2 或更高版本：升级 n8n 的 Node.js 或中间代理。',
		},
		retry: 'no',
	},
	{
		...ACCOUNT,
		number: '0301',
		variant: 'no token',
		pattern: /x-auth-token not found/i,
		httpStatus: [401],
		message: `${AUTH_PREFIX}x-auth-token not found`,
		cause: { en: 'The call arrived without a token.', zh: '请求到达时未携带 Token。' },
		remedy: {
			en: 'Check that no proxy between n8n and Huawei Cloud removes the header X-Auth-Token.',
			zh: '请检查 n8n 与华为云之间的代理是否移除了 X-Auth-Token 请求头。',
		},
		retry: 'no',
		source: SOURCE.ocrFaq,
	},
	{
		...ACCOUNT,
		number: '0301',
		variant: 'token damaged',
		pattern: /decrypt token fail/i,
		httpStatus: [401],
		message: `${AUTH_PREFIX}decrypt token fail`,
		cause: {
			en: 'The token is damaged, cut off, or from another environment.',
			zh: 'Token 已损坏、被截断或来自其他环境。',
		},
		remedy: RUN_AGAIN,
		retry: 'refresh',
		source: SOURCE.ocrFaq,
	},
	{
		...ACCOUNT,
		number: '0301',
		variant: 'token expired',
		pattern: /token expires/i,
		httpStatus: [401],
		message: `${AUTH_PREFIX}token expires, expires_at: …`,
		cause: { en: 'The token has expired.', zh: 'Token 已过期。' },
		remedy: RUN_AGAIN,
		retry: 'refresh',
		source: SOURCE.ocrFaq,
	},
	{
		...ACCOUNT,
		number: '0301',
		variant: 'clock off',
		situation: 'clockSkew',
		pattern: /signature|ak ?sk/i,
		httpStatus: [401],
		message: `${AUTH_PREFIX}calc ak sk signature fail:signature expired`,
		cause: {
			en: "The clock of n8n's machine differs from the service's by more than 15 minutes.",
			zh: 'n8n 所在机器的时钟与服务端相差超过 15 分钟。',
		},
		remedy: {
			en: "Set the clock of n8n's machine (time synchronisation, NTP) and run the node again.",
			zh: '请校准 n8n 所在机器的时钟（启用 NTP 时间同步）后重新运行。',
		},
		retry: 'no',
		source: SOURCE.signing,
	},
	{
		...ACCOUNT,
		number: '0301',
		variant: 'signature expired',
		pattern: /signature expired/i,
		httpStatus: [401],
		message: `${AUTH_PREFIX}calc ak sk signature fail:signature expired`,
		cause: {
			en: 'The signature was too old when it arrived: slow upload, or a clock that is wrong.',
			zh: '签名到达时已过期：上传过慢或时钟不准。',
		},
		remedy: {
			en: "Check the clock of n8n's machine, then run the node again.",
			zh: '请检查 n8n 所在机器的时钟后重新运行。',
		},
		retry: 'once',
		source: SOURCE.signing,
	},
	{
		...ACCOUNT,
		number: '0301',
		variant: 'wrong signature',
		pattern: /verify aksk signature fail/i,
		httpStatus: [401],
		message: `${AUTH_PREFIX}verify aksk signature fail`,
		cause: {
			en: 'The secret access key does not belong to the access key ID, or something on the way changed the request.',
			zh: 'SK 与 AK 不匹配，或请求在传输途中被改写。',
		},
		remedy: {
			en: 'Correct the secret access key in the credential before running again: more than 5 failures in a row lock the key for 5 minutes.',
			zh: '请先在凭证中更正 SK：连续失败超过 5 次将锁定该密钥 5 分钟。',
		},
		retry: 'no',
		source: SOURCE.signing,
	},
	{
		...ACCOUNT,
		number: '0301',
		variant: 'access key locked',
		pattern: /failed to reach the limit/i,
		httpStatus: [401],
		message: `${AUTH_PREFIX}AK access failed to reach the limit,forbidden.`,
		cause: {
			en: 'The access key is locked after more than 5 wrong signatures in a row.',
			zh: '连续签名错误超过 5 次，该访问密钥已被锁定。',
		},
		remedy: {
			en: 'Wait 5 minutes, correct the secret access key in the credential, then run the node again.',
			zh: '请等待 5 分钟，在凭证中更正 SK 后重新运行。',
		},
		retry: 'no',
		source: SOURCE.signing,
	},
	{
		...ACCOUNT,
		number: '0301',
		variant: 'unknown access key',
		pattern: /\bak\b.*not exist/i,
		httpStatus: [401],
		message: `${AUTH_PREFIX}Get secretKey failed,ak:******,err:ak not exist`,
		cause: {
			en: 'There is no such access key, or it belongs to another environment.',
			zh: '访问密钥不存在，或属于其他环境。',
		},
		remedy: {
			en: 'Correct the access key ID in the credential, or create a new key under My Credentials in the console. Temporary keys also need their security token.',
			zh: '请在凭证中更正 AK，或在控制台“我的凭证”中新建访问密钥。临时密钥还需填写 Security Token。',
		},
		retry: 'no',
		source: SOURCE.signing,
	},
	{
		...ACCOUNT,
		number: '0301',
		httpStatus: [401],
		message: `${AUTH_PREFIX}…`,
		cause: { en: 'The gateway does not accept the token or signature.', zh: '网关不接受该 Token 或签名。' },
		remedy: RUN_AGAIN,
		retry: 'refresh',
	},
	{
		...ACCOUNT,
		number: '0302',
		httpStatus: [403],
		message: 'The IAM user is not authorized to access the API.',
		cause: NO_PERMISSION,
		remedy: RIGHTS,
		retry: 'no',
	},
	...(
		[
			['0303', 401, 'Incorrect app authentication information.'],
			['0304', 403, 'The app is not authorized to access the API.'],
			['0305', 401, 'Incorrect authentication information.'],
		] as const
	).map(([number, status, message]) => ({
		...ACCOUNT,
		number,
		httpStatus: [status],
		message,
		cause: OTHER_AUTH,
		remedy: CHECK_PATH,
		retry: 'no' as const,
	})),
	{
		...ACCOUNT,
		number: '0306',
		httpStatus: [403],
		message: 'API access denied.',
		cause: NO_PERMISSION,
		remedy: RIGHTS,
		retry: 'no',
	},
	{
		...ACCOUNT,
		number: '0307',
		variant: 'right after a login',
		situation: 'freshToken',
		httpStatus: [401],
		message: 'The token must be updated.',
		cause: {
			en: 'A token that was issued a moment ago is refused: region, project and OCR endpoint do not belong together.',
			zh: '刚签发的 Token 即被拒绝：区域、项目与 OCR 终端节点不一致。',
		},
		remedy: {
			en: 'Make region, project ID, OCR endpoint and IAM endpoint of the credential belong to the same region.',
			zh: '请使凭证中的区域、项目 ID、OCR 终端节点和 IAM 终端节点属于同一区域。',
		},
		retry: 'no',
		source: SOURCE.ocrFaq,
	},
	{
		...ACCOUNT,
		number: '0307',
		httpStatus: [401],
		message: 'The token must be updated.',
		cause: {
			en: 'The token has expired or is from another region or environment.',
			zh: 'Token 已过期，或来自其他区域/环境。',
		},
		remedy: RUN_AGAIN,
		retry: 'refresh',
	},
	{
		...SERVICE,
		number: '0308',
		httpStatus: [429],
		message: 'The throttling threshold has been reached: policy user over ratelimit,limit:XX,time:1 minute',
		cause: {
			en: 'More calls per minute were made than this user is allowed.',
			zh: '该用户每分钟的调用次数超过上限。',
		},
		remedy: {
			en: 'Set the option Requests per Second to a lower value, check that no other workflow calls OCR at the same time, or ask Huawei Cloud for a higher limit.',
			zh: '请调低“Requests per Second”选项，确认没有其他工作流同时调用 OCR，或向华为云申请提高限额。',
		},
		retry: 'backoff',
	},
	{
		...ACCOUNT,
		number: '0310',
		httpStatus: [403],
		message: 'The project is unavailable.',
		cause: { en: 'The project cannot be used.', zh: '该项目不可用。' },
		remedy: {
			en: 'Use another project ID in the credential, or have the project enabled.',
			zh: '请在凭证中使用其他项目 ID，或启用该项目。',
		},
		retry: 'no',
	},
	{
		...ACCOUNT,
		number: '0311',
		httpStatus: [401],
		message: 'Incorrect debugging authentication information.',
		cause: CONFIGURATION,
		remedy: SUPPORT,
		retry: 'no',
	},
	...(
		[
			['0401', 'Unknown client IP address.'],
			['0402', 'The IP address is not authorized to access the API.'],
		] as const
	).map(([number, message]) => ({
		...ACCOUNT,
		number,
		httpStatus: [403],
		message,
		cause: {
			en: "The address of n8n's machine is not allowed to call the service.",
			zh: 'n8n 所在机器的 IP 地址不允许调用该服务。',
		},
		remedy: {
			en: 'Ask the administrator to allow this IP address in the access control of IAM.',
			zh: '请管理员在 IAM 访问控制中放行该 IP 地址。',
		},
		retry: 'no' as const,
	})),
	{
		...ACCOUNT,
		number: '0404',
		httpStatus: [403],
		message: 'Access to the backend IP address has been denied.',
		cause: CONFIGURATION,
		remedy: SUPPORT,
		retry: 'no',
	},
	...(
		[
			['0501', 'The app quota has been used up.'],
			['0502', 'The app has been frozen.'],
		] as const
	).map(([number, message]) => ({
		...ACCOUNT,
		number,
		httpStatus: [405],
		message,
		cause: { en: 'The quota is used up or the account is frozen.', zh: '配额已用尽或账号被冻结。' },
		remedy: {
			en: 'Check quota and balance in the Huawei Cloud console.',
			zh: '请在华为云控制台检查配额和余额。',
		},
		retry: 'no' as const,
	})),
	{
		...SERVICE,
		number: '0601',
		httpStatus: [500],
		message: 'Internal server error.',
		cause: INTERNAL,
		remedy: WAIT,
		retry: 'backoff',
	},
	{
		...IMAGE,
		number: '0602',
		httpStatus: [400],
		message: 'Bad request.',
		cause: { en: 'The gateway could not read the request.', zh: '网关无法解析请求。' },
		remedy: {
			en: 'Check that no proxy between n8n and Huawei Cloud changes requests.',
			zh: '请检查 n8n 与华为云之间的代理是否改写了请求。',
		},
		retry: 'no',
	},
	...(
		[
			['0605', 'Domain name resolution failed.'],
			['0606', 'Failed to load the API configurations.'],
		] as const
	).map(([number, message]) => ({
		...SERVICE,
		number,
		httpStatus: [500],
		message,
		cause: INTERNAL,
		remedy: WAIT,
		retry: 'backoff' as const,
	})),
	{
		...ACCOUNT,
		number: '0607',
		httpStatus: [400],
		message: 'The following protocol is supported: {xxx}',
		cause: { en: 'The call was made with the wrong protocol.', zh: '调用使用了错误的协议。' },
		remedy: {
			en: 'Write the OCR endpoint of the credential with https:// or without a protocol.',
			zh: '请在凭证的 OCR 终端节点中使用 https:// 或省略协议。',
		},
		retry: 'no',
	},
	...(
		[
			['0608', 'Failed to obtain the admin token.'],
			['0609', 'The VPC backend does not exist.'],
			['0611', 'The backend port does not exist.'],
			['0612', 'An API cannot call itself.'],
		] as const
	).map(([number, message]) => ({
		...SERVICE,
		number,
		httpStatus: [500],
		message,
		cause: INTERNAL,
		remedy: SUPPORT,
		retry: 'once' as const,
	})),
	{
		...SERVICE,
		number: '0610',
		httpStatus: [502],
		message: 'No backend available.',
		cause: NO_BACKEND,
		remedy: WAIT,
		retry: 'backoff',
	},
	{
		...SERVICE,
		number: '0613',
		httpStatus: [503],
		message: 'The IAM service is currently unavailable.',
		cause: { en: 'The gateway cannot reach IAM.', zh: '网关无法访问 IAM 服务。' },
		remedy: WAIT,
		retry: 'backoff',
	},
	{
		...SERVICE,
		number: '0705',
		httpStatus: [500],
		message: 'Backend signature calculation failed.',
		cause: INTERNAL,
		remedy: SUPPORT,
		retry: 'once',
	},
	...(
		[
			['0801', 'The operation is forbidden.'],
			['0802', 'The IAM user is forbidden in the currently selected region.'],
		] as const
	).map(([number, message]) => ({
		...ACCOUNT,
		number,
		httpStatus: [403],
		message,
		cause: NO_PERMISSION,
		remedy: RIGHTS,
		retry: 'no' as const,
	})),
];

function inFamily(prefix: 'APIG' | 'APIGW', { number, olderStatus, ...row }: GatewayRow): ErrorEntry {
	const status = prefix === 'APIGW' && olderStatus !== undefined ? [olderStatus] : row.httpStatus;
	return {
		...row,
		...(status && { httpStatus: status }),
		code: `${prefix}.${number}`,
		family: 'gateway',
		source: row.source ?? SOURCE.gateway,
	};
}

/** `APIG.*` (OCR) and `APIGW.*` (IAM and older paths). */
export const GATEWAY_ERRORS: readonly ErrorEntry[] = [
	...ROWS.map((row) => inFamily('APIG', row)),
	...ROWS.map((row) => inFamily('APIGW', row)),
];
