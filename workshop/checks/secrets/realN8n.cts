// The same search in a real n8n: its database, its log at debug level and what its API hands out.
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Emulator } from '../../emulator/server.cts';
import { GOOD_ACCESS_KEY, GOOD_PASSWORD, GOOD_PROJECT_ID, GOOD_SECRET_KEY, HOME_REGION } from '../../emulator/users.cts';
import { OCR_TYPE, WorkflowBuilder } from '../../realN8n/workflow.cts';
import { Stage } from '../../realN8n/stage.cts';
import { OUTPUT } from '../../harness/paths.cts';
import { plainPng } from '../../harness/pictures.cts';
import { DOCUMENT_CLASSES, PERSONAL, PORTRAIT_MARK } from '../faults/shapes.cts';
import { DOCUMENT_ECHOES } from './documentEchoes.cts';
import { found, markOf, PERSONAL_MARKS, type Mark } from './marks.cts';

const IMAGE_MARK = 'image-bytes-that-must-not-be-saved';
const LOG_NAME = 'n8n-secrets';

export interface RealFindings {
	readonly searched: number;
	readonly bytes: number;
	readonly leaks: string[];
	readonly executions: Record<string, number>;
}

interface Situation {
	readonly name: string;
	/** Parameters of our node; default: words blocks. */
	readonly parameters?: Record<string, unknown>;
	readonly prepare: (emulator: Emulator) => void;
}

/** Numbers of a card that is read may be saved: its items were asked for. They are others than those that are looked for. */
const withOtherNumbers = (text: string): string => text.replaceAll(PERSONAL.idNumber, '990101199001011237').replaceAll(PERSONAL.cardNumber, '6299990000814');

/** Documents of each class, read by each operation, then such as fail with what stands on them in the answer. */
const DOCUMENTS: Situation[] = DOCUMENT_CLASSES.flatMap(({ name, parameters, options, result, otherOperations = [] }) => [
	...[parameters.operation, ...otherOperations].map((operation): Situation => ({
		name: `${name} read by ${operation as string}`,
		parameters: { ...parameters, ...(options ? { options } : {}), operation },
		prepare: ({ control }) =>
			control.set({ fixture: { answer: ({ imageHash }) => withOtherNumbers(JSON.stringify({ result: result?.(imageHash.slice(0, 8)) })) } }),
	})),
	...DOCUMENT_ECHOES.filter(({ expect }) => expect === 'fails').map((echo): Situation => ({
		name: `${name}: ${echo.name}`,
		parameters,
		prepare: ({ control }) => {
			control.set({ fixture: { answer: ({ imageHash }) => JSON.stringify({ result: result?.(imageHash.slice(0, 8)) }) } });
			control.failOcr(echo.fault, 'always');
		},
	})),
]);

const SITUATIONS: ReadonlyArray<readonly [string, (emulator: Emulator) => void]> = [
	['all goes well', () => undefined],
	['refused image', ({ control }) => control.failOcr({ kind: 'error', code: 'AIS.0104' }, { call: 2 })],
	['dead token', ({ control }) => void control.revokeTokens()],
	['redirect to another host', ({ control }) =>
		control.failOcr({ kind: 'redirect', status: 307, location: 'http://127.0.0.1:9' }, 'always')],
	['broken answer', ({ control }) => control.failOcr({ kind: 'truncated-json' }, 'always')],
	['refused for good', ({ control }) => control.failOcr({ kind: 'error', code: 'APIG.0307' }, 'always')],
	[
		'signature echoed',
		({ control }) =>
			control.failOcr(
				{
					kind: 'error',
					code: 'APIG.0301',
					message:
						'Incorrect IAM authentication information: verify aksk signature fail,canonicalRequest:POST|/v2/|x-security-token:x|',
				},
				'always',
			),
	],
];

/** Runs workflows with and without errors, then reads everything that n8n has written. */
export async function searchRealN8n(): Promise<RealFindings> {
	const stage = await Stage.start({
		logName: LOG_NAME,
		env: { N8N_LOG_LEVEL: 'debug', N8N_LOG_SCOPES: '', DB_LOGGING_ENABLED: 'true', DB_LOGGING_OPTIONS: 'all' },
	});
	const leaks: string[] = [];
	const executions: Record<string, number> = {};
	const { emulator, lab } = stage;
	try {
		const folder = path.join(stage.filesFolder, 'secrets');
		mkdirSync(folder, { recursive: true });
		for (let number = 0; number < 3; number++) {
			const file = path.join(folder, `scan-${number}.png`);
			writeFileSync(file, await plainPng(number, { width: 200, height: 150 }));
			appendFileSync(file, `${IMAGE_MARK}-${number}-${IMAGE_MARK}`);
		}
		const marks = [
			markOf('password', GOOD_PASSWORD),
			markOf('secret access key', GOOD_SECRET_KEY),
			markOf('image', IMAGE_MARK),
			markOf('portrait', `${PORTRAIT_MARK} `),
			...PERSONAL_MARKS,
		];
		const login = await stage.createCredential();
		const keys = await lab.createCredential('Keys', 'huaweiOcrAkSkApi', {
			accessKeyId: GOOD_ACCESS_KEY,
			secretAccessKey: GOOD_SECRET_KEY,
			securityToken: '',
			region: HOME_REGION,
			projectId: GOOD_PROJECT_ID,
			endpoint: emulator.url,
		});
		const situations: Situation[] = [...SITUATIONS.map(([name, prepare]): Situation => ({ name, prepare })), ...DOCUMENTS];
		for (const { name: situation, parameters, prepare } of situations) {
			// How a call is authenticated is told apart once, with words blocks.
			for (const authentication of parameters ? (['iamLogin'] as const) : (['iamLogin', 'accessKey'] as const)) {
				for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
					emulator.control.reset();
					prepare(emulator);
					const workflow = new WorkflowBuilder(`${situation} ${authentication} ${onError}`)
						.node('Start', 'n8n-nodes-base.manualTrigger')
						.node('Read files', 'n8n-nodes-base.readWriteFile', {
							parameters: { fileSelector: `${folder}/*`, options: {} },
						})
						.node('OCR', OCR_TYPE, {
							parameters: { ...parameters, authentication, options: { ...(parameters?.options as object | undefined), maxRetries: 0 } },
							credentials: {
								huaweiOcrApi: { id: login, name: 'Huawei' },
								huaweiOcrAkSkApi: { id: keys, name: 'Keys' },
							},
							onError,
						})
						.chain('Start', 'Read files', 'OCR')
						.build();
					const execution = await lab.execute(await lab.createWorkflow(workflow), 'Start');
					executions[execution.status] = (executions[execution.status] ?? 0) + 1;
					for (const name of found(JSON.stringify(execution), marks)) leaks.push(`${name} in the API's execution: ${situation}`);
				}
			}
		}
		await stage.stopProcess();
		const files = [...filesOf(stage.userFolder), path.join(OUTPUT, `${LOG_NAME}.log`)];
		let bytes = 0;
		let sawDatabase = false;
		let sawLog = false;
		for (const file of files) {
			// Binary as Latin-1: every byte stays one character.
			const text = readFileSync(file, 'latin1');
			bytes += text.length;
			// What has to be there is there: the executions in the database, their course in the log.
			sawDatabase ||= text.startsWith('SQLite format 3') && text.includes('scan-1.png');
			sawLog ||= file.endsWith('.log') && /Workflow execution/i.test(text);
			for (const name of found(text, [...marks, TOKEN_START])) leaks.push(`${name} in ${path.basename(file)}`);
		}
		if (!sawDatabase || !sawLog) throw new Error('The database or the log of n8n was not among what was searched');
		return { searched: files.length, bytes, leaks, executions };
	} finally {
		await stage.stop();
	}
}

/** Tokens of the emulator begin like the real ones; the database must only hold them encrypted. */
const TOKEN_START: Mark = { name: 'token', forms: ['"MIIatAYJ', 'MIIIb', 'MIINRwYJ', 'AYJKoZIhvcNAQcCoII'] };

/** All files below a folder, without the images given to n8n and the package's own code. */
function filesOf(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const file = path.join(folder, name);
		if (['node_modules', 'secrets', 'storage', 'binaryData', 'nodes'].includes(name)) return [];
		const stat = statSync(file);
		return stat.isDirectory() ? filesOf(file) : stat.isFile() ? [file] : [];
	});
}
