// What one API operation is to the emulator. Everything before and after it (login, throttling, the file behind
// `image` or `url`, faults, recognition) is the same for all: `ocr/ocrCall.cts`. One folder an operation.
import type { PageResult, Reading } from '../engine/engine.cts';
import type { Pixels } from '../engine/pixels.cts';
import type { ImageFormat } from '../ocr/imageFormat.cts';
import type { ImageSize } from '../ocr/imageSize.cts';
import type { EmulatorSettings, Profile } from '../options.cts';
import type { Fields } from './fields.cts';

/** Rows 23 and 24 of section 15.2, which each operation draws differently. */
export interface ImageRules {
	formats: readonly ImageFormat[];
	/** px */
	minSidePx: number;
	/** px */
	maxSidePx: number;
	/** Width times height. */
	maxPixels: number;
}

/** The file as it was sent. A PDF has no size of its own. */
export interface SentFile {
	format: ImageFormat;
	size?: ImageSize;
}

/** The picture behind the texts, for operations that look at more than words. */
export interface Picture {
	/** The page as the engine saw it, decoded once. @throws EngineRefusal AIS.0102 */
	pixels(): Promise<Pixels>;
	/**
	 * Reads a part of it.
	 * @param reading what is asked otherwise than of the whole page
	 * @returns corners in px of that part
	 * @throws EngineRefusal
	 */
	read(part: Pixels, reading?: Partial<Reading>): Promise<PageResult>;
}

/** One call's parameters, understood. */
export interface Task {
	/** Absent when the file is in the body. */
	url?: string;
	/** What the engine is asked for. */
	reading: Reading;
	/** What tests may see of the parameters; neither image nor URL. */
	noted: Record<string, unknown>;
	/**
	 * @returns the `result` of the answer, or a promise of it.
	 * @throws EngineRefusal AIS.0104 for a picture of another kind.
	 */
	answer(page: PageResult, file: SentFile, picture: Picture): unknown;
}

export interface Operation {
	/** Last path segment. */
	path: string;
	/** Which field of the body holds the file. */
	imageField: 'image' | 'data';
	rules(profile: Profile): ImageRules;
	/** @throws WrongParameter for rows 17 to 19 of section 15.2 (AIS.0101). */
	task(fields: Fields, profile: Profile, settings?: EmulatorSettings): Task;
}
