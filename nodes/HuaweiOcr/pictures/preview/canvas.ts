import type { Vertex } from '../../result/types';
import { GLYPH_HEIGHT, GLYPH_WIDTH, hasDot } from './glyphs';

export type Colour = readonly [red: number, green: number, blue: number];

const WHITE: Colour = [255, 255, 255];

/** An RGB picture to draw on. All positions and lengths in px. */
export class Canvas {
	constructor(
		readonly width: number,
		readonly height: number,
		readonly data: Uint8Array = new Uint8Array(width * height * 3).fill(255),
	) {}

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

	drawLine(from: Vertex, to: Vertex, thickness: number, colour: Colour): void {
		const seen = this.cut(from, to);
		if (!seen) return;
		const [[x1, y1], [x2, y2]] = seen;
		const steps = Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1), 1));
		const offset = Math.floor(thickness / 2);
		for (let step = 0; step <= steps; step++) {
			const x = Math.round(x1 + ((x2 - x1) * step) / steps) - offset;
			const y = Math.round(y1 + ((y2 - y1) * step) / steps) - offset;
			this.fillRectangle(x, y, thickness, thickness, colour);
		}
	}

	/** The part of a line near the picture, however far its ends are outside (Liang and Barsky 1984). */
	private cut([x1, y1]: Vertex, [x2, y2]: Vertex): [Vertex, Vertex] | undefined {
		const margin = 16;
		let first = 0;
		let last = 1;
		const edges = [
			[x1 - x2, x1 + margin],
			[x2 - x1, this.width + margin - x1],
			[y1 - y2, y1 + margin],
			[y2 - y1, this.height + margin - y1],
		] as const;
		for (const [direction, distance] of edges) {
			if (direction === 0) {
				if (distance < 0) return undefined;
			} else if (direction < 0) {
				first = Math.max(first, distance / direction);
			} else {
				last = Math.min(last, distance / direction);
			}
		}
		if (!(first <= last)) return undefined;
		const at = (share: number): Vertex => [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
		return [at(first), at(last)];
	}

	/** A line with a head at its end. */
	drawArrow(from: Vertex, to: Vertex, thickness: number, colour: Colour): void {
		const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
		if (length < thickness * 2) return;
		this.drawLine(from, to, thickness, colour);
		const head = Math.min(length / 2, thickness * 5);
		const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
		for (const turn of [0.45, -0.45]) {
			const end: Vertex = [to[0] - head * Math.cos(angle + turn), to[1] - head * Math.sin(angle + turn)];
			this.drawLine(to, end, thickness, colour);
		}
	}

	/** A text of known glyphs in white on a coloured plate; its bottom left corner stands at the position. */
	drawText(text: string, left: number, bottom: number, scale: number, colour: Colour): void {
		const width = text.length * (GLYPH_WIDTH + 1) * scale + scale;
		const height = (GLYPH_HEIGHT + 2) * scale;
		const x0 = Math.max(0, Math.min(Math.round(left), this.width - width));
		const y0 = Math.max(0, Math.min(Math.round(bottom), this.height) - height);
		this.fillRectangle(x0, y0, width, height, colour);
		Array.from(text).forEach((character, index) => {
			this.drawGlyph(character, x0 + scale + index * (GLYPH_WIDTH + 1) * scale, y0 + scale, scale);
		});
	}

	private drawGlyph(character: string, left: number, top: number, scale: number): void {
		for (let y = 0; y < GLYPH_HEIGHT; y++) {
			for (let x = 0; x < GLYPH_WIDTH; x++) {
				if (hasDot(character, x, y)) this.fillRectangle(left + x * scale, top + y * scale, scale, scale, WHITE);
			}
		}
	}
}
