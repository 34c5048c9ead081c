// Looks up a saved execution in n8n's SQLite file, without n8n: asking n8n for 270 MB of execution
// data would change the memory that is being measured. Runs on n8n's own Node.js, which has SQLite.
//
//   node readExecution.cjs DATABASE EXECUTION_ID
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
	/** Length of the saved execution data, characters. */
	dataLength: number;
	/** In the order in which they ran. */
	runs: NodeRun[];
}

const [, , file, id] = process.argv;
const row = new DatabaseSync(file ?? '', { readOnly: true })
	.prepare('SELECT data FROM execution_data WHERE "executionId" = ?')
	.get(Number(id)) as { data: string } | undefined;
if (!row) throw new Error(`No data of execution ${id}`);
const { resultData } = parse(row.data) as IRunExecutionData;
const runs = Object.entries(resultData.runData)
	.flatMap(([node, tasks]) => tasks.map((task) => ({ node, task })))
	.sort((a, b) => a.task.executionIndex - b.task.executionIndex)
	.map(({ node, task }): NodeRun => ({
		node,
		started: task.startTime,
		ended: task.startTime + task.executionTime,
		items: task.data?.main?.[0]?.length ?? 0,
	}));
console.log(JSON.stringify({ dataLength: row.data.length, runs } satisfies SavedExecution));
