import '../../workshop/harness/environment.cts';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { PackageDirectoryLoader } from 'n8n-core';

import { packPackage } from '../../workshop/harness/packPackage.cts';

const run = promisify(execFile);

describe('the packed package, installed into an empty folder', () => {
	let folder: string;
	let loader: PackageDirectoryLoader;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'huawei-ocr-install-'));
		const { file } = await packPackage(folder);
		await writeFile(join(folder, 'package.json'), '{"private":true}');
		// Peers come from n8n. Without the last flag, npm would ask the registry for them all the same.
		const flags = ['--ignore-scripts', '--offline', '--no-audit', '--omit=peer', '--legacy-peer-deps'];
		await run('npm', ['install', file, ...flags], { cwd: folder });
		// n8n makes its own n8n-workflow visible to community packages.
		const workflowPackage = join(__dirname, '..', '..', 'node_modules', 'n8n-workflow');
		await symlink(workflowPackage, join(folder, 'node_modules', 'n8n-workflow'));
		loader = new PackageDirectoryLoader(join(folder, 'node_modules', 'n8n-nodes-huawei-ocr'));
		await loader.loadAll();
	}, 60_000);

	afterAll(async () => await rm(folder, { recursive: true, force: true }));

	test("is loaded by n8n's own loader, with node, tool and both credentials", () => {
		expect(loader.types.nodes.map(({ name }) => name)).toContain('huaweiOcr');
		expect(loader.types.credentials.map(({ name }) => name).sort()).toEqual([
			'huaweiOcrAkSkApi',
			'huaweiOcrApi',
		]);
		expect(loader.known.credentials.huaweiOcrApi?.supportedNodes).toEqual(['huaweiOcr']);
	});

	test('shows icons in both themes and its search words', () => {
		const node = loader.types.nodes.find(({ name }) => name === 'huaweiOcr');
		expect(node?.iconUrl).toEqual({
			light: expect.stringMatching(/huaweiOcr\.svg$/) as string,
			dark: expect.stringMatching(/huaweiOcr\.dark\.svg$/) as string,
		});
		expect(node?.codex?.alias).toEqual(expect.arrayContaining(['OCR', '文字识别', 'Huawei', 'Invoice', 'ID Card', 'Table', 'Seal', 'Passport', 'Train Ticket']));
		for (const credential of loader.types.credentials) {
			expect(credential.iconUrl).toMatchObject({ light: expect.any(String) as string });
		}
	});
});
