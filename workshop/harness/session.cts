// One emulator, and the built node run against it in n8n's engine: image in, words blocks out.
import { emulatorLogin } from './emulatorLogin.cts';
import { runNode } from './runNode.cts';
import { storeBinary } from './binaryStorage.cts';
import { startEmulator } from '../emulator/server.cts';
import type { Emulator } from '../emulator/server.cts';
import { loadBuiltPackage } from './builtPackage.cts';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Quad } from '../documents/types.cts';

/** A file's contents, or an address that the service downloads itself. */
export type ImageInput = { bytes: Buffer; fileName: string } | { url: string };

/** One item of output mode `blocks`, as the node gave it. */
export interface BlockItem {
	words: string;
	/** px of the image; null where the service's answer had no readable place. */
	location: Quad | null;
	confidence?: number;
	blockIndex: number;
	/** Clockwise tilt of the text in degrees. */
	direction: number;
	/** Only for PDF. */
	page?: number;
	source: string;
	[field: string]: unknown;
}

/** One item of the operation `fieldList`, as the node gave it. */
export interface FieldItem {
	name: string;
	value: unknown;
	confidence?: number;
	/** px of the image. */
	location?: Quad;
	/** Of a two-sided card. */
	side?: string;
	/** Kind of the document, where a picture holds several. */
	kind?: string;
	/** List that the field's line belongs to, and the line's number from 0. */
	list?: string;
	line?: number;
	/** Why a document of the picture could not be read. */
	error?: unknown;
	[field: string]: unknown;
}

/** What the node says about an image that it could not read. */
export class ReadingError extends Error {
	/** What to do about it; may be empty. */
	readonly advice: string;

	constructor(message: string, advice: string) {
		super(message);
		this.name = 'ReadingError';
		this.advice = advice;
	}
}

type RunSettings = NonNullable<Parameters<typeof runNode>[0]['settings']>;

const CREDENTIAL_ID = 'emulator';

export class Session {
	private readonly emulator: Emulator;
	private readonly package = loadBuiltPackage();
	private readonly stored: Parameters<typeof runNode>[0]['stored'];

	private constructor(emulator: Emulator) {
		this.emulator = emulator;
		this.stored = { [CREDENTIAL_ID]: emulatorLogin(emulator.url) };
	}

	/** Starts the emulator; `close` has to be called. Throws when the package is not built. */
	static async start(): Promise<Session> {
		// The user's own machine may well be where the user's images are.
		const emulator = await startEmulator({ allowPrivateUrls: true });
		try {
			return new Session(emulator);
		} catch (error) {
			await emulator.close();
			throw error;
		}
	}

	/**
	 * Reads one image with the node; no item for an image without text.
	 * @param options added to the node's `options` collection, which asks for the direction
	 * @throws ReadingError with the node's own message
	 */
	async read(image: ImageInput, options: INodeParameters = {}): Promise<BlockItem[]> {
		const items = await this.run(image, { resource: 'generalText', operation: 'blocks', simplify: false, options: { detectDirection: true, ...options } });
		return items as unknown as BlockItem[];
	}

	/**
	 * Reads the fields of one document.
	 * @param parameters of the node: resource, operation `fieldList`, options
	 * @returns documents that could not be read among them, as `error`
	 */
	async readFields(image: ImageInput, parameters: INodeParameters): Promise<FieldItem[]> {
		return (await this.run(image, parameters, { onError: 'continueRegularOutput' })) as unknown as FieldItem[];
	}

	/** The items that the node makes of one image. @throws ReadingError with the node's own message */
	async readItems(image: ImageInput, parameters: INodeParameters): Promise<Array<Record<string, unknown>>> {
		return (await this.run(image, parameters)) as Array<Record<string, unknown>>;
	}

	private async run(image: ImageInput, parameters: INodeParameters, settings: RunSettings = {}): Promise<unknown[]> {
		const item: INodeExecutionData =
			'url' in image
				? { json: {} }
				: { json: {}, binary: { data: await storeBinary(image.bytes, { fileName: image.fileName }) } };
		const run = await runNode({
			package: this.package,
			stored: this.stored,
			credentials: { huaweiOcrApi: CREDENTIAL_ID },
			parameters: {
				authentication: 'iamLogin',
				...('url' in image ? { inputType: 'url', url: image.url } : { inputType: 'binary', binaryPropertyName: 'data' }),
				...parameters,
			},
			items: [item],
			settings,
		});
		if (run.error) throw new ReadingError(run.error.message, run.error.description ?? '');
		return run.items.map(({ json }) => json);
	}

	async close(): Promise<void> {
		await this.emulator.close();
	}
}
