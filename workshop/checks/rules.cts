// `node --require tsx/cjs workshop/checks/rules.cts [seed] [picture…]`: cells of ruled forms found in
// generated pictures whose cells are known: askew, dotted, double, faint, broken, coloured, JPEG 50,
// 100 to 600 dpi, photos with shading. Prints what is missed, CPU time for 8 megapixels and the longest
// piece of work between two pauses; ends non-zero below the bar.
import sharp from 'sharp';
import { cellsOf, findRules } from '../../nodes/HuaweiOcr/layout/rules/index.ts';
import type { GreyImage, RuledCell } from '../../nodes/HuaweiOcr/layout/rules/index.ts';
import { ruledPicture } from '../documents/ruledPictures.cts';
import type { TrueCell } from '../documents/ruledPictures.cts';

const PICTURES = 60;
const BAR = 0.97;
/** Rules are looked for in pictures of so many pixels. */
const MOST_PIXELS = 2_000_000;
/** CPU ms for a picture of 8 megapixels that has been decoded and reduced. */
const MOST_TIME = 250;
/** Corners are right within so many inches. */
const NEAR = 0.05;

async function greyOf(image: Buffer): Promise<GreyImage> {
	const { width, height } = await sharp(image).metadata();
	const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)));
	const { data, info } = await sharp(image)
		.greyscale()
		.resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), { kernel: 'linear', fit: 'fill' })
		.raw()
		.toBuffer({ resolveWithObject: true });
	return { width: info.width, height: info.height, data: new Uint8Array(data), scale };
}

function isRight(found: RuledCell, truth: TrueCell, dpi: number): boolean {
	if (found.row !== truth.row || found.column !== truth.column || found.rowSpan !== truth.rowSpan || found.columnSpan !== truth.columnSpan) return false;
	return found.corners.every(([x, y], corner) => {
		const [trueX, trueY] = truth.corners[corner] ?? [0, 0];
		return Math.hypot(x - trueX, y - trueY) <= NEAR * dpi;
	});
}

let longest = 0;
let since = 0;
const pause = async () => {
	longest = Math.max(longest, performance.now() - since);
	await new Promise<void>((resolve) => void setImmediate(resolve));
	since = performance.now();
};

async function rulesOf(grey: GreyImage) {
	since = performance.now();
	return await findRules(grey, pause);
}

/** CPU ms for a page of 8 megapixels: decoded and reduced outside the measurement. */
async function measureTime(): Promise<number> {
	const { image } = await ruledPicture('time', 4);
	const page = await sharp(image).resize(2480, 3226, { fit: 'fill' }).png().toBuffer();
	const grey = await greyOf(page);
	const times: number[] = [];
	for (let round = 0; round < 5; round++) {
		const before = process.cpuUsage();
		cellsOf(await rulesOf(grey));
		const { user, system } = process.cpuUsage(before);
		times.push((user + system) / 1000);
	}
	return times.sort((a, b) => a - b)[2] ?? 0;
}

async function main(): Promise<void> {
	const [seed = '1', ...only] = process.argv.slice(2);
	let [right, all] = [0, 0];
	for (let number = 0; number < PICTURES; number++) {
		if (only.length > 0 && !only.includes(String(number))) continue;
		const picture = await ruledPicture(seed, number);
		const found = cellsOf(await rulesOf(await greyOf(picture.image)));
		const free = new Set(found);
		let matched = 0;
		for (const truth of picture.cells) {
			const cell = [...free].find((each) => isRight(each, truth, picture.dpi));
			if (!cell) continue;
			free.delete(cell);
			matched++;
		}
		right += matched;
		all += Math.max(picture.cells.length, found.length);
		if (matched < picture.cells.length || found.length > matched) {
			console.log(`  ${picture.name}: ${matched} of ${picture.cells.length} cells right, ${found.length} found`);
		}
	}
	const share = all > 0 ? right / all : 1;
	console.log(`cells right ${right} of ${all} (${(share * 100).toFixed(2)} %), bar ${BAR * 100} %`);
	const time = only.length > 0 ? 0 : await measureTime();
	if (only.length === 0) console.log(`${time.toFixed(0)} ms CPU for 8 megapixels, bar ${MOST_TIME} ms; longest piece of work ${longest.toFixed(0)} ms`);
	process.exitCode = share >= BAR && time <= MOST_TIME ? 0 : 1;
}

void main();
