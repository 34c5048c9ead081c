// From the sides of a card to the result of operations 7.
import type { PageResult } from '../../engine/engine.cts';
import type { Asked } from '../reading/documentOperation.cts';
import { type FoundFields, locations, plain } from '../reading/found.cts';
import { detections } from './detect.cts';
import { adjustedImage, portrait } from './images.cts';
import type { IdCardParameters } from './parameters.cts';
import { BACK, FRONT, type BackName, type FrontName, type IdCardSides, readSides } from './read.cts';
import { verification } from './verification.cts';

type Asking = Asked<IdCardParameters> & { direction: number };

export async function answer(page: PageResult, one: Asked<IdCardParameters>): Promise<unknown> {
	const asked = { ...one, direction: page.direction };
	const { side } = asked.parameters;
	const sides = readSides(page);
	const { front, back } = sides;
	if (side === 'double_side') {
		if (!front || !back) return undefined;
		return {
			front: { ...texts('front', sides, asked), ...(await more({ front, sheet: sides.sheet }, asked)) },
			back: { ...texts('back', sides, asked), ...(await more({ back, sheet: sides.sheet }, asked)) },
		};
	}
	const wanted = side ?? (front ? 'front' : 'back');
	const shown: IdCardSides = { sheet: sides.sheet, ...(wanted === 'front' ? { front } : { back }) };
	if (!shown.front && !shown.back) return undefined;
	return { ...texts(wanted, sides, asked), ...(await more(shown, asked)) };
}

function texts(side: 'front' | 'back', { front, back }: IdCardSides, { parameters }: Asking): Record<string, unknown> {
	const names: ReadonlyArray<FrontName | BackName> = side === 'front' ? FRONT : BACK;
	const found: FoundFields<FrontName | BackName> = (side === 'front' ? front : back) ?? {};
	return { ...plain(names, found), ...(parameters.textLocation ? { text_location: locations(names, found) } : {}) };
}

/** What the switches ask for beside the texts. */
async function more(sides: IdCardSides, asked: Asking): Promise<Record<string, unknown>> {
	const { parameters } = asked;
	return {
		...(parameters.verification ? { verification_result: verification(sides) } : {}),
		...(await detections(parameters.detections, asked)),
		...(await portrait(sides, asked)),
		...(parameters.adjustedImage ? { adjusted_image: await adjustedImage(sides, asked) } : {}),
	};
}
