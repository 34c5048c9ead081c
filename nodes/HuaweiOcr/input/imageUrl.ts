import { OcrError } from '../errors/ocrError';

/**
 * Prepares the address that the service downloads from (contract 5.5): http or https, ASCII only.
 * Only what has to be encoded is touched, because a signed URL must stay as it was signed.
 * @throws OcrError when it can't be such an address
 */
export function toServiceUrl(value: unknown): string {
	if (typeof value !== 'string') {
		throw new OcrError(
			'Check the URL: it must be text',
			`The expression in the field gives ${describe(value)}.`,
			{ errorCode: 'Node.InvalidUrl' },
		);
	}
	const text = value.trim();
	if (text === '') {
		throw new OcrError(
			'Fill in the URL of the image: the field is empty for this item',
			'If it comes from an expression, the item has no such value.',
			{ errorCode: 'Node.InvalidUrl' },
		);
	}
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') {
		throw new OcrError(
			'Check the URL: it must begin with http:// or https:// and name a host',
			'The service downloads the image itself, so the address must be public or an OBS address.',
			{ errorCode: 'Node.InvalidUrl' },
		);
	}
	const withAsciiHost = isAscii(authority(text)) ? text : text.replace(authority(text), url.host);
	return withAsciiHost
		.replace(/\p{Surrogate}/gu, '\ufffd')
		.replace(/[^\x21-\x7e]+/gu, (characters) => encodeURIComponent(characters));
}

/** Host and port as written; user names in image URLs are no use to the service. */
function authority(url: string): string {
	return /^[a-z]+:[\\/]*([^\\/?#]*)/i.exec(url)?.[1] ?? '';
}

function isAscii(text: string): boolean {
	return /^[\x21-\x7e]*$/.test(text);
}

function describe(value: unknown): string {
	if (value === null || value === undefined) return 'nothing';
	return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
