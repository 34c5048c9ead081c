/** The text at a place is not what has to stand there. */
export class PdfSyntaxError extends Error {
	constructor(what: string, at: number) {
		super(`${what} at byte ${at}`);
		this.name = 'PdfSyntaxError';
	}
}

/** A file wants more work than any honest one does. */
export class OverBudget extends Error {
	constructor(what: string) {
		super(`The PDF needs too much work: ${what}`);
		this.name = 'OverBudget';
	}
}

/** Lets through damage of the file, which the caller can do something about. @throws anything else */
export function expectDamage(error: unknown): asserts error is PdfSyntaxError {
	if (!(error instanceof PdfSyntaxError)) throw error;
}

/** Lets through all that makes a file unreadable. @throws anything else, such as a mistake of ours */
export function expectUnreadable(error: unknown): asserts error is PdfSyntaxError | OverBudget {
	if (!(error instanceof OverBudget)) expectDamage(error);
}
