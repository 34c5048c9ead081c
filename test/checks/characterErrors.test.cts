import { comparable, countErrors, editDistance, rate } from '../../workshop/checks/samples/characterErrors.cts';

test('full-width forms and ways of spacing make no difference', () => {
	expect(comparable('合计：１２３\n  ok ')).toBe('合计:123 ok');
	expect(countErrors('金额（元）', '金额(元)')).toEqual({ errors: 0, characters: 5 });
});

test('each missing, wrong and extra character counts once, spaces too', () => {
	expect(editDistance('kitten', 'sitting')).toBe(3);
	expect(editDistance('', '三字符')).toBe(3);
	expect(countErrors('two words', 'twowords')).toEqual({ errors: 1, characters: 9 });
	// One code point outside the basic plane is one character.
	expect(editDistance('𠮷野家', '吉野家')).toBe(1);
});

test('the rate of several texts weighs them by their length', () => {
	expect(rate([{ errors: 1, characters: 10 }, { errors: 0, characters: 90 }])).toBeCloseTo(0.01);
	expect(rate([])).toBe(0);
});
