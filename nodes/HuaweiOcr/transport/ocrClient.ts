import { NodeApiError, type IExecuteFunctions, type IN8nHttpFullResponse } from 'n8n-workflow';

import { explain } from '../../../huaweiCloud/errors/catalogue';
import { readServiceFailure, type ServiceFailure } from '../../../huaweiCloud/errors/readFailure';
import {
	networkCause,
	networkErrorCode,
	toHttpAnswer,
	type HttpAnswer,
} from '../../../huaweiCloud/httpAnswer';
import type { HuaweiCloudErrorDetails } from '../../../huaweiCloud/huaweiCloudError';
import { GENERAL_TEXT_PATH, MARKERS } from '../../../huaweiCloud/ocrRequest';
import { OcrError } from '../errors/ocrError';

export type CredentialType = 'huaweiOcrApi' | 'huaweiOcrAkSkApi';

export interface ClientOptions {
	credentialType: CredentialType;
	/** ms until a call is given up */
	timeout: number;
}

/** One image or page to recognise. */
export interface OcrCall {
	/** Makes the body as bytes; called when the call's turn comes. */
	body(): Buffer;
	/** Sent as Enterprise-Project-Id, for billing (contract 5.1). */
	enterpriseProjectId?: string;
}

/**
 * Sends General Text calls through n8n, which keeps token and endpoint in the credential.
 * One client serves one execution of the node.
 */
export class OcrClient {
	/** Issue times of tokens that came from a renewal in this execution, and of those that worked. */
	private readonly renewedTokens = new Set<string>();

	private readonly goodTokens = new Set<string>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly options: ClientOptions,
	) {}

	/**
	 * Recognises one image or page.
	 * @returns the body of the successful answer
	 * @throws OcrError
	 */
	async recognize(call: OcrCall): Promise<string> {
		const body = call.body();
		const first = await this.send(call, body);
		if (first.answer.status === 200) return first.answer.body;
		const failure = readServiceFailure(first.answer);
		if (!this.mayRenew(failure, first.usedToken)) throw serviceError(failure);

		const second = await this.send(call, body, first.usedToken);
		if (second.answer.status === 200) return second.answer.body;
		throw serviceError(readServiceFailure(second.answer), second.usedToken !== first.usedToken);
	}

	/**
	 * A refused token is renewed once per call, and not at all when it is itself fresh from a renewal
	 * and has never worked: then another login won't help (APIG.0307, contract 7.3).
	 */
	private mayRenew(failure: ServiceFailure, usedToken: string | undefined): boolean {
		return (
			usedToken !== undefined &&
			explain(failure, 'ocr').retry === 'refresh' &&
			!(this.renewedTokens.has(usedToken) && !this.goodTokens.has(usedToken))
		);
	}

	private async send(
		{ enterpriseProjectId }: OcrCall,
		body: Buffer,
		rejectedToken?: string,
	): Promise<{ answer: HttpAnswer; usedToken?: string }> {
		const headers: Record<string, string> = {
			'Content-Type': 'application/json',
			...(rejectedToken === undefined ? {} : { [MARKERS.rejectedToken]: rejectedToken }),
			...(enterpriseProjectId === undefined
				? {}
				: { 'Enterprise-Project-Id': enterpriseProjectId }),
		};
		const answer = await this.context.helpers.httpRequestWithAuthentication
			.call(this.context, this.options.credentialType, {
				method: 'POST',
				url: GENERAL_TEXT_PATH,
				headers,
				body,
				timeout: this.options.timeout,
				encoding: 'text',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			})
			.then(
				(response: IN8nHttpFullResponse) => toHttpAnswer(response),
				async (error: unknown) => await Promise.reject(sendingError(error)),
			);
		const usedToken = headers[MARKERS.usedToken];
		if (usedToken === undefined) return { answer };
		if (rejectedToken !== undefined) this.renewedTokens.add(usedToken);
		if (answer.status === 200) this.goodTokens.add(usedToken);
		return { answer, usedToken };
	}
}

/** What the service said, beginning with what to do about it. */
function serviceError(failure: ServiceFailure, tokenIsNew = false): OcrError {
	const { httpStatus, errorCode, errorMsg, requestId } = failure;
	const { remedy, cause, reach } = explain(failure, 'ocr');
	const said = [
		`Huawei Cloud OCR answered HTTP ${httpStatus}`,
		...(errorCode === undefined ? [] : [`${errorCode}: ${errorMsg ?? ''}`]),
		...(requestId === undefined ? [] : [`request ID ${requestId}`]),
	].join(', ');
	const advice =
		tokenIsNew && httpStatus === 401
			? 'Check that Region, Project ID and OCR Endpoint of the credential belong together: the service refuses even a new token'
			: remedy;
	return new OcrError(advice, `${cause}. ${said}`, {
		httpStatus,
		fatal: reach === 'account',
		...(errorCode === undefined ? {} : { errorCode }),
		...(requestId === undefined ? {} : { requestId }),
	});
}

/** A request that brought no answer: the credential refused to go on, or the network failed. */
function sendingError(error: unknown): OcrError {
	const details = credentialDetails(error);
	if (details && error instanceof Error) return credentialError(error, details);
	const cause = networkCause(networkErrorCode(error));
	return new OcrError(
		`Check that this machine can reach the OCR Endpoint: ${cause}`,
		'The request brought no answer. Proxy, firewall and DNS are the usual causes.',
		{ errorCode: `Node.${networkErrorCode(error) || 'NetworkError'}` },
	);
}

function credentialError(error: Error, { problem, failure }: HuaweiCloudErrorDetails): OcrError {
	const description: unknown = Reflect.get(error, 'description');
	return new OcrError(
		problem === 'staleToken'
			? 'Check that Region, Project ID and OCR Endpoint of the credential belong together: the service refuses even a new token'
			: error.message,
		typeof description === 'string' ? description : '',
		{
			fatal: problem !== 'unreachable',
			errorCode: failure?.errorCode ?? `Node.${problem}`,
			...(failure === undefined ? {} : { httpStatus: failure.httpStatus }),
			...(failure?.requestId === undefined ? {} : { requestId: failure.requestId }),
		},
	);
}

/** What a HuaweiCloudError said, after n8n wrapped it. */
function credentialDetails(error: unknown): HuaweiCloudErrorDetails | undefined {
	if (!(error instanceof NodeApiError)) return undefined;
	const data = error.context.data as { huaweiCloud?: HuaweiCloudErrorDetails } | undefined;
	return data?.huaweiCloud;
}
