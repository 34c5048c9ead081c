// `npm run check:tables [-- SPECIMENS]`: tables and pages whose cells and parts are known, upright, turned, skewed and
// scaled, read by General Table, Financial Statement and Smart Document of the emulator. Prints each operation, and
// what differs; ends non-zero below the bar.
import { POSES } from './tables/poses.cts';
import { startReadingEmulator } from './tables/readOnce.cts';
import { checkTables } from './tables/run.cts';
import { f1 } from './tables/score.cts';

const SPECIMENS = 3;
const WORKERS = 2;

async function main(): Promise<void> {
	const specimens = Number(process.argv[2] ?? SPECIMENS);
	const { emulator, close } = await startReadingEmulator(WORKERS);
	try {
		const outcomes = await checkTables(emulator, specimens, POSES, (line) => console.log(`  ${line}`));
		for (const { name, score, isGood } of outcomes.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			console.log(`${isGood ? 'ok  ' : 'LOW '} ${name.padEnd(40)} ${score.right} of ${score.wanted} right, ${score.found} found, F1 ${f1(score).toFixed(4)}`);
		}
		process.exitCode = outcomes.length > 0 && outcomes.every(({ isGood }) => isGood) ? 0 : 1;
	} finally {
		await close();
	}
}

void main();
