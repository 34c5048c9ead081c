import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { GlobalFonts } from '@napi-rs/canvas';

/** Registers a Chinese font from npm; the machine's own fonts are not relied on. */
export function useChineseFont(): { fontFamily: string } {
	const folder = join(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'), '..', '400Regular');
	const file = readdirSync(folder).find((name) => name.endsWith('.ttf'));
	if (!file) throw new Error('The font package has changed its layout');
	GlobalFonts.registerFromPath(join(folder, file), 'Emulator Test Chinese');
	return { fontFamily: 'Emulator Test Chinese' };
}
