const MAX_LENGTH = 500;

/** What stands behind this is cut off before it is looked at, characters. */
const MAX_SEARCHED_LENGTH = 20 * MAX_LENGTH;

/** Shorter secrets are not searched for: removing them would tear ordinary words apart. */
const MIN_SECRET_LENGTH = 4;

/**
 * Newer gateways append the canonical request they computed to a refused signature, with all signed
 * headers in it. Source: API Request Signing Guide.
 */
const CANONICAL_REQUEST = /,?\s*canonical\s?request\s*[:=][\s\S]*/i;

/** Runs too long for a word or an id (32 hex): tokens, secret keys (40), signatures, image data. */
const LONG_RUN = /[A-Za-z0-9+=_-]{40,}|[A-Za-z0-9+/=_-]{64,}/g;

/** Numbers of bank cards (16 to 19 digits) and ID cards (15, or 18 with a check digit that may be X), also in their usual groups. */
const PERSONAL_NUMBER =
	/(?<![A-Za-z0-9])(?:\d{14,18}[\dXx]|\d{4}([ +-])(?:\d{4}\1){2}\d{1,4}(?:\1\d{1,3})?|\d{6}[ +-]\d{8}[ +-]\d{3}[\dXx])(?![A-Za-z0-9])/g;

/** Named secrets, whatever their length. */
const NAMED_SECRET =
	/("?\b(?:x-auth-token|x-subject-token|x-security-token|security_?token|authorization|signature|password|passcode|secret(?:_?access)?_?key|sk|token)\b"?\s*[:=]\s*)("[^"]*"|[^\s,;|}]+)/gi;

/** Controls, and marks that turn the direction of what follows. */
const CONTROL = /[\p{Cc}\u2028\u2029\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gu;

const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	plus: '+',
	sol: '/',
	equals: '=',
	lowbar: '_',
	colon: ':',
	period: '.',
};

/** The character of an escape; unchanged what is no character. */
function character(code: number, escaped: string): string {
	return code <= 0x10ffff ? String.fromCodePoint(code) : escaped;
}

function fromPercent(escaped: string): string {
	try {
		return decodeURIComponent(escaped);
	} catch {
		return escaped;
	}
}

/** The text without the escapes of HTML, forms and JSON, which tear secrets apart; each may be escaped twice. */
function unescaped(text: string): string {
	const once = (escaped: string): string =>
		escaped
			.replace(/&#(\d{1,7});/g, (all, code: string) => character(Number(code), all))
			.replace(/&#x([0-9a-f]{1,6});/gi, (all, code: string) => character(parseInt(code, 16), all))
			.replace(/&([a-z]{2,6});/gi, (all, name: string) => ENTITIES[name.toLowerCase()] ?? all)
			.replace(/(%[0-9a-f]{2})+/gi, fromPercent)
			.replace(/\\u([0-9a-f]{4})/gi, (all, code: string) => character(parseInt(code, 16), all))
			.replace(/\\(["/])/g, '$1');
	return once(once(text));
}

/** A text with secrets, personal numbers and image data replaced by an ellipsis. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
	let clean = text;
	for (const secret of secrets) {
		if (secret.length < MIN_SECRET_LENGTH) continue;
		const forms = [
			secret,
			JSON.stringify(secret).slice(1, -1),
			encodeURIComponent(secret),
			// Forms write a space as a plus sign.
			secret.replaceAll(' ', '+'),
		];
		for (const form of forms) clean = clean.split(form).join('…');
	}
	return clean
		.replace(CANONICAL_REQUEST, '')
		.replace(NAMED_SECRET, '$1…')
		.replace(LONG_RUN, '…')
		.replace(PERSONAL_NUMBER, '…');
}

/**
 * Makes a text of the service fit to be shown, stored and logged: secrets, numbers of cards and image data
 * replaced by an ellipsis, also where they were echoed as HTML, form or JSON, one line, at most 500 characters.
 *
 * @param secrets values known to be secret that the service may have echoed
 */
export function redact(text: string, secrets: readonly string[] = []): string {
	const start = text.slice(0, MAX_SEARCHED_LENGTH);
	const plain = unescaped(start);
	const shown = withoutSecrets(start, secrets);
	const shownPlain = withoutSecrets(plain, secrets);
	// Only where the escapes hide something is the text shown without them.
	const hides = shownPlain !== plain && shownPlain !== unescaped(shown);
	const clean = (hides ? shownPlain.replace(/[<>]/g, ' ') : shown).replace(CONTROL, ' ').trim();
	return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH - 1)}…` : clean;
}

/** Whether a short identifier of an answer holds nothing of a secret. */
export function isFreeOfSecrets(identifier: string, secrets: readonly string[] = []): boolean {
	return !secrets.some((secret) => secret.length >= MIN_SECRET_LENGTH && identifier.includes(secret));
}
