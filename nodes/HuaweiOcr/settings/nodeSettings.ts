import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { oneOf, toNumber } from './values';

/** The credential types of the node. */
export type CredentialType = 'huaweiOcrApi' | 'huaweiOcrAkSkApi';

/** Settings that hold for all items of an execution; the first item's values count. */
export interface NodeSettings {
	credentialType: CredentialType;
	/** Documents in work at the same time. */
	maxConcurrency: number;
	/** Calls per second at most; 0: none but what the service sets. */
	requestsPerSecond: number;
	/** How often a failed call is repeated; 0: never. */
	maxRetries: number;
	/** ms until a call is given up. */
	timeout: number;
	/** An execution that needs more calls ends before the first one; undefined: no limit. */
	maxCalls?: number;
}

export const DEFAULT_CONCURRENCY = 5;

/** Waits of about 2, 4 and 8 s: longer than a hiccup, shorter than an outage (contract 7.4). */
export const DEFAULT_RETRIES = 3;

/** ms; a dense page takes the service seconds, and the answer to a URL waits for its download. */
export const DEFAULT_TIMEOUT = 60_000;

/** @throws OcrError when a value can't be one of the parameter's, and what n8n throws for an expression that fails */
export function readNodeSettings(context: IExecuteFunctions): NodeSettings {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const authentication = oneOf('Authentication', context.getNodeParameter('authentication', 0, 'iamLogin'), [
		'iamLogin',
		'accessKey',
	]);
	const maxCalls = Math.floor(toNumber(options.maxCalls, 0, 0, 1_000_000));
	return {
		credentialType: authentication === 'accessKey' ? 'huaweiOcrAkSkApi' : 'huaweiOcrApi',
		maxConcurrency: Math.floor(toNumber(options.maxConcurrency, DEFAULT_CONCURRENCY, 1, 100)),
		requestsPerSecond: toNumber(options.requestsPerSecond, 0, 0, 1000),
		maxRetries: Math.floor(toNumber(options.maxRetries, DEFAULT_RETRIES, 0, 10)),
		timeout: toNumber(options.timeout, DEFAULT_TIMEOUT, 1_000, 600_000),
		...(maxCalls > 0 ? { maxCalls } : {}),
	};
}
