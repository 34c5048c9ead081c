// How many items an answer about documents has to give, where it can be told from the answer alone.
import type { GeneratedAnswer } from './context.cts';
import { MIN_CONFIDENCE } from './generators.cts';

type Json = Record<string, unknown>;

function isRecord(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The result of an answer that is a success. */
export function resultOf({ statusCode, body }: GeneratedAnswer): unknown {
	if (statusCode !== 200) return undefined;
	try {
		const answer: unknown = typeof body === 'string' ? JSON.parse(body) : body;
		if (!isRecord(answer) || Object.hasOwn(answer, 'error_code')) return undefined;
		const { result } = answer;
		return isRecord(result) && Object.hasOwn(result, 'error_code') ? undefined : result;
	} catch {
		return undefined;
	}
}

/** How many items there may be: a page without any text gives one, whatever it lists. */
export interface Listed {
	least: number;
	most: number;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Whether a cell says something, by itself or in one of its texts, and nothing speaks for leaving it out as unsure. */
function hasWords({ words, words_list: list, confidence }: Json): boolean {
	const texts = Array.isArray(list) ? list.filter(isRecord) : [];
	const isSure = [confidence, ...texts.map((text) => text.confidence)].every((each) => each === undefined || (typeof each === 'number' && each >= MIN_CONFIDENCE));
	return isSure && (isText(words) || texts.some((text) => isText(text.words)));
}

/** Cells of all tables, where each region says what it is and lists what it has; one without text and place may be left out. */
function cellsOf(result: unknown): Listed | undefined {
	if (!isRecord(result) || !Array.isArray(result.words_region_list)) return undefined;
	const listed: Listed = { least: 0, most: 0 };
	for (const region of result.words_region_list as unknown[]) {
		if (!isRecord(region) || !Array.isArray(region.words_block_list)) return undefined;
		const cells = region.words_block_list as unknown[];
		// A text region with a cell in it is a table.
		if (region.type !== 'table' && cells.some((block) => isRecord(block) && 'rows' in block)) return undefined;
		if (region.type !== 'table') continue;
		listed.most += cells.length;
		listed.least += cells.filter((cell) => isRecord(cell) && hasWords(cell)).length;
	}
	return listed;
}

/** Documents of a list; entries that are no objects say nothing. One that says something keeps the empty ones beside it. */
function objectsOf(result: unknown): Listed | undefined {
	const list = isRecord(result) ? result.seal_list : result;
	if (!Array.isArray(list)) return undefined;
	const entries = list.filter(isRecord);
	const saysSomething = entries.some(
		({ content, words_block_list: blocks }) =>
			(isRecord(content) && Object.entries(content).some(([key, value]) => /^\w+$/.test(key) && !ABOUT.has(key) && isText(value))) ||
			(Array.isArray(blocks) && blocks.some((block: unknown) => isRecord(block) && isText(block.words))),
	);
	return { least: saysSomething ? entries.length : 0, most: entries.length };
}

const ABOUT = new Set(['__proto__', 'portrait_image', 'excel', 'location', 'confidence', 'text_location']);

/** Keys with values over all elements. */
function pairsOf(result: unknown): Listed | undefined {
	if (!Array.isArray(result)) return undefined;
	let count = 0;
	for (const element of result as unknown[]) {
		if (!isRecord(element) || !isRecord(element.kv_result)) continue;
		const { kv_block_list: list } = element.kv_result;
		if (!Array.isArray(list)) return undefined;
		count += list.filter(isRecord).length;
	}
	return { least: count, most: count };
}

/** By resource and operation. */
const LISTED: Record<string, (result: unknown) => Listed | undefined> = {
	'generalTable cells': cellsOf,
	'mixed objects': objectsOf,
	'seal objects': objectsOf,
	'smartDocument pairs': pairsOf,
};

/** What an answer lists for this use of the node; undefined where the answer leaves it open. */
export function listedFor({ resource, operation }: Readonly<Record<string, string>>, answer: GeneratedAnswer): Listed | undefined {
	return LISTED[`${resource} ${operation}`]?.(resultOf(answer));
}
