import type { ApiOperation } from '../../../huaweiCloud/apiOperation';
import { asOcrError } from '../errors/ocrError';
import type { ItemSettings } from '../settings/itemSettings';
import { selectPages } from '../settings/pages';
import type { DocumentPage, LoadedDocument } from './document';
import { fitPicture } from './fitPicture';
import { openTiff, type TiffFile } from './tiff/index';

/**
 * The frames of a TIFF that are asked for; without the option Pages the first. Each travels as a file of
 * its own.
 * @returns undefined for a TIFF of one frame, and for one whose frames can't be told: it is an image like others
 * @throws OcrError when there is no such frame
 */
export function loadTiff(file: Buffer, settings: ItemSettings, api: ApiOperation): LoadedDocument | undefined {
	const opened = framesOf(file);
	if (!opened) return undefined;
	const { tiff, frameCount } = opened;
	if (frameCount < 2 && settings.pages === undefined) return undefined;
	const selection = settings.pages ?? [{ first: 1, last: 1 }];
	const numbers = selectPages(selection, frameCount, 'frames');
	if (frameCount < 2) return undefined;
	return {
		pages: numbers.map((page) => frameOf(tiff, page, settings, api)),
		pageCount: frameCount,
		countsFrames: true,
	};
}

function framesOf(file: Buffer): { tiff: TiffFile; frameCount: number } | undefined {
	try {
		const tiff = openTiff(file);
		return { tiff, frameCount: tiff.frameCount() };
	} catch (error) {
		// A damaged directory is told of when the file is checked as an image.
		asOcrError(error);
		return undefined;
	}
}

function frameOf(tiff: TiffFile, page: number, settings: ItemSettings, api: ApiOperation): DocumentPage {
	const size = sizeOf(tiff, page);
	return {
		page,
		...(size ? { size } : {}),
		prepare: async () => await fitPicture(tiff.frame(page), settings, api),
	};
}

function sizeOf(tiff: TiffFile, page: number): { width: number; height: number } | undefined {
	try {
		const { width, height } = tiff.info(page);
		return { width, height };
	} catch {
		return undefined;
	}
}
