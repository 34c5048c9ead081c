// From an HTTP request to its answer on the wire: reading, counting, faults, sending. The same for IAM and OCR.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Cloud } from '../cloud.cts';
import { beforeChecks, changeAnswer, type Delivery, losesAnswer } from '../control/apply.cts';
import type { CallTarget } from '../control/counters.cts';
import type { Fault } from '../control/faults.cts';
import { checkEdge } from '../gateway/edge.cts';
import { type Answer, newId, Refusal } from './answers.cts';
import { readBody } from './body.cts';
import type { Call } from './call.cts';
import { errorAnswer, refuse } from './errorCatalogue.cts';

export type Log = (line: string) => void;
export type Work = (call: Call) => Answer | Promise<Answer>;

/** Answers one request with what `work` says, unless a limit or a fault says otherwise. */
export async function exchange(
	cloud: Cloud,
	log: Log,
	target: CallTarget,
	request: FastifyRequest,
	reply: FastifyReply,
	work: Work,
): Promise<void> {
	const call = newCall(cloud, target, request);
	const { record } = call;
	const faults = cloud.faults.take(record);
	if (faults.length > 0) record.fault = faults.map((fault) => fault.kind).join(',');
	if (faults.some((fault) => fault.kind === 'reset')) {
		finish(cloud, log, call, undefined, 'connection reset', false);
		return resetConnection(reply);
	}
	const read = await readBody(request.raw);
	if (read.kind === 'aborted') return finish(cloud, log, call, undefined, 'client gone', false);
	if (read.kind === 'read') call.body = read.body;
	record.bodyBytes = call.body.length;

	const computed = await answerOf(cloud, log, call, request.raw.url ?? '', faults, async () => {
		if (read.kind === 'too-large') refuse(`${family(target)}.0201`, call.requestId, { status: 413 });
		return work(call);
	});
	// Up to 12 MB that nobody needs any more
	call.body = Buffer.alloc(0);
	if (read.kind === 'read') read.release();
	const { answer, delivery } = computed;
	const gone = request.raw.socket.destroyed;
	const sent = delivery === 'silence' ? undefined : computed.status;
	finish(cloud, log, call, sent, gone ? `${computed.outcome} (client gone)` : computed.outcome, gone || losesAnswer(faults));
	deliver(cloud, call, reply, answer, delivery);
}

interface Computed {
	answer: Answer;
	delivery: Delivery;
	/** Before faults changed it: what the service did, and would bill. */
	status: number;
	outcome: string;
}

async function answerOf(
	cloud: Cloud,
	log: Log,
	call: Call,
	url: string,
	faults: Fault[],
	work: () => Promise<Answer>,
): Promise<Computed> {
	const early = await beforeChecks(cloud, call, url, faults);
	if (early === 'silence') {
		return { answer: { status: 0, headers: {}, body: '' }, delivery: early, status: 0, outcome: 'no answer' };
	}
	if (typeof early === 'object') {
		return { answer: early, delivery: 'send', status: early.status, outcome: outcomeOf(early) };
	}
	const answer = await computeAnswer(log, call, url, work);
	return { ...changeAnswer(answer, faults), status: answer.status, outcome: outcomeOf(answer) };
}

async function computeAnswer(log: Log, call: Call, url: string, work: () => Promise<Answer>): Promise<Answer> {
	const apig = family(call.record.target);
	try {
		checkEdge(call, url, apig);
		return await work();
	} catch (error) {
		if (error instanceof Refusal) return error.answer;
		// A mistake of the emulator itself; its text may hold anything, so only its place is logged.
		log(`internal error in call ${call.record.number}: ${error instanceof Error ? (error.stack ?? error.name) : 'unknown'}`);
		return errorAnswer(`${apig}.0601`, call.requestId);
	}
}

function newCall(cloud: Cloud, target: CallTarget, request: FastifyRequest): Call {
	const requestId = newId();
	const url = request.raw.url ?? '';
	const at = url.indexOf('?');
	const path = at < 0 ? url : url.slice(0, at);
	return {
		requestId,
		method: request.method,
		path,
		query: at < 0 ? '' : url.slice(at + 1),
		rawHeaders: request.raw.rawHeaders,
		headers: request.raw.headers,
		body: Buffer.alloc(0),
		record: cloud.counters.begin(target, request.method, path.slice(0, 200), requestId),
	};
}

function family(target: CallTarget): 'APIG' | 'APIGW' {
	return target === 'ocr' ? 'APIG' : 'APIGW';
}

/** Error code where the body has one, else the status. */
function outcomeOf(answer: Answer): string {
	if (answer.status < 300) return 'ok';
	const code = /"(?:error_)?code":"?([\w.]+)/.exec(answer.body.toString().slice(0, 300))?.[1];
	return code ?? String(answer.status);
}

function finish(
	cloud: Cloud,
	log: Log,
	call: Call,
	status: number | undefined,
	outcome: string,
	lost: boolean,
): void {
	const { record } = call;
	cloud.counters.end(record, status, outcome, lost);
	const ms = (record.endedAt ?? record.startedAt) - record.startedAt;
	log(`${record.number} ${record.method} ${record.path} ${status ?? '-'} ${outcome} ${ms} ms ${record.bodyBytes ?? 0} B`);
}

function deliver(cloud: Cloud, call: Call, reply: FastifyReply, answer: Answer, delivery: Delivery): void {
	const headers = { 'X-Request-Id': call.requestId, Date: cloud.clock.httpDate(), ...answer.headers };
	switch (delivery) {
		case 'silence':
			reply.hijack();
			return;
		case 'reset':
			return resetConnection(reply);
		case 'half-body':
			return sendHalf(reply, answer, headers);
		case 'send':
			reply.hijack();
			// Node's own response: Fastify would add a charset to the content type and guess one where there is none.
			reply.raw.writeHead(answer.status, withLength(headers, answer));
			reply.raw.end(hasBody(answer) ? answer.body : undefined);
	}
}

function hasBody(answer: Answer): boolean {
	return answer.status !== 204 && answer.status !== 304;
}

function withLength(headers: Record<string, string>, answer: Answer): Record<string, string> {
	if (!hasBody(answer)) return headers;
	return { ...headers, 'Content-Length': String(Buffer.byteLength(answer.body)) };
}

function resetConnection(reply: FastifyReply): void {
	reply.hijack();
	const { socket } = reply.raw;
	if (socket) socket.resetAndDestroy();
}

/** The announced length is that of the whole body; the connection ends once half of it is out. */
function sendHalf(reply: FastifyReply, answer: Answer, headers: Record<string, string>): void {
	reply.hijack();
	const bytes = Buffer.from(answer.body);
	reply.raw.writeHead(answer.status, { ...headers, 'Content-Length': String(bytes.length) });
	reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => reply.raw.socket?.destroy());
}
