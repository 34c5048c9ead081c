// Operations that answer with one flat object: strings, their confidence, and with a switch their places.
import type { PageResult } from '../../engine/engine.cts';
import type { Operation } from '../operation.cts';
import { documentOperation } from './documentOperation.cts';
import type { ImageRules } from '../operation.cts';
import { confidences, type FoundFields, locations, plain } from './found.cts';

interface FlatOperation<Name extends string> {
	path: string;
	rules?: Partial<ImageRules>;
	/** In the order of the answer. */
	names: readonly Name[];
	/** Has `return_text_location`. */
	locates: boolean;
	/** Other names of fields inside `confidence`. */
	aliases?: Partial<Record<Name, string>>;
	/** @returns undefined for another kind of document. */
	read(page: PageResult): FoundFields<Name> | undefined;
}

/** The answer with confidence, and with places if they are asked for. */
export function flatResult<Name extends string>({ names, aliases }: Pick<FlatOperation<Name>, 'names' | 'aliases'>, found: FoundFields<Name>, located: boolean): Record<string, unknown> {
	const confidence = Object.entries<number>(confidences(names, found)).map(([name, value]) => [aliases?.[name as Name] ?? name, value]);
	return {
		...plain(names, found),
		confidence: Object.fromEntries(confidence) as Record<string, number>,
		...(located ? { text_location: locations(names, found) } : {}),
	};
}

export function flatOperation<Name extends string>(one: FlatOperation<Name>): Operation {
	return documentOperation({
		path: one.path,
		...(one.rules ? { rules: one.rules } : {}),
		parameters: (fields) => ({ textLocation: one.locates && fields.boolean('return_text_location') }),
		read(page, { parameters }) {
			const found = one.read(page);
			return found && flatResult(one, found, parameters.textLocation);
		},
	});
}
