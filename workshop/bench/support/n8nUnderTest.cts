// A fresh n8n with our package, the probe inside, and what one execution of a workflow costs it.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installN8n, CURRENT_N8N, type N8nInstall } from '../../realN8n/installN8n.cts';
import { installTarball, packPackage } from '../../realN8n/installPackage.cts';
import { Lab } from '../../realN8n/lab.cts';
import { startN8n, type BinaryMode, type N8nProcess } from '../../realN8n/startN8n.cts';
import { OCR_CREDENTIAL, type WorkflowFile } from '../../realN8n/workflow.cts';
import { startService } from '../../harness/process/child.cts';
import { newTempDir } from '../../harness/paths.cts';
import { until } from '../../harness/process/poll.cts';
import { credentialFields } from '../../realN8n/stage.cts';
import type { NodeRun, SavedExecution } from '../measured/readExecution.cts';
import { compiled } from './compiled.cts';
import { timeByOwner } from './profile.cts';
import { Probe, type Span, type Usage } from './probe.cts';

export type WorkflowName =
	| 'node'
	| 'chain-default'
	| 'chain-expert'
	| 'chain-code'
	| 'chain-batching'
	| 'chain-continue'
	/** As many calls and results, but a dot in place of the images: what n8n itself needs. */
	| 'n8n-alone';

/** One execution, as n8n recorded it. */
export interface MeasuredExecution {
	id: string;
	status: string;
	/** From the first node to the last. */
	execution: Span;
	/** From the moment when the files are read to the end of the last node. */
	work: Span;
	/** Items that the last node put out. */
	items: number;
	/** ms since 1970: from when on it stands in the list of executions as finished, and can be opened. */
	savedAt: number;
	savedBytes: number;
	/** Growth of n8n's database files, bytes. */
	databaseGrowth: number;
	usage: Usage;
}

/** The addresses that stand in the workflow files: those of `npm run emulator`. */
const WRITTEN_URL = 'http://127.0.0.1:8787';
const WRITTEN_FOLDER = '/files/pages';

/** The package and the data folder of n8n, kept from start to start. */
export class TestBed {
	readonly install: N8nInstall;
	readonly userFolder = newTempDir('bench-n8n');
	readonly emulatorUrl: string;

	private constructor(install: N8nInstall, emulatorUrl: string) {
		this.install = install;
		this.emulatorUrl = emulatorUrl;
	}

	static async prepare(emulatorUrl: string): Promise<TestBed> {
		const bed = new TestBed(await installN8n(CURRENT_N8N), emulatorUrl);
		installTarball(packPackage(), bed.userFolder);
		mkdirSync(bed.filesFolder);
		return bed;
	}

	/** The only folder that n8n's nodes may read. */
	get filesFolder(): string {
		return path.join(this.userFolder, 'files');
	}

	get databaseFile(): string {
		return path.join(this.userFolder, '.n8n', 'database.sqlite');
	}

	async start(binaryMode: BinaryMode): Promise<N8nUnderTest> {
		const probe = new Probe();
		const n8n = await startN8n(this.install, {
			userFolder: this.userFolder,
			filesFolder: this.filesFolder,
			binaryMode,
			env: { ...probe.env, EXECUTIONS_TIMEOUT: '900' },
			logName: 'bench-n8n',
		});
		const lab = new Lab(n8n.url);
		await lab.signIn();
		return new N8nUnderTest(this, n8n, lab, probe);
	}
}

export class N8nUnderTest {
	readonly lab: Lab;
	private readonly bed: TestBed;
	private readonly n8n: N8nProcess;
	private readonly probe: Probe;

	constructor(bed: TestBed, n8n: N8nProcess, lab: Lab, probe: Probe) {
		this.bed = bed;
		this.n8n = n8n;
		this.lab = lab;
		this.probe = probe;
	}

	/**
	 * Imports one of `bench/workflows`.
	 * @param images folder of the images, within `TestBed.filesFolder`
	 * @param concurrency of our node
	 */
	async importWorkflow(name: WorkflowName, images: string, concurrency = 10): Promise<string> {
		const file = path.join(__dirname, '..', 'workflows', `${name}.json`);
		const text = readFileSync(file, 'utf8')
			.replaceAll(WRITTEN_URL, this.bed.emulatorUrl)
			.replaceAll(WRITTEN_FOLDER, images);
		const workflow = JSON.parse(text) as WorkflowFile;
		for (const node of workflow.nodes) {
			if (node.credentials?.[OCR_CREDENTIAL] === undefined) continue;
			node.credentials = { [OCR_CREDENTIAL]: { id: await this.createCredential(), name: 'Bench' } };
			node.parameters.options = { ...(node.parameters.options as object), maxConcurrency: concurrency };
		}
		return await this.lab.createWorkflow(workflow);
	}

	private async createCredential(): Promise<string> {
		return await this.lab.createCredential('Bench', OCR_CREDENTIAL, credentialFields({ url: this.bed.emulatorUrl }));
	}

	/** Waits until memory is what n8n needs when it does nothing. */
	async settle(): Promise<void> {
		await this.probe.settle();
	}

	/** Executes a workflow. @param within ms until giving up */
	async execute(workflowId: string, within = 900_000): Promise<MeasuredExecution> {
		const before = this.databaseBytes();
		const { result: saved, usage } = await this.probe.measure(this.n8n.pid, async () => {
			const id = await this.lab.start(workflowId, 'Start');
			return { id, ...(await this.untilSaved(id, within)) };
		});
		const execution = { started: saved.started, ended: saved.ended };
		return {
			id: saved.id,
			status: saved.status,
			execution,
			work: {
				started: endOf(saved.runs, 'Read files') ?? execution.started,
				ended: saved.runs.at(-1)?.ended ?? execution.ended,
			},
			items: saved.runs.at(-1)?.items ?? 0,
			savedAt: saved.savedAt,
			savedBytes: saved.dataLength,
			databaseGrowth: this.databaseBytes() - before,
			usage,
		};
	}

	/**
	 * Executes a workflow once more.
	 * @param file that gets the whole profile, for the browser's developer tools
	 * @returns whose work the main thread does after the reading of the files, ms
	 */
	async profile(workflowId: string, file: string): Promise<Record<string, number>> {
		const { result, taken } = await this.probe.profile(async () => await this.execute(workflowId));
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, JSON.stringify(taken.profile));
		return timeByOwner(taken, result.work);
	}

	/** Opens an execution as the editor does. @returns items of the last node, seconds that it took */
	async open(executionId: string): Promise<{ items: number; seconds: number }> {
		const started = performance.now();
		const { data } = await this.lab.finished(executionId);
		const seconds = (performance.now() - started) / 1000;
		const last = data.resultData.lastNodeExecuted ?? '';
		return { items: data.resultData.runData[last]?.at(-1)?.data?.main?.[0]?.length ?? 0, seconds };
	}

	async stop(): Promise<void> {
		await this.n8n.stop();
	}

	private async untilSaved(id: string, within: number): Promise<SavedExecution> {
		const { nodeBin } = this.bed.install;
		const program = [compiled('readExecution'), this.bed.databaseFile, id, String(within)];
		const reader = startService('reader', nodeBin, ['--no-warnings', '--max-old-space-size=6000', ...program]);
		await until(
			() => {
				if (this.n8n.exit() !== undefined) throw new Error(`n8n ended: ${this.n8n.tail()}`);
				return reader.exit() !== undefined;
			},
			{ what: `the end of execution ${id}`, within: within + 60_000, every: 20 },
		);
		if (reader.exit() !== 'exit code 0') throw new Error(reader.tail());
		return JSON.parse(reader.log()) as SavedExecution;
	}

	private databaseBytes(): number {
		return ['', '-wal'].reduce((sum, end) => {
			const stat = statSync(this.bed.databaseFile + end, { throwIfNoEntry: false });
			return sum + (stat?.size ?? 0);
		}, 0);
	}
}

function endOf(runs: readonly NodeRun[], node: string): number | undefined {
	return runs.find((run) => run.node === node)?.ended;
}
