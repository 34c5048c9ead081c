import type { HuaweiCloudError } from '../huaweiCloudError';
import { Refusals } from '../refusals';
import { loginFingerprint, loginKey } from './loginKey';
import type { IssuedToken, PasswordLogin } from './passwordLogin';

/** What the credential stores, encrypted by n8n and shared by all its processes. */
export interface StoredLogin {
	token: string;
	/** Fingerprint of the login data that the token belongs to. */
	tokenFor: string;
	/**
	 * Number of the token: its time of issue, ms since 1970, or more where an older token has that much
	 * already. So a later token has a higher number even after the clock was set back.
	 */
	tokenIssuedAt: number;
	/** When to renew it, some time before it ends, ms since 1970. */
	tokenRenewAt: number;
	tokenProjectId: string;
}

export interface LoginOptions {
	/** Number of the token that the caller holds; 0 when it has none. */
	readonly heldToken: number;
	/** Someone waits for the test of the credential. */
	readonly byHand?: boolean;
	/** The login itself. */
	issue(login: PasswordLogin): Promise<IssuedToken>;
}

/**
 * How long one login serves calls that still hold an older token, ms. Short, because n8n retries
 * a call only once: a token that is handed out again must not itself be a dead one.
 */
const RECENT_WINDOW = 10_000;

/** A token is renewed this long before its end, ms, or at nine tenths of a shorter life. */
const RENEWAL_MARGIN = 5 * 60_000;

/** How long it is known which tokens are dead, ms: longer than they live. */
const REJECTED_WINDOW = 2 * 24 * 60 * 60_000;

interface Recent {
	readonly stored: StoredLogin;
	/** ms of the clock that only goes forward. */
	readonly at: number;
}

interface Rejected {
	/** Tokens up to this number are dead. */
	readonly upTo: number;
	readonly at: number;
}

/**
 * Logins of this process. n8n itself would log in once per parallel call, and again for each item
 * after a refusal; here concurrent calls share one login, and a refusal counts for all.
 * State is per process by nature; what processes share is the stored token.
 */
export class LoginSession {
	private readonly inFlight = new Map<string, Promise<StoredLogin>>();

	private readonly recent = new Map<string, Recent>();

	private readonly rejected = new Map<string, Rejected>();

	private readonly refusals: Refusals;

	/**
	 * @param now the local time, ms since 1970
	 * @param steady ms of a clock that only goes forward
	 */
	constructor(
		private readonly now: () => number = Date.now,
		private readonly steady: () => number = () => performance.now(),
	) {
		this.refusals = new Refusals(steady);
	}

	/** The service refused the token of this login that has that number, and so any older one. */
	reportRejected(login: PasswordLogin, token: number): void {
		const key = loginKey(login);
		const upTo = Math.max(token, this.rejected.get(key)?.upTo ?? 0);
		this.rejected.set(key, { upTo, at: this.steady() });
	}

	/** Whether the token of that number was reported as dead. */
	isRejected(login: PasswordLogin, token: number): boolean {
		return token <= (this.rejected.get(loginKey(login))?.upTo ?? 0);
	}

	/**
	 * Yields a token that is later than the one the caller holds, by joining a login under way, by
	 * handing out a very recent one, or by logging in.
	 * @throws HuaweiCloudError as `issue` does; a refusal also without asking IAM again
	 */
	async logIn(login: PasswordLogin, options: LoginOptions): Promise<StoredLogin> {
		const key = loginKey(login);
		const recent = this.recentLogin(key, login, options.heldToken);
		if (recent) return recent;
		const refusal = this.refusals.insteadOfTrying(key, options.byHand === true);
		if (refusal) throw refusal;

		let pending = this.inFlight.get(key);
		if (!pending) {
			pending = this.issueAndStore(key, login, options).finally(() => this.inFlight.delete(key));
			this.inFlight.set(key, pending);
		}
		return await pending;
	}

	private recentLogin(key: string, login: PasswordLogin, heldToken: number): StoredLogin | undefined {
		const { stored, at } = this.recent.get(key) ?? {};
		if (!stored || at === undefined) return undefined;
		const isGood =
			stored.tokenIssuedAt > heldToken &&
			this.steady() - at < RECENT_WINDOW &&
			this.now() < stored.tokenRenewAt &&
			!this.isRejected(login, stored.tokenIssuedAt);
		return isGood ? stored : undefined;
	}

	private async issueAndStore(
		key: string,
		login: PasswordLogin,
		{ heldToken, issue }: LoginOptions,
	): Promise<StoredLogin> {
		this.forgetOld();
		const issued = await issue(login).catch((error: HuaweiCloudError) => {
			if (error.details?.problem === 'loginRefused') this.refusals.remember(key, error);
			return Promise.reject(error);
		});
		this.refusals.forget(key);
		const now = this.now();
		const stored: StoredLogin = {
			token: issued.token,
			tokenFor: loginFingerprint(login),
			tokenIssuedAt: Math.max(now, 1 + this.latestNumber(key, heldToken)),
			tokenRenewAt: now + issued.lifetime - Math.min(RENEWAL_MARGIN, issued.lifetime / 10),
			tokenProjectId: issued.projectId,
		};
		this.recent.set(key, { stored, at: this.steady() });
		return stored;
	}

	private latestNumber(key: string, heldToken: number): number {
		return Math.max(
			heldToken,
			this.rejected.get(key)?.upTo ?? 0,
			this.recent.get(key)?.stored.tokenIssuedAt ?? 0,
		);
	}

	/** Keeps the maps from growing in a process that lives for months. */
	private forgetOld(): void {
		const now = this.steady();
		for (const [key, { at }] of this.recent) {
			if (now - at >= RECENT_WINDOW) this.recent.delete(key);
		}
		for (const [key, { at }] of this.rejected) {
			if (now - at >= REJECTED_WINDOW) this.rejected.delete(key);
		}
	}
}
