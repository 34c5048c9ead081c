// A page's texts in the coordinates of the upright page, so that "right of" and "below" mean what they say however
// the picture was turned.
import type { Corner, Corners, FoundBlock, PageResult } from '../../engine/engine.cts';

/** px of the level page, whose origin is the picture's. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export interface Glyph extends Box {
	text: string;
	/** 0 to 1 */
	confidence: number;
	/** A word's gap, or more, stands before it. */
	spaced: boolean;
}

/** A run of text as the engine found it. */
export interface Run extends Box {
	glyphs: Glyph[];
	/** Size of the type, px. */
	em: number;
}

export interface LevelTexts {
	runs: Run[];
	/** A place on the level page in px of the picture. */
	toPicture: (box: Box) => Corners;
}

/** Runs tilted against the page by more are stamps and watermarks, degrees. */
const STRAY_TILT = 6;
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
/** Part of a run's height that its type takes, where nothing better is known. */
export const TYPE_HEIGHT = 0.72;
/** Width of a letter or digit, em. */
const NARROW = 0.55;
/** Gap that parts words, em; figures and letters of different widths leave wider ones within words. */
const WORD_GAP = 0.6;
const NARROW_GAP = 1;

export const isCjk = (text: string): boolean => CJK.test(text);

/** @param page read with characters. */
export function levelTexts({ blocks, direction }: PageResult): LevelTexts {
	const radians = (direction * Math.PI) / 180;
	const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
	const level = ([x, y]: Corner): Corner => [x * cos + y * sin, y * cos - x * sin];
	const back = (x: number, y: number): Corner => [Math.max(0, Math.round(x * cos - y * sin)), Math.max(0, Math.round(x * sin + y * cos))];
	const runs = blocks.flatMap((block) => runOf(block, level));
	parted(runs);
	return {
		runs: runs.filter((run) => run.glyphs.length > 0),
		toPicture: ({ left, top, right, bottom }) => [back(left, top), back(right, top), back(right, bottom), back(left, bottom)],
	};
}

function runOf(block: FoundBlock, level: (corner: Corner) => Corner): Run[] {
	const corners = block.location.map(level) as Corners;
	const [[x1, y1], [x2, y2]] = corners;
	const tilt = Math.abs((Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI);
	// The tilt of one or two characters is not known as well.
	if (tilt > (block.words.length > 2 ? STRAY_TILT : 2 * STRAY_TILT)) return [];
	const box = boxOf(corners);
	const placed = (block.characters ?? []).map(({ text, confidence, location }, index, all) => ({
		text: narrowed(text, all[index - 1]?.text, all[index + 1]?.text),
		confidence,
		spaced: false,
		...boxOf(location.map(level) as Corners),
		top: box.top,
		bottom: box.bottom,
	}));
	const em = typeSize(placed, box);
	markSpaces(placed, block.words, em);
	return [{ ...box, glyphs: placed, em }];
}

/** Full-width letters and digits as ASCII, and the colon of a time: Chinese punctuation stays. */
function narrowed(text: string, before = '', after = ''): string {
	const isTime = text === '：' && /\d/.test(before) && /\d/.test(after);
	return isTime || /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(text) ? text.normalize('NFKC') : text;
}

function boxOf([a, b, c, d]: Corners): Box {
	return {
		left: Math.min(a[0], b[0], (a[0] + d[0]) / 2),
		right: (b[0] + c[0]) / 2,
		top: (a[1] + b[1]) / 2,
		bottom: (c[1] + d[1]) / 2,
	};
}

/** Where two runs of a line overlap, a character was read twice, once perhaps only half of it. */
function parted(runs: readonly Run[]): void {
	for (const run of runs) {
		for (const other of runs) {
			if (run === other || other.left <= run.left || other.left >= run.right || other.right <= run.right) continue;
			const overlap = Math.min(run.bottom, other.bottom) - Math.max(run.top, other.top);
			if (overlap < 0.5 * Math.min(run.bottom - run.top, other.bottom - other.top)) continue;
			const first = other.glyphs[0];
			const last = run.glyphs.at(-1);
			if (!first || !last || centre(first) - centre(last) > 0.7 * other.em) continue;
			if (first.text === last.text || last.confidence <= first.confidence) {
				run.glyphs.pop();
				run.right = other.left;
			} else {
				other.glyphs.shift();
				other.left = run.right;
			}
		}
	}
}

const centre = (glyph: Glyph): number => (glyph.left + glyph.right) / 2;

/** From the pitch of neighbouring Chinese characters, else from the height. */
function typeSize(glyphs: readonly Glyph[], { top, bottom }: Box): number {
	const height = (bottom - top) * TYPE_HEIGHT;
	const pitches = glyphs.flatMap((glyph, index) => {
		const before = glyphs[index - 1];
		return before && isCjk(before.text) && isCjk(glyph.text) ? [centre(glyph) - centre(before)] : [];
	});
	pitches.sort((a, b) => a - b);
	const pitch = pitches[Math.floor(pitches.length / 3)];
	return pitch !== undefined && pitches.length >= 2 ? Math.min(Math.max(pitch, height * 0.7), height * 1.4) : height;
}

/** A space that the engine read, or room that the type doesn't need. */
function markSpaces(glyphs: Glyph[], words: string, em: number): void {
	const letters = Array.from(words);
	let at = 0;
	for (const [index, glyph] of glyphs.entries()) {
		while (letters[at] === ' ') {
			glyph.spaced = true;
			at++;
		}
		at++;
		const before = glyphs[index - 1];
		if (!before) continue;
		const needed = ((isCjk(before.text) ? 1 : NARROW) + (isCjk(glyph.text) ? 1 : NARROW)) * (em / 2);
		const gap = isCjk(before.text) || isCjk(glyph.text) ? WORD_GAP : NARROW_GAP;
		if (centre(glyph) - centre(before) - needed > gap * em) glyph.spaced = true;
	}
}
