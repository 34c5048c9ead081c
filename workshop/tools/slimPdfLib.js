// The node only counts the pages of a PDF. This esbuild plugin lets @cantoo/pdf-lib's parser through
// and keeps out what the package would pay for without using it.

const path = require('node:path');

/** Folder of a library as @cantoo/pdf-lib sees it: other packages bring other versions. */
const folderOf = (library) =>
	path.dirname(require.resolve(library, { paths: [path.dirname(require.resolve('@cantoo/pdf-lib'))] }));

// Builds of two helper libraries that neither load Node.js modules nor wrap CommonJS.
const PLAIN_BUILDS = {
	fflate: path.join(folderOf('fflate'), '..', 'esm', 'browser.js'),
	tslib: path.join(folderOf('tslib'), 'tslib.es6.js'),
};

const SIDE_EFFECT_FREE = /[\\/]node_modules[\\/]@cantoo[\\/]pdf-lib[\\/]/;

/** @type {import('esbuild').Plugin} */
module.exports = {
	name: 'slim-pdf-lib',
	setup(build) {
		// The library declares nothing about side effects, so esbuild would keep every module of it.
		build.onResolve({ filter: /./ }, async (args) => {
			if (PLAIN_BUILDS[args.path]) return { path: PLAIN_BUILDS[args.path], sideEffects: false };
			if (args.pluginData === 'resolved' || !/pdf-lib/.test(args.path + args.importer)) return;
			const resolved = await build.resolve(args.path, {
				kind: args.kind,
				importer: args.importer,
				resolveDir: args.resolveDir,
				pluginData: 'resolved',
			});
			return SIDE_EFFECT_FREE.test(resolved.path) ? { ...resolved, sideEffects: false } : resolved;
		});
		// Metrics of the standard fonts are only needed to write text.
		build.onLoad({ filter: /\.compressed\.json$/ }, () => ({ contents: '""', loader: 'json' }));
		// Pauses between chunks of work use a timer, which n8n forbids. The node asks for no pauses.
		build.onLoad({ filter: /pdf-lib[\\/]es[\\/]utils[\\/]async\.js$/ }, () => ({
			contents: 'export const waitForTick = () => Promise.resolve();',
			loader: 'js',
		}));
	},
};
