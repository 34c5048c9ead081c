// Real format of a file, by its first bytes (5.4). The name or content type of a file says nothing.

export type ImageFormat = 'jpeg' | 'png' | 'bmp' | 'tiff' | 'gif' | 'webp' | 'pcx' | 'ico' | 'psd' | 'pdf';

/** The seed's four, which every operation reads. */
export const SEED_FORMATS: readonly ImageFormat[] = ['jpeg', 'png', 'bmp', 'tiff'];
/** All of General Text's newer list. */
export const CURRENT_FORMATS: readonly ImageFormat[] = [...SEED_FORMATS, 'gif', 'webp', 'pcx', 'ico', 'psd', 'pdf'];

const PCX_VERSIONS = [0, 2, 3, 4, 5];

/** @returns undefined for everything that is not in the list, SVG among it. */
export function detectFormat(bytes: Buffer): ImageFormat | undefined {
	const starts = (hex: string, at = 0): boolean => bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;
	if (starts('ffd8ff')) return 'jpeg';
	if (starts('89504e470d0a1a0a')) return 'png';
	if (starts('424d')) return 'bmp';
	if (starts('474946383761') || starts('474946383961')) return 'gif';
	if (starts('49492a00') || starts('4d4d002a')) return 'tiff';
	if (starts('52494646') && starts('57454250', 8)) return 'webp';
	if (starts('255044462d')) return 'pdf';
	if (starts('38425053')) return 'psd';
	if (starts('00000100')) return 'ico';
	if (bytes[0] === 0x0a && PCX_VERSIONS.includes(bytes[1] ?? -1)) return 'pcx';
	return undefined;
}
