import type { Quad } from '../result/types';

/** Something that was found on a page, to be drawn on its picture. */
export interface PreviewMark {
	/** px of the image as the user has it, clockwise. */
	corners: Quad;
	/** Drawn at its corner: digits, Latin capitals and a few signs; other text leaves no trace. */
	text?: string;
	kind: 'block' | 'label' | 'value' | 'doubt' | 'cell';
	/** Index of the mark that this one belongs to, such as a value's label: an arrow comes from there. */
	from?: number;
}
