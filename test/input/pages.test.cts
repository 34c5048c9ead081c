import fc from 'fast-check';

import { needsPageCount, parsePages, selectPages } from '../../nodes/HuaweiOcr/settings/pages.ts';

test.each([
	['1', 12, [1]],
	['2-5,8', 12, [2, 3, 4, 5, 8]],
	[' 8 , 2 - 3 ', 12, [8, 2, 3]],
	['*', 3, [1, 2, 3]],
	['10-', 12, [10, 11, 12]],
	['3,1-4', 12, [3, 1, 2, 4]],
	['１，３－４', 12, [1, 3, 4]],
	['2–3', 12, [2, 3]],
	[7, 12, [7]],
])('%s of %i pages', (text, count, pages) => {
	expect(selectPages(parsePages(text), count)).toEqual(pages);
});

test.each(['0', '5-2', 'a', '1..3', '-', '', '1-2-3', '99999', '1,,x', '-3'])('"%s" is refused', (text) => {
	expect(() => parsePages(text)).toThrow(/Correct the option Pages/);
});

test('a page beyond the end is named, with the number of pages there are', () => {
	expect(() => selectPages(parsePages('2,13'), 12)).toThrow('page 13 is asked for, the PDF has 12 pages');
});

test('only open selections need the number of pages', () => {
	expect(['*', '3-', '1,3-', '1', '1-4'].map((text) => needsPageCount(parsePages(text)))).toEqual([true, true, true, false, false]);
});

test('whatever list is given, each page comes once and exists', () => {
	const range = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 9 }));
	fc.assert(
		fc.property(fc.array(range, { minLength: 1 }), (ranges) => {
			const text = ranges.map(([first, more]) => (more === 0 ? `${first}` : `${first}-${first + more}`)).join(',');
			const pages = selectPages(parsePages(text), 39);
			expect(new Set(pages).size).toBe(pages.length);
			expect(Math.max(...pages)).toBeLessThanOrEqual(39);
			expect(pages).toContain(ranges[0]?.[0]);
		}),
	);
});
