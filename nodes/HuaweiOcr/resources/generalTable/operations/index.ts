import type { Operation } from '../../operation';
import type { TablesResult } from '../readGeneralTable';
import { cells } from './cells';
import { excel } from './excel';
import { raw } from './raw';
import { table } from './table';
import { text } from './text';

/** What can be got out of regions with cells; the first is the default. */
export const tablesOperations: ReadonlyArray<Operation<TablesResult>> = [table, cells, text, excel, raw];
