// Answers are read, and items made of them, in steps: whatever an answer holds many of, no step takes on all of it.
import type { IDataObject } from 'n8n-workflow';

import { Report } from '../../nodes/HuaweiOcr/report/report.ts';
import { takeFiles } from '../../nodes/HuaweiOcr/resources/answerFiles.ts';
import { toGrid } from '../../nodes/HuaweiOcr/resources/cells/grid.ts';
import { readCells } from '../../nodes/HuaweiOcr/resources/cells/readCells.ts';
import { readPart } from '../../nodes/HuaweiOcr/resources/documents/readPart.ts';
import { parseJson } from '../../nodes/HuaweiOcr/resources/parseJson.ts';
import { readRequest } from '../../nodes/HuaweiOcr/resources/readRequest.ts';
import { blocksToJson } from '../../nodes/HuaweiOcr/resources/words/operations/blocks.ts';
import { readBlocks } from '../../nodes/HuaweiOcr/resources/words/readWords.ts';
import { listFrom, type Steps } from '../../nodes/HuaweiOcr/turns/steps.ts';

const list = <T,>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const named = (count: number, name: string): IDataObject => Object.fromEntries(list(count, (index) => [`${name}_${index}`, 'x']));
const cells = list(8_000, (index) => ({ words: `c${index}`, rows: [Math.floor(index / 10)], columns: [index % 10] }));
const CORNERS = [[10, 10], [90, 10], [90, 30], [10, 30]];

function steps<Result>(work: Steps<Result>): { count: number; result: Result } {
	for (let count = 1; ; count++) {
		const { done, value } = work.next();
		if (done) return { count, result: value };
	}
}

/** Steps of parsing a result's JSON, of reading it beyond that, and of making items of it. */
function stepsOf({ options = {}, ...values }: IDataObject, result: unknown): { parsing: number; reading: number; making: number } {
	const request = readRequest({ get: (name, fallback) => values[name] ?? fallback, options: options as IDataObject });
	const body = JSON.stringify({ result });
	const one = steps(request.readAnswer(body));
	const { operation } = request;
	const context = { source: 'scan.png', report: new Report() };
	const rows = 'ofDocument' in operation ? operation.ofDocument([{ result: one.result }], context) : operation.ofPage({ result: one.result }, context);
	const parsing = steps(parseJson(body)).count;
	return { parsing, reading: one.count - parsing, making: steps(listFrom(rows)).count };
}

const invoice = { resource: 'invoice', documentType: 'vatInvoice' };
const smart = { resource: 'smartDocument' };

test.each<[string, IDataObject, unknown, [reading: number, making: number]]>([
	['fields', { resource: 'card', documentType: 'idCard', operation: 'fields', options: { typedValues: true } }, named(10_000, 'field'), [40, 200]],
	['fields of lines', { ...invoice, operation: 'fields' }, { item_list: list(5_000, () => ({ name: 'a', amount: '1.50' })) }, [20, 5000]],
	['lines', { ...invoice, operation: 'lineItems' }, { item_list: list(5_000, () => ({ name: 'a', amount: '1.50' })) }, [20, 5000]],
	['fields in a list', { ...invoice, operation: 'fieldList' }, { item_list: list(5_000, () => ({ name: 'a', amount: '1.50' })) }, [20, 5000]],
	['documents', { resource: 'mixed', operation: 'objects' }, list(2_000, () => ({ type: 'bankcard', content: { card_number: '1' } })), [2000, 4000]],
	['cells', { resource: 'generalTable', operation: 'table' }, { words_region_list: [{ type: 'table', words_block_list: cells }] }, [50, 3200]],
	['cells as text', { resource: 'generalTable', operation: 'text' }, { words_region_list: [{ type: 'table', words_block_list: cells }] }, [50, 10]],
	['tables', { ...smart, operation: 'table' }, [{ table_result: { table_list: list(500, () => ({ words_block_list: cells.slice(0, 20) })) } }], [1500, 8000]],
	['parts of a layout', { ...smart, operation: 'layoutBlocks' }, [{ layout_result: { layout_block_list: list(2_000, () => ({ type: 'text', text: 't', location: CORNERS })) } }], [2000, 6000]],
])('many %s', (_what, chosen, result, [leastReading, leastMaking]) => {
	const { parsing, reading, making } = stepsOf(chosen, result);
	expect(reading + parsing).toBeGreaterThan(25);
	expect(making).toBeGreaterThan(5);
	// What parsing takes in steps says nothing about the reading of what it gives.
	expect(reading).toBeGreaterThanOrEqual(leastReading);
	expect(making).toBeGreaterThanOrEqual(leastMaking);
});

test('many numbers of texts and many formulas are read in steps', () => {
	const base = stepsOf({ ...smart, operation: 'raw' }, [{ ocr_result: { words_block_list: [] } }]).reading;
	const ids = [{ ocr_result: { words_block_list: [{ words: 'a', location: CORNERS }] }, layout_result: { layout_block_list: [{ words_ids: list(100_000, () => 0) }] } }];
	expect(stepsOf({ ...smart, operation: 'raw' }, ids).reading - base).toBeGreaterThan(90);
	const formulas = [{ formula_result: { formula_list: list(1_000, () => ({ formula: 'x' })) } }];
	expect(stepsOf({ ...smart, operation: 'raw' }, formulas).reading - base).toBeGreaterThan(900);
});

describe('what is short is not cut into more steps than it needs', () => {
	const blocks = (count: number) => list(count, (index) => ({ words: `w${index}`, location: CORNERS }));
	const part = (object: IDataObject) => readPart(object, { fields: {} }, new Set());
	const rows = (count: number) => ({ direction: -1, blocks: blocks(count), blockCount: count, isEmpty: false, facts: {}, raw: {} }) as never;

	test.each<[string, () => Steps<unknown>, number]>([
		['texts without files', () => takeFiles({ list: list(100, () => ({ note: 'x' })) }), 1],
		['many texts without files', () => takeFiles({ list: list(3_000, () => ({ note: 'x' })) }), 3],
		['numbers', () => takeFiles(list(100_000, (index) => index)), 1],
		['1,024 words', () => readBlocks(blocks(1_024)), 2],
		['1,025 words', () => readBlocks(blocks(1_025)), 3],
		['256 rows of words', () => blocksToJson(rows(256), { source: 's' }), 2],
		['257 rows of words', () => blocksToJson(rows(257), { source: 's' }), 3],
		['255 fields', () => part(named(255, 'field')), 1],
		['256 fields', () => part(named(256, 'field')), 2],
		['254 lines', () => part({ lines: list(254, () => ({})) }), 1],
		['255 lines', () => part({ lines: list(255, () => ({})) }), 2],
		['255 cells', () => readCells(list(255, () => 'x')), 1],
		['256 cells', () => readCells(list(256, () => 'x')), 2],
		['a grid of a few cells', () => toGrid(list(20, (index) => ({ text: 'x', rows: [index], columns: [0] }))), 2],
	])('%s', (_what, work, count) => {
		expect(steps(work()).count).toBe(count);
	});
});
