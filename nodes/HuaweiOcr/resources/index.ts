import { bankReceipt } from './bankReceipt';
import { card } from './card';
import { generalTable } from './generalTable';
import { generalText } from './generalText';
import { handwriting } from './handwriting';
import { invoice } from './invoice';
import { mixed } from './mixed';
import { other } from './other';
import type { Resource } from './resource';
import { seal } from './seal';
import { smartDocument } from './smartDocument';
import { webImage } from './webImage';

/** Everything that the node reads; the first is the default. */
export const RESOURCES: readonly Resource[] = [
	...[generalText, handwriting, webImage],
	...[generalTable, smartDocument],
	...[invoice, card, mixed, bankReceipt, seal],
	other,
];
