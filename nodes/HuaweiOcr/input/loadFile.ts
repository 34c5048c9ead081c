import type { ApiOperation } from '../../../huaweiCloud/apiOperation';
import { OcrError } from '../errors/ocrError';
import type { ItemSettings } from '../settings/itemSettings';
import { fitPicture } from './fitPicture';
import type { LoadedDocument } from './document';
import { checkFormat, checkNotEmpty, MAX_LOADED_BYTES } from './imageLimits';
import { loadPdf } from './loadPdf';
import { loadTiff } from './loadTiff';

/**
 * Finds the pages of a file and what to send for each. Nothing is unpacked here.
 * @throws OcrError when the service can't read it, or has no such page
 */
export async function loadFile(file: Buffer, settings: ItemSettings, api: ApiOperation): Promise<LoadedDocument> {
	checkNotEmpty(file.length);
	if (file.length > MAX_LOADED_BYTES) throw tooLarge(file.length);
	const header = checkFormat(file, settings.imageLimits, api);
	if (header.format === 'PDF') return await loadPdf(file, settings, api);
	if (header.format === 'TIFF') {
		const frames = loadTiff(file, settings, api);
		if (frames) return frames;
	}
	const { size } = header;
	return {
		pages: [
			{
				...(size ? { size } : {}),
				image: file,
				prepare: async () => await fitPicture(file, settings, api),
			},
		],
	};
}

function tooLarge(bytes: number): OcrError {
	return new OcrError(
		`Split the file before: it has ${bytes} bytes, more than the ${MAX_LOADED_BYTES} that are loaded here`,
		'So large a file would take n8n\'s memory from everybody else. Nothing was sent and nothing was billed.',
		{ errorCode: 'Node.FileTooLarge' },
	);
}
