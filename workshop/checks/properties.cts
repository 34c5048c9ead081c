// npm run check:properties: 20,000 generated answers and 20,000 generated inputs through the built node.
// Nothing may throw, every input must have an outcome that is linked and in order, no listed block, cell, document or pair may
// get lost, what is sent must be what the contract allows, and no secret may come out.
import '../harness/environment.cts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';

import { loadBuiltPackage } from '../harness/builtPackage.cts';
import { inputNumber, instantClock, runGenerated, type GeneratedAnswer, type SentRequest } from './properties/context.cts';
import { listedFor } from './properties/listed.cts';
import { answers, answersFor, DOCUMENT_USES, goodInput, IMAGE_MARK, inputs, OUTPUT_MODES, PORTRAIT, TOLD_SECRET } from './properties/generators.cts';
import { setClock } from './support/fastTime.cts';

type DocumentUse = (typeof DOCUMENT_USES)[number];

const PER_RUN = 10;
const RUNS = 2_000;

/** `npm run check:properties -- SEED` repeats a run. */
const SEEDED = process.argv[2] === undefined ? {} : { seed: Number(process.argv[2]) };

const { node } = loadBuiltPackage();
setClock(node, instantClock);

const SUCCESS: GeneratedAnswer = {
	statusCode: 200,
	headers: {},
	body: '{"result":{"direction":-1,"words_block_count":1,"words_block_list":[{"words":"a","location":[[1,1],[9,1],[9,9],[1,9]]}]}}',
};

const tally = { answers: 0, inputs: 0, requests: 0, items: 0, errorItems: 0, blocks: 0, parts: 0 };

/** What holds of any output, whatever went in. */
function assertOutcomes(items: INodeExecutionData[], count: number): void {
	const numbers = items.map(inputNumber);
	for (let number = 0; number < count; number++) {
		assert.ok(numbers.includes(number), `input ${number} has no outcome`);
	}
	assert.deepEqual(numbers, [...numbers].sort((a, b) => a - b), 'out of order');
	const text = JSON.stringify(items);
	assert.ok(!text.includes(TOLD_SECRET.slice(0, 30)), 'a secret came out');
	assert.ok(!text.includes(IMAGE_MARK) && !text.includes(Buffer.from(IMAGE_MARK).toString('base64').slice(4, -4)), 'image data came out');
	assert.equal(({} as Record<string, unknown>).polluted, undefined, 'prototype changed');
	for (const { json } of items) {
		if (json.error === undefined) continue;
		tally.errorItems++;
		assert.match(JSON.stringify(json.error), /item \d+/, 'an error names no item');
	}
	tally.items += items.length;
}

/** Number of blocks that an answer lists, where it is a success that can be read. */
function listedBlocks({ statusCode, body }: GeneratedAnswer): number | undefined {
	if (statusCode !== 200) return undefined;
	try {
		const answer: unknown = typeof body === 'string' ? JSON.parse(body) : body;
		const { result, ...rest } = answer as { result: Record<string, unknown> };
		if (typeof result !== 'object' || result === null || Array.isArray(result)) return undefined;
		if (Object.hasOwn(result, 'error_code') || Object.hasOwn(rest, 'error_code')) return undefined;
		return Array.isArray(result.words_block_list) ? result.words_block_list.length : undefined;
	} catch {
		return undefined;
	}
}

/** Each cell, document or pair that an answer lists comes out, as an item or as a failure of its own. */
function assertParts(items: INodeExecutionData[], given: readonly GeneratedAnswer[], use: DocumentUse): void {
	given.forEach((answer, number) => {
		const listed = listedFor(use, answer);
		if (listed === undefined) return;
		const own = items.filter((item) => inputNumber(item) === number);
		// Refused as a whole, or a run that ended early.
		if (own.length === 1 && own[0]?.json.error !== undefined) return;
		const { least, most } = listed;
		const says = `answer ${number} lists ${least} to ${most} parts and gives ${own.length} items for ${JSON.stringify(use)}`;
		assert.ok(own.length >= Math.max(1, least) && own.length <= Math.max(1, most), says);
		tally.parts += least;
	});
}

async function checkAnswers(): Promise<void> {
	const tens = <T,>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: PER_RUN, maxLength: PER_RUN });
	const cases = fc.oneof(
		fc.tuple(tens(answers), fc.constantFrom<string | DocumentUse>(...OUTPUT_MODES, 'blocks')),
		fc.constantFrom(...DOCUMENT_USES).chain((use) => fc.tuple(tens(answersFor(use)), fc.constant<string | DocumentUse>(use))),
	);
	await fc.assert(
		fc.asyncProperty(cases, async ([given, mode]) => {
			underWay = { given, mode };
			// Each image gets its own answer, again when it is asked for again.
			const numberOf = ({ body }: SentRequest) => {
				const { image, data } = JSON.parse(body.toString()) as { image?: string; data?: string };
				return Number(Buffer.from(image ?? data ?? '', 'base64').toString('latin1').split(IMAGE_MARK)[1]);
			};
			const items = await runGenerated(
				node,
				given.map((_, number) => goodInput(mode, number)),
				(request) => given[numberOf(request)] ?? SUCCESS,
			);
			assertOutcomes(items, given.length);
			// The operations on text show what they are given; those on documents know what a portrait is.
			const json = JSON.stringify(items.map((item) => item.json));
			if (typeof mode !== 'string') assert.ok(!json.includes(PORTRAIT.slice(0, 100)), 'base64 of a portrait stands in JSON');
			tally.answers += given.length;
			if (typeof mode !== 'string') assertParts(items, given, mode);
			if (mode !== 'blocks') return;
			given.forEach((answer, number) => {
				const listed = listedBlocks(answer);
				if (listed === undefined) return;
				const own = items.filter((item) => inputNumber(item) === number);
				// A run that ended early gives the rest the reason why.
				if (own.length === 1 && own[0]?.json.error !== undefined) return;
				assert.equal(own.length, Math.max(1, listed), `answer ${number} lists ${listed} blocks`);
				if (listed > 0) own.forEach(({ json }, index) => assert.equal(json.blockIndex, index));
				tally.blocks += listed;
			});
		}),
		{ numRuns: RUNS, endOnFailure: true, ...SEEDED },
	);
}

/** What the contract allows in a request (section 5.2, 5.5). */
function assertRequest({ headers, body }: SentRequest): void {
	tally.requests++;
	assert.equal(headers['Content-Type'], 'application/json');
	for (const value of Object.values(headers)) assert.match(value, /^[\x20-\x7e]*$/);
	const json = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
	assert.ok((json.image === undefined) !== (json.url === undefined), 'not exactly one of image and url');
	if (json.image !== undefined) assert.match(String(json.image as string), /^[A-Za-z0-9+/]+={0,2}$/);
	if (json.url !== undefined) assert.match(String(json.url as string), /^https?:\/\/[\x21-\x7e]+$/i);
	for (const [field, value] of Object.entries(json)) {
		if (['image', 'url', 'language'].includes(field)) assert.equal(typeof value, 'string', field);
		else if (field === 'pdf_page_number') assert.ok(Number.isInteger(value) && Number(value) > 0, field);
		else assert.equal(typeof value, 'boolean', field);
	}
}

async function checkInputs(): Promise<void> {
	const cases = fc.array(inputs, { minLength: PER_RUN, maxLength: PER_RUN });
	await fc.assert(
		fc.asyncProperty(cases, async (given) => {
			underWay = given.map(({ json, binary, parameters }) => ({ json, binary, parameters }));
			const items = await runGenerated(node, given, (request) => {
				assertRequest(request);
				return SUCCESS;
			});
			assertOutcomes(items, given.length);
			tally.inputs += given.length;
		}),
		{ numRuns: RUNS, endOnFailure: true, ...SEEDED },
	);
}

/** The case under way; a node that waits for ever lets the process end in the middle of it. */
let underWay: unknown;

async function main(): Promise<void> {
	let failed = 0;
	process.on('exit', () => {
		if (underWay === undefined) return;
		console.log('a run never ended:', JSON.stringify(underWay)?.slice(0, 20_000));
		process.exitCode = 1;
	});
	process.on('unhandledRejection', (reason) => {
		failed++;
		console.log('unhandled:', reason);
	});
	for (const check of [checkAnswers, checkInputs]) {
		try {
			await check();
		} catch (error) {
			failed++;
			console.log(error instanceof Error ? error.message.slice(0, 20_000) : error);
			if (error instanceof Error) console.log(error.cause);
		}
	}
	// Cases that never get as far as a request or a block would show nothing.
	const reached = tally.requests >= RUNS / 4 && tally.blocks >= RUNS && tally.parts >= RUNS / 4;
	const enough = reached && tally.answers >= PER_RUN * RUNS && tally.inputs >= PER_RUN * RUNS;
	underWay = undefined;
	for (const [name, value] of Object.entries(tally)) console.log(`${name.padEnd(12)} ${value}`);
	console.log(failed === 0 && enough ? 'PASSED' : 'FAILED');
	process.exitCode = failed === 0 && enough ? 0 : 1;
}

void main();
