// A page being laid out: what is drawn on it, and what is then known to stand on it.
// Coordinates are px of the upright page, origin top left; turning and noise come later (compose.cts).
import type { SKRSContext2D } from '@napi-rs/canvas';
import { cssFont, joinWords, measure, wrap } from './fonts.cts';
import type { TextStyle } from './fonts.cts';
import type { TruthTable } from './types.cts';

export type Paint = (context: SKRSContext2D) => void;
export type Align = 'left' | 'center' | 'right';

/** Ink of one run of text, px of the upright page. */
export interface Run {
	words: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
	/** Middle of the em box, and its height. */
	middle: number;
	size: number;
	region: number;
	/** Clockwise tilt of the run against the page around (left, middle), degrees; stamps only. */
	tilt: number;
	stray: boolean;
	orderGroup?: number;
}

/** Middle of the em box above the baseline, in em: where Chinese characters and capitals both look centred. */
const MIDDLE_ABOVE_BASELINE = 0.37;

export class Page {
	readonly width: number;
	/** Set once the contents are known. */
	height = 0;
	readonly paints: Paint[] = [];
	readonly runs: Run[] = [];
	readonly tables: TruthTable[] = [];
	readonly fields: Record<string, string> = {};
	readonly emptyFields: string[] = [];
	/** Where a stamp would stand on real paper: its middle. */
	stampSpot: [x: number, y: number] | undefined;
	private region = 0;
	private orderGroup: number | undefined;
	private orderGroups = 0;

	constructor(width: number) {
		this.width = width;
	}

	/** Text put down from here on is read after everything put down before (columns of a page). */
	nextRegion(): void {
		this.region++;
	}

	/** Runs put down by `draw` have no order among each other (see TruthBlock.orderGroup). */
	unordered(draw: () => void): void {
		this.orderGroup = this.orderGroups++;
		draw();
		this.orderGroup = undefined;
	}

	/**
	 * Puts down one run of text.
	 * @param x left edge, middle or right edge, as `align` says
	 * @param middle middle of the em box
	 * @returns the right edge
	 */
	text(words: string, x: number, middle: number, style: TextStyle, align: Align = 'left'): number {
		if (words === '') return x;
		const box = measure(words, style);
		const start = x - (align === 'left' ? 0 : align === 'center' ? box.advance / 2 : box.advance);
		const baseline = middle + MIDDLE_ABOVE_BASELINE * style.size;
		this.paint((context) => {
			context.font = cssFont(style);
			context.fillStyle = style.color ?? '#1c1c1c';
			context.textAlign = 'left';
			context.textBaseline = 'alphabetic';
			context.fillText(words, start, baseline);
		});
		this.runs.push({
			words,
			left: start - box.left,
			right: start + box.right,
			top: baseline - box.top,
			bottom: baseline + box.bottom,
			middle,
			size: style.size,
			region: this.region,
			tilt: 0,
			stray: false,
			...(this.orderGroup === undefined ? {} : { orderGroup: this.orderGroup }),
		});
		return start + box.advance;
	}

	/**
	 * Puts down a text in as many lines as it needs.
	 * @param middle middle of the first line
	 * @returns middle of the line after the last one
	 */
	paragraph(words: string, x: number, middle: number, width: number, style: TextStyle, leading: number): number {
		for (const line of wrap(words, width, style)) {
			this.text(line, x, middle, style);
			middle += leading;
		}
		return middle;
	}

	/** Text that does not belong to the page's contents (a stamp), tilted around its middle. */
	strayText(words: string, x: number, y: number, tilt: number, style: TextStyle): void {
		const box = measure(words, style);
		const half = box.advance / 2;
		const radians = (tilt * Math.PI) / 180;
		this.runs.push({
			words,
			left: x - half * Math.cos(radians),
			right: x - half * Math.cos(radians) + box.advance,
			top: y - half * Math.sin(radians) - style.size * 0.45,
			bottom: y - half * Math.sin(radians) + style.size * 0.45,
			middle: y - half * Math.sin(radians),
			size: style.size,
			region: Number.MAX_SAFE_INTEGER,
			tilt,
			stray: true,
		});
	}

	rule(x1: number, y1: number, x2: number, y2: number, thickness = 1, color = '#333333', dash: number[] = []): void {
		this.paint((context) => {
			context.strokeStyle = color;
			context.lineWidth = thickness;
			context.setLineDash(dash);
			context.beginPath();
			context.moveTo(x1, y1);
			context.lineTo(x2, y2);
			context.stroke();
			context.setLineDash([]);
		});
	}

	frame(left: number, top: number, right: number, bottom: number, thickness = 1, color = '#333333'): void {
		this.paint((context) => {
			context.strokeStyle = color;
			context.lineWidth = thickness;
			context.strokeRect(left, top, right - left, bottom - top);
		});
	}

	fill(left: number, top: number, right: number, bottom: number, color: string): void {
		this.paint((context) => {
			context.fillStyle = color;
			context.fillRect(left, top, right - left, bottom - top);
		});
	}

	paint(paint: Paint): void {
		this.paints.push(paint);
	}

	/** Notes a field of the form; one without a value counts as not filled in. */
	field(label: string, value: string): void {
		if (value === '') {
			this.emptyFields.push(label);
			return;
		}
		if (label in this.fields) throw new Error(`The label "${label}" stands twice on one page`);
		this.fields[label] = value;
	}
}

/** The lines of a wrapped cell as one text. */
export function joinLines(lines: readonly string[]): string {
	return lines.reduce(joinWords, '');
}
