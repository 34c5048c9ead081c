import type { HuaweiCloudError } from '../huaweiCloudError';
import { loginFingerprint, loginKey } from './loginKey';
import type { IssuedToken, PasswordLogin } from './passwordLogin';

/** What the credential stores, encrypted by n8n and shared by all its processes. All times: ms since 1970. */
export interface StoredLogin {
	token: string;
	/** Fingerprint of the login data that the token belongs to. */
	tokenFor: string;
	tokenIssuedAt: number;
	/** When to renew it: some time before it ends. */
	tokenRenewAt: number;
	tokenProjectId: string;
}

/**
 * How long one login serves calls that still hold an older token, ms. Short, because n8n retries
 * a call only once: a token that is handed out again must not itself be a dead one.
 */
const RECENT_WINDOW = 10_000;

/** How long a refused login is remembered, ms. Five failures in 15 minutes lock the user (contract 2.6). */
const REFUSAL_WINDOW = 60_000;

/** A token is renewed this long before its end, ms, or at nine tenths of a shorter life. */
const RENEWAL_MARGIN = 5 * 60_000;

/**
 * Logins of this process. n8n itself would log in once per parallel call, and again for each item
 * after a refusal; here concurrent calls share one login, and a refusal counts for all.
 * State is per process by nature; what processes share is the stored token.
 */
export class LoginSession {
	private readonly inFlight = new Map<string, Promise<StoredLogin>>();

	private readonly recent = new Map<string, StoredLogin>();

	private readonly refused = new Map<string, { at: number; error: HuaweiCloudError }>();

	/** Tokens issued up to this time are dead, ms. */
	private readonly rejectedUntil = new Map<string, number>();

	constructor(private readonly now: () => number = Date.now) {}

	/** The service refused the token of this login that was issued at that time (ms), and so any older one. */
	reportRejected(login: PasswordLogin, issuedAt: number): void {
		const key = loginKey(login);
		this.rejectedUntil.set(key, Math.max(issuedAt, this.rejectedUntil.get(key) ?? 0));
	}

	/** Whether a token issued at that time (ms) was reported as dead. */
	isRejected(login: PasswordLogin, issuedAt: number): boolean {
		return issuedAt <= (this.rejectedUntil.get(loginKey(login)) ?? 0);
	}

	/**
	 * Yields a token that is younger than the one the caller holds, by joining a login under way, by
	 * handing out a very recent one, or by logging in.
	 * @param heldSince issue time of the caller's token, ms; 0 when it has none
	 * @param issue the login itself
	 * @throws HuaweiCloudError as `issue` does; a refusal also without asking IAM again
	 */
	async logIn(
		login: PasswordLogin,
		heldSince: number,
		issue: (login: PasswordLogin) => Promise<IssuedToken>,
	): Promise<StoredLogin> {
		const key = loginKey(login);
		const recent = this.recent.get(key);
		if (
			recent &&
			recent.tokenIssuedAt > heldSince &&
			this.now() - recent.tokenIssuedAt < RECENT_WINDOW &&
			this.now() < recent.tokenRenewAt &&
			!this.isRejected(login, recent.tokenIssuedAt)
		) {
			return recent;
		}
		const refusal = this.refused.get(key);
		if (refusal && this.now() - refusal.at < REFUSAL_WINDOW) throw refusal.error;

		let pending = this.inFlight.get(key);
		if (!pending) {
			pending = this.issueAndStore(key, login, issue).finally(() => this.inFlight.delete(key));
			this.inFlight.set(key, pending);
		}
		return await pending;
	}

	private async issueAndStore(
		key: string,
		login: PasswordLogin,
		issue: (login: PasswordLogin) => Promise<IssuedToken>,
	): Promise<StoredLogin> {
		this.forgetOld();
		const issued = await issue(login).catch((error: HuaweiCloudError) => {
			if (error.response?.data.huaweiCloud.problem === 'loginRefused') {
				this.refused.set(key, { at: this.now(), error });
			}
			return Promise.reject(error);
		});
		const issuedAt = this.now();
		const stored: StoredLogin = {
			token: issued.token,
			tokenFor: loginFingerprint(login),
			tokenIssuedAt: issuedAt,
			tokenRenewAt: issuedAt + issued.lifetime - Math.min(RENEWAL_MARGIN, issued.lifetime / 10),
			tokenProjectId: issued.projectId,
		};
		this.recent.set(key, stored);
		return stored;
	}

	/** Keeps the maps from growing in a process that lives for months. */
	private forgetOld(): void {
		for (const [key, { tokenIssuedAt }] of this.recent) {
			if (this.now() - tokenIssuedAt >= RECENT_WINDOW) this.recent.delete(key);
		}
		for (const [key, { at }] of this.refused) {
			if (this.now() - at >= REFUSAL_WINDOW) this.refused.delete(key);
		}
		for (const [key, until] of this.rejectedUntil) {
			if (this.now() - until >= 2 * 24 * 60 * 60_000) this.rejectedUntil.delete(key);
		}
	}
}
