import type { IDataObject } from 'n8n-workflow';

import type { Quad } from '../../../result/types';
import type { PreviewMark } from '../../../pictures/previewMark';
import type { Operation } from '../../operation';
import { pageFields } from '../../outputFields';
import { preview } from '../../words/options';
import { keyMap, readKeyMap } from '../keyMap';
import type { SmartPair, SmartResult } from '../readSmartDocument';

export const pairs: Operation<SmartResult> = {
	value: 'pairs',
	name: 'Get Key-Values',
	description: 'One item per key and value that the service finds (kv)',
	action: (what) => `Get all key-value pairs of ${what}`,
	outputFields: { label: 'string', value: 'string', box: 'object', labelBox: 'object', source: 'string' },
	onePerPage: false,
	options: [keyMap, preview],
	prepare: ({ options }) => ({
		empty: () => ({ label: '', value: '' }),
		requestFields: { kv: true, ...readKeyMap(options) },
		marks: ({ result }) => result.pairs.flatMap(marksOf),
		ofPage: ({ result }, context) =>
			result.pairs.map(({ key, value }): IDataObject => {
				const [box, labelBox] = [boxAround(value.location), boxAround(key.location)];
				return {
					label: key.words,
					value: value.words,
					...(box ? { box } : {}),
					...(labelBox ? { labelBox } : {}),
					...pageFields(context),
				};
			}),
	}),
};

function boxAround(quads: readonly Quad[]): { left: number; top: number; right: number; bottom: number } | undefined {
	const corners = quads.flat();
	if (corners.length === 0) return undefined;
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of corners) {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x);
		bottom = Math.max(bottom, y);
	}
	return { left, top, right, bottom };
}

function marksOf({ key, value }: SmartPair): PreviewMark[] {
	return [
		...key.location.map((corners): PreviewMark => ({ corners, kind: 'label' })),
		...value.location.map((corners): PreviewMark => ({ corners, kind: 'value' })),
	];
}
