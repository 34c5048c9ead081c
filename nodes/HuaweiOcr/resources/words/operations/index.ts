import type { Operation } from '../../operation';
import type { WordsResult } from '../readWords';
import { blocks } from './blocks';
import { fields } from './fields';
import { lines } from './lines';
import { markdown } from './markdown';
import { pairs } from './pairs';
import { raw } from './raw';
import { table } from './table';
import { text } from './text';

/** What can be got out of words blocks; the first is the default. */
export const wordsOperations: ReadonlyArray<Operation<WordsResult>> = [blocks, lines, text, fields, pairs, table, markdown, raw];
