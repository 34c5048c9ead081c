import { SOURCE } from '../sources';
import type { ErrorEntry } from '../types';

const PLATFORM = { family: 'platform', source: SOURCE.ocr } as const;
const IMAGE = { ...PLATFORM, reach: 'image' } as const;
const ACCOUNT = { ...PLATFORM, reach: 'account' } as const;
const SERVICE = { ...PLATFORM, reach: 'service' } as const;

const DEAD_TOKEN = {
	...ACCOUNT,
	cause: {
		en: 'The service does not accept the token.',
		zh: '服务不接受该 Token。',
	},
	remedy: {
		en: 'Run the node again; if it fails again, check that region, project and OCR endpoint of the credential belong together.',
		zh: '请重新运行节点；若仍失败，请检查凭证中的区域、项目和 OCR 终端节点是否一致。',
	},
	retry: 'refresh',
} as const;

const WAIT_THEN_SUPPORT = {
	en: 'Run the node again in a few minutes; if it keeps failing, contact Huawei Cloud support with the request ID.',
	zh: '请几分钟后重新运行；若仍失败，请携带请求 ID 联系华为云技术支持。',
} as const;

const CHECK_ENDPOINT = {
	en: 'Check OCR endpoint and region of the credential, and that General Text is offered in that region.',
	zh: '请检查凭证中的 OCR 终端节点和区域，并确认该区域提供通用文字识别。',
} as const;

/** `ModelArts.*`: the platform between gateway and OCR. */
export const PLATFORM_ERRORS: readonly ErrorEntry[] = [
	{ ...DEAD_TOKEN, code: 'ModelArts.0203', message: 'Invalid token.' },
	{
		...ACCOUNT,
		code: 'ModelArts.0212',
		message: 'Invalid Token header. The Token not contain project item.',
		cause: { en: 'The token was issued without a project.', zh: 'Token 不包含项目信息。' },
		remedy: {
			en: 'Set region or project ID in the credential, so that the login is made for a project.',
			zh: '请在凭证中填写区域或项目 ID，使登录以项目为范围。',
		},
		retry: 'no',
	},
	{
		...ACCOUNT,
		code: 'ModelArts.4101',
		message: 'Token header cannot be empty.',
		cause: { en: 'The call arrived without a token.', zh: '请求到达时未携带 Token。' },
		remedy: {
			en: 'Check that no proxy between n8n and Huawei Cloud removes the header X-Auth-Token.',
			zh: '请检查 n8n 与华为云之间的代理是否移除了 X-Auth-Token 请求头。',
		},
		retry: 'no',
	},
	{ ...DEAD_TOKEN, code: 'ModelArts.4102', message: 'Parse Token error.' },
	{ ...DEAD_TOKEN, code: 'ModelArts.4103', message: 'Invalid Token header.' },
	{
		...IMAGE,
		code: 'ModelArts.4104',
		message: 'Invalid Request Content Length.',
		cause: {
			en: 'The file is empty or has more than 10 MB after base64 encoding.',
			zh: '文件为空，或 base64 编码后超过 10 MB。',
		},
		remedy: {
			en: 'Use a file of at most 7 MB, for example by saving it as JPG.',
			zh: '请使用不超过 7 MB 的文件，例如另存为 JPG。',
		},
		retry: 'no',
	},
	{
		...IMAGE,
		code: 'ModelArts.4105',
		message: 'The JSON format of the input data is incorrect.',
		cause: {
			en: 'The request body did not arrive as JSON.',
			zh: '请求体到达时不是合法的 JSON。',
		},
		remedy: {
			en: 'Check that no proxy between n8n and Huawei Cloud changes request bodies.',
			zh: '请检查 n8n 与华为云之间的代理是否改写了请求体。',
		},
		retry: 'no',
	},
	{
		...ACCOUNT,
		code: 'ModelArts.4106',
		message: 'Invalid authorization request.',
		cause: { en: 'The Huawei Cloud account is restricted.', zh: '华为云账号受限。' },
		remedy: {
			en: 'Check the account in the Huawei Cloud console: arrears, real-name authentication, restrictions.',
			zh: '请在华为云控制台检查账号状态：欠费、实名认证、受限情况。',
		},
		retry: 'no',
	},
	{
		...IMAGE,
		code: 'ModelArts.4107',
		message: 'Get user temp ak sk error.',
		cause: {
			en: 'The service could not get delegated access to your OBS.',
			zh: '服务未能获取访问您 OBS 的委托授权。',
		},
		remedy: {
			en: 'Switch on the OBS authorisation in the OCR console, then try again.',
			zh: '请在 OCR 控制台开启 OBS 授权后重试。',
		},
		retry: 'once',
	},
	{
		...ACCOUNT,
		code: 'ModelArts.4201',
		message: 'Request url need service id.',
		cause: { en: 'The address that was called is wrong.', zh: '请求地址不正确。' },
		remedy: CHECK_ENDPOINT,
		retry: 'no',
	},
	{
		...ACCOUNT,
		code: 'ModelArts.4202',
		message: 'Request url format invalid.',
		cause: { en: 'The address that was called is wrong.', zh: '请求地址格式不正确。' },
		remedy: CHECK_ENDPOINT,
		retry: 'no',
	},
	{
		...ACCOUNT,
		code: 'ModelArts.4203',
		message: 'Access denied! You do not have permission.',
		cause: {
			en: 'The user has no right to call OCR in this project.',
			zh: '该用户在此项目中没有调用 OCR 的权限。',
		},
		remedy: {
			en: 'Ask the administrator to give the IAM user the policy "OCR FullAccess" for this project, and check the project ID.',
			zh: '请管理员为该 IAM 用户在此项目授予“OCR FullAccess”策略，并核对项目 ID。',
		},
		retry: 'no',
	},
	{
		...ACCOUNT,
		code: 'ModelArts.4204',
		message: 'Request api error! The API XXX is not subscribed.',
		cause: {
			en: 'General Text is not subscribed in this region for this account.',
			zh: '该账号在此区域未开通通用文字识别。',
		},
		remedy: {
			en: 'Subscribe to General Text in the OCR console, in the same region as in the credential.',
			zh: '请在 OCR 控制台开通通用文字识别，区域须与凭证中的区域一致。',
		},
		retry: 'no',
	},
	{
		...SERVICE,
		code: 'ModelArts.4301',
		message: 'Have error when get ai-service admin token.',
		cause: { en: 'The service has an internal fault.', zh: '服务内部错误。' },
		remedy: WAIT_THEN_SUPPORT,
		retry: 'backoff',
	},
	{
		...SERVICE,
		code: 'ModelArts.4302',
		message: 'Gateway forwarding error.',
		cause: { en: 'The service has an internal fault.', zh: '服务内部转发错误。' },
		remedy: WAIT_THEN_SUPPORT,
		retry: 'backoff',
	},
	{
		...SERVICE,
		code: 'ModelArts.4401',
		message: 'Max concurrency error.',
		cause: {
			en: 'Too many calls were made at the same time.',
			zh: '同时调用的数量超过上限。',
		},
		remedy: {
			en: 'Lower the option Max Concurrency, and check that no other workflow calls OCR at the same time.',
			zh: '请调低“Max Concurrency”选项，并确认没有其他工作流同时调用 OCR。',
		},
		retry: 'backoff',
	},
	{
		...SERVICE,
		code: 'ModelArts.4402',
		message: 'Backend service timeout error.',
		cause: { en: 'Processing took too long.', zh: '处理超时。' },
		remedy: {
			en: 'Use a smaller image, or run the node again later.',
			zh: '请使用更小的图像，或稍后重新运行。',
		},
		retry: 'backoff',
	},
	{
		...SERVICE,
		code: 'ModelArts.4403',
		message: 'Backend service unavailable error.',
		cause: { en: 'The service is down or overloaded.', zh: '服务不可用或过载。' },
		remedy: WAIT_THEN_SUPPORT,
		retry: 'backoff',
	},
	{
		...SERVICE,
		code: 'ModelArts.4502',
		message: 'Backend service response error.',
		cause: { en: 'The service gave no proper answer.', zh: '后端服务响应异常。' },
		remedy: WAIT_THEN_SUPPORT,
		retry: 'backoff',
	},
	...(
		[
			['ModelArts.4503', 'Backend service found error.'],
			['ModelArts.4504', 'Backend service api not found.'],
			['ModelArts.4506', 'SubService service found error.'],
		] as const
	).map(([code, message]) => ({
		...ACCOUNT,
		code,
		message,
		cause: {
			en: 'The service or operation does not exist where the call arrived.',
			zh: '请求到达的位置不存在该服务或接口。',
		},
		remedy: CHECK_ENDPOINT,
		retry: 'no' as const,
	})),
	{
		...SERVICE,
		code: 'ModelArts.4505',
		message: 'Backend service internal error.',
		cause: { en: 'The service has an internal fault.', zh: '后端服务内部错误。' },
		remedy: WAIT_THEN_SUPPORT,
		retry: 'backoff',
	},
	{
		...SERVICE,
		code: 'ModelArts.4508',
		message: 'Service not start.',
		cause: { en: 'The service is stopped.', zh: '服务未启动。' },
		remedy: WAIT_THEN_SUPPORT,
		retry: 'backoff',
	},
	{
		...IMAGE,
		code: 'ModelArts.4601',
		message: 'The URL is not allowed.',
		cause: { en: 'The image URL is malformed.', zh: '图像 URL 格式不正确。' },
		remedy: {
			en: 'Correct the image URL: http or https, reachable from the internet, non-ASCII characters percent-encoded.',
			zh: '请修正图像 URL：使用 http 或 https，公网可访问，非 ASCII 字符需百分号编码。',
		},
		retry: 'no',
	},
	{
		...IMAGE,
		code: 'ModelArts.4603',
		message: 'Obtaining the file from the URL failed.',
		cause: {
			en: 'The service could not download the image: host not reachable, too slow, or no image content type.',
			zh: '服务无法下载图像：主机不可达、过慢，或内容类型不是图像。',
		},
		remedy: {
			en: 'Open the image URL from outside your network; if that fails too, make it public or send the file itself with the Input Type Binary File.',
			zh: '请从外网打开该 URL；若无法打开，请将其公开，或将 Input Type 设为 Binary File，直接发送文件。',
		},
		retry: 'once',
	},
	{
		...IMAGE,
		code: 'ModelArts.4702',
		message: 'Query Obs agency failed.',
		cause: {
			en: 'The OCR service is not allowed to read your OBS.',
			zh: 'OCR 服务未获授权读取您的 OBS。',
		},
		remedy: {
			en: 'Switch on the OBS authorisation in the OCR console.',
			zh: '请在 OCR 控制台开启 OBS 授权。',
		},
		retry: 'no',
	},
	{
		...IMAGE,
		code: 'ModelArts.4703',
		message: 'The Obs URL is invalid.',
		cause: {
			en: 'The OBS address is malformed or lies in another region.',
			zh: 'OBS 地址格式不正确或位于其他区域。',
		},
		remedy: {
			en: 'Correct the OBS address; the bucket must be in the same region as OCR.',
			zh: '请修正 OBS 地址；桶须与 OCR 位于同一区域。',
		},
		retry: 'no',
	},
	{
		...IMAGE,
		code: 'ModelArts.4704',
		message: 'Obtaining the file from the OBS failed.',
		cause: { en: 'The OBS object could not be read.', zh: '无法读取 OBS 对象。' },
		remedy: {
			en: 'Check object name, bucket policy and region of the OBS object.',
			zh: '请检查 OBS 对象名称、桶策略和区域。',
		},
		retry: 'once',
	},
	{
		...IMAGE,
		code: 'ModelArts.4705',
		message: 'The file stored on the OBS is oversized.',
		cause: { en: 'The OBS object exceeds the size limit.', zh: 'OBS 文件超过大小限制。' },
		remedy: { en: 'Use a file of at most 7 MB.', zh: '请使用不超过 7 MB 的文件。' },
		retry: 'no',
	},
	{
		...IMAGE,
		code: 'ModelArts.4706',
		message: 'The Obs file is not exist.',
		cause: { en: 'There is no such OBS object.', zh: 'OBS 文件不存在。' },
		remedy: { en: 'Correct bucket and path of the OBS object.', zh: '请修正 OBS 的桶名和路径。' },
		retry: 'no',
	},
	{
		...ACCOUNT,
		code: 'ModelArts.6201',
		message: '(text not documented)',
		cause: { en: 'The account is frozen, usually because of arrears.', zh: '账号被冻结，通常因为欠费。' },
		remedy: {
			en: 'Top up the account in the Huawei Cloud console and wait until it is released.',
			zh: '请在华为云控制台充值，并等待账号解冻。',
		},
		retry: 'no',
	},
];
