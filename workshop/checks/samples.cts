// `npm run check:samples`: how well images are read through node and emulator. Prints character error
// rate (NFKC, spaces counted), reading order and direction; ends non-zero when a bar is missed.
import '../harness/environment.cts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Session } from '../harness/session.cts';
import type { BlockItem } from '../harness/session.cts';
import { table } from '../harness/terminal.cts';
import { composeSampleDocuments } from '../documents/samples.cts';
import { rate } from './samples/characterErrors.cts';
import type { Errors } from './samples/characterErrors.cts';
import { angleBetween, compareWithTruth } from './samples/rendered.cts';
import type { Order } from './samples/rendered.cts';
import { haveSamples, SAMPLES, TRANSCRIPTIONS, UNTRANSCRIBED } from './samples/transcribed.cts';

const BARS = { documents: 12, renderedErrorRate: 0.03, transcribedErrorRate: 0.1, directionError: 1, wrongPairs: 0 };

interface Result {
	image: string;
	blocks: number;
	text?: Errors;
	order?: Order;
	direction: number | undefined;
	/** Degrees. */
	directionError?: number;
	seconds: number;
}

async function timed(read: () => Promise<BlockItem[]>): Promise<{ blocks: BlockItem[]; seconds: number }> {
	const started = performance.now();
	const blocks = await read();
	return { blocks, seconds: (performance.now() - started) / 1000 };
}

const percent = (value: number) => `${(value * 100).toFixed(2)} %`;

function print({ image, blocks, text, order, direction, directionError, seconds }: Result): string[] {
	return [
		image,
		String(blocks),
		text ? percent(rate([text])) : '',
		order ? `${order.wrong} of ${order.pairs}` : '',
		direction === undefined ? '' : direction.toFixed(1),
		directionError === undefined ? '' : directionError.toFixed(2),
		seconds.toFixed(1),
	];
}

async function readRendered(session: Session): Promise<Result[]> {
	const results: Result[] = [];
	for (const composed of composeSampleDocuments()) {
		const document = await composed.render();
		const { blocks, seconds } = await timed(() => session.read({ bytes: document.image, fileName: `${document.name}.${document.mimeType.slice('image/'.length)}` }));
		const direction = blocks[0]?.direction;
		results.push({
			image: document.name,
			blocks: blocks.length,
			...compareWithTruth(document, blocks),
			direction,
			directionError: direction === undefined ? 180 : angleBetween(direction, document.direction),
			seconds,
		});
		process.stdout.write('.');
	}
	return results;
}

async function readShared(session: Session): Promise<Result[]> {
	if (!haveSamples()) return [];
	const results: Result[] = [];
	const plain = UNTRANSCRIBED.map((file) => ({ file, compare: undefined, direction: undefined }));
	for (const { file, compare, direction: expected } of [...TRANSCRIPTIONS, ...plain]) {
		const bytes = await readFile(path.join(SAMPLES, file));
		const { blocks, seconds } = await timed(() => session.read({ bytes, fileName: file }));
		const direction = blocks[0]?.direction;
		results.push({
			image: file,
			blocks: blocks.length,
			direction,
			seconds,
			...(compare ? { text: await compare(blocks.map(({ words }) => words)) } : {}),
			...(expected === undefined ? {} : { directionError: direction === undefined ? 180 : angleBetween(direction, expected) }),
		});
		process.stdout.write('.');
	}
	return results;
}

const errorsOf = (results: readonly Result[]) => results.flatMap(({ text }) => (text ? [text] : []));

async function main(): Promise<void> {
	const session = await Session.start();
	let rendered: Result[];
	let shared: Result[];
	try {
		rendered = await readRendered(session);
		shared = await readShared(session);
	} finally {
		await session.close();
	}
	const header = ['image', 'blocks', 'CER', 'pairs out of order', 'direction', 'error', 'seconds'];
	console.log(`\n\n${table(header, [...rendered, ...shared].map(print), header.slice(1))}\n`);

	const all = [...rendered, ...shared];
	const wrongPairs = rendered.reduce((sum, { order }) => sum + (order?.wrong ?? 0), 0);
	const directionError = Math.max(...all.flatMap((result) => result.directionError ?? []));
	const unread = all.filter(({ blocks }) => blocks === 0).map(({ image }) => image);
	const figures: [name: string, value: string, met: boolean][] = [
		['rendered documents', `${rendered.length} (at least ${BARS.documents})`, rendered.length >= BARS.documents],
		['character error rate, rendered', `${percent(rate(errorsOf(rendered)))} (at most ${percent(BARS.renderedErrorRate)})`, rate(errorsOf(rendered)) <= BARS.renderedErrorRate],
		['pairs of blocks out of reading order', `${wrongPairs} (none)`, wrongPairs <= BARS.wrongPairs],
		['largest direction error', `${directionError.toFixed(2)}° (at most ${BARS.directionError}°)`, directionError <= BARS.directionError],
		['images in which nothing was found', unread.length === 0 ? '0 (none)' : unread.join(', '), unread.length === 0],
	];
	if (shared.length > 0) {
		const value = rate(errorsOf(shared));
		figures.push(['character error rate, transcribed samples', `${percent(value)} (at most ${percent(BARS.transcribedErrorRate)})`, value <= BARS.transcribedErrorRate]);
	} else console.log('The folder of shared sample images is not there: only rendered documents were read.\n');
	for (const [name, value, met] of figures) console.log(`${met ? '✓' : '✗'} ${name}: ${value}`);
	if (figures.some(([, , met]) => !met)) process.exitCode = 1;
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
