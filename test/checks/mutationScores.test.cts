import { withScores } from '../../workshop/mutation/page.cts';
import { scoreOf, share } from '../../workshop/mutation/scores.cts';

const mutants = (status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'CompileError', count: number) =>
	Array.from({ length: count }, () => ({ status }));

test('what no test runs counts against the score; what was left out does not count', () => {
	const score = scoreOf([...mutants('Killed', 7), ...mutants('Timeout', 1), ...mutants('Survived', 1), ...mutants('NoCoverage', 1), ...mutants('Ignored', 5), ...mutants('CompileError', 2)]);
	expect(score).toEqual({ mutants: 10, noticed: 8, survived: 1, uncovered: 1 });
	expect(share(score)).toBe('80.0');
});

test('a bar is not met by rounding up, nor by having nothing to notice', () => {
	expect(share({ mutants: 10_000, noticed: 8_499, survived: 1_501, uncovered: 0 })).toBe('84.9');
	expect(share(scoreOf([]))).toBe('0.0');
});

test('a group that did not run keeps its row; the rest of the page stays', () => {
	const marks = ['<!-- written by npm run test:mutation: begin -->', '<!-- written by npm run test:mutation: end -->'];
	const first = withScores(`a\n${marks.join('\n')}\nb\n`, new Map([['transport', { mutants: 4, noticed: 3, survived: 1, uncovered: 0 }]]));
	const second = withScores(first, new Map([['layout', { mutants: 2, noticed: 2, survived: 0, uncovered: 0 }]]), 0.05);
	expect(second).toMatch(/^a\n[^]*\| transport \|.*\| 75\.0 % \| 3 of 4 \|[^]*\| layout \|.*\| 100\.0 % \| 2 of 2, a sample of 5 % \|[^]*\nb\n$/);
	expect(second).toMatch(/\| cloud \|.*\| not measured yet \|/);
	expect(() => withScores('no marks', new Map())).toThrow('marks');
});
