// What is checked of every operation: where its file comes from, its switches, sides and formats.
import type { Emulator } from '../../emulator/server.cts';
import { call, withImage } from './calls.cts';
import { type Check, type Expected, serviceError } from './check.cts';
import { HEADERS, pngHeader, textPage } from './images.cts';

export const PARAMETER = serviceError(400, 'AIS.0101', 'The input parameter is invalid.');
export const FORMAT = serviceError(400, 'AIS.0102', 'The image format is not supported.');
export const SIZE = serviceError(400, 'AIS.0103', 'The image size does not meet the requirements.');
export const GOOD: Expected = { status: 200 };

export type Send = Check['send'];

interface Traits {
	/** Default `image`. */
	imageField?: 'image' | 'data';
	/** A file of a size; default: only its header. */
	sized?: (width: number, height: number) => Buffer;
	/** Files by format; default: only their headers. */
	files?: Partial<Record<string, Buffer>>;
	/** Put around each call: sets what the engine answers. */
	around?: (send: Send) => Send;
}

/** Everything that is checked of one operation. */
export function operation(path: string, { imageField = 'image', sized = pngHeader, files = HEADERS, around = (send) => send }: Traits = {}) {
	const other = imageField === 'image' ? 'data' : 'image';
	const send =
		(body: unknown): Send =>
		(emulator: Emulator) =>
			call(emulator, body, { operation: path });
	const fields = (more: Record<string, unknown> = {}): Send => around(send({ [imageField]: withImage().image, ...more }));
	const file = (bytes: Buffer, more: Record<string, unknown> = {}): Send => around(send({ [imageField]: bytes.toString('base64'), ...more }));
	const bare = (body: unknown): Send => around(send(body));
	const check = (row: string, name: string, sendIt: Send, expected: Expected): Check => ({ row: `${path} ${row}`, name, send: sendIt, expected });

	/** Only JSON's own booleans are. */
	const boolean = (name: string): Check[] => [
		check(name, 'as text', fields({ [name]: 'true' }), PARAMETER),
		check(name, 'as number', fields({ [name]: 1 }), PARAMETER),
		check(name, 'as list', fields({ [name]: [true] }), PARAMETER),
		check(name, 'true', fields({ [name]: true }), GOOD),
		check(name, 'false', fields({ [name]: false }), GOOD),
	];
	const source = (): Check[] => [
		check('image', 'neither image nor url', bare({}), PARAMETER),
		check('image', 'both', fields({ url: 'https://example.com/a.png' }), PARAMETER),
		check('image', 'as number', bare({ [imageField]: 1 }), PARAMETER),
		check('image', 'in the field of other operations', bare({ [other]: textPage().toString('base64') }), PARAMETER),
		check('image', 'broken base64', bare({ [imageField]: 'a*b=' }), FORMAT),
		check('url', 'as number', bare({ url: 1 }), PARAMETER),
		check('url', 'no scheme', bare({ url: 'example.com/a.png' }), serviceError(400, 'ModelArts.4601', 'The URL is not allowed.')),
	];
	const sides = (least: number, most: number): Check[] => [
		check('sides', `${least - 1} px`, file(sized(least - 1, 100)), SIZE),
		check('sides', `${least} px`, file(sized(least, 100)), GOOD),
		check('sides', `${most} px`, file(sized(100, most)), GOOD),
		check('sides', `${most + 1} px`, file(sized(100, most + 1)), SIZE),
	];
	const formats = (allowed: readonly string[]): Check[] =>
		Object.entries(files).flatMap(([name, bytes]) => (bytes ? [check('formats', name, file(bytes), allowed.includes(name) ? GOOD : FORMAT)] : []));
	return { fields, file, check, boolean, source, sides, formats };
}
