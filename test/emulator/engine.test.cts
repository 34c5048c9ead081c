import { createCanvas } from '@napi-rs/canvas';
import { type Emulator, startEmulator } from '../../emulator/server.cts';
import { ocr, resultOf, tokenOf } from './client.cts';

let emulator: Emulator;
let token: string;

beforeAll(async () => {
	emulator = await startEmulator();
	token = await tokenOf(emulator);
});
afterAll(() => emulator.close());

/** Two lines of dark text on white, as PNG. */
function page(): Buffer {
	const canvas = createCanvas(600, 200);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, 600, 200);
	context.fillStyle = '#111';
	context.font = '32px sans-serif';
	context.fillText('Invoice 2026-0042', 40, 60);
	context.fillText('Total amount 1,234.50', 40, 140);
	return canvas.toBuffer('image/png');
}

test('reads', async () => {
	const result = resultOf(await ocr(emulator, { image: page().toString('base64'), detect_direction: true }, { token }));
	expect(result.words_block_list.map((b) => b.words)).toEqual(['Invoice 2026-0042', 'Total amount 1,234.50']);
});
