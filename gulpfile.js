// Builds dist: one bundled file per class that n8n loads, its icons and its codex file.
const { mkdir, rm } = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, series, src } = require('gulp');

const slimPdfLib = require('./workshop/tools/slimPdfLib.js');

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
	await esbuild.build({
		absWorkingDir: __dirname,
		entryPoints: [...n8n.nodes, ...n8n.credentials].map(sourceOf),
		outdir: DIST,
		outbase: __dirname,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		conditions: ['import'],
		mainFields: ['module', 'main'],
		plugins: [slimPdfLib],
		// Libraries must not write to n8n's log.
		drop: ['console'],
		legalComments: 'inline',
		minifyWhitespace: true,
		charset: 'utf8',
		logLevel: 'warning',
	});
}

function assets() {
	return src(['nodes/**/*.svg', 'nodes/**/*.node.json', 'credentials/**/*.svg'], {
		base: '.',
		encoding: false,
		allowEmpty: true,
	}).pipe(dest(DIST));
}

exports.build = series(clean, bundle, assets);
exports.default = exports.build;
