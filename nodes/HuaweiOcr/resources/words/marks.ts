import type { Steps } from '../../turns/steps';
import type { PixelBox } from '../../layout/fields';
import type { PreviewMark } from '../../pictures/previewMark';
import type { Quad } from '../../result/types';
import type { Page } from '../operation';
import type { WordsResult } from './readWords';

/** Each words block with its `blockIndex`. */
export function* blockMarks({ result }: Page<WordsResult>): Steps<PreviewMark[]> {
	yield;
	return result.blocks.flatMap(({ location, unlocated }, index) =>
		unlocated ? [] : [{ corners: location, text: String(index), kind: 'block' as const }],
	);
}

/** A value on the page, and the label that led to it. */
interface Found {
	box?: PixelBox;
	labelBox?: PixelBox;
	needsReview: boolean;
}

/** Labels and values, an arrow from each label to its value; doubtful values in a colour of their own. */
export function pairMarks(found: readonly Found[]): PreviewMark[] {
	const marks: PreviewMark[] = [];
	for (const { box, labelBox, needsReview } of found) {
		const from = labelBox ? marks.push({ corners: cornersOf(labelBox), kind: 'label' }) - 1 : undefined;
		if (box) {
			marks.push({
				corners: cornersOf(box),
				kind: needsReview ? 'doubt' : 'value',
				...(from === undefined ? {} : { from }),
			});
		}
	}
	return marks;
}

function cornersOf({ left, top, right, bottom }: PixelBox): Quad {
	return [
		[left, top],
		[right, top],
		[right, bottom],
		[left, bottom],
	];
}
