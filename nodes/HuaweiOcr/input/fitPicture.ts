import type { ApiOperation } from '../../../huaweiCloud/apiOperation';
import { shrinkToFit } from '../pictures/shrink';
import type { ItemSettings } from '../settings/itemSettings';
import type { PageInput } from './document';
import { checkImage, isTooLarge, limitsOf } from './imageLimits';

/**
 * What to send for a picture: itself, or, where it is above the limits and the option Shrink Large Images
 * is on, a smaller copy.
 * @throws OcrError when it can't be sent, with the number and the rule
 */
export async function fitPicture(file: Buffer, settings: ItemSettings, api: ApiOperation): Promise<PageInput> {
	if (settings.shrinkLargeImages && isTooLarge(file, settings.imageLimits, api)) {
		const shrunk = await shrinkToFit(file, limitsOf(settings.imageLimits, api));
		if (shrunk) {
			checkImage(shrunk.bytes, settings.imageLimits, api);
			return { input: { image: shrunk.bytes }, scale: shrunk.scale };
		}
	}
	checkImage(file, settings.imageLimits, api);
	return { input: { image: file } };
}
