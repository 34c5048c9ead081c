import { parseDate } from '../../../nodes/HuaweiOcr/layout/values/date.ts';
import type { DateOptions } from '../../../nodes/HuaweiOcr/layout/values/date.ts';
import { DATE_FORMS } from './dateForms.cts';

function read(text: string, options?: DateOptions) {
	const found = parseDate(text, options);
	if (!found) return undefined;
	return 'ambiguous' in found ? found.readings : [found.iso, found.time].filter(Boolean).join(' ');
}

test.each(DATE_FORMS)('$where: $text', ({ text, wanted, options }) => expect(read(text, options)).toEqual(wanted));
