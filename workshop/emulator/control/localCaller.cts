// Who may use the control interface: programs of this machine, no web page. A page in a browser of this machine
// can reach the port, but it can't keep its Origin off, name another Host than it was loaded from, or send JSON
// without being asked first.
import type { IncomingHttpHeaders } from 'node:http';

const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** @returns why the call is refused; undefined for a program of this machine */
export function refusalOf(method: string, headers: IncomingHttpHeaders, hasBody: boolean): string | undefined {
	const { origin, host = '', 'content-type': contentType = '' } = headers;
	if (!LOCAL_HOST.test(host)) return `Host has to be this machine, not ${host || 'absent'}`;
	if (origin !== undefined) return 'Web pages may not use the control interface';
	const site = headers['sec-fetch-site'];
	if (site !== undefined && site !== 'none') return 'Web pages may not use the control interface';
	if (method !== 'GET' && hasBody && !/^application\/json\s*(;|$)/i.test(contentType)) {
		return 'Content-Type has to be application/json';
	}
	return undefined;
}
