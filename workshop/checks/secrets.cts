// npm run check:secrets: runs every cell of the fault matrix with marked secrets, documents of each class of answers
// with marked numbers and portraits, then workflows in a real n8n at debug level, and looks for the marks in all that
// comes out. A number may stand in the item that was asked for, and nowhere else. Last it plants leaks on purpose: a
// search that misses one of those proves nothing.
// With --plant the planted leaks count as found, so the check has to fail. With --engine-only the part
// in a real n8n is left out.
process.env.N8N_LOG_LEVEL = 'debug';
process.env.N8N_LOG_OUTPUT = 'console';

import '../harness/environment.cts';
import { startEmulator } from '../emulator/server.cts';
import { loadBuiltPackage } from '../harness/builtPackage.cts';
import type { INodeExecutionData } from 'n8n-workflow';

import { cellUsers, MODES, POSITIONS, runCell, type Cell, type CellResult } from './faults/cell.cts';
import { MATRIX_FAULTS, ONE_OF_EACH_KIND, type MatrixFault } from './faults/faultList.cts';
import { DOCUMENT_CLASSES, PORTRAIT_MARK, WORDS_BLOCKS, type ShapeClass } from './faults/shapes.cts';
import { DOCUMENT_ECHOES } from './secrets/documentEchoes.cts';
import { found, markOf, PERSONAL_MARKS, textOf, tokenMark } from './secrets/marks.cts';
import { captureOutput } from './secrets/output.cts';
import { searchRealN8n } from './secrets/realN8n.cts';
import { fastClock, setClock } from './support/fastTime.cts';

const TIME_FACTOR = 200;
const LANES = 4;

const SECRETS = {
	password: 'Marked-Passw0rd-"4711"-&-more',
	secretAccessKey: 'MarkedSecretKey4711MarkedSecretKey471100',
	imageMark: 'marked-image-bytes-4711',
};

const MARKS = [
	markOf('password', SECRETS.password),
	markOf('secret access key', SECRETS.secretAccessKey),
	markOf('image', SECRETS.imageMark),
	markOf('portrait', `${PORTRAIT_MARK} `),
];

/** Services that send back what they got. */
const ECHOES: MatrixFault[] = [
	{
		name: 'login answer echoes the password',
		on: 'iam',
		fault: {
			kind: 'raw',
			status: 400,
			body: JSON.stringify({ error: { code: 400, message: `Bad value ${SECRETS.password} in request`, title: 'Bad Request' } }),
		},
		expect: 'fails',
		loginsWhenAlways: 5,
	},
	{
		name: 'HTML of the login echoes the password',
		on: 'iam',
		fault: { kind: 'raw', status: 500, body: `<html><title>Oops ${SECRETS.password}</title></html>` },
		expect: 'recovers',
		loginsWhenAlways: 20,
	},
	{
		name: 'gateway echoes headers',
		on: 'ocr',
		fault: {
			kind: 'raw',
			status: 400,
			body: JSON.stringify({
				error_code: 'APIG.0201',
				error_msg:
					'bad header: X-Auth-Token: MIImarkedmarkedmarked, Authorization: SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=0123456789abcdef0123456789abcdef',
			}),
		},
		expect: 'fails',
	},
	{
		name: 'service echoes image data',
		on: 'ocr',
		fault: {
			kind: 'raw',
			status: 400,
			body: JSON.stringify({
				error_code: 'AIS.0102',
				error_msg: `bad data ${Buffer.from(SECRETS.imageMark.repeat(4)).toString('base64')}`,
			}),
		},
		expect: 'fails',
	},
];

/** A leak that no node can prevent: an image that shows a secret in plain words. The search has to see it. */
const PLANTED: MatrixFault = {
	name: 'planted leak',
	on: 'ocr',
	fault: {
		kind: 'raw',
		status: 200,
		body: JSON.stringify({
			result: {
				direction: -1,
				words_block_count: 1,
				words_block_list: [{ words: `told: ${SECRETS.password}`, location: [[1, 1], [9, 1], [9, 9], [1, 9]] }],
			},
		}),
	},
	expect: 'either',
};

function cellsOf(faults: readonly MatrixFault[], firstUser: number, shape: ShapeClass = WORDS_BLOCKS): Cell[] {
	return faults
		.flatMap((fault) => POSITIONS.flatMap((position) => MODES.map((mode) => ({ fault, source: 'images' as const, shape, position, mode }))))
		.map((cell, index) => ({ ...cell, userNumber: firstUser + index }));
}

/** Documents of each class: one fault of each kind, and what lets contents out, through each operation. */
function documentCells(): Cell[] {
	return DOCUMENT_CLASSES.flatMap((shape) => {
		const operations = [shape.parameters.operation, ...(shape.otherOperations ?? [])];
		return [
			...cellsOf(ONE_OF_EACH_KIND, 0, shape),
			...operations.flatMap((operation) => cellsOf(DOCUMENT_ECHOES, 0, { ...shape, parameters: { ...shape.parameters, operation: operation ?? '' } })),
		];
	}).filter(({ position }) => position === 'middle of the batch');
}

/** The same with access keys, for faults that concern how a call was authenticated or sent. */
function withAccessKeys(faults: readonly MatrixFault[]): MatrixFault[] {
	return faults
		.filter(({ on, authentication, fault }) => on === 'ocr' && !authentication && fault.kind !== 'odd')
		.map((fault) => ({ ...fault, name: `${fault.name} (access key)`, authentication: 'accessKey' as const }));
}

/** Error items carry the file of their input, as its owner wants it; everything else of an item is searched. */
function withoutFile(item: INodeExecutionData): INodeExecutionData {
	const { binary, ...rest } = Object.getOwnPropertyDescriptors(item);
	const copy = Object.defineProperties({}, rest as PropertyDescriptorMap) as INodeExecutionData;
	return binary === undefined ? copy : Object.assign(copy, { files: Object.keys(item.binary ?? {}) });
}

/** The same for whole outputs: of files their names. */
function fileNames(key: string, value: unknown): unknown {
	return key === 'binary' && typeof value === 'object' && value !== null ? Object.keys(value) : value;
}

/** What was asked for may hold numbers of cards; errors, hints and the rest of the execution must not. */
function personalPlaces({ run }: CellResult): Array<[string, string]> {
	const failed = [...run.items, ...run.errorItems].filter(({ json, error }) => json.error !== undefined || error !== undefined);
	const task = { ...run.task, data: undefined };
	return [
		['failed items', JSON.stringify(failed.map(withoutFile)) + textOf(failed.map(withoutFile))],
		['error', textOf(run.error) + JSON.stringify(run.error ?? {})],
		['hints and execution data', textOf(task) + JSON.stringify([task, run.hints], fileNames)],
	];
}

function leaksOf(result: CellResult): string[] {
	const { run, stored, cell } = result;
	const token = stored.login?.token;
	const marks = typeof token === 'string' && token !== '' ? [...MARKS, tokenMark(token)] : MARKS;
	const { data, ...task } = run.task ?? {};
	const errorItems = run.errorItems.map(withoutFile);
	// Items are plain data, and some are of megabytes; errors and the rest may hide something.
	const places: Array<[string, string]> = [
		['output items', JSON.stringify([run.items.map(withoutFile), errorItems])],
		['execution data', JSON.stringify(data ?? {}, fileNames)],
		['error', textOf(run.error) + JSON.stringify(run.error ?? {})],
		['execution data', textOf([task, errorItems]) + JSON.stringify(task, fileNames)],
	];
	const title = [cell.shape.name, cell.shape.parameters.operation as string, cell.fault.name, cell.position, cell.mode].join(' | ');
	return [
		...places.flatMap(([place, text]) => found(text, marks).map((name) => `${name} in ${place}: ${title}`)),
		...personalPlaces(result).flatMap(([place, text]) => found(text, PERSONAL_MARKS).map((name) => `${name} in ${place}: ${title}`)),
	];
}

async function searchCells(cells: Cell[]): Promise<{ leaks: string[]; logged: number; tokens: number }> {
	const builtPackage = loadBuiltPackage();
	const restoreClock = setClock(builtPackage.node, fastClock(TIME_FACTOR));
	const users = cellUsers(Math.max(...cells.map(({ userNumber }) => userNumber)) + 1, SECRETS);
	const waiting = [...cells];
	const leaks: string[] = [];
	const tokens = new Set<string>();
	const stopCapture = captureOutput();
	const lane = async () => {
		const emulator = await startEmulator({ engine: 'fixture', fixture: { blocks: 2 }, users });
		for (let cell = waiting.shift(); cell; cell = waiting.shift()) {
			const result = await runCell(emulator, builtPackage, cell, SECRETS);
			leaks.push(...leaksOf(result));
			const token = result.stored.login?.token;
			if (typeof token === 'string' && token !== '') tokens.add(token);
		}
		await emulator.close();
	};
	let log: string;
	try {
		await Promise.all(Array.from({ length: LANES }, lane));
	} finally {
		log = stopCapture();
	}
	restoreClock();
	for (const name of found(log, [...MARKS, ...PERSONAL_MARKS])) leaks.push(`${name} in the log`);
	for (const token of tokens) {
		if (found(log, [tokenMark(token)]).length > 0) leaks.push('token in the log');
	}
	return { leaks, logged: log.length, tokens: tokens.size };
}

async function main(): Promise<void> {
	const only = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
	const matrix = [...MATRIX_FAULTS, ...ECHOES];
	const keyCells = cellsOf(withAccessKeys(matrix), 0).filter(({ position }) => position === 'every call');
	const all = [...cellsOf(matrix, 0), ...keyCells, ...documentCells()].map((cell, userNumber) => ({ ...cell, userNumber }));
	const cells = all.filter(({ fault }) => only === undefined || fault.name.includes(only));
	const engine = await searchCells(cells);
	for (const leak of engine.leaks.slice(0, 50)) console.log(leak);

	const real = process.argv.includes('--engine-only') ? undefined : await searchRealN8n();
	for (const leak of real?.leaks ?? []) console.log(leak);

	const planted = await searchCells(cellsOf([PLANTED], all.length));
	const plantedCells = POSITIONS.length * MODES.length;
	const sawEveryPlant = planted.leaks.length >= plantedCells;

	const leaks = engine.leaks.length + (real?.leaks.length ?? 0);
	const counted = leaks + (process.argv.includes('--plant') ? planted.leaks.length : 0);
	console.log();
	console.log(`cells of the fault matrix searched       ${cells.length}, ${cells.filter(({ shape }) => shape !== WORDS_BLOCKS).length} of them with documents`);
	console.log(`tokens issued and looked for             ${engine.tokens}`);
	console.log(`log searched                             ${engine.logged} characters at debug level`);
	if (real) {
		console.log(`executions in a real n8n                 ${JSON.stringify(real.executions)}`);
		console.log(`files of that n8n searched               ${real.searched}, ${real.bytes} bytes (database, log, settings)`);
	} else {
		console.log('real n8n                                 left out');
	}
	console.log(`planted leaks seen                       ${planted.leaks.length} of at least ${plantedCells}`);
	console.log(`secrets found                            ${counted}`);
	console.log(counted === 0 && sawEveryPlant ? 'PASSED' : 'FAILED');
	process.exitCode = counted === 0 && sawEveryPlant ? 0 : 1;
	// n8n still says goodbye; the figures are to stand last.
	captureOutput();
}

void main();
