// Waits for the end of an execution and reads it from n8n's SQLite file, without n8n: asking n8n, again
// and again or for 270 MB of execution data, would change what is being measured. Runs on n8n's own
// Node.js, which has SQLite.
//
//   node readExecution.cjs DATABASE EXECUTION_ID MS_UNTIL_GIVING_UP
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'flatted';
import type { IRunExecutionData } from 'n8n-workflow';

export interface NodeRun {
	node: string;
	/** ms since 1970 */
	started: number;
	ended: number;
	/** Items of the first output. */
	items: number;
}

export interface SavedExecution {
	status: string;
	/** ms since 1970 */
	started: number;
	ended: number;
	/** When it was found saved, ms since 1970; up to 20 ms late. */
	savedAt: number;
	/** Length of the saved execution data, characters. */
	dataLength: number;
	/** In the order in which they ran. */
	runs: NodeRun[];
}

const [, , file, id, patience] = process.argv;
const database = new DatabaseSync(file ?? '', { readOnly: true });

interface Row {
	status: string;
	startedAt: string;
	stoppedAt: string | null;
}

async function untilSaved(): Promise<Row & { stoppedAt: string }> {
	const query = database.prepare('SELECT status, "startedAt", "stoppedAt" FROM execution_entity WHERE id = ?');
	const deadline = Date.now() + Number(patience);
	for (;;) {
		const row = query.get(Number(id)) as Row | undefined;
		if (row && row.stoppedAt !== null && ['success', 'error', 'canceled', 'crashed'].includes(row.status)) {
			return { ...row, stoppedAt: row.stoppedAt };
		}
		if (Date.now() > deadline) throw new Error(`Execution ${id} did not end: ${row?.status}`);
		await wait(20);
	}
}

/** n8n writes times in UTC without saying so. */
function utc(time: string): number {
	return Date.parse(`${time.replace(' ', 'T')}Z`);
}

async function main(): Promise<void> {
	const { status, startedAt, stoppedAt } = await untilSaved();
	const savedAt = Date.now();
	const { data } = database.prepare('SELECT data FROM execution_data WHERE "executionId" = ?').get(Number(id)) as {
		data: string;
	};
	const { resultData } = parse(data) as IRunExecutionData;
	const runs = Object.entries(resultData.runData)
		.flatMap(([node, tasks]) => tasks.map((task) => ({ node, task })))
		.sort((a, b) => a.task.executionIndex - b.task.executionIndex)
		.map(({ node, task }): NodeRun => ({
			node,
			started: task.startTime,
			ended: task.startTime + task.executionTime,
			items: task.data?.main?.[0]?.length ?? 0,
		}));
	const execution: SavedExecution = {
		status,
		started: utc(startedAt),
		ended: utc(stoppedAt),
		savedAt,
		dataLength: data.length,
		runs,
	};
	console.log(JSON.stringify(execution));
}

void main();
