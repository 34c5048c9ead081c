import type {
	IAdditionalCredentialOptions,
	IExecuteFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { holdsError } from '../../../huaweiCloud/errors/readFailure';
import { toHttpAnswer, type HttpAnswer } from '../../../huaweiCloud/httpAnswer';
import { MARKERS } from '../../../huaweiCloud/ocrRequest';
import { OcrError } from '../errors/ocrError';
import { readFailedAnswer, readSendingError, readUnexpectedAnswer, type FailedAttempt } from './attempt';
import { CancelledError, unlessCancelled, type StoppableClock } from './clock';
import { operationAddress, type OcrCall } from './ocrCall';
import { Pace, type CallReport, type PaceSettings } from './pace';
import { RetryBudget } from './retryBudget';
import { decide, type CallHistory, type RetrySettings } from './retryPolicy';

export type CredentialType = 'huaweiOcrApi' | 'huaweiOcrAkSkApi';

export interface ClientOptions extends PaceSettings, RetrySettings {
	credentialType: CredentialType;
	/** ms until a call is given up */
	timeout: number;
}

/** What one request brought: a result, a failure, or nothing because the execution was cancelled. */
interface Attempt<Result> {
	readonly success?: { readonly result: Result };
	readonly failed?: FailedAttempt;
	/** Issue time of the token that was sent; undefined with access keys. */
	readonly usedToken?: string;
}

/**
 * Makes OCR calls through n8n, which keeps secrets and endpoint in the credential: at the
 * pace that the service allows, and again where that helps. One client serves one execution of the
 * node.
 */
export class OcrClient {
	/** Issue times of tokens that came from a renewal in this execution, and of those that worked. */
	private readonly renewedTokens = new Set<string>();

	private readonly goodTokens = new Set<string>();

	private readonly budget = new RetryBudget();

	private readonly pace: Pace;

	private credential: Promise<IAdditionalCredentialOptions> | undefined;

	private hasSucceeded = false;

	private stoppedBy: OcrError | undefined;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly options: ClientOptions,
		private readonly clock: StoppableClock,
	) {
		this.pace = new Pace(options, clock);
	}

	/**
	 * Makes one call, as often as it takes. Its body is released when nothing is sent any more.
	 * @returns what `read` made of the successful answer
	 * @throws OcrError when it failed for good, or was not sent because of `stop`
	 * @throws CancelledError when the execution was cancelled
	 */
	async recognize<Result>(call: OcrCall<Result>): Promise<Result> {
		try {
			return await this.untilAnswered(call, operationAddress(call.path));
		} finally {
			// A request that is given up because of a cancel may still be sending its body.
			if (!this.isCancelled()) call.body.release();
		}
	}

	private async untilAnswered<Result>(call: OcrCall<Result>, address: string): Promise<Result> {
		let history: CallHistory = { repeated: 0, renewed: 0, throttledForMs: 0 };
		let rejectedToken: string | undefined;
		for (let again = false; ; again = true) {
			const attempt = await this.unlessStopped(
				this.pace.run(async () => await this.send(call, address, rejectedToken), reportOf, again),
			);
			const { success, failed, usedToken } = attempt;
			if (success) {
				this.hasSucceeded = true;
				this.budget.refund();
				return success.result;
			}
			if (!failed) throw new CancelledError();
			if (this.stoppedBy) throw failed.error;

			history = { ...history, throttledForMs: this.pace.closedForMs() };
			const decision = decide(
				this.mayRenew(failed, usedToken) ? failed.call : withoutRenewal(failed.call),
				history,
				this.options,
				Math.random(),
			);
			rejectedToken = undefined;
			if (decision.action === 'giveUp') throw this.giveUp(failed);
			if (decision.action === 'renewToken') {
				rejectedToken = usedToken;
				history = { ...history, renewed: history.renewed + 1 };
			} else if (decision.action === 'wait') {
				if (!this.budget.take()) throw this.giveUp(failed);
				await this.unlessStopped(this.clock.sleep(decision.waitMs));
				history = { ...history, repeated: history.repeated + 1 };
			}
		}
	}

	/**
	 * Nothing more is sent: calls that wait end with the reason, those under way are waited for by
	 * their callers.
	 */
	stop(reason: OcrError): void {
		if (this.stoppedBy) return;
		this.stoppedBy = new OcrError(reason.message, reason.description, {
			...reason.details,
			notSent: true,
		});
		this.pace.stop(this.stoppedBy);
		this.clock.stop();
	}

	/** Waiting may end because of `stop`; then its reason counts, not how the wait ended. */
	private async unlessStopped<T>(waiting: Promise<T>): Promise<T> {
		return await waiting.catch(async (error: Error) => await Promise.reject(this.stoppedBy ?? error));
	}

	/**
	 * A failure that every other call must meet, too, ends the execution's calls. Not so once a call
	 * has succeeded: then it isn't the account that is at fault.
	 */
	private giveUp({ error, reach, call, endsAll }: FailedAttempt): OcrError {
		const fatal = endsAll || call.throttled || (reach === 'account' && !this.hasSucceeded);
		return fatal
			? new OcrError(error.message, error.description, { ...error.details, fatal })
			: error;
	}

	/**
	 * A refused token is renewed once per call, and not at all when it is itself fresh from a renewal
	 * and has never worked: then another login won't help (APIG.0307, contract 7.3).
	 */
	private mayRenew({ call }: FailedAttempt, usedToken: string | undefined): boolean {
		return call.verdict === 'refresh' && usedToken !== undefined && !this.isUnproven(usedToken);
	}

	private isUnproven(token: string): boolean {
		return this.renewedTokens.has(token) && !this.goodTokens.has(token);
	}

	private isCancelled(): boolean {
		return this.context.getExecutionCancelSignal()?.aborted === true;
	}

	private async send<Result>(
		call: OcrCall<Result>,
		address: string,
		rejectedToken: string | undefined,
	): Promise<Attempt<Result>> {
		if (this.isCancelled()) return {};
		const headers: Record<string, string> = {
			'Content-Type': 'application/json',
			...(rejectedToken === undefined ? {} : { [MARKERS.rejectedToken]: rejectedToken }),
			...(call.enterpriseProjectId === undefined
				? {}
				: { 'Enterprise-Project-Id': call.enterpriseProjectId }),
		};
		const answer = await this.request(address, headers, call.body.bytes());
		if ('error' in answer) return { failed: answer };
		const usedToken = headers[MARKERS.usedToken];
		if (usedToken !== undefined && rejectedToken !== undefined) this.renewedTokens.add(usedToken);
		const read = this.readAnswer(call, answer, usedToken);
		if (read.success && usedToken !== undefined) this.goodTokens.add(usedToken);
		return { ...read, ...(usedToken === undefined ? {} : { usedToken }) };
	}

	private readAnswer<Result>(
		call: OcrCall<Result>,
		answer: HttpAnswer,
		usedToken: string | undefined,
	): Attempt<Result> {
		if (answer.status !== 200 || holdsError(answer.body)) {
			const tokenIsNew = usedToken !== undefined && this.isUnproven(usedToken);
			return { failed: readFailedAnswer(answer, this.clock.now(), tokenIsNew) };
		}
		try {
			return { success: { result: call.read(answer.body) } };
		} catch (error) {
			return { failed: readUnexpectedAnswer(answer, error) };
		}
	}

	/**
	 * A login that n8n makes before the call knows nothing of cancelling, so it isn't waited for.
	 * @throws CancelledError
	 */
	private async request(
		address: string,
		headers: Record<string, string>,
		body: Buffer,
	): Promise<HttpAnswer | FailedAttempt> {
		this.credential ??= readCredential(this.context, this.options.credentialType);
		const sent = this.credential
			.then(
				async (credential): Promise<IN8nHttpFullResponse> =>
					(await this.context.helpers.httpRequestWithAuthentication.call(
						this.context,
						this.options.credentialType,
						{
							method: 'POST',
							url: address,
							headers,
							body,
							timeout: this.options.timeout,
							encoding: 'text',
							returnFullResponse: true,
							ignoreHttpStatusErrors: true,
							disableFollowRedirect: true,
						},
						credential,
					)) as IN8nHttpFullResponse,
			)
			.then(toHttpAnswer, readSendingError);
		return await unlessCancelled(sent, this.context.getExecutionCancelSignal());
	}
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

function withoutRenewal(call: FailedAttempt['call']): FailedAttempt['call'] {
	return call.verdict === 'refresh' ? { ...call, verdict: 'no' } : call;
}

function reportOf({ success, failed }: Attempt<unknown>): CallReport {
	return failed?.report ?? { kind: success ? 'answered' : 'unrelated' };
}
