// Licenses of two sheets, of which the second says so in its title (operations 7).
import type { Found } from './found.cts';
import { EVERYWHERE, type Sheet } from './sheet.cts';

export interface TwoSheets {
	front?: Sheet;
	back?: Sheet;
}

/** @param title of the first sheet; that of the second one goes on with 副页. */
export function twoSheets(sheet: Sheet, title: RegExp): TwoSheets {
	const titles = sheet.matches(new RegExp(`(?:${title.source})(?:副页)?`));
	const front = titles.find(({ words }) => !words.endsWith('副页'));
	const back = titles.find(({ words }) => words.endsWith('副页'));
	if (!front || !back) return { ...(front ? { front: sheet } : {}), ...(back ? { back: sheet } : {}) };
	// One above the other, or side by side.
	const stacked = Math.abs(front.box.top - back.box.top) > (front.box.bottom - front.box.top) * 2;
	return stacked ? splitDown(sheet, front, back) : splitAcross(sheet, front, back);
}

function splitDown(sheet: Sheet, front: Found, back: Found): TwoSheets {
	const lower = front.box.top < back.box.top ? back : front;
	const edge = lower.box.top - (lower.box.bottom - lower.box.top) * 0.5;
	const [above, below] = [sheet.part({ ...EVERYWHERE, bottom: edge }), sheet.part({ ...EVERYWHERE, top: edge })];
	return lower === back ? { front: above, back: below } : { front: below, back: above };
}

function splitAcross(sheet: Sheet, front: Found, back: Found): TwoSheets {
	const [left, right] = front.box.left < back.box.left ? [front, back] : [back, front];
	const edge = (left.box.right + right.box.left) / 2;
	const [before, behind] = [sheet.part({ ...EVERYWHERE, right: edge }), sheet.part({ ...EVERYWHERE, left: edge })];
	return right === back ? { front: before, back: behind } : { front: behind, back: before };
}
