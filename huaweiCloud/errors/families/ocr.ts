import { SOURCE } from '../sources';
import type { ErrorEntry } from '../types';

const OCR = { family: 'ocr', httpStatus: [400], reach: 'image', source: SOURCE.ocr } as const;

/** Cause and remedy of codes that only other OCR operations answer with. */
const OTHER_OPERATION = {
	...OCR,
	cause: {
		en: 'This code belongs to another OCR operation than General Text.',
		zh: '该错误码属于通用文字识别以外的其他 OCR 接口。',
	},
	remedy: {
		en: 'Check that the OCR endpoint of the credential leads to the OCR service and not to a proxy that calls another operation.',
		zh: '请检查凭证中的 OCR 终端节点是否直接指向 OCR 服务，而不是转发到其他接口的代理。',
	},
	retry: 'no',
} as const;

/** `AIS.*`: the OCR algorithm. */
export const OCR_ERRORS: readonly ErrorEntry[] = [
	{
		...OCR,
		code: 'AIS.0101',
		message: 'The input parameter is invalid.',
		cause: {
			en: 'A parameter has a wrong type or value, or an image and a URL were sent together.',
			zh: '参数类型或取值不正确，或同时传入了 image 和 url。',
		},
		remedy: {
			en: 'Correct the options of this node: language code, page number and the true/false options.',
			zh: '请修改节点的选项：语言代码、页码以及布尔选项。',
		},
		retry: 'no',
	},
	{
		...OCR,
		code: 'AIS.0102',
		message: 'The image format is not supported.',
		cause: {
			en: 'The file is in a format that the service does not read, or is damaged.',
			zh: '文件格式不受支持，或文件已损坏。',
		},
		remedy: {
			en: 'Convert the file to JPG or PNG and try again.',
			zh: '请将文件转换为 JPG 或 PNG 后重试。',
		},
		retry: 'no',
	},
	{
		...OCR,
		code: 'AIS.0103',
		message: 'The image size does not meet the requirements.',
		cause: {
			en: 'Width, height or number of pixels is outside the limits of the service.',
			zh: '图像的宽、高或像素总数超出服务限制。',
		},
		remedy: {
			en: 'Scale the image so that its shorter side has at least 15 px and its longer side at most 4096 px (newer editions of the service accept up to 30000 px).',
			zh: '请缩放图像：短边不小于 15 px，长边不大于 4096 px（新版服务最大支持 30000 px）。',
		},
		retry: 'no',
	},
	{
		...OCR,
		code: 'AIS.0104',
		message: 'The image is not supported or the image quality is poor.',
		cause: {
			en: 'The picture is of the wrong kind or too blurred, dark or distorted to be read.',
			zh: '图像类型不符，或过于模糊、昏暗、变形而无法识别。',
		},
		remedy: {
			en: 'Use a sharper image in which the text fills most of the picture.',
			zh: '请使用更清晰、文字区域占比更大的图像。',
		},
		retry: 'no',
	},
	{
		...OCR,
		code: 'AIS.0105',
		message: 'Recognition failed.',
		cause: { en: 'The recognition algorithm failed.', zh: '识别算法执行失败。' },
		remedy: {
			en: 'Try again; if it keeps failing, contact Huawei Cloud support with the request ID.',
			zh: '请重试；若仍失败，请携带请求 ID 联系华为云技术支持。',
		},
		retry: 'once',
	},
	{ ...OTHER_OPERATION, code: 'AIS.0117', message: 'Input ID does not exist.' },
	{ ...OTHER_OPERATION, code: 'AIS.0118', message: 'Query of the tax authority failed.' },
	{ ...OTHER_OPERATION, code: 'AIS.0119', message: 'Template match failed, template_id={xxx}.' },
	{ ...OTHER_OPERATION, code: 'AIS.0120', message: 'Classification failed.' },
	{ ...OTHER_OPERATION, code: 'AIS.0121', message: 'The template area is not set.' },
	{ ...OTHER_OPERATION, code: 'AIS.0122', message: 'Two or more ID cards of one side.' },
];
