// Fields that stand beside or under their printed labels: a table of rules for each kind of document.
import type { Below } from '../../../documents/specimens/printed.cts';
import type { Found, FoundFields } from './found.cts';
import type { RightOf, Sheet } from './sheet.cts';

interface Rule {
	/** As printed; the first one on the page counts. */
	labels: readonly string[];
	/** Cleans what was read; undefined where nothing sensible is left. */
	form: (found: Found | undefined) => Found | undefined;
	/** Default: right of the label. */
	place?: { below: Below } | { rightOf: RightOf };
}

export type Rules<Name extends string> = Readonly<Record<Name, Rule>>;

export const labelsOf = (rules: Rules<string>): string[] => Object.values(rules).flatMap(({ labels }) => labels);

/** Only rules whose labels are there find something. */
export function readByRules<Name extends string>(sheet: Sheet, rules: Rules<Name>): FoundFields<Name> {
	const entries = Object.entries<Rule>(rules).map(([name, { labels, form, place }]): [string, Found | undefined] => {
		const spot = sheet.label(...labels);
		return [name, form(place && 'below' in place ? sheet.below(spot, place.below) : sheet.rightOf(spot, place?.rightOf))];
	});
	return Object.fromEntries(entries) as FoundFields<Name>;
}
