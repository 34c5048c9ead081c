// What a failed call means: whether it is repeated, what the pace learns of it, how far it reaches, what it says of the key.
import { NodeApiError, type INode } from 'n8n-workflow';

import { HuaweiCloudError, type HuaweiCloudErrorDetails } from '../../huaweiCloud/huaweiCloudError.ts';
import type { HttpAnswer } from '../../huaweiCloud/httpAnswer.ts';
import { OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import { UnexpectedAnswer } from '../../nodes/HuaweiOcr/errors/unexpectedAnswer.ts';
import {
	readFailedAnswer,
	readNetworkError,
	readSendingError,
	readUnexpectedAnswer,
	type CallSituation,
	type FailedAttempt,
} from '../../nodes/HuaweiOcr/transport/attempt.ts';

const SITUATION: CallSituation = { operation: 'General Text', freshToken: false, now: 0 };

const answer = (status: number, code: string, headers: Record<string, string> = {}, said = 'said'): HttpAnswer => ({
	status,
	headers: { 'x-request-id': 'r-1', ...headers },
	body: JSON.stringify({ error_code: code, error_msg: said }),
});

/** All that a failed attempt says, beside its texts. */
const facts = ({ error, ...rest }: FailedAttempt) => ({ ...rest, details: error.details });

const refused = (status: number, code: string, headers?: Record<string, string>, said?: string, situation: Partial<CallSituation> = {}) =>
	facts(readFailedAnswer(answer(status, code, headers, said), { ...SITUATION, ...situation }));

describe('an answer that is no success', () => {
	test('a picture that is not read: no repetition, and the next one may do', () => {
		expect(refused(400, 'AIS.0104')).toEqual({
			call: { verdict: 'no', throttled: false },
			report: { kind: 'answered' },
			reach: 'image',
			endsAll: false,
			keyOutcome: 'accepted',
			details: { httpStatus: 400, errorCode: 'AIS.0104', requestId: 'r-1' },
		});
	});

	test('throttled: later again, as late as the service says', () => {
		const base = { reach: 'service', endsAll: false, keyOutcome: 'accepted' };
		const details = { httpStatus: 429, errorCode: 'APIG.0308', requestId: 'r-1', failure: 'rate-limited' };
		expect(refused(429, 'APIG.0308')).toEqual({ ...base, call: { verdict: 'backoff', throttled: true }, report: { kind: 'throttled' }, details });
		expect(refused(429, 'APIG.0308', { 'retry-after': '7' })).toEqual({
			...base,
			call: { verdict: 'backoff', throttled: true, retryAfterMs: 7000 },
			report: { kind: 'throttled', retryAfterMs: 7000 },
			details: { ...details, retryAfterMs: 7000 },
		});
	});

	test('throttled by a limit that is named: the pace learns it', () => {
		const said = 'The throttling threshold has been reached: policy user over ratelimit,limit:5,time:1 second';
		expect(refused(429, 'APIG.0308', {}, said).report).toEqual({ kind: 'throttled', limit: { calls: 5, windowMs: 1000 } });
	});

	test.each([
		[500, 'AIS.0014', {}, undefined],
		[503, '', { 'retry-after': '3' }, 3000],
	])('trouble of the service, %i %s: later again, without a word about limits', (status, code, headers, retryAfterMs) => {
		const said = refused(status, code, headers as Record<string, string>);
		expect(said.call).toEqual({ verdict: 'backoff', throttled: false, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
		expect(said.report).toEqual({ kind: 'troubled' });
		expect(said.reach).toBe('service');
	});

	test('a success status is never sent again, whatever it holds', () => {
		for (const status of [200, 299]) expect(refused(status, 'APIG.0308').call).toEqual({ verdict: 'no', throttled: false });
		expect(refused(300, 'APIG.0308').call).toEqual({ verdict: 'backoff', throttled: true });
	});

	test('a token that has expired is renewed; one that is new was refused for another reason', () => {
		expect(refused(401, 'APIG.0307')).toMatchObject({ call: { verdict: 'refresh' }, report: { kind: 'unrelated' }, reach: 'account', keyOutcome: 'unknown' });
		expect(refused(401, 'APIG.0307', {}, 'said', { freshToken: true })).toMatchObject({ call: { verdict: 'no' }, report: { kind: 'unrelated' } });
	});

	test('an account that has not subscribed: the pace learns nothing, the keys are right', () => {
		expect(refused(403, 'ModelArts.4204')).toMatchObject({ call: { verdict: 'no', throttled: false }, report: { kind: 'answered' }, reach: 'account', endsAll: false, keyOutcome: 'accepted' });
	});

	test.each([401, 407])('a refusal with status %i and no code says nothing about the key', (status) => {
		expect(refused(status, '').keyOutcome).toBe('unknown');
	});

	test('a wrong secret key is told with all that is needed to tell it again', () => {
		const said = 'Incorrect IAM authentication information: verify aksk signature fail';
		const told = readFailedAnswer(answer(401, 'APIG.0301', {}, said), SITUATION);
		expect(told.keyOutcome).toEqual({
			problem: 'keysRefused',
			message: told.error.message,
			description: told.error.description,
			errorCode: 'APIG.0301',
			httpStatus: 401,
			requestId: 'r-1',
			verdict: 'no',
			reach: 'account',
			failure: 'credential-invalid',
		});
		expect(told.call).toEqual({ verdict: 'no', throttled: false });
	});

	test('without an ID of the request none is told', () => {
		const { error, keyOutcome } = readFailedAnswer({ ...answer(401, 'APIG.0301', {}, 'verify aksk signature fail'), headers: {} }, SITUATION);
		expect(error.details).not.toHaveProperty('requestId');
		expect(keyOutcome).not.toHaveProperty('requestId');
	});
});

describe('a success without a result', () => {
	const ok: HttpAnswer = { status: 200, headers: { 'x-request-id': 'r-1' }, body: '<html>' };

	test('says why, and is never repeated', () => {
		const told = readUnexpectedAnswer(ok, new UnexpectedAnswer('it is no JSON'), SITUATION);
		expect(facts(told)).toEqual({
			call: { verdict: 'no', throttled: false },
			report: { kind: 'answered' },
			reach: 'image',
			endsAll: false,
			keyOutcome: 'accepted',
			details: told.error.details,
		});
		expect(told.error.details).toMatchObject({ httpStatus: 200, requestId: 'r-1' });
		expect(told.error.description).toMatch(/^The service answered with success, but it is no JSON\. \S/);
		expect(told.error.description).not.toContain('<html>');
	});

	test('an error of ours keeps its words, with the request that it came from', () => {
		const { error } = readUnexpectedAnswer(ok, new OcrError('Do this', 'because', { errorCode: 'Node.Own' }), SITUATION);
		expect(error.message).toBe('Do this');
		expect(error.description).toBe('because');
		expect(error.details).toMatchObject({ httpStatus: 200, requestId: 'r-1', errorCode: 'Node.Own' });
	});
});

describe('a call that brought no answer', () => {
	const network = {
		call: { verdict: 'backoff', throttled: false },
		report: { kind: 'troubled' },
		reach: 'service',
		endsAll: false,
		keyOutcome: 'unknown',
	};

	test('the network: later again, and nothing is known of the key', () => {
		const broken = { ...network, details: { errorCode: 'Node.ConnectionBroken', failure: 'temporarily-unavailable' } };
		expect(facts(readNetworkError('ECONNRESET', SITUATION))).toEqual(broken);
		expect(facts(readSendingError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }), SITUATION))).toEqual(broken);
	});

	const node: INode = { id: '1', name: 'OCR', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} };
	/** What the credential throws, as it arrives through n8n. */
	const wrapped = (details: Partial<HuaweiCloudErrorDetails>): NodeApiError =>
		new NodeApiError(
			node,
			new HuaweiCloudError({ problem: 'failed', message: 'Do this', description: 'because', errorCode: 'Node.X', verdict: 'backoff', reach: 'service', ...details }) as never,
		);

	test('a login that failed: as it says itself', () => {
		expect(facts(readSendingError(wrapped({ retryAfterMs: 4000, httpStatus: 503, requestId: 'r-2' }), SITUATION))).toEqual({
			call: { verdict: 'backoff', throttled: false, retryAfterMs: 4000 },
			report: { kind: 'unrelated' },
			reach: 'service',
			endsAll: false,
			keyOutcome: 'unknown',
			details: { errorCode: 'Node.X', httpStatus: 503, requestId: 'r-2', retryAfterMs: 4000 },
		});
		expect(readSendingError(wrapped({}), SITUATION).call).toEqual({ verdict: 'backoff', throttled: false });
	});

	test('one that is of no use again is the account\'s, not the picture\'s', () => {
		expect(readSendingError(wrapped({ verdict: 'no', reach: 'image' }), SITUATION)).toMatchObject({ reach: 'account', endsAll: false, call: { verdict: 'no' } });
	});

	test.each(['configuration', 'loginRefused', 'keysRefused'] as const)('%s ends all, and is not tried again', (problem) => {
		expect(readSendingError(wrapped({ problem, verdict: 'backoff' }), SITUATION)).toMatchObject({ endsAll: true, call: { verdict: 'no' } });
	});

	test('an error of n8n that is none of the credential is the network\'s', () => {
		const other = new NodeApiError(node, { message: 'socket hang up', code: 'ECONNRESET' });
		expect(readSendingError(other, SITUATION)).toMatchObject({ keyOutcome: 'unknown', endsAll: false, report: { kind: 'troubled' } });
	});
});
