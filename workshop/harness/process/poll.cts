import { setTimeout as wait } from 'node:timers/promises';

export interface PollOptions {
	/** What is waited for; part of the error message. */
	what: string;
	/** ms until giving up. */
	within?: number;
	/** ms between two looks. */
	every?: number;
	/** Called when time is up, to say more than "it did not happen". */
	onTimeout?: () => string;
}

/**
 * Looks again and again until `look` gives something other than undefined or false.
 * A look that throws counts as "not yet"; its error is part of the final message.
 */
export async function until<T>(
	look: () => Promise<T | undefined | false> | T | undefined | false,
	{ what, within = 30_000, every = 100, onTimeout }: PollOptions,
): Promise<T> {
	const deadline = Date.now() + within;
	let last: unknown;
	for (;;) {
		try {
			const seen = await look();
			if (seen !== undefined && seen !== false) return seen;
			last = undefined;
		} catch (error) {
			last = error;
		}
		if (Date.now() > deadline) {
			const reason = last instanceof Error ? `: ${last.message}` : '';
			const more = onTimeout ? `\n${onTimeout()}` : '';
			throw new Error(`Waited ${within} ms in vain for ${what}${reason}${more}`);
		}
		await wait(every);
	}
}
