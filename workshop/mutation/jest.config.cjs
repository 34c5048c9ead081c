// Jest for the mutation test: the unit tests only, on sources instead of the built package.
const path = require('node:path');
const base = require('../../jest.config.cjs');

module.exports = {
	...base,
	rootDir: path.join(__dirname, '..', '..'),
	testEnvironment: path.join(__dirname, 'endAtFirstFailure.cjs'),
	moduleNameMapper: { '^n8n-workflow$': process.env.MUTATION_N8N_WORKFLOW },
	testPathIgnorePatterns: JSON.parse(process.env.MUTATION_TESTS_LEFT_OUT ?? '[]'),
};
