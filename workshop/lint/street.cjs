// `npm run lint:street`: who may import whom, for every .ts and .cts, imports of types included.
// The product is a one-way street: a folder imports only from folders further down, never from its neighbours.

const NODE = 'nodes/HuaweiOcr/';

/** From top to bottom; folders of one row are neighbours. A new folder of the node gets its place here. */
const STREET = [
	['HuaweiOcr.node.ts'],
	['description', 'run'],
	['resources'],
	['request'],
	['transport', 'layout'],
	['input'],
	['pictures', 'settings'],
	['result', 'report'],
	['errors', 'turns'],
];

/** Folders of the workshop that are run, and used by no other. */
const PROGRAMS = ['bench', 'checks', 'demo', 'e2e', 'mutation', 'tools'];

const ALL = STREET.flat();
/** A file or everything in a folder of the node. */
const within = (names) => `^${NODE}(${names.map((name) => (name.endsWith('.ts') ? name : `${name}/`)).join('|')})`;

const onlyDownwards = STREET.flatMap((row, index) =>
	row.map((name) => ({
		name: `only-downwards-from-${name}`,
		severity: 'error',
		from: { path: within([name]) },
		to: { path: `^${NODE}`, pathNot: within([name, ...STREET.slice(index + 1).flat()]) },
	})),
);

module.exports = {
	forbidden: [
		{ name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
		...onlyDownwards,
		{
			name: 'every-folder-of-the-node-has-its-place',
			severity: 'error',
			from: { path: `^${NODE}`, pathNot: within(ALL) },
			to: {},
		},
		{
			name: 'the-cloud-knows-nobody',
			comment: 'huaweiCloud/ holds facts of the cloud, whoever calls it.',
			severity: 'error',
			from: { path: '^huaweiCloud/' },
			to: { path: '^(credentials|nodes)/' },
		},
		{
			name: 'credentials-know-only-the-cloud',
			severity: 'error',
			from: { path: '^credentials/' },
			to: { path: '^nodes/' },
		},
		{
			name: 'the-node-knows-no-credential',
			comment: 'n8n hands the credential over.',
			severity: 'error',
			from: { path: '^nodes/' },
			to: { path: '^credentials/' },
		},
		{
			name: 'the-product-knows-no-workshop',
			severity: 'error',
			from: { path: '^(credentials|huaweiCloud|nodes)/' },
			to: { path: '^(test|workshop)/' },
		},
		{
			name: 'the-emulator-is-a-second-reading',
			comment: 'It shares no code with the product. Of the workshop it needs only the specimens, which say what is printed on papers.',
			severity: 'error',
			from: { path: '^workshop/emulator/' },
			to: { path: '^(credentials|huaweiCloud|nodes|test|workshop/(?!emulator/|documents/specimens/))' },
		},
		{
			name: 'documents-are-for-everybody',
			comment: 'The generator of pages knows neither product nor emulator.',
			severity: 'error',
			from: { path: '^workshop/documents/' },
			to: { path: '^(credentials|huaweiCloud|nodes|test|workshop/(?!documents/))' },
		},
		...PROGRAMS.map((program) => ({
			name: `nobody-imports-${program}`,
			comment: 'What several programs share stands in workshop/harness or workshop/realN8n.',
			severity: 'error',
			from: { path: '^workshop/', pathNot: `^workshop/${program}/` },
			to: { path: `^workshop/${program}/` },
		})),
		{
			name: 'the-workshop-imports-no-test',
			severity: 'error',
			from: { path: '^workshop/' },
			to: { path: '^test/' },
		},
		{
			name: 'the-layout-knows-no-n8n',
			comment: 'Blocks in, text and tables out: it runs anywhere, in steps that somebody else gives turns to.',
			severity: 'error',
			from: { path: `^${NODE}(layout/|turns/steps)` },
			to: { path: '(^|node_modules/)n8n-|/turns/turns' },
		},
		{
			name: 'only-bundled-libraries',
			comment: 'What runs inside n8n is bundled, or comes from n8n: node:crypto and the like, but no file system, no network.',
			severity: 'error',
			from: { path: '^(credentials|huaweiCloud|nodes)/' },
			to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
		},
	],
	options: {
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.tools.json' },
		doNotFollow: { path: 'node_modules' },
		enhancedResolveOptions: { extensions: ['.ts', '.cts', '.js', '.cjs', '.mjs', '.json'] },
	},
};
