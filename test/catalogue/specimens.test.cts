// A document type is a row of the catalogue and a specimen: two readings of the same tables, which have to agree.
import { COMMON_FORMATS } from '../../huaweiCloud/apiOperation.ts';
import { CATALOGUE, operationAt } from '../../huaweiCloud/catalogue/index.ts';
import { kindOf, SPECIMEN_KINDS } from '../../workshop/documents/specimens/kinds.cts';
import { labelOf, labelsWith } from '../../workshop/documents/specimens/printed.cts';

const PRINTED = SPECIMEN_KINDS.flatMap((kind) => {
	const { operation, printed } = kindOf(kind);
	return printed ? [[kind, operationAt(operation), printed] as const] : [];
});

test('each document type has a specimen', () => {
	const drawn = new Set(SPECIMEN_KINDS.map((kind) => kindOf(kind).operation));
	expect(CATALOGUE.filter(({ family, path }) => family !== undefined && !drawn.has(path)).map(({ path }) => path)).toEqual([]);
});

test.each(PRINTED)('%s: the same fields', (_kind, row, { fields }) => {
	expect(Object.keys(fields).sort()).toEqual(Object.keys(row.fields).sort());
});

test.each(PRINTED)('%s: the same sides, formats and switches', (_kind, row, { takes = {} }) => {
	expect(takes.sides ?? [15, 8192]).toEqual([row.shortestSide, row.longestSide]);
	expect(row.formats.filter((format) => !COMMON_FORMATS.includes(format))).toEqual(takes.pdf ? ['PDF'] : []);
	expect(row.switches.map(({ field }) => field)).toEqual(takes.textLocation ? ['return_text_location'] : []);
});

test('labels are drawn as they are looked for', () => {
	const fields = { name: { label: ['Name', 'Full name'], form: 'text' }, seals: { never: 0 } } as const;
	expect(labelsWith(fields, { name: 'A' }, 'name')).toEqual([['Name', 'A']]);
	expect(() => labelOf(fields, 'seals')).toThrow('The field seals has no label');
	expect(() => kindOf('ticket')).toThrow(/There is no specimen "ticket"\. Kinds: bank-receipt, /);
});
