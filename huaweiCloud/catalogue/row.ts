import { COMMON_FORMATS, type ApiOperation } from '../apiOperation';

/**
 * What an answer looks like (operations 2):
 * - `words`: words blocks,
 * - `tables`: regions with cells,
 * - `fields`: one flat object with objects beside its fields,
 * - `sides`: the same, with `front` and `back` where both sides were asked for,
 * - `lists`: the same with lists of lines,
 * - `objects`: a list of objects, each with fields of its own,
 * - `page`: text, pairs, tables and layout of a page,
 * - `located`: fields whose values are `{ words, location }`,
 * - `free`: as a template has it.
 */
export type Shape = 'words' | 'tables' | 'fields' | 'sides' | 'lists' | 'objects' | 'page' | 'located' | 'free';

/** What the text of a field says; `lines` is a list of objects. */
export type FieldKind = 'text' | 'amount' | 'date' | 'boolean' | 'list' | 'object' | 'lines';

/** An optional field of the request. */
export interface ApiSwitch {
	/** As the API calls it. */
	field: string;
	/** In Title Case, for the panel; undefined: made of `field`. */
	name?: string;
	/** What it does, as a sentence without full stop; of a boolean one it begins with "Whether". */
	meaning: string;
	/** Undefined: a boolean. */
	values?: ReadonlyArray<{ value: string; name: string; description?: string }>;
	/** Whether several of the values may be given, as a list. */
	severalValues?: true;
	/** Whether it is an object, given as JSON. */
	isObject?: true;
	/** What holds when it is not sent; undefined: false, or the first value. */
	standard?: boolean | string;
}

/** One row of the catalogue: everything the product knows of an API operation. */
export interface CatalogueRow extends ApiOperation {
	/** Name in workflows. */
	value: string;
	shape: Shape;
	/** The parameter Document Type that offers it; undefined: a resource of its own, or Other. */
	family?: 'invoice' | 'card';
	switches: readonly ApiSwitch[];
	/** Fields of the answer that are known, in its order (snake case, as the service has them). */
	fields: Readonly<Record<string, FieldKind>>;
	/** Lists whose entries are lines of the document, the main one first; shape `lists`. */
	lines?: readonly string[];
	/** Keys of `confidence` that differ from the field's: field → key (operations 1). */
	confidenceKeys?: Readonly<Record<string, string>>;
	/** Whether a PDF is read, but only its first page. */
	firstPageOnly?: true;
	/** Why it can't be counted on any more (operations 11). */
	retired?: string;
}

type RowFacts = Pick<CatalogueRow, 'path' | 'name' | 'shape'> & Partial<CatalogueRow>;

/** A row with what holds for most operations where it says nothing else (operations 1). */
export function row({ path, name, shape, ...facts }: RowFacts): CatalogueRow {
	return {
		path,
		name,
		shape,
		value: camelCase(path),
		imageField: 'image',
		formats: COMMON_FORMATS,
		shortestSide: 15,
		longestSide: 8192,
		switches: [],
		fields: {},
		...facts,
	};
}

const KINDS: readonly FieldKind[] = ['text', 'amount', 'date', 'boolean', 'list', 'object', 'lines'];

/** Fields in the order of the answer: "code number issue_date:date total:amount"; without a kind it is text. */
export function fieldsOf(list: string): Readonly<Record<string, FieldKind>> {
	return Object.fromEntries(
		list.trim().split(/\s+/).map((entry): [string, FieldKind] => {
			const [name = '', kind = 'text'] = entry.split(':');
			const known = KINDS.find((each) => each === kind);
			if (!known) throw new TypeError(`${name} has no kind "${kind}"`);
			return [name, known];
		}),
	);
}

/** `id-card` → `idCard`, `return_text_location` → `returnTextLocation`. */
export function camelCase(name: string): string {
	return name.replace(/[-_]+(.)/g, (_all, letter: string) => letter.toUpperCase());
}
