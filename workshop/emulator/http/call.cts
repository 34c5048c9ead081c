// One HTTP call as the checks see it: independent of Fastify, body read to the end.
import type { CallRecord } from '../control/counters.cts';

export interface Call {
	requestId: string;
	method: string;
	/** Path as sent, percent-encoded, without query. */
	path: string;
	/** Query as sent, without `?`. */
	query: string;
	/** Names and values in turn, as they came over the wire. */
	rawHeaders: string[];
	/** Lower-case names; repeated headers joined as Node joins them. */
	headers: Record<string, string | string[] | undefined>;
	body: Buffer;
	record: CallRecord;
}

/** First value of a header. */
export function header(call: Call, name: string): string | undefined {
	const value = call.headers[name];
	return Array.isArray(value) ? value[0] : value;
}
