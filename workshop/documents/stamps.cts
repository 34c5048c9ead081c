// Stamps as they sit on paperwork: red, half transparent, over or beside the text.
import type { SKRSContext2D } from '@napi-rs/canvas';
import { cssFont } from './fonts.cts';
import type { TextStyle } from './fonts.cts';
import type { Page } from './page.cts';

const INK = '#c8102e';

function underText(context: SKRSContext2D, alpha: number): void {
	context.globalCompositeOperation = 'multiply';
	context.globalAlpha = alpha;
	context.strokeStyle = INK;
	context.fillStyle = INK;
}

/** A round seal with a star: two rings, no legible text. */
export function roundSeal(page: Page, x: number, y: number, radius: number, tilt: number): void {
	page.paint((context) => {
		underText(context, 0.55);
		context.translate(x, y);
		context.rotate((tilt * Math.PI) / 180);
		context.lineWidth = radius * 0.07;
		context.beginPath();
		context.arc(0, 0, radius, 0, 2 * Math.PI);
		context.stroke();
		context.lineWidth = radius * 0.02;
		context.beginPath();
		context.arc(0, 0, radius * 0.62, 0, 2 * Math.PI);
		context.stroke();
		context.beginPath();
		for (let point = 0; point < 10; point++) {
			const reach = radius * (point % 2 === 0 ? 0.38 : 0.15);
			const angle = (point * Math.PI) / 5 - Math.PI / 2;
			context.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
		}
		context.closePath();
		context.fill();
	});
}

/** A framed one-word stamp, standing free of the text; its word is a stray block. */
export function wordStamp(page: Page, words: string, x: number, y: number, tilt: number, size: number): void {
	const style: TextStyle = { size, bold: true, color: INK };
	page.strayText(words, x, y, tilt, style);
	page.paint((context) => {
		underText(context, 0.75);
		context.translate(x, y);
		context.rotate((tilt * Math.PI) / 180);
		context.font = cssFont(style);
		context.textAlign = 'center';
		context.textBaseline = 'alphabetic';
		context.fillText(words, 0, size * 0.37);
		const half = context.measureText(words).width / 2 + size * 0.6;
		context.lineWidth = Math.max(2, size * 0.1);
		context.strokeRect(-half, -size * 0.85, 2 * half, size * 1.7);
	});
}
