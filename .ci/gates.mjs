// What has to hold before a change lands and before a version is published: the one list that .ci/run and both
// workflows run. A new check is one line here: `npm run <script> -- <args>`; its exit code decides.

/**
 * @typedef {object} Gate
 * @property {string} script in package.json
 * @property {string[]} [args]
 * @property {'jest' | 'e2e'} [counts] the run leaves a list of its tests, and each of them counts; else the gate counts as one
 * @property {boolean} [withNext] runs at the same time as the next one: for gates that keep one core busy and measure no time
 */

/** @type {Gate[]} */
export const GATES = [
	{ script: 'lint' },
	{ script: 'test', counts: 'jest' },
	{ script: 'check:package' },
	{ script: 'check:contract' },
	{ script: 'check:documents' },
	{ script: 'check:large' },
	{ script: 'check:layout-samples' },
	{ script: 'check:samples' },
	{ script: 'check:faults', withNext: true },
	// In the real n8n, the end-to-end suite looks for secrets, too.
	{ script: 'check:secrets', args: ['--engine-only'] },
	{ script: 'check:properties', args: ['20261122'] },
	{ script: 'check:bulk' },
	{ script: 'check:hostile' },
	{ script: 'check:fuzz' },
	{ script: 'check:shrink' },
	{ script: 'check:reading-order' },
	{ script: 'bench:tables', args: ['--seeds', '11'] },
	{ script: 'e2e', counts: 'e2e' },
];

/** Checks that are no gates: they measure time or take long, and are run by hand on a quiet machine; check:tables is a part of check:documents. */
export const BY_HAND = ['check:cases', 'check:evidence', 'check:limits', 'check:memory', 'check:retry-memory', 'check:rules', 'check:tables', 'bench:large', 'bench:fields', 'bench', 'bench:layout', 'e2e:mutants', 'test:mutation'];
