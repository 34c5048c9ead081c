// npm run check:package: what a user would install, looked at as n8n's verification looks at it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { packPackage } from '../harness/packPackage.cts';

/** Bytes; the bar of the package's size with the preview's image codecs in it. */
const MAX_PACKED_SIZE = 500_000;

/** n8n scans the source repository by these patterns, and of the tarball what runs. */
const SOURCE_PATTERNS = ['package.json', '{nodes,credentials}/**/*.{js,ts,json}'];
const TARBALL_PATTERNS = ['**/*.js', 'package.json'];

const root = join(__dirname, '..', '..');

async function main(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'huawei-ocr-package-'));
	const problems: string[] = [];
	try {
		const packed = await packPackage(folder);
		const unpacked = join(folder, 'unpacked');
		mkdirSync(unpacked);
		execFileSync('tar', ['-xzf', packed.file, '-C', unpacked, '--strip-components=1']);

		const unexpected = packed.files.filter(
			(path) => !/^(dist\/|package\.json$|index\.js$|README|LICENSE)/.test(path),
		);
		const missing = requiredFiles().filter((path) => !packed.files.includes(path));
		const { dependencies } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as {
			dependencies?: object;
		};
		if (unexpected.length > 0) problems.push(`files that no user needs: ${unexpected.join(', ')}`);
		if (missing.length > 0) problems.push(`files missing: ${missing.join(', ')}`);
		if (dependencies !== undefined) problems.push('the package has runtime dependencies');
		if (packed.size > MAX_PACKED_SIZE) problems.push(`larger than ${MAX_PACKED_SIZE} bytes`);

		const scanner = await import('@n8n/scan-community-package/scanner/scanner.mjs');
		const source = await scanner.analyzePackage(root, SOURCE_PATTERNS);
		const tarball = await scanner.analyzePackage(unpacked, TARBALL_PATTERNS);
		for (const [half, { passed, message, details }] of Object.entries({ source, tarball })) {
			if (!passed) problems.push(`n8n's scanner, ${half}: ${message}\n${details ?? ''}`);
		}

		console.log(packed.files.map((path) => `  ${path}`).join('\n'));
		for (const problem of problems) console.log(`PROBLEM ${problem}`);
		console.log(
			`packed ${packed.size} bytes (at most ${MAX_PACKED_SIZE}), ${packed.files.length} files, ` +
				`scanner: source ${source.passed ? 'clean' : 'not clean'}, tarball ${tarball.passed ? 'clean' : 'not clean'}, ` +
				`problems: ${problems.length}`,
		);
		process.exitCode = problems.length === 0 ? 0 : 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** What package.json promises to n8n, with the files those classes refer to. */
function requiredFiles(): string[] {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
	};
	return [
		...n8n.nodes,
		...n8n.credentials,
		'index.js',
		'dist/nodes/HuaweiOcr/HuaweiOcr.node.json',
		'dist/nodes/HuaweiOcr/huaweiOcr.svg',
		'dist/nodes/HuaweiOcr/huaweiOcr.dark.svg',
	];
}

void main();
