const MAX_LENGTH = 500;

/** Shorter secrets are not searched for: removing them would tear ordinary words apart. */
const MIN_SECRET_LENGTH = 4;

/**
 * Newer gateways append the canonical request they computed to a refused signature, with all signed
 * headers in it. Source: API Request Signing Guide.
 */
const CANONICAL_REQUEST = /,?\s*canonical\s?request\s*[:=][\s\S]*/i;

/** Runs too long for a word or an id (32 hex): tokens, secret keys (40), signatures, image data. */
const LONG_RUN = /[A-Za-z0-9+=_-]{40,}|[A-Za-z0-9+/=_-]{64,}/g;

/** Named secrets, whatever their length. */
const NAMED_SECRET =
	/("?\b(?:x-auth-token|x-subject-token|x-security-token|security_?token|authorization|signature|password|passcode|secret(?:_?access)?_?key|sk|token)\b"?\s*[:=]\s*)("[^"]*"|[^\s,;|}]+)/gi;

const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * Makes a text of the service fit to be shown, stored and logged: secrets and image data replaced by
 * an ellipsis, one line, at most 500 characters.
 *
 * @param secrets values known to be secret that the service may have echoed
 */
export function redact(text: string, secrets: readonly string[] = []): string {
	let clean = text;
	for (const secret of secrets) {
		if (secret.length < MIN_SECRET_LENGTH) continue;
		for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
			clean = clean.split(form).join('…');
		}
	}
	clean = clean
		.slice(0, 20 * MAX_LENGTH)
		.replace(CANONICAL_REQUEST, '')
		.replace(NAMED_SECRET, '$1…')
		.replace(LONG_RUN, '…')
		.replace(CONTROL, ' ')
		.trim();
	return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH - 1)}…` : clean;
}
