// npm run check:shrink: pictures made to fit. Positions in the small picture, mapped back, are those in
// the user's own; bombs are refused before they cost anything; the longest turn on the event loop is told.
import { performance } from 'node:perf_hooks';

import { decode } from '../../nodes/HuaweiOcr/pictures/decode.ts';
import { mapBack } from '../../nodes/HuaweiOcr/pictures/mapBack.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';
import { shrinkToFit } from '../../nodes/HuaweiOcr/pictures/shrink.ts';
import { forgetPeak, peakBytes, residentBytes } from '../harness/process/memory.cts';
import { BOMBS, type Bomb } from './shrink/bombs.cts';
import { findMark, MARKED, type MarkedPicture } from './shrink/positions.cts';

/** Bars. */
const MOST_PX = 2;
const MOST_CPU_MS = 200;
const MOST_MB = 50;

const NO_LIMIT = { maxBytes: Infinity, minSide: 15, maxPixels: Infinity };

let missed = 0;

function note(isRight: boolean, name: string, figures: string): void {
	if (!isRight) missed++;
	console.log(`${isRight ? 'ok  ' : 'MISS'} ${name.padEnd(54)} ${figures}`);
}

async function checkPositions({ name, maxSide, file, marks }: MarkedPicture): Promise<void> {
	const picture = await shrinkToFit(await file(), { ...NO_LIMIT, maxSide });
	if (!picture) return note(false, name, 'was not made smaller');
	let most = 0;
	for (const { left, top, side } of marks) {
		const { scale } = picture;
		const found = await findMark(picture.bytes, { left: left * scale, top: top * scale, side: side * scale });
		// What the service would answer: whole px.
		const location = found.map(Math.round);
		const [x = 0, y = 0] = runAtOnce(mapBack({ location }, scale)).location;
		// A whole px of the small picture is 1 / scale of the large one, half of it lost by rounding.
		const lost = 0.5 / scale;
		most = Math.max(most, Math.abs(x - (left + side / 2)) - lost, Math.abs(y - (top + side / 2)) - lost);
	}
	note(most <= MOST_PX, name, `scale ${picture.scale.toFixed(4)}, ${picture.mimeType}, off by at most ${Math.max(0, most).toFixed(2)} px`);
}

async function checkBomb({ name, file, mayBeRead }: Bomb): Promise<void> {
	const bytes = file();
	forgetPeak();
	const before = residentBytes();
	const started = process.cpuUsage();
	const outcome = await decode(bytes, { maxPixels: 4_000_000 })
		.then(({ width, height }) => (mayBeRead ? `read as ${width} × ${height} px` : undefined))
		.catch((error: unknown) => `refused: ${error instanceof Error ? error.message : String(error)}`);
	const { user, system } = process.cpuUsage(started);
	const cpu = (user + system) / 1000;
	const memory = (peakBytes() - before) / 1e6;
	const isRight = outcome !== undefined && cpu <= MOST_CPU_MS && memory <= MOST_MB;
	note(isRight, name, `${bytes.length} bytes, ${cpu.toFixed(0)} ms CPU, ${memory.toFixed(0)} MB, ${outcome ?? 'read, though it is a bomb'}`);
}

/** What a first decode costs once: code is compiled, buffers are made. */
async function warmUp(): Promise<void> {
	for (const { file } of [MARKED[0], MARKED[8], MARKED[11]] as MarkedPicture[]) {
		await decode(await file(), { maxPixels: 1_000_000 });
	}
}

async function main(): Promise<void> {
	const started = performance.now();
	for (const picture of MARKED) await checkPositions(picture);
	await warmUp();
	for (const bomb of BOMBS) await checkBomb(bomb);
	console.log(
		`${MARKED.length} pictures, ${BOMBS.length} bombs, missed: ${missed} ` +
			`(positions within ${MOST_PX} px beyond the service's rounding; bombs within ${MOST_CPU_MS} ms CPU and ${MOST_MB} MB), ` +
			`${((performance.now() - started) / 1000).toFixed(0)} s`,
	);
	process.exitCode = missed === 0 ? 0 : 1;
}

void main();
