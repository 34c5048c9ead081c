// Runs of text → blocks and lines in reading order, on the upright page.
import { joinWords } from './fonts.cts';
import type { Run } from './page.cts';

/** Neighbours of one line nearer than this (in em) come back from a service as one block. */
const MERGE_GAP = 0.8;
/** From this gap on (in em) the service puts a space between them. */
const SPACE_GAP = 0.2;

function sameLine(run: Run, line: Run): boolean {
	const overlap =
		Math.min(run.middle + run.size / 2, line.middle + line.size / 2) -
		Math.max(run.middle - run.size / 2, line.middle - line.size / 2);
	return overlap > Math.min(run.size, line.size) / 2;
}

function merge(left: Run, right: Run): Run {
	const spaced = right.left - left.right >= SPACE_GAP * Math.min(left.size, right.size);
	return {
		...left,
		words: spaced ? joinWords(left.words, right.words) : left.words + right.words,
		right: right.right,
		top: Math.min(left.top, right.top),
		bottom: Math.max(left.bottom, right.bottom),
	};
}

/**
 * Lines from top to bottom, each from left to right, region by region; what stands close together
 * is merged. Stray runs are left out.
 */
export function readingLines(runs: readonly Run[]): Run[][] {
	const lines: Run[][] = [];
	const inOrder = runs.filter((run) => !run.stray).sort((a, b) => a.region - b.region || a.middle - b.middle || a.left - b.left);
	for (const run of inOrder) {
		const line = lines.at(-1);
		const first = line?.[0];
		if (line && first && first.region === run.region && sameLine(run, first)) line.push(run);
		else lines.push([run]);
	}
	return lines.map((line) => {
		const merged: Run[] = [];
		for (const run of line.sort((a, b) => a.left - b.left)) {
			const last = merged.at(-1);
			if (last && run.left - last.right < MERGE_GAP * Math.min(run.size, last.size)) merged[merged.length - 1] = merge(last, run);
			else merged.push(run);
		}
		return merged;
	});
}
