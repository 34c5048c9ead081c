// What is mutated, how much of it has to be noticed, and what is left out with the reason why.

export interface Group {
	name: string;
	/** Glob patterns. */
	files: string[];
	/** Least share of mutants that a test notices, percent. */
	bar: number;
}

export const GROUPS: Group[] = [
	{ name: 'transport', files: ['nodes/HuaweiOcr/transport/**/*.ts'], bar: 85 },
	{ name: 'cloud', files: ['huaweiCloud/**/*.ts', 'credentials/**/*.ts'], bar: 85 },
	{
		name: 'node',
		files: ['nodes/HuaweiOcr/**/*.ts', ...['transport', 'layout', 'input', 'pictures'].map((folder) => `!nodes/HuaweiOcr/${folder}/**`)],
		bar: 75,
	},
	// By itself: counting each step of a decoder makes all tests that load a picture many times as slow.
	{ name: 'files', files: ['nodes/HuaweiOcr/input/**/*.ts', 'nodes/HuaweiOcr/pictures/**/*.ts'], bar: 75 },
	{ name: 'layout', files: ['nodes/HuaweiOcr/layout/**/*.ts'], bar: 80 },
];

/** Patterns of whole files, by reason. */
export const EXCLUDED: Record<string, string[]> = {
	'tables of data': [
		'huaweiCloud/errors/families/**',
		'huaweiCloud/errors/sources.ts',
		'huaweiCloud/regions.ts',
		'nodes/HuaweiOcr/resources/**/languages.ts',
		'nodes/HuaweiOcr/pictures/preview/digits.ts',
	],
	'what the panel shows': [
		'credentials/*.credentials.ts',
		'huaweiCloud/credentialFields.ts',
		'nodes/HuaweiOcr/HuaweiOcr.node.ts',
		'nodes/HuaweiOcr/description/**',
	],
};

/** Left out inside files; see textsForPeople.mjs and `ignoreStatic` in main.cts. */
export const EXCLUDED_INSIDE = [
	'texts for people: string and template literals of three words or more',
	'constants of a module: they are computed once, when a file is loaded, and each would need a run of all tests',
];

/**
 * Tests that say little about single lines of the product: they run the built package, or other programs. On sources
 * the node's own would count, but a change that they all run takes minutes.
 */
export const TESTS_LEFT_OUT = [
	'/test/(bench|checks|demo|documents|emulator|node|package)/',
	'/test/signing/accessKeyNode',
	'/test/credentials/',
	// Thousands of generated pages for each mutant would take days.
	'/test/layout/(properties|absurd)',
];
