import { SOURCE } from '../sources';
import type { ErrorEntry } from '../types';

const HTTP = { family: 'http', source: SOURCE.status } as const;

const WAIT = {
	en: 'Run the node again in a few minutes.',
	zh: '请几分钟后重新运行节点。',
} as const;

/** `code` of the row for an answer with a success status that cannot be read. */
export const UNREADABLE_ANSWER = 'unreadable';

/** For statuses that no other row covers. */
export const UNKNOWN_ENTRY: ErrorEntry = {
	...HTTP,
	code: 'unknown',
	message: '(any other status)',
	cause: { en: 'The answer carries no code that is known.', zh: '应答不含已知的错误码。' },
	remedy: {
		en: 'Check endpoint and proxy; if they are right, contact Huawei Cloud support with the request ID.',
		zh: '请检查终端节点和代理；若无误，请携带请求 ID 联系华为云技术支持。',
	},
	retry: 'no',
	reach: 'image',
};

/** What a status alone tells, for answers without a code that we know: proxies, load balancers. */
export const HTTP_ERRORS: readonly ErrorEntry[] = [
	{
		...HTTP,
		code: UNREADABLE_ANSWER,
		message: '(status 2xx, but no result in the answer)',
		cause: {
			en: 'The answer is cut off or is not the one of the OCR service. Such a call counts as answered and may be billed, so it is not repeated.',
			zh: '应答被截断，或并非来自 OCR 服务。该调用视为已应答，可能计费，因此不会自动重发。',
		},
		remedy: {
			en: 'Check OCR endpoint and proxy; then run the node again for this image only.',
			zh: '请检查 OCR 终端节点和代理，然后仅对该图像重新运行。',
		},
		retry: 'no',
		reach: 'image',
	},
	...[301, 302, 303, 307, 308].map((status) => ({
		...HTTP,
		code: String(status),
		message: '(redirect)',
		cause: {
			en: 'The endpoint sends the call to another address. It is not followed, so that no secret reaches another host.',
			zh: '终端节点将请求重定向到其他地址。为避免密钥泄露到其他主机，节点不会跟随。',
		},
		remedy: {
			en: 'Enter the address of the service itself as endpoint in the credential, with https.',
			zh: '请在凭证中填写服务自身的终端节点地址，并使用 https。',
		},
		retry: 'no' as const,
		reach: 'account' as const,
	})),
	{
		...HTTP,
		code: '400',
		message: 'Bad Request',
		cause: { en: 'The service refused the request.', zh: '服务拒绝了该请求。' },
		remedy: { en: 'Check the options of this node and the file.', zh: '请检查节点选项和文件。' },
		retry: 'no',
		reach: 'image',
	},
	{
		...HTTP,
		code: '401',
		message: 'Unauthorized',
		cause: { en: 'The service does not accept token, keys or login.', zh: '服务不接受该 Token、密钥或登录信息。' },
		remedy: {
			en: 'Check the credential: account, user, password or keys, region and endpoints.',
			zh: '请检查凭证：账号、用户、密码或密钥、区域和终端节点。',
		},
		retry: 'refresh',
		reach: 'account',
	},
	{
		...HTTP,
		code: '403',
		message: 'Forbidden',
		cause: { en: 'The user may not do this, or something on the way forbids it.', zh: '该用户无权操作，或被中间设备禁止。' },
		remedy: {
			en: 'Ask the administrator for the right to call OCR (policy "OCR FullAccess"), and check proxies.',
			zh: '请管理员授予调用 OCR 的权限（“OCR FullAccess”策略），并检查代理。',
		},
		retry: 'no',
		reach: 'account',
	},
	{
		...HTTP,
		code: '404',
		message: 'Not Found',
		cause: { en: 'There is no such address on this host.', zh: '该主机上不存在此地址。' },
		remedy: {
			en: 'Check region and endpoints of the credential.',
			zh: '请检查凭证中的区域和终端节点。',
		},
		retry: 'no',
		reach: 'account',
	},
	{
		...HTTP,
		code: '405',
		message: 'Method Not Allowed',
		cause: { en: 'The address exists, but does not take this call.', zh: '该地址存在，但不接受此调用方式。' },
		remedy: { en: 'Check the endpoints of the credential.', zh: '请检查凭证中的终端节点。' },
		retry: 'no',
		reach: 'account',
	},
	{
		...HTTP,
		code: '407',
		message: 'Proxy Authentication Required',
		cause: { en: 'The proxy in front of n8n wants a login.', zh: 'n8n 前的代理要求认证。' },
		remedy: { en: 'Correct the proxy settings of n8n.', zh: '请修正 n8n 的代理设置。' },
		retry: 'no',
		reach: 'account',
	},
	{
		...HTTP,
		code: '408',
		message: 'Request Timeout',
		cause: { en: 'The upload took too long.', zh: '上传超时。' },
		remedy: { en: 'Use a smaller image or a faster connection.', zh: '请使用更小的图像或更快的网络。' },
		retry: 'backoff',
		reach: 'service',
	},
	{
		...HTTP,
		code: '413',
		message: 'Request Entity Too Large',
		cause: { en: 'The file is too large for the service or for a proxy.', zh: '文件超出服务或代理的大小限制。' },
		remedy: { en: 'Use a smaller file, at most 7 MB.', zh: '请使用更小的文件（不超过 7 MB）。' },
		retry: 'no',
		reach: 'image',
	},
	{
		...HTTP,
		code: '414',
		message: 'URI Too Long',
		cause: { en: 'The address is too long.', zh: '请求地址过长。' },
		remedy: { en: 'Check the endpoints of the credential.', zh: '请检查凭证中的终端节点。' },
		retry: 'no',
		reach: 'account',
	},
	{
		...HTTP,
		code: '415',
		message: 'Unsupported Media Type',
		cause: { en: 'The service does not take the content type.', zh: '服务不支持该内容类型。' },
		remedy: {
			en: 'Check that no proxy between n8n and Huawei Cloud changes requests.',
			zh: '请检查 n8n 与华为云之间的代理是否改写了请求。',
		},
		retry: 'no',
		reach: 'image',
	},
	{
		...HTTP,
		code: '429',
		message: 'Too Many Requests',
		cause: { en: 'More calls were made than allowed.', zh: '调用次数超过上限。' },
		remedy: {
			en: 'Set the option Requests per Second to a lower value, and check that no other workflow calls OCR at the same time.',
			zh: '请调低“Requests per Second”选项，并确认没有其他工作流同时调用 OCR。',
		},
		retry: 'backoff',
		reach: 'service',
	},
	{
		...HTTP,
		code: '494',
		message: 'Request Header Too Large',
		cause: { en: 'The token makes the headers too long.', zh: 'Token 使请求头过长。' },
		remedy: {
			en: 'Use an IAM user with fewer roles, or access keys instead of the login.',
			zh: '请使用角色较少的 IAM 用户，或改用访问密钥。',
		},
		retry: 'no',
		reach: 'account',
	},
	...(
		[
			['500', 'Internal Server Error'],
			['502', 'Bad Gateway'],
			['503', 'Service Unavailable'],
			['504', 'Gateway Timeout'],
		] as const
	).map(([code, message]) => ({
		...HTTP,
		code,
		message,
		cause: {
			en: 'The service or something in front of it does not work at the moment.',
			zh: '服务或其前端设备暂时不可用。',
		},
		remedy: WAIT,
		retry: 'backoff' as const,
		reach: 'service' as const,
	})),
	UNKNOWN_ENTRY,
];
