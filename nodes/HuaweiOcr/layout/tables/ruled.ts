// Tables between rules: blocks belong to the cell that holds their middle.
import { joinLines } from '../characters';
import type { WordsBlock } from '../../result/types';
import { middleOf } from '../page/geometry';
import { holds } from '../rules/corners';
import { withoutStamps } from '../rules/stamps';
import { countHeadRows, headTexts } from './mergedHead';
import { columnNames } from './names';
import { isContradicted } from './ruledDoubts';
import { quarterTurns, turnBlock, turnGrid } from './ruledTurned';
import { markRows } from './sections';
import { isTable } from './verdict';
import type { TableCell, TableInDetail } from './types';

/** Grids with more cells than this are drawings. */
const MOST_CELLS = 20_000;
const FEWEST_ROWS = 2;
const FEWEST_COLUMNS = 2;

interface Place {
	cell: TableCell;
	blocks: WordsBlock[];
	lines: WordsBlock[][];
	text: string;
}

/**
 * Tables of ruled cells; grids that are forms, hold no text or do not fit the words give none.
 * @param angle of the page's text, radians, clockwise on screen: cells are those of the image as it lies
 */
export function readRuled(cells: readonly TableCell[], blocks: readonly WordsBlock[], firstRowIsHeader: boolean, angle = 0): TableInDetail[] {
	if (cells.length === 0 || cells.length > MOST_CELLS) return [];
	const quarters = quarterTurns(angle);
	const given = new Map(blocks.map((block) => [turnBlock(block, quarters), block]));
	const upright = angle - quarters * (Math.PI / 2);
	return gridsOf(cells)
		.flatMap((grid) => readGrid(turnGrid(grid, quarters), [...given.keys()], firstRowIsHeader, upright) ?? [])
		.map((table) => ({ ...table, blocks: table.blocks.map((block) => given.get(block) ?? block) }));
}

/** Cells by the number of their grid; without one, a grid ends where a cell takes a place that is taken. */
function gridsOf(cells: readonly TableCell[]): TableCell[][] {
	const grids: TableCell[][] = [];
	let taken = new Set<string>();
	for (const cell of [...cells].sort((a, b) => (a.table ?? 0) - (b.table ?? 0))) {
		const place = `${cell.row} ${cell.column}`;
		const before = grids[grids.length - 1]?.[0];
		if (!before || before.table !== cell.table || taken.has(place)) {
			grids.push([]);
			taken = new Set();
		}
		taken.add(place);
		grids[grids.length - 1]?.push(cell);
	}
	return grids;
}

function readGrid(grid: readonly TableCell[], blocks: readonly WordsBlock[], firstRowIsHeader: boolean, angle: number): TableInDetail | undefined {
	const rowCount = Math.max(...grid.map(({ row, rowSpan }) => row + rowSpan));
	const columnCount = Math.max(...grid.map(({ column, columnSpan }) => column + columnSpan));
	if (rowCount < FEWEST_ROWS || columnCount < FEWEST_COLUMNS || rowCount * columnCount > MOST_CELLS) return undefined;
	const places = fill(grid, blocks, angle);
	const full = places.filter(({ text }) => text !== '');
	if (full.length === 0) return undefined;
	const inCells = new Set(places.flatMap((place) => place.blocks));
	if (isContradicted(places, blocks.filter((block) => !inCells.has(block)))) return undefined;
	const texts = places.map(({ cell, text }) => ({ ...cell, text }));
	const headRows = firstRowIsHeader ? countHeadRows(texts, rowCount, columnCount) : 0;
	const head = headTexts(texts, headRows, columnCount);
	const rows = Array.from({ length: rowCount - headRows }, () => new Array<string>(columnCount).fill(''));
	for (const { cell, text } of places) {
		const row = rows[cell.row - headRows];
		if (row) row[cell.column] = text;
	}
	const used = rows.filter((row) => row.some((cell) => cell !== ''));
	const isOne = isTable({ head, contrast: headRows, rows: used, aligned: 1, headStandsOut: headRows > 0, dense: false, mayHaveHead: firstRowIsHeader });
	if (!isOne) return undefined;
	return { columns: columnNames(head), rows: used, ...markRows(used), blocks: places.flatMap((place) => place.blocks), confidence: 1 };
}

/** Cells with their blocks, in reading order. Blocks are looked up by where cells begin, from top to bottom. */
function fill(grid: readonly TableCell[], blocks: readonly WordsBlock[], angle: number): Place[] {
	const places = grid.map((cell): Place => ({ cell, blocks: [], lines: [], text: '' })).sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
	const byRow = new Map<number, Place[]>();
	for (const place of places) {
		for (let row = place.cell.row; row < place.cell.row + place.cell.rowSpan; row++) byRow.set(row, [...(byRow.get(row) ?? []), place]);
	}
	const bands = [...byRow.values()].map((row) => ({
		top: Math.min(...row.map(({ cell }) => cell.top)),
		bottom: Math.max(...row.map(({ cell }) => cell.bottom)),
		row,
	}));
	for (const block of blocks) {
		const [x, y] = middleOf(block);
		for (const { top, bottom, row } of bands) {
			if (y < top || y >= bottom) continue;
			const place = row.find(({ cell }) => holds(cell, x, y));
			if (!place) continue;
			place.blocks.push(block);
			break;
		}
	}
	for (const place of places) {
		place.lines = linesOf(withoutStamps(place.blocks, angle));
		place.text = joinLines(place.lines.map((line) => line.map(({ words }) => words.trim()).join(' ')));
	}
	return places;
}

/** Blocks of one cell, line by line. */
function linesOf(blocks: readonly WordsBlock[]): WordsBlock[][] {
	const height = ({ location: [a, , , d] }: WordsBlock) => Math.hypot(d[0] - a[0], d[1] - a[1]);
	const sorted = [...blocks].sort((a, b) => middleOf(a)[1] - middleOf(b)[1]);
	const lines: WordsBlock[][] = [];
	for (const block of sorted) {
		const line = lines[lines.length - 1];
		const last = line?.[line.length - 1];
		if (line && last && middleOf(block)[1] - middleOf(last)[1] < height(block) / 2) line.push(block);
		else lines.push([block]);
	}
	return lines.map((line) => line.sort((a, b) => middleOf(a)[0] - middleOf(b)[0]));
}
