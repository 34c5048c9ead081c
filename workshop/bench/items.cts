// `npm run check:bulk`: very many words blocks through the node. Every block has to come out as an
// item, in order, linked to its image.
import { loadBuiltPackage } from '../harness/builtPackage.cts';
import { runNode, type NodeRunResult } from '../harness/runNode.cts';
import { storeBinary, useBinaryMode } from '../harness/binaryStorage.cts';
import { hashOf } from '../emulator/ocr/base64.cts';
import { emulatorLogin } from '../harness/emulatorLogin.cts';
import type { INodeExecutionData } from 'n8n-workflow';
import { EmulatorProcess } from '../harness/process/emulatorProcess.cts';
import { pngOfSize } from './support/images.cts';
import { forgetPeak, peakBytes, residentBytes } from '../harness/process/memory.cts';

interface Batch {
	images: number;
	blocksPerImage: number;
}

const BATCHES: readonly Batch[] = [
	{ images: 100, blocksPerImage: 2_000 },
	{ images: 1, blocksPerImage: 150_000 },
];

const IMAGE_BYTES = 50_000;

interface BatchFigures extends Batch {
	items: number;
	wrongItems: number;
	/** Of the first wrong one. */
	firstFault?: string;
	seconds: number;
	peakMemoryMB: number;
	memoryBeforeMB: number;
	ok: boolean;
}

async function runBatch(emulator: EmulatorProcess, { images, blocksPerImage }: Batch): Promise<BatchFigures> {
	await emulator.set({ fixture: { blocks: blocksPerImage } });
	const files = Array.from({ length: images }, (_, number) => pngOfSize(IMAGE_BYTES, number));
	const items = await Promise.all(
		files.map(async (file, number): Promise<INodeExecutionData> => ({
			json: { number },
			binary: { data: await storeBinary(file, { fileName: `page-${number}.png` }) },
		})),
	);
	const before = residentBytes();
	forgetPeak();
	const started = performance.now();
	const result = await runNode({
		package: loadBuiltPackage(),
		items,
		parameters: { inputType: 'binary', binaryPropertyName: 'data', resource: 'generalText', operation: 'blocks', simplify: false },
		stored: { login: emulatorLogin(emulator.url) },
		credentials: { huaweiOcrApi: 'login' },
	});
	const seconds = (performance.now() - started) / 1000;
	const peak = peakBytes();
	const fault = findFaults(result, files, blocksPerImage);
	return {
		images,
		blocksPerImage,
		items: result.items.length,
		...fault,
		seconds: round(seconds),
		memoryBeforeMB: Math.round(before / 1e6),
		peakMemoryMB: Math.round(peak / 1e6),
		ok: result.status === 'success' && fault.wrongItems === 0 && result.items.length === images * blocksPerImage,
	};
}

/** Compares each item with the block that has to stand in its place. */
function findFaults(
	{ error, items }: NodeRunResult,
	files: readonly Buffer[],
	blocksPerImage: number,
): { wrongItems: number; firstFault?: string } {
	let wrongItems = 0;
	let firstFault = error === undefined ? undefined : `the node failed: ${error.message}`;
	files.forEach((file, image) => {
		const prefix = hashOf(file).slice(0, 8);
		for (let block = 0; block < blocksPerImage; block++) {
			const item = items[image * blocksPerImage + block];
			const words = `${prefix}-${block}`;
			const right =
				item?.json.words === words &&
				item.json.blockIndex === block &&
				item.json.blockCount === blocksPerImage &&
				item.json.source === `page-${image}.png` &&
				typeof item.json.x1 === 'number' &&
				imageOf(item) === image;
			if (right) continue;
			wrongItems += 1;
			firstFault ??= `block ${block} of image ${image} should be ${words}, it is ${JSON.stringify(item)?.slice(0, 200)}`;
		}
	});
	return { wrongItems, ...(firstFault === undefined ? {} : { firstFault }) };
}

function imageOf({ pairedItem }: INodeExecutionData): number | undefined {
	return typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

async function main(): Promise<void> {
	await useBinaryMode('filesystem');
	const emulator = await EmulatorProcess.start();
	try {
		const figures: BatchFigures[] = [];
		for (const batch of BATCHES) {
			const result = await runBatch(emulator, batch);
			figures.push(result);
			console.log(JSON.stringify(result));
		}
		const missed = figures.filter(({ ok }) => !ok).length;
		console.log(missed === 0 ? 'Bar met: every block came out, in order, linked.' : `Bar missed in ${missed} of ${figures.length} batches.`);
		if (missed > 0) process.exitCode = 1;
	} finally {
		await emulator.stop();
	}
}

void main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
