// What a cheap scanner or a copier does to a page.
import type { SKRSContext2D } from '@napi-rs/canvas';
import { Random } from './random.cts';

export interface Noise {
	seed: string;
	/** Standard deviation of the grain, grey levels. */
	grain: number;
	/** Dark specks per million pixels. */
	specks: number;
	/** How much darker one edge of the page is, grey levels. */
	shade: number;
}

/** Adds specks, uneven light and grain to what has been drawn so far. */
export function addNoise(context: SKRSContext2D, width: number, height: number, noise: Noise): void {
	const random = new Random(noise.seed);
	context.setTransform(1, 0, 0, 1, 0, 0);
	for (let count = Math.round((noise.specks * width * height) / 1e6); count > 0; count--) {
		const grey = random.int(60, 150);
		context.fillStyle = `rgb(${grey},${grey},${grey})`;
		context.beginPath();
		context.arc(random.between(0, width), random.between(0, height), random.between(0.5, 1.4), 0, 2 * Math.PI);
		context.fill();
	}
	const image = context.getImageData(0, 0, width, height);
	const { data } = image;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			// The sum of three even numbers is near enough to a normal one, and quick.
			const grain = (random.next() + random.next() + random.next() - 1.5) * 2 * noise.grain;
			const change = grain - (noise.shade * x) / width;
			const offset = (y * width + x) * 4;
			// A clamped array: what leaves 0 to 255 becomes the nearer end.
			for (let channel = 0; channel < 3; channel++) data[offset + channel] = (data[offset + channel] ?? 0) + change;
		}
	}
	context.putImageData(image, 0, 0);
}
