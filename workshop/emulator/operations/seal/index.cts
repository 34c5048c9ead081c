// Seal: operations 8.
import { CURRENT_FORMATS } from '../../ocr/imageFormat.cts';
import { documentOperation } from '../reading/documentOperation.cts';
import { cutOut, jpegText } from '../reading/cutOut.cts';
import { round4 } from '../wordsBlocks.cts';
import { erased } from './ink.cts';
import { findSeals } from './find.cts';
import { sealWords } from './words.cts';

export const seal = documentOperation({
	path: 'seal',
	imageField: 'data',
	rules: { formats: CURRENT_FORMATS },
	parameters(fields) {
		const page = fields.positiveInteger('pdf_page_number');
		return {
			...(page === undefined ? {} : { page }),
			sealImage: fields.boolean('return_seal_image'),
			erasedImage: fields.boolean('return_erased_seal_image'),
		};
	},
	page: ({ page }) => page,
	async read({ direction }, { parameters: { sealImage, erasedImage }, picture }) {
		const pixels = await picture.pixels();
		const list: unknown[] = [];
		for (const found of findSeals(pixels, direction)) {
			list.push({
				type: found.type,
				confidence: round4(found.confidence),
				location: found.location,
				words_block_list: await sealWords(picture, pixels, found, direction),
				...(sealImage ? { seal_image: await jpegText(cutOut(pixels, found.box, direction)) } : {}),
			});
		}
		// A page without seals is an answer, too.
		return { seal_list: list, ...(erasedImage ? { erased_seal_image: await jpegText(erased(pixels)) } : {}) };
	},
});
