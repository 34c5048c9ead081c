import type { ServiceFailure } from './errors/readFailure';

/** What went wrong, for code that has to decide what to do next. */
export type HuaweiCloudProblem =
	/** A setting can't be right: endpoint, region, project ID. Nothing was sent. */
	| 'configuration'
	/** IAM refused the login; repeating it may lock the account (contract 2.6). */
	| 'loginRefused'
	/** The token isn't usable, get another one. */
	| 'staleToken'
	/** A host can't be reached or doesn't answer. */
	| 'unreachable'
	/** The service answered with an error, or with something that isn't its answer. */
	| 'service';

/** Details that survive n8n's own error wrapping, in `context.data.huaweiCloud`. */
export interface HuaweiCloudErrorDetails {
	problem: HuaweiCloudProblem;
	failure?: ServiceFailure;
}

/**
 * An error of a credential. n8n wraps it into a NodeApiError that keeps `message`, `description`
 * and, in every version of n8n, `response.data` (as `context.data`).
 */
export class HuaweiCloudError extends Error {
	readonly description: string;

	/** Only read by n8n: a status of 401 makes it log in again, `data` is kept in the error's context. */
	readonly response: { status?: number; data: { huaweiCloud: HuaweiCloudErrorDetails } };

	constructor(message: string, description: string, details: HuaweiCloudErrorDetails) {
		super(message);
		this.name = 'HuaweiCloudError';
		this.description = description;
		this.response = { data: { huaweiCloud: details } };
		if (details.problem === 'staleToken') this.response.status = 401;
	}
}
