// npm run check:faults: every fault × where it hits × how the node goes on, through n8n's engine against
// the emulator over real HTTP. Ends non-zero when an input is lost, an answered call is repeated, the
// process is shaken, or logins are made that the fault does not explain.
import '../harness/environment.cts';
import { startEmulator } from '../emulator/server.cts';
import { loadBuiltPackage } from '../harness/builtPackage.cts';
import { MODES, POSITIONS, SHAPES, runCell, cellUsers, type Cell, type CellResult, IMAGES } from './faults/cell.cts';
import { MATRIX_FAULTS } from './faults/faultList.cts';
import { fastClock, setClock } from './support/fastTime.cts';

/** Minutes of waiting become fractions of a second. */
const TIME_FACTOR = 200;

const LANES = 12;

const SECRETS = {
	password: 'Fault-Matrix-Pass-1',
	secretAccessKey: 'FaultMatrixSecretKey00000000000000000001',
	imageMark: 'fault-matrix',
};

/** Bars of the matrix. */
const LEAST_FAULTS = 60;
const LEAST_CELLS = 400;

export function allCells(): Cell[] {
	return MATRIX_FAULTS.flatMap((fault) =>
		SHAPES.flatMap((shape) => POSITIONS.flatMap((position) => MODES.map((mode) => ({ fault, position, mode, shape })))),
	).map((cell, userNumber) => ({ ...cell, userNumber }));
}

async function main(): Promise<void> {
	const only = process.argv[2];
	const cells = allCells().filter(({ fault }) => only === undefined || fault.name.includes(only));
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

const title = ({ fault, position, mode, shape }: Cell): string => `${fault.name} | ${shape} | ${position} | ${mode}`;

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
	for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(58)} ${value}`);
	const isRight =
		figures['cells with any problem'] === 0 &&
		crashes === 0 &&
		(!isWhole || (figures['distinct faults'] >= LEAST_FAULTS && cells.length >= LEAST_CELLS));
	console.log(isRight ? 'PASSED' : 'FAILED');
	process.exitCode = isRight ? 0 : 1;
}

if (require.main === module) void main();
