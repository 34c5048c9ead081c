// Jest for the mutation test: the unit tests only, on sources instead of the built package.
const path = require('node:path');
const base = require('../../jest.config.cjs');

module.exports = {
	...base,
	rootDir: path.join(__dirname, '..', '..'),
	// The first run counts what each test runs, which takes many times as long.
	testTimeout: 600_000,
	testEnvironment: path.join(__dirname, 'endAtFirstFailure.cjs'),
	testPathIgnorePatterns: JSON.parse(process.env.MUTATION_TESTS_LEFT_OUT ?? '[]'),
};
