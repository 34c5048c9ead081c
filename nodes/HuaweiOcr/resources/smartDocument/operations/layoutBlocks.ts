import type { INodeProperties } from 'n8n-workflow';

import { BOX_OUTPUT, boxFields } from '../../boxFields';
import type { Operation } from '../../operation';
import { pageFields } from '../../outputFields';
import { isSimplified } from '../../simplify';
import { preview } from '../../words/options';
import { layoutTexts, type LayoutText } from '../layoutTexts';
import type { SmartResult } from '../readSmartDocument';

/** Request field `formula`. */
export const formula: INodeProperties = {
	displayName: 'Read Formulas',
	name: 'formula',
	type: 'boolean',
	default: true,
	description: 'Whether formulas of up to three lines are read as LaTeX. It takes longer.',
};

export const layoutBlocks: Operation<SmartResult> = {
	value: 'layoutBlocks',
	name: 'Get Layout Blocks',
	description: 'One item per part of the page, such as a title, paragraph, table, picture or page number, in reading order (layout, table)',
	action: (what) => `Get the layout of ${what}`,
	outputFields: {
		type: 'string',
		text: 'string',
		...BOX_OUTPUT,
		source: 'string',
	},
	onePerPage: false,
	simplify: true,
	options: [formula, preview],
	prepare(parameters) {
		const simplified = isSimplified(parameters);
		const reads = parameters.options.formula === true || parameters.options.formula === 'true';
		return {
			empty: () => ({ type: '', text: '' }),
			requestFields: { layout: true, table: true, ...(reads ? { formula: true } : {}) },
			marks: ({ result }) => result.layout.flatMap(({ location }) => (location ? [{ corners: location, kind: 'block' as const }] : [])),
			*ofPage({ result }, context) {
				const texts = yield* layoutTexts(result);
				const byIndex = new Map(texts.map((part) => [part.index, part]));
				// Pictures have no text, but a place.
				const parts = result.layout.map((block, index) => byIndex.get(index) ?? { block, index, lines: [] });
				return [...parts, ...texts.filter(({ block }) => !block)].map((part, index) => ({
					...partFields(part),
					...(simplified ? {} : { blockIndex: index, blockCount: result.blocks.length, direction: result.direction }),
					...pageFields(context),
					...(simplified ? {} : { location: part.block?.location ?? null }),
				}));
			},
		};
	},
};

/** Texts that stand in no part of the layout have none of its types. */
function partFields({ block, lines }: Pick<LayoutText, 'block' | 'lines'>) {
	const { location, table, form } = block ?? {};
	const box = location ? boxFields({ location }) : boxFields({ location: [[0, 0], [0, 0], [0, 0], [0, 0]], unlocated: true });
	return {
		type: block?.type ?? '',
		text: lines.join('\n'),
		...box,
		...(table === undefined ? {} : { tableIndex: table }),
		...(form === undefined ? {} : { formIndex: form }),
	};
}
