const SECONDS = /^\d{1,9}(\.\d+)?$/;

/** The three date forms of RFC 9110, section 5.6.7: they all begin with a weekday. */
const HTTP_DATE = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i;

/**
 * Time of an HTTP date, ms since 1970; undefined when it is none. A bare number or any other text
 * that `Date.parse` would guess at is refused.
 */
export function parseHttpDate(text: string | undefined): number | undefined {
	if (text === undefined || !HTTP_DATE.test(text.trim())) return undefined;
	const trimmed = text.trim();
	// The oldest form, "Sun Nov  6 08:49:37 1994", has no zone and means GMT.
	const time = Date.parse(/\d{4}$/.test(trimmed) ? `${trimmed} GMT` : trimmed);
	return Number.isNaN(time) ? undefined : time;
}

/**
 * Waiting time that a `Retry-After` header asks for, ms, never negative; undefined when the header
 * is absent or makes no sense. Source: RFC 9110, section 10.2.3.
 *
 * @param now what "now" a date is measured against: best the answer's own `Date`, so that a wrong
 *   local clock does not matter
 */
export function parseRetryAfter(text: string | undefined, now: number): number | undefined {
	const trimmed = text?.trim() ?? '';
	if (SECONDS.test(trimmed)) return Math.ceil(Number(trimmed) * 1000);
	const date = parseHttpDate(trimmed);
	return date === undefined ? undefined : Math.max(0, date - now);
}
