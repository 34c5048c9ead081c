// Jest for the mutation test: the unit tests only, on sources instead of the built package.
const path = require('node:path');
const base = require('../../jest.config.cjs');

module.exports = {
	...base,
	rootDir: path.join(__dirname, '..', '..'),
	testPathIgnorePatterns: JSON.parse(process.env.MUTATION_TESTS_LEFT_OUT ?? '[]'),
};
