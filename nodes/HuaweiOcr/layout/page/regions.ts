// A page that is straightened and parted into regions once, for all that is made of it.
import { mapInSteps, type Steps } from '../../turns/steps';
import type { WordsBlock } from '../../result/types';
import { readRegions } from './columns';
import { readFrames } from './frame';
import type { Frame } from './frame';
import type { Row } from './rows';

export interface FrameInRegions extends Frame {
	/** In the order of reading; rows of each from top to bottom. */
	regions: Row[][];
}

/** @returns as `readFrames` does, each frame with its regions */
export function* framesInRegions(blocks: readonly WordsBlock[], direction: number): Steps<FrameInRegions[]> {
	return yield* mapInSteps(yield* readFrames(blocks, direction), function* (frame): Steps<FrameInRegions> {
		return { ...frame, regions: yield* readRegions(frame.boxes) };
	});
}
