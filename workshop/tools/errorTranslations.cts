// The texts of the error catalogue in Chinese, for docs/zh-CN/errors.md alone: the node itself speaks English.

import type { NODE_CODES } from '../../nodes/HuaweiOcr/errors/nodeCodes.ts';

/** English text of the catalogue → Chinese. */
export const CHINESE_TEXTS: ReadonlyMap<string, string> = new Map([
	[
		'A parameter has a wrong type or value, or an image and a URL were sent together.',
		'参数类型或取值不正确，或同时传入了 image 和 url。',
	],
	[
		'Correct the options of this node: language code, page number and the true/false options.',
		'请修改节点的选项：语言代码、页码以及布尔选项。',
	],
	[
		'The file is in a format that the service does not read, or is damaged.',
		'文件格式不受支持，或文件已损坏。',
	],
	[
		'Convert the file to JPG or PNG and try again.',
		'请将文件转换为 JPG 或 PNG 后重试。',
	],
	[
		'Width, height or number of pixels is outside the limits of the service.',
		'图像的宽、高或像素总数超出服务限制。',
	],
	[
		'Scale the image so that its shorter side has at least 15 px and its longer side at most 4096 px (newer editions of the service accept up to 30000 px).',
		'请缩放图像：短边不小于 15 px，长边不大于 4096 px（新版服务最大支持 30000 px）。',
	],
	[
		'The picture is not of the kind that {operation} reads, or too blurred, dark or distorted to be read.',
		'图像不是{operation}所能识别的类型，或过于模糊、昏暗、变形而无法识别。',
	],
	[
		'Use a sharper image that is filled by what is to be read, and check that {operation} is the right choice for it.',
		'请使用更清晰、待识别内容占满画面的图像，并确认选择{operation}是否合适。',
	],
	[
		'The recognition algorithm failed.',
		'识别算法执行失败。',
	],
	[
		'Try again; if it keeps failing, contact Huawei Cloud support with the request ID.',
		'请重试；若仍失败，请携带请求 ID 联系华为云技术支持。',
	],
	[
		'This code belongs to an operation that reads another kind of picture.',
		'该错误码属于识别其他类型图像的接口。',
	],
	[
		'Check that the picture is one for {operation}, and that OCR Endpoint leads to the OCR service and not to a proxy that calls another operation.',
		'请确认图像适用于{operation}，并检查 OCR Endpoint 是否直接指向 OCR 服务，而不是转发到其他接口的代理。',
	],
	[
		'The service does not accept the token.',
		'服务不接受该 Token。',
	],
	[
		'Run the node again; if it fails again, check that Region, Project ID and OCR Endpoint of the credential belong together.',
		'请重新运行节点；若仍失败，请检查凭证中的 Region、Project ID 和 OCR Endpoint 是否一致。',
	],
	[
		'The token was issued without a project.',
		'Token 不包含项目信息。',
	],
	[
		'Set Region or Project ID in the credential, so that the login is made for a project.',
		'请在凭证中填写 Region 或 Project ID，使登录以项目为范围。',
	],
	[
		'The call arrived without a token.',
		'请求到达时未携带 Token。',
	],
	[
		'Check that no proxy between n8n and Huawei Cloud removes the header X-Auth-Token.',
		'请检查 n8n 与华为云之间的代理是否移除了 X-Auth-Token 请求头。',
	],
	[
		'The file is empty or has more than 10 MB after base64 encoding.',
		'文件为空，或 base64 编码后超过 10 MB。',
	],
	[
		'Use a file of at most 7 MB, for example by saving it as JPG.',
		'请使用不超过 7 MB 的文件，例如另存为 JPG。',
	],
	[
		'The request body did not arrive as JSON.',
		'请求体到达时不是合法的 JSON。',
	],
	[
		'Check that no proxy between n8n and Huawei Cloud changes requests.',
		'请检查 n8n 与华为云之间的代理是否改写了请求。',
	],
	[
		'The Huawei Cloud account is restricted.',
		'华为云账号受限。',
	],
	[
		'Check the account in the Huawei Cloud console: arrears, real-name authentication, restrictions.',
		'请在华为云控制台检查账号状态：欠费、实名认证、受限情况。',
	],
	[
		'The service could not get delegated access to your OBS.',
		'服务未能获取访问您 OBS 的委托授权。',
	],
	[
		'Switch on the OBS authorization in the OCR console, then try again.',
		'请在 OCR 控制台开启 OBS 授权后重试。',
	],
	[
		'The address that was called is wrong.',
		'请求地址不正确。',
	],
	[
		'Check OCR Endpoint and Region of the credential, and that {operation} is offered in that region.',
		'请检查凭证中的 OCR Endpoint 和 Region，并确认该区域提供{operation}。',
	],
	[
		'The user has no right to call OCR in this project.',
		'该用户在此项目中没有调用 OCR 的权限。',
	],
	[
		'Ask the administrator to give the IAM user the right to call OCR in this region and project (policy "OCR FullAccess").',
		'请管理员授予该 IAM 用户在此区域和项目调用 OCR 的权限（“OCR FullAccess”策略）。',
	],
	[
		'{operation} is not subscribed in this region for this account.',
		'该账号在此区域未开通{operation}。',
	],
	[
		'Subscribe to {operation} in the OCR console, in the same region as in the credential.',
		'请在 OCR 控制台开通{operation}，区域须与凭证中的区域一致。',
	],
	[
		'The service has an internal fault.',
		'服务内部错误。',
	],
	[
		'Run the node again in a few minutes; if it keeps failing, contact Huawei Cloud support with the request ID.',
		'请几分钟后重新运行；若仍失败，请携带请求 ID 联系华为云技术支持。',
	],
	[
		'Too many calls were made at the same time.',
		'同时调用的数量超过上限。',
	],
	[
		'Lower the option Max Concurrency, and check that no other workflow calls OCR at the same time.',
		'请调低 Max Concurrency 选项，并确认没有其他工作流同时调用 OCR。',
	],
	[
		'Processing took too long.',
		'处理超时。',
	],
	[
		'Use a smaller image, or run the node again later.',
		'请使用更小的图像，或稍后重新运行。',
	],
	[
		'The service is down or overloaded.',
		'服务不可用或过载。',
	],
	[
		'The service gave no proper answer.',
		'服务未给出正常的应答。',
	],
	[
		'The service or operation does not exist where the call arrived.',
		'请求到达的位置不存在该服务或接口。',
	],
	[
		'The service is stopped.',
		'服务已停止。',
	],
	[
		'The image URL is malformed.',
		'图像 URL 格式不正确。',
	],
	[
		'Correct the image URL: http or https, reachable from the internet, non-ASCII characters percent-encoded.',
		'请修正图像 URL：使用 http 或 https，公网可访问，非 ASCII 字符需百分号编码。',
	],
	[
		'The service could not download the image: host not reachable, too slow, or no image content type.',
		'服务无法下载图像：主机不可达、过慢，或内容类型不是图像。',
	],
	[
		'Open the image URL from outside your network; if that fails too, make it public or send the file itself with the Input Type Binary File.',
		'请从外网打开该 URL；若无法打开，请将其公开，或将 Input Type 设为 Binary File，直接发送文件。',
	],
	[
		'The OCR service is not allowed to read your OBS.',
		'OCR 服务未获授权读取您的 OBS。',
	],
	[
		'Switch on the OBS authorization in the OCR console.',
		'请在 OCR 控制台开启 OBS 授权。',
	],
	[
		'The OBS address is malformed or lies in another region.',
		'OBS 地址格式不正确或位于其他区域。',
	],
	[
		'Correct the OBS address; the bucket must be in the same region as OCR.',
		'请修正 OBS 地址；桶须与 OCR 位于同一区域。',
	],
	[
		'The OBS object could not be read.',
		'无法读取 OBS 对象。',
	],
	[
		'Check object name, bucket policy and region of the OBS object.',
		'请检查 OBS 对象名称、桶策略和区域。',
	],
	[
		'The OBS object exceeds the size limit.',
		'OBS 对象超过大小限制。',
	],
	[
		'There is no such OBS object.',
		'OBS 对象不存在。',
	],
	[
		'Correct bucket and path of the OBS object.',
		'请修正 OBS 的桶名和路径。',
	],
	[
		'The account is frozen, usually because of arrears.',
		'账号被冻结，通常因为欠费。',
	],
	[
		'Top up the account in the Huawei Cloud console and wait until it is released.',
		'请在华为云控制台充值，并等待账号解冻。',
	],
	[
		'There is no such operation at this address; {operation} may not be offered in this region.',
		'该地址不存在此接口；该区域可能未提供{operation}。',
	],
	[
		'Check {endpoint} and Region of the credential: they must lead to the service itself.',
		'请检查凭证中的{endpoint}和 Region：须直接指向服务本身。',
	],
	[
		'The gateway is not configured for this call.',
		'网关未正确配置该接口。',
	],
	[
		'Contact Huawei Cloud support with the request ID.',
		'请携带请求 ID 联系华为云技术支持。',
	],
	[
		'The gateway could not map the request.',
		'网关编排请求时出错。',
	],
	[
		'Correct the options of this node.',
		'请修改节点的选项。',
	],
	[
		'Use a smaller image, or lower the option Max Concurrency and run the node again.',
		'请使用更小的图像，或调低 Max Concurrency 选项后重新运行。',
	],
	[
		'The service behind the gateway cannot be reached.',
		'网关后端服务不可达。',
	],
	[
		'The request body exceeds 12 MB.',
		'请求体超过 12 MB。',
	],
	[
		'The address exceeds 32 KB.',
		'请求地址超过 32 KB。',
	],
	[
		'One header exceeds 32 KB, or all headers together 128 KB.',
		'单个请求头超过 32 KB，或全部请求头超过 128 KB。',
	],
	[
		'Use an IAM user with fewer roles, or access keys instead of the login: the token is too long.',
		'请使用角色较少的 IAM 用户，或改用访问密钥：Token 过长。',
	],
	[
		'The gateway could not read the request.',
		'网关无法解析请求。',
	],
	[
		'The gateway has an internal fault.',
		'网关内部错误。',
	],
	[
		'The connection uses an old TLS version.',
		'连接使用了过旧的 TLS 版本。',
	],
	[
		'Use TLS 1.2 or newer: update Node.js of n8n, or the proxy in between.',
		'请使用 TLS 1.2 或更高版本：升级 n8n 的 Node.js 或中间代理。',
	],
	[
		'The token is damaged, cut off, or from another environment.',
		'Token 已损坏、被截断或来自其他环境。',
	],
	[
		'The token has expired.',
		'Token 已过期。',
	],
	[
		"The clock of n8n's machine differs from the service's by more than 15 minutes.",
		'n8n 所在机器的时钟与服务端相差超过 15 分钟。',
	],
	[
		"Set the clock of n8n's machine (time synchronization, NTP) and run the node again.",
		'请校准 n8n 所在机器的时钟（启用 NTP 时间同步）后重新运行。',
	],
	[
		'The signature was too old when it arrived: slow upload, or a clock that is wrong.',
		'签名到达时已过期：上传过慢或时钟不准。',
	],
	[
		"Check the clock of n8n's machine, then run the node again.",
		'请检查 n8n 所在机器的时钟后重新运行。',
	],
	[
		'The secret access key does not belong to the access key ID, or something on the way changed the request.',
		'SK 与 AK 不匹配，或请求在传输途中被改写。',
	],
	[
		'Correct the secret access key in the credential before running again: more than 5 failures in a row lock the key for 5 minutes.',
		'请先在凭证中更正 SK 再运行：连续失败超过 5 次将锁定该密钥 5 分钟。',
	],
	[
		'The access key is locked after more than 5 wrong signatures in a row.',
		'连续签名错误超过 5 次，该访问密钥已被锁定。',
	],
	[
		'Wait 5 minutes, correct the secret access key in the credential, then run the node again.',
		'请等待 5 分钟，在凭证中更正 SK 后重新运行。',
	],
	[
		'There is no such access key, or it belongs to another environment.',
		'访问密钥不存在，或属于其他环境。',
	],
	[
		'Correct the access key ID in the credential, or create a new key under My Credentials in the console. Temporary keys also need their security token.',
		'请在凭证中更正 AK，或在控制台“我的凭证”中新建访问密钥。临时密钥还需填写 Security Token。',
	],
	[
		'The gateway does not accept the token or signature.',
		'网关不接受该 Token 或签名。',
	],
	[
		'The user may not call this service.',
		'该用户无权调用此服务。',
	],
	[
		'The gateway expects an authentication by app, which OCR does not use.',
		'网关要求 APP 认证，而 OCR 不使用该方式。',
	],
	[
		'A token that was issued a moment ago is refused already.',
		'刚签发的 Token 即被拒绝。',
	],
	[
		'Check that Region, Project ID and OCR Endpoint belong together: the service refuses even a new token.',
		'请检查 Region、Project ID 和 OCR Endpoint 是否一致：服务连新签发的 Token 也拒绝。',
	],
	[
		'The token has expired or is from another region or environment.',
		'Token 已过期，或来自其他区域或环境。',
	],
	[
		'More calls were made in a time than this user is allowed.',
		'一段时间内的调用次数超过该用户的上限。',
	],
	[
		'Set the option Requests per Second to a lower value, check that no other workflow calls OCR at the same time, or ask Huawei Cloud for a higher limit.',
		'请调低 Requests per Second 选项，确认没有其他工作流同时调用 OCR，或向华为云申请提高限额。',
	],
	[
		'The project cannot be used.',
		'该项目不可用。',
	],
	[
		'Use another Project ID in the credential, or have the project enabled.',
		'请在凭证中使用其他 Project ID，或启用该项目。',
	],
	[
		"The address of n8n's machine is not allowed to call the service.",
		'n8n 所在机器的 IP 地址不允许调用该服务。',
	],
	[
		'Ask the administrator to allow this IP address in the access control of IAM.',
		'请管理员在 IAM 访问控制中放行该 IP 地址。',
	],
	[
		'The quota is used up or the account is frozen.',
		'配额已用尽或账号被冻结。',
	],
	[
		'Check quota and balance in the Huawei Cloud console.',
		'请在华为云控制台检查配额和余额。',
	],
	[
		'The call was made with the wrong protocol.',
		'调用使用了错误的协议。',
	],
	[
		'Write the OCR Endpoint of the credential with https:// or without a protocol.',
		'请在凭证的 OCR Endpoint 中使用 https:// 或省略协议。',
	],
	[
		'The gateway cannot reach IAM.',
		'网关无法访问 IAM 服务。',
	],
	[
		'The IAM user is under login protection (MFA) for API logins: each login would need a code. Further tries can lock the user.',
		'该 IAM 用户启用了 API 登录保护（MFA），每次登录都需要验证码。继续尝试可能锁定用户。',
	],
	[
		'Use an access key (credential "Huawei Cloud OCR Access Key API") instead of the login, or another user without login protection: this one needs a second factor.',
		'请改用访问密钥（凭证“Huawei Cloud OCR Access Key API”），或使用未启用登录保护的用户：该用户需要第二因子。',
	],
	[
		'The user is locked after too many failed logins. Nobody can unlock it earlier, and each further try may make it longer.',
		'登录失败次数过多，用户已被锁定。无法提前解锁，继续尝试可能延长锁定时间。',
	],
	[
		'Wait 15 minutes without any login, then check the password: the account is locked after too many failed logins.',
		'请等待 15 分钟且期间不要登录，然后检查密码：登录失败次数过多，账号已被锁定。',
	],
	[
		'An administrator has disabled the IAM user.',
		'管理员已停用该 IAM 用户。',
	],
	[
		'Ask the administrator to enable the IAM user, or enter another user: this one is disabled.',
		'请管理员启用该 IAM 用户，或填写其他用户：该用户已被停用。',
	],
	[
		'The user may only use the web console.',
		'该用户仅支持控制台访问。',
	],
	[
		'Enable programmatic access for the IAM user, or enter another user.',
		'请为该 IAM 用户启用编程访问，或填写其他用户。',
	],
	[
		"An account that was upgraded to a HUAWEI ID, and a federated user, can't log in by password here. The login is not repeated by itself, because five failures within 15 minutes lock the user.",
		'已升级为华为账号的账号以及联邦用户无法在此用密码登录。登录不会自动重试，因为 15 分钟内失败 5 次将锁定用户。',
	],
	[
		'Create an IAM user for n8n in the console and enter its name as IAM User Name, next to the Account Name: a HUAWEI ID cannot log in here.',
		'请在控制台为 n8n 创建 IAM 用户，并将其名称填入 IAM User Name，账号名填入 Account Name：华为账号无法在此登录。',
	],
	[
		'The Account Name is the name of the account that owns the user, as shown under My Credentials; it is neither an e-mail address nor the name of the IAM user.',
		'Account Name 是用户所属账号的名称，见“我的凭证”；既不是邮箱地址，也不是 IAM 用户名。',
	],
	[
		'Check Account Name (the account) and IAM User Name (the user in it): Huawei Cloud knows no account of this name.',
		'请检查 Account Name（账号）和 IAM User Name（账号下的用户）：华为云不存在该名称的账号。',
	],
	[
		'The Project ID is listed in the console under My Credentials, API Credentials, in the row of the region.',
		'Project ID 见控制台“我的凭证 - API 凭证”中该区域所在的行。',
	],
	[
		'Check Project ID and Region: Huawei Cloud has no {project} for this user.',
		'请检查 Project ID 和 Region：对该用户而言，华为云不存在{project}。',
	],
	[
		'Account and user do not fit together. The login is not repeated by itself, because five failures within 15 minutes lock the user.',
		'账号与用户不匹配。登录不会自动重试，因为 15 分钟内失败 5 次将锁定用户。',
	],
	[
		'Check that Account Name holds the account and IAM User Name the user in it, not the other way round: Huawei Cloud refused the login.',
		'请确认 Account Name 填写的是账号、IAM User Name 填写的是账号下的用户，而不是相反：华为云拒绝了登录。',
	],
	[
		'Check Account Name, IAM User Name and IAM Password: Huawei Cloud refused the login. The names must be those of the account and of an IAM user in it; if the account was upgraded to a HUAWEI ID, create such a user.',
		'请检查 Account Name、IAM User Name 和 IAM Password：华为云拒绝了登录。两个名称须分别为账号及其下 IAM 用户的名称；若账号已升级为华为账号，请创建这样的用户。',
	],
	[
		"IAM knows no such combination of account, user and password. The login is not repeated by itself, because five failures within 15 minutes lock the user. Federated users, and accounts that were upgraded to a HUAWEI ID, can't log in here at all: create an IAM user for n8n.",
		'IAM 中不存在该账号、用户与密码的组合。登录不会自动重试，因为 15 分钟内失败 5 次将锁定用户。联邦用户以及已升级为华为账号的账号无法在此登录：请为 n8n 创建 IAM 用户。',
	],
	[
		'Check Account Name, IAM User Name and IAM Password: Huawei Cloud refused the login.',
		'请检查 Account Name、IAM User Name 和 IAM Password：华为云拒绝了登录。',
	],
	[
		'A field may be empty, too long, or hold a character that IAM does not accept.',
		'某个字段可能为空、过长，或含有 IAM 不接受的字符。',
	],
	[
		'Check the fields of the credential: Huawei Cloud IAM cannot read the login.',
		'请检查凭证的各个字段：华为云 IAM 无法解析该登录请求。',
	],
	[
		'IAM knows the user, but does not let it log in by password from here.',
		'IAM 认识该用户，但不允许其从此处用密码登录。',
	],
	[
		'Ask the administrator whether the IAM user is enabled, has programmatic access and may log in from this address, or enter another user.',
		'请向管理员确认该 IAM 用户已启用、支持编程访问并可从此地址登录，或填写其他用户。',
	],
	[
		'The proxy between n8n and Huawei Cloud IAM wants a login of its own; the password of the credential did not reach Huawei Cloud.',
		'n8n 与华为云 IAM 之间的代理要求单独认证；凭证中的密码并未到达华为云。',
	],
	[
		"Correct the proxy settings of n8n's machine (user and password of the proxy): the proxy refused to let the login through to {host}.",
		'请修正 n8n 所在机器的代理设置（代理的用户名和密码）：代理拒绝将登录请求转发到{host}。',
	],
	[
		'Enter the final host name as IAM Endpoint, or leave it empty to use the one of the region.',
		'请在 IAM Endpoint 中填写最终的主机名，或留空以使用该区域的默认值。',
	],
	[
		'Check IAM Endpoint and Region: {host} redirects to another address, and a password never follows a redirect.',
		'请检查 IAM Endpoint 和 Region：{host}重定向到其他地址，而密码绝不会跟随重定向。',
	],
	[
		'It answered without a login result. A proxy, a firewall or a login page of the network may have answered in its place.',
		'应答中没有登录结果，可能是代理、防火墙或网络登录页代为应答。',
	],
	[
		'Check IAM Endpoint and Region, and the proxy of this machine: {host} does not answer like Huawei Cloud IAM.',
		'请检查 IAM Endpoint、Region 以及本机的代理：{host}的应答不像华为云 IAM。',
	],
	[
		'Other OCR operations may be subscribed: then the credential can be used for them as it is.',
		'其他 OCR 接口可能已开通：该凭证可直接用于这些接口。',
	],
	[
		'The {proof} right, but {operation} is not subscribed in this region: subscribe to it in the OCR console if you want to use it.',
		'{proof}正确，但该区域未开通{operation}：如需使用，请在 OCR 控制台开通。',
	],
	[
		'Other OCR operations may be offered there: then the credential can be used for them as it is.',
		'该处可能提供其他 OCR 接口：该凭证可直接用于这些接口。',
	],
	[
		'Check Region and OCR Endpoint: {host} offers no {operation}, so the test cannot go further.',
		'请检查 Region 和 OCR Endpoint：{host}不提供{operation}，因此无法继续测试。',
	],
	[
		'It answered without an error code of the service. A proxy, a firewall or a login page of the network may have answered in its place.',
		'应答中没有服务的错误码，可能是代理、防火墙或网络登录页代为应答。',
	],
	[
		'Check OCR Endpoint and Region: {host} does not answer like Huawei Cloud OCR.',
		'请检查 OCR Endpoint 和 Region：{host}的应答不像华为云 OCR。',
	],
	[
		'IAM does not accept the token.',
		'IAM 不接受该 Token。',
	],
	[
		'Run the node again: it logs in anew.',
		'请重新运行节点，节点将重新登录。',
	],
	[
		'The user is not allowed to do this.',
		'该用户无权执行此操作。',
	],
	[
		'Ask the administrator of the Huawei Cloud account to give the user access to the project.',
		'请华为云账号管理员授予该用户项目访问权限。',
	],
	[
		'IAM has an internal fault.',
		'IAM 内部错误。',
	],
	[
		'Too many logins in a short time.',
		'短时间内登录次数过多。',
	],
	[
		'Wait a minute, then run the node again with fewer workflows at the same time.',
		'请等待一分钟，并减少同时运行的工作流后重新运行。',
	],
	[
		'The access key cannot be used.',
		'该访问密钥不可用。',
	],
	[
		'Use another access key in the credential, one that is active and belongs to an existing user.',
		'请在凭证中使用其他有效且属于现有用户的访问密钥。',
	],
	[
		'The temporary access keys have expired.',
		'临时访问密钥已过期。',
	],
	[
		'Get new temporary keys and enter all three values in the credential: access key ID, secret access key and security token.',
		'请获取新的临时密钥，并在凭证中填写 AK、SK 和 Security Token 三个值。',
	],
	[
		'The endpoint sends the call to another address. It is not followed, so that no secret reaches another host.',
		'终端节点将请求重定向到其他地址。为避免密钥泄露到其他主机，节点不会跟随。',
	],
	[
		'Enter the address of the service itself as {endpoint} of the credential, with https.',
		'请在凭证的{endpoint}中填写服务自身的地址，并使用 https。',
	],
	[
		'The service refused the request.',
		'服务拒绝了该请求。',
	],
	[
		'Check the options of this node and the file.',
		'请检查节点选项和文件。',
	],
	[
		'The service does not accept token, keys or login.',
		'服务不接受该 Token、密钥或登录信息。',
	],
	[
		'Check the credential: account, user, password or keys, Region and endpoints.',
		'请检查凭证：账号、用户、密码或密钥、Region 和终端节点。',
	],
	[
		'The user may not do this, or a proxy on the way forbids it.',
		'该用户无权操作，或被途中的代理禁止。',
	],
	[
		'There is no such address on this host.',
		'该主机上不存在此地址。',
	],
	[
		'Check Region and {endpoint} of the credential.',
		'请检查凭证中的 Region 和{endpoint}。',
	],
	[
		'The address exists, but does not take this call.',
		'该地址存在，但不接受此调用方式。',
	],
	[
		'The proxy between n8n and Huawei Cloud wants a login of its own.',
		'n8n 与华为云之间的代理要求单独认证。',
	],
	[
		"Correct the proxy settings of n8n's machine: user and password of the proxy.",
		'请修正 n8n 所在机器的代理设置：代理的用户名和密码。',
	],
	[
		'The upload took too long.',
		'上传超时。',
	],
	[
		'Use a smaller image or a faster connection.',
		'请使用更小的图像或更快的网络。',
	],
	[
		'The file is too large for the service or for a proxy.',
		'文件超出服务或代理的大小限制。',
	],
	[
		'The address is too long.',
		'请求地址过长。',
	],
	[
		'The service does not take the content type.',
		'服务不支持该内容类型。',
	],
	[
		'The token makes the headers too long.',
		'Token 使请求头过长。',
	],
	[
		'The service or something in front of it does not work at the moment.',
		'服务或其前端设备暂时不可用。',
	],
	[
		'Run the node again in a few minutes.',
		'请几分钟后重新运行节点。',
	],
	[
		'A proxy or gateway in between may have cut or changed the answer. The call may have been billed, so it is not repeated by itself.',
		'途中的代理或网关可能截断或改写了应答。该调用可能已计费，因此不会自动重发。',
	],
	[
		"Try this image again, and check {endpoint} and proxy if it always happens: the answer can't be read.",
		'请对该图像重试；若总是如此，请检查{endpoint}和代理：应答无法读取。',
	],
	[
		'The answer carries no code that is known.',
		'应答不含已知的错误码。',
	],
	[
		'Check endpoint and proxy; if they are right, contact Huawei Cloud support with the request ID.',
		'请检查终端节点和代理；若无误，请携带请求 ID 联系华为云技术支持。',
	],
	[
		'Network, firewall or proxy may have cut the connection before the answer was complete.',
		'网络、防火墙或代理可能在应答完成前切断了连接。',
	],
	[
		'Check that this machine can reach the {endpoint}: {host} closed the connection before it had answered.',
		'请检查本机能否访问{endpoint}：{host}在应答前关闭了连接。',
	],
	[
		'If other images pass, this one takes longer: raise the option Timeout or use a smaller image. If none passes, look at proxy and firewall.',
		'若其他图像正常，说明该图像耗时更长：请增大 Timeout 选项或使用更小的图像。若全部失败，请检查代理和防火墙。',
	],
	[
		'Check that this machine can reach the {endpoint}: {host} did not answer in time.',
		'请检查本机能否访问{endpoint}：{host}未在规定时间内应答。',
	],
	[
		"The name is wrong, or the name resolution (DNS) of n8n's machine does not know it.",
		'主机名错误，或 n8n 所在机器的域名解析（DNS）不认识它。',
	],
	[
		'Check that this machine can reach the {endpoint}: the name of {host} was not found.',
		'请检查本机能否访问{endpoint}：找不到{host}的主机名。',
	],
	[
		'Nothing listens there, or a firewall refuses the connection.',
		'该处没有服务监听，或防火墙拒绝了连接。',
	],
	[
		'Check that this machine can reach the {endpoint}: {host} refused the connection.',
		'请检查本机能否访问{endpoint}：{host}拒绝了连接。',
	],
	[
		"Network, firewall and proxy of n8n's machine are the usual causes.",
		'常见原因是 n8n 所在机器的网络、防火墙和代理。',
	],
	[
		'Check that this machine can reach the {endpoint}: there is no route to {host}.',
		'请检查本机能否访问{endpoint}：没有到{host}的路由。',
	],
	[
		'It may be an address for plain http, or a proxy that does not let TLS through.',
		'可能是仅支持 http 的地址，或代理不允许 TLS 通过。',
	],
	[
		'Check that this machine can reach the {endpoint}: {host} does not speak TLS and HTTP as expected.',
		'请检查本机能否访问{endpoint}：{host}未按预期使用 TLS 和 HTTP。',
	],
	[
		'If a proxy inspects the traffic of this network, its certificate must be known to Node.js of n8n (environment variable NODE_EXTRA_CA_CERTS).',
		'若网络中的代理解密流量，须让 n8n 的 Node.js 信任其证书（环境变量 NODE_EXTRA_CA_CERTS）。',
	],
	[
		'Check the {endpoint}, and make the certificate of an inspecting proxy known to n8n: the certificate shown for {host} is not trusted.',
		'请检查{endpoint}，并让 n8n 信任解密代理的证书：{host}出示的证书不受信任。',
	],
	[
		"The certificate is too old or too new for the clock of n8n's machine.",
		'相对于 n8n 所在机器的时钟，证书已过期或尚未生效。',
	],
	[
		"Check the {endpoint}, and the clock of n8n's machine: the certificate shown for {host} is not valid today.",
		'请检查{endpoint}以及 n8n 所在机器的时钟：{host}出示的证书当前无效。',
	],
	[
		'Check the {endpoint}: the certificate shown for {host} is for another name.',
		'请检查{endpoint}：{host}出示的证书属于其他名称。',
	],
	[
		'Proxy, firewall and DNS are the usual causes.',
		'常见原因是代理、防火墙和 DNS。',
	],
	[
		'Check that this machine can reach the {endpoint}: the connection to {host} failed.',
		'请检查本机能否访问{endpoint}：与{host}的连接失败。',
	],
]);

/** Code of the node → what happened, in Chinese. */
export const CHINESE_NODE_CODES: Record<keyof typeof NODE_CODES, string> = {
	'Node.CannotShrink': '图像超过服务的限制，而该格式无法在此缩小。',
	'Node.DamagedHeader': '文件开头像图像，但读不出尺寸：文件已损坏或被截断。',
	'Node.DamagedPicture': '需要缩小图像，但其数据已损坏或被截断。',
	'Node.DamagedTiff': '无法统计 TIFF 的帧数：文件已损坏。',
	'Node.EmptyFile': '文件为空。',
	'Node.EncryptedPdf': 'PDF 需要密码。',
	'Node.FileTooLarge': '文件超过服务的大小限制。',
	'Node.FormatNotAllowed': '服务不支持此格式的文件。',
	'Node.InvalidCredential': '凭证的某个字段不可能正确。没有发送任何请求。',
	'Node.InvalidParameter': '节点的某个参数或选项取值无效。',
	'Node.InvalidUrl': '图像 URL 无法由服务下载。',
	'Node.KeysRefused': '服务拒绝了访问密钥，几分钟内不会再次尝试。',
	'Node.LoginRefused': 'IAM 拒绝了登录，几分钟内不会再次尝试。',
	'Node.MissingField': '条目没有所填名称的二进制字段。',
	'Node.NoBinaryData': '条目没有二进制数据。',
	'Node.NoExcelFile': '请求了 Excel 文件，但应答中没有可以打开的 Excel 文件。',
	'Node.NoImage': '文件不是图像，而是网页、JSON 或其他文本。',
	'Node.NoSuchPage': '文档没有所要求的页码。',
	'Node.PageTooFull': '该页的文字块、字段（或需重复字段的明细行）过多，此操作无法处理。',
	'Node.PictureTooLarge': '图像过大，无法在此解码并缩小。',
	'Node.PixelLimit': '图像的宽、高或像素总数超出服务限制。',
	'Node.TokenRefused': '服务连刚签发的 Token 也拒绝。',
	'Node.TooManyCalls': '本次执行需要的调用次数超过 Max Calls 选项。没有发送任何调用。',
	'Node.Unexpected': '节点自身的故障：请附上错误信息进行反馈。',
	'Node.UnexpectedAnswer': '应答者不是华为云。',
	'Node.UnknownFormat': '文件不是服务所支持的任何格式。',
	'Node.UnreadablePdf': '无法统计 PDF 的页数：文件已损坏或受保护。',
};
