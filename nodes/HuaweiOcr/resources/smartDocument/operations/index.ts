import type { Operation } from '../../operation';
import type { SmartResult } from '../readSmartDocument';
import { excel } from './excel';
import { layoutBlocks } from './layoutBlocks';
import { markdown } from './markdown';
import { pairs } from './pairs';
import { raw } from './raw';
import { table } from './table';
import { text } from './text';

/** What can be got out of a page that the service takes apart; the first is the default. */
export const smartOperations: ReadonlyArray<Operation<SmartResult>> = [text, pairs, table, layoutBlocks, markdown, excel, raw];
