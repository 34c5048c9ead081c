// Operations that need no reader of their own: the specimen of their paper says which field stands behind which
// printed label (`workshop/documents/specimens/printed.cts`).
import type { Printed, PrintedField } from '../../../documents/specimens/printed.cts';
import type { PageResult } from '../../engine/engine.cts';
import type { ImageRules, Operation } from '../operation.cts';
import { documentOperation, WITH_PDF } from './documentOperation.cts';
import { flatResult } from './flatOperation.cts';
import { FORMS } from './forms.cts';
import type { Found, FoundFields } from './found.cts';
import { EVERYWHERE, Sheet } from './sheet.cts';

/** So many of the labels have to be there, beside the title: the others may be unreadable. */
const LEAST_LABELS = 1 / 3;

/** @param path last segment of the operation's */
export function printedOperation(path: string, printed: Printed): Operation {
	const names = Object.keys(printed.fields);
	const never = Object.fromEntries(Object.entries(printed.fields).flatMap(([name, field]) => ('never' in field ? [[name, field.never]] : [])));
	return documentOperation({
		path,
		rules: rulesOf(printed),
		parameters: (fields) => ({ textLocation: printed.takes?.textLocation === true && fields.boolean('return_text_location') }),
		read(page, { parameters: { textLocation } }) {
			const found = readPrinted(page, printed);
			return found && { ...flatResult({ names }, found, textLocation), ...never };
		},
	});
}

function rulesOf({ takes: { sides, pdf } = {} }: Printed): Partial<ImageRules> {
	return { ...(sides ? { minSidePx: sides[0], maxSidePx: sides[1] } : {}), ...(pdf ? { formats: WITH_PDF } : {}) };
}

/** @returns undefined for another kind of paper. */
function readPrinted(page: PageResult, { title, fields, otherLabels = [] }: Printed): FoundFields<string> | undefined {
	const labels = Object.values(fields).map(labelsOf).filter((one) => one.length > 0);
	const sheet = Sheet.of(page, [...labels.flat(), ...otherLabels]);
	const there = labels.filter((one) => sheet.label(...one) !== undefined).length;
	if (!sheet.match(title) || there < labels.length * LEAST_LABELS) return undefined;
	return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(sheet, field)]));
}

const labelsOf = (field: PrintedField): readonly string[] => ('label' in field ? [field.label].flat() : []);

function valueOf(sheet: Sheet, field: PrintedField): Found | undefined {
	if ('never' in field) return undefined;
	return FORMS[field.form](placeOf(sheet, field));
}

function placeOf(sheet: Sheet, field: Exclude<PrintedField, { never: unknown }>): Found | undefined {
	if ('label' in field) {
		const spot = sheet.label(...labelsOf(field));
		return field.below ? sheet.below(spot, field.below) : sheet.rightOf(spot, field.beside);
	}
	if (field.under === undefined) return sheet.match(field.pattern);
	const above = sheet.label(field.under);
	return above && sheet.match(field.pattern, { ...EVERYWHERE, top: above.top });
}
