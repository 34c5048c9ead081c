import { SOURCE } from '../sources';
import type { ErrorEntry } from '../types';

const NETWORK = { family: 'network', source: SOURCE.node } as const;

const CONNECTION = {
	en: "Check network, firewall and proxy of n8n's machine, then run the node again.",
	zh: '请检查 n8n 所在机器的网络、防火墙和代理后重新运行。',
} as const;

const BROKEN = { en: 'The connection broke before the answer was complete.', zh: '应答完成前连接中断。' } as const;
const NO_HOST = { en: 'The host name of the endpoint cannot be resolved.', zh: '终端节点的主机名无法解析。' } as const;
const NO_ROUTE = { en: 'The host of the endpoint cannot be reached.', zh: '终端节点的主机不可达。' } as const;
const BAD_CERTIFICATE = {
	en: 'The TLS certificate of the endpoint is not trusted.',
	zh: '终端节点的 TLS 证书不受信任。',
} as const;

/** Failures without any answer. */
export const NETWORK_ERRORS: readonly ErrorEntry[] = [
	...(
		[
			['ECONNRESET', 'Connection reset'],
			['EPIPE', 'Broken pipe'],
			['ERR_STREAM_PREMATURE_CLOSE', 'Premature close'],
		] as const
	).map(([code, message]) => ({
		...NETWORK,
		code,
		message,
		cause: BROKEN,
		remedy: CONNECTION,
		retry: 'backoff' as const,
		reach: 'service' as const,
	})),
	...(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'] as const).map((code) => ({
		...NETWORK,
		code,
		message: 'Timeout',
		cause: { en: 'No answer came in time.', zh: '未在规定时间内收到应答。' },
		remedy: {
			en: 'Raise the option Timeout or use a smaller image, then run the node again.',
			zh: '请增大“Timeout”选项或使用更小的图像后重新运行。',
		},
		retry: 'backoff' as const,
		reach: 'service' as const,
	})),
	...(['ENOTFOUND', 'EAI_AGAIN'] as const).map((code) => ({
		...NETWORK,
		code,
		message: 'Host name not resolved',
		cause: NO_HOST,
		remedy: {
			en: "Check region and endpoints of the credential and the name resolution of n8n's machine.",
			zh: '请检查凭证中的区域、终端节点以及 n8n 所在机器的域名解析。',
		},
		retry: 'backoff' as const,
		reach: 'service' as const,
	})),
	...(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'] as const).map((code) => ({
		...NETWORK,
		code,
		message: 'No connection',
		cause: NO_ROUTE,
		remedy: {
			en: "Check the endpoints of the credential, and network, firewall and proxy of n8n's machine.",
			zh: '请检查凭证中的终端节点，以及 n8n 所在机器的网络、防火墙和代理。',
		},
		retry: 'backoff' as const,
		reach: 'service' as const,
	})),
	...(
		[
			'DEPTH_ZERO_SELF_SIGNED_CERT',
			'SELF_SIGNED_CERT_IN_CHAIN',
			'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
			'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
			'CERT_HAS_EXPIRED',
			'ERR_TLS_CERT_ALTNAME_INVALID',
		] as const
	).map((code) => ({
		...NETWORK,
		code,
		message: 'Certificate not trusted',
		cause: BAD_CERTIFICATE,
		remedy: {
			en: 'Check the endpoints of the credential; behind an inspecting proxy, make its certificate known to n8n.',
			zh: '请检查凭证中的终端节点；若经过解密代理，请将其证书加入 n8n 的信任列表。',
		},
		retry: 'no' as const,
		reach: 'account' as const,
	})),
];
