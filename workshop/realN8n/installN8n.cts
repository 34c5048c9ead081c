// Installs n8n, with the Node.js version it wants, into the cache folder. Once.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../harness/process/child.cts';
import { ensureDebianPackages } from './debian.cts';
import { withLock } from '../harness/process/lock.cts';
import { cacheDir } from '../harness/paths.cts';

export interface N8nRecipe {
	n8n: string;
	node: string;
	/** Versions of indirect dependencies that replace what n8n's own package asks for. */
	overrides?: Record<string, string>;
	npmArgs?: string[];
	/** Environment that this version needs on top of the usual. */
	env: Record<string, string>;
}

export interface N8nInstall extends N8nRecipe {
	dir: string;
	/** Path of the Node.js binary that runs this n8n. */
	nodeBin: string;
	/** Path of n8n's start script. */
	n8nBin: string;
}

/** The version that `npm run n8n`, the suites and the benchmarks use. */
export const CURRENT_N8N: N8nRecipe = {
	n8n: '2.41.1',
	node: '24.21.0',
	// Parts of n8n that call out or that no check needs.
	env: { N8N_DISABLED_MODULES: 'mcp-registry,instance-ai,insights,chat-hub,agents,mcp,quick-connect' },
};

/** The last 1.x: still widely installed, and the oldest that we support. */
export const LAST_N8N_1: N8nRecipe = {
	n8n: '1.123.81',
	node: '20.20.0',
	overrides: {
		// n8n 1.x names xlsx by a tarball address outside the npm registry.
		xlsx: '0.18.5',
		// Without it the start ends in `Command "start" not found`: a swallowed import error.
		'@langchain/langgraph-checkpoint': '1.0.0',
	},
	npmArgs: ['--legacy-peer-deps'],
	// isolated-vm has no binary for Node 20; the legacy expression engine does without.
	env: { N8N_EXPRESSION_ENGINE: 'legacy', N8N_RUNNERS_ENABLED: 'false' },
};

const MARKER = 'complete.json';

/** The install of `recipe`: from the cache, or made now (several minutes, 1.5 to 3 GB). */
export async function installN8n(recipe: N8nRecipe): Promise<N8nInstall> {
	const dir = path.join(cacheDir(), `n8n-${recipe.n8n}`);
	// Node.js as an npm package: brings the headers for compiling sqlite3, too.
	const nodePackage = `node-${process.platform}-${process.arch}`;
	const nodeDir = path.join(dir, 'node_modules', nodePackage);
	const install: N8nInstall = {
		...recipe,
		dir,
		nodeBin: path.join(nodeDir, 'bin', 'node'),
		n8nBin: path.join(dir, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
	const { n8n, node, overrides, npmArgs } = recipe;
	const wanted = JSON.stringify({ n8n, node, overrides, npmArgs, nodePackage });
	const marker = path.join(dir, MARKER);
	// The marker is written last: an interrupted install has none and is made again.
	const isComplete = () => existsSync(marker) && readFileSync(marker, 'utf8') === wanted;
	if (isComplete()) return install;

	return await withLock(`${dir}.lock`, () => {
		if (isComplete()) return install;
		console.log(`Installing n8n ${recipe.n8n} on Node.js ${recipe.node} into ${dir} (once, a few minutes)`);
		rmSync(dir, { recursive: true, force: true });
		mkdirSync(dir, { recursive: true });
		writeFileSync(
			path.join(dir, 'package.json'),
			JSON.stringify({
				private: true,
				dependencies: { n8n: recipe.n8n, [nodePackage]: recipe.node },
				overrides: recipe.overrides ?? {},
			}),
		);
		run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=dev', ...(recipe.npmArgs ?? [])], {
			cwd: dir,
		});
		const rebuild = () =>
			run('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false'], {
				cwd: dir,
				env: {
					PATH: `${path.dirname(install.nodeBin)}${path.delimiter}${process.env['PATH'] ?? ''}`,
					npm_config_nodedir: nodeDir,
				},
			});
		try {
			// Takes a prebuilt binary where it can be downloaded, otherwise compiles.
			rebuild();
		} catch {
			ensureDebianPackages(['build-essential', 'python3']);
			rebuild();
		}
		const version = run(install.nodeBin, [install.n8nBin, '--version'], { env: recipe.env }).trim();
		if (!version.endsWith(recipe.n8n)) throw new Error(`Installed n8n ${recipe.n8n}, but it says ${version}`);
		writeFileSync(marker, wanted);
		return install;
	});
}
