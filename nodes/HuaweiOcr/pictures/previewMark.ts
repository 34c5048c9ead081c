import type { Quad } from '../result/types';

/** Something that was found on a page, to be drawn on its picture. */
export interface PreviewMark {
	/** px of the image as the user has it, clockwise. */
	corners: Quad;
	/** Drawn at its corner. */
	text?: string;
	kind: 'block' | 'label' | 'value' | 'doubt' | 'cell';
}
