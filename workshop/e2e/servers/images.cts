// A web server with images, for documents that are read by URL.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ImageServer {
	url: string;
	/** Serves `content` as `/name`; gives its address. */
	add(name: string, content: Buffer, mimeType: string): string;
	close(): Promise<void>;
}

export async function startImageServer(): Promise<ImageServer> {
	const files = new Map<string, { content: Buffer; mimeType: string }>();
	const server = createServer((request, response) => {
		const file = files.get(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
		if (!file) {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, { 'content-type': file.mimeType, 'content-length': file.content.length });
		response.end(file.content);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		add: (name, content, mimeType) => {
			files.set(`/${name}`, { content, mimeType });
			return `${url}/${encodeURIComponent(name)}`;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
