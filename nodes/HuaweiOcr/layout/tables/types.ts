// What tables are asked for, and what comes out.
import type { Box } from '../page/frame';
import type { WordsBlock } from '../../result/types';
import type { GridLine } from './grid';
import type { RuledCell } from '../rules/types';

export type TableCell = Omit<RuledCell, 'corners' | 'table'> & Partial<Pick<RuledCell, 'corners' | 'table'>>;

export interface TableOptions {
	/** Whether the first row of a table holds the names of its columns; true unless given. */
	firstRowIsHeader?: boolean;
	/** Rows with the name of a section become a column of their own, `section`, of the rows below them. */
	sectionColumn?: boolean;
	/** What stands around the tables as rows of one cell, before the table below it or behind the last; `none` unless given. */
	textAroundTables?: 'none' | 'beforeAndAfter';
	/** Cells between rules that were seen on the picture, px of the image as it lies. */
	cells?: readonly TableCell[];
}

export interface Table {
	/** Unique names, from left to right; `column1` … where no head is printed. */
	columns: string[];
	/** One text per column; '' in an empty cell. */
	rows: string[][];
}

export interface TableInDetail extends Table {
	/** Indices of rows that are the name of a section: one text at the left. */
	sections: number[];
	/** Indices of rows with sums. */
	sums: number[];
	/** All blocks of the table, its head included. */
	blocks: WordsBlock[];
	/** Part of the cells in line with others of their column, 0–1; 1 between rules. */
	confidence: number;
}

export interface FoundTable {
	/** Heads as printed, '' where there is none. */
	head: string[];
	rows: string[][];
	/** Indices of the first and the last line in the region. */
	first: number;
	last: number;
	/** Number of lines of the head. */
	headLines: number;
	boxes: Box[];
	/** Part of the cells in line with others of their column, 0–1. */
	aligned: number;
	/** Its lines below the head. */
	lines: readonly GridLine[];
}
