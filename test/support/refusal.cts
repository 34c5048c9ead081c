import { OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';

/**
 * What is said of a value that can't be one of a parameter: each reader says it with the same code and nothing more.
 * @throws Error when nothing was refused, or for another reason
 */
export function refusalOf(read: () => unknown): { message: string; description: string } {
	try {
		read();
	} catch (error) {
		if (!(error instanceof OcrError)) throw error;
		expect(error.details).toStrictEqual({ errorCode: 'Node.InvalidParameter' });
		return { message: error.message, description: error.description };
	}
	throw new Error('nothing was refused');
}
