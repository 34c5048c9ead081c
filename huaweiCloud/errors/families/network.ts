import { SOURCE } from '../sources';
import type { ErrorRow } from '../types';
import { rowsOf } from './rowsOf';

const common = { family: 'network', source: SOURCE.node } as const;
const passing = rowsOf({ ...common, reach: 'service', retry: 'backoff' });
const doubtful = rowsOf({ ...common, reach: 'service', retry: 'once' });
const lasting = rowsOf({ ...common, reach: 'account', retry: 'no' });

const LOOK_AT_PROXY =
	'If a proxy inspects the traffic of this network, its certificate must be known to Node.js of n8n (environment variable NODE_EXTRA_CA_CERTS).';

/** A failure without an answer, of a kind that no other row covers. */
export const UNKNOWN_NETWORK_ERROR = doubtful(
	'Node.NetworkError',
	'(any other failure of the connection)',
	'Proxy, firewall and DNS are the usual causes.',
	'Check that this machine can reach the {endpoint}: the connection to {host} failed.',
);

/** The node's own limit for one answer, or that of a proxy or the operating system. */
export const TIMEOUT = passing(
	'Node.Timeout ECONNABORTED ETIMEDOUT ESOCKETTIMEDOUT UND_ERR_CONNECT_TIMEOUT UND_ERR_HEADERS_TIMEOUT UND_ERR_BODY_TIMEOUT',
	'Timeout',
	'If other images pass, this one takes longer: raise the option Timeout or use a smaller image. If none passes, look at proxy and firewall.',
	'Check that this machine can reach the {endpoint}: {host} did not answer in time.',
);

/**
 * Failures without any answer: the code that the node shows, then those of Node.js. The latter stay out
 * of messages, because n8n replaces a message that holds one of them by a text of its own.
 */
export const NETWORK_ERRORS: readonly ErrorRow[] = [
	passing(
		'Node.ConnectionBroken ECONNRESET EPIPE ERR_STREAM_PREMATURE_CLOSE ERR_STREAM_DESTROYED UND_ERR_SOCKET',
		'Connection reset',
		'Network, firewall or proxy may have cut the connection before the answer was complete.',
		'Check that this machine can reach the {endpoint}: {host} closed the connection before it had answered.',
	),
	TIMEOUT,
	passing(
		'Node.HostNotFound ENOTFOUND EAI_AGAIN',
		'Host name not resolved',
		"The name is wrong, or the name resolution (DNS) of n8n's machine does not know it.",
		'Check that this machine can reach the {endpoint}: the name of {host} was not found.',
	),
	passing(
		'Node.ConnectionRefused ECONNREFUSED',
		'Connection refused',
		'Nothing listens there, or a firewall refuses the connection.',
		'Check that this machine can reach the {endpoint}: {host} refused the connection.',
	),
	passing(
		'Node.Unreachable EHOSTUNREACH EHOSTDOWN ENETUNREACH ENETDOWN EADDRNOTAVAIL',
		'No route to host',
		"Network, firewall and proxy of n8n's machine are the usual causes.",
		'Check that this machine can reach the {endpoint}: there is no route to {host}.',
	),
	doubtful(
		'Node.WrongProtocol EPROTO ERR_SSL_WRONG_VERSION_NUMBER ERR_SSL_PACKET_LENGTH_TOO_LONG HPE_INVALID_CONSTANT HPE_INVALID_VERSION',
		'No TLS or no HTTP',
		'It may be an address for plain http, or a proxy that does not let TLS through.',
		'Check that this machine can reach the {endpoint}: {host} does not speak TLS and HTTP as expected.',
	),
	lasting(
		'Node.CertificateNotTrusted SELF_SIGNED_CERT_IN_CHAIN DEPTH_ZERO_SELF_SIGNED_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_VERIFY_LEAF_SIGNATURE CERT_UNTRUSTED CERT_SIGNATURE_FAILURE',
		'Certificate not trusted',
		LOOK_AT_PROXY,
		'Check the {endpoint}, and make the certificate of an inspecting proxy known to n8n: the certificate shown for {host} is not trusted.',
	),
	lasting(
		'Node.CertificateExpired CERT_HAS_EXPIRED CERT_NOT_YET_VALID',
		'Certificate out of date',
		"The certificate is too old or too new for the clock of n8n's machine.",
		"Check the {endpoint}, and the clock of n8n's machine: the certificate shown for {host} is not valid today.",
	),
	lasting(
		'Node.CertificateForOtherName ERR_TLS_CERT_ALTNAME_INVALID',
		'Certificate for another name',
		LOOK_AT_PROXY,
		'Check the {endpoint}: the certificate shown for {host} is for another name.',
	),
	UNKNOWN_NETWORK_ERROR,
];
