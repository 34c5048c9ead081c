// Any number of documents of all kinds, by seed. The seed changes texts, sizes and places; which
// layouts, turns and disturbances occur is fixed by a document's number, so every seed is equally hard.
import { compose } from './compose.cts';
import type { ComposedDocument } from './compose.cts';
import { DOCUMENT_KINDS, drawPage } from './kinds/draw.cts';
import { inTurn } from './kinds/recipe.cts';
import { widthOf } from './fonts.cts';
import type { Page } from './page.cts';
import { Random } from './random.cts';
import { roundSeal, wordStamp } from './stamps.cts';
import type { DocumentKind, RenderedDocument } from './types.cts';

export interface GeneratorOptions {
	seed: string | number;
	/** How many documents, dealt out evenly over the kinds. */
	count: number;
	/** All kinds unless given. */
	kinds?: readonly DocumentKind[];
}

export { DOCUMENT_KINDS };

// Lengths without a common factor, so that every turn meets every disturbance.
const TURNS = ['none', 'skew', 'none', 'quarter', 'skew', 'none', 'quarter and skew'] as const;
const DISTURBANCES = ['none', 'noise', 'seal', 'none', 'stamp and noise'] as const;
const SCALES = [1, 1, 0.85, 1, 1, 1.4] as const;
const MAX_SKEW = 8;

function turnOf(turn: (typeof TURNS)[number], number: number, random: Random): number {
	const quarter = inTurn([90, 180, 270], number);
	const skew = (random.chance(0.5) ? 1 : -1) * random.between(1, MAX_SKEW);
	switch (turn) {
		case 'none':
			return 0;
		case 'skew':
			return skew;
		case 'quarter':
			return quarter;
		case 'quarter and skew':
			return quarter + skew / 2;
	}
}

/** A place for a word stamp that touches no text, nearest to where one would expect it; none may be left. */
function freeSpot(page: Page, width: number, height: number): [number, number] | undefined {
	const [wantX, wantY] = page.stampSpot ?? [page.width * 0.75, page.height * 0.75];
	let best: [number, number] | undefined;
	let bestDistance = Infinity;
	for (let y = height / 2 + 4; y <= page.height - height / 2 - 4; y += 6) {
		for (let x = width / 2 + 4; x <= page.width - width / 2 - 4; x += 12) {
			const distance = Math.hypot(x - wantX, y - wantY);
			const free = page.runs.every(
				(run) => run.right < x - width / 2 || run.left > x + width / 2 || run.bottom < y - height / 2 || run.top > y + height / 2,
			);
			if (free && distance < bestDistance) [best, bestDistance] = [[x, y], distance];
		}
	}
	return best;
}

/** Where a seal is pressed: in its usual place, or across some text. */
function sealSpot(page: Page, random: Random): [number, number] {
	const run = random.pick(page.runs);
	if (random.chance(0.5) || !page.stampSpot) return [(run.left + run.right) / 2 + random.between(-30, 30), run.middle + random.between(-20, 20)];
	return page.stampSpot;
}

function stamp(page: Page, disturbance: (typeof DISTURBANCES)[number], random: Random, zh: boolean): void {
	if (disturbance === 'seal') {
		const [x, y] = sealSpot(page, random);
		roundSeal(page, x, y, random.between(46, 62), random.between(-14, 14));
	} else if (disturbance === 'stamp and noise') {
		const words = random.pick(zh ? ['已审核', '已付款', '作废', '存档'] : ['PAID', 'RECEIVED', 'COPY', 'APPROVED']);
		const size = random.int(24, 30);
		const style = { size, bold: true };
		const width = widthOf(words, style) + size * 2.4;
		const spot = freeSpot(page, width, size * 2.6);
		// By hand, and so never quite level: its tilt is what tells a stamp from a value.
		if (spot) wordStamp(page, words, ...spot, (random.chance(0.5) ? 1 : -1) * random.between(5, 9), size);
	}
}

function composeOne(seed: string | number, kind: DocumentKind, ordinal: number, number: number): ComposedDocument {
	const random = new Random(`${seed}/${kind}/${ordinal}`);
	const zh = kind === 'form-zh' || (kind !== 'form-en' && ordinal % 2 === 0);
	// A language keeps its own count, so that both meet all layouts.
	const layout = kind === 'form-zh' || kind === 'form-en' ? ordinal : Math.floor(ordinal / 2);
	const page = drawPage(kind, zh ? 'zh' : 'en', layout, random);
	const disturbance = inTurn(DISTURBANCES, ordinal);
	stamp(page, disturbance, random, zh);
	const turn = turnOf(inTurn(TURNS, ordinal), number, random);
	const noisy = disturbance === 'noise' || disturbance === 'stamp and noise';
	return compose(page, {
		name: `${kind}-${String(ordinal + 1).padStart(3, '0')}`,
		kind,
		turn,
		scale: inTurn(SCALES, ordinal),
		...(noisy
			? { format: 'jpeg', paper: '#f7f5ee', noise: { seed: `${seed}/${kind}/${ordinal}/noise`, grain: random.between(4, 8), specks: 60, shade: random.between(5, 25) } }
			: {}),
	});
}

/**
 * Documents with their truth but without images, which `render()` draws one at a time.
 * The same options give the same documents.
 */
export function composeDocuments({ seed, count, kinds = DOCUMENT_KINDS }: GeneratorOptions): ComposedDocument[] {
	return Array.from({ length: count }, (_, number) => composeOne(seed, inTurn(kinds, number), Math.floor(number / kinds.length), number));
}

/** The same documents with their images, drawn one after the other as they are asked for. */
export async function* generateDocuments(options: GeneratorOptions): AsyncGenerator<RenderedDocument, void, undefined> {
	for (const document of composeDocuments(options)) yield await document.render();
}
