// What a recognition engine gets and gives. Geometry: section 6.2 of the contract.
import type { ImageFormat } from '../ocr/imageFormat.cts';

/** px of the image as sent; origin top left, y downwards. */
export type Corner = [x: number, y: number];
/** Clockwise from the text's own top left. */
export type Corners = [Corner, Corner, Corner, Corner];

export interface FoundCharacter {
	text: string;
	location: Corners;
	/** 0 to 1 */
	confidence: number;
}

export interface FoundBlock {
	words: string;
	/** Integers. */
	location: Corners;
	/** 0 to 1 */
	confidence: number;
	/** Only when asked for. */
	characters?: FoundCharacter[];
}

export interface PageResult {
	/** Reading order. */
	blocks: FoundBlock[];
	/** Clockwise tilt of the text on screen in degrees, [0, 360). */
	direction: number;
	/** Blocks of a row joined by tabs, rows by line breaks. */
	markdown: string;
}

/** What an operation asks of the engine. */
export interface Reading {
	/** The quick way can't tell a tilt, so it is not taken then. */
	detectDirection: boolean;
	/** One line fills the picture. */
	quickMode: boolean;
	/** Places single characters. */
	characterMode: boolean;
	/** All text runs the same way. */
	singleOrientationMode: boolean;
	/** Page of a PDF, from 1. */
	page: number;
}

/** A reading with nothing asked for. */
export const PLAIN_READING: Readonly<Reading> = {
	detectDirection: false,
	quickMode: false,
	characterMode: false,
	singleOrientationMode: false,
	page: 1,
};

export interface RecognitionJob {
	/** Only good until the page is read: the memory is used again. */
	bytes: Buffer;
	/** First 32 hex characters of the SHA-256 of `bytes`. */
	imageHash: string;
	format: ImageFormat;
	reading: Reading;
}

export interface RecognitionEngine {
	/** @returns the page, or a ready response body as text (fixtures). @throws EngineRefusal */
	recognise(job: RecognitionJob): Promise<PageResult | string>;
	close(): Promise<void>;
}

/** An image that can't be read ends with one of the codes of rows 23 to 27. */
export type EngineRefusalCode = 'AIS.0101' | 'AIS.0102' | 'AIS.0103' | 'AIS.0104' | 'AIS.0105';

export class EngineRefusal extends Error {
	readonly code: EngineRefusalCode;
	constructor(code: EngineRefusalCode) {
		super(code);
		this.name = 'EngineRefusal';
		this.code = code;
	}
}
