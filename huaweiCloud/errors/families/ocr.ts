import { SOURCE } from '../sources';
import { rowsOf } from './rowsOf';
import type { ErrorRow } from '../types';

const row = rowsOf({ family: 'ocr', httpStatus: [400], reach: 'image', retry: 'no', source: SOURCE.ocr });

const OTHER_CAUSE = 'This code belongs to an operation that reads another kind of picture.';
const OTHER_REMEDY =
	'Check that the picture is one for {operation}, and that OCR Endpoint leads to the OCR service and not to a proxy that calls another operation.';

/** `AIS.*`: the OCR algorithm. */
export const OCR_ERRORS: readonly ErrorRow[] = [
	row(
		'AIS.0101',
		'The input parameter is invalid.',
		'A parameter has a wrong type or value, or an image and a URL were sent together.',
		'Correct the options of this node: language code, page number and the true/false options.',
	),
	row(
		'AIS.0102',
		'The image format is not supported.',
		'The file is in a format that the service does not read, or is damaged.',
		'Convert the file to JPG or PNG and try again.',
	),
	row(
		'AIS.0103',
		'The image size does not meet the requirements.',
		'Width, height or number of pixels is outside the limits of the service.',
		'Scale the image so that its shorter side has at least 15 px and its longer side at most 4096 px (newer editions of the service accept up to 30000 px).',
	),
	row(
		'AIS.0104',
		'The image is not supported or the image quality is poor.',
		'The picture is not of the kind that {operation} reads, or too blurred, dark or distorted to be read.',
		'Use a sharper image that is filled by what is to be read, and check that {operation} is the right choice for it.',
	),
	row(
		'AIS.0105',
		'Recognition failed.',
		'The recognition algorithm failed.',
		'Try again; if it keeps failing, contact Huawei Cloud support with the request ID.',
		{ retry: 'once' },
	),
	row('AIS.0117', 'Input ID does not exist.', OTHER_CAUSE, OTHER_REMEDY),
	row('AIS.0118', 'Query of the tax authority failed.', OTHER_CAUSE, OTHER_REMEDY),
	row('AIS.0119', 'Template match failed, template_id={xxx}.', OTHER_CAUSE, OTHER_REMEDY),
	row('AIS.0120', 'Classification failed.', OTHER_CAUSE, OTHER_REMEDY),
	row('AIS.0121', 'The template area is not set.', OTHER_CAUSE, OTHER_REMEDY),
	row('AIS.0122', 'Two or more ID cards of one side.', OTHER_CAUSE, OTHER_REMEDY),
];
