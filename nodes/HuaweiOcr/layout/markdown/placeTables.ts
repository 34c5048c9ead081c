// Which lines of a page became which table. A table gives texts and no places; which blocks they were
// is found by their words, and believed only when all of the table's text is accounted for.
import type { Steps } from '../../turns/steps';
import type { Table } from '../tables';
import type { WordsBlock } from '../../result/types';
import type { PageLine } from './pageLines';

/** A table in the place of the lines that it was read from. */
export interface PlacedTable {
	/** As printed; '' where no head is. */
	heads: string[];
	rows: string[][];
	/** Index of the first of its lines, and of the first line behind them. */
	from: number;
	to: number;
	/** Blocks among those lines that are not in the table. */
	rest: WordsBlock[];
}

/** So many lines within a table may have nothing of it: remarks that it leaves out. */
const MOST_SKIPPED = 2;

/** @param tables of the page in reading order; those that can't be placed are left out */
export function* placeTables(lines: readonly PageLine[], tables: readonly Table[]): Steps<PlacedTable[]> {
	const placed: PlacedTable[] = [];
	for (const table of tables) {
		const after = placed[placed.length - 1]?.to ?? 0;
		const found = yield* placeTable(lines, after, table);
		if (found) placed.push(found);
	}
	return placed;
}

function* placeTable(lines: readonly PageLine[], after: number, table: Table): Steps<PlacedTable | undefined> {
	const cells = [...table.columns, ...table.rows.flat()].map(plain);
	const known = new Set(cells);
	const all = cells.join('\n');
	// Asked again and again, and a search through the whole table takes long.
	const asked = new Map<WordsBlock, number>();
	const sizeInTable: SizeInTable = (block) => {
		const before = asked.get(block);
		if (before !== undefined) return before;
		const text = plain(block.words);
		const size = known.has(text) || all.includes(text) ? text.length : 0;
		asked.set(block, size);
		return size;
	};
	let best: { from: number; to: number; size: number } | undefined;
	let open: { from: number; to: number; size: number } | undefined;
	for (let index = after; index < lines.length; index++) {
		yield;
		const line = lines[index];
		const size = line ? sizeOf(line, sizeInTable) : 0;
		if (size === 0 && open && index - open.to >= MOST_SKIPPED) open = undefined;
		if (size === 0) continue;
		open = { from: open?.from ?? index, to: index + 1, size: (open?.size ?? 0) + size };
		if (!best || open.size > best.size) best = open;
	}
	return best && fitWindow(lines, best.from, best.to, table, sizeInTable);
}

/** How many characters of a block stand in a table: all of them or none. */
type SizeInTable = (block: WordsBlock) => number;

function sizeOf(line: PageLine, sizeInTable: SizeInTable): number {
	return line.blocks.reduce((sum, block) => sum + sizeInTable(block), 0);
}

/** Takes lines off the ends of a window, whose words may stand in the table by chance, until the rest is the table. */
function fitWindow(lines: readonly PageLine[], first: number, end: number, table: Table, sizeInTable: SizeInTable): PlacedTable | undefined {
	const body = countOf(table.rows.flat().join(''));
	const heads = countOf(table.columns.join(''));
	const bodySize = sizeOfCount(body);
	const most = bodySize + plain(table.columns.join('')).length;
	let from = first;
	const to = end;
	let size = lines.slice(from, to).reduce((sum, line) => sum + sizeOf(line, sizeInTable), 0);
	while (size > most && to - from > 1) {
		const [top, bottom] = [lines[from], lines[to - 1]];
		if (!top || !bottom) return undefined;
		// A title that stands in the table, too, is more likely than a foot that does.
		size -= sizeOf(top, sizeInTable);
		from++;
	}
	const window = lines.slice(from, to).flatMap(({ blocks }) => blocks);
	const taken = window.filter((block) => sizeInTable(block) > 0);
	const isTaken = new Set(taken);
	const left = countOf(taken.map(({ words }) => words).join(''));
	for (const [character, count] of body) {
		const rest = (left.get(character) ?? 0) - count;
		if (rest < 0) return undefined;
		if (rest === 0) left.delete(character);
		else left.set(character, rest);
	}
	for (const [character, count] of left) if ((heads.get(character) ?? 0) < count) return undefined;
	const text = taken.map(({ words }) => plain(words)).join('\n');
	return {
		heads: sizeOfCount(left) === 0 ? table.columns.map(() => '') : table.columns.map((name) => printedHead(name, text)),
		rows: table.rows,
		from,
		to,
		rest: window.filter((block) => !isTaken.has(block)),
	};
}

/** The head as it was printed: names for columns without one, and numbers that tell equal names apart, are ours. */
function printedHead(name: string, text: string): string {
	const isPrinted = (part: string) => part.split(/\s+/u).every((word) => text.includes(plain(word)));
	if (isPrinted(name)) return name;
	const base = name.replace(/[\s_]*\d*$/u, '');
	return base !== '' && base !== 'column' && isPrinted(base) ? base : /^column ?\d+$/u.test(name) ? '' : name;
}

function plain(text: string): string {
	return text.replace(/\s+/gu, '');
}

function countOf(text: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const character of plain(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
	return counts;
}

function sizeOfCount(counts: ReadonlyMap<string, number>): number {
	let size = 0;
	for (const [character, count] of counts) size += character.length * count;
	return size;
}
