// What the operation of a kind makes of one document. Its failure is that document's own (operations 6).
import { EngineRefusal, type PageResult } from '../../engine/engine.cts';
import type { JsonObject } from '../../ocr/requestBody.cts';
import { Fields, WrongParameter } from '../fields.cts';
import type { Picture, SentFile } from '../operation.cts';
import type { Kind } from './kinds.cts';

export interface Content {
	status: { error_code: string; error_msg: string };
	/** Empty where the document could not be read. */
	content: unknown;
}

const MESSAGES: Record<string, string> = {
	'AIS.0000': '',
	'AIS.0101': 'The input parameter is invalid.',
	'AIS.0104': 'The image is not supported or the image quality is poor.',
};

export async function contentOf(kind: Kind, extended: Record<string, JsonObject>, page: PageResult, file: SentFile, picture: Picture): Promise<Content> {
	const { operation, key, request } = kind;
	try {
		const fields = new Fields({ ...extended[key], ...request }, operation.imageField, true);
		return { status: statusOf('AIS.0000'), content: await operation.task(fields, 'current').answer(page, file, picture) };
	} catch (error) {
		if (error instanceof WrongParameter) return { status: statusOf('AIS.0101'), content: {} };
		if (error instanceof EngineRefusal) return { status: statusOf(error.code), content: {} };
		throw error;
	}
}

const statusOf = (code: string): Content['status'] => ({ error_code: code, error_msg: MESSAGES[code] ?? '' });
