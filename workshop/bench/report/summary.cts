import type { Figures } from '../measure.cts';
import type { Scenario, Way } from '../scenarios.cts';

/** What is said of one scenario: each way's figures, and how often the others' time goes into the node's. */
export interface Summary {
	scenario: string;
	title: string;
	/** The least time that the service needs. */
	limitSeconds: number;
	/** Time of the node ÷ the limit. */
	ratioToLimit?: number;
	/** Time of the node ÷ the script's. */
	ratioToScript?: number;
	/** The chain's execution ÷ the node's time, by chain. */
	timesFasterThan: Partial<Record<Way, number>>;
	/** Peak memory above idle ÷ the node's, by chain. */
	timesLessMemoryThan: Partial<Record<Way, number>>;
	ways: Partial<Record<Way, Figures>>;
}

/** @param all figures of all scenarios so far */
export function summary({ name, title }: Scenario, all: readonly Figures[]): Summary {
	const figures = all.filter(({ scenario }) => scenario === name);
	const node = figures.find(({ way }) => way === 'node');
	const bare = figures.find(({ way }) => way === 'bare');
	const chains = node ? figures.filter(({ way }) => way.startsWith('chain-')) : [];
	const perChain = (value: (chain: Figures) => number) => Object.fromEntries(chains.map((chain) => [chain.way, value(chain)]));
	return {
		scenario: name,
		title,
		limitSeconds: figures[0]?.limitSeconds ?? 0,
		...(node ? { ratioToLimit: node.ratioToLimit } : {}),
		...(node && bare ? { ratioToScript: node.wallSeconds / bare.wallSeconds } : {}),
		timesFasterThan: perChain(({ executionSeconds = 0 }) => executionSeconds / (node?.wallSeconds ?? 1)),
		timesLessMemoryThan: perChain(({ aboveIdleMB }) => aboveIdleMB / (node?.aboveIdleMB ?? 1)),
		ways: Object.fromEntries(figures.map((each) => [each.way, each])),
	};
}
