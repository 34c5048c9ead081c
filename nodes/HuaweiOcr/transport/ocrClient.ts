import type { IExecuteFunctions } from 'n8n-workflow';

import { OcrError } from '../errors/ocrError';
import type { FailedAttempt } from './attempt';
import { CancelledError, type StoppableClock } from './clock';
import { addressOf, type OcrCall } from './ocrCall';
import { OcrRequests, type Attempt, type CredentialType } from './ocrRequests';
import { Pace, type CallReport, type PaceSettings } from './pace';
import { RetryBudget } from './retryBudget';
import { decide, isTooLong, RETRY_TABLE, type CallHistory, type Decision, type RetrySettings } from './retryPolicy';

export type { CredentialType } from './ocrRequests';

export interface ClientOptions extends PaceSettings, RetrySettings {
	credentialType: CredentialType;
	/** ms until a call is given up */
	timeout: number;
	/** Whether a failure ends all calls; asked before the next one can begin. */
	stopsOn?(error: OcrError): boolean;
}

/**
 * Makes OCR calls: at the pace that the service allows, and again where that helps. One client serves
 * one execution of the node.
 */
export class OcrClient {
	/** Numbers of tokens that came from a renewal in this execution, and of those that worked. */
	private readonly renewedTokens = new Set<string>();

	private readonly goodTokens = new Set<string>();

	private readonly budget = new RetryBudget();

	private readonly pace: Pace;

	private readonly requests: OcrRequests;

	/** How often a call was sent again, for whatever reason. */
	repetitions = 0;

	private hasSucceeded = false;

	private stoppedBy: OcrError | undefined;

	/** @param random 0 ≤ random() < 1; spreads waits */
	constructor(
		context: IExecuteFunctions,
		private readonly options: ClientOptions,
		private readonly clock: StoppableClock,
		private readonly random: () => number = Math.random,
	) {
		this.pace = new Pace(options, clock, random);
		this.requests = new OcrRequests(context, options, clock);
	}

	/**
	 * Makes one call, as often as it takes. Its body is released when nothing is sent any more.
	 * @returns what `read` made of the successful answer
	 * @throws OcrError when it failed for good, or was not sent because of `stop`
	 * @throws CancelledError when the execution was cancelled
	 */
	async recognize<Result>(call: OcrCall<Result>): Promise<Result> {
		const abandoned: Array<Promise<unknown>> = [];
		try {
			return await this.untilAnswered(call, addressOf(call), abandoned);
		} finally {
			// A request that was given up may still be sending the body.
			if (abandoned.length === 0) call.body.release();
			else void Promise.all(abandoned).then(() => call.body.release());
		}
	}

	/** ID of the region whose service is called; undefined where the credential names a host of its own. */
	async region(): Promise<string | undefined> {
		return await this.requests.region();
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
		this.requests.stop(this.stoppedBy);
		this.clock.stop();
	}

	private async untilAnswered<Result>(
		call: OcrCall<Result>,
		address: string,
		abandoned: Array<Promise<unknown>>,
	): Promise<Result> {
		let history: CallHistory = { repeated: 0, renewed: 0, throttledForMs: 0 };
		let rejectedToken: string | undefined;
		for (let again = false; ; again = true) {
			if (again) this.repetitions++;
			const past = history;
			let final: OcrError | undefined;
			const attempt = await this.unlessStopped(
				this.pace.run(
					async () => await this.attempt(call, address, rejectedToken),
					(ended) => {
						// Before the next call gets its turn: where this failure ends the run, that one must not begin.
						final = this.finalError(ended, past);
						if (final && this.options.stopsOn?.(final)) this.stop(final);
						return reportOf(ended);
					},
					again,
				),
			);
			if (attempt.abandoned) abandoned.push(attempt.abandoned);
			if (final) throw final;
			const { success, failed, usedToken } = attempt;
			if (success) {
				this.hasSucceeded = true;
				this.budget.refund();
				return success.result;
			}
			if (!failed) throw new CancelledError();
			if (this.stoppedBy) throw failed.error;

			history = { ...history, throttledForMs: this.pace.closedForMs() };
			const decision = this.decide(failed, usedToken, history);
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

	/** The error of a failure that nothing more is tried about; a throttled call may get another turn. */
	private finalError({ failed, usedToken }: Attempt<unknown>, history: CallHistory): OcrError | undefined {
		if (!failed || failed.call.throttled || this.stoppedBy) return undefined;
		const { action } = this.decide(failed, usedToken, history);
		return action === 'giveUp' || (action === 'wait' && this.budget.isEmpty()) ? this.giveUp(failed) : undefined;
	}

	private decide(failed: FailedAttempt, usedToken: string | undefined, history: CallHistory): Decision {
		const call = usedToken === undefined ? withoutRenewal(failed.call) : failed.call;
		return decide(call, history, this.options, this.random());
	}

	private async attempt<Result>(
		call: OcrCall<Result>,
		address: string,
		rejectedToken: string | undefined,
	): Promise<Attempt<Result>> {
		const attempt = await this.requests.send(call, address, {
			...(rejectedToken !== undefined && { rejectedToken }),
			isUnproven: (token) =>
				(rejectedToken !== undefined || this.renewedTokens.has(token)) && !this.goodTokens.has(token),
		});
		const { usedToken, success } = attempt;
		if (usedToken !== undefined && rejectedToken !== undefined) this.renewedTokens.add(usedToken);
		if (usedToken !== undefined && success) this.goodTokens.add(usedToken);
		return attempt;
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
		// Without retries a call that was too fast is lost alone: the next ones are slower.
		const isShutOut =
			call.throttled &&
			(this.options.maxRetries > 0 ||
				isTooLong(call.retryAfterMs) ||
				this.pace.closedForMs() >= RETRY_TABLE.throttled.patience);
		const fatal = endsAll || isShutOut || (reach === 'account' && !this.hasSucceeded);
		return fatal
			? new OcrError(error.message, error.description, { ...error.details, fatal })
			: error;
	}
}

/** With an access key there is no token to renew. */
function withoutRenewal(call: FailedAttempt['call']): FailedAttempt['call'] {
	return call.verdict === 'refresh' ? { ...call, verdict: 'no' } : call;
}

function reportOf({ success, failed }: Attempt<unknown>): CallReport {
	return failed?.report ?? { kind: success ? 'answered' : 'unrelated' };
}
