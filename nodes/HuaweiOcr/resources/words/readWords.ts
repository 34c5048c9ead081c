import type { IDataObject } from 'n8n-workflow';

import { UnexpectedAnswer } from '../../errors/unexpectedAnswer';
import type { Steps } from '../../turns/steps';
import type { CharBlock, GeneralTextResult, Quad, Vertex, WordsBlock } from '../../result/types';
import { resultOf } from '../answer';
import { isRecord, toNumber, toQuad, toWords } from '../answerValues';
import type { OcrResult } from '../operation';

/** So many blocks are read in one step. */
const IN_ONE_STEP = 1024;

/** A result of the class "words blocks" (General Text, Handwriting, Web Image), with what only some operations need. */
export interface WordsResult extends OcrResult, GeneralTextResult {
	/** `words_block_count` as the service gives it; the length of the list where it gives none. */
	blockCount: number;
	/** `markdown_result`, with the switch of that name. */
	markdown?: string;
	raw: IDataObject;
}

/**
 * Reads the body of a successful answer (API page, tables 4–6). The answer is untrusted: what can be
 * understood is taken, and every listed block comes out.
 * @throws UnexpectedAnswer when it has no result, or when it lists no block and does not say that there
 * are none: an empty list with a count above 0, or neither list nor the count 0
 */
export function* readWords(body: string): Steps<WordsResult> {
	const raw = yield* resultOf(body);
	if (!isRecord(raw)) throw new UnexpectedAnswer('it has no result');
	const listed = raw.words_block_list;
	const announced = raw.words_block_count;
	const count =
		typeof announced === 'number' && Number.isFinite(announced) && announced >= 0 ? Math.floor(announced) : undefined;
	if (listed !== undefined && listed !== null && !Array.isArray(listed)) {
		throw new UnexpectedAnswer('its words_block_list is not a list');
	}
	const isWithoutText = count === 0 || (Array.isArray(listed) && count === undefined);
	const listsNone = !Array.isArray(listed) || listed.length === 0;
	if (listsNone && !isWithoutText) {
		throw new UnexpectedAnswer(`it announces ${count ?? 'no number of'} words blocks and lists none`);
	}
	const blocks = yield* readBlocks((listed as unknown[] | null | undefined) ?? []);
	const direction = toNumber(raw.direction) ?? -1;
	const blockCount = count ?? blocks.length;
	return {
		direction,
		blocks,
		blockCount,
		isEmpty: blocks.length === 0,
		facts: { blockCount, direction },
		...(typeof raw.markdown_result === 'string' ? { markdown: raw.markdown_result } : {}),
		raw: raw as IDataObject,
	};
}

/** Words blocks as listed; one without a readable position stands at the end of the one before. */
export function* readBlocks(listed: unknown[]): Steps<WordsBlock[]> {
	const blocks: WordsBlock[] = [];
	for (const [index, entry] of listed.entries()) {
		if (index % IN_ONE_STEP === 0) yield;
		blocks.push(readBlock(entry, blocks[index - 1]));
	}
	return blocks;
}

function readBlock(entry: unknown, previous: WordsBlock | undefined): WordsBlock {
	const fields = isRecord(entry) ? entry : { words: entry };
	const location = toQuad(fields.location);
	const confidence = toNumber(fields.confidence);
	return {
		words: toWords(fields.words),
		// Without a position the block keeps its place in the reading order: at the end of the one before.
		...(location
			? { location }
			: { location: pointQuad(previous?.location[1] ?? [0, 0]), unlocated: true }),
		...(confidence === undefined ? {} : { confidence }),
		...(Array.isArray(fields.char_list) ? { char_list: fields.char_list as CharBlock[] } : {}),
	};
}

function pointQuad([x, y]: Vertex): Quad {
	return [
		[x, y],
		[x, y],
		[x, y],
		[x, y],
	];
}
