// What was set over a cell by hand is no part of what is printed in it.
import { measureBlock, wrapAngle } from '../page/geometry';
import type { MeasuredBlock } from '../page/geometry';
import type { WordsBlock } from '../../result/types';

/** A stamp lies askew on the page by more than this, radians … */
const ASKEW = (6 * Math.PI) / 180;
/** … and one end of it stands higher by this part of its height: corners of short words are found so far off, too. */
const RISE = 0.25;

/**
 * Texts of one cell without those that lie askew beside one that doesn't.
 * @param pageAngle of the page's text, radians, clockwise on screen
 */
export function withoutStamps(blocks: readonly WordsBlock[], pageAngle: number): readonly WordsBlock[] {
	if (blocks.length < 2) return blocks;
	const measured = blocks.map((block) => measureBlock(block));
	const tiltOf = ({ angle }: MeasuredBlock): number => Math.abs(wrapAngle(angle - pageAngle));
	if (!measured.some((block) => block.steady && tiltOf(block) <= ASKEW)) return blocks;
	// Text that runs up or down, or stands on its head, is printed as well.
	const isStamp = (block: MeasuredBlock): boolean => {
		const tilt = tiltOf(block);
		return block.steady && tilt > ASKEW && tilt < Math.PI / 4 && block.length * Math.sin(tilt) > RISE * block.height;
	};
	return measured.filter((block) => !isStamp(block)).map(({ block }) => block);
}
