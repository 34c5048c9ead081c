// The text of each part of a page, so that each text of the page stands in one of them.
import { linesInSteps } from '../../layout/lines';
import type { WordsBlock } from '../../result/types';
import { mapInSteps, type Steps } from '../../turns/steps';
import { gridLines } from '../cells/gridTable';
import { checkLayoutLimit } from '../words/layoutLimit';
import type { LayoutBlock, SmartResult } from './readSmartDocument';

/** A part of the page with its lines. */
export interface LayoutText {
	/** Undefined: texts that stand in no part, behind all others. */
	block?: LayoutBlock;
	/** Place in the service's list. */
	index?: number;
	/** All of its text. */
	lines: string[];
	/** What the answer itself says of it, line by line; none where only its texts do. */
	told: string[];
	/** Texts that the answer lists for it. */
	listed: WordsBlock[];
	/** Further texts that stand in its place and that nothing tells of. */
	others: WordsBlock[];
}

/** More comparisons of texts with parts are not made; what is in no part is then told behind all others. */
const MOST_COMPARED = 4_000_000;
/** Characters that texts are searched for in; beyond, a text is told twice rather than lost. */
const MOST_SEARCHED = 40_000_000;

/** So many texts are placed in one step. */
const IN_ONE_STEP = 128;

/** All text of the page in the order of its layout; what the layout leaves out follows. Without a layout, one part. */
export function* layoutTexts(result: SmartResult): Steps<LayoutText[]> {
	const { blocks, layout, direction } = result;
	const taken = new Set<number>();
	const parts = yield* mapInSteps(layout, function* (block, index): Steps<LayoutText> {
		const own = block.words.filter((at) => !taken.has(at));
		for (const at of own) taken.add(at);
		return { block, index, lines: [], told: yield* toldLines(result, block), listed: own.flatMap((at) => blocks[at] ?? []), others: [] };
	});
	const rest: WordsBlock[] = [];
	const tells = searcher();
	const boxes = blocks.length * layout.length <= MOST_COMPARED ? layout.map(boxOf) : [];
	for (const [at, text] of blocks.entries()) {
		if (at % IN_ONE_STEP === 0) yield;
		if (taken.has(at) || text.words === '') continue;
		const part = text.unlocated ? undefined : parts[boxes.findIndex((box) => box !== undefined && holds(box, text))];
		if (!part) rest.push(text);
		// Else it is told already, by the part's own text or by the cells of its table.
		else if (!tells(part, text)) part.others.push(text);
	}
	for (const part of parts) {
		const untold = part.told.length > 0 ? part.others : [...part.listed, ...part.others];
		part.lines = [...part.told, ...(yield* linesOf(untold, direction))];
	}
	const filled = parts.filter(({ lines }) => lines.length > 0);
	return rest.length === 0 ? filled : [...filled, { lines: yield* linesOf(rest, direction), told: [], listed: rest, others: [] }];
}

function* linesOf(blocks: readonly WordsBlock[], direction: number): Steps<string[]> {
	checkLayoutLimit(blocks);
	const lines = yield* linesInSteps(blocks, direction);
	return lines
		.map(({ text }) => text)
		.filter((text) => text.trim() !== '');
}

function* toldLines({ tables, forms, formulas }: SmartResult, block: LayoutBlock): Steps<string[]> {
	const table = block.table === undefined ? (block.form === undefined ? undefined : forms[block.form]) : tables[block.table];
	// The text of a table is a placeholder at best (operations 4).
	const lines = table ? yield* gridLines(table.grid) : block.text === '' && block.formula !== undefined ? [formulas[block.formula] ?? ''] : block.text.split('\n');
	return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Whether a part's own text holds that of a block, spaces aside. */
function searcher(): (part: LayoutText, block: WordsBlock) => boolean {
	const plain = (text: string) => text.replace(/\s+/gu, '');
	const known = new Map<LayoutText, string>();
	let searched = 0;
	return (part, { words }) => {
		const told = known.get(part) ?? plain(part.told.join(''));
		known.set(part, told);
		searched += told.length;
		return searched <= MOST_SEARCHED && told.includes(plain(words));
	};
}

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

function boxOf({ location }: LayoutBlock): Box | undefined {
	if (!location) return undefined;
	const [xs, ys] = [location.map(([x]) => x), location.map(([, y]) => y)];
	return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function holds({ left, top, right, bottom }: Box, { location }: WordsBlock): boolean {
	const [x, y] = [location.reduce((sum, [each]) => sum + each, 0) / 4, location.reduce((sum, [, each]) => sum + each, 0) / 4];
	return x >= left && x <= right && y >= top && y <= bottom;
}
