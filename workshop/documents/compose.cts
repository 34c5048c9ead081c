// From a laid-out page to a document: turned, decorated, with its truth in pixels of the final image.
import { createCanvas } from '@napi-rs/canvas';
import { addNoise } from './noise.cts';
import type { Noise } from './noise.cts';
import type { Page, Run } from './page.cts';
import { readingLines } from './reading.cts';
import type { DocumentKind, Point, Quad, RenderedDocument, TruthBlock } from './types.cts';

/** A document whose truth is known and whose image is drawn only when asked for. */
export type ComposedDocument = Omit<RenderedDocument, 'image'> & {
	/** Draws and encodes the image. The same document gives the same bytes every time. */
	render(): Promise<RenderedDocument>;
};

export interface Presentation {
	name: string;
	kind: DocumentKind | 'specimen';
	/** Clockwise turn of the page in degrees; any number. */
	turn?: number;
	/** Pixels of the image per px of the page. */
	scale?: number;
	paper?: string;
	noise?: Noise;
	format?: 'png' | 'jpeg';
}

/** Space in px of the page that an OCR service leaves around the ink. */
const PADDING = 2;
const JPEG_QUALITY = 88;

/** Maps points of the upright page onto the turned image. */
interface Placement {
	width: number;
	height: number;
	radians: number;
	toImage: (x: number, y: number) => Point;
}

function place(width: number, height: number, turn: number, scale: number): Placement {
	const radians = (turn * Math.PI) / 180;
	// Rounded, so that the sine of 180° does not make the image a pixel larger.
	const cos = Number(Math.cos(radians).toFixed(9)) * scale;
	const sin = Number(Math.sin(radians).toFixed(9)) * scale;
	const imageWidth = Math.ceil(Math.abs(width * cos) + Math.abs(height * sin));
	const imageHeight = Math.ceil(Math.abs(width * sin) + Math.abs(height * cos));
	return {
		width: imageWidth,
		height: imageHeight,
		radians,
		toImage: (x, y) => [
			imageWidth / 2 + (x - width / 2) * cos - (y - height / 2) * sin,
			imageHeight / 2 + (x - width / 2) * sin + (y - height / 2) * cos,
		],
	};
}

function quadOf(run: Run, { toImage, width, height }: Placement): Quad {
	const radians = (run.tilt * Math.PI) / 180;
	const corner = (x: number, y: number): Point => {
		const dx = x - run.left;
		const dy = y - run.middle;
		const [imageX, imageY] = toImage(
			run.left + dx * Math.cos(radians) - dy * Math.sin(radians),
			run.middle + dx * Math.sin(radians) + dy * Math.cos(radians),
		);
		return [
			Math.min(Math.max(Math.round(imageX), 0), width - 1),
			Math.min(Math.max(Math.round(imageY), 0), height - 1),
		];
	};
	const [left, top, right, bottom] = [run.left - PADDING, run.top - PADDING, run.right + PADDING, run.bottom + PADDING];
	return [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)];
}

function blockOf(run: Run, placement: Placement): TruthBlock {
	return {
		words: run.words,
		location: quadOf(run, placement),
		...(run.stray ? { stray: true as const } : {}),
		...(run.orderGroup === undefined ? {} : { orderGroup: run.orderGroup }),
	};
}

/** Fixes how a page is presented and works out its truth. The page must have its height. */
export function compose(page: Page, presentation: Presentation): ComposedDocument {
	const { name, kind, turn = 0, scale = 1, paper = '#ffffff', noise, format = 'png' } = presentation;
	const placement = place(page.width, page.height, turn, scale);
	const lines = readingLines(page.runs);
	const strays = page.runs.filter((run) => run.stray);
	const truth = {
		name,
		kind,
		mimeType: `image/${format}` as const,
		width: placement.width,
		height: placement.height,
		direction: ((turn % 360) + 360) % 360,
		blocks: [...lines.flat(), ...strays].map((run) => blockOf(run, placement)),
		lines: lines.map((line) => line.map((run) => run.words).join(' ')),
		tables: page.tables,
		fields: page.fields,
		emptyFields: page.emptyFields,
	};

	return {
		...truth,
		async render() {
			const canvas = createCanvas(placement.width, placement.height);
			const context = canvas.getContext('2d');
			context.fillStyle = paper;
			context.fillRect(0, 0, placement.width, placement.height);
			context.translate(placement.width / 2, placement.height / 2);
			context.rotate(placement.radians);
			context.scale(scale, scale);
			context.translate(-page.width / 2, -page.height / 2);
			for (const paint of page.paints) {
				context.save();
				paint(context);
				context.restore();
			}
			if (noise) addNoise(context, placement.width, placement.height, noise);
			const image = format === 'jpeg' ? await canvas.encode('jpeg', JPEG_QUALITY) : await canvas.encode('png');
			return { ...truth, image };
		},
	};
}
