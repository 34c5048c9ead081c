// What has to be reached, checked on the figures of one run.
import type { Figures } from './measure.cts';
import type { Way } from './scenarios.cts';

export interface Bar {
	/** Number in the list of bars. */
	number: number;
	what: string;
	/** As text, with its unit. */
	reached: string;
	wanted: string;
	met: boolean;
}

type Find = (scenario: string, way: Way) => Figures | undefined;

/** The bars whose scenarios were measured. */
export function checkBars(figures: readonly Figures[]): Bar[] {
	const find: Find = (scenario, way) =>
		figures.find((each) => each.scenario === scenario && each.way === way);
	return [...speed(find), ...memory(find), ...thousand(find), ...processor(find), ...small(find), ...blocks(find), ...stall(find)];
}

function atMost(number: number, what: string, value: number, limit: number, unit = ''): Bar {
	return { number, what, reached: text(value, unit), wanted: `at most ${text(limit, unit)}`, met: value <= limit };
}

function atLeast(number: number, what: string, value: number, limit: number, unit = ''): Bar {
	return { number, what, reached: text(value, unit), wanted: `at least ${text(limit, unit)}`, met: value >= limit };
}

function text(value: number, unit: string): string {
	return `${Number(value.toPrecision(3))}${unit}`;
}

function speed(find: Find): Bar[] {
	const node = find('main', 'node');
	if (!node) return [];
	const bare = find('main', 'bare');
	const byDefault = find('main', 'chain-default');
	const expert = find('main', 'chain-expert');
	const code = find('main', 'chain-code');
	const faster = (seconds = 0): number => seconds / node.wallSeconds;
	return [
		...(bare ? [atMost(1, "Node's time ÷ bare script's", node.wallSeconds / bare.wallSeconds, 1.25)] : []),
		...(byDefault ? [atLeast(1, "Default chain's time ÷ node's", faster(byDefault.executionSeconds), 20)] : []),
		...(expert ? [atLeast(1, "Expert chain's time until saved ÷ node's time", faster(expert.savedSeconds), 2)] : []),
		...(code ? [atLeast(1, "Code node chain's time ÷ node's", faster(code.executionSeconds), 4)] : []),
	];
}

function memory(find: Find): Bar[] {
	const node = find('main', 'node');
	const bare = find('main', 'bare');
	const chains = [find('main', 'chain-default'), find('main', 'chain-expert')].filter((chain) => chain !== undefined);
	if (!node) return [];
	return [
		...chains.flatMap((chain) => [
			atMost(1, `Memory above idle ÷ that of ${chain.way}`, node.aboveIdleMB / chain.aboveIdleMB, 1 / 8),
			atMost(1, `Saved execution data ÷ that of ${chain.way}`, (100 * (node.savedMB ?? 0)) / (chain.savedMB ?? 1), 1, ' %'),
		]),
		...(bare ? [atMost(1, "Memory above idle ÷ bare script's", node.aboveIdleMB / bare.aboveIdleMB, 1.5)] : []),
	];
}

function thousand(find: Find): Bar[] {
	const many = find('thousand', 'node');
	const few = find('main', 'node');
	const more = find('two-thousand', 'node');
	const itself = find('thousand', 'n8n-alone');
	if (!many) return [];
	const complete = many.status === 'success' && many.imagesOut === many.images;
	const blocks = many.images * 10;
	return [
		atLeast(1, '1,000 images: results saved', complete ? many.imagesOut : 0, many.images),
		atLeast(1, '1,000 images: items read back as the editor reads them', many.opened?.items ?? 0, blocks),
		...(few ? [atMost(2, `Memory above idle, 1,000 ÷ 100 images${alone(find)}`, many.aboveIdleMB / few.aboveIdleMB, 1.3)] : []),
		...(itself ? [atMost(2, '1,000 images: memory above idle ÷ that of n8n alone, without images', many.aboveIdleMB / itself.aboveIdleMB, 1.3)] : []),
		...(more ? [atMost(2, 'Memory above idle, 2,000 ÷ 1,000 images', more.aboveIdleMB / many.aboveIdleMB, 1.3)] : []),
	];
}

/** The same ratio of a workflow that makes as many calls and items in n8n without any image. */
function alone(find: Find): string {
	const [few, many] = [find('main', 'n8n-alone'), find('thousand', 'n8n-alone')];
	return few && many ? ` (n8n alone: ${text(many.aboveIdleMB / few.aboveIdleMB, '')})` : '';
}

function processor(find: Find): Bar[] {
	const node = find('main', 'node');
	const bare = find('main', 'bare');
	return node && bare
		? [atMost(3, "Processor time per image ÷ bare script's", node.cpuPerImage / bare.cpuPerImage, 1.3)]
		: [];
}

function small(find: Find): Bar[] {
	const node = find('small', 'node');
	const bare = find('small', 'bare');
	return node && bare
		? [atLeast(4, "Small images: throughput ÷ bare script's", (100 * bare.wallSeconds) / node.wallSeconds, 70, ' %')]
		: [];
}

function blocks(find: Find): Bar[] {
	const half = find('blocks-10000', 'node');
	const whole = find('blocks-20000', 'node');
	if (!whole) return [];
	return [
		atMost(5, '20,000 blocks: answer to items', whole.answerToItemsSeconds, 1, ' s'),
		...(half
			? [atMost(5, '20,000 ÷ 10,000 blocks', whole.answerToItemsSeconds / half.answerToItemsSeconds, 2.3)]
			: []),
	];
}

function stall(find: Find): Bar[] {
	const node = find('large', 'node');
	if (!node) return [];
	const others = [find('large', 'chain-code'), find('large-40', 'chain-expert')]
		.filter((each) => each !== undefined)
		.map(({ way, longestStall }) => `${way} ${text(longestStall, ' ms')}`);
	const beside = others.length > 0 ? ` (chains: ${others.join(', ')})` : '';
	return [atMost(6, `7 MB: longest pause of the event loop${beside}`, node.longestStall, 150, ' ms')];
}
