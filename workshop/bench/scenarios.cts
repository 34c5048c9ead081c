// What is measured: which images, which service, which ways of doing the job.
import type { ThrottleRule } from '../emulator/options.cts';
import type { BinaryMode } from '../realN8n/startN8n.cts';
import type { WorkflowName } from './support/n8nUnderTest.cts';

/** A workflow in n8n, or the script without n8n. */
export type Way = WorkflowName | 'bare';

export interface Scenario {
	name: string;
	title: string;
	/** Bytes of each image. */
	sizes: readonly number[];
	/** ms that the service takes for one image. */
	latencyMs: number;
	/** Calls at the same time: our node's option and the script's; the chains have their own ways. */
	parallel: number;
	/** Words blocks that the service finds in each image. */
	blocks: number;
	/** What the service lets through. */
	throttle?: ThrottleRule;
	ways: readonly Way[];
	/** Where n8n keeps files; `default` is its name for "in memory". */
	binaryMode: BinaryMode;
	/** How often node and script are measured; medians count. Chains are measured once: they take minutes. */
	repeats: number;
	/** One more run of the node is profiled, outside the figures. */
	profile?: boolean;
	/** Part of `--quick`. */
	quick?: boolean;
}

const KB = 1_000;
const MB = 1_000_000;

function repeat(count: number, bytes: number): number[] {
	return Array.from({ length: count }, () => bytes);
}

/** Photos, scans and snippets in turn, 2.1 MB on average. */
function mixed(count: number): number[] {
	const sizes = [50 * KB, 300 * KB, 1 * MB, 2 * MB, 7 * MB];
	return Array.from({ length: count }, (_, index) => sizes[index % sizes.length] ?? KB);
}

/** What most scenarios have in common. */
const USUAL = { latencyMs: 200, parallel: 10, blocks: 10, binaryMode: 'filesystem', repeats: 3 } as const;

export const SCENARIOS: readonly Scenario[] = [
	{
		...USUAL,
		name: 'main',
		title: '100 images of 2 MB, 10 at a time',
		sizes: repeat(100, 2 * MB),
		ways: ['node', 'bare', 'chain-default', 'chain-expert', 'chain-code', 'n8n-alone'],
		quick: true,
	},
	{
		...USUAL,
		name: 'thousand',
		title: '1,000 images of 2 MB, 10 at a time',
		sizes: repeat(1000, 2 * MB),
		ways: ['node', 'bare', 'n8n-alone'],
		repeats: 1,
		quick: true,
	},
	{
		...USUAL,
		name: 'two-thousand',
		title: '2,000 images of 2 MB, 10 at a time',
		sizes: repeat(2000, 2 * MB),
		ways: ['node'],
		repeats: 1,
	},
	{
		...USUAL,
		name: 'large',
		title: '100 images of 7 MB, 10 at a time',
		sizes: repeat(100, 7 * MB),
		ways: ['node', 'bare', 'chain-code'],
	},
	{
		...USUAL,
		name: 'large-40',
		title: '40 images of 7 MB, as many as the chain can save',
		sizes: repeat(40, 7 * MB),
		ways: ['node', 'chain-expert'],
		repeats: 1,
	},
	{
		...USUAL,
		name: 'small',
		title: '2,000 images of 50 kB, 20 ms, 20 at a time',
		sizes: repeat(2000, 50 * KB),
		latencyMs: 20,
		parallel: 20,
		ways: ['node', 'bare'],
		profile: true,
	},
	{
		...USUAL,
		name: 'blocks-10000',
		title: '1 image with 10,000 blocks',
		sizes: [2 * MB],
		blocks: 10_000,
		ways: ['node'],
		repeats: 5,
	},
	{
		...USUAL,
		name: 'blocks-20000',
		title: '1 image with 20,000 blocks',
		sizes: [2 * MB],
		blocks: 20_000,
		ways: ['node'],
		repeats: 5,
	},
	{
		...USUAL,
		name: 'mixed',
		title: '100 images of 50 kB to 7 MB, 10 at a time',
		sizes: mixed(100),
		ways: ['node', 'bare'],
	},
	...[1, 5, 20].map(
		(parallel): Scenario => ({
			...USUAL,
			name: `parallel-${parallel}`,
			title: `100 images of 2 MB, ${parallel} at a time`,
			sizes: repeat(100, 2 * MB),
			parallel,
			ways: ['node', 'bare'],
			repeats: parallel === 1 ? 1 : 3,
		}),
	),
	{
		...USUAL,
		name: 'limited',
		title: '100 images of 2 MB, service limited to 10 calls per second',
		sizes: repeat(100, 2 * MB),
		throttle: { calls: 10, seconds: 1 },
		ways: ['node', 'chain-batching', 'chain-continue'],
		repeats: 1,
	},
	{
		...USUAL,
		name: 'in-memory',
		title: '100 images of 2 MB, n8n keeping files in memory',
		sizes: repeat(100, 2 * MB),
		binaryMode: 'default',
		ways: ['node', 'bare'],
	},
];

/** The least time the service needs, s: parallel calls one after the other, or its limit. */
export function physicalLimit({ sizes, latencyMs, parallel, throttle }: Scenario): number {
	const byLatency = (sizes.length * latencyMs) / parallel / 1000;
	const byRate = throttle === undefined ? 0 : (sizes.length / throttle.calls) * throttle.seconds;
	return Math.max(byLatency, byRate);
}
