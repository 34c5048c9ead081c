import { bankReceipt } from './bankReceipt';
import { card } from './card';
import { generalText } from './generalText';
import { handwriting } from './handwriting';
import { invoice } from './invoice';
import { mixed } from './mixed';
import { other } from './other';
import type { Resource } from './resource';
import { seal } from './seal';
import { webImage } from './webImage';

/** Everything that the node reads; the first is the default. */
export const RESOURCES: readonly Resource[] = [generalText, handwriting, webImage, invoice, card, mixed, bankReceipt, seal, other];
