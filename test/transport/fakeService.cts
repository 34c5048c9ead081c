import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { MARKERS, notesOf, type KeyOutcome } from '../../huaweiCloud/ocrRequest.ts';
import { OcrClient, type ClientOptions } from '../../nodes/HuaweiOcr/transport/ocrClient.ts';
import { stoppableClock, type StoppableClock } from '../../nodes/HuaweiOcr/transport/clock.ts';
import type { OcrCall } from '../../nodes/HuaweiOcr/transport/ocrCall.ts';
import { UnexpectedAnswer } from '../../nodes/HuaweiOcr/errors/unexpectedAnswer.ts';
import { VirtualClock } from './virtualClock.cts';

/** What the service does with one request. */
export interface Reaction {
	readonly status?: number;
	readonly body?: string | AsyncIterable<Buffer>;
	readonly headers?: Record<string, string>;
	/** The request fails without an answer. */
	readonly error?: Error;
	/** ms until then */
	readonly afterMs?: number;
	/** No answer ever comes, and nothing ends the request. */
	readonly never?: true;
}

export interface SentRequest {
	readonly at: number;
	readonly url: string;
	readonly body: string;
	readonly headers: Record<string, string>;
	readonly signal: AbortSignal | undefined;
}

/** A good answer. */
export const GOOD: Reaction = { status: 200, body: '{"result":{"words":"ok"}}' };

/** An answer with an error code. */
export const coded = (status: number, code: string, headers: Record<string, string> = {}, message = 'said'): Reaction => ({
	status,
	headers: { 'x-request-id': 'request-1', ...headers },
	body: JSON.stringify({ error_code: code, error_msg: message }),
});

export const THROTTLED = coded(429, 'APIG.0308');

/** n8n and the credential in front of a service that reacts as the test says, in virtual time. */
export class FakeService {
	readonly clock = new VirtualClock();
	readonly sent: SentRequest[] = [];
	readonly keyOutcomes: KeyOutcome[] = [];
	/** ms that the login of each request takes before it is sent */
	loginMs = 0;
	/** Number of the token that requests get; undefined: an access key. */
	token: number | undefined;
	inFlight = 0;
	peak = 0;
	readonly #cancel = new AbortController();
	readonly #react: (request: SentRequest, number: number) => Reaction;
	stoppable: StoppableClock | undefined;

	/** @param react told the request's number, from 1 */
	constructor(react: (request: SentRequest, number: number) => Reaction) {
		this.#react = react;
	}

	client(options: Partial<ClientOptions> = {}): OcrClient {
		this.stoppable = stoppableClock(this.#cancel.signal, this.clock.factory);
		return new OcrClient(
			this.context(),
			{ credentialType: 'huaweiOcrApi', timeout: 60_000, maxConcurrency: 5, requestsPerSecond: 0, maxRetries: 3, ...options },
			this.stoppable,
			() => 0.5,
		);
	}

	/** The user stops the execution. */
	cancel(): void {
		this.#cancel.abort();
	}

	async run<T>(work: Promise<T>): Promise<T> {
		return await this.clock.run(work);
	}

	/** n8n as the node sees it. @param more what a test needs besides calls */
	context({ helpers = {}, ...more }: { helpers?: object; [name: string]: unknown } = {}): IExecuteFunctions {
		const request = async (_type: string, options: IHttpRequestOptions) => await this.#request(options);
		return {
			getExecutionCancelSignal: () => this.#cancel.signal,
			getNode: () => ({ credentials: {} }),
			getCredentials: () => Promise.resolve({}),
			...more,
			helpers: { httpRequestWithAuthentication: request, ...helpers },
		} as unknown as IExecuteFunctions;
	}

	async #request(options: IHttpRequestOptions): Promise<unknown> {
		const headers = options.headers as Record<string, string>;
		if (headers[MARKERS.rejectedToken] !== undefined && this.token !== undefined) {
			this.token = Math.max(this.token, Number(headers[MARKERS.rejectedToken]) + 1);
		}
		if (this.loginMs > 0) await this.clock.sleep(this.loginMs);
		const notes = notesOf(options);
		const signal = notes?.sending?.();
		if (notes && this.token === undefined) notes.keyOutcome = (outcome) => this.keyOutcomes.push(outcome);
		const request: SentRequest = {
			at: this.clock.now(),
			url: options.url,
			body: (options.body as Buffer).toString(),
			headers: { ...headers },
			signal,
		};
		this.sent.push(request);
		if (this.token !== undefined) headers[MARKERS.usedToken] = String(this.token);
		this.inFlight++;
		this.peak = Math.max(this.peak, this.inFlight);
		const reaction = this.#react(request, this.sent.length);
		try {
			if (reaction.never) await new Promise(() => undefined);
			await this.clock.sleep(reaction.afterMs ?? 1, signal);
		} finally {
			this.inFlight--;
		}
		if (reaction.error !== undefined) throw reaction.error;
		return { statusCode: reaction.status ?? 200, headers: reaction.headers ?? {}, body: reaction.body ?? '' };
	}
}

export interface TestCall extends OcrCall<string> {
	readonly released: () => number;
}

/** A call with a body of its own, which counts how often it is released. */
export function testCall(text = 'image'): TestCall {
	let released = 0;
	return {
		path: 'general-text',
		operationName: 'General Text',
		body: { bytes: () => Buffer.from(text), release: () => void released++ },
		read: (answer) => {
			const { result } = JSON.parse(answer) as { result?: { words: string } };
			if (!result) throw new UnexpectedAnswer('it has no result');
			return result.words;
		},
		released: () => released,
	};
}
