// Whose work a processor profile shows.
import type { Profiler } from 'node:inspector';
import type { TakenProfile } from '../measured/probe.cts';
import type { Span } from './probe.cts';

type Frame = Profiler.ProfileNode['callFrame'];

/** What n8n makes anew for each call, and a script that keeps its connections does not. */
const PER_CALL: ReadonlySet<string> = new Set([
	'Agent',
	'EnvProxyHttpAgent',
	'EnvProxyHttpsAgent',
	'buildNodeAgents',
	'getProxyForUrl',
	'createSocket',
	'internalConnect',
	'afterConnect',
	'Socket._destroy',
]);

const OWNERS: ReadonlyArray<[url: RegExp, owner: string]> = [
	[/node_modules\/n8n-nodes-huawei-ocr\//, 'This package'],
	[/node_modules\/axios\//, 'axios'],
	[/node_modules\/(@n8n\/|n8n(-core|-workflow)?\/)/, 'n8n'],
	[/node_modules\//, 'Other libraries of n8n'],
	[/^node:(internal\/)?fs/, 'Node.js: files'],
	[/^node:(_http|net|internal\/(stream|http)|stream|internal\/js_stream)/, 'Node.js: HTTP and sockets'],
];

/**
 * Adds up a profile's samples within a span by owner: of the function on top of the stack, or of whoever called it where
 * it belongs to nobody, as native functions do.
 * @returns ms by owner, most first; without the time in which nothing was done
 */
export function timeByOwner({ started, profile }: TakenProfile, span: Span): Record<string, number> {
	const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
	const callers = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
	const owners = new Map<number, string>();
	const sums = new Map<string, number>();
	let now = started;
	for (const [index, id] of (profile.samples ?? []).entries()) {
		const passed = (profile.timeDeltas?.[index] ?? 0) / 1000;
		now += passed;
		if (now < span.started || now > span.ended) continue;
		let owner = owners.get(id);
		if (owner === undefined) {
			owner = ownerOf(stackOf(id, nodes, callers));
			owners.set(id, owner);
		}
		if (owner !== IDLE) sums.set(owner, (sums.get(owner) ?? 0) + passed);
	}
	return Object.fromEntries([...sums].sort(([, a], [, b]) => b - a));
}

const IDLE = '(idle)';

function stackOf(top: number, nodes: ReadonlyMap<number, Profiler.ProfileNode>, callers: ReadonlyMap<number, number>): Frame[] {
	const frames: Frame[] = [];
	for (let id: number | undefined = top; id !== undefined; id = callers.get(id)) {
		const node = nodes.get(id);
		if (node) frames.push(node.callFrame);
	}
	return frames;
}

function ownerOf(stack: readonly Frame[]): string {
	const name = stack[0]?.functionName;
	if (name === IDLE) return IDLE;
	if (name === '(garbage collector)') return 'Garbage collection';
	if (name === '(program)') return 'Outside JavaScript';
	if (stack.some(({ functionName }) => PER_CALL.has(functionName))) return 'n8n: new agents and connection for each call';
	for (const { url } of stack) {
		const found = OWNERS.find(([pattern]) => pattern.test(url));
		if (found) return found[1];
	}
	return 'Node.js: other';
}
