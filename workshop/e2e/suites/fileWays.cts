// Every way to name a file, as one workflow: the nodes read the same two files and must give the same items.
import path from 'node:path';
import assert from 'node:assert/strict';
import type { Stage } from '../../realN8n/stage.cts';
import { itemsOf, type FinishedExecution } from '../../realN8n/lab.cts';
import { WorkflowBuilder, type WorkflowFile } from '../../realN8n/workflow.cts';

export interface Way {
	/** Name of the node. */
	name: string;
	value: string;
	/** Which of the two files it means. */
	files: Array<'front' | 'back'>;
	/** Reads behind a node that drops the files, so the expression has to reach back. */
	fromElsewhere?: true;
}

/** Names only: what n8n 1.x knows. */
export const NAMES: Way[] = [
	{ name: 'One name', value: 'front', files: ['front'] },
	{ name: 'Two names', value: 'front, back', files: ['front', 'back'] },
	{ name: 'All', value: '*', files: ['front', 'back'] },
	{ name: 'Pattern', value: 'b*k', files: ['back'] },
];

export const SEPARATE: Way[] = [
	...NAMES,
	{ name: 'A file', value: '={{ $binary.front }}', files: ['front'] },
	{ name: 'A list of files', value: '={{ [$binary.front, $binary.back] }}', files: ['front', 'back'] },
	{ name: 'A list of names', value: '={{ ["front", "back"] }}', files: ['front', 'back'] },
	{ name: 'A file of another node', value: "={{ $('Two files').item.binary.back }}", files: ['back'], fromElsewhere: true },
	{ name: 'Files of another node', value: "={{ [$('Two files').item.binary.front, $('Two files').item.binary.back] }}", files: ['front', 'back'], fromElsewhere: true },
];

export const COMBINED: Way[] = [
	...NAMES,
	{ name: 'A path', value: '_files.front', files: ['front'] },
	{ name: 'A file', value: '={{ $json._files.front }}', files: ['front'] },
	{ name: 'A list of files', value: '={{ [$json._files.front, $json._files.back] }}', files: ['front', 'back'] },
	{ name: 'A file of another node', value: "={{ $('Two files').item._files.back }}", files: ['back'], fromElsewhere: true },
	{ name: 'Files of another node', value: "={{ Object.values($('Two files').item._files) }}", files: ['front', 'back'], fromElsewhere: true },
];

/** In separate mode items have `json` and `binary`; in combined mode code sees their JSON alone, with `_files` in it. */
const TWO_FILES = `const files = {};
for (const item of $input.all()) {
  const { data } = item.binary ?? item._files;
  files[data.fileName.replace('.png', '')] = data;
}
return [{ json: { kept: true }, binary: { front: files.front, back: files.back } }];`;

/** One item with the files `front.png` and `back.png` of the folder, and a node for each way. */
export function waysWorkflow(folder: string, credential: string, ways: readonly Way[], settings: Record<string, unknown> = {}): WorkflowFile {
	const builder = new WorkflowBuilder('Ways to name a file')
		.node('Start', 'n8n-nodes-base.manualTrigger')
		.node('Read files', 'n8n-nodes-base.readWriteFile', { parameters: { fileSelector: `${folder}/*.png`, options: {} } })
		.node('Two files', 'n8n-nodes-base.code', { typeVersion: 2, parameters: { jsCode: TWO_FILES } })
		.node('Without files', 'n8n-nodes-base.set', { typeVersion: 3.4, parameters: { options: {} } })
		.chain('Start', 'Read files', 'Two files', 'Without files');
	for (const { name, value, fromElsewhere } of ways) {
		builder.ocr(name, credential, { binaryPropertyName: value, options: {} }).connect(fromElsewhere ? 'Without files' : 'Two files', name);
	}
	return builder.build(settings);
}

/** Runs the ways and compares: each gives exactly the words of its files, under their names, in their order. */
export async function assertSameItems(stage: Stage, workflow: WorkflowFile, ways: readonly Way[], words: Record<'front' | 'back', string[]>): Promise<FinishedExecution> {
	const done = await stage.lab.execute(await stage.lab.createWorkflow(workflow), 'Start');
	assert.equal(done.status, 'success', done.data.resultData.error?.message);
	for (const { name, files } of ways) {
		assert.deepEqual(
			itemsOf(done, name).map(({ json }) => [json['source'], json['words']]),
			files.flatMap((file) => words[file].map((text) => [`${file}.png`, text])),
			name,
		);
	}
	return done;
}

export const folderOf = (stage: Stage): string => path.join(stage.filesFolder, 'ways');
