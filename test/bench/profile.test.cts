import { timeByOwner } from '../../workshop/bench/support/profile.cts';
import type { TakenProfile } from '../../workshop/bench/measured/probe.cts';

const frame = (functionName: string, url = '') => ({ functionName, url, scriptId: '0', lineNumber: 0, columnNumber: 0 });

/** A stack of root → our node → axios → HTTP → new connection → native code, and what stands beside it. */
const taken: TakenProfile = {
	started: 1000,
	profile: {
		startTime: 0,
		endTime: 10_000,
		nodes: [
			{ id: 1, callFrame: frame('(root)'), children: [2, 7, 8] },
			{ id: 2, callFrame: frame('recognize', 'file:///x/node_modules/n8n-nodes-huawei-ocr/dist/n.js'), children: [3] },
			{ id: 3, callFrame: frame('dispatch', '/x/node_modules/n8n-core/node_modules/axios/dist/axios.cjs'), children: [4, 6] },
			{ id: 4, callFrame: frame('createSocket', 'node:_http_agent'), children: [5] },
			{ id: 5, callFrame: frame('connect') },
			{ id: 6, callFrame: frame('RegExp: x') },
			{ id: 7, callFrame: frame('(idle)') },
			{ id: 8, callFrame: frame('(garbage collector)') },
		],
		samples: [2, 3, 5, 6, 7, 8, 2],
		// µs between a sample and the one before
		timeDeltas: [1000, 1000, 2000, 1000, 5000, 3000, 4000],
	},
};

test('time is counted for who runs or has asked for it, without idleness', () => {
	expect(timeByOwner(taken, { started: 1000, ended: 2000 })).toEqual({
		'This package': 5,
		'Garbage collection': 3,
		axios: 2,
		'n8n: new agents and connection for each call': 2,
	});
});

test('time outside the span does not count', () => {
	expect(timeByOwner(taken, { started: 1002, ended: 1012 })).toEqual({
		axios: 2,
		'n8n: new agents and connection for each call': 2,
	});
});
