// The few things of n8n-workflow that the product uses, in one small file. Loading the package takes half a second in
// each file of tests, and a mutation test loads some thousands of them.
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '..', '..');
/** Everything else is there as well, but loads the whole package when it is first asked for. */
const LIGHT = ['isBinaryValue', 'NodeApiError', 'NodeConnectionTypes', 'NodeOperationError', 'sleep', 'updateDisplayOptions'];

/** @returns the path of a CommonJS module that stands for n8n-workflow. */
export async function buildLightWorkflow(): Promise<string> {
	const outfile = join(ROOT, 'node_modules', '.cache', 'mutation', 'n8n-workflow.cjs');
	const whole = join(dirname(require.resolve('n8n-workflow/package.json')), 'dist', 'cjs', 'index.js');
	await build({
		stdin: { contents: `export { ${LIGHT.join(', ')} } from 'n8n-workflow'`, resolveDir: ROOT },
		bundle: true,
		platform: 'node',
		format: 'cjs',
		mainFields: ['module', 'main'],
		conditions: ['import'],
		logLevel: 'warning',
		outfile,
		footer: { js: `module.exports = new Proxy(module.exports, { get: (light, name) => (name in light ? light[name] : require(${JSON.stringify(whole)})[name]) });` },
		plugins: [{
			name: 'onlyWhatIsUsed',
			setup: (bundle) => {
				bundle.onResolve({ filter: /.*/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
					if (pluginData === 'resolving') return undefined;
					return { ...(await bundle.resolve(path, { importer, kind, resolveDir, pluginData: 'resolving' })), sideEffects: false };
				});
			},
		}],
	});
	return outfile;
}
