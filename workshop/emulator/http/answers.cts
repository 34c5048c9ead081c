// What the emulator sends back. The four body shapes of section 6.3 of the contract are built here only.
import { randomBytes } from 'node:crypto';

/** One HTTP answer, not yet sent. `body` is sent as it is; objects are never re-serialised later. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: string | Buffer;
}

/** A check that says no: thrown by any check, caught once by the server. */
export class Refusal extends Error {
	readonly answer: Answer;
	constructor(answer: Answer, code: string) {
		super(code);
		this.name = 'Refusal';
		this.answer = answer;
	}
}

/** 32 lower-case hex characters, as Huawei's ids are (15.1). */
export function newId(): string {
	return randomBytes(16).toString('hex');
}

export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
	return {
		status,
		headers: { 'Content-Type': 'application/json', ...headers },
		body: JSON.stringify(value),
	};
}

/** OCR (`AIS.*`) and platform (`ModelArts.*`): two fields. */
export function serviceError(status: number, code: string, message: string): Answer {
	return jsonAnswer(status, { error_code: code, error_msg: message });
}

/** Gateway (`APIG.*`, `APIGW.*`): with `request_id`, in the field order of the example in 7.3. */
export function gatewayError(status: number, code: string, message: string, requestId: string): Answer {
	return jsonAnswer(status, { error_msg: message, error_code: code, request_id: requestId });
}

/** IAM token API (2.6). */
export function keystoneError(status: number, message: string, title: string): Answer {
	return jsonAnswer(status, { error: { code: status, message, title } });
}

/** Other IAM APIs and IAM's edge (2.6). */
export function flatIamError(status: number, code: string, message: string): Answer {
	return jsonAnswer(status, { error_msg: message, error_code: code });
}
