// PDFs as the text that they are written in.
import { Budget } from '../../nodes/HuaweiOcr/input/pdf/budget.ts';
import { parseValue } from '../../nodes/HuaweiOcr/input/pdf/parse.ts';
import type { PdfValue } from '../../nodes/HuaweiOcr/input/pdf/values.ts';

export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

export const parsed = (text: string): PdfValue => parseValue(latin1(text), 0, new Budget(0)).value;
