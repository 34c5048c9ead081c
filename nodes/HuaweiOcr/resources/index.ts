import { generalTable } from './generalTable';
import { generalText } from './generalText';
import { handwriting } from './handwriting';
import type { Resource } from './resource';
import { smartDocument } from './smartDocument';
import { webImage } from './webImage';

/** Everything that the node reads; the first is the default. */
export const RESOURCES: readonly Resource[] = [generalText, handwriting, webImage, generalTable, smartDocument];
