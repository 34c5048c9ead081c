// The HTTP side of the control interface, for programs in other processes. JSON in, JSON out.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readBody } from '../http/body.cts';
import { ERROR_CATALOGUE } from '../http/errorCatalogue.cts';
import type { EmulatorSettings } from '../options.cts';
import type { Control } from './control.cts';
import type { Cloud } from '../cloud.cts';
import type { Fault, FaultRule, When } from './faults.cts';
import { refusalOf } from './localCaller.cts';
import { isLoginAnswerName, LOGIN_ANSWER_NAMES } from './loginAnswers.cts';
import { isOddAnswerName, ODD_ANSWERS } from './oddAnswers.cts';

type Json = Record<string, unknown>;

export function addControlRoutes(app: FastifyInstance, cloud: Cloud, control: Control): void {
	const on = (method: 'GET' | 'POST' | 'DELETE', path: string, work: (body: Json, query: URLSearchParams) => unknown): void => {
		app.route({
			method,
			url: `/__control${path}`,
			// In this hook because Fastify must not touch the body: see server.cts
			onRequest: async (request, reply) => answer(request, reply, work),
			handler: () => undefined,
		});
	};
	on('GET', '/counters', () => control.counters());
	on('GET', '/calls', (_, query) => {
		const after = query.get('after');
		return { calls: after === null ? control.calls() : control.callsBegunAfter(Number(after)) };
	});
	on('POST', '/counters/reset', () => control.resetCounters());
	on('POST', '/reset', () => control.reset());
	on('GET', '/faults', () => ({ faults: cloud.faults.list() }));
	on('POST', '/faults', (body) => ({ id: control.addFault(readRule(body)) }));
	on('DELETE', '/faults', () => control.clearFaults());
	on('GET', '/fault-names', () => ({ codes: ERROR_CATALOGUE, odd: ODD_ANSWERS, logins: LOGIN_ANSWER_NAMES }));
	on('GET', '/settings', () => control.settings);
	on('POST', '/settings', (body) => control.set(readSettings(body, control.settings)));
	on('POST', '/tokens/revoke', (body) => ({ tokens: control.revokeTokens(textOf(body.user)) }));
	on('POST', '/tokens/expire', (body) => ({ tokens: control.expireTokens(textOf(body.user)) }));
	on('POST', '/tokens/forget', () => control.forgetTokens());
	on('POST', '/clock', (body) => {
		control.shiftClock(numberOf(body.shiftMs) ?? 0);
		const skew = numberOf(body.dateSkewMs);
		if (skew !== undefined) control.skewDate(skew);
		return { now: control.now() };
	});
	on('POST', '/unlock', () => control.unlock());
	on('POST', '/objects', (body) => ({
		url: control.putObject(String(textOf(body.bucket)), String(textOf(body.region)), String(textOf(body.key)), {
			bytes: Buffer.from(textOf(body.base64) ?? '', 'base64'),
			...(typeof body.publicRead === 'boolean' ? { publicRead: body.publicRead } : {}),
			...(typeof body.contentType === 'string' ? { contentType: body.contentType } : {}),
		}),
	}));
}

async function answer(
	request: FastifyRequest,
	reply: FastifyReply,
	work: (body: Json, query: URLSearchParams) => unknown,
): Promise<FastifyReply> {
	const read = await readBody(request.raw);
	const hasBody = read.kind === 'read' && read.body.length > 0;
	const refusal = refusalOf(request.method, request.headers, hasBody);
	if (refusal !== undefined) return reply.code(403).send({ error: refusal });
	const query = new URLSearchParams((request.raw.url ?? '').split('?')[1] ?? '');
	try {
		const text = read.kind === 'read' ? read.body.toString('utf8') : '';
		const body: unknown = text === '' ? {} : JSON.parse(text);
		if (typeof body !== 'object' || body === null) throw new Error('The body has to be a JSON object');
		return reply.code(200).send(work(body as Json, query) ?? { ok: true });
	} catch (error) {
		return reply.code(400).send({ error: error instanceof Error ? error.message : 'unknown' });
	}
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

/** Names are checked, so that a typing error does not silently leave a test without its fault. */
function readRule(body: Json): FaultRule {
	const fault = body.fault as Fault | undefined;
	if (typeof fault !== 'object' || typeof fault.kind !== 'string') throw new Error('fault.kind is missing');
	if (fault.kind === 'error' && !ERROR_CATALOGUE.some((row) => row.code === fault.code)) {
		throw new Error(`Unknown code ${String(fault.code)}; GET /__control/fault-names lists them`);
	}
	if (fault.kind === 'odd' && !isOddAnswerName(fault.name)) {
		throw new Error(`Unknown odd answer ${String(fault.name)}; GET /__control/fault-names lists them`);
	}
	if (fault.kind === 'login' && !isLoginAnswerName(fault.name)) {
		throw new Error(`Unknown login answer ${String(fault.name)}; GET /__control/fault-names lists them`);
	}
	if (fault.kind === 'change') throw new Error('change needs a function: in-process only');
	if (body.on !== undefined && body.on !== 'iam' && body.on !== 'ocr') throw new Error('on is iam or ocr');
	return {
		fault,
		...(body.on === undefined ? {} : { on: body.on }),
		...(body.when === undefined ? {} : { when: body.when as When }),
	};
}

function readSettings(body: Json, current: Readonly<EmulatorSettings>): Partial<EmulatorSettings> {
	const unknown = Object.keys(body).filter((name) => !Object.hasOwn(current, name));
	if (unknown.length > 0) throw new Error(`Unknown settings: ${unknown.join(', ')}`);
	// JSON has no Infinity; null means "no limit".
	if (body.maxParallel === null) return { ...body, maxParallel: Number.POSITIVE_INFINITY };
	return body as Partial<EmulatorSettings>;
}
