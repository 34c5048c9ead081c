// What happened so far. Read by tests and benchmarks; holds no secret, no token and no image.

export type CallTarget = 'iam' | 'ocr';

/** One call, from its first byte to the end of its answer. */
export interface CallRecord {
	/** 1, 2, 3 … since the start; goes on after `reset`. */
	number: number;
	target: CallTarget;
	method: string;
	/** Path without query. */
	path: string;
	/** Real time in ms since 1970, not the emulated clock. */
	startedAt: number;
	endedAt?: number;
	/** Absent when the connection was cut before an answer. */
	status?: number;
	/** `ok`, an error code, or what a fault did to the call. */
	outcome?: string;
	requestId: string;
	user?: string;
	/** First 32 hex characters of the SHA-256 of the file's bytes. */
	imageHash?: string;
	bodyBytes?: number;
	/** Parameters of the call without `image`; `url` without its query. */
	parameters?: Record<string, unknown>;
	authentication?: 'token' | 'signature';
	fault?: string;
}

export interface CounterValues {
	/** Calls of POST /v3/auth/tokens. */
	loginCalls: number;
	/** … answered with 201. */
	logins: number;
	failedLogins: number;
	/** OCR calls that arrived. */
	calls: number;
	/** OCR calls answered with 2xx: what Huawei would bill. */
	answered: number;
	/** … of which the answer never reached the client (cut or damaged on the wire by a fault). */
	lostAnswers: number;
	/** OCR calls answered with anything else. */
	failedCalls: number;
	/** Highest number of OCR calls in flight at once. */
	peakParallel: number;
	inFlight: number;
	/** image hash → 2xx answers. */
	paidByImage: Record<string, number>;
	/** status, or error code where there is one → number of OCR answers. */
	outcomes: Record<string, number>;
}

export class Counters {
	#values = emptyValues();
	#log: CallRecord[] = [];
	#next = 1;

	begin(target: CallTarget, method: string, path: string, requestId: string): CallRecord {
		const record: CallRecord = {
			number: this.#next++,
			target,
			method,
			path,
			startedAt: Date.now(),
			requestId,
		};
		this.#log.push(record);
		if (target === 'ocr') {
			this.#values.calls++;
			this.#values.inFlight++;
			this.#values.peakParallel = Math.max(this.#values.peakParallel, this.#values.inFlight);
		} else if (isLogin(record)) this.#values.loginCalls++;
		return record;
	}

	/** @param lost the answer was computed but a fault kept it from the client. */
	end(record: CallRecord, status: number | undefined, outcome: string, lost: boolean): void {
		record.endedAt = Date.now();
		if (status !== undefined) record.status = status;
		record.outcome = outcome;
		const ok = status !== undefined && status >= 200 && status < 300;
		if (record.target === 'iam') {
			if (!isLogin(record)) return;
			if (ok) this.#values.logins++;
			else this.#values.failedLogins++;
			return;
		}
		this.#values.inFlight = Math.max(0, this.#values.inFlight - 1);
		this.#values.outcomes[outcome] = (this.#values.outcomes[outcome] ?? 0) + 1;
		if (!ok) {
			this.#values.failedCalls++;
			return;
		}
		this.#values.answered++;
		if (lost) this.#values.lostAnswers++;
		if (record.imageHash) {
			this.#values.paidByImage[record.imageHash] = (this.#values.paidByImage[record.imageHash] ?? 0) + 1;
		}
	}

	values(): CounterValues {
		return {
			...this.#values,
			paidByImage: { ...this.#values.paidByImage },
			outcomes: { ...this.#values.outcomes },
		};
	}

	/** All calls since the last reset, oldest first. */
	log(): CallRecord[] {
		return this.#log.map((record) => ({ ...record }));
	}

	/** Calls whose first byte came after `time` (ms since 1970, real time). */
	begunAfter(time: number): CallRecord[] {
		return this.log().filter((record) => record.startedAt > time);
	}

	/** Calls in flight stay counted. */
	reset(): void {
		const inFlight = this.#values.inFlight;
		this.#values = { ...emptyValues(), inFlight, peakParallel: inFlight };
		this.#log = [];
	}
}

function isLogin(record: CallRecord): boolean {
	return record.method === 'POST' && record.path === '/v3/auth/tokens';
}

function emptyValues(): CounterValues {
	return {
		loginCalls: 0,
		logins: 0,
		failedLogins: 0,
		calls: 0,
		answered: 0,
		lostAnswers: 0,
		failedCalls: 0,
		peakParallel: 0,
		inFlight: 0,
		paidByImage: Object.create(null) as Record<string, number>,
		outcomes: Object.create(null) as Record<string, number>,
	};
}
