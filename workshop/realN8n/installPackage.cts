// Packs the project as `npm publish` would, and installs the tarball as a self-hosted user gets it.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../harness/process/child.cts';
import { newTempDir, PROJECT } from '../harness/paths.cts';

export const PACKAGE_NAME = 'n8n-nodes-huawei-ocr';

/**
 * Builds and packs; gives the path of the tarball. `N8N_PACKAGE_TARBALL` in the environment replaces it:
 * that is how the mutants of `npm run e2e:mutants` reach the suites.
 */
export function packPackage(): string {
	const given = process.env['N8N_PACKAGE_TARBALL'];
	if (given) return given;
	run('npm', ['run', 'build', '--silent'], { cwd: PROJECT });
	return packFolder(PROJECT);
}

/** Packs the folder of a package; gives the path of the tarball. */
export function packFolder(folder: string): string {
	const target = newTempDir('package');
	const answer = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', target], { cwd: folder });
	const [packed] = JSON.parse(answer) as Array<{ filename: string }>;
	const tarball = path.join(target, packed?.filename ?? '');
	if (!packed || !existsSync(tarball)) throw new Error(`npm pack made no tarball: ${answer}`);
	return tarball;
}

/** Puts the package where n8n looks for installed community nodes: `<userFolder>/.n8n/nodes`. */
export function installTarball(tarball: string, userFolder: string): void {
	const nodes = path.join(userFolder, '.n8n', 'nodes');
	mkdirSync(nodes, { recursive: true });
	writeFileSync(path.join(nodes, 'package.json'), JSON.stringify({ name: 'installed-nodes', private: true }));
	run('npm', ['install', '--ignore-scripts', '--omit=peer', '--no-audit', '--no-fund', '--legacy-peer-deps', tarball], {
		cwd: nodes,
	});
}
