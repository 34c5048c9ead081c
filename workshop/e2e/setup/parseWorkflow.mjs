// Prints what GitHub's own parser objects to in a workflow file, as JSON: `node parseWorkflow.mjs <file>`.
// Bundled before it runs, since the parser imports JSON as only bundlers do.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';

async function main() {
	const [file = ''] = process.argv.slice(2);
	const { context, value } = parseWorkflow(
		{ name: basename(file), content: readFileSync(file, 'utf8') },
		new NoOperationTraceWriter(),
	);
	const problems = context.errors.getErrors().map((error) => error.message);
	if (value) {
		const template = await convertWorkflowTemplate(context, value);
		problems.push(...(template.errors ?? []).map((error) => error.Message ?? String(error)));
	}
	process.stdout.write(JSON.stringify([...new Set(problems)]));
}

main();
