// Tables and pages whose cells and parts are known, upright, turned, skewed and scaled, read by General Table, Financial
// Statement and Smart Document of the emulator.
import { POSES } from '../documents/poses.cts';
import { startReadingEmulator } from './readOnce.cts';
import { checkTables } from './run.cts';
import { f1 } from './score.cts';

const SPECIMENS = 3;
const WORKERS = 2;

/**
 * Prints each operation, and what differs.
 * @param specimens of each kind
 * @returns how many operations are below the bar
 */
export async function reportTables(specimens = SPECIMENS): Promise<number> {
	const { emulator, close } = await startReadingEmulator(WORKERS);
	try {
		const outcomes = await checkTables(emulator, specimens, POSES, (line) => console.log(`        ${line}`));
		for (const { name, score, isGood } of outcomes.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			console.log(`${isGood ? 'ok   ' : 'BELOW'} ${name.padEnd(40)} ${score.right} of ${score.wanted} right, ${score.found} found, F1 ${f1(score).toFixed(4)}`);
		}
		return outcomes.filter(({ isGood }) => !isGood).length;
	} finally {
		await close();
	}
}
