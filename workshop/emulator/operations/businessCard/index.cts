// Business Card: operations 7. Every value is a list; no confidence, no places.
import { cutOut, jpegText } from '../reading/cutOut.cts';
import { documentOperation } from '../reading/documentOperation.cts';
import { readBusinessCard } from './read.cts';

/** Room around the texts of the straightened card, part of their width. */
const MARGIN = 0.06;

export const businessCard = documentOperation({
	path: 'business-card',
	parameters: (fields) => ({
		// Changes nothing: a turned card is read either way.
		detectDirection: fields.boolean('detect_direction'),
		adjustedImage: fields.boolean('return_adjusted_image'),
	}),
	async read(page, { parameters: { adjustedImage }, picture }) {
		const card = readBusinessCard(page);
		if (!card) return undefined;
		if (!adjustedImage) return card.lists;
		const { left, top, right, bottom } = card.extent;
		const margin = (right - left) * MARGIN;
		const place = { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
		return { ...card.lists, adjusted_image: await jpegText(cutOut(await picture.pixels(), place, page.direction)) };
	},
});
