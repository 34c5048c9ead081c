import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { OcrError } from '../errors/ocrError';
import type { ServiceSwitches } from '../request/requestBody';
import type { CredentialType } from '../transport/ocrClient';
import type { ImageLimits } from '../documents/imageLimits';
import { LANGUAGES } from './languages';
import { readOutputSettings, type OutputSettings } from './outputSettings';
import { parsePages, type PageSelection } from '../documents/pages';
import { isEmpty, oneOf, toBoolean, toNumber } from './values';

/** The parameters of one item, their expressions resolved. */
export interface ItemSettings extends OutputSettings {
	inputType: 'binary' | 'url';
	/** Whatever stands in the field: a mistyped expression gives an object here. */
	binaryPropertyName: unknown;
	url: unknown;
	switches: ServiceSwitches;
	imageLimits: ImageLimits;
	/** Pages of a PDF; undefined: the first. */
	pages?: PageSelection;
	/** Sent as Enterprise-Project-Id, for billing (contract 5.1). */
	enterpriseProjectId?: string;
}

/** Reads the parameters of one item. @throws OcrError when a value can't be one of the parameter's */
export function readItemSettings(context: IExecuteFunctions, itemIndex: number): ItemSettings {
	const parameter = (name: string, fallback: unknown): unknown =>
		context.getNodeParameter(name, itemIndex, fallback as string);
	const options = parameter('options', {}) as IDataObject;
	return {
		inputType: oneOf('Input Type', parameter('inputType', 'binary'), ['binary', 'url']),
		binaryPropertyName: parameter('binaryPropertyName', 'data'),
		url: parameter('url', ''),
		switches: readSwitches(options),
		imageLimits: oneOf('Image Limits', options.imageLimits ?? 'current', [
			'current',
			'original',
			'off',
		]),
		...(isEmpty(options.pages) ? {} : { pages: parsePages(options.pages) }),
		...(isEmpty(options.enterpriseProjectId)
			? {}
			: { enterpriseProjectId: toProjectId(options.enterpriseProjectId) }),
		...readOutputSettings(context, itemIndex, options),
	};
}

/** Settings that hold for all items of an execution; the first item's values count. */
export interface NodeSettings {
	credentialType: CredentialType;
	/** Documents in work at the same time. */
	maxConcurrency: number;
	/** Upper bound; 0: none but what the service sets. */
	requestsPerSecond: number;
	/** How often a failed call is repeated; 0: never. */
	maxRetries: number;
	/** ms until a call is given up. */
	timeout: number;
}

export const DEFAULT_CONCURRENCY = 5;

/** Waits of about 2, 4 and 8 s: longer than a hiccup, shorter than an outage (contract 7.4). */
export const DEFAULT_RETRIES = 3;

/** ms; a dense page takes the service seconds, and the answer to a URL waits for its download. */
export const DEFAULT_TIMEOUT = 60_000;

export function readNodeSettings(context: IExecuteFunctions): NodeSettings {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const accessKey = context.getNodeParameter('authentication', 0, 'iamLogin') === 'accessKey';
	return {
		credentialType: accessKey ? 'huaweiOcrAkSkApi' : 'huaweiOcrApi',
		maxConcurrency: Math.floor(toNumber(options.maxConcurrency, DEFAULT_CONCURRENCY, 1, 100)),
		requestsPerSecond: toNumber(options.requestsPerSecond, 0, 0, 1000),
		maxRetries: Math.floor(toNumber(options.maxRetries, DEFAULT_RETRIES, 0, 10)),
		timeout: toNumber(options.timeout, DEFAULT_TIMEOUT, 1_000, 600_000),
	};
}

/** Options of the service, each only when the user has added it (API page, table 3; contract 5.2). */
function readSwitches(options: IDataObject): ServiceSwitches {
	const boolean = (option: string, displayName: string, field: keyof ServiceSwitches) =>
		options[option] === undefined ? {} : { [field]: toBoolean(displayName, options[option]) };
	return {
		...boolean('detectDirection', 'Detect Direction', 'detect_direction'),
		...boolean('quickMode', 'Quick Mode', 'quick_mode'),
		...boolean('characterMode', 'Character Mode', 'character_mode'),
		...(isEmpty(options.language) ? {} : { language: toLanguage(options.language) }),
		...boolean('singleOrientationMode', 'Single Orientation Mode', 'single_orientation_mode'),
		...boolean('markdown', 'Markdown', 'return_markdown_result'),
	};
}

function toLanguage(value: unknown): string {
	const code = LANGUAGES.find(({ value: known }) => known === value)?.value;
	if (code !== undefined) return code;
	throw new OcrError(
		'Correct the option Language: its expression must give a code of the list, such as zh or auto',
		'English is read with zh and with auto; the service has no code of its own for it.',
		{ errorCode: 'Node.InvalidParameter' },
	);
}

/** The service ignores a malformed ID and bills "default" (contract 5.1), so it is checked here. */
function toProjectId(value: unknown): string {
	if (typeof value === 'string' && /^[0-9a-f-]{1,64}$/i.test(value.trim())) return value.trim();
	throw new OcrError(
		'Correct the option Enterprise Project ID: it consists of hex digits and hyphens, or is 0',
		'',
		{ errorCode: 'Node.InvalidParameter' },
	);
}
