import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { confidentBlocks } from '../../layout/confidence';
import type { WordsBlock } from '../../result/types';
import type { Report } from '../../report/report';
import { toNumber } from '../../settings/values';
import { checkLayoutLimit } from './layoutLimit';

export const minConfidence: INodeProperties = {
	displayName: 'Min Confidence',
	name: 'minConfidence',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2, numberStepSize: 0.05 },
	default: 0,
	description: 'Leave out blocks that the service is less sure of, from 0 (keep all) to 1. 0.5 drops most of what is no text.',
};

export const preview: INodeProperties = {
	displayName: 'Preview',
	name: 'preview',
	type: 'boolean',
	default: true,
	description: 'Whether to add a picture of the page with what was found drawn on it, as binary field preview. PNG and JPEG show the page itself, other formats a white page.',
};

/** 0–1 */
export function readMinConfidence(options: IDataObject): number {
	return toNumber(options.minConfidence, 0, 0, 1);
}

/**
 * Blocks to lay out: those of at least this confidence (0–1). What is left out is counted for the hints of the run.
 * @throws OcrError for more than a page holds
 */
export function keptBlocks(blocks: readonly WordsBlock[], least: number, report: Report): readonly WordsBlock[] {
	const kept = confidentBlocks(blocks, least);
	report.facts.blocksLeftOut += blocks.length - kept.length;
	checkLayoutLimit(kept);
	return kept;
}
