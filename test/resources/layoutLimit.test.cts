import { OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import { MOST_BLOCKS, MOST_CHARACTERS } from '../../nodes/HuaweiOcr/resources/words/layoutLimit.ts';
import { block } from '../layout/page.cts';
import { lineOf, resultOf, rowsOf } from './result.cts';

const FIELDS = { fieldsFrom: 'list', fieldDefinitions: { field: [{ name: 'total', findBy: 'label', label: 'Total', type: 'text' }] } };

const LAID_OUT = ['lines', 'text', 'fields', 'pairs', 'table', 'markdown'];

const overfull = resultOf(Array.from({ length: MOST_BLOCKS + 1 }, (_, index) => block('a', 20 * (index % 100), 30 * Math.floor(index / 100))));

function failureOf(operation: string, options = {}, result = overfull): unknown {
	try {
		return rowsOf(operation, result, { source: 's' }, options, FIELDS);
	} catch (error) {
		return error;
	}
}

test.each(LAID_OUT)('%s: a page of more blocks than a page has is refused, with the operations that read it', (operation) => {
	const error = failureOf(operation);
	expect(error).toBeInstanceOf(OcrError);
	expect(error).toMatchObject({ message: expect.stringMatching(/Get Words Blocks.*20001 words blocks/) as string, details: { errorCode: 'Node.PageTooFull' } });
});

test.each(LAID_OUT)('%s: so is one of more characters', (operation) => {
	const long = resultOf([lineOf('x'.repeat(MOST_CHARACTERS)), lineOf('y')]);
	expect(failureOf(operation, {}, long)).toMatchObject({ details: { errorCode: 'Node.PageTooFull' } });
});

test('what Min Confidence leaves out does not count', () => {
	const unsure = resultOf(overfull.blocks.map((each, index) => ({ ...each, confidence: index < 3 ? 0.9 : 0.1 })));
	expect(rowsOf('lines', unsure, { source: 's' }, { minConfidence: 0.5 })).toHaveLength(1);
});

test('words blocks are given whatever their number', () => {
	expect(rowsOf('blocks', overfull, { source: 's' })).toHaveLength(MOST_BLOCKS + 1);
});
