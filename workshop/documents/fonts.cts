// Typefaces and their measures. All come from npm packages, so a page looks the same everywhere.
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';

export type Typeface = 'sans' | 'serif' | 'mono';

export interface TextStyle {
	/** Em size in px. */
	size: number;
	bold?: boolean;
	/** Latin letters; Chinese characters always come in the sans face. */
	face?: Typeface;
	/** CSS colour of the ink. */
	color?: string;
}

const FILES: Record<string, string[]> = {
	'Noto Sans SC': [
		'@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
		'@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
	],
	Tinos: [
		'@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
		'@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
	],
	'Courier Prime': [
		'@expo-google-fonts/courier-prime/400Regular/CourierPrime_400Regular.ttf',
		'@expo-google-fonts/courier-prime/700Bold/CourierPrime_700Bold.ttf',
	],
};
const FAMILY: Record<Typeface, string> = {
	sans: '"Noto Sans SC"',
	serif: 'Tinos, "Noto Sans SC"',
	mono: '"Courier Prime", "Noto Sans SC"',
};

let measuring: SKRSContext2D | undefined;

/** A context to measure with; loads the fonts the first time. */
function measuringContext(): SKRSContext2D {
	if (measuring) return measuring;
	for (const [family, files] of Object.entries(FILES)) {
		for (const file of files) GlobalFonts.registerFromPath(require.resolve(file), family);
	}
	measuring = createCanvas(1, 1).getContext('2d');
	return measuring;
}

/** CSS `font` value of a style. */
export function cssFont(style: TextStyle): string {
	measuringContext();
	return `${style.bold ? 700 : 400} ${style.size}px ${FAMILY[style.face ?? 'sans']}`;
}

export interface TextMeasure {
	/** Pen advance in px. */
	advance: number;
	/** Ink around the pen's starting point on the baseline, px; `left` and `top` grow outwards. */
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** A layout measures the same words several times, and measuring is most of its time. */
const measured = new Map<string, TextMeasure>();
const MOST_REMEMBERED = 20_000;

export function measure(words: string, style: TextStyle): TextMeasure {
	const font = cssFont(style);
	const key = `${font}|${words}`;
	const known = measured.get(key);
	if (known) return known;
	const context = measuringContext();
	context.font = font;
	const box = context.measureText(words);
	const measure: TextMeasure = {
		advance: box.width,
		left: box.actualBoundingBoxLeft,
		right: box.actualBoundingBoxRight,
		top: box.actualBoundingBoxAscent,
		bottom: box.actualBoundingBoxDescent,
	};
	if (measured.size >= MOST_REMEMBERED) measured.clear();
	measured.set(key, measure);
	return measure;
}

/** Width in px that a text takes on the page. */
export function widthOf(words: string, style: TextStyle): number {
	return measure(words, style).advance;
}

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
/** True for Chinese characters and full-width punctuation. */
export function isCjk(character: string): boolean {
	return CJK.test(character);
}

/** Joins two pieces of one text: with a space, but none between Chinese characters. */
export function joinWords(first: string, second: string): string {
	if (first === '' || second === '') return first + second;
	return isCjk(first.slice(-1)) && isCjk(second.slice(0, 1)) ? first + second : `${first} ${second}`;
}

const NEVER_FIRST = /^[，。、；：！？）”》%,.;:!?)]/;

/** Breaks a text into lines of at most `width` px: at spaces, and between Chinese characters. */
export function wrap(words: string, width: number, style: TextStyle): string[] {
	const pieces = words.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+|\s+/g) ?? [];
	const lines: string[] = [];
	let line = '';
	for (const piece of pieces) {
		if (line !== '' && widthOf((line + piece).trimEnd(), style) > width && !NEVER_FIRST.test(piece)) {
			lines.push(line.trim());
			line = '';
		}
		if (line !== '' || piece.trim() !== '') line += piece;
	}
	if (line.trim() !== '') lines.push(line.trim());
	return lines;
}
