// One cell of the fault matrix: five images through the built node in n8n's engine, read by an operation of one
// class of answers, one fault, one way to go on after errors; and the judgement of how it ended.
import '../../harness/environment.cts';
import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { IDataObject, INodeExecutionData, NodeParameterValueType } from 'n8n-workflow';

import type { Emulator } from '../../emulator/server.cts';
import type { CounterValues } from '../../emulator/control/counters.cts';
import { seededUsers, stableId, type EmulatorUser } from '../../emulator/users.cts';
import { storeBinary } from '../../harness/binaryStorage.cts';
import type { BuiltPackage } from '../../harness/builtPackage.cts';
import type { StoredCredentials } from '../../harness/credentialStore.cts';
import { runNode, type NodeRunResult } from '../../harness/runNode.cts';
import type { MatrixFault } from './faultList.cts';
import type { ShapeClass } from './shapes.cts';

export const POSITIONS = ['first call', 'middle of the batch', 'every call'] as const;
/** Five images in items of their own, or five pages of one document. */
export const SOURCES = ['images', 'pages'] as const;
export const MODES = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
export type Position = (typeof POSITIONS)[number];
export type Mode = (typeof MODES)[number];
export type Source = (typeof SOURCES)[number];

export const IMAGES = 5;
/** Few enough that "middle of the batch" is in the middle. */
const PARALLEL = 2;
const MIDDLE_CALL = 3;
/** ms; the shortest that the node accepts, for faults that are about it, and one that no load exceeds. */
const SHORT_TIMEOUT = 1_000;
const TIMEOUT = 60_000;

/** What the cell uses as secrets. */
export interface Secrets {
	readonly password: string;
	readonly secretAccessKey: string;
	/** Put into each image's bytes. */
	readonly imageMark: string;
}

export interface Cell {
	readonly fault: MatrixFault;
	readonly position: Position;
	readonly mode: Mode;
	readonly source: Source;
	readonly shape: ShapeClass;
	/** Each cell has a user of its own: what one learns about a login must not help the next. */
	readonly userNumber: number;
}

export interface CellResult {
	readonly cell: Cell;
	readonly run: NodeRunResult;
	readonly counters: CounterValues;
	readonly stored: StoredCredentials;
	/** What is wrong; empty when all is right. */
	readonly problems: string[];
	/** Inputs that ended neither as items nor as an error. */
	readonly withoutOutcome: number;
	/** Answered calls that were made again although their answer had arrived. */
	readonly paidTwice: number;
	/** … and those whose answer was lost on the way. */
	readonly lostAndRepeated: number;
	readonly unexpectedLogins: boolean;
}

export function cellUsers(count: number, secrets: Secrets): EmulatorUser[] {
	const [template] = seededUsers();
	if (!template) throw new Error('The emulator has no users');
	return Array.from({ length: count }, (_, number) => ({
		...template,
		name: userName(number),
		id: stableId(userName(number)),
		password: secrets.password,
		accessKeys: [{ accessKeyId: accessKeyId(number), secretAccessKey: secrets.secretAccessKey }],
	}));
}

const userName = (number: number): string => `cell-${number}`;
const accessKeyId = (number: number): string => `CELL${String(number).padStart(16, '0')}`;

/** A PNG header of 100 × 100 px; the fixture engine does not look further. */
const PNG_HEADER = Buffer.from('89504e470d0a1a0a0000000d49484452000000640000006408020000000000000000', 'hex');

const imageOf = (number: number, mark: string): Buffer =>
	Buffer.concat([PNG_HEADER, Buffer.from(`${mark}-${number}-${mark}`)]);

async function inputItems({ source }: Cell, mark: string): Promise<INodeExecutionData[]> {
	if (source === 'pages') return [{ json: {}, binary: { data: await storeBinary(await pdfOf(mark), { fileName: 'scan.pdf' }) } }];
	return await Promise.all(
		Array.from({ length: IMAGES }, async (_, number) => ({
			json: { number },
			binary: { data: await storeBinary(imageOf(number, mark), { fileName: fileName(number) }) },
		})),
	);
}

/** A document of as many pages as there are images otherwise. */
async function pdfOf(mark: string): Promise<Buffer> {
	const document = await PDFDocument.create();
	for (let page = 0; page < IMAGES; page++) document.addPage([200, 200]).drawText(`${mark} ${page}`);
	return Buffer.from(await document.save());
}

const fileName = (number: number): string => `scan-${number}.png`;

function plant(emulator: Emulator, { fault, position }: Cell): void {
	const { control } = emulator;
	const { on } = fault;
	if (position === 'every call') {
		control.addFault({ on, when: 'always', fault: fault.fault });
	} else if (position === 'first call') {
		control.addFault({ on, when: { call: 1 }, fault: fault.fault });
	} else if (on === 'ocr') {
		control.addFault({ on, when: { call: MIDDLE_CALL }, fault: fault.fault });
	} else {
		// A login in the middle of the batch only happens when the token dies there.
		control.addFault({ on: 'ocr', when: { call: MIDDLE_CALL }, fault: { kind: 'revoke-tokens' } });
		control.addFault({ on, when: { call: 2 }, fault: fault.fault });
	}
}

export async function runCell(
	emulator: Emulator,
	builtPackage: BuiltPackage,
	cell: Cell,
	secrets: Secrets,
): Promise<CellResult> {
	emulator.control.reset();
	plant(emulator, cell);
	const { fault, mode, shape, userNumber } = cell;
	const { result } = shape;
	emulator.control.set({
		fixture: { blocks: 2, ...(result ? { answer: ({ imageHash }) => JSON.stringify({ result: result(imageHash.slice(0, 8)) }) } : {}) },
	});
	const common = { region: 'cn-north-4', endpoint: emulator.url };
	const [template] = seededUsers();
	const projectId = template?.projects[0]?.id ?? '';
	const stored: StoredCredentials = {
		login: {
			...common,
			domainName: template?.domainName ?? '',
			username: userName(userNumber),
			password: secrets.password,
			projectId: '',
			iamEndpoint: emulator.url,
			token: '',
		},
		keys: {
			...common,
			accessKeyId: accessKeyId(userNumber),
			secretAccessKey: secrets.secretAccessKey,
			securityToken: '',
			projectId,
		},
	};
	const timeout = fault.timesOut ? SHORT_TIMEOUT : TIMEOUT;
	const run = await runNode({
		package: builtPackage,
		items: await inputItems(cell, secrets.imageMark),
		stored,
		credentials: { huaweiOcrApi: 'login', huaweiOcrAkSkApi: 'keys' },
		parameters: {
			...shape.parameters,
			authentication: fault.authentication ?? 'iamLogin',
			options: { ...shape.options, maxConcurrency: PARALLEL, timeout, ifNoText: 'emptyItem', pages: '*' } as NodeParameterValueType,
		},
		settings: { onError: mode },
	});
	await allEnded(emulator);
	const counters = emulator.control.counters();
	const judgement = judge(cell, run, counters, secrets.imageMark);
	if (judgement.paidTwice > 0) judgement.problems.push(...callTable(emulator));
	return { cell, run, counters, stored, ...judgement };
}

/** Calls that the node gave up after its timeout still run on the other side; the next cell must not count them. */
async function allEnded(emulator: Emulator): Promise<void> {
	const open = () => emulator.control.calls().some((call) => call.endedAt === undefined);
	for (let waits = 0; waits < 60 && open(); waits++) {
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
}

/** The calls of a cell, to see which was repeated and why. */
function callTable(emulator: Emulator): string[] {
	const calls = emulator.control.calls();
	const start = calls[0]?.startedAt ?? 0;
	return calls.map(
		({ target, startedAt, endedAt, status, outcome, imageHash }) =>
			`  ${target} ${startedAt - start}–${(endedAt ?? NaN) - start} ms: ${status} ${outcome} ${imageHash?.slice(0, 8) ?? ''}`,
	);
}

interface InputOutcome {
	readonly items: INodeExecutionData[];
	readonly errors: INodeExecutionData[];
}

/** Which image or page an item stands for. */
function indexOf({ pairedItem, json }: INodeExecutionData, source: Source): number {
	if (source === 'pages') return Number(json.page) - 1;
	if (typeof pairedItem === 'number') return pairedItem;
	const single = Array.isArray(pairedItem) ? pairedItem[0] : pairedItem;
	return single?.item ?? -1;
}

function outcomesOf(run: NodeRunResult, source: Source): InputOutcome[] {
	const all = [...run.items, ...run.errorItems];
	return Array.from({ length: IMAGES }, (_, number) => {
		const own = all.filter((item) => indexOf(item, source) === number);
		return {
			items: own.filter((item) => item.json.error === undefined),
			errors: own.filter((item) => item.json.error !== undefined),
		};
	});
}

/** What the emulator's instant engine gives for this image, or for a page whose bytes the node made. */
function isRight({ items }: InputOutcome, number: number, mark: string, { source, shape }: Cell): boolean {
	const hash =
		source === 'images'
			? createHash('sha256').update(imageOf(number, mark)).digest('hex').slice(0, 8)
			: (/[0-9a-f]{8}(?=-0)/.exec(JSON.stringify(items[0]?.json))?.[0] ?? '');
	const fileOf = source === 'images' ? fileName(number) : 'scan.pdf';
	const expected = shape.items(hash);
	return (
		items.length === expected.length &&
		expected.every((json, index) => isPartOf({ ...json, source: fileOf }, items[index]?.json)) &&
		(shape.files ?? []).every((name) => items[0]?.binary?.[name] !== undefined)
	);
}

/** Whether the item says all this; it may say more. */
function isPartOf(expected: IDataObject, json: IDataObject | undefined): boolean {
	return Object.entries(expected).every(([name, value]) => json?.[name] === value);
}

type Judgement = Omit<CellResult, 'cell' | 'run' | 'counters' | 'stored'>;

function judge(cell: Cell, run: NodeRunResult, counters: CounterValues, mark: string): Judgement {
	const { fault, mode, position, source } = cell;
	const problems: string[] = [];
	const stopped = run.error !== undefined;
	let withoutOutcome = 0;

	if (stopped) {
		if (mode !== 'stopWorkflow') problems.push(`the run ended with: ${run.error?.message}`);
		if (!/"scan(-\d)?\.(png|pdf)", (page \d+, )?item \d/.test(run.error?.message ?? '')) {
			withoutOutcome = IMAGES;
			problems.push(`the error names no item: ${run.error?.message}`);
		}
		const told = Number(/(\d+) other (?:image or page was|images or pages were) read/.exec(run.error?.description ?? '')?.[1] ?? 0);
		if (fault.fault.kind === 'error' && fault.expect === 'fails' && fault.on === 'ocr' && told !== counters.answered) {
			problems.push(`the error says ${told} images or pages were read, ${counters.answered} were answered`);
		}
		if (['reads', 'keeps', ...(position === 'every call' ? [] : ['recovers'])].includes(fault.expect)) {
			problems.push(`ended with an error: ${run.error?.message}`);
		}
	} else {
		const outcomes = outcomesOf(run, source);
		const failed = outcomes.filter(({ errors }) => errors.length > 0).length;
		outcomes.forEach((outcome, number) => {
			const { items, errors } = outcome;
			if (items.length + errors.length === 0) {
				withoutOutcome++;
				problems.push(`input ${number} has no outcome`);
			} else if (!mayFailInPart(cell) && (errors.length > 1 || (errors.length === 1 && items.length > 0))) {
				problems.push(`input ${number} has ${errors.length} errors and ${items.length} items`);
			}
			if (errors.length === 1 && !JSON.stringify(errors[0]?.json.error).includes(source === 'pages' ? `page ${number + 1}, item 0` : `item ${number}`)) {
				problems.push(`the error of input ${number} names another`);
			}
			// Odd answers may read differently; all other items must be right.
			const mayDiffer = fault.expect === 'either' || fault.expect === 'reads';
			if (errors.length === 0 && !mayDiffer && !isRight(outcome, number, mark, cell)) {
				problems.push(`input ${number} has wrong items`);
			}
		});
		problems.push(...countProblems(cell, failed));
		const order = run.items.filter(({ json }) => source === 'images' || json.error === undefined).map((item) => indexOf(item, source));
		if (order.some((index, place) => index < (order[place - 1] ?? 0))) problems.push('items are out of order');
	}

	const repeated = Object.values(counters.paidByImage).reduce((sum, paid) => sum + paid - 1, 0);
	const paidTwice = fault.losesAnswers ? 0 : repeated;
	if (paidTwice > 0) problems.push(`${paidTwice} answered calls were repeated`);
	const loginProblem = judgeLogins(cell, counters, stopped);
	if (loginProblem !== undefined) problems.push(loginProblem);
	return {
		problems,
		withoutOutcome,
		paidTwice,
		lostAndRepeated: fault.losesAnswers ? repeated : 0,
		unexpectedLogins: loginProblem !== undefined,
	};
}

/** Each of several documents of an image has a status of its own, which an odd answer may have made a failure. */
const mayFailInPart = ({ shape, fault }: Cell): boolean => (shape.parts ?? 1) > 1 && fault.fault.kind === 'change' && fault.expect === 'either';

/** Whether as many images failed as the fault allows. */
function countProblems({ fault, position, mode }: Cell, failed: number): string[] {
	const { expect } = fault;
	if (expect === 'either') return [];
	if (expect === 'reads' || expect === 'keeps') return failed > 0 ? [`${failed} images failed`] : [];
	if (position === 'every call') {
		// Tokens that are revoked before each call are good again after each login.
		const allFail = fault.fault.kind !== 'revoke-tokens' && fault.fault.kind !== 'expire-tokens';
		return allFail && failed < IMAGES ? [`only ${failed} images failed`] : [];
	}
	if (expect === 'recovers') return failed > 0 ? [`${failed} images failed`] : [];
	if (mode === 'stopWorkflow') return ['ended without an error'];
	return failed === 0 ? ['no image failed'] : [];
}

/** Whether the number of login calls is the one that the fault explains. */
function judgeLogins({ fault, position }: Cell, { loginCalls }: CounterValues, stopped: boolean): string | undefined {
	const says = (allowed: string) => `${loginCalls} login calls instead of ${allowed}`;
	if (fault.authentication === 'accessKey') return loginCalls === 0 ? undefined : says('0');
	if (fault.on === 'iam') {
		const most =
			position === 'every call' ? (fault.loginsWhenAlways ?? 1) : (position === 'first call' ? 1 : 2) + 1;
		const isRefused = fault.loginsWhenAlways === 1;
		const allowed = isRefused && position !== 'every call' ? most - 1 : most;
		return loginCalls >= 1 && loginCalls <= allowed ? undefined : says(`at most ${allowed}`);
	}
	if (!fault.deadToken) return loginCalls === 1 ? undefined : says('1');
	const isRepeated = fault.fault.kind === 'revoke-tokens' || fault.fault.kind === 'expire-tokens';
	if (position === 'every call' && isRepeated) return loginCalls <= 2 + IMAGES ? undefined : says(`at most ${2 + IMAGES}`);
	const least = stopped ? 1 : 2;
	return loginCalls >= least && loginCalls <= 2 ? undefined : says('2');
}
