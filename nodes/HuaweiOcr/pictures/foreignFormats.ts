/** Formats that people have and neither the service nor this node reads, by their first bytes. */
const SIGNATURES: ReadonlyArray<[name: string, at: number, text: string]> = [
	['HEIC', 4, 'ftypheic'],
	['HEIC', 4, 'ftypheix'],
	['HEIC', 4, 'ftyphevc'],
	['HEIC', 4, 'ftypheim'],
	['HEIC', 4, 'ftypheis'],
	['HEIC', 4, 'ftypmif1'],
	['HEIC', 4, 'ftypmsf1'],
	['AVIF', 4, 'ftypavif'],
	['JPEG 2000', 0, '\x00\x00\x00\x0cjP  '],
	['JPEG 2000', 0, '\xff\x4f\xff\x51'],
	['JPEG XL', 0, '\x00\x00\x00\x0cJXL '],
	['JPEG XL', 0, '\xff\x0a'],
	['JPEG XR', 0, 'II\xbc'],
	['BigTIFF', 0, 'II+\0'],
	['BigTIFF', 0, 'MM\0+'],
	['DjVu', 0, 'AT&TFORM'],
	['Camera raw', 4, 'ftypcrx'],
	['SVG', 0, '<svg'],
];

/** @returns the format's name, for messages; undefined for everything else */
export function foreignFormatOf(bytes: Uint8Array): string | undefined {
	const begins = (at: number, text: string): boolean =>
		Array.from(text).every((character, index) => bytes[at + index] === character.charCodeAt(0));
	return SIGNATURES.find(([, at, text]) => begins(at, text))?.[0];
}
