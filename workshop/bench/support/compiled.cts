// Programs that run on n8n's own Node.js, which knows nothing of this project's tool chain: bundled into
// one file each.
import path from 'node:path';
import { buildSync } from 'esbuild';
import { newTempDir } from '../../harness/paths.cts';

let folder: string | undefined;

/** Path of the bundle of `bench/measured/{name}.cts`. */
export function compiled(name: 'probe' | 'bareScript' | 'readExecution'): string {
	folder ??= newTempDir('bench-programs');
	const outfile = path.join(folder, `${name}.cjs`);
	buildSync({
		entryPoints: [path.join(__dirname, '..', 'measured', `${name}.cts`)],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node24',
		logLevel: 'warning',
	});
	return outfile;
}
