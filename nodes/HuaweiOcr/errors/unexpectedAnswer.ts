/**
 * Thrown while an answer with status 200 is read: it holds no result. The transport makes a failed
 * call of it, with status, request ID and what else the answer tells.
 */
export class UnexpectedAnswer extends Error {
	/** @param why ends the sentence "The service answered with success, but …" */
	constructor(readonly why: string) {
		super(why);
		this.name = 'UnexpectedAnswer';
	}
}
