import { asOcrError, OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import { onOneLine, shortened } from '../../nodes/HuaweiOcr/errors/readableText.ts';
import { UnexpectedAnswer } from '../../nodes/HuaweiOcr/errors/unexpectedAnswer.ts';

const shapeOf = ({ name, message, description, details }: OcrError) => ({ name, message, description, details });

describe('an error of the node', () => {
	test('says nothing but its message by itself', () => {
		expect(shapeOf(new OcrError('Do this'))).toStrictEqual({ name: 'OcrError', message: 'Do this', description: '', details: {} });
	});

	test('keeps what it is told', () => {
		const details = { errorCode: 'AIS.0103', httpStatus: 400, fatal: true };
		expect(shapeOf(new OcrError('Do this', 'Because.', details))).toStrictEqual({ name: 'OcrError', message: 'Do this', description: 'Because.', details });
	});

	test('is taken as it is', () => {
		const error = new OcrError('Do this', 'Because.', { errorCode: 'AIS.0103' });
		expect(asOcrError(error)).toBe(error);
	});

	test.each<[string, unknown, string]>([
		['another error', new TypeError('x is not a function'), 'x is not a function'],
		['a text', 'broken', 'broken'],
		['a number', 7, '7'],
		['nothing', undefined, 'undefined'],
		['an object', { message: 'hidden' }, '[object Object]'],
	])('is made of what else is thrown: %s', (_name, thrown, message) => {
		const error = asOcrError(thrown);
		expect(error).toBeInstanceOf(OcrError);
		expect(shapeOf(error)).toStrictEqual({ name: 'OcrError', message, description: '', details: { errorCode: 'Node.Unexpected' } });
	});
});

test('an unexpected answer says why, under its own name', () => {
	const { name, message, why } = new UnexpectedAnswer('it is empty');
	expect([name, message, why]).toStrictEqual(['UnexpectedAnswer', 'it is empty', 'it is empty']);
});

test.each([
	['plain text', 'plain text'],
	['  blanks around  ', 'blanks around'],
	['a\r\n\tb', 'a b'],
	['a\u2028b\u2029c', 'a b c'],
	['a\u061cb', 'a b'],
	['a\u2060b\ufeffc\ufff9d', 'a b c d'],
	['\u202eabc', 'abc'],
	['a\ud800b', 'a b'],
	['a😀b', 'a😀b'],
])('%j on one line is %j', (text, line) => {
	expect(onOneLine(text)).toBe(line);
});

test.each([
	['abc', 3, 'abc'],
	['abcd', 3, 'ab…'],
	['', 3, ''],
	['😀😀😀', 3, '😀😀😀'],
	['😀😀😀😀', 3, '😀😀…'],
	['😀😀bc', 4, '😀😀bc'],
	['x'.repeat(100), 5, 'xxxx…'],
	['😀'.repeat(100), 5, '😀😀😀😀…'],
])('%j in at most %i characters is %j', (text, most, short) => {
	expect(shortened(text, most)).toBe(short);
});
