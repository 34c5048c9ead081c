// Seals as companies press them on paper: round with a star, oval for invoices, and rectangular.
import type { SKRSContext2D } from '@napi-rs/canvas';
import { cssFont } from '../../fonts.cts';
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { creditCode } from '../invented.cts';
import { paper } from '../parts.cts';
import type { Specimen, Specimens, Truth } from '../specimen.cts';

const INK = '#c8102e';

interface Seal {
	type: 'circle' | 'ellipse' | 'rectangle';
	words: string[];
}

/** Words along an arc, upright at the top; `radiusX` and `radiusY` of their middle line, px. */
function around(context: SKRSContext2D, words: string, radiusX: number, radiusY: number, size: number, span: number): void {
	const letters = Array.from(words);
	context.font = cssFont({ size, bold: true });
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	for (const [index, letter] of letters.entries()) {
		const angle = -Math.PI / 2 + ((index / Math.max(1, letters.length - 1)) - 0.5) * span;
		const [x, y] = [radiusX * Math.cos(angle), radiusY * Math.sin(angle)];
		context.save();
		context.translate(x, y);
		// At a right angle to the curve.
		context.rotate(Math.atan2(y / radiusY ** 2, x / radiusX ** 2) + Math.PI / 2);
		context.fillText(letter, 0, 0);
		context.restore();
	}
}

function star(context: SKRSContext2D, radius: number): void {
	context.beginPath();
	for (let point = 0; point < 10; point++) {
		const reach = radius * (point % 2 === 0 ? 1 : 0.4);
		const angle = (point * Math.PI) / 5 - Math.PI / 2;
		context.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
	}
	context.closePath();
	context.fill();
}

function across(context: SKRSContext2D, words: string, y: number, size: number): void {
	context.font = cssFont({ size, bold: true });
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	context.fillText(words, 0, y);
}

function ring(context: SKRSContext2D, radiusX: number, radiusY: number, width: number): void {
	context.lineWidth = width;
	context.beginPath();
	context.ellipse(0, 0, radiusX, radiusY, 0, 0, 2 * Math.PI);
	context.stroke();
}

function press(page: Page, x: number, y: number, draw: (context: SKRSContext2D) => void): void {
	page.paint((context) => {
		context.globalCompositeOperation = 'multiply';
		context.strokeStyle = INK;
		context.fillStyle = INK;
		context.translate(x, y);
		draw(context);
	});
}

export function roundSeal(page: Page, x: number, y: number, company: string, purpose: string): Seal {
	press(page, x, y, (context) => {
		ring(context, 150, 150, 8);
		around(context, company, 116, 116, 32, Math.PI * 1.22);
		star(context, 42);
		across(context, purpose, 82, 26);
	});
	return { type: 'circle', words: [company, purpose] };
}

function ovalSeal(page: Page, x: number, y: number, company: string, code: string): Seal {
	press(page, x, y, (context) => {
		ring(context, 190, 138, 6);
		around(context, company, 158, 106, 30, Math.PI * 0.94);
		across(context, code, 22, 23);
		across(context, '发票专用章', 76, 28);
	});
	return { type: 'ellipse', words: [company, code, '发票专用章'] };
}

function squareSeal(page: Page, x: number, y: number, words: readonly string[]): Seal {
	press(page, x, y, (context) => {
		context.lineWidth = 7;
		context.strokeRect(-150, -70, 300, 140);
		across(context, words[0] ?? '', -28, 40);
		across(context, words[1] ?? '', 30, 36);
	});
	return { type: 'rectangle', words: [...words] };
}

/** A letter with three seals under it. */
export function seals(random: Random): Specimen {
	const page = new Page(1200);
	page.height = 1000;
	const texts = new Texts(random, 'zh');
	paper(page, '#ffffff');
	page.paragraph(`样本 SPECIMEN。${texts.sentences(3).join('')}`, 80, 80, 1040, { size: 26 }, 46);
	const placed = [
		roundSeal(page, 260, 480, texts.company(), random.pick(['合同专用章', '财务专用章'])),
		ovalSeal(page, 800, 480, texts.company(), creditCode(random)),
		squareSeal(page, 420, 820, [random.pick(['现金收讫', '银行转讫']), `${random.int(2020, 2026)}.${random.int(10, 12)}.${random.int(10, 28)}`]),
	];
	// By kind, since their order is a matter of the service.
	const truth: Truth = Object.fromEntries(placed.map(({ type, words }) => [type, words]));
	return { page, truth };
}

export const specimens: Specimens = {
	seal: { title: 'Seals', operation: 'seal', make: seals },
};
