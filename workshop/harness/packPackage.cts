import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PackedPackage {
	/** Path of the tarball. */
	file: string;
	/** bytes of the tarball */
	size: number;
	/** Paths inside the package. */
	files: string[];
}

interface NpmPackReport {
	filename: string;
	size: number;
	files: Array<{ path: string }>;
}

/**
 * Packs the built package as npm would publish it.
 * @param folder that receives the tarball
 */
export async function packPackage(folder: string): Promise<PackedPackage> {
	const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
		cwd: join(__dirname, '..', '..'),
	});
	const parsed = JSON.parse(stdout) as NpmPackReport[] | Record<string, NpmPackReport>;
	const [report] = Object.values(parsed);
	if (!report) throw new Error('npm pack reported nothing');
	return {
		file: join(folder, report.filename),
		size: report.size,
		files: report.files.map(({ path }) => path),
	};
}
