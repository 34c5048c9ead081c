// What several specimens are drawn with: paper, the word SPECIMEN across it, portraits, spaced labels.
import type { SKRSContext2D } from '@napi-rs/canvas';
import { cssFont, type TextStyle } from '../fonts.cts';
import type { Page } from '../page.cts';

/** Paper of one colour, from edge to edge. Comes first. */
export function paper(page: Page, color: string): void {
	page.paint((context) => {
		context.fillStyle = color;
		context.fillRect(0, 0, page.width, page.height);
	});
}

/** Fine wavy lines, as printed against copying. */
export function guilloche(page: Page, color: string): void {
	page.paint((context) => {
		context.strokeStyle = color;
		context.lineWidth = 1;
		for (let y = 12; y < page.height; y += 14) {
			context.beginPath();
			for (let x = 0; x <= page.width; x += 12) context.lineTo(x, y + 5 * Math.sin(x / 60 + y / 40));
			context.stroke();
		}
	});
}

/** "SPECIMEN 样本" across the page, in large outlines so pale that nobody takes them for contents. */
export function specimenMark(page: Page): void {
	page.paint((context) => {
		const size = Math.min(page.width / 7, page.height / 3);
		context.globalAlpha = 0.1;
		context.strokeStyle = '#b03030';
		context.lineWidth = Math.max(1.2, size / 60);
		context.font = cssFont({ size, bold: true });
		context.textAlign = 'center';
		context.textBaseline = 'middle';
		context.translate(page.width / 2, page.height / 2);
		context.rotate(-Math.atan2(page.height, page.width) * 0.7);
		context.strokeText('SPECIMEN 样本', 0, 0);
	});
}

function head(context: SKRSContext2D, x: number, y: number, width: number, height: number): void {
	context.fillStyle = '#dfe6ee';
	context.fillRect(x, y, width, height);
	context.fillStyle = '#4a5568';
	context.beginPath();
	context.ellipse(x + width / 2, y + height, width * 0.46, height * 0.36, 0, Math.PI, 2 * Math.PI);
	context.fill();
	context.fillStyle = '#e8c4a2';
	context.fillRect(x + width * 0.42, y + height * 0.5, width * 0.16, height * 0.2);
	context.beginPath();
	context.ellipse(x + width / 2, y + height * 0.38, width * 0.22, height * 0.22, 0, 0, 2 * Math.PI);
	context.fill();
	context.fillStyle = '#2a2320';
	context.beginPath();
	context.ellipse(x + width / 2, y + height * 0.3, width * 0.24, height * 0.17, 0, Math.PI, 2 * Math.PI);
	context.fill();
}

/** A drawn head and shoulders where a photograph would be. */
export function portrait(page: Page, x: number, y: number, width: number, height: number): void {
	page.paint((context) => head(context, x, y, width, height));
}

/** A round emblem without any detail. */
export function emblem(page: Page, x: number, y: number, radius: number): void {
	page.paint((context) => {
		context.fillStyle = '#c0202a';
		context.beginPath();
		context.arc(x, y, radius, 0, 2 * Math.PI);
		context.fill();
		context.strokeStyle = '#e0b040';
		context.lineWidth = radius * 0.14;
		context.beginPath();
		context.arc(x, y, radius * 0.78, 0, 2 * Math.PI);
		context.stroke();
	});
}

/** Black squares that stand for a code of two dimensions. */
export function squareCode(page: Page, x: number, y: number, side: number, seed: number): void {
	page.paint((context) => {
		const cells = 21;
		context.fillStyle = '#1c1c1c';
		let state = seed;
		for (let row = 0; row < cells; row++) {
			for (let column = 0; column < cells; column++) {
				state = (state * 1103515245 + 12345) % 2147483648;
				if (state % 7 < 3) context.fillRect(x + (column * side) / cells, y + (row * side) / cells, side / cells, side / cells);
			}
		}
	});
}

export interface LabelLook {
	label: TextStyle;
	value: TextStyle;
	/** Where the value begins, px behind the label's left edge. */
	indent: number;
}

/** A printed label and what was filled in behind it. @returns the right edge of the value */
export function labelled(page: Page, label: string, value: string, x: number, middle: number, look: LabelLook): number {
	page.text(label, x, middle, look.label);
	return page.text(value, x + look.indent, middle, look.value);
}

/** Labels with their values, one below the other. @returns middle of the line after the last one */
export function labelledLines(page: Page, lines: ReadonlyArray<readonly [label: string, value: string]>, x: number, middle: number, pitch: number, look: LabelLook): number {
	for (const [index, [label, value]] of lines.entries()) labelled(page, label, value, x, middle + index * pitch, look);
	return middle + lines.length * pitch;
}
