// Ruled cells of a page that lies on its side or on its head, as it is read.
import { boxAround, cornersOf } from '../rules/corners';
import type { Quad, WordsBlock } from '../../result/types';
import type { TableCell } from './types';

type Point = readonly [x: number, y: number];

/** The number of quarter turns, 0–3 clockwise, that a page lies turned by. @param angle of its text, radians, clockwise on screen */
export function quarterTurns(angle: number): number {
	return ((Math.round(angle / (Math.PI / 2)) % 4) + 4) % 4;
}

/** @param quarters 1 to 3 */
function turnPoint([x, y]: Point, quarters: number): [x: number, y: number] {
	if (quarters === 1) return [y, -x];
	return quarters === 2 ? [-x, -y] : [-y, x];
}

function turnQuad([a, b, c, d]: Quad, quarters: number): Quad {
	return [turnPoint(a, quarters), turnPoint(b, quarters), turnPoint(c, quarters), turnPoint(d, quarters)];
}

/** Turns a block back; its corners keep their order, which follows the text. */
export function turnBlock(block: WordsBlock, quarters: number): WordsBlock {
	return quarters === 0 ? block : { ...block, location: turnQuad(block.location, quarters) };
}

/** Turns the cells of one grid back, with their rows and columns. */
export function turnGrid(grid: readonly TableCell[], quarters: number): readonly TableCell[] {
	if (quarters === 0) return grid;
	const rowCount = Math.max(...grid.map(({ row, rowSpan }) => row + rowSpan));
	const columnCount = Math.max(...grid.map(({ column, columnSpan }) => column + columnSpan));
	return grid.map((cell): TableCell => {
		const { row, column, rowSpan, columnSpan } = cell;
		const [fromBottom, fromRight] = [rowCount - row - rowSpan, columnCount - column - columnSpan];
		const turned = turnQuad(cornersOf(cell), quarters);
		// Upper left as the image lies is another corner as the page is read.
		const corners = turned.map((_, index) => turned[(index + quarters) % 4]) as unknown as Quad;
		return {
			...cell,
			...boxAround(turned),
			corners,
			...(quarters === 2
				? { row: fromBottom, column: fromRight }
				: { row: quarters === 1 ? fromRight : column, column: quarters === 1 ? row : fromBottom, rowSpan: columnSpan, columnSpan: rowSpan }),
		};
	});
}
