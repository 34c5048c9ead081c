/** Tests are TypeScript programs for Node (.cts); swc strips the types, `npm run typecheck` checks them. */
module.exports = {
	testEnvironment: 'node',
	// The machine's smaller half of the work is done by other processes (npm, recognition workers).
	maxWorkers: '100%',
	// Generous, because nothing here is about speed: a hung test still ends.
	testTimeout: 60_000,
	testMatch: ['<rootDir>/test/**/*.test.cts'],
	setupFiles: ['<rootDir>/test/support/propertySeed.cts'],
	// Tests run in a context of their own, where each look at a global is a call into C++: a loop over pixels
	// spends most of its time there. These are handed to each module as arguments: the same objects, found at once.
	// None that tests replace (Date, timers) and none that libraries declare themselves (Buffer, URL).
	sandboxInjectedGlobals: ['Array', 'Float64Array', 'Infinity', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Set', 'String', 'Uint8Array'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
	transform: {
		'\\.c?ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
};
