// Text that Markdown would take for markup: escaped where it would, and nowhere else.
import { escapeCell, escapeInline, escapeLine } from '../../nodes/HuaweiOcr/layout/markdown/escape.ts';

describe('anywhere in a line', () => {
	test.each([
		['C:\\temp', 'C:\\\\temp'],
		['a `b` c', 'a \\`b\\` c'],
		['2 * 3', '2 * 3'],
		['*note', '\\*note'],
		['note*', 'note\\*'],
		['a *b* c', 'a \\*b\\* c'],
		['snake_case_name', 'snake_case_name'],
		['_name_', '\\_name\\_'],
		['a _ b', 'a _ b'],
		['5_', '5\\_'],
		['~5', '~5'],
		['~~5~~', '\\~\\~5\\~\\~'],
		['a < b', 'a < b'],
		['<b>', '\\<b>'],
		['</b>', '\\</b>'],
		['<!-- x', '\\<!-- x'],
		['<?php', '\\<?php'],
		['a & b', 'a & b'],
		['&amp;', '\\&amp;'],
		['&#38;', '\\&#38;'],
		['AT&T', 'AT&T'],
		['[1] a', '[1] a'],
		['[a](b)', '[a\\](b)'],
		['[a][b]', '[a\\][b]'],
		['[a]: b', '[a\\]: b'],
	])('%s', (text, expected) => {
		expect(escapeInline(text)).toBe(expected);
	});
});

describe('at the beginning of a line', () => {
	test.each([
		['# 5', '\\# 5'],
		['###### a', '\\###### a'],
		['####### a', '####### a'],
		['#', '\\#'],
		['#5', '#5'],
		['a # b', 'a # b'],
		['> a', '\\> a'],
		['a > b', 'a > b'],
		['- a', '\\- a'],
		['+ a', '\\+ a'],
		['-', '\\-'],
		['-5.00', '-5.00'],
		['+49 30', '+49 30'],
		['---', '\\---'],
		['- - -', '\\- - -'],
		['===', '\\==='],
		['== ', '\\== '],
		['=5', '=5'],
		['___', '\\_\\_\\_'],
		['_ _ _', '\\_ _ _'],
		['__', '\\_\\_'],
		['| a', '\\| a'],
		['a | b', 'a | b'],
		['1. a', '1\\. a'],
		['12) a', '12\\) a'],
		['3.', '3\\.'],
		['1.5 kg', '1.5 kg'],
		['1234567890. a', '1234567890. a'],
		['a 1. b', 'a 1. b'],
	])('%s', (text, expected) => {
		expect(escapeLine(text)).toBe(expected);
	});
});

describe('in a cell', () => {
	test.each([
		['a | b', 'a \\| b'],
		[' a\n b  c ', 'a b c'],
		['# 5', '# 5'],
		['*a', '\\*a'],
	])('%s', (text, expected) => {
		expect(escapeCell(text)).toBe(expected);
	});
});
