import type {
	IAdditionalCredentialOptions,
	IExecuteFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { holdsError } from '../../../huaweiCloud/errors/readFailure';
import { ANSWER_OPTIONS, readHttpAnswer, type HttpAnswer } from '../../../huaweiCloud/httpAnswer';
import { attachNotes, MARKERS, type RequestNotes } from '../../../huaweiCloud/ocrRequest';
import type { OcrError } from '../errors/ocrError';
import { UnexpectedAnswer } from '../errors/unexpectedAnswer';
import {
	readFailedAnswer,
	readNetworkError,
	readSendingError,
	readUnexpectedAnswer,
	type CallSituation,
	type FailedAttempt,
} from './attempt';
import { CancelledError, unlessCancelled, type StoppableClock, type Timer } from './clock';
import type { OcrCall } from './ocrCall';

export type CredentialType = 'huaweiOcrApi' | 'huaweiOcrAkSkApi';

export interface RequestSettings {
	readonly credentialType: CredentialType;
	/** ms from the moment a request is sent to the end of its answer */
	readonly timeout: number;
}

/** What one request brought: a result, a failure, or nothing because the execution was cancelled. */
export interface Attempt<Result> {
	readonly success?: { readonly result: Result };
	readonly failed?: FailedAttempt;
	/** Number of the token that was sent; undefined with access keys. */
	readonly usedToken?: string;
	/** The request was not waited for; ends when nothing of it is under way any more. */
	readonly abandoned?: Promise<unknown>;
}

export interface TokenState {
	/** The token that the service has refused before. */
	readonly rejectedToken?: string;
	/** Whether a token was renewed in this execution and has not worked yet. */
	isUnproven(token: string): boolean;
}

/** How far one request has come on its way through n8n and the credential. */
interface Progress {
	/** Runs from the moment the request is complete and sent. */
	timer?: Timer;
	/** Nobody waits for it any more: it must not be sent. */
	isOver: boolean;
}

/**
 * Sends requests through n8n, which keeps secrets and endpoint in the credential, and reads what comes
 * back: each within its time, whatever the other side does.
 */
export class OcrRequests {
	private credential: Promise<IAdditionalCredentialOptions> | undefined;

	private stoppedBy: OcrError | undefined;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly settings: RequestSettings,
		private readonly clock: StoppableClock,
	) {}

	/** Requests that have not been sent yet, because they wait for a login, are not sent any more. */
	stop(reason: OcrError): void {
		this.stoppedBy ??= reason;
	}

	/** ID of the credential's region, where that decides which host is called; undefined where it doesn't or can't be read. */
	async region(): Promise<string | undefined> {
		this.credential ??= readCredential(this.context, this.settings.credentialType);
		const { region, endpoint } = (await this.credential).credentialsDecrypted?.data ?? {};
		const isOwnHost = typeof endpoint === 'string' && endpoint.trim() !== '';
		return typeof region === 'string' && region !== '' && !isOwnHost ? region : undefined;
	}

	/** @throws OcrError the reason of `stop`, when the request was not sent because of it */
	async send<Result>(call: OcrCall<Result>, address: string, token: TokenState): Promise<Attempt<Result>> {
		if (this.isCancelled()) return {};
		const headers = headersOf(call, token);
		const progress: Progress = { isOver: false };
		const gaveUp = new AbortController();
		const notes: RequestNotes = { sending: () => this.beginSending(progress, gaveUp) };
		attachNotes(headers, notes);

		const answered = this.request(address, headers, call.body.bytes());
		const waited = await this.waitFor(answered, gaveUp.signal);
		progress.isOver = true;
		progress.timer?.end();
		// A login that n8n makes before the call knows nothing of cancelling, so it isn't waited for.
		const abandoned = waited.kind === 'gaveUp' ? { abandoned: answered.catch(() => undefined) } : {};
		if (this.isCancelled()) return abandoned;
		if (this.stoppedBy && !progress.timer && waited.kind !== 'answered') throw this.stoppedBy;

		const usedToken = headers[MARKERS.usedToken];
		const situation: CallSituation = {
			operation: call.operationName,
			// A date of the answer is compared with the clock on the wall.
			now: Date.now(),
			freshToken: usedToken !== undefined && token.isUnproven(usedToken),
			secrets: secretsOf(await this.credential),
		};
		const read = await readWaited(call, waited, situation);
		notes.keyOutcome?.(read.failed?.keyOutcome ?? 'accepted');
		return { ...read, ...abandoned, ...(usedToken !== undefined && { usedToken }) };
	}

	private isCancelled(): boolean {
		return this.context.getExecutionCancelSignal()?.aborted === true;
	}

	/** From here on the request's time counts. @throws CancelledError when it must not be sent any more */
	private beginSending(progress: Progress, gaveUp: AbortController): AbortSignal {
		if (progress.isOver || this.stoppedBy || this.isCancelled()) throw new CancelledError();
		// n8n may complete a request a second time, after a login.
		progress.timer?.end();
		const timer = this.clock.timer(this.settings.timeout);
		progress.timer = timer;
		timer.signal.addEventListener('abort', () => gaveUp.abort(), { once: true });
		return timer.signal;
	}

	private async waitFor(answered: Promise<HttpAnswer>, gaveUp: AbortSignal): Promise<Waited> {
		const cancelled = this.context.getExecutionCancelSignal();
		const ends = cancelled ? AbortSignal.any([gaveUp, cancelled]) : gaveUp;
		return await unlessCancelled(
			answered.then(
				(answer): Waited => ({ kind: 'answered', answer }),
				(error: unknown): Waited => ({ kind: 'broke', error }),
			),
			ends,
		).catch((): Waited => ({ kind: 'gaveUp' }));
	}

	private async request(
		address: string,
		headers: Record<string, string>,
		body: Buffer,
	): Promise<HttpAnswer> {
		const { credentialType, timeout } = this.settings;
		this.credential ??= readCredential(this.context, credentialType);
		const response: unknown = await this.context.helpers.httpRequestWithAuthentication.call(
			this.context,
			credentialType,
			{ method: 'POST', url: address, headers, body, timeout, ...ANSWER_OPTIONS },
			await this.credential,
		);
		return await readHttpAnswer(response as IN8nHttpFullResponse);
	}
}

type Waited =
	| { readonly kind: 'answered'; readonly answer: HttpAnswer }
	| { readonly kind: 'broke'; readonly error: unknown }
	/** Its time was over, or the execution was cancelled. */
	| { readonly kind: 'gaveUp' };

type Read<Result> = Pick<Attempt<Result>, 'success' | 'failed'>;

async function readWaited<Result>(call: OcrCall<Result>, waited: Waited, situation: CallSituation): Promise<Read<Result>> {
	if (waited.kind === 'gaveUp') return { failed: readNetworkError('Node.Timeout', situation) };
	if (waited.kind === 'broke') return { failed: readSendingError(waited.error, situation) };
	const { answer } = waited;
	if (answer.status !== 200 || holdsError(answer.body)) {
		return { failed: readFailedAnswer(answer, situation) };
	}
	try {
		if (answer.unreadable !== undefined) throw new UnexpectedAnswer(answer.unreadable);
		return { success: { result: await call.read(answer.body) } };
	} catch (error) {
		return { failed: readUnexpectedAnswer(answer, error, situation) };
	}
}

function headersOf(
	{ enterpriseProjectId }: OcrCall<unknown>,
	{ rejectedToken }: TokenState,
): Record<string, string> {
	return {
		'Content-Type': 'application/json',
		...(rejectedToken !== undefined && { [MARKERS.rejectedToken]: rejectedToken }),
		...(enterpriseProjectId !== undefined && { 'Enterprise-Project-Id': enterpriseProjectId }),
	};
}

/** Fields of both credentials whose values must never come out. */
const SECRET_FIELDS = ['password', 'token', 'secretAccessKey', 'securityToken'] as const;

function secretsOf(credential: IAdditionalCredentialOptions | undefined): string[] {
	const data = credential?.credentialsDecrypted?.data ?? {};
	return SECRET_FIELDS.flatMap((name) => {
		const value = data[name];
		return typeof value === 'string' && value !== '' ? [value] : [];
	});
}

/**
 * The credential for all calls of an execution. n8n would otherwise look it up in its database and
 * decrypt it for every single call. A login still goes through n8n, which stores it and writes it into
 * this object, too. Where the credential can't be read, n8n is left to say so when it makes the call.
 */
async function readCredential(
	context: IExecuteFunctions,
	type: CredentialType,
): Promise<IAdditionalCredentialOptions> {
	const stored = context.getNode().credentials?.[type];
	return await context.getCredentials(type).then(
		(data) => ({ credentialsDecrypted: { id: stored?.id ?? '', name: stored?.name ?? type, type, data } }),
		() => ({}),
	);
}
