// Plugin for the mutation test: tries only a part of the mutants, chosen by a hash of what and where they are, so that
// the same share of the same sources is the same sample on every machine. The whole takes hours.
// Stryker has no option for it; what a checker turns down counts neither as noticed nor as survived.
import { createHash } from 'node:crypto';
import { CheckStatus } from '@stryker-mutator/api/check';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Set by main.cts: greater than 0, at most 1. */
const SHARE = Number(process.env.MUTATION_SHARE ?? '1');

/** @param {import('@stryker-mutator/api/core').Mutant} mutant @param {number} share */
function isInSample({ fileName, location: { start, end }, mutatorName, replacement }, share) {
	const name = fileName.split(/[\\/]/).slice(-2).join('/');
	const what = [name, start.line, start.column, end.line, end.column, mutatorName, replacement].join('\n');
	return createHash('sha256').update(what).digest().readUInt32BE() < share * 2 ** 32;
}

class Sample {
	async init() {}

	async check(mutants) {
		return Object.fromEntries(mutants.map((mutant) => [
			mutant.id,
			isInSample(mutant, SHARE) ? { status: CheckStatus.Passed } : { status: CheckStatus.CompileError, reason: 'Not in the sample' },
		]));
	}

	/** All at once: each group is a message to another process. */
	async group(mutants) {
		return [mutants.map(({ id }) => id)];
	}
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', Sample)];
