import { pairsInSteps } from '../../../layout/fields';
import type { Operation } from '../../operation';
import { pageFields } from '../../outputFields';
import { canBeLaidOut } from '../layoutLimit';
import { pairMarks } from '../marks';
import { keptBlocks, minConfidence, preview, readMinConfidence } from '../options';
import type { WordsResult } from '../readWords';
import { readUseRuledLines, useRuledLines } from '../useRuledLines';

export const pairs: Operation<WordsResult> = {
	value: 'pairs',
	name: 'Get All Label-Value Pairs',
	description: 'One item per label and value found on the page, without naming any: to see which fields a new form has',
	action: (what) => `Get all label-value pairs of ${what}`,
	outputFields: { label: 'string', value: 'string', confidence: 'number', needsReview: 'boolean', box: 'object', labelBox: 'object', source: 'string' },
	onePerPage: false,
	options: [minConfidence, preview, useRuledLines],
	prepare({ options }) {
		const least = readMinConfidence(options);
		return {
			empty: () => ({ label: '', value: '' }),
			usesRuledLines: readUseRuledLines(options),
			*marks({ result, size, cells = [] }) {
				if (!canBeLaidOut(result.blocks)) return [];
				return pairMarks(yield* pairsInSteps(result.blocks, result.direction, size, { cells }));
			},
			*ofPage({ result, size, cells = [] }, { report, ...context }) {
				const found = yield* pairsInSteps(keptBlocks(result.blocks, least, report), result.direction, size, { cells });
				return found.map(
					({ label, value, confidence, needsReview, reason, box, labelBox }) => ({
						label,
						value,
						...(confidence === undefined ? {} : { confidence }),
						needsReview,
						...(reason === undefined ? {} : { reason }),
						box: { ...box },
						labelBox: { ...labelBox },
						...pageFields(context),
					}),
				);
			},
		};
	},
};
