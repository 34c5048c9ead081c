// The portrait and the straightened card. Both have their places on every ID card, told from two printed labels.
import type { Asked } from '../reading/documentOperation.cts';
import { cutOut, jpegText } from '../reading/cutOut.cts';
import type { Box } from '../reading/level.cts';
import type { IdCardParameters } from './parameters.cts';
import type { IdCardSides } from './read.cts';

type Asking = Asked<IdCardParameters> & { direction: number };

/** Places in units of the distance between two labels, from the first one's left end and middle. */
const PORTRAIT = { left: 1.3, top: -0.03, right: 1.89, bottom: 0.74 };
const FRONT_CARD = { left: -0.144, top: -0.211, right: 2.072, bottom: 1.18 };
const BACK_CARD = { left: -0.797, top: -0.674, right: 2.319, bottom: 1.283 };

/** `portrait_location` and `portrait_image`, where they are asked for and the side has a portrait. */
export async function portrait(sides: IdCardSides, asked: Asking): Promise<Record<string, unknown>> {
	const { portraitLocation, portraitImage } = asked.parameters;
	if (!portraitLocation && !portraitImage) return {};
	const place = sides.front ? placeOf(sides, PORTRAIT) : undefined;
	return {
		...(portraitLocation ? { portrait_location: place ? sides.sheet.toPicture(place) : [] } : {}),
		...(portraitImage ? { portrait_image: place ? await picture(place, asked) : '' } : {}),
	};
}

export async function adjustedImage(sides: IdCardSides, asked: Asking): Promise<string> {
	const place = placeOf(sides, sides.front ? FRONT_CARD : BACK_CARD);
	return place ? await picture(place, asked) : '';
}

async function picture(place: Box, { picture, direction }: Asking): Promise<string> {
	return jpegText(cutOut(await picture.pixels(), place, direction));
}

function placeOf({ front, sheet }: IdCardSides, place: Box): Box | undefined {
	const [above, below] = front ? [sheet.label('姓名'), sheet.label('公民身份号码')] : [sheet.label('居民身份证'), sheet.label('有效期限')];
	if (!above || !below) return undefined;
	const origin = { x: below.left, y: (above.top + above.bottom) / 2 };
	const unit = (below.top + below.bottom) / 2 - origin.y;
	return {
		left: origin.x + place.left * unit,
		top: origin.y + place.top * unit,
		right: origin.x + place.right * unit,
		bottom: origin.y + place.bottom * unit,
	};
}
