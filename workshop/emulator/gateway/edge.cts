// Limits of the load balancer in front: row 1 of section 15.2.
import type { Call } from '../http/call.cts';
import { refuse } from '../http/errorCatalogue.cts';

const MAX_HEADER_BYTES = 32 * 1024;
const MAX_HEADERS_BYTES = 128 * 1024;
const MAX_URI_BYTES = 32 * 1024;

/** Node's own limit, above ours so that ours answers. Without it two 9 KB tokens would already be too much. */
export const PARSER_HEADER_BYTES = 256 * 1024;

export function checkEdge(call: Call, url: string, family: 'APIG' | 'APIGW'): void {
	if (url.length > MAX_URI_BYTES) refuse(`${family}.0201`, call.requestId, { status: 414 });
	let total = 0;
	for (let i = 0; i + 1 < call.rawHeaders.length; i += 2) {
		const length = (call.rawHeaders[i]?.length ?? 0) + (call.rawHeaders[i + 1]?.length ?? 0);
		if (length > MAX_HEADER_BYTES) refuse(`${family}.0201`, call.requestId, { status: 494 });
		total += length;
	}
	if (total > MAX_HEADERS_BYTES) refuse(`${family}.0201`, call.requestId, { status: 494 });
}
