// Builds dist: one bundled file per class that n8n loads, its icons and its codex file.
const { mkdir, readdir, readFile, rm, writeFile } = require('node:fs/promises');
const Module = require('node:module');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, series, src } = require('gulp');

const DIST = path.join(__dirname, 'dist');
const { n8n } = require('./package.json');

/** Source file of a path that package.json names for n8n: dist/nodes/… → nodes/…, .js → .ts. */
const sourceOf = (built) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

async function clean() {
	await rm(DIST, { recursive: true, force: true });
	await mkdir(DIST, { recursive: true });
}

/**
 * Compiles and bundles. n8n verifies that the package has no runtime dependency, so libraries are
 * bundled here; n8n-workflow stays outside because n8n itself provides it.
 */
async function bundle() {
	const { metafile } = await esbuild.build({
		absWorkingDir: __dirname,
		entryPoints: [...n8n.nodes, ...n8n.credentials].map(sourceOf),
		metafile: true,
		outdir: DIST,
		outbase: __dirname,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		conditions: ['import'],
		mainFields: ['module', 'main'],
		// Libraries must not write to n8n's log.
		drop: ['console'],
		legalComments: 'inline',
		minifyWhitespace: true,
		charset: 'utf8',
		logLevel: 'warning',
	});
	await notices(Object.keys(metafile.inputs));
}

/** The licences of the libraries that the bundle holds: they ask to go wherever the code goes. */
async function notices(inputs) {
	const found = inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
	const texts = [...new Set(found)].sort().map(async (folder) => {
		const { name, version, license } = require(path.join(__dirname, folder, 'package.json'));
		const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
		if (!file) throw new Error(`${name} has no licence file to hand on`);
		return `${name} ${version}, ${license.replace(/[()]/g, '')}\n\n${await readFile(path.join(folder, file), 'utf8')}`;
	});
	await writeFile(path.join(DIST, 'THIRD-PARTY-NOTICES.txt'), (await Promise.all(texts)).join(`\n${'-'.repeat(72)}\n\n`));
}

function assets() {
	return src(['nodes/**/*.svg', 'nodes/**/*.node.json', 'credentials/**/*.svg'], {
		base: '.',
		encoding: false,
		allowEmpty: true,
	}).pipe(dest(DIST));
}

/**
 * Writes the fields of each operation where n8n looks for them to show them before the first run:
 * __schema__/v1.0.0/RESOURCE/OPERATION.json beside the node.
 */
async function schemas() {
	const { outputFiles } = await esbuild.build({
		absWorkingDir: __dirname,
		entryPoints: ['nodes/HuaweiOcr/resources/index.ts'],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		external: ['n8n-workflow'],
		conditions: ['import'],
		mainFields: ['module', 'main'],
		logLevel: 'warning',
	});
	const resources = new Module(path.join(DIST, 'resources.js'), module);
	resources.paths = module.paths;
	resources._compile(outputFiles[0].text, resources.id);
	for (const { value, operations } of resources.exports.RESOURCES) {
		const folder = path.join(DIST, 'nodes/HuaweiOcr/__schema__/v1.0.0', value);
		await mkdir(folder, { recursive: true });
		for (const { value: operation, outputFields } of operations) {
			const properties = Object.fromEntries(Object.entries(outputFields).map(([name, type]) => [name, { type }]));
			await writeFile(path.join(folder, `${operation}.json`), JSON.stringify({ type: 'object', properties, version: 1 }));
		}
	}
}

const build = series(clean, bundle, assets, schemas);

/** Set by .ci/runGates.mjs, which builds once for all gates. */
exports.build = process.env.PACKAGE_IS_BUILT ? (done) => done() : build;
exports.default = exports.build;
