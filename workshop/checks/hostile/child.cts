// The process that reads hostile files and answers: the built node in n8n's engine. If it hangs or dies,
// only it does.
import '../../harness/environment.cts';
import type { INodeParameters } from 'n8n-workflow';

import { storeBinary } from '../../harness/binaryStorage.cts';
import { emulatorLogin } from '../../harness/emulatorLogin.cts';
import { runNode } from '../../harness/runNode.cts';
import { measure, type Cost } from './measure.cts';

/** One file to be read. */
export interface Task {
	/** Path of the file's bytes: messages between processes are slow with large ones. */
	path: string;
	fileName: string;
	/** URL of the emulator. */
	url: string;
	operation: string;
	/** Resource and what belongs to it; default: General Text. */
	parameters?: INodeParameters;
	options: INodeParameters;
	/** Plants a slow parser. */
	plant: boolean;
}

export interface Outcome extends Cost {
	/** Messages of errors and JSON of items, shortened. */
	said: string[];
	/** Whether each outcome names the file, and there is one. */
	namesFile: boolean;
}

const FIELDS = {
	field: [
		{ name: 'number', label: 'Invoice No.' },
		{ name: 'total', label: 'Total', type: 'number' },
	],
};

const MOST_SAID = 300;

async function run(task: Task): Promise<Outcome> {
	const { readFileSync } = await import('node:fs');
	const bytes = readFileSync(task.path);
	const data = await storeBinary(bytes, { fileName: task.fileName, mimeType: 'application/octet-stream' });
	const unplant = task.plant ? plantSlowParser() : () => undefined;
	const said: string[] = [];
	let names = 0;
	let outcomes = 0;
	const take = (text: string): void => {
		outcomes++;
		if (text.includes(task.fileName)) names++;
		if (said.length < 5) said.push(text.slice(0, MOST_SAID));
	};
	const cost = await measure(async () => {
		const result = await runNode({
			stored: { login: emulatorLogin(task.url) },
			credentials: { huaweiOcrApi: 'login' },
			settings: { onError: 'continueErrorOutput' },
			parameters: {
				authentication: 'iamLogin',
				resource: 'generalText',
				operation: task.operation,
				inputType: 'binary',
				binaryPropertyName: 'data',
				simplify: true,
				...(task.operation === 'fields' ? { fieldDefinitions: FIELDS } : {}),
				...task.parameters,
				options: task.options,
			},
			items: [{ json: {}, binary: { data } }],
		});
		// Where an answer holds nothing, a hint that counts the pages without text is the outcome.
		if (!result.error && result.items.length + result.errorItems.length === 0) {
			for (const hint of result.hints) take(`${task.fileName}: ${hint}`);
		}
		if (result.error) take(result.error.message);
		for (const { json } of result.errorItems) take(JSON.stringify(json.error ?? json));
		for (const { json } of result.items) take(typeof json.source === 'string' ? `item of ${json.source}` : 'item');
	});
	unplant();
	return { ...cost, said, namesFile: outcomes > 0 && names === outcomes };
}

function cpuSince(begin: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(begin);
	return (user + system) / 1000;
}

/** ms of work in one piece */
const PLANTED_MS = 700;

/** The first look into a file suddenly takes long, as in a parser that goes over it again and again. */
function plantSlowParser(): () => void {
	const prototype = Buffer.prototype as unknown as Record<string, (...all: unknown[]) => unknown>;
	const methods = ['indexOf', 'lastIndexOf', 'readUInt32BE', 'readUInt16LE', 'readUInt32LE'].map((name) => [name, prototype[name]] as const);
	let isDone = false;
	for (const [name, original] of methods) {
		prototype[name] = function (this: Buffer, ...all: unknown[]): unknown {
			for (const begin = process.cpuUsage(); !isDone && cpuSince(begin) < PLANTED_MS; );
			isDone = true;
			return original?.apply(this, all);
		};
	}
	return () => {
		for (const [name, original] of methods) if (original) prototype[name] = original;
	};
}

process.on('message', (task: Task) => {
	run(task).then(
		(outcome) => process.send?.({ outcome }),
		(error: unknown) => process.send?.({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
	);
});
process.send?.({ ready: true });
