// Measures one scenario in all its ways.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../harness/paths.cts';
import { BareScript } from './support/bareScript.cts';
import type { EmulatorProcess } from '../harness/process/emulatorProcess.cts';
import { writeImages } from './support/images.cts';
import type { MeasuredExecution, N8nUnderTest, TestBed, WorkflowName } from './support/n8nUnderTest.cts';
import { cpuSeconds, highestWithin, longestStall, type Span } from './support/probe.cts';
import { physicalLimit, type Scenario, type Way } from './scenarios.cts';

/** The figures of one way of doing a scenario's job. Seconds, MB of 1,000,000 bytes. */
export interface Figures {
	scenario: string;
	way: Way;
	images: number;
	/** As n8n shows it; `success` may still lack items. */
	status: string;
	/** Images with a result at the end. */
	imagesOut: number;
	/** From the files in hand to the items: our node, the chain's nodes after Read files, the script. */
	wallSeconds: number;
	/** The whole workflow, reading the files included. */
	executionSeconds?: number;
	/** From the start until the execution is saved. */
	savedSeconds?: number;
	limitSeconds: number;
	ratioToLimit: number;
	idleMB: number;
	peakMB: number;
	aboveIdleMB: number;
	/** Highest memory above idle while n8n read the files, during `wallSeconds`, and until saved; looked at every 50 ms. */
	aboveIdleReadingMB: number;
	aboveIdleWorkingMB: number;
	aboveIdleSavingMB: number;
	/** During `wallSeconds`. */
	cpuSeconds: number;
	cpuPerImage: number;
	/** Saved execution data. */
	savedMB?: number;
	databaseGrowthMB?: number;
	calls: number;
	/** Calls answered with a result: what would be billed. */
	paidCalls: number;
	/** Most results for one image: more than 1 is paid twice. */
	paidTwice: number;
	logins: number;
	peakParallel: number;
	/** ms, during `wallSeconds`. */
	longestStall: number;
	/** ms; the same without waiting for a processor that others use. */
	longestStallComputing: number;
	/** ms, from the start of the execution until it is saved. */
	longestStallOfAll: number;
	/** Seconds from the last answer of the service to the items. */
	answerToItemsSeconds: number;
	/** Opening the execution as the editor does. */
	opened?: { items: number; seconds: number };
	/** Whose work the main thread does, ms per image by owner; of a run of its own. */
	msByOwner?: Record<string, number>;
}

/** What a single run adds to what its scenario says. */
type Run = Omit<Figures, 'scenario' | 'way' | 'images' | 'limitSeconds' | 'ratioToLimit' | 'cpuPerImage'>;

const WARM_UP_IMAGES = 3;

export class Bench {
	private readonly bed: TestBed;
	private readonly emulator: EmulatorProcess;
	private readonly report: (figures: Figures) => void;

	/** @param report gets the figures of each way as soon as there are some */
	constructor(bed: TestBed, emulator: EmulatorProcess, report: (figures: Figures) => void) {
		this.bed = bed;
		this.emulator = emulator;
		this.report = report;
	}

	async measure(scenario: Scenario): Promise<void> {
		const images = writeImages(path.join(this.bed.filesFolder, scenario.name), scenario.sizes);
		try {
			const { ways } = scenario;
			if (ways.includes('node')) await this.sideBySide(scenario, images, ways.includes('bare'));
			for (const way of ways) {
				if (way !== 'node' && way !== 'bare') await this.chain(scenario, way, images);
			}
		} finally {
			rmSync(images, { recursive: true });
		}
	}

	/** Node and script in turn, so that both meet the same noise of the machine. */
	private async sideBySide(scenario: Scenario, images: string, withScript: boolean): Promise<void> {
		const n8n = await this.freshN8n(scenario, 'node');
		const script = withScript ? await BareScript.start(this.bed.install.nodeBin, this.emulator.url) : undefined;
		try {
			const ofNode: Run[] = [];
			const ofScript: Run[] = [];
			const workflow = await n8n.importWorkflow('node', images, scenario.parallel);
			await script?.execute(this.warmUpImages(), WARM_UP_IMAGES);
			await Promise.all([n8n.settle(), script?.settle()]);
			for (let round = 0; round < scenario.repeats; round++) {
				if (script) ofScript.push(await this.runScript(scenario, script, images));
				const { run, execution } = await this.runWorkflow(scenario, n8n, workflow);
				if (round === scenario.repeats - 1) run.opened = await n8n.open(execution.id);
				ofNode.push(run);
			}
			const last = ofNode.at(-1);
			if (last) Object.assign(last, await this.profile(scenario, n8n, workflow));
			this.tell(scenario, 'node', ofNode);
			if (script) this.tell(scenario, 'bare', ofScript);
		} finally {
			await script?.stop();
			await n8n.stop();
		}
	}

	private async profile(scenario: Scenario, n8n: N8nUnderTest, workflow: string): Promise<Pick<Run, 'msByOwner'>> {
		if (!scenario.profile) return {};
		await this.prepareService(scenario);
		const file = path.join(PROJECT, 'output', 'bench', `${scenario.name}.cpuprofile`);
		const byOwner = Object.entries(await n8n.profile(workflow, file));
		return { msByOwner: Object.fromEntries(byOwner.map(([owner, ms]) => [owner, ms / scenario.sizes.length])) };
	}

	private async chain(scenario: Scenario, way: WorkflowName, images: string): Promise<void> {
		const n8n = await this.freshN8n(scenario, way);
		try {
			const workflow = await n8n.importWorkflow(way, images);
			await n8n.settle();
			const { run } = await this.runWorkflow(scenario, n8n, workflow);
			this.tell(scenario, way, [run]);
		} finally {
			await n8n.stop();
		}
	}

	/** An n8n that has run the workflow once, so that everything is loaded. */
	private async freshN8n(scenario: Scenario, way: WorkflowName): Promise<N8nUnderTest> {
		const n8n = await this.bed.start(scenario.binaryMode);
		await this.emulator.set({ latencyMs: 0, throttle: [], fixture: { blocks: 10 } });
		await n8n.execute(await n8n.importWorkflow(way, this.warmUpImages()));
		return n8n;
	}

	private warmUpImages(): string {
		const folder = path.join(this.bed.filesFolder, 'warm-up');
		return existsSync(folder) ? folder : writeImages(folder, Array.from({ length: WARM_UP_IMAGES }, () => 50_000));
	}

	private async prepareService({ latencyMs, throttle, blocks }: Scenario): Promise<void> {
		await this.emulator.set({
			latencyMs,
			throttle: throttle ? [throttle] : [],
			retryAfter: throttle ? 'seconds' : 'none',
			fixture: { blocks },
		});
	}

	private async runWorkflow(
		scenario: Scenario,
		n8n: N8nUnderTest,
		workflow: string,
	): Promise<{ run: Run; execution: MeasuredExecution }> {
		await this.prepareService(scenario);
		const execution = await n8n.execute(workflow);
		const { started, ended } = execution.execution;
		const run: Run = {
			...(await this.usageOf(execution.usage, execution.work, { started, ended: execution.savedAt })),
			status: execution.status,
			imagesOut: execution.items / scenario.blocks,
			executionSeconds: (ended - started) / 1000,
			savedSeconds: (execution.savedAt - started) / 1000,
			savedMB: execution.savedBytes / 1e6,
			databaseGrowthMB: execution.databaseGrowth / 1e6,
		};
		return { run, execution };
	}

	private async runScript(scenario: Scenario, script: BareScript, images: string): Promise<Run> {
		await this.prepareService(scenario);
		const { result, usage } = await script.execute(images, scenario.parallel);
		return {
			...(await this.usageOf(usage, result, result)),
			status: 'success',
			imagesOut: result.blocks / scenario.blocks,
		};
	}

	private async usageOf(usage: MeasuredExecution['usage'], work: Span, all: Span): Promise<Omit<Run, 'status' | 'imagesOut'>> {
		const counters = await this.emulator.counters();
		const aboveIdle = (span: Span): number => Math.max(0, highestWithin(usage.resident, span) - usage.idleBytes) / 1e6;
		const stall = longestStall(usage.record, work);
		return {
			wallSeconds: (work.ended - work.started) / 1000,
			idleMB: usage.idleBytes / 1e6,
			peakMB: usage.peakBytes / 1e6,
			aboveIdleMB: (usage.peakBytes - usage.idleBytes) / 1e6,
			aboveIdleReadingMB: aboveIdle({ started: all.started, ended: work.started }),
			aboveIdleWorkingMB: aboveIdle(work),
			aboveIdleSavingMB: aboveIdle({ started: work.ended, ended: all.ended }),
			cpuSeconds: cpuSeconds(usage.record, work),
			calls: counters.calls,
			paidCalls: counters.answered,
			paidTwice: Object.values(counters.paidByImage).filter((times) => times > 1).length,
			logins: counters.logins,
			peakParallel: counters.peakParallel,
			longestStall: stall.length,
			longestStallComputing: stall.computing,
			longestStallOfAll: longestStall(usage.record, all).length,
			answerToItemsSeconds: (work.ended - (await this.emulator.lastAnswerAt())) / 1000,
		};
	}

	private tell(scenario: Scenario, way: Way, runs: Run[]): void {
		const run = median(runs);
		const limitSeconds = physicalLimit(scenario);
		this.report({
			scenario: scenario.name,
			way,
			images: scenario.sizes.length,
			...run,
			limitSeconds,
			ratioToLimit: run.wallSeconds / limitSeconds,
			cpuPerImage: run.cpuSeconds / scenario.sizes.length,
		});
	}
}

const MEMORY: ReadonlySet<string> = new Set<keyof Run>([
	'idleMB',
	'peakMB',
	'aboveIdleMB',
	'aboveIdleReadingMB',
	'aboveIdleWorkingMB',
	'aboveIdleSavingMB',
]);

/**
 * Each figure's median; what is no number is the last run's. Memory is the first run's, because only
 * that one begins in a process that has come to rest.
 */
function median(runs: Run[]): Run {
	const [first] = runs;
	const last = runs.at(-1);
	if (!first || !last) throw new Error('No run');
	const entries = Object.entries(last).map(([name, value]): [string, unknown] => {
		if (typeof value !== 'number') return [name, value];
		if (MEMORY.has(name)) return [name, first[name as keyof Run]];
		const values = runs.map((run) => Number(run[name as keyof Run])).sort((a, b) => a - b);
		return [name, values[Math.floor((values.length - 1) / 2)]];
	});
	return Object.fromEntries(entries) as unknown as Run;
}
