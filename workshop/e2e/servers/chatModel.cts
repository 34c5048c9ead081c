// A stand-in for a language model: an OpenAI-compatible endpoint that calls the first tool once, and
// remembers what the tool answered.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ChatRequest {
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: { name: string; description?: string; parameters: unknown } }>;
	stream?: boolean;
}

export interface ChatModel {
	/** Base URL for n8n's OpenAI credential. */
	url: string;
	/** Arguments of the tool call that it will make. */
	toolArguments: Record<string, unknown>;
	/** Names and descriptions of the tools it was offered. */
	offered: Array<{ name: string; description: string }>;
	/** What the tool answered, as the model reads it. */
	toolAnswers: string[];
	close(): Promise<void>;
}

export async function startChatModel(): Promise<ChatModel> {
	const server = createServer((request, response) => {
		void readJson(request).then((body) => {
			if (!request.url?.endsWith('/chat/completions')) {
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end(JSON.stringify({ data: [{ id: 'gpt-4o-mini' }] }));
				return;
			}
			const chat = body as ChatRequest;
			model.offered = (chat.tools ?? []).map((tool) => ({
				name: tool.function.name,
				description: tool.function.description ?? '',
			}));
			const answers = chat.messages.filter((message) => message.role === 'tool');
			model.toolAnswers = answers.map((message) =>
				typeof message.content === 'string' ? message.content : JSON.stringify(message.content),
			);
			const message =
				answers.length === 0 && chat.tools?.[0]
					? {
							role: 'assistant',
							content: null,
							tool_calls: [
								{
									id: 'call_1',
									index: 0,
									type: 'function',
									function: {
										name: chat.tools[0].function.name,
										arguments: JSON.stringify(model.toolArguments),
									},
								},
							],
						}
					: { role: 'assistant', content: `The tool said: ${model.toolAnswers.join('\n')}` };
			const finish = answers.length === 0 ? 'tool_calls' : 'stop';
			const frame = { id: 'chat-1', created: 1, model: 'gpt-4o-mini' };
			if (chat.stream) {
				response.writeHead(200, { 'content-type': 'text/event-stream' });
				for (const choice of [
					{ index: 0, delta: message },
					{ index: 0, delta: {}, finish_reason: finish },
				]) {
					const chunk = { ...frame, object: 'chat.completion.chunk', choices: [choice] };
					response.write(`data: ${JSON.stringify(chunk)}\n\n`);
				}
				response.end('data: [DONE]\n\n');
				return;
			}
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(
				JSON.stringify({
					...frame,
					object: 'chat.completion',
					choices: [{ index: 0, message, finish_reason: finish }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const model: ChatModel = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		toolArguments: {},
		offered: [],
		toolAnswers: [],
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return model;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const text = Buffer.concat(chunks).toString();
	return text === '' ? {} : (JSON.parse(text) as unknown);
}
