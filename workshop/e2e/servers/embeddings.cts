// A stand-in for a model of embeddings: an OpenAI-compatible endpoint that remembers the texts it was sent.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EmbeddingsModel {
	/** Data of n8n's credential `openAiApi`. */
	credential: Record<string, unknown>;
	/** In the order in which they came. */
	texts: string[];
	close(): Promise<void>;
}

const DIMENSIONS = 8;

export async function startEmbeddings(): Promise<EmbeddingsModel> {
	const texts: string[] = [];
	const server = createServer((request, response) => {
		void readText(request).then((text) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			if (!request.url?.endsWith('/embeddings')) return response.end(JSON.stringify({ data: [{ id: 'text-embedding-3-small' }] }));
			const { input } = JSON.parse(text) as { input: string | string[] };
			const inputs = [input].flat();
			texts.push(...inputs);
			const data = inputs.map((each, index) => ({ object: 'embedding', index, embedding: embedding(each) }));
			return response.end(JSON.stringify({ object: 'list', data, model: 'text-embedding-3-small', usage: { prompt_tokens: 1, total_tokens: 1 } }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		credential: { apiKey: 'unused', url: `http://127.0.0.1:${port}/v1` },
		texts,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Something that differs from text to text; what it says is nobody's concern here. */
function embedding(text: string): number[] {
	return Array.from({ length: DIMENSIONS }, (_, index) => (text.charCodeAt(index % Math.max(1, text.length)) || 1) / 1000);
}

async function readText(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}
