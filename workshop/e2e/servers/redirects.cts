// A host that sends every request on: to another place of its own, or to another host.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const REDIRECT_STATUSES = [301, 302, 303, 307, 308] as const;
export const REDIRECT_TARGETS = ['same', 'other'] as const;

export interface Visit {
	/** Path and query. */
	path: string;
	headers: IncomingHttpHeaders;
}

export interface RedirectingHost {
	url: string;
	/** Requests that were sent on. */
	asked: Visit[];
	/** Requests that arrived where they were sent on to, on either host. */
	landed: Visit[];
	/** Address that answers with `status` and sends to the same host or to another. */
	address(status: (typeof REDIRECT_STATUSES)[number], target: (typeof REDIRECT_TARGETS)[number]): string;
	close(): Promise<void>;
}

export async function startRedirectingHost(): Promise<RedirectingHost> {
	const [asked, landed]: [Visit[], Visit[]] = [[], []];
	const other = createServer((request, response) => {
		landed.push({ path: request.url ?? '', headers: request.headers });
		response.end('{}');
	});
	const host = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '/', url);
		const visit = { path: request.url ?? '', headers: request.headers };
		if (pathname === '/landed') {
			landed.push(visit);
			response.end('{}');
			return;
		}
		asked.push(visit);
		const to = searchParams.get('target') === 'other' ? elsewhere : url;
		response.writeHead(Number(searchParams.get('status')), { location: `${to}/landed` }).end();
	});
	const url = `http://127.0.0.1:${await listen(host, '127.0.0.1')}`;
	const elsewhere = `http://localhost:${await listen(other, 'localhost')}`;
	return {
		url,
		asked,
		landed,
		address: (status, target) => `${url}/v2/project/ocr/general-text?status=${status}&target=${target}`,
		close: async () => {
			await Promise.all([host, other].map(async (server) => {
				server.closeAllConnections();
				await new Promise((resolve) => server.close(resolve));
			}));
		},
	};
}

async function listen(server: Server, host: string): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, host, resolve));
	return (server.address() as AddressInfo).port;
}
