import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

/** The classes that a user's n8n would load. */
export interface BuiltPackage {
	node: INodeType;
	/** By credential name. */
	credentialTypes: Record<string, ICredentialType>;
}

interface PackageExports {
	HuaweiOcr: new () => INodeType;
	HuaweiOcrApi: new () => ICredentialType;
	HuaweiOcrAkSkApi: new () => ICredentialType;
}

/**
 * Loads the built package the way a program does, by its index.js.
 * @param folder of the package; by default the one this file stands in
 */
export function loadBuiltPackage(folder = join(__dirname, '..', '..')): BuiltPackage {
	if (!existsSync(join(folder, 'dist'))) {
		throw new Error('The package is not built yet: run "npm run build" first.');
	}
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- the folder is known only now
	const classes = require(join(folder, 'index.js')) as PackageExports;
	const types = [new classes.HuaweiOcrApi(), new classes.HuaweiOcrAkSkApi()];
	return {
		node: new classes.HuaweiOcr(),
		credentialTypes: Object.fromEntries(types.map((type) => [type.name, type])),
	};
}
