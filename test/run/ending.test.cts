import { OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import { Ending } from '../../nodes/HuaweiOcr/run/ending.ts';

test('the first reason stays, and stops the calls once', () => {
	const stopped: string[] = [];
	const ending = new Ending(undefined, ({ message }) => stopped.push(message));
	expect([ending.hasEnded, ending.reason]).toStrictEqual([false, undefined]);
	ending.end(new OcrError('first'));
	ending.end(new OcrError('second'));
	expect([ending.hasEnded, ending.reason?.message]).toStrictEqual([true, 'first']);
	expect(stopped).toStrictEqual(['first']);
});

test('a run that the user cancelled has ended, but for no reason of its own', () => {
	const cancel = new AbortController();
	const ending = new Ending(cancel.signal, () => undefined);
	cancel.abort();
	expect([ending.hasEnded, ending.reason]).toStrictEqual([true, undefined]);
});
