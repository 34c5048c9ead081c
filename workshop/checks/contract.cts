// `npm run check:contract`: every row of section 15 of docs/contract.md and of the request tables of
// docs/operations.md that the emulator answers, called over HTTP by a plain client.
// The expected answers are written down here once more, apart from the emulator's own tables.
import { startEmulator } from '../emulator/server.cts';
import { type Check, differences } from './contract/check.cts';
import { DOCUMENT_CHECKS, DOCUMENT_ROWS } from './contract/documentRows.cts';
import { GATEWAY_CHECKS } from './contract/gatewayRows.cts';
import { IAM_CHECKS } from './contract/iamRows.cts';
import { IMAGE_CHECKS } from './contract/imageRows.cts';
import { OPERATION_CHECKS, OPERATION_ROWS } from './contract/operationRows.cts';
import { PLATFORM_CHECKS } from './contract/platformRows.cts';
import { TABLE_CHECKS, TABLE_ROWS } from './contract/tableRows.cts';

/** All rows of all tables; a row without a check must not go unnoticed. */
const ROWS = [
	...['1', '2', '3', '4', '5a', '5b', '5c', '6a', '6b', '6c', '6d'].map((row) => `15.2 row ${row}`),
	...Array.from({ length: 22 }, (_, i) => `15.2 row ${i + 7}`),
	...Array.from({ length: 9 }, (_, i) => `15.3 row ${i + 1}`),
	...OPERATION_ROWS,
	...DOCUMENT_ROWS,
	...TABLE_ROWS,
];

/** Words that must not appear in any log line (15.2 row 28). */
const SECRETS = ['Emulator-Pass', 'EmulatorSecretKey', 'MII', 'iVBOR', 'base64'];

async function main(): Promise<number> {
	const lines: string[] = [];
	const emulator = await startEmulator({ engine: 'fixture', log: (line) => lines.push(line) });
	const checks: Check[] = [...IAM_CHECKS, ...GATEWAY_CHECKS, ...PLATFORM_CHECKS, ...IMAGE_CHECKS, ...OPERATION_CHECKS, ...DOCUMENT_CHECKS, ...TABLE_CHECKS];
	const differing = new Set<string>();
	const seen = new Set<string>();
	let failedCalls = 0;
	for (const check of checks) {
		const found = await run(() => check.send(emulator).then((reply) => differences(reply, check.expected)));
		seen.add(check.row);
		console.log(`${found.length === 0 ? 'ok  ' : 'DIFF'} ${check.row.padEnd(32)} ${check.name}`);
		for (const text of found) console.log(`       ${text}`);
		if (found.length > 0) {
			failedCalls++;
			differing.add(check.row);
		}
		emulator.control.reset();
	}
	await emulator.close();
	const secret = SECRETS.find((word) => lines.some((line) => line.includes(word)));
	if (secret !== undefined) {
		console.log(`DIFF 15.2 row 28  "${secret}" in a log line`);
		differing.add('15.2 row 28');
	}
	const missing = ROWS.filter((row) => !seen.has(row));
	if (missing.length > 0) console.log(`Rows without a check: ${missing.join(', ')}`);
	console.log(
		`calls ${checks.length}, differing ${failedCalls}; rows checked ${seen.size} of ${ROWS.length}, rows differing ${differing.size}`,
	);
	return differing.size + missing.length;
}

async function run(work: () => Promise<string[]>): Promise<string[]> {
	try {
		return await work();
	} catch (error) {
		return [`no answer to compare: ${error instanceof Error ? error.message : String(error)}`];
	}
}

main().then(
	(wrong) => (process.exitCode = wrong === 0 ? 0 : 1),
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
