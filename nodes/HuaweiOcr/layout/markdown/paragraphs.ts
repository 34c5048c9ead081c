// Lines of text → headings, paragraphs and list items.
import { isLabelled, joinWrapped } from '../characters';
import { escapeInline, escapeLine } from './escape';
import type { PageLine } from './pageLines';

/** Lines that are so many times higher than the page's usual text are headings of the first, second, third level. */
const HEADING_SIZES = [1.9, 1.5, 1.22];
/** A heading has no more characters than this. */
const LONGEST_HEADING = 120;
/** White above a line, in text heights, that is certainly more than the space between lines of one text … */
const PARAGRAPH_GAP = 1;
/** … or that much more than the space above the line before. */
const WIDER_GAP = 0.35;
/** A line that begins further right than the one before and behind it begins a paragraph. */
const INDENT = 0.8;
/** A line that ends so far before the edge of its column ends a paragraph. */
const SHORT_LINE = 0.25;
/** Narrower lines, in text heights, are no running text. */
const TEXT_WIDTH = 15;
/** Two spaces at the end of a line keep the next one below it. */
const LINE_BREAK = '  \n';
const BULLET = /^[•·●○◦▪■□◆◇►➢‣✓※]\s*(?=\S)|^[-–—*]\s+(?=\p{L})/u;
const NUMBER = /^\(?(\d{1,3})[.)]\s+(?=\S)/u;

interface Part {
	kind: 'heading' | 'item' | 'text';
	/** Heading level, 1 to 3. */
	level: number;
	lines: PageLine[];
	/** How each line but the first stands to the line before. */
	joints: Joint[];
}

/** Markdown of lines that stand one after the other on the page, none of them in a table. */
export function toParagraphs(lines: readonly PageLine[]): string[] {
	const parts: Part[] = [];
	for (const [index, line] of lines.entries()) {
		const part = parts[parts.length - 1];
		const before = lines[index - 1];
		const joint = part && before ? jointOf(part, before, line) : 'apart';
		if (!part || joint === 'apart') {
			parts.push({ ...kindOf(line), lines: [line], joints: [] });
			continue;
		}
		part.lines.push(line);
		part.joints.push(joint);
	}
	const texts: Array<{ kind: Part['kind']; text: string }> = parts.map((part) => ({ kind: part.kind, text: toText(part) }));
	// Items of one list follow each other without an empty line.
	return texts.reduce<string[]>((joined, { kind, text }, index) => {
		const isNext = kind === 'item' && texts[index - 1]?.kind === 'item';
		if (isNext) joined[joined.length - 1] = `${joined[joined.length - 1] ?? ''}\n${text}`;
		else joined.push(text);
		return joined;
	}, []);
}

function kindOf(line: PageLine): Pick<Part, 'kind' | 'level'> {
	const level = headingLevel(line);
	if (level > 0) return { kind: 'heading', level };
	return { kind: BULLET.test(line.text) || NUMBER.test(line.text) ? 'item' : 'text', level: 0 };
}

/** 0 for a line of text. */
function headingLevel({ text, height }: PageLine): number {
	if (text.length > LONGEST_HEADING || !/\p{L}{2}|\p{Script=Han}/u.test(text) || /[.。;；,，]$/u.test(text)) return 0;
	return HEADING_SIZES.findIndex((size) => height >= size) + 1;
}

/** How a line stands to the line before: goes on its sentence, is a further line of the same group, or begins anew. */
type Joint = 'runs on' | 'next line' | 'apart';

function jointOf(part: Part, before: PageLine, line: PageLine): Joint {
	if (before.region !== line.region) return 'apart';
	const gap = line.top - before.bottom;
	const { kind, level } = kindOf(line);
	if (part.kind === 'heading' || kind === 'heading') {
		return kind === part.kind && level === part.level && gap < PARAGRAPH_GAP / 2 && isAligned(before, line) ? 'runs on' : 'apart';
	}
	if (kind === 'item' || gap > PARAGRAPH_GAP) return 'apart';
	const last = part.lines[part.lines.length - 2];
	if (last && gap > before.top - last.bottom + WIDER_GAP) return 'apart';
	if (part.kind === 'item') return line.left > (part.lines[0]?.left ?? 0) + INDENT / 2 || runsOn(before, line) ? 'runs on' : 'apart';
	if (runsOn(before, line) && (line.left <= before.left + INDENT || part.lines.length === 1)) return 'runs on';
	// Paragraphs of running text stand apart; addresses, sums and the like are lines of one group.
	const isText = part.joints.includes('runs on') || line.right - line.left > Math.max(TEXT_WIDTH, (1 - SHORT_LINE) * (line.regionRight - line.regionLeft));
	return isText && !before.isSpread && !line.isSpread ? 'apart' : 'next line';
}

/** Whether a sentence may go on from one line in the next: both are one text, and the first one fills its column. */
function runsOn(before: PageLine, line: PageLine): boolean {
	const width = line.regionRight - line.regionLeft;
	return !before.isSpread && !line.isSpread && line.regionRight - before.right <= SHORT_LINE * width && (/^\p{Ll}/u.test(line.text) || !isLabelled(line.text));
}

function isAligned(before: PageLine, line: PageLine): boolean {
	return Math.abs(before.left - line.left) < INDENT || Math.abs(before.left + before.right - line.left - line.right) < 2 * INDENT;
}

function toText({ kind, level, lines, joints }: Part): string {
	const pieces = joinedLines(lines, joints);
	if (kind === 'text') return pieces.map(escapeLine).join(LINE_BREAK);
	const text = pieces.join(' ');
	if (kind === 'heading') return `${'#'.repeat(level)} ${escapeInline(text)}`;
	const number = NUMBER.exec(text);
	if (number) return `${number[1] ?? '1'}. ${escapeInline(text.slice(number[0].length))}`;
	return `- ${escapeInline(text.replace(BULLET, ''))}`;
}

/** Lines that run on put together; the rest stay as they are. */
function joinedLines(lines: readonly PageLine[], joints: readonly Joint[]): string[] {
	const texts: string[] = [];
	// In parts, of which only the last one changes: a text may grow over many lines.
	let parts: string[] = [];
	for (const [index, { text }] of lines.entries()) {
		if (index === 0 || joints[index - 1] !== 'runs on') {
			if (index > 0) texts.push(parts.join(''));
			parts = [text];
			continue;
		}
		if (text === '') continue;
		const joined = joinLines(parts.pop() ?? '', text);
		parts.push(joined.slice(0, joined.length - text.length), text);
	}
	return lines.length > 0 ? [...texts, parts.join('')] : texts;
}

/** A word that was parted at the end of a line is put together again. */
function joinLines(before: string, after: string): string {
	return /\p{Ll}-$/u.test(before.slice(-3)) && /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : joinWrapped(before, after);
}
