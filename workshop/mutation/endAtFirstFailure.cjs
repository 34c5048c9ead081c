// Jest environment of the mutation test: one failed test says all there is to say about a mutant, so the rest of its
// file is skipped, and a test that a mutant keeps waiting is ended long before it would be in `npm test`.
const { TestEnvironment } = require('jest-environment-node');

/** Set by Stryker while a mutant is switched on. */
const ACTIVE_MUTANT = '__STRYKER_ACTIVE_MUTANT__';
/** ms. The slowest of the tests that run here takes 1.8 s on a quiet machine; counting on a busy one takes several times that. */
const LONGEST_TEST = 20_000;

module.exports = class EndAtFirstFailure extends TestEnvironment {
	failed = false;

	async handleTestEvent(event) {
		if (process.env[ACTIVE_MUTANT] === undefined) return;
		if (event.name === 'test_start') {
			event.test.timeout = Math.min(event.test.timeout ?? LONGEST_TEST, LONGEST_TEST);
			if (this.failed) event.test.mode = 'skip';
		}
		if (event.name === 'test_fn_failure' || event.name === 'hook_failure') this.failed = true;
	}
};
