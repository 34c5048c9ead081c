import { readWords } from '../../nodes/HuaweiOcr/resources/words/readWords.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';
import { rowsOf } from './result.cts';

const SENT = {
	direction: '90',
	words_block_count: 1,
	words_block_list: [{ words: 12, location: [1, 2, 3, 4, 5, 6, 7, 8], colour: 'red' }],
	markdown_result: '12',
	something_new: { a: [1] },
};
const result = runAtOnce(readWords(JSON.stringify({ result: SENT })));

test('the result as the service gave it, also what this node does not know or would read differently', () => {
	expect(rowsOf('raw', result, { source: 'scan.png' })).toStrictEqual([{ ...SENT, source: 'scan.png' }]);
});

test('the page of a PDF is added', () => {
	expect(rowsOf('raw', result, { source: 'a.pdf', page: 2 })).toStrictEqual([{ ...SENT, page: 2, source: 'a.pdf' }]);
});
