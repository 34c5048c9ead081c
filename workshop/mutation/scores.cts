import type { MutantResult } from '@stryker-mutator/api/core';

export interface Score {
	/** Those that count: neither left out nor impossible to compile. */
	mutants: number;
	/** A test failed, or did not come to an end. */
	noticed: number;
	survived: number;
	/** No test runs the place. */
	uncovered: number;
}

export function scoreOf(mutants: ReadonlyArray<Pick<MutantResult, 'status'>>): Score {
	const count = (...statuses: Array<MutantResult['status']>): number => mutants.filter(({ status }) => statuses.includes(status)).length;
	const noticed = count('Killed', 'Timeout');
	const survived = count('Survived');
	const uncovered = count('NoCoverage');
	return { mutants: noticed + survived + uncovered, noticed, survived, uncovered };
}

export function addUp(scores: readonly Score[]): Score {
	return scores.reduce(
		(sum, one) => ({
			mutants: sum.mutants + one.mutants,
			noticed: sum.noticed + one.noticed,
			survived: sum.survived + one.survived,
			uncovered: sum.uncovered + one.uncovered,
		}),
		{ mutants: 0, noticed: 0, survived: 0, uncovered: 0 },
	);
}

/** Percent with one decimal, rounded down: a bar is not met by rounding. Nothing to notice is 0. */
export function share({ mutants, noticed }: Score): string {
	return (mutants === 0 ? 0 : Math.floor((noticed / mutants) * 1000) / 10).toFixed(1);
}
