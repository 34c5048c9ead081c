import type { IDataObject } from 'n8n-workflow';

import { OcrError } from '../errors/ocrError';
import type { ItemParameters } from './itemParameters';
import { parsePages, type PageSelection } from './pages';
import { isEmpty, oneOf } from './values';

/** Which published limits are checked before sending. */
export type ImageLimits = 'current' | 'original' | 'off';

/** What one item's parameters say about its files and items, whatever is read. */
export interface ItemSettings {
	inputType: 'binary' | 'url';
	/** A name, a file, a list of them, or whatever an expression gave. */
	binaryPropertyName: unknown;
	url: unknown;
	/** What happens to files that `*` or a pattern matches and that are no images. */
	otherFiles: 'skip' | 'error';
	imageLimits: ImageLimits;
	/** Whether pictures above the limits are scaled down until they fit. */
	shrinkLargeImages: boolean;
	/** Pages of a PDF or frames of a TIFF; undefined: the first. */
	pages?: PageSelection;
	/** Sent as Enterprise-Project-Id, for billing (contract 5.1). */
	enterpriseProjectId?: string;
	/** What comes out for a page without text or table; undefined: what suits the operation. */
	ifNoText?: 'nothing' | 'emptyItem';
	includeInputFields: boolean;
	/** Whether output items carry the file that was read. */
	keepFile: boolean;
	/** Whether a picture of the page with what was found is added. */
	preview: boolean;
}

/** @throws OcrError when a value can't be one of the parameter's */
export function readItemSettings({ get, options }: ItemParameters): ItemSettings {
	return {
		inputType: oneOf('Input Type', get('inputType', 'binary'), ['binary', 'url']),
		binaryPropertyName: get('binaryPropertyName', 'data'),
		url: get('url', ''),
		otherFiles: oneOf('Other Files', options.otherFiles ?? 'skip', ['skip', 'error']),
		imageLimits: oneOf('Image Limits', options.imageLimits ?? 'current', ['current', 'original', 'off']),
		shrinkLargeImages: options.shrinkLargeImages !== false,
		...(isEmpty(options.pages) ? {} : { pages: parsePages(options.pages) }),
		...readProjectId(options),
		...(isEmpty(options.ifNoText) ? {} : { ifNoText: oneOf('If No Text', options.ifNoText, ['nothing', 'emptyItem']) }),
		includeInputFields: options.includeInputFields === true,
		keepFile: options.keepFile === true,
		preview: options.preview === true,
	};
}

/** The service ignores a malformed ID and bills "default" (contract 5.1), so it is checked here. */
function readProjectId({ enterpriseProjectId: value }: IDataObject): { enterpriseProjectId?: string } {
	if (isEmpty(value)) return {};
	if (typeof value === 'string' && /^[0-9a-f-]{1,64}$/i.test(value.trim())) return { enterpriseProjectId: value.trim() };
	throw new OcrError('Correct the option Enterprise Project ID: it consists of hex digits and hyphens, or is 0', '', {
		errorCode: 'Node.InvalidParameter',
	});
}
