// Plugin for the mutation test: Stryker's runner for Jest, which loads only the files whose tests run the changed place.
// By itself it loads every file that imports the changed one in some way, and skips their tests by name: in this project
// that is most files for most mutants.
import { readFileSync, writeFileSync } from 'node:fs';
import { strykerPlugins as jestPlugins } from '@stryker-mutator/jest-runner';
import { commonTokens, declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** In the sandbox, the working folder of all runners: the first one writes it, all of them read it. */
const FILE = 'files-of-tests.json';

class CoveringFiles {
	/** Test files by name of a test. @type {Record<string, string[]> | undefined} */
	#filesOf;
	/** @type {string[] | undefined} */
	#testFiles;
	#inner;

	constructor(inner) {
		this.#inner = inner;
		const adapter = inner.jestTestAdapter;
		if (typeof adapter?.run !== 'function') throw new Error('This release of @stryker-mutator/jest-runner has another inside: see coveringFiles.mjs');
		const run = adapter.run.bind(adapter);
		adapter.run = (settings) => run({ ...settings, ...(this.#testFiles && { testFiles: this.#testFiles }) });
	}

	capabilities() {
		return this.#inner.capabilities();
	}

	init() {
		return this.#inner.init();
	}

	async dryRun(options) {
		const result = await this.#inner.dryRun(options);
		const filesOf = {};
		for (const { id, fileName } of result.tests ?? []) {
			if (fileName !== undefined) (filesOf[id] ??= []).push(fileName);
		}
		writeFileSync(FILE, JSON.stringify(filesOf));
		return result;
	}

	async mutantRun(options) {
		this.#filesOf ??= JSON.parse(readFileSync(FILE, 'utf8'));
		const files = (options.testFilter ?? []).flatMap((test) => this.#filesOf[test] ?? []);
		this.#testFiles = files.length > 0 ? [...new Set(files)] : undefined;
		try {
			return await this.#inner.mutantRun(options);
		} finally {
			this.#testFiles = undefined;
		}
	}
}

function create(injector) {
	const jest = jestPlugins.find(({ name }) => name === 'jest');
	return new CoveringFiles(injector.injectFunction(jest.factory));
}
create.inject = [commonTokens.injector];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'coveringFiles', create)];
