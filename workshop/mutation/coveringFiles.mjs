// Plugin for the mutation test: Stryker's runner for Jest, which loads only the files whose tests run the changed place.
// By itself it loads every file that imports the changed one in some way, and skips their tests by name: in this project
// that is most files for most mutants. And it runs all of them, also when the first has noticed the change: Jest can't be
// told to stop there (jestjs/jest#11766), so here a few files run at a time.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { MutantRunStatus } from '@stryker-mutator/api/test-runner';
import { strykerPlugins as jestPlugins } from '@stryker-mutator/jest-runner';
import { commonTokens, declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** In the sandbox, the working folder of all runners: the first one writes it, all of them read it. */
const FILE = 'files-of-tests.json';

/** Files of the first runs; all others run after them. */
const FIRST_RUNS = [1, 2, 4];

class CoveringFiles {
	/** Test files by name of a test. @type {Record<string, string[]> | undefined} */
	#filesOf;
	/** @type {string[] | undefined} */
	#testFiles;
	/** How many changes each test file has noticed. @type {Map<string, number>} */
	#noticed = new Map();
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
		const files = this.#sorted(new Set((options.testFilter ?? []).flatMap((test) => this.#filesOf[test] ?? [])));
		if (files.length === 0) return this.#inner.mutantRun(options);
		let result;
		let tests = 0;
		for (const run of inRuns(files)) {
			this.#testFiles = run;
			try {
				result = await this.#inner.mutantRun(options);
			} finally {
				this.#testFiles = undefined;
			}
			tests += result.nrOfTests ?? 0;
			if (result.status !== MutantRunStatus.Survived) break;
		}
		for (const file of new Set([result.killedBy ?? []].flat().flatMap((test) => this.#filesOf[test] ?? []))) {
			this.#noticed.set(file, (this.#noticed.get(file) ?? 0) + 1);
		}
		return 'nrOfTests' in result ? { ...result, nrOfTests: tests } : result;
	}

	/** Those first that noticed most changes so far, then the small ones. */
	#sorted(files) {
		const sizes = new Map([...files].map((file) => [file, statSync(file).size]));
		const noticed = (file) => this.#noticed.get(file) ?? 0;
		return [...files].sort((a, b) => noticed(b) - noticed(a) || sizes.get(a) - sizes.get(b));
	}
}

/** @param {readonly string[]} files @returns {string[][]} */
function inRuns(files) {
	const runs = [];
	let from = 0;
	for (const count of [...FIRST_RUNS, files.length]) {
		if (from < files.length) runs.push(files.slice(from, from + count));
		from += count;
	}
	return runs;
}

function create(injector) {
	const jest = jestPlugins.find(({ name }) => name === 'jest');
	return new CoveringFiles(injector.injectFunction(jest.factory));
}
create.inject = [commonTokens.injector];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'coveringFiles', create)];
