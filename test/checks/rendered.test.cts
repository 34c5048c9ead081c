import { angleBetween, compareWithTruth } from '../../workshop/checks/samples/rendered.cts';
import type { BlockItem } from '../../workshop/harness/session.cts';
import type { Quad, RenderedDocument, TruthBlock } from '../../workshop/documents/types.cts';

function quad(top: number): Quad {
	return [[0, top], [50, top], [50, top + 10], [0, top + 10]];
}

function truth(blocks: TruthBlock[]): RenderedDocument {
	return {
		name: 'page', kind: 'plain-text', image: Buffer.alloc(0), mimeType: 'image/png',
		width: 100, height: 100, direction: 0, lines: [], tables: [], fields: {}, blocks,
	};
}

function found(words: string, top: number): BlockItem {
	return { words, location: quad(top), blockIndex: 0, direction: 0, source: 'page.png' };
}

const lines: TruthBlock[] = [
	{ words: 'first', location: quad(0) },
	{ words: 'second', location: quad(20) },
	{ words: 'third', location: quad(40) },
];

test('what was read right has no errors; a stamp is not missed', () => {
	const document = truth([...lines, { words: 'PAID', location: quad(70), stray: true }]);
	const blocks = [found('first', 1), found('second', 19), found('third', 42)];
	expect(compareWithTruth(document, blocks)).toEqual({ text: { errors: 0, characters: 18 }, order: { pairs: 3, wrong: 0 } });
});

test('a block out of order counts against all that it should follow', () => {
	const { order, text } = compareWithTruth(truth(lines), [found('third', 40), found('first', 0), found('second', 20)]);
	expect(order).toEqual({ pairs: 3, wrong: 2 });
	expect(text.errors).toBeGreaterThan(0);
});

test('where the order is a matter of taste, either is right', () => {
	const document = truth(lines.map((line, index) => (index === 0 ? line : { ...line, orderGroup: 1 })));
	const blocks = [found('first', 0), found('third', 40), found('second', 20)];
	expect(compareWithTruth(document, blocks)).toEqual({ text: { errors: 0, characters: 18 }, order: { pairs: 2, wrong: 0 } });
});

test('a missing block is missing text, not a wrong order', () => {
	const { order, text } = compareWithTruth(truth(lines), [found('first', 0), found('third', 40)]);
	expect(order).toEqual({ pairs: 1, wrong: 0 });
	expect(text.errors).toBe('second '.length);
});

test('directions are compared around the circle', () => {
	expect(angleBetween(359.5, 0.25)).toBeCloseTo(0.75);
	expect(angleBetween(90, 270)).toBe(180);
});
