import { forModel } from '../../nodes/HuaweiOcr/run/forModel.ts';

const item = (json: object) => ({ json: json as never, pairedItem: { item: 0 } });

test('text stays, positions go', () => {
	expect(forModel([item({ words: 'Total', left: 1, top: 2, right: 3, bottom: 4, width: 2, height: 2, location: [[1, 2]], direction: -1, source: 'a.png' })])).toStrictEqual([
		item({ words: 'Total', source: 'a.png' }),
	]);
});

test.each([
	[[], { text: 'No text was found in this file.' }],
	[[item({ text: '', lineCount: 0 })], { text: 'No text was found in this file.', lineCount: 0 }],
])('nothing found is said: %j', (items, json) => {
	expect(forModel(items)[0]?.json).toStrictEqual(json);
});

test('a failure is an answer that says why, not an error that n8n hides from the model', () => {
	const [told] = forModel([item({ error: 'Check the URL', errorDescription: 'It is not reachable.', errorCode: 'ModelArts.4603', source: 'https://x' })]);
	expect(told?.json).toStrictEqual({ text: 'The file could not be read. Check the URL It is not reachable.', source: 'https://x' });
});

test('files do not go along', () => {
	expect(forModel([{ ...item({ text: 'a' }), binary: {} }])[0]).not.toHaveProperty('binary');
});
