import type { Vertex } from '../../result/types';
import { DIGIT_HEIGHT, DIGIT_WIDTH, digitRows } from './digits';

export type Colour = readonly [red: number, green: number, blue: number];

/** An RGB picture to draw on. All positions and lengths in px. */
export class Canvas {
	readonly data: Uint8Array;

	constructor(
		readonly width: number,
		readonly height: number,
	) {
		this.data = new Uint8Array(width * height * 3).fill(255);
	}

	set(x: number, y: number, [red, green, blue]: Colour): void {
		if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
		const at = (y * this.width + x) * 3;
		this.data[at] = red;
		this.data[at + 1] = green;
		this.data[at + 2] = blue;
	}

	fillRectangle(left: number, top: number, width: number, height: number, colour: Colour): void {
		for (let y = top; y < top + height; y++) {
			for (let x = left; x < left + width; x++) this.set(x, y, colour);
		}
	}

	/** A closed line through all corners. */
	drawPolygon(corners: readonly Vertex[], thickness: number, colour: Colour): void {
		corners.forEach((corner, index) => {
			this.drawLine(corner, corners[(index + 1) % corners.length] ?? corner, thickness, colour);
		});
	}

	private drawLine([x1, y1]: Vertex, [x2, y2]: Vertex, thickness: number, colour: Colour): void {
		// Ends far outside would cost time for points that nobody sees.
		const longest = 2 * (this.width + this.height);
		const steps = Math.min(longest, Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1), 1)));
		const offset = Math.floor(thickness / 2);
		for (let step = 0; step <= steps; step++) {
			const x = Math.round(x1 + ((x2 - x1) * step) / steps) - offset;
			const y = Math.round(y1 + ((y2 - y1) * step) / steps) - offset;
			this.fillRectangle(x, y, thickness, thickness, colour);
		}
	}

	/** A number in white on a coloured plate; its bottom left corner stands at the position. */
	drawNumber(value: number, left: number, bottom: number, scale: number, colour: Colour): void {
		const digits = String(value);
		const width = digits.length * (DIGIT_WIDTH + 1) * scale + scale;
		const height = (DIGIT_HEIGHT + 2) * scale;
		const x0 = Math.max(0, Math.min(Math.round(left), this.width - width));
		const y0 = Math.max(0, Math.round(bottom) - height);
		this.fillRectangle(x0, y0, width, height, colour);
		Array.from(digits).forEach((digit, index) => {
			this.drawDigit(digit, x0 + scale + index * (DIGIT_WIDTH + 1) * scale, y0 + scale, scale);
		});
	}

	private drawDigit(digit: string, left: number, top: number, scale: number): void {
		digitRows(digit).forEach((row, y) => {
			for (let x = 0; x < DIGIT_WIDTH; x++) {
				if ((row >> (DIGIT_WIDTH - 1 - x)) & 1) {
					this.fillRectangle(left + x * scale, top + y * scale, scale, scale, [255, 255, 255]);
				}
			}
		});
	}
}
