import fc from 'fast-check';

import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { readText } from '../../nodes/HuaweiOcr/layout/lines.ts';
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { Quad, WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';

/** Numbers that no page has, but that an answer may hold: adding 1 to them, or them to each other, goes wrong. */
const ABSURD = [0, -0, 1, 1e9, 1e17, -1e17, 1e200, 1e308, -1e308, Number.MAX_VALUE, Number.MIN_VALUE];

const place = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 3000 }) }, { weight: 1, arbitrary: fc.constantFrom(...ABSURD) });
const vertex = fc.tuple(place, place);
const quad: fc.Arbitrary<Quad> = fc.tuple(vertex, vertex, vertex, vertex);
const straight: fc.Arbitrary<Quad> = fc
	.tuple(place, place, place, place)
	.map(([x, y, width, height]) => [[x, y], [x + width, y], [x + width, y + height], [x, y + height]]);
const block = fc.record({ words: fc.constantFrom('Name:', 'Total', '12.50', '姓名', 'a'), location: fc.oneof(straight, quad) });

const DEFINITIONS = [{ name: 'n', findBy: 'label' as const, label: 'Name' }, { name: 'r', findBy: 'region' as const, left: 10, top: 10, right: 60, bottom: 60 }];

test('positions that no page has end neither in a loop nor in lost words', () => {
	fc.assert(
		fc.property(fc.array(block, { minLength: 1, maxLength: 40 }), (blocks: WordsBlock[]) => {
			const text = readText(blocks, -1).replace(/\s/g, '');
			const words = blocks.map(({ words: each }) => each).join('');
			expect([...text].sort().join('')).toBe([...words].sort().join(''));
			readTables(blocks, -1);
			expect(readFields(blocks, -1, DEFINITIONS)).toHaveLength(2);
		}),
		{ numRuns: 300 },
	);
});
