// Calls that the checks share: logins kept for reuse, signatures by Huawei's own SDK.
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core';
import type { Emulator } from '../../emulator/server.cts';
import { GOOD_ACCESS_KEY, GOOD_PROJECT_ID, GOOD_SECRET_KEY } from '../../emulator/users.cts';
import { type LoginOptions, ocr, type OcrOptions, type Reply, send, tokenOf } from '../../emulator/client.cts';
import { textPage } from './images.cts';

const tokens = new Map<string, string>();

/** A token of this login, from the first call on the same one. */
export async function tokenFor(emulator: Emulator, options: LoginOptions = {}): Promise<string> {
	const key = JSON.stringify([emulator.url, options]);
	const token = tokens.get(key) ?? (await tokenOf(emulator, options));
	tokens.set(key, token);
	return token;
}

const goodImage = textPage().toString('base64');

/** A body with a good image, plus other fields. */
export function withImage(fields: Record<string, unknown> = {}): Record<string, unknown> {
	return { image: goodImage, ...fields };
}

/** An OCR call with a good token. */
export async function call(emulator: Emulator, fields: unknown, options: OcrOptions = {}): Promise<Reply> {
	return ocr(emulator, fields, { token: await tokenFor(emulator), ...options });
}

export interface SignOptions {
	accessKeyId?: string;
	secretAccessKey?: string;
	/** Replaces the time of signing. */
	sdkDate?: string;
	headers?: Record<string, string>;
	/** Changes what is sent after it was signed. */
	tamper?: (sent: { headers: Record<string, string>; body: string }) => void;
	fields?: Record<string, unknown>;
	projectId?: string;
}

/** An OCR call signed by the SDK's signer. */
export function signedCall(emulator: Emulator, options: SignOptions = {}): Promise<Reply> {
	const { accessKeyId = GOOD_ACCESS_KEY, secretAccessKey = GOOD_SECRET_KEY, projectId = GOOD_PROJECT_ID } = options;
	const fields = options.fields ?? withImage();
	const url = `${emulator.url}/v2/${projectId}/ocr/general-text`;
	const credential = new BasicCredentials().withAk(accessKeyId).withSk(secretAccessKey);
	const headers: Record<string, string> = {
		...AKSKSigner.sign(
			{
				endpoint: url,
				method: 'POST',
				headers: {
					'content-type': 'application/json',
					...(options.sdkDate === undefined ? {} : { 'X-Sdk-Date': options.sdkDate }),
					...options.headers,
				},
				data: fields,
			},
			credential,
		),
	};
	const sent = { headers, body: JSON.stringify(fields) };
	options.tamper?.(sent);
	return send(url, { method: 'POST', ...sent });
}
