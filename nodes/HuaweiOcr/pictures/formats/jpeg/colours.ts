import type { Frame } from './markers';

/** What the components of a frame mean. */
export type ColourSpace = 'grey' | 'rgb' | 'ycc' | 'cmyk' | 'ycck';

/** As libjpeg guesses: by Adobe's segment, else by the names of the components. */
export function colourSpaceOf({ components }: Frame, adobeTransform: number | undefined): ColourSpace {
	if (components.length === 1) return 'grey';
	if (components.length === 4) return adobeTransform === 2 ? 'ycck' : 'cmyk';
	if (adobeTransform !== undefined) return adobeTransform === 0 ? 'rgb' : 'ycc';
	return components.map(({ id }) => String.fromCharCode(id)).join('') === 'RGB' ? 'rgb' : 'ycc';
}

/** Contributions of Cb and Cr to red, green and blue (JFIF 1.02), by sample. */
const table = (factor: number): Int16Array =>
	Int16Array.from({ length: 256 }, (_, sample) => Math.round(factor * (sample - 128)));
const CR_RED = table(1.402);
const CB_BLUE = table(1.772);
/** In 1/65536, since two of them are added before rounding. */
const CR_GREEN = Int32Array.from({ length: 256 }, (_, sample) => Math.round(-0.714136 * 65536 * (sample - 128)) + 32768);
const CB_GREEN = Int32Array.from({ length: 256 }, (_, sample) => Math.round(-0.344136 * 65536 * (sample - 128)));

/** Writes one row of RGB. @param rows one row of samples of each component, all as wide as the picture */
export function toRgbRow(
	space: ColourSpace,
	[first, second, third, fourth]: ReadonlyArray<Uint8ClampedArray>,
	width: number,
	target: Uint8ClampedArray,
	isInverted: boolean,
): void {
	if (!first || !second || !third) return;
	if (space === 'rgb') {
		for (let x = 0, to = 0; x < width; x++, to += 3) {
			target[to] = first[x] as number;
			target[to + 1] = second[x] as number;
			target[to + 2] = third[x] as number;
		}
		return;
	}
	if (space !== 'cmyk') {
		for (let x = 0, to = 0; x < width; x++, to += 3) {
			const y = first[x] as number;
			const cb = second[x] as number;
			const cr = third[x] as number;
			target[to] = y + (CR_RED[cr] as number);
			target[to + 1] = y + (((CB_GREEN[cb] as number) + (CR_GREEN[cr] as number)) >> 16);
			target[to + 2] = y + (CB_BLUE[cb] as number);
		}
		if (space === 'ycc') return;
	} else {
		toRgbRow('rgb', [first, second, third], width, target, false);
	}
	// Four inks. Adobe writes them inverted: 255 is no ink. YCCK holds the inverse of CMY by definition.
	for (let x = 0, to = 0; x < width; x++, to += 3) {
		const black = fourth?.[x] ?? 0;
		const paper = isInverted ? black : 255 - black;
		for (let channel = 0; channel < 3; channel++) {
			const ink = target[to + channel] as number;
			target[to + channel] = ((isInverted ? ink : 255 - ink) * paper) / 255;
		}
	}
}
