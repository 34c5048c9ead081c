/** Tests are TypeScript programs for Node (.cts); swc strips the types, `npm run typecheck` checks them. */
module.exports = {
	testEnvironment: 'node',
	// The machine's smaller half of the work is done by other processes (npm, recognition workers).
	maxWorkers: '100%',
	// Generous, because nothing here is about speed: a hung test still ends.
	testTimeout: 60_000,
	testMatch: ['<rootDir>/test/**/*.test.cts'],
	setupFiles: ['<rootDir>/test/support/propertySeed.cts'],
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
