import { parseNumber } from '../../../nodes/HuaweiOcr/layout/values/number.ts';
import { NUMBER_FORMS } from './numberForms.cts';

test.each(NUMBER_FORMS)('$where: $text', ({ text, value, context }) => expect(parseNumber(text, context)).toBe(value));
