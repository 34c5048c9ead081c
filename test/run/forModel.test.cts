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

test('each of the fields that tell where something stands is left out', () => {
	const positions = ['left', 'top', 'right', 'bottom', 'width', 'height', 'location', 'x1', 'y1', 'x2', 'y2', 'x3', 'y3', 'x4', 'y4', 'direction', 'blockIndex', 'blockCount', 'lineIndex', 'char_list', 'box', 'labelBox'];
	const all = Object.fromEntries([...positions, 'text', 'page', 'confidence'].map((name) => [name, name]));
	expect(forModel([item(all)])).toStrictEqual([item({ text: 'text', page: 'page', confidence: 'confidence' })]);
});

test.each<[object, object]>([
	[{ error: 'Check it', errorDescription: '', source: 'a.png' }, { text: 'The file could not be read. Check it', source: 'a.png' }],
	[{ error: 'Check it', errorDescription: 7 }, { text: 'The file could not be read. Check it' }],
	[{ error: { code: 7 }, errorDescription: 'Because.' }, { text: 'The file could not be read. Because.' }],
	[{ error: '' }, { text: 'The file could not be read. ' }],
])('a failure %j is told as %j', (json, told) => {
	expect(forModel([item(json)])).toStrictEqual([item(told)]);
});

test('an item that is linked to none stays so', () => {
	expect(forModel([{ json: { text: 'a' } }])).toStrictEqual([{ json: { text: 'a' } }]);
	expect(forModel([])).toStrictEqual([item({ text: 'No text was found in this file.' })]);
});
