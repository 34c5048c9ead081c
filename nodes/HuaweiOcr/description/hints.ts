import type { NodeHint } from 'n8n-workflow';

const READS_ALL_PAGES = '($parameter["options"]?.pages ?? "").toString().includes("*")';
const IS_URL = '$parameter["inputType"] === "url"';

/** What n8n shows before a run where a choice costs calls or can't work; the editor evaluates the conditions. */
export const hints: NodeHint[] = [
	{
		message: 'Each page is one billed call. The option Max Calls ends an execution that would need more than you want to pay for.',
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: `={{ ${READS_ALL_PAGES} && !(${IS_URL}) && $parameter["options"]?.maxCalls === undefined }}`,
	},
	{
		message: 'Of a URL the number of pages is not known: give the option Pages as numbers, such as 1-3, or load the file with an HTTP Request node.',
		type: 'warning',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: `={{ ${READS_ALL_PAGES} && ${IS_URL} }}`,
	},
];
