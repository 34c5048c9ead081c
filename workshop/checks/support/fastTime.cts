// Lets the node's own waits pass faster, so that checks with minutes of waiting take seconds.
import type { INodeType } from 'n8n-workflow';

import type { Clock, ClockFactory } from '../../../nodes/HuaweiOcr/transport/clock.ts';

/** The class behind the node, with the place for another clock. */
interface ClockedNode {
	makeClock: ClockFactory;
}

/** A clock on which `factor` ms pass in one real ms, from the moment it is made. */
export function fastClock(factor: number): ClockFactory {
	return (ends): Clock => {
		const start = Date.now();
		return {
			now: () => start + (Date.now() - start) * factor,
			sleep: (ms) =>
				new Promise((resolve, reject) => {
					const end = () => {
						clearTimeout(timer);
						reject(new Error('The execution was cancelled'));
					};
					const timer = setTimeout(() => {
						ends.removeEventListener('abort', end);
						resolve();
					}, ms / factor);
					if (ends.aborted) end();
					else ends.addEventListener('abort', end, { once: true });
				}),
		};
	};
}

/** Gives the built node a clock. @returns puts the old one back */
export function setClock(node: INodeType, makeClock: ClockFactory): () => void {
	const clocked = node.constructor as unknown as ClockedNode;
	const before = clocked.makeClock;
	clocked.makeClock = makeClock;
	return () => {
		clocked.makeClock = before;
	};
}
