// npm run check:faults: every fault × where it hits × how the node goes on, through n8n's engine against
// the emulator over real HTTP; for words blocks all faults, for each other class of answers one fault of each kind
// and odd answers of its own. Ends non-zero when an input is lost, an answered call is repeated, the
// process is shaken, or logins are made that the fault does not explain.
import '../harness/environment.cts';
import { startEmulator } from '../emulator/server.cts';
import { loadBuiltPackage } from '../harness/builtPackage.cts';
import { MODES, POSITIONS, SOURCES, runCell, cellUsers, type Cell, type CellResult, type Position, IMAGES } from './faults/cell.cts';
import { MATRIX_FAULTS, ONE_OF_EACH_KIND } from './faults/faultList.cts';
import { ODD_DOCUMENTS } from './faults/oddDocuments.cts';
import { DOCUMENT_CLASSES, WORDS_BLOCKS } from './faults/shapes.cts';
import { fastClock, setClock } from './support/fastTime.cts';

/** Minutes of waiting become fractions of a second. */
const TIME_FACTOR = 200;

const LANES = 12;

const SECRETS = {
	password: 'Fault-Matrix-Pass-1',
	secretAccessKey: 'FaultMatrixSecretKey00000000000000000001',
	imageMark: 'fault-matrix',
};

/** Bars of the matrix, for each class of answers. */
const LEAST_FAULTS = 60;
const LEAST_CELLS = 400;

type Kind = Pick<Cell, 'fault' | 'source' | 'shape'>;

const ofWords = (): Kind[] => MATRIX_FAULTS.flatMap((fault) => SOURCES.map((source) => ({ fault, source, shape: WORDS_BLOCKS })));

/** Faults of sending hit pages where the class has pages, since these share a file; odd answers hit images, whose contents are known. */
const ofDocuments = (): Kind[] =>
	DOCUMENT_CLASSES.flatMap((shape) => [
		...ONE_OF_EACH_KIND.map((fault) => ({ fault, source: shape.readsPages ? ('pages' as const) : ('images' as const), shape })),
		...ODD_DOCUMENTS.map((fault) => ({ fault, source: 'images' as const, shape })),
	]);

/** What an odd answer does to its image does not depend on which of the images it is. */
const positionsOf = ({ fault }: Kind): readonly Position[] => (ODD_DOCUMENTS.includes(fault) ? ['middle of the batch'] : POSITIONS);

export function allCells(): Cell[] {
	return [...ofWords(), ...ofDocuments()]
		.flatMap((kind) => positionsOf(kind).flatMap((position) => MODES.map((mode) => ({ ...kind, position, mode }))))
		.map((cell, userNumber) => ({ ...cell, userNumber }));
}

async function main(): Promise<void> {
	const only = process.argv[2];
	const cells = allCells().filter((cell) => only === undefined || title(cell).includes(only));
	const builtPackage = loadBuiltPackage();
	const restoreClock = setClock(builtPackage.node, fastClock(TIME_FACTOR));
	const users = cellUsers(cells.length === 0 ? 0 : Math.max(...cells.map(({ userNumber }) => userNumber)) + 1, SECRETS);
	let crashes = 0;
	process.on('unhandledRejection', (reason) => {
		crashes++;
		console.log('unhandled:', reason);
	});
	const results: CellResult[] = [];
	const waiting = [...cells];
	/** Cells mostly wait, so several run at once, each lane with an emulator of its own. */
	const lane = async () => {
		const emulator = await startEmulator({ engine: 'fixture', fixture: { blocks: 2 }, users });
		for (let cell = waiting.shift(); cell; cell = waiting.shift()) {
			try {
				const result = await runCell(emulator, builtPackage, cell, SECRETS);
				results.push({ ...result, run: { ...result.run, items: [], errorItems: [] } });
				for (const problem of result.problems) console.log(`${title(cell)}: ${problem}`);
			} catch (error) {
				crashes++;
				console.log(`${title(cell)}: crashed`, error);
			}
		}
		await emulator.close();
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	restoreClock();
	report(cells, results, crashes, only === undefined);
}

const title = ({ fault, position, mode, source, shape }: Cell): string => `${shape.name} | ${fault.name} | ${source} | ${position} | ${mode}`;

function report(cells: Cell[], results: CellResult[], crashes: number, isWhole: boolean): void {
	const sum = (pick: (result: CellResult) => number) => results.reduce((total, result) => total + pick(result), 0);
	const figures = {
		'distinct faults': new Set(cells.map(({ fault }) => fault.name)).size,
		cells: cells.length,
		inputs: cells.length * IMAGES,
		'inputs without an outcome': sum(({ withoutOutcome }) => withoutOutcome),
		'answered calls repeated': sum(({ paidTwice }) => paidTwice),
		'calls repeated because their answer was lost on the wire': sum(({ lostAndRepeated }) => lostAndRepeated),
		crashes,
		'cells with unexplained logins': results.filter(({ unexpectedLogins }) => unexpectedLogins).length,
		'cells with any problem': results.filter(({ problems }) => problems.length > 0).length,
		'login calls': sum(({ counters }) => counters.loginCalls),
		'OCR calls': sum(({ counters }) => counters.calls),
		'paid calls': sum(({ counters }) => counters.answered),
	};
	console.log();
	for (const { name } of [WORDS_BLOCKS, ...DOCUMENT_CLASSES]) {
		const own = cells.filter(({ shape }) => shape.name === name);
		console.log(`${name.padEnd(20)} ${new Set(own.map(({ fault }) => fault.name)).size} faults, ${own.length} cells`);
	}
	console.log();
	for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(58)} ${value}`);
	const ofClass = [WORDS_BLOCKS, ...DOCUMENT_CLASSES].map((each) => cells.filter(({ shape }) => shape === each));
	const isEnough = ofClass.every((own) => own.length >= LEAST_CELLS && new Set(own.map(({ fault }) => fault.name)).size >= LEAST_FAULTS);
	const isRight = figures['cells with any problem'] === 0 && crashes === 0 && (!isWhole || isEnough);
	console.log(isRight ? 'PASSED' : 'FAILED');
	process.exitCode = isRight ? 0 : 1;
}

if (require.main === module) void main();
