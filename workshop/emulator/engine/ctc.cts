// From the recogniser's probabilities to text. The models' own way of decoding loses most spaces between
// English words; their probability is still there, so it is summed between two letters.

export interface DecodedCharacter {
	text: string;
	confidence: number;
	/** Centre of the time steps that gave the character, in steps. */
	step: number;
}

export interface DecodedLine {
	text: string;
	/** Mean over the characters, spaces not counted; 0 for an empty line. */
	confidence: number;
	/** Without spaces. */
	characters: DecodedCharacter[];
}

/** Summed probability that is enough by itself; between two letters; and with a gap in the ink as second witness. */
const SURE_SPACE = 0.5;
const LIKELY_SPACE = 0.06;
const HINT_OF_SPACE = 0.01;
/** Width in px of a gap between words, at the recogniser's line height of 48 px. */
const WORD_GAP = 9;
/** Within numbers a narrow "1" leaves gaps too, so both witnesses have to be stronger. */
const LIKELY_SPACE_IN_NUMBER = 0.15;
const WORD_GAP_IN_NUMBER = 12;
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
/** No guessed space before these. */
const CLOSING = /[/([%.,:;)\]]/;

/**
 * @param probabilities steps × classes.
 * @param characters class i is `characters[i - 1]`; class 0 is the blank.
 * @param gapBetween widest gap in the ink between two steps, px.
 */
export function decodeCtc(
	probabilities: Float32Array,
	steps: number,
	classes: number,
	characters: readonly string[],
	spaceClass: number,
	gapBetween: (fromStep: number, toStep: number) => number,
): DecodedLine {
	const found: DecodedCharacter[] = [];
	let text = '';
	let last = 0;
	let runStart = 0;
	let spaceSum = 0;
	let spaceSeen = false;
	for (let step = 0; step < steps; step++) {
		const offset = step * classes;
		const best = bestClass(probabilities, offset, classes);
		spaceSum += probabilities[offset + spaceClass] ?? 0;
		const repeated = best === last;
		last = best;
		if (best === 0) continue;
		if (best === spaceClass) {
			spaceSeen = true;
			continue;
		}
		const current = found.at(-1);
		if (repeated && current) {
			current.step = (runStart + step) / 2;
			continue;
		}
		const character = characters[best - 1] ?? '';
		if (current) {
			const gap = (): number => gapBetween(current.step, step);
			if (spaceSeen || isSpace(spaceSum, current.text, character, gap)) text += ' ';
		}
		text += character;
		found.push({ text: character, confidence: probabilities[offset + best] ?? 0, step });
		runStart = step;
		spaceSum = 0;
		spaceSeen = false;
	}
	const total = found.reduce((sum, character) => sum + character.confidence, 0);
	return { text, confidence: found.length > 0 ? total / found.length : 0, characters: found };
}

function bestClass(probabilities: Float32Array, offset: number, classes: number): number {
	let best = 0;
	let highest = -Infinity;
	for (let i = 0; i < classes; i++) {
		const value = probabilities[offset + i] ?? 0;
		if (value > highest) {
			highest = value;
			best = i;
		}
	}
	return best;
}

function isSpace(sum: number, before: string, after: string, gap: () => number): boolean {
	if (sum >= SURE_SPACE) return true;
	if (sum < HINT_OF_SPACE) return false;
	if (CJK.test(before) && CJK.test(after)) return false;
	if (CLOSING.test(after)) return false;
	if (isNumeric(before) && isNumeric(after)) return sum >= LIKELY_SPACE_IN_NUMBER && gap() >= WORD_GAP_IN_NUMBER;
	return sum >= LIKELY_SPACE || gap() >= WORD_GAP;
}

function isNumeric(character: string): boolean {
	return /[\d.,]/.test(character);
}
